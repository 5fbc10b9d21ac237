// Keeps one whole version of the app on the device, so that it opens with no network at all. It never touches /api/ and holds
// nothing personal. The server puts one line before this file, `self.BUILD = "…";`: the SHA-256 of /build.json, which holds
// every file. So these bytes change whenever any file does, and only that version, whole, is ever kept.

const worker = /** @type {ServiceWorkerGlobalScope & {BUILD: string}} */ (
  /** @type {unknown} */ (self)
);
const PREFIX = "shell-";
const NAME = PREFIX + worker.BUILD;

/** Paths that show the app; `SHELL_PATHS` of journal/server/shell.py are the same ones. */
const SHELL = /^\/(?:app|help|i|design)?$/;
/** Other paths that may be answered from the device. */
const KEPT = /^\/(?:static\/.+|build\.json|manifest\.webmanifest)$/;
/** Words of a language: what tells that it is kept. */
const WORDS = /^\/static\/js\/ui\/words\/([a-z]{2})\/first\.js$/;

worker.addEventListener("install", (event) => event.waitUntil(keepBuild()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  // Sent by the page when the person asks for the new version; until then the old one goes on, whole.
  if (event.data === "activate") event.waitUntil(worker.skipWaiting());
  // Sent by the page at its start, and when the person chooses another language.
  if (event.data?.language) event.waitUntil(keepLanguage(event.data.language));
});
worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== worker.location.origin) return;
  if (mode === "navigate" && SHELL.test(pathname)) event.respondWith(answer("/app", event.request));
  else if (KEPT.test(pathname)) event.respondWith(answer(pathname, event.request));
});

/** Fetches this version; fails, and is tried again later, when its bytes are not exactly those of the fingerprint. */
async function keepBuild() {
  const build = await fetch("/build.json", { cache: "no-cache", credentials: "omit" });
  const bytes = await build.clone().arrayBuffer();
  if (!build.ok || (await hashOf(bytes)) !== worker.BUILD) throw new Error("not this version");
  const { headers, files } = JSON.parse(new TextDecoder().decode(bytes));
  const cache = await caches.open(NAME);
  const kept = Object.entries(files).map(([path, { type, text }]) =>
    cache.put(path, new Response(text, { headers: { ...headers, "Content-Type": type } })),
  );
  await Promise.all(kept);
  await cache.put("/build.json", build);
  for (const language of await languagesBefore()) await keepLanguage(language);
}

/** @returns {Promise<Set<string>>} what versions before this one keep besides English */
async function languagesBefore() {
  const found = new Set();
  for (const name of (await caches.keys()).filter((name) => name.startsWith(PREFIX))) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const language = WORDS.exec(new URL(url).pathname)?.[1];
      if (language && language !== "en") found.add(language);
    }
  }
  return found;
}

/**
 * Keeps the files of a language that is not kept with every version, each checked by its hash. Fails, and is tried again with the
 * next start, when the server has another version by now.
 * @param {string} language
 */
async function keepLanguage(language) {
  const cache = await caches.open(NAME);
  const build = /** @type {Response} */ (await cache.match("/build.json"));
  const { headers, online } = await build.json();
  const ofIt = Object.keys(online).filter((path) => path.includes(`/${language}/`));
  const keep = async (/** @type {string} */ path) => {
    if (await cache.match(path)) return;
    const answer = await fetch(path, { cache: "no-cache", credentials: "omit" });
    const bytes = await answer.arrayBuffer();
    if ((await hashOf(bytes)) !== online[path]) throw new Error("not this version");
    const type = answer.headers.get("Content-Type") ?? "";
    await cache.put(path, new Response(bytes, { headers: { ...headers, "Content-Type": type } }));
  };
  await Promise.all(ofIt.map(keep));
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
