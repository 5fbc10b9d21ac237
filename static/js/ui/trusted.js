/**
 * The page's one Trusted Types policy of its own, `afterglow`: three scripts may be loaded by URL and nothing else.
 * lit-html brings the other policy the server allows.
 */

const VAULT_WORKER = "/static/js/workers/vault-worker.js";
const CAPTURE_WORKER = "/static/js/workers/capture-worker.js";
const SERVICE_WORKER = "/sw.js";
const SCRIPTS = [VAULT_WORKER, CAPTURE_WORKER, SERVICE_WORKER];

/** @typedef {{createScriptURL: (path: string) => unknown}} Policy */

/** @param {string} path @returns {string} */
function allowed(path) {
  if (!SCRIPTS.includes(path)) throw new TypeError(`not a script of this app: ${path}`);
  return path;
}

const { trustedTypes } =
  /** @type {{trustedTypes?: {createPolicy: (name: string, rules: object) => Policy}}} */ (
    globalThis
  );
const policy = trustedTypes?.createPolicy("afterglow", { createScriptURL: allowed });

/**
 * @param {string} path
 * @returns {string} a TrustedScriptURL where the browser has them; text as far as the DOM's types know
 */
function scriptUrl(path) {
  return /** @type {string} */ (policy ? policy.createScriptURL(path) : allowed(path));
}

/** @returns {string} what `new Worker()` takes for the vault */
export function vaultWorkerUrl() {
  return scriptUrl(VAULT_WORKER);
}

/** @returns {string} what `new Worker()` takes for words from the lock */
export function captureWorkerUrl() {
  return scriptUrl(CAPTURE_WORKER);
}

/** @returns {string} what `serviceWorker.register()` takes */
export function serviceWorkerUrl() {
  return scriptUrl(SERVICE_WORKER);
}
