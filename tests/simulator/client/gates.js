// One thing at a time: every transaction, request and message of the code under test waits at a gate until the history lets it through. Between two of
// them all that can go on has gone on, WebCrypto included, so that the same seed leaves the same trace.

import { webcrypto } from "node:crypto";
import { hashText, Random } from "../random.js";

/** @import { Tab } from "./machine.js" */

/** @typedef {{tab: Tab, label: string, run: () => unknown, settle: (run: () => void) => void}} Gate */

const turn = () => new Promise((resolve) => setImmediate(resolve));
/** Turns of Node's loop without news after which nothing more comes by itself. */
const QUIET = 3;
/** More than this for one action, and it is going round in circles. */
const MOST = 20_000;

/** Calls of WebCrypto that have not answered. */
let calls = 0;
/** Where randomness comes from while a history is played. @type {Random | null} */
let source = null;

const { subtle } = webcrypto;
for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(subtle))) {
  const method = /** @type {any} */ (subtle)[name];
  if (typeof method !== "function" || name === "constructor") continue;
  Object.defineProperty(subtle, name, {
    value: async (/** @type {unknown[]} */ ...given) => {
      calls++;
      try {
        return await method.apply(subtle, given);
      } finally {
        calls--;
      }
    },
  });
}
const random = webcrypto.getRandomValues.bind(webcrypto);
Object.defineProperty(globalThis.crypto, "getRandomValues", {
  value: (/** @type {any} */ array) => {
    if (!source) return random(array);
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = source.below(256);
    return array;
  },
});

export class Gates {
  /** Virtual milliseconds since 1970. */
  now = Date.UTC(2026, 10, 22, 9, 0, 0);
  /** @type {string[] | null} kept only when a history is told */
  story = null;
  /** @type {Gate[]} */
  #waiting = [];
  /** @type {{at: number, fire: () => void, tab: Tab}[]} */
  #timers = [];
  #arrived = 0;
  /** Gates opened so far: the time by which one thing is before another. */
  opened = 0;
  requests = 0;
  #trace = "";

  /** @param {string} seed */
  constructor(seed) {
    this.random = new Random(seed);
    source = new Random(`secrets of ${seed}`);
  }

  /** @returns {string} */
  get traceHash() {
    return this.#trace;
  }

  /** @param {string} line */
  tell(line) {
    this.story?.push(line);
    this.#trace = hashText(`${this.#trace}${line}`);
  }

  /**
   * @template T
   * @param {Tab} tab
   * @param {string} label
   * @param {() => T | Promise<T>} run
   * @returns {Promise<T>} never settled where the tab is gone by then
   */
  pass(tab, label, run) {
    return new Promise((resolve, reject) => {
      this.#arrived++;
      const settle = (/** @type {() => void} */ done) => tab.isAlive && done();
      const go = async () => {
        try {
          const value = await run();
          return () => resolve(value);
        } catch (error) {
          return () => reject(error);
        }
      };
      this.#waiting.push({ tab, label, run: go, settle });
    });
  }

  /** @param {Tab} tab @param {number} ms @param {() => void} fire */
  after(tab, ms, fire) {
    const timer = { at: this.now + ms, fire, tab };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** @param {number} [most] gates that are opened; all there are, and those that come of them, when absent */
  async open(most = Number.POSITIVE_INFINITY) {
    for (let count = 0; count < most; count++) {
      await this.#settled();
      this.#waiting = this.#waiting.filter(({ tab }) => tab.isAlive);
      if (this.#waiting.length === 0) return;
      if (count > MOST) throw new Error("this never ends");
      const [gate] = this.#waiting.splice(this.random.below(this.#waiting.length), 1);
      if (!gate) return;
      this.opened++;
      this.tell(`${gate.tab.name} ${gate.label}`);
      const told = /** @type {() => void} */ (await gate.run());
      gate.settle(told);
    }
  }

  /** Time goes on as over a page that slept: what was to happen meanwhile happens once, at the end. @param {number} ms */
  async later(ms) {
    this.now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.now).sort((a, b) => a.at - b.at);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    for (const { tab, fire } of due) if (tab.isAlive) fire();
    await this.open();
  }

  async #settled() {
    let arrived = -1;
    for (let quiet = 0; quiet < QUIET; quiet++) {
      await turn();
      if (calls > 0 || arrived !== this.#arrived) quiet = -1;
      arrived = this.#arrived;
    }
  }
}
