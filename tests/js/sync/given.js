// What the tests of the sync engine start from: a state in the middle of a round, records, queues, and a way to hand the engine one answer after another.

import assert from "node:assert/strict";
import { initialState, step } from "../../../static/js/sync/engine.js";
import { ZERO } from "../../../static/js/sync/engine-feed.js";

/** @import { DelOp, Effect, Event, GrantOp, Head, Meta, Problem, PutOp, Queue, RecordView, State, Work } from "../../../static/js/sync/types.js" */

export const OWN = "own";
export const PAIR = "pair";
export const BACK = "back";

/** @template E @typedef {E extends unknown ? Omit<E, "now" | "random" | "id"> : never} Bare */

/** Freezes all of it, so that a step that changes what it was given fails. @template T @param {T} value @returns {T} */
export function frozen(value) {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** One engine, driven by hand. */
export class Bench {
  now = 1_000_000;
  random = 0.5;
  /** @type {State} */
  state = frozen(initialState());
  /** @type {Effect[]} of the last step */
  effects = [];

  /** @param {Bare<Event>} bare @returns {Work | undefined} what it asks for next */
  take(bare) {
    const lent = { now: this.now, random: this.random, id: this.state.task };
    const event = /** @type {Event} */ (frozen({ ...lent, ...bare }));
    const [state, effects] = step(this.state, event);
    assert.deepEqual(JSON.parse(JSON.stringify(state)), state, "the state is plain JSON");
    this.state = frozen(state);
    this.effects = effects;
    return this.work;
  }

  /** @returns {Work | undefined} */
  get work() {
    return /** @type {Work | undefined} */ (this.effects.find((effect) => "id" in effect));
  }

  /** @returns {number | null | undefined} when it wakes by itself */
  get timer() {
    const timer = this.effects.find((effect) => effect.type === "timer");
    return timer?.type === "timer" ? timer.at : undefined;
  }

  /** @param {Partial<Meta>} [meta] @returns {Work | undefined} the first request */
  start(meta = {}) {
    this.take({ type: "wake", reason: "start" });
    return this.take({ type: "loaded", meta: { ...META, ...meta } });
  }

  /** @param {RecordView[]} records @param {{next?: number, more?: boolean, epoch?: string, known?: {[place: string]: string}}} [page] */
  page(records, { next, more = false, epoch = "epoch", known = {} } = {}) {
    const after = next ?? this.state.cursor + records.length;
    return this.take({ type: "page", page: { epoch, next: after, more, records }, known });
  }

  /** @param {number} [waiting] @param {number} [aside] */
  committed(waiting = this.state.waiting, aside = this.state.aside) {
    return this.take({ type: "committed", counts: { waiting, aside } });
  }

  /** @param {Problem} problem */
  failed(problem) {
    return this.take({ type: "failed", problem });
  }

  /** From the queue to the push: links, stores and sends what is given. @param {Queue} queue */
  send(queue) {
    const link = this.take({ type: "queue", queue });
    if (link?.type !== "link") throw new Error(`wants ${link?.type}`);
    const frames = link.drafts.map((draft, i) => ({
      log: draft.log,
      seq: draft.seq,
      prev: draft.prev ?? `${draft.log}:${draft.seq - 1}`,
      hash: `${draft.log}:${draft.seq}`,
      bytes: new Uint8Array(100 + i),
      covers: draft.covers,
      ops: draft.ops.map(({ n }) => n),
    }));
    this.take({ type: "linked", frames });
    return this.committed();
  }
}

/** @type {Meta} what a fresh storage says */
export const META = {
  own: OWN,
  epoch: "epoch",
  cursor: 0,
  strict: false,
  whole: true,
  heads: {},
  stored: {},
  sent: [],
  gaps: 0,
  waiting: 0,
  aside: 0,
};

/** @param {string} log @param {number} seq @param {Partial<RecordView>} [more] @returns {RecordView} `log:seq` is its hash */
export function record(log, seq, more = {}) {
  const prev = seq === 1 ? ZERO : `${log}:${seq - 1}`;
  return { log, seq, prev, hash: `${log}:${seq}`, type: "put", own: true, back: null, ...more };
}

/** @param {string} log @param {number} seq @param {Partial<Head>} [more] @returns {Head} */
export function head(log, seq, more = {}) {
  return { seq, hash: `${log}:${seq}`, shown: seq, mine: true, ...more };
}

/** @param {string} log @param {number} count @returns {{[place: string]: string}} what storage knows of a log of so many records */
export function stored(log, count) {
  const places = Array.from({ length: count }, (_, i) => `${log}:${i + 1}`);
  return Object.fromEntries(places.map((place) => [place, place]));
}

/** @param {number} n @param {string} rev @param {string | null} base @param {Partial<PutOp>} [more] @returns {PutOp} */
export function put(n, rev, base, more = {}) {
  return { n, log: OWN, kind: "put", item: "item", rev, base, size: 1_000, ...more };
}

/** @param {number} n @param {string} last @param {Partial<DelOp>} [more] @returns {DelOp} */
export function del(n, last, more = {}) {
  return { n, log: OWN, kind: "del", item: "item", last, ...more };
}

/** @param {number} n @param {string} rev @param {Partial<GrantOp>} [more] @returns {GrantOp} */
export function grant(n, rev, more = {}) {
  return { n, log: PAIR, kind: "grant", revs: [{ item: "item", rev }], ...more };
}

/** @param {Queue["ops"]} ops @param {Partial<Queue["items"][string]>} [view] of "item" @returns {Queue} */
export function queue(ops, view = {}) {
  const items = { item: { rev: null, deleted: false, known: [], ...view } };
  return { ops, items, logs: { [PAIR]: { closed: false, acked: false } }, more: false };
}
