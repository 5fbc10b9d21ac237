// What a browser lends to the vault.

import { NetworkProblem } from "../network.js";
import { deviceName } from "./device-name.js";

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
