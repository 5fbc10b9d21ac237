// Ed25519 (RFC 8032) as docs/protocol.md section 1 asks for it: SIGN is over LBL(name, a…).

import { b64Encode, lbl } from "./encoding.js";
import { Malformed, Tampered } from "./errors.js";
import { PUBLIC_KEY, SIGNATURE } from "./limits.js";

/** @import { Bytes } from "./encoding.js" */

/**
 * SIGN with a secret lent by its owner: 64 bytes over LBL(name, parts…).
 * @typedef {(name: string, ...parts: Uint8Array[]) => Promise<Bytes>} Sign
 */

const P = 2n ** 255n - 19n;
const ORDER_8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
// y coordinates of the eight points whose order divides 8 (both signs of x): orders 1, 2, 4, 8, 8.
const SMALL_ORDER = new Set([1n, P - 1n, 0n, ORDER_8, P - ORDER_8]);

/**
 * @param {Uint8Array} key
 * @returns {bigint} the y coordinate, the sign bit cleared
 */
function yOf(key) {
  let y = 0n;
  for (let i = 31; i >= 0; i--) y = (y << 8n) | BigInt(/** @type {number} */ (key[i]));
  return y & (2n ** 255n - 1n);
}

/**
 * Under the refused keys one signature would verify for every message.
 * @template {Uint8Array} T
 * @param {T} key
 * @returns {T} the key, if it may be anybody's
 * @throws {Malformed} for another length than 32, a y coordinate that is not canonical, and the small-order points
 */
export function checkPublicKey(key) {
  if (key.length !== PUBLIC_KEY) throw new Malformed("a public key has 32 bytes");
  const y = yOf(key);
  if (y >= P || SMALL_ORDER.has(y)) throw new Malformed("a public key nobody can own");
  return key;
}

/** @type {Map<string, Promise<CryptoKey>>} imported keys: one a person met, so the map stays small */
const imported = new Map();

/** @param {Bytes} publicKey @returns {Promise<CryptoKey>} */
async function importKey(publicKey) {
  const text = b64Encode(checkPublicKey(publicKey));
  let key = imported.get(text);
  if (!key) {
    key = crypto.subtle.importKey("raw", publicKey, "Ed25519", true, ["verify"]);
    imported.set(text, key);
  }
  return key;
}

/**
 * Resolves when `signature` is SIGN by `publicKey` over LBL(name, parts…).
 * @param {Bytes} publicKey
 * @param {Bytes} signature
 * @param {string} name
 * @param {...Uint8Array} parts
 * @returns {Promise<void>}
 * @throws {Malformed} for a key that `checkPublicKey` refuses or a signature of another length than 64
 * @throws {Tampered} where the signature does not hold
 */
export async function verify(publicKey, signature, name, ...parts) {
  const key = await importKey(publicKey);
  if (signature.length !== SIGNATURE) throw new Malformed("a signature has 64 bytes");
  const holds = await crypto.subtle.verify("Ed25519", key, signature, lbl(name, ...parts));
  if (!holds) throw new Tampered(`the signature over "${name}" does not hold`);
}
