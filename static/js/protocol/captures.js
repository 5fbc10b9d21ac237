// Captures (docs/protocol.md section 4): words taken while a device is locked, sealed with public values alone.

import { h, isEqual, lbl } from "../wire/encoding.js";
import { Malformed, WrongKey } from "../wire/errors.js";
import { CAPTURE, ID } from "../wire/limits.js";
import { box, openBox } from "./box.js";
import { pad, unpad } from "./padding.js";

/** @import { Bytes } from "../wire/encoding.js" */
/** @import { KemKey } from "./keys.js" */

/**
 * @param {Bytes} kemPk the account's own
 * @param {Bytes} idPk
 * @param {Bytes} id of the capture, 16 bytes
 * @param {Bytes} payload JSON of an entry
 * @returns {Promise<Bytes>}
 * @throws {Malformed} past 131,072 bytes of payload
 */
export async function sealCapture(kemPk, idPk, id, payload) {
  if (payload.length > CAPTURE) throw new Malformed("a capture too long to be filed");
  return box(kemPk, info(idPk, h(kemPk), id), pad(payload));
}

/**
 * @param {readonly KemKey[]} keys
 * @param {Bytes} idPk
 * @param {Bytes} id
 * @param {Bytes} kem which key it is sealed to: H(kem_pk)
 * @param {Bytes} data
 * @returns {Promise<Bytes>} payload JSON, not parsed
 * @throws {WrongKey} when it is sealed to none of the keys
 * @throws {import("../wire/errors.js").Tampered} where person, id or bytes differ
 * @throws {Malformed} past 131,072 bytes of payload
 */
export async function openCapture(keys, idPk, id, kem, data) {
  const key = keys.find((one) => isEqual(one.digest, kem));
  if (!key) throw new WrongKey("a capture for a key that is not here");
  const payload = unpad(await openBox(key, info(idPk, kem, id), data));
  if (payload.length > CAPTURE) throw new Malformed("a capture too long to be filed");
  return payload;
}

/**
 * @param {Bytes} idPk
 * @param {Bytes} id of the capture
 * @returns {Bytes} the item it is filed as, 16 bytes: the same however often it is tried
 */
export function captureItem(idPk, id) {
  return h(lbl("capture-item", idPk, id)).slice(0, ID);
}

/** @param {Bytes} idPk @param {Bytes} kem @param {Bytes} id */
function info(idPk, kem, id) {
  return lbl("capture", idPk, kem, id);
}
