// A failing history made short: whatever can be left out without the failure going away is left out.

/**
 * @param {import("./history.js").History} history that fails
 * @param {(history: import("./history.js").History) => Promise<boolean>} isFailing
 * @returns {Promise<import("./history.js").History>} no single action of which can be left out
 */
export async function shrink(history, isFailing) {
  let best = history;
  for (
    let size = Math.ceil(best.actions.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < best.actions.length; ) {
      const shorter = { ...best, actions: best.actions.toSpliced(at, size) };
      if (await isFailing(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
