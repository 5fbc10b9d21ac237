// The page's side of the vault: `vault` has exactly the methods of `Vault` (types.js) and is an EventTarget. Keys never come here.

import { vaultWorkerUrl } from "../../ui/trusted.js";
import { VaultError } from "../vault-error.js";
import { METHODS } from "./methods.js";

/** @import { Reason, Status, Vault } from "../types.js" */
/** @import { Told } from "./host.js" */

/** @typedef {{resolve: (result: any) => void, reject: (error: VaultError) => void}} Waiting */

/** One worker at a time: locking ends it, so that nothing of what was open stays in memory; the next call starts another. */
class VaultClient extends EventTarget {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #calls = 0;

  constructor() {
    super();
    for (const method of METHODS) this.#add(method);
    addEventListener("online", () => this.#wake("online"));
    document.addEventListener("visibilitychange", () => this.#seen());
  }

  /** @param {typeof METHODS[number]} method */
  #add(method) {
    const call = (/** @type {unknown} */ input) => this.#call(method, input);
    /** @type {{[method: string]: (input: unknown) => Promise<any>}} */
    const special = { lock: () => this.#lock(), saveEntry: (input) => this.#saveEntry(input) };
    Object.defineProperty(this, method, { value: special[method] ?? call });
  }

  /** @param {string} method @param {unknown} [input] @returns {Promise<any>} */
  #call(method, input) {
    const id = ++this.#calls;
    const worker = this.#started();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, input });
    });
  }

  /** @param {unknown} input @returns {Promise<any>} */
  async #saveEntry(input) {
    const saved = await this.#call("saveEntry", input);
    // Asked for once there is something to keep. Never waited for: Firefox asks the person, who may not answer.
    navigator.storage?.persist?.().catch(() => {});
    return saved;
  }

  /** @returns {Promise<Status>} */
  async #lock() {
    const status = await this.#call("lock");
    this.#end("locked");
    return status;
  }

  /** @returns {Worker} */
  #started() {
    if (this.#worker) return this.#worker;
    const worker = new Worker(vaultWorkerUrl(), { type: "module", name: "vault" });
    worker.onmessage = ({ data }) => this.#heard(data);
    worker.onerror = () => this.#broke(worker);
    worker.postMessage({ seen: !document.hidden });
    this.#worker = worker;
    return worker;
  }

  /** @param {Told} told */
  #heard(told) {
    if ("event" in told) {
      this.dispatchEvent(new CustomEvent(told.event, { detail: told.detail }));
      return;
    }
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    // For whoever reports a fault of the app's own; it holds no words.
    if ("where" in told) document.documentElement.dataset.fault = told.where;
    if ("reason" in told) waiting?.reject(new VaultError(/** @type {Reason} */ (told.reason)));
    else waiting?.resolve(told.result);
  }

  /** The worker died: whoever waits is told, and the screens lock. What was saved lies on the device. @param {Worker} worker */
  async #broke(worker) {
    if (worker !== this.#worker) return;
    const isFirst = this.#waiting.size > 0 && this.#calls === this.#waiting.size;
    this.#end(isFirst ? "unsupported-browser" : "locked");
    if (isFirst) return;
    const detail = await this.#call("status").catch(() => null);
    if (detail) this.dispatchEvent(new CustomEvent("status", { detail }));
  }

  /** @param {Reason} reason told to whoever still waits */
  #end(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new VaultError(reason));
    this.#waiting.clear();
  }

  /** Whether somebody has done something: what has changed is told as `changed`. */
  look() {
    this.#wake("look");
  }

  /** The page has come to the front, or nobody sees it any more. */
  #seen() {
    this.#worker?.postMessage({ seen: !document.hidden });
    if (!document.hidden) this.#wake("focus");
  }

  /** @param {"online"|"focus"|"look"} reason */
  #wake(reason) {
    this.#worker?.postMessage({ wake: reason });
  }
}

export { VaultError };
export const vault = /** @type {VaultClient & Vault} */ (new VaultClient());
