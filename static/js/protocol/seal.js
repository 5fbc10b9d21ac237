// SEAL (docs/protocol.md section 1): Cobblestone-256 of c2sp.org/chunked-encryption.

import { concat, isEqual, utf8 } from "../wire/encoding.js";
import { Malformed, Tampered, WrongKey } from "../wire/errors.js";
import { expand } from "./kdf.js";
import { generateSecret } from "./random.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const KEY = 32;
export const SALT = 24;
export const HEADER = SALT + 32;
export const CHUNK = 16_384;
export const TAG = 16;

const INFO = utf8("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0");

/** @typedef {{key: CryptoKey, nonce: Bytes, commitment: Bytes}} Schedule */

/**
 * @param {number} length
 * @returns {number} sealed size of so many bytes
 */
export function sealedLength(length) {
  return HEADER + length + TAG * (Math.floor(length / CHUNK) + 1);
}

/**
 * @param {Bytes} key 32 bytes
 * @param {Bytes} context
 * @param {Bytes} plaintext
 * @param {Bytes} [salt] 24 bytes: regenerates an earlier result; never given for a new message
 * @returns {Promise<Bytes>} SEAL(k, c, m)
 */
export async function seal(key, context, plaintext, salt = generateSecret(SALT)) {
  const { key: aead, nonce, commitment } = await schedule(key, context, salt, "encrypt");
  const chunks = [];
  for (let at = 0, index = 0; at <= plaintext.length; at += CHUNK, index++) {
    const algorithm = { name: "AES-GCM", iv: chunkNonce(nonce, index) };
    chunks.push(crypto.subtle.encrypt(algorithm, aead, plaintext.subarray(at, at + CHUNK)));
  }
  const sealed = await Promise.all(chunks);
  return concat(salt, commitment, ...sealed.map((chunk) => new Uint8Array(chunk)));
}

/**
 * @param {Bytes} key 32 bytes
 * @param {Bytes} context
 * @param {Bytes} sealed
 * @returns {Promise<Bytes>} the plaintext of SEAL(k, c, m)
 * @throws {Malformed} for a length no message has
 * @throws {WrongKey} where the commitment differs: another key, context or salt
 * @throws {Tampered} where a chunk does not authenticate
 */
export async function openSealed(key, context, sealed) {
  const last = (sealed.length - HEADER) % (CHUNK + TAG);
  if (sealed.length < HEADER + TAG || last < TAG)
    throw new Malformed("a length no sealed message has");
  const {
    key: aead,
    nonce,
    commitment,
  } = await schedule(key, context, sealed.subarray(0, SALT), "decrypt");
  if (!isEqual(commitment, sealed.subarray(SALT, HEADER)))
    throw new WrongKey("sealed under another key or context");
  const chunks = [];
  for (let at = HEADER, index = 0; at < sealed.length; at += CHUNK + TAG, index++) {
    const algorithm = { name: "AES-GCM", iv: chunkNonce(nonce, index) };
    chunks.push(crypto.subtle.decrypt(algorithm, aead, sealed.subarray(at, at + CHUNK + TAG)));
  }
  const opened = await Promise.all(chunks).catch(changed);
  if (opened.length === 1) return new Uint8Array(/** @type {ArrayBuffer} */ (opened[0]));
  return concat(...opened.map((chunk) => new Uint8Array(chunk)));
}

/** @param {unknown} error @returns {never} */
function changed(error) {
  throw error instanceof DOMException && error.name === "OperationError"
    ? new Tampered("a sealed message was changed")
    : error;
}

/**
 * @param {Bytes} key
 * @param {Bytes} context
 * @param {Bytes} salt
 * @param {"encrypt"|"decrypt"} use
 * @returns {Promise<Schedule>} the AEAD key of one message, its base nonce and commitment
 */
async function schedule(key, context, salt, use) {
  if (key.length !== KEY) throw new Malformed(`a sealing key has ${KEY} bytes`);
  if (salt.length !== SALT) throw new Malformed(`a salt has ${SALT} bytes`);
  const material = await expand(key, concat(INFO, salt, context), 32 + 12 + 32);
  return {
    key: await crypto.subtle.importKey("raw", material.subarray(0, 32), "AES-GCM", false, [use]),
    nonce: material.subarray(32, 44),
    commitment: material.subarray(44),
  };
}

/** @param {Bytes} base @param {number} index @returns {Bytes} the base nonce XOR the chunk's number, big-endian */
function chunkNonce(base, index) {
  if (index === 0) return base;
  const nonce = base.slice();
  const view = new DataView(nonce.buffer);
  view.setUint32(8, view.getUint32(8) ^ index);
  return nonce;
}
