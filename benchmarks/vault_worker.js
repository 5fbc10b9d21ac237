// The vault's worker with one more call, `importMany`. The benchmark serves it in the place of static/js/workers/vault-worker.js.

import { browserLent } from "../vault/door/browser.js";
import { hostVault } from "../vault/door/host.js";
import { METHODS } from "../vault/door/methods.js";
import { createVault } from "../vault/door/vault.js";

const lent = browserLent((message) => vault.heard(message));
const vault = createVault(lent, (event, detail) => postMessage({ event, detail }));
const take = hostVault(vault, (told) => postMessage(told), [...METHODS, "importMany"]);
addEventListener("message", ({ data }) => take(data));
