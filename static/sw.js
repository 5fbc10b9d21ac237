// Keeps one whole build of the app on the device, so that it opens with no network at all. It never touches /api/ and holds
// nothing personal. The server puts one line before this file, `self.BUILD = "…";`: the SHA-256 of /build.json, which in turn
// lists the SHA-256 of every file. So these bytes change whenever any file does, and only files of that build are ever kept.

const worker = /** @type {ServiceWorkerGlobalScope & {BUILD: string}} */ (
  /** @type {unknown} */ (self)
);
const PREFIX = "shell-";
const NAME = PREFIX + worker.BUILD;

/** Paths that show the app; `SHELL_PATHS` of journal/server/shell.py are the same ones. */
const SHELL = /^\/(?:app|help|i|design)?$/;
/** Other paths that may be answered from the device. */
const KEPT = /^\/(?:static\/.+|build\.json|manifest\.webmanifest)$/;

worker.addEventListener("install", (event) => event.waitUntil(keepBuild()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  // Sent by the page when the person asks for the new version; until then the old one goes on, whole.
  if (event.data === "activate") event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== worker.location.origin) return;
  if (mode === "navigate" && SHELL.test(pathname)) event.respondWith(answer("/app", event.request));
  else if (KEPT.test(pathname)) event.respondWith(answer(pathname, event.request));
});

/** Fetches every file of this build; fails as a whole, and is tried again later, when one of them is not as listed. */
async function keepBuild() {
  const list = await fetchExact("/build.json", worker.BUILD);
  const { precache } = await list.clone().json();
  const cache = await caches.open(NAME);
  await Promise.all(
    Object.entries(precache).map(async ([path, sha256]) =>
      cache.put(path, await fetchExact(path, sha256)),
    ),
  );
  await cache.put("/build.json", list);
}

/**
 * @param {string} path
 * @param {string} sha256 hexadecimal
 * @returns {Promise<Response>} the file; rejects when it is missing or its bytes are others
 */
async function fetchExact(path, sha256) {
  // "no-cache" asks the server each time, which answers 304 for what the browser has just loaded.
  const response = await fetch(path, { cache: "no-cache", credentials: "omit" });
  const bytes = await response.clone().arrayBuffer();
  if (!response.ok || (await hashOf(bytes)) !== sha256) {
    throw new Error(`${path} is not the file of this version`);
  }
  return response;
}

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Drops the versions before this one, and serves pages that were opened before there was any worker. */
async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * @param {string} path
 * @param {Request} request asked of the network when the device does not have the file
 */
async function answer(path, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}
