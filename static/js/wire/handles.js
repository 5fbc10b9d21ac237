// Handles (docs/protocol.md section 2).

import { Malformed } from "./errors.js";

const HANDLE = /^[a-z0-9][a-z0-9._@+-]{2,63}$/;

/**
 * @param {string} text
 * @returns {string} in NFKC and lower case: 3 to 64 characters of `a–z 0–9 . _ @ + -`
 * @throws {Malformed} when it does not begin with a letter or digit, or holds anything else
 */
export function normaliseHandle(text) {
  const handle = text.normalize("NFKC").toLowerCase();
  if (!HANDLE.test(handle)) throw new Malformed("not a handle");
  return handle;
}
