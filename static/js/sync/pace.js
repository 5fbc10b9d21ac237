// How much fits the link: little at first, more while it is quick, half after it broke or took long (docs/architecture.md, "Sync").

/** Bytes that are asked for, or sent, before anything is known of the link. */
export const FIRST_BYTES = 65_536;
const LEAST_BYTES = 16_384;
const QUICK_MS = 4_000;
const LONG_MS = 20_000;

/**
 * @param {number} bytes that were asked for or sent at once
 * @param {number} ms that took; Infinity where it broke
 * @param {number} most
 * @returns {number} bytes for the next time
 */
export function paced(bytes, ms, most) {
  if (ms < QUICK_MS) return Math.min(most, bytes * 2);
  return ms > LONG_MS ? Math.max(LEAST_BYTES, bytes / 2) : bytes;
}
