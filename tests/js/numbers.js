/** Numbers that are the same in every run, for tests that try many cases. */

/** @param {number} seed @returns {{below: (most: number) => number}} whole numbers from 0 */
export function numbers(seed) {
  let state = seed >>> 0 || 1;
  return {
    below(most) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % most;
    },
  };
}
