// The worker in which the vault lives: lends it the browser, and speaks with the page. Nothing else is reachable from there.

import { browserLent } from "../vault/door/browser.js";
import { hostVault } from "../vault/door/host.js";
import { createVault } from "../vault/door/vault.js";

const lent = browserLent((message) => vault.heard(message));
const vault = createVault(lent, (event, detail) => postMessage({ event, detail }));
const take = hostVault(vault, (told) => postMessage(told));
addEventListener("message", ({ data }) => take(data));
