// Padding before sealing (docs/protocol.md section 1; Padmé: Nikitin et al., PoPETs 2019).

import { Malformed } from "../wire/errors.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const FLOOR = 1_024;

/**
 * @param {number} length from 2
 * @returns {number} rounded up so that its size tells O(log log) bits: at most 12 % more
 */
export function padme(length) {
  const exponent = 31 - Math.clz32(length);
  const step = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(length / step) * step;
}

/**
 * @param {number} length
 * @returns {number} size of `pad` for so many bytes
 */
export function paddedLength(length) {
  return Math.max(FLOOR, padme(4 + length));
}

/**
 * @param {Bytes} data
 * @returns {Bytes} `u32be(len) ‖ data ‖ zeros` up to `paddedLength`
 */
export function pad(data) {
  const padded = new Uint8Array(paddedLength(data.length));
  new DataView(padded.buffer).setUint32(0, data.length);
  padded.set(data, 4);
  return padded;
}

/**
 * @param {Bytes} padded
 * @returns {Bytes} the data of `pad`, as a view
 * @throws {Malformed} for a wrong total length or filling that is not zero
 */
export function unpad(padded) {
  if (padded.length < FLOOR) throw new Malformed("padding of a wrong length");
  const length = new DataView(padded.buffer, padded.byteOffset, 4).getUint32(0);
  if (4 + length > padded.length || padded.length !== paddedLength(length)) {
    throw new Malformed("padding of a wrong length");
  }
  for (let at = 4 + length; at < padded.length; at++) {
    if (padded[at] !== 0) throw new Malformed("padding that is not zero");
  }
  return padded.subarray(4, 4 + length);
}
