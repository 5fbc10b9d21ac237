// Sealed bodies of `device` records (docs/protocol.md section 5).

import { lbl } from "../wire/encoding.js";
import { Unsupported } from "../wire/errors.js";
import { buildJson, integer, members, parseJson, text } from "../wire/json.js";
import { kdf } from "./kdf.js";
import { pad, unpad } from "./padding.js";
import { openSealed, seal } from "./seal.js";

/** @import { Bytes } from "../wire/encoding.js" */

/**
 * @param {Bytes} accountKey
 * @param {Bytes} idPk
 * @param {string} name
 * @param {number} at seconds since 1970
 * @returns {Promise<Bytes>} body of the record that a device appends when it signs in
 */
export async function sealDevice(accountKey, idPk, name, at) {
  const plaintext = pad(buildJson({ v: 1, name, at }));
  return seal(await kdf(accountKey, "device"), lbl("device", idPk), plaintext);
}

/**
 * @param {Bytes} accountKey
 * @param {Bytes} idPk
 * @param {Bytes} sealed
 * @returns {Promise<{name: string, at: number}>} when it signed in, in seconds since 1970
 * @throws what `openSealed` and `unpad` throw
 */
export async function openDevice(accountKey, idPk, sealed) {
  const plaintext = await openSealed(await kdf(accountKey, "device"), lbl("device", idPk), sealed);
  const value = members(parseJson(unpad(plaintext)), ["v", "name", "at"]);
  if (value.v !== 1) throw new Unsupported("a device record of another version");
  return { name: text(value.name), at: integer(value.at) };
}
