/** @import { Bytes } from "../wire/encoding.js" */

/**
 * @param {number} [length] up to 65,536
 * @returns {Bytes} random bytes from the operating system: a seed, a key, an id or a salt
 */
export function generateSecret(length = 32) {
  return crypto.getRandomValues(new Uint8Array(length));
}

/**
 * @param {number} bound up to 2^31
 * @returns {number} an integer from 0 to bound − 1, each equally likely
 */
export function randomBelow(bound) {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  const word = new Uint32Array(1);
  do crypto.getRandomValues(word);
  while (/** @type {number} */ (word[0]) >= limit);
  return /** @type {number} */ (word[0]) % bound;
}
