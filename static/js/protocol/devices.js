// Names of a person's devices: sealed bodies of `device` records (docs/protocol.md section 5), labels of sessions (section 3).

import { lbl, utf8, utf8Text } from "../wire/encoding.js";
import { Malformed, Unsupported } from "../wire/errors.js";
import { buildJson, integer, members, parseJson, text } from "../wire/json.js";
import { LABEL } from "../wire/limits.js";
import { kdf } from "./kdf.js";
import { pad, unpad } from "./padding.js";
import { openSealed, seal } from "./seal.js";

/** @import { Bytes } from "../wire/encoding.js" */

/** The most bytes of a name in a label. */
export const NAME = 95;

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

/**
 * @param {Bytes} accountKey
 * @param {Bytes} idPk
 * @param {Bytes} session its id, 16 bytes
 * @param {string} name
 * @returns {Promise<Bytes>} the session's label, 168 bytes
 * @throws {Malformed} for a name of more than `NAME` bytes
 */
export async function sealLabel(accountKey, idPk, session, name) {
  const data = utf8(name);
  if (data.length > NAME) throw new Malformed("a name longer than a label holds");
  const plaintext = new Uint8Array(1 + NAME);
  plaintext[0] = data.length;
  plaintext.set(data, 1);
  return seal(await kdf(accountKey, "session"), lbl("session", idPk, session), plaintext);
}

/**
 * @param {Bytes} accountKey
 * @param {Bytes} idPk
 * @param {Bytes} session
 * @param {Bytes} label
 * @returns {Promise<string>} the name, whatever characters it holds
 * @throws {Malformed}
 * @throws what `openSealed` throws; `WrongKey` also for the label of another session
 */
export async function openLabel(accountKey, idPk, session, label) {
  if (label.length !== LABEL) throw new Malformed("a label of another length");
  const key = await kdf(accountKey, "session");
  const plaintext = await openSealed(key, lbl("session", idPk, session), label);
  const end = 1 + /** @type {number} */ (plaintext[0]);
  if (end > plaintext.length || plaintext.subarray(end).some((byte) => byte !== 0))
    throw new Malformed("a label that is filled otherwise");
  return utf8Text(plaintext.subarray(1, end));
}
