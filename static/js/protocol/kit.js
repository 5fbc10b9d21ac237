// The kit code on paper (docs/protocol.md section 2).

import { h, lbl } from "../wire/encoding.js";
import { Malformed } from "../wire/errors.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const KIT = 20;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS = 36;

/**
 * @param {Bytes} kit R, 20 bytes
 * @returns {string} nine groups of four Crockford base32 characters; the last group is the check
 */
export function kitToText(kit) {
  let number = (toNumber(kit) << 20n) | check(kit);
  let text = "";
  for (let i = 0; i < CHARACTERS; i++, number >>= 5n) text = ALPHABET[Number(number & 31n)] + text;
  return text.replace(/.{4}(?=.)/g, "$&-");
}

/**
 * @param {string} text as a person typed it: case, spaces and hyphens do not matter, O reads as 0, I and L as 1
 * @returns {Bytes} R
 * @throws {Malformed} for another length, other characters (U among them) and a wrong check
 */
export function textToKit(text) {
  const typed = kitCharacters(text);
  let number = 0n;
  for (const character of typed) number = (number << 5n) | BigInt(ALPHABET.indexOf(character));
  if (!/^[0-9A-HJKMNP-TV-Z]{36}$/.test(typed)) throw new Malformed("not a kit code");
  const kit = fromNumber(number >> 20n);
  if ((number & 0xfffffn) !== check(kit)) throw new Malformed("a kit code with a slip in it");
  return kit;
}

/**
 * @param {string} text
 * @returns {string} the characters that count, as the code spells them
 */
export function kitCharacters(text) {
  return text
    .toUpperCase()
    .replace(/[- \t\r\n]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** @param {Bytes} kit @returns {bigint} the first 20 bits of H(LBL("kit-check", R)) */
function check(kit) {
  return toNumber(h(lbl("kit-check", kit)).subarray(0, 3)) >> 4n;
}

/** @param {Uint8Array} bytes @returns {bigint} */
function toNumber(bytes) {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** @param {bigint} number @returns {Bytes} */
function fromNumber(number) {
  return Uint8Array.from({ length: KIT }, (_, i) =>
    Number((number >> BigInt(8 * (KIT - 1 - i))) & 255n),
  );
}
