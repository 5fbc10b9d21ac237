// KDF (docs/protocol.md section 1): HKDF-SHA-512 with an empty salt (RFC 5869).
// By WebCrypto's HMAC throughout: it runs off this thread, so thousands of derivations in flight cost less than synchronous code here.

import { concat, lbl } from "../wire/encoding.js";

/** @import { Bytes } from "../wire/encoding.js" */

const HMAC_SHA512 = { name: "HMAC", hash: "SHA-512" };
/** Bytes of SHA-512. */
const BLOCK = 64;
const EMPTY_SALT = new Uint8Array(BLOCK);
const ONE = Uint8Array.of(1);

/**
 * @param {Bytes} key
 * @returns {Promise<CryptoKey>} HMAC-SHA-512 under that key
 */
export function hmacKey(key) {
  return crypto.subtle.importKey("raw", key, HMAC_SHA512, false, ["sign"]);
}

/**
 * @param {CryptoKey} key
 * @param {Bytes} data
 * @returns {Promise<Bytes>} 64 bytes (RFC 2104)
 */
export async function hmacSha512(key, data) {
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, data));
}

/**
 * HKDF-Extract: done once where many keys are derived from one.
 * @param {Bytes} key
 * @returns {Promise<CryptoKey>}
 */
export async function prepare(key) {
  return hmacKey(await hmacSha512(await hmacKey(EMPTY_SALT), key));
}

/**
 * @param {CryptoKey} prepared `prepare(k)`
 * @param {string} name
 * @param {...Uint8Array} parts
 * @returns {Promise<Bytes>} KDF(k, name, a…): 32 bytes
 */
export async function derive(prepared, name, ...parts) {
  const block = await hmacSha512(prepared, concat(lbl(name, ...parts), ONE));
  return block.slice(0, 32);
}

/**
 * @param {Bytes} key
 * @param {string} name
 * @param {...Uint8Array} parts
 * @returns {Promise<Bytes>} KDF(k, name, a…): 32 bytes
 */
export async function kdf(key, name, ...parts) {
  return derive(await prepare(key), name, ...parts);
}

/**
 * HKDF-Expand with SHA-512 (RFC 5869 section 2.3).
 * @param {Bytes} prk
 * @param {Bytes} info
 * @param {number} length up to 16,320 bytes
 * @returns {Promise<Bytes>}
 */
export async function expand(prk, info, length) {
  const key = await hmacKey(prk);
  const out = new Uint8Array(length);
  // One buffer serves every block: the block before it ‖ info ‖ counter.
  const input = new Uint8Array(BLOCK + info.length + 1);
  input.set(info, BLOCK);
  for (let at = 0, counter = 1; at < length; at += BLOCK, counter++) {
    input[input.length - 1] = counter;
    const block = await hmacSha512(key, counter === 1 ? input.subarray(BLOCK) : input);
    input.set(block);
    out.set(block.subarray(0, Math.min(BLOCK, length - at)), at);
  }
  return out;
}
