// One request on its way to the server and back, and what may happen to it.

/** @import { Problem } from "../../static/js/sync/types.js" */
/** @import { Tab } from "./tab.js" */

/** @typedef {"lose" | "loseAnswer" | "twice" | "late" | "cutAnswer" | "error"} Mishap */
/** @typedef {{[mishap in Mishap]: number}} Weather  how likely each is */

const TIMEOUT_MS = 30_000;

/** Nothing goes wrong with a request. @type {Weather} */
export const FAIR = { lose: 0, loseAnswer: 0, twice: 0, late: 0, cutAnswer: 0, error: 0 };

/** @template T */
export class Request {
  #tab;
  #label;
  #handle;
  #resolve;
  #reject;
  #fate;
  #run;

  /**
   * @param {Tab} tab
   * @param {"pull" | "push"} label
   * @param {() => T | Promise<T>} handle by the server
   * @param {(value: T) => void} resolve
   * @param {(problem: unknown) => void} reject
   */
  constructor(tab, label, handle, resolve, reject) {
    const { world, server } = tab.device.around;
    this.#tab = tab;
    this.#label = label;
    this.#handle = handle;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#run = server.run;
    const drawn = Object.entries(tab.device.weather).filter(([, chance]) =>
      world.random.chance(chance),
    );
    this.#fate = new Set(drawn.map(([mishap]) => mishap));
  }

  send() {
    const { device } = this.#tab;
    const { world } = device.around;
    world.after(device.isOnline ? TIMEOUT_MS : 1, () => this.#fail({ kind: "network" }));
    if (!device.isOnline) {
      device.cover("offline", this.#label);
      return;
    }
    for (const mishap of this.#fate) device.cover(mishap, this.#label);
    if (this.#fate.has("lose")) return;
    const late = this.#fate.has("late") ? world.random.between(1_000, 90_000) : 0;
    world.after(world.random.between(10, 150) + late, () => this.#arrive());
    if (this.#fate.has("twice")) world.after(world.random.between(10, 40_000), () => this.#again());
  }

  async #arrive() {
    const { device } = this.#tab;
    const { world } = device.around;
    if (this.#isCutOff) return;
    const refusal = this.#refusal();
    const answer = refusal ? () => this.#fail(refusal) : await this.#served();
    if (this.#tab.isAlive) device.reach(this.#tab, this.#label, "after");
    if (this.#fate.has("loseAnswer")) return;
    world.after(world.random.between(10, 150), () => {
      if (device.isOnline && !this.#isCutOff) answer();
    });
  }

  /** A doubled request, perhaps long after the first: whatever it does is done, and its answer is heard by nobody. */
  async #again() {
    if (!this.#isCutOff && !this.#refusal()) await this.#served();
  }

  /** The server has been started anew since: its connections are dead. */
  get #isCutOff() {
    return this.#tab.device.around.server.run !== this.#run;
  }

  #served() {
    const settle = (/** @type {T} */ value) => this.#settle(value);
    const fail = (/** @type {unknown} */ problem) => this.#fail(problem);
    return this.#tab.device.outcome(this.#handle, settle, fail);
  }

  /** @returns {Problem | null} */
  #refusal() {
    const { device } = this.#tab;
    const { server, world } = device.around;
    if (server.isDown || this.#fate.has("error")) return { kind: "server" };
    if (!device.isSignedIn) return { kind: "signed-out" };
    const retryAfterMs = device.throttledUntil - world.now;
    return retryAfterMs > 0 ? { kind: "too-many", retryAfterMs } : null;
  }

  /** @param {T} value */
  #settle(value) {
    if (!this.#tab.isAlive) return;
    const isCut = this.#fate.has("cutAnswer") && value instanceof Uint8Array;
    this.#resolve(isCut ? /** @type {T} */ (cut(value)) : value);
  }

  /** @param {unknown} problem */
  #fail(problem) {
    if (this.#tab.isAlive) this.#reject(problem);
  }
}

/**
 * Half of an answer, never at the end of a record: that would be a page that says less than it should.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
function cut(bytes) {
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  return half.at(-1) === 10 ? half.slice(0, -1) : half;
}
