// What a browser lends to the vault.

import { NetworkProblem } from "../network.js";

/** @import { Lent, TabMessage } from "../lent.js" */

/** The name of the database and of the channel between tabs. */
export const DATABASE = "afterglow";

/**
 * @param {(message: TabMessage) => void} onTold what another tab of this browser says
 * @returns {Lent}
 */
export function browserLent(onTold) {
  const tabs = new BroadcastChannel(DATABASE);
  tabs.onmessage = ({ data }) => onTold(data);
  return {
    origin: location.origin,
    fetch: (url, init) => fetch(url, init),
    databaseName: DATABASE,
    now: () => Date.now(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    clock: { now: () => Date.now(), after: later },
    random: () => /** @type {number} */ (crypto.getRandomValues(new Uint32Array(1))[0]) / 2 ** 32,
    // One tab of this browser syncs; a tab whose worker ends gives the lock back by itself.
    lock: (name, hold) => navigator.locks.request(name, hold),
    content,
    deviceName: deviceName(navigator),
    tell: (message) => tabs.postMessage(message),
  };
}

/**
 * A file of static/content, which lies on the device with the rest of the app. WebKit lets a request fail that it was asked while the
 * service worker took the page over: it is asked once more.
 * @param {string} name
 * @returns {Promise<any>}
 * @throws {NetworkProblem}
 */
async function content(name) {
  const read = async () => (await fetch(`/static/content/${name}.json`)).json();
  return read()
    .catch(read)
    .catch((cause) => {
      throw new NetworkProblem("network", "", { cause });
    });
}

/** @param {number} ms @param {() => void} fire @returns {() => void} */
function later(ms, fire) {
  const timer = setTimeout(fire, ms);
  return () => clearTimeout(timer);
}

/** By what stands in the texts with which a browser names itself, in this order: most say Safari, too. */
const BROWSERS = {
  Edge: /Edg/,
  Opera: /OPR|Opera/,
  Brave: /Brave/,
  "Samsung Internet": /Samsung/,
  Firefox: /Firefox|FxiOS/,
  Chrome: /Chrome|CriOS/,
  Safari: /Safari/,
};
const SYSTEMS = {
  iPhone: /iPhone/,
  iPad: /iPad/,
  Android: /Android/,
  Chromebook: /CrOS|Chrome OS/,
  Windows: /Windows/,
  Mac: /Mac/,
  Linux: /Linux/,
};

/**
 * @param {{userAgent?: string, userAgentData?: {brands?: {brand: string}[], platform?: string}}} navigator
 * @returns {string} such as `Chrome on Android`
 */
export function deviceName({ userAgent = "", userAgentData = {} }) {
  const { brands = [], platform = "" } = userAgentData;
  const said = [...brands.map(({ brand }) => brand), platform, userAgent].join(" ");
  const browser = named(BROWSERS, said) ?? "A browser";
  const system = named(SYSTEMS, said);
  // An iPad calls itself a Mac.
  const isPad = browser === "Safari" && system === "Mac";
  return system ? `${browser} on ${isPad ? "Mac or iPad" : system}` : browser;
}

/** @param {{[name: string]: RegExp}} signs @param {string} said */
function named(signs, said) {
  return Object.keys(signs).find((name) => signs[name]?.test(said));
}
