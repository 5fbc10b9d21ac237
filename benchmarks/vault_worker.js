// The vault's worker with one more call, `importMany`. The benchmark serves it in the place of static/js/workers/vault-worker.js.

import { browserLent } from "../vault/browser.js";
import { hostVault } from "../vault/host.js";
import { METHODS } from "../vault/methods.js";
import { createVault } from "../vault/vault.js";

const lent = browserLent((message) => vault.heard(message));
const vault = createVault(lent, (event, detail) => postMessage({ event, detail }));
const take = hostVault(vault, (told) => postMessage(told), [...METHODS, "importMany"]);
addEventListener("message", ({ data }) => take(data));
