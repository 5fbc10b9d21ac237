// Passphrases (docs/protocol.md section 2).

import { utf8 } from "../wire/encoding.js";
import { Malformed } from "../wire/errors.js";
import { randomBelow } from "./random.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const LEAST = 15;
export const WORDS = 6;

/**
 * @param {string} text
 * @returns {Bytes} P: NFKC without the white space that phone keyboards put around it, in UTF-8
 * @throws {Malformed} when fewer than 15 characters are left
 */
export function normalisePassphrase(text) {
  const normal = text.normalize("NFKC").replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
  if ([...normal].length < LEAST)
    throw new Malformed(`a passphrase has at least ${LEAST} characters`);
  return utf8(normal);
}

/**
 * @param {readonly string[]} words
 * @returns {string} six of them with a space between, each chosen by the operating system's randomness
 */
export function generatePassphrase(words) {
  return Array.from({ length: WORDS }, () => words[randomBelow(words.length)]).join(" ");
}
