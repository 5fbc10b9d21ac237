// The runner: what it lends the engine's wishes to, in which order, and what it makes of failures.

import assert from "node:assert/strict";
import test from "node:test";
import { SyncRunner } from "../../../static/js/sync/runner.js";
import { head, META, OWN, put, queue, record } from "./given.js";

/** @import { Change, Counts, Draft, Frame, Given, Meta, Page, Queue, SyncState } from "../../../static/js/sync/types.js" */

/** Lent objects that remember what they were asked, and end the test's wait when the status says so. */
class Lent {
  /** @type {string[]} */
  asked = [];
  /** @type {Change[]} */
  changes = [];
  /** @type {Draft[]} */
  drafts = [];
  /** @type {Uint8Array[][]} */
  pushes = [];
  /** @type {Meta} */
  meta = META;
  /** @type {Queue[]} one for each time it is asked for */
  queues = [];
  /** @type {Page} */
  page = { epoch: "epoch", next: 0, more: false, records: [] };
  /** @type {{state: SyncState, waiting: number, aside: number}[]} */
  told = [];
  /** @type {(log: string, seq: number) => Uint8Array | null} */
  frame = () => new Uint8Array(10);
  /** @type {(() => void) | null} */
  fire = null;
  #settle = () => {};

  /** @param {Partial<Given>} [other] @returns {SyncRunner} */
  runner(other = {}) {
    return new SyncRunner({ ...this.#given(), ...other });
  }

  /** @param {SyncRunner} runner @returns {Promise<void>} when it rests */
  async rests(runner) {
    const rest = new Promise((resolve) => {
      this.#settle = () => resolve(undefined);
    });
    runner.start();
    await rest;
  }

  /** @returns {Given} */
  #given() {
    return {
      network: {
        feed: async (after) => {
          this.asked.push(`feed ${after}`);
          return new Uint8Array(1);
        },
        push: async (frames) => {
          this.asked.push("push");
          this.pushes.push(frames);
          const results = [{ log: OWN, accepted: frames.length, problem: null }];
          return { epoch: "epoch", results };
        },
      },
      storage: {
        load: async () => this.meta,
        counts: async () => this.#counts,
        commit: async (change) => {
          this.changes.push(change);
          return this.#counts;
        },
        hashes: async (places) =>
          Object.fromEntries(places.map(({ log, seq }) => [`${log}:${seq}`, `${log}:${seq}`])),
        queue: async () => this.queues.shift() ?? queue([]),
        orphans: async () => [],
        frames: async (places) => places.map(({ seq }) => Uint8Array.of(seq)),
      },
      vault: {
        read: async () => this.page,
        link: async (draft) => this.#link(draft),
        fork: async ({ op, covers }) => ({ op, covers, copy: null }),
        frame: async (log, seq) => this.frame(log, seq),
      },
      clock: { now: () => 0, after: (_ms, fire) => this.#after(fire) },
      random: () => 0.5,
      lock: (_name, hold) => hold(),
      onStatus: (status) => {
        this.told.push(status);
        if (status.state !== "busy") this.#settle();
      },
    };
  }

  /** @returns {Counts} */
  get #counts() {
    return { waiting: this.queues.length, aside: 0 };
  }

  /** @param {Draft} draft @returns {Frame} */
  #link(draft) {
    this.drafts.push(draft);
    const { log, seq, prev } = draft;
    return { log, seq, prev: prev ?? "", hash: `${log}:${seq}`, bytes: Uint8Array.of(seq) };
  }

  /** @param {() => void} fire */
  #after(fire) {
    this.fire = fire;
    return () => {
      this.fire = null;
    };
  }
}

test("it pulls, stores, links, stores, pushes and stores, in that order", async () => {
  const lent = new Lent();
  lent.meta = { ...META, waiting: 1 };
  lent.queues = [queue([put(1, "a", null)])];
  lent.page = {
    epoch: "epoch",
    next: 1,
    more: false,
    records: [record("back", 1, { own: false })],
  };
  await lent.rests(lent.runner());
  assert.deepEqual(lent.asked, ["feed 0", "push"]);
  assert.deepEqual(
    lent.changes.map((change) => [
      change.records?.length,
      change.sent?.length,
      change.acked?.length,
    ]),
    [
      [1, undefined, 0],
      [undefined, 1, undefined],
      [undefined, undefined, 1],
    ],
  );
  assert.deepEqual(lent.told.at(-1), { state: "idle", waiting: 0, aside: 0 });
});

test("records of one log linked together are chained by the hashes the vault gives", async () => {
  const lent = new Lent();
  lent.meta = { ...META, waiting: 2, heads: { [OWN]: head(OWN, 4) }, stored: { [OWN]: 4 } };
  const ops = [
    put(1, "a", null, { size: 700_000 }),
    put(2, "b", null, { item: "i", size: 700_000 }),
  ];
  lent.queues = [{ ...queue(ops), items: {} }];
  await lent.rests(lent.runner());
  assert.deepEqual(
    lent.drafts.map(({ seq, prev }) => [seq, prev]),
    [
      [5, "own:4"],
      [6, "own:5"],
    ],
  );
});

test("lost records are made again in pushes that fit the link", async () => {
  const lent = new Lent();
  const heads = { [OWN]: head(OWN, 5, { shown: 0 }) };
  lent.meta = { ...META, heads, stored: { [OWN]: 5 } };
  lent.frame = () => new Uint8Array(30_000);
  await lent.rests(lent.runner());
  assert.deepEqual(
    lent.pushes.map(({ length }) => length),
    [2, 3],
  );
  assert.deepEqual(lent.changes.at(-1)?.heads, { [OWN]: head(OWN, 5, { fed: 0 }) });
});

test("records before one that cannot be made again are pushed; from it on the log is rewound", async () => {
  const lent = new Lent();
  const heads = { [OWN]: head(OWN, 3, { shown: 0 }) };
  lent.meta = { ...META, heads, stored: { [OWN]: 3 } };
  lent.frame = (_log, seq) => (seq < 3 ? new Uint8Array(9) : null);
  await lent.rests(lent.runner());
  assert.deepEqual(
    lent.pushes.map(({ length }) => length),
    [2],
  );
  assert.deepEqual(lent.changes.find(({ rewind }) => rewind)?.rewind, [{ log: OWN, from: 3 }]);
});

test("what nobody named is waited for like a broken store, and tried again by the timer", async () => {
  const lent = new Lent();
  const runner = lent.runner({
    network: {
      feed: async () => {
        throw new TypeError("a mistake");
      },
      push: async () => ({ epoch: "", results: [] }),
    },
  });
  await lent.rests(runner);
  assert.equal(lent.told.at(-1)?.state, "attention");
  lent.told = [];
  lent.fire?.();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    lent.told.map(({ state }) => state),
    ["busy", "attention"],
  );
});

test("a failure keeps what the lent object said of it", async () => {
  const lent = new Lent();
  /** @type {number[]} */
  const waits = [];
  const runner = lent.runner({
    network: {
      feed: async () => {
        throw Object.assign(new Error("too many"), { kind: "too-many", retryAfterMs: 77_000 });
      },
      push: async () => ({ epoch: "", results: [] }),
    },
    clock: {
      now: () => 0,
      after: (ms) => {
        waits.push(ms);
        return () => {};
      },
    },
  });
  await lent.rests(runner);
  assert.deepEqual(waits, [77_000]);
});

test("stopped, it lets go of the lock, and hears nothing more", async () => {
  const lent = new Lent();
  const runner = lent.runner();
  const ended = runner.start();
  runner.stop();
  await ended;
  const asked = lent.asked.length;
  runner.wake("op");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(lent.asked.length, asked);
});

test("it does nothing before it has the lock", async () => {
  const lent = new Lent();
  const runner = lent.runner({ lock: () => new Promise(() => {}) });
  runner.start();
  runner.wake("person");
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(lent.asked, []);
});
