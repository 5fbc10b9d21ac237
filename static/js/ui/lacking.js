/** What this browser or address lacks, known before anybody has typed a word that could not be kept. */

/** @typedef {"address"|"storage"|"sealing"|"workers"} Lack */

/** A database that has not answered by then never does. */
const SILENT_MS = 4_000;

/** What is asked of the browser; lent so that a test can be any browser. */
const here = {
  isSecure: () => globalThis.isSecureContext,
  opens: openDatabase,
  signs: () => crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]),
  works: () =>
    typeof Worker === "function" && "locks" in navigator && typeof BroadcastChannel === "function",
};

/**
 * @param {typeof here} [browser]
 * @param {number} [silentMs]
 * @returns {Promise<Lack|null>} the one cause that is to be told; null: everything is there
 */
export async function lacking(browser = here, silentMs = SILENT_MS) {
  // Most of what follows is missing where the address is not one that browsers trust.
  if (!browser.isSecure()) return "address";
  if (!browser.works()) return "workers";
  if (!(await holds(browser.signs, silentMs))) return "sealing";
  return (await holds(browser.opens, silentMs)) ? null : "storage";
}

/** @param {() => unknown} ask @param {number} ms @returns {Promise<boolean>} false: refused, missing, or silent */
async function holds(ask, ms) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const silent = new Promise((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const asked = Promise.resolve()
    .then(ask)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, silent]).finally(() => clearTimeout(timer));
}

/** Opens a database of its own, so that nothing of the journal's is touched. @returns {Promise<void>} */
function openDatabase() {
  return new Promise((resolve, reject) => {
    const name = "afterglow-check";
    const asked = indexedDB.open(name);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      asked.result.close();
      indexedDB.deleteDatabase(name);
      resolve();
    };
  });
}
