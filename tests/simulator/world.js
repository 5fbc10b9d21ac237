// Virtual time: one queue of things to happen, one after the other, and a hash of all that happened.

import { hashText, Random } from "./random.js";

/** Characters of a trace that are hashed at once. */
const TRACE = 8_192;

/** Every await of the code under test is settled before the next thing happens. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

export class World {
  now = 0;
  /** @type {string[] | null} kept only when a history is told */
  story = null;
  /** @type {{at: number, order: number, run: () => void}[]} a heap by time, then by order */
  #queue = [];
  #order = 0;
  #held = 0;
  #trace = "";

  /** @param {string} seed */
  constructor(seed) {
    this.random = new Random(seed);
  }

  /** @param {number} ms @param {() => void} run @returns {() => void} how to cancel */
  after(ms, run) {
    const entry = { at: this.now + ms, order: this.#order++, run };
    this.#push(entry);
    return () => {
      entry.run = () => {};
    };
  }

  /**
   * Time stands still while real work (signatures) is done.
   * @template T
   * @param {Promise<T> | T} work
   * @returns {Promise<T>}
   */
  async hold(work) {
    this.#held++;
    try {
      return await work;
    } finally {
      this.#held--;
    }
  }

  /** @param {string} line */
  tell(line) {
    this.story?.push(`${this.now.toFixed(1)} ${line}`);
    this.#trace += `${this.now} ${line}\n`;
    if (this.#trace.length > TRACE) this.#trace = hashText(this.#trace);
  }

  /** Only for a story that is read. @param {() => string} line */
  note(line) {
    this.story?.push(`${this.now.toFixed(1)}   ${line()}`);
  }

  /** @returns {string} */
  get traceHash() {
    return hashText(this.#trace);
  }

  /**
   * @param {number} until stop at that time
   * @param {() => boolean} [isDone]
   */
  async run(until, isDone = () => false) {
    for (;;) {
      do await settled();
      while (this.#held > 0);
      const next = this.#queue[0];
      if (isDone() || !next || next.at > until) break;
      this.#pop();
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    if (Number.isFinite(until)) this.now = Math.max(this.now, until);
  }

  /** @param {{at: number, order: number, run: () => void}} entry */
  #push(entry) {
    const queue = this.#queue;
    let i = queue.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (isBefore(at(queue, parent), entry)) break;
      queue[i] = at(queue, parent);
      i = parent;
    }
    queue[i] = entry;
  }

  #pop() {
    const queue = this.#queue;
    const last = queue.pop();
    if (queue.length === 0 || !last) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= queue.length) break;
      if (child + 1 < queue.length && isBefore(at(queue, child + 1), at(queue, child))) child++;
      if (isBefore(last, at(queue, child))) break;
      queue[i] = at(queue, child);
      i = child;
    }
    queue[i] = last;
  }
}

/** @typedef {{at: number, order: number, run: () => void}} Entry */

/** @param {Entry[]} queue @param {number} i @returns {Entry} */
function at(queue, i) {
  return /** @type {Entry} */ (queue[i]);
}

/** @param {Entry} a @param {Entry} b */
function isBefore(a, b) {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
