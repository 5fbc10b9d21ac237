/**
 * Marks outside the database: that there is a journal on this device, for browsers throw databases away when a disk is full; and that one was
 * removed of which the server still has to be told. Nothing of what was written stands in them.
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

/** A journal that was removed from here without a network: the server is told with the first one there is, so that nobody goes on with its session. */
const LEAVING = "leaving";

/** @param {boolean} isLeaving whether the server is still to be told */
export function setLeaving(isLeaving) {
  try {
    if (isLeaving) localStorage.setItem(LEAVING, "1");
    else localStorage.removeItem(LEAVING);
  } catch {
    // the session then ends by its age
  }
}

/** @param {{endSession: () => Promise<boolean>}} vault of a device on which nobody is signed in */
export async function endLeaving(vault) {
  try {
    if (!localStorage.getItem(LEAVING)) return;
  } catch {
    return;
  }
  if (await vault.endSession()) setLeaving(false);
}
