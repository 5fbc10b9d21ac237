// Boxes of `grant` records (docs/protocol.md section 6).

import { concat, h, isEqual, lbl } from "../wire/encoding.js";
import { Malformed, WrongKey } from "../wire/errors.js";
import { CEK, GRANT_ROWS } from "../wire/limits.js";
import { canonicalRows } from "../wire/rows.js";
import { box, openBox } from "./box.js";

/** @import { Bytes } from "../wire/encoding.js" */
/** @import { Row } from "../wire/rows.js" */
/** @import { KemKey } from "./keys.js" */

/**
 * @param {Bytes} kemPk the audience's
 * @param {Bytes} author id_pk
 * @param {Bytes} audience id_pk
 * @param {readonly Row[]} rows 1 to 64
 * @param {readonly Bytes[]} ceks content keys in the order of the rows
 * @returns {Promise<Bytes>}
 */
export async function sealGrant(kemPk, author, audience, rows, ceks) {
  if (rows.length !== ceks.length || rows.length < 1 || rows.length > GRANT_ROWS) {
    throw new Malformed(`a grant covers 1 to ${GRANT_ROWS} revisions, each with its key`);
  }
  return box(kemPk, info(author, audience, h(kemPk), rows), concat(...ceks));
}

/**
 * @param {readonly KemKey[]} keys
 * @param {Bytes} author id_pk
 * @param {Bytes} audience id_pk
 * @param {Bytes} kem which key the grant names: H(kem_pk)
 * @param {readonly Row[]} rows
 * @param {Bytes} data
 * @returns {Promise<Bytes[]>} content keys of the rows
 * @throws {WrongKey} when the grant names none of the keys
 * @throws {import("../wire/errors.js").Tampered} when the box does not open for these two people and these rows
 */
export async function openGrant(keys, author, audience, kem, rows, data) {
  const key = keys.find((one) => isEqual(one.digest, kem));
  if (!key) throw new WrongKey("a grant for a key that is not here");
  const ceks = await openBox(key, info(author, audience, kem, rows), data);
  if (ceks.length !== CEK * rows.length)
    throw new Malformed("a box of another length than its rows ask for");
  return rows.map((_, i) => ceks.slice(CEK * i, CEK * (i + 1)));
}

/** @param {Bytes} author @param {Bytes} audience @param {Bytes} kem @param {readonly Row[]} rows */
function info(author, audience, kem, rows) {
  return lbl("grant", author, audience, kem, canonicalRows(rows));
}
