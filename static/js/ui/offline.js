/**
 * The installed app's own affairs: opening without a network, taking a new version, being installed, keeping its storage.
 *
 * `appEvents` tells the screens: `update` (a new version is ready: offer it, then `applyUpdate()`), `install`
 * (`canInstall()` has changed), `connection` (`isOnline()` has changed).
 */

import { serviceWorkerUrl } from "./trusted.js";

/** @typedef {Event & {prompt: () => Promise<{outcome: "accepted"|"dismissed"}>}} InstallPromptEvent */

export const appEvents = new EventTarget();

const HOUR_MS = 3_600_000;
/** How long the first visit may wait until the device has the app. */
const PATIENCE_MS = 4000;
/** Name of the lock that tabs share while something unsaved is open in them. */
const UNSAVED = "unsaved";

/** @type {ServiceWorkerRegistration|undefined} */
let registration;
/** @type {InstallPromptEvent|undefined} */
let installPrompt;
let unsavedHere = 0;
let reloadDue = false;
let checkedAt = 0;

/**
 * Starts keeping the app on this device; call it once, after the first screen stands, so that it takes nothing from it.
 * What is loaded after it has resolved comes from the kept version and not a second time over the network.
 * @returns {Promise<boolean>} whether the device serves this page; false where the browser has no service workers or
 *   refuses them (private windows), and where keeping takes long: it then goes on by itself
 */
export async function registerServiceWorker() {
  const container = navigator.serviceWorker;
  if (!container) return false;
  let controlled = container.controller !== null;
  const taken = new Promise((resolve) => {
    container.addEventListener("controllerchange", () => {
      // The very first worker only takes charge of a page that is already of its version.
      if (controlled) reloadWhenSaved();
      controlled = true;
      resolve(true);
    });
  });
  const registered = container.register(serviceWorkerUrl(), { updateViaCache: "none" }).then(
    (current) => watch(current),
    () => false,
  );
  if (controlled) return true;
  const late = new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  return (await registered) && Promise.race([taken, late]);
}

/** @param {ServiceWorkerRegistration} current @returns {true} */
function watch(current) {
  registration = current;
  checkedAt = Date.now();
  if (updateReady()) announce("update");
  current.addEventListener("updatefound", () => {
    const { installing } = current;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && updateReady()) announce("update");
    });
  });
  // An installed app may stay open for weeks without a navigation, on which browsers look for a new version.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - checkedAt < HOUR_MS) return;
    checkedAt = Date.now();
    current.update().catch(() => {});
  });
  return true;
}

/** @returns {boolean} whether a whole new version is on the device and waits */
export function updateReady() {
  return Boolean(registration?.waiting && navigator.serviceWorker.controller);
}

/**
 * Takes the new version, in all tabs, by one reload of each.
 * @returns {Promise<boolean>} false when nothing waits, or something unsaved is open in this or another tab
 */
export async function applyUpdate() {
  const waiting = registration?.waiting;
  if (!waiting || unsavedHere > 0) return false;
  if (!navigator.locks) {
    waiting.postMessage("activate");
    return true;
  }
  return navigator.locks.request(UNSAVED, { ifAvailable: true }, (lock) => {
    if (lock) waiting.postMessage("activate");
    return lock !== null;
  });
}

/**
 * While something unsaved is open: no tab reloads for a new version until it is released.
 * @returns {() => void} releases; a second call does nothing
 */
export function holdReload() {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  navigator.locks?.request(UNSAVED, { mode: "shared" }, () => released);
  unsavedHere += 1;
  return once(() => {
    unsavedHere -= 1;
    release();
    if (reloadDue) reloadWhenSaved();
  });
}

/** @param {() => void} action */
function once(action) {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}

function reloadWhenSaved() {
  reloadDue = true;
  if (unsavedHere === 0) location.reload();
}

/**
 * Asks the device to keep a language besides English, now and with every later version.
 * @param {string} language
 */
export function keepLanguage(language) {
  navigator.serviceWorker?.controller?.postMessage({ language });
}

/**
 * How this device keeps the app on its home screen: the browser asks; or one goes by Safari's Share menu (iPhone, iPad), or by the menu of another
 * phone's browser. Safari may clear what a site keeps that was not opened for seven days of use; what stands on the home screen is left
 * alone, and has a storage of its own (webkit.org/blog/10218).
 * @returns {"ask"|"safari"|"menu"|null} null: it is installed, or this device is not one to be told
 */
export function wayToInstall() {
  if (isInstalled()) return null;
  if (installPrompt) return "ask";
  if ("standalone" in navigator) return "safari";
  return matchMedia("(pointer: coarse)").matches ? "menu" : null;
}

/**
 * Shows the browser's own question; call it from a click.
 * @returns {Promise<boolean>} whether the person accepted
 */
export async function promptInstall() {
  const prompt = installPrompt;
  installPrompt = undefined;
  announce("install");
  return (await prompt?.prompt())?.outcome === "accepted";
}

/** @returns {boolean} whether this window is the installed app and not a browser's tab */
function isInstalled() {
  const { standalone } = /** @type {{standalone?: boolean}} */ (navigator); // iOS
  return standalone === true || matchMedia("(display-mode: standalone)").matches;
}

/**
 * Asks the browser never to clear what this app keeps. Call it after the first saved entry and do not wait for it: Firefox
 * asks the person, and answers when they do.
 */
export function keepStorage() {
  const { storage } = navigator;
  storage
    ?.persisted?.()
    .then((kept) => kept || storage.persist())
    .catch(() => {});
}

/** @returns {boolean} false when the device knows that it has no network; true promises nothing */
export function isOnline() {
  return navigator.onLine;
}

/**
 * Which code this is, by the list that the service worker keeps and has checked every file against.
 * @returns {Promise<{version: string, fingerprint: string}>} fingerprint: SHA-256 of /build.json, 64 hexadecimal digits
 */
export async function buildInfo() {
  const bytes = await (await fetch("/build.json")).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const fingerprint = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { version: JSON.parse(new TextDecoder().decode(bytes)).version, fingerprint };
}

/** @param {"update"|"install"|"connection"} name */
function announce(name) {
  appEvents.dispatchEvent(new Event(name));
}

addEventListener("beforeinstallprompt", (event) => {
  // Kept for Me: nobody is asked to install at arrival.
  event.preventDefault();
  installPrompt = /** @type {InstallPromptEvent} */ (event);
  announce("install");
});
addEventListener("appinstalled", () => {
  installPrompt = undefined;
  announce("install");
});
addEventListener("online", () => announce("connection"));
addEventListener("offline", () => announce("connection"));
