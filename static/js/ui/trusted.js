/**
 * The page's one Trusted Types policy of its own, `afterglow`: it lets two scripts be loaded by URL and nothing else.
 * lit-html brings the other policy the server allows.
 */

const ALLOWED = new Set(["/static/js/workers/vault-worker.js", "/sw.js"]);

/** @typedef {{createScriptURL: (path: string) => unknown}} Policy */

/** @param {string} path @returns {string} */
function allowed(path) {
  if (!ALLOWED.has(path)) throw new TypeError(`not a script of this app: ${path}`);
  return path;
}

const factory =
  /** @type {{trustedTypes?: {createPolicy: (name: string, rules: object) => Policy}}} */ (globalThis)
    .trustedTypes;
const policy = factory?.createPolicy("afterglow", { createScriptURL: allowed });

/**
 * A URL that `new Worker()` and `serviceWorker.register()` take under `require-trusted-types-for 'script'`.
 * @param {"/static/js/workers/vault-worker.js" | "/sw.js"} path
 * @returns {string} a TrustedScriptURL where the browser has them; typed as text, because the DOM's types say so
 * @throws {TypeError} any other path
 */
export function scriptUrl(path) {
  return /** @type {string} */ (policy ? policy.createScriptURL(path) : allowed(path));
}
