/**
 * A mark outside the database that there is a journal on this device: browsers throw databases away when a disk is full. Nothing of what was
 * written stands in it.
 */

const KEY = "journal";

/** @typedef {{handle: string|null, waiting: number, backedUpAt: string|null}} Mark as the status was last told */

/** @param {Mark} mark */
export function setMark({ handle, waiting, backedUpAt }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ handle, waiting, backedUpAt }));
  } catch {
    // then a store that is lost greets as a stranger
  }
}

/** @returns {Mark|null} */
export function mark() {
  try {
    const { handle, waiting, backedUpAt } = JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {};
    if (typeof handle !== "string") return null;
    const at = Number.isFinite(Date.parse(backedUpAt)) ? backedUpAt : null;
    return { handle, waiting: Number(waiting) || 0, backedUpAt: at };
  } catch {
    return null;
  }
}

/** The person has removed the journal from here, or knows that it is gone. */
export function clearMark() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // what cannot be written was not
  }
}
