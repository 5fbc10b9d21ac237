// Carries out what the engine asks for, with the objects lent to it (docs/architecture.md, "Sync"). The same file runs in the browser's worker and in the simulator.

import { initialState, step } from "./engine.js";
import { placeName, ZERO } from "./engine-feed.js";

/** @import { Effect, Event, Given, Lent, Place, Problem, Reason, SentFrame, State, Work } from "./types.js" */

/** @template E @typedef {E extends unknown ? Omit<E, keyof Lent> : never} Bare */

/** One of them for each account on a device; the lock sees to it that only one of an origin's works at a time. */
export class SyncRunner {
  #given;
  /** @type {State} */
  #state = initialState();
  #cancelTimer = () => {};
  #release = () => {};
  #isRunning = false;

  /** @param {Given} given */
  constructor(given) {
    this.#given = given;
  }

  /**
   * Waits for its turn among the origin's tabs, then syncs until `stop`.
   * @returns {Promise<void>} resolves when it has stopped
   */
  start() {
    return this.#given.lock("afterglow-sync", async () => {
      const stopped = new Promise((resolve) => {
        this.#release = () => resolve(undefined);
      });
      this.#isRunning = true;
      this.wake("start");
      await stopped;
    });
  }

  /** Forgets what is under way: whatever was stored stays, whatever was sent is resolved at the next start. */
  stop() {
    if (this.#isRunning) this.#take({ type: "halt" });
    this.#isRunning = false;
    this.#release();
  }

  /** @returns {number} up to where the feed has been read */
  get cursor() {
    return this.#state.cursor;
  }

  /** @param {Reason} reason */
  wake(reason) {
    if (this.#isRunning) this.#take({ type: "wake", reason });
  }

  /** @param {Bare<Event>} bare */
  #take(bare) {
    const event = /** @type {Event} */ ({
      ...bare,
      now: this.#given.clock.now(),
      random: this.#given.random(),
    });
    const [state, effects] = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
  }

  /** @param {Effect} effect */
  #perform(effect) {
    if (effect.type === "status") {
      const { state, waiting, aside } = effect;
      this.#given.onStatus({ state, waiting, aside });
    } else if (effect.type === "timer") this.#setTimer(effect.at);
    else this.#work(effect);
  }

  /** @param {number | null} at */
  #setTimer(at) {
    this.#cancelTimer();
    this.#cancelTimer = () => {};
    if (at === null) return;
    const { clock } = this.#given;
    this.#cancelTimer = clock.after(Math.max(0, at - clock.now()), () => this.wake("timer"));
  }

  /** @param {Work} work */
  async #work(work) {
    const { id } = work;
    /** @type {Bare<Event>} */
    let event;
    try {
      event = /** @type {Bare<Event>} */ ({ ...(await this.#outcome(work)), id });
    } catch (error) {
      event = { type: "failed", id, problem: problemOf(error) };
    }
    this.#take(event);
  }

  /** @param {Work} work @returns {Promise<object>} the event that answers, without its id */
  async #outcome(work) {
    const { storage, vault } = this.#given;
    switch (work.type) {
      case "load":
        return { type: "loaded", meta: await storage.load() };
      case "pull":
        return this.#pull(work);
      case "commit":
        return { type: "committed", counts: await storage.commit(work.change) };
      case "orphans":
        return this.#orphans(work);
      case "gather":
        return { type: "queue", queue: await storage.queue(work.bytes) };
      case "fork":
        return { type: "forked", forks: await inTurn(work.ops, (lost) => vault.fork(lost)) };
      case "link":
        return this.#link(work.drafts);
      case "push":
        return this.#push(work);
    }
  }

  /** @param {Extract<Work, {type: "pull"}>} work */
  async #pull({ after, limit }) {
    const { network, vault, storage } = this.#given;
    const page = await vault.read(await network.feed(after, limit));
    const places = page.records.flatMap(({ log, seq }) => [
      { log, seq },
      { log, seq: seq - 1 },
    ]);
    return { type: "page", page, known: places.length > 0 ? await storage.hashes(places) : {} };
  }

  /** @param {{log: string, from: number}} place */
  async #orphans({ log, from }) {
    const { storage } = this.#given;
    const before = from === 1 ? {} : await storage.hashes([{ log, seq: from - 1 }]);
    const prev = from === 1 ? ZERO : before[placeName(log, from - 1)];
    return { type: "orphans", log, from, prev, ops: await storage.orphans(log, from) };
  }

  /** @param {import("./types.js").Draft[]} drafts */
  async #link(drafts) {
    /** @type {{[log: string]: string}} */
    const prevs = {};
    const frames = await inTurn(drafts, async (draft) => {
      const frame = await this.#given.vault.link({
        ...draft,
        prev: draft.prev ?? prevs[draft.log] ?? ZERO,
      });
      prevs[draft.log] = frame.hash;
      /** @type {SentFrame} */
      const sent = { ...frame, covers: draft.covers, ops: draft.ops.map(({ n }) => n) };
      return sent;
    });
    return { type: "linked", frames };
  }

  /** @param {Extract<Work, {type: "push"}>} work */
  async #push({ again, most, bytes, sent }) {
    const { network, storage } = this.#given;
    const old = await this.#oldFrames(again, most, bytes);
    const frames = [...old.map(({ bytes }) => bytes), ...(await storage.frames(sent))];
    const pushed = [...old.map(({ place }) => place), ...sent];
    return { type: "pushed", answer: await network.push(frames), pushed };
  }

  /**
   * Records that a restored server lost, made again byte for byte, as many as one push holds.
   * @param {{log: string, from: number, to: number}[]} again
   * @param {number} most records
   * @param {number} room bytes
   */
  async #oldFrames(again, most, room) {
    /** @type {{place: Place, bytes: Uint8Array}[]} */
    const frames = [];
    let size = 0;
    for (const { log, from, to } of again) {
      for (let seq = from; seq <= to; seq++) {
        const bytes = await this.#given.vault.frame(log, seq);
        if (!bytes && frames.length === 0) throw { kind: "lost-frame", place: { log, from: seq } };
        size += bytes?.length ?? 0;
        if (!bytes || frames.length >= most || (frames.length > 0 && size > room)) return frames;
        const hash = await this.#given.storage.hashes([{ log, seq }]);
        frames.push({ place: { log, seq, hash: hash[placeName(log, seq)] ?? "" }, bytes });
      }
    }
    return frames;
  }
}

/**
 * @template T, R
 * @param {T[]} values
 * @param {(value: T) => Promise<R>} make
 * @returns {Promise<R[]>} one after the other
 */
async function inTurn(values, make) {
  const made = [];
  for (const value of values) made.push(await make(value));
  return made;
}

const KINDS = new Set([
  "network",
  "signed-out",
  "too-many",
  "refused",
  "feed-ahead",
  "server",
  "malformed",
  "tampered",
  "stale",
  "unsupported",
  "quota",
  "storage",
  "unlinkable",
  "lost-frame",
  "locked",
]);

/** @param {unknown} error @returns {Problem} */
function problemOf(error) {
  const { kind, retryAfterMs, epoch, ops, place } = /** @type {Problem} */ (error ?? {});
  // A failure nobody named is a fault of this program: wait, and try again from what storage says.
  if (!KINDS.has(kind)) return { kind: "storage" };
  return { kind, retryAfterMs, epoch, ops, place };
}
