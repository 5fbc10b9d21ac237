// The safety number of two people (docs/protocol.md section 7).

import { sha512 } from "../../vendor/hashes.js";
import { compareBytes, lbl } from "../wire/encoding.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const GROUPS = 12;

/**
 * @param {Bytes} one id_pk
 * @param {Bytes} other id_pk
 * @returns {string[]} twelve groups of five digits, the same for both people whichever asks
 */
export function safetyNumber(one, other) {
  const digest = sha512(lbl("safety", ...[one, other].sort(compareBytes)));
  return Array.from({ length: GROUPS }, (_, i) => {
    const bytes = digest.subarray(5 * i, 5 * i + 5);
    return String(bytes.reduce((number, byte) => number * 256 + byte, 0) % 100_000).padStart(
      5,
      "0",
    );
  });
}
