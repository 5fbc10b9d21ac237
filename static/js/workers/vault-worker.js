// The worker in which the vault lives: lends it the browser, and speaks with the page. Nothing else is reachable from there.

import { hostVault } from "../vault/host.js";
import { LocalVault } from "../vault/vault.js";

/** @import { Lent } from "../vault/lent.js" */

const DATABASE = "afterglow";
const tabs = new BroadcastChannel("afterglow");

/** @type {Lent} */
const lent = {
  origin: location.origin,
  fetch: (url, init) => fetch(url, init),
  databaseName: DATABASE,
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  clock: {
    now: () => Date.now(),
    after: (ms, fire) => {
      const timer = setTimeout(fire, ms);
      return () => clearTimeout(timer);
    },
  },
  random: () => /** @type {number} */ (crypto.getRandomValues(new Uint32Array(1))[0]) / 2 ** 32,
  // One tab of this browser syncs; a tab whose worker ends gives the lock back by itself.
  lock: (name, hold) => navigator.locks.request(name, hold),
  content: async (name) => (await fetch(`/static/content/${name}.json`)).json(),
  deviceName: deviceName(navigator.userAgent),
  tell: (message) => tabs.postMessage(message),
};

const vault = new LocalVault(lent, (event, detail) => postMessage({ event, detail }));
const take = hostVault(vault, (told) => postMessage(told));
addEventListener("message", ({ data }) => take(data));
tabs.onmessage = ({ data }) => vault.heard(data);

/** @param {string} agent @returns {string} such as `Firefox, Android`: for the list of devices, sealed */
function deviceName(agent) {
  const browsers = ["Firefox", "Edg", "Chrome", "Safari"];
  const systems = ["Android", "iPhone", "iPad", "Windows", "Mac", "Linux"];
  const named = (/** @type {string[]} */ names) => names.find((name) => agent.includes(name));
  return [named(browsers), named(systems)].filter(Boolean).join(", ");
}
