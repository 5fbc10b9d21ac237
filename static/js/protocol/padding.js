// Padding before sealing (docs/protocol.md section 1; Padmé: Nikitin et al., PoPETs 2019).

import { Malformed } from "../wire/errors.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const FLOOR = 1_024;
/** Of what an item says: an entry of a page or two and every questionnaire have one size. Version 0.1 padded these to `FLOOR` too. */
export const ITEM_FLOOR = 4_096;

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
 * @param {number} [floor]
 * @returns {number} size of `pad` for so many bytes
 */
export function paddedLength(length, floor = FLOOR) {
  return Math.max(floor, padme(4 + length));
}

/**
 * @param {Bytes} data
 * @param {number} [floor]
 * @returns {Bytes} `u32be(len) ‖ data ‖ zeros` up to `paddedLength`
 */
export function pad(data, floor = FLOOR) {
  const padded = new Uint8Array(paddedLength(data.length, floor));
  new DataView(padded.buffer).setUint32(0, data.length);
  padded.set(data, 4);
  return padded;
}

/**
 * @param {Bytes} padded
 * @param {number[]} [floors]
 * @returns {Bytes} the data of `pad` with one of these floors, as a view
 * @throws {Malformed} for a wrong total length or filling that is not zero
 */
export function unpad(padded, floors = [FLOOR]) {
  if (padded.length < FLOOR) throw new Malformed("padding of a wrong length");
  const length = new DataView(padded.buffer, padded.byteOffset, 4).getUint32(0);
  const sizes = floors.map((floor) => paddedLength(length, floor));
  if (4 + length > padded.length || !sizes.includes(padded.length))
    throw new Malformed("padding of a wrong length");
  for (let at = 4 + length; at < padded.length; at++) {
    if (padded[at] !== 0) throw new Malformed("padding that is not zero");
  }
  return padded.subarray(4, 4 + length);
}
