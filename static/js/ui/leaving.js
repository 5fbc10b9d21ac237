/** A journal that was removed from a device without a network: the server is told with the first one there is, so that nobody goes on with its session. */

const STORED = "leaving";

/** @param {boolean} isLeaving whether the server is still to be told */
export function setLeaving(isLeaving) {
  try {
    if (isLeaving) localStorage.setItem(STORED, "1");
    else localStorage.removeItem(STORED);
  } catch {
    // the session then ends by its age
  }
}

/** @param {{endSession: () => Promise<boolean>}} vault of a device on which nobody is signed in */
export async function endLeaving(vault) {
  try {
    if (!localStorage.getItem(STORED)) return;
  } catch {
    return;
  }
  if (await vault.endSession()) setLeaving(false);
}
