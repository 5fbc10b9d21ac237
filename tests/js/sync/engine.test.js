// The engine step by step, the faults that a history seldom makes included.

import assert from "node:assert/strict";
import test from "node:test";
import { step } from "../../../static/js/sync/engine.js";
import { BACK, Bench, frozen, head, META, OWN, PAIR, put, queue, record, stored } from "./given.js";

/** @import { Change, Event, Place, PushAnswer, Sent, Work } from "../../../static/js/sync/types.js" */

/** @param {Work | undefined} work @returns {Change} */
function change(work) {
  if (work?.type !== "commit") throw new Error(`a change is wanted, not ${work?.type}`);
  return work.change;
}

/** @param {string} log @param {number} accepted @param {string | null} [type] @returns {PushAnswer} */
function answer(log, accepted, type = null) {
  return { epoch: "epoch", results: [{ log, accepted, problem: type ? { type } : null }] };
}

/** @param {Work | undefined} work @returns {Place[]} */
function sent(work) {
  if (work?.type !== "push") throw new Error(`a push is wanted, not ${work?.type}`);
  return work.sent;
}

/** A bench whose one queued revision has just been sent. @returns {{bench: Bench, pushed: Place[]}} */
function afterSend(ops = [put(1, "a", null)]) {
  const bench = new Bench();
  bench.start({ waiting: ops.length });
  bench.page([]);
  return { bench, pushed: sent(bench.send(queue(ops))) };
}

/** @param {string} log @returns {Sent} its first record, sent and not answered */
function unanswered(log) {
  const { seq, prev, hash } = record(log, 1);
  return { log, seq, prev, hash, size: 100, count: 1, n: 1 };
}

/** A server that takes every record but those that say one operation. */
class Refusing {
  /** @type {number[]} */
  stored = [];
  #n;

  /** @param {number} n */
  constructor(n) {
    this.#n = n;
  }

  /**
   * @param {Bench} bench
   * @param {Work | undefined} work a push
   * @param {{n: number}[]} queued
   * @returns {{gone: number[], aside: number[]}}
   */
  take(bench, work, queued) {
    const pushed = sent(work);
    const said = bench.state.sent.map(({ n, count }) => {
      const from = queued.findIndex((op) => op.n === n);
      return queued.slice(from, from + count).map((op) => op.n);
    });
    const bad = said.findIndex((ns) => ns.includes(this.#n));
    const good = said.slice(0, bad === -1 ? said.length : bad);
    this.stored.push(...good.flat());
    const told = answer(OWN, good.length, bad === -1 ? null : "malformed");
    const { aside = [] } = change(bench.take({ type: "pushed", answer: told, pushed }));
    const ns = aside.map(({ n }) => n);
    return { gone: [...good.flat(), ...ns], aside: ns };
  }
}

test("nothing to do is one request, no transaction and no push", () => {
  const bench = new Bench();
  assert.equal(bench.start()?.type, "pull");
  assert.equal(bench.page([]), undefined);
  assert.equal(bench.state.mode, "idle");
  assert.ok((bench.timer ?? 0) > bench.now);
});

test("the feed is pulled to its end before anything is gathered", () => {
  const bench = new Bench();
  bench.start({ waiting: 1 });
  assert.equal(change(bench.page([record(OWN, 1)], { more: true })).cursor, 1);
  assert.deepEqual(bench.committed()?.type, "pull");
  bench.page([record(OWN, 2)]);
  assert.equal(bench.committed()?.type, "gather");
});

test("records, heads and cursor of a page are one transaction", () => {
  const bench = new Bench();
  bench.start();
  const { records, heads, cursor, epoch } = change(bench.page([record(OWN, 1), record(OWN, 2)]));
  assert.equal(records?.length, 2);
  assert.deepEqual(heads, { [OWN]: head(OWN, 2) });
  assert.deepEqual([cursor, epoch], [2, "epoch"]);
});

test("frames are stored strictly before they are sent", () => {
  const bench = new Bench();
  bench.start({ waiting: 1 });
  bench.page([]);
  bench.take({ type: "queue", queue: queue([put(1, "a", null)]) });
  const { log, seq, prev, hash } = unanswered(OWN);
  const frames = [{ log, seq, prev, hash, bytes: new Uint8Array(9), covers: [1], ops: [1] }];
  const store = change(bench.take({ type: "linked", frames }));
  assert.equal(store.durability, "strict");
  assert.deepEqual(store.sent, frames);
  assert.deepEqual(sent(bench.committed()), [{ log, seq, hash }]);
});

test("a frame without an answer is sent again as it is, before anything new is linked", () => {
  const bench = new Bench();
  bench.start({ waiting: 2, sent: [unanswered(OWN)] });
  const { log, seq, hash } = unanswered(OWN);
  assert.deepEqual(sent(bench.page([])), [{ log, seq, hash }]);
});

test("an acknowledged record takes its operations along in one strict transaction", () => {
  const { bench, pushed } = afterSend();
  const ack = change(bench.take({ type: "pushed", answer: answer(OWN, 1), pushed }));
  assert.equal(ack.durability, "strict");
  assert.deepEqual(ack.acked, pushed);
  assert.deepEqual(ack.heads, { [OWN]: head(OWN, 1, { fed: 0 }) });
  bench.committed(0);
  assert.equal(bench.state.mode, "idle");
});

test("an answer that was lost is found in the feed", () => {
  const bench = new Bench();
  bench.start({ waiting: 1, sent: [unanswered(OWN)] });
  const { acked } = change(bench.page([record(OWN, 1)]));
  assert.deepEqual(acked, [{ log: OWN, seq: 1, hash: "own:1" }]);
});

test("a record of another device in the same place unlinks what was sent", () => {
  const { bench, pushed } = afterSend();
  change(bench.take({ type: "pushed", answer: answer(OWN, 0, "stale"), pushed }));
  assert.equal(bench.committed()?.type, "pull");
  const { unlink, acked } = change(bench.page([record(OWN, 1, { hash: "other" })]));
  assert.deepEqual([unlink, acked], [[OWN], []]);
  assert.equal(bench.committed()?.type, "gather");
});

test("the same head under the same epoch is an alarm when it changes, and sync stops", () => {
  const bench = new Bench();
  bench.start({ heads: { [OWN]: head(OWN, 1) }, stored: { [OWN]: 1 } });
  const alarm = change(bench.page([record(OWN, 1, { hash: "x" })], { known: stored(OWN, 1) }));
  assert.deepEqual(alarm.notices, [{ type: "history-changed", item: null }]);
  bench.committed();
  assert.equal(bench.state.mode, "stopped");
  assert.equal(bench.take({ type: "wake", reason: "focus" }), undefined);
  assert.equal(bench.take({ type: "wake", reason: "person" })?.type, "load");
});

test("a record that does not follow the head is an alarm", () => {
  const bench = new Bench();
  bench.start({ heads: { [OWN]: head(OWN, 1) }, stored: { [OWN]: 1 } });
  const alarm = change(bench.page([record(OWN, 2, { prev: "x" })], { known: stored(OWN, 1) }));
  assert.equal(alarm.notices?.[0]?.type, "history-changed");
});

test("a page with records missing is looked for from the beginning, once", () => {
  const bench = new Bench();
  bench.start({ cursor: 7, heads: { [OWN]: head(OWN, 1) }, stored: { [OWN]: 1 } });
  assert.equal(change(bench.page([record(OWN, 3)])).cursor, 0);
  assert.deepEqual(bench.committed(), {
    type: "pull",
    after: 0,
    limit: bench.state.page,
    id: bench.state.task,
  });
  const known = stored(OWN, 1);
  const all = [record(OWN, 1), record(OWN, 2), record(OWN, 3)];
  assert.equal(change(bench.page(all, { known })).records?.length, 2);
});

test("a page that ends nowhere is a fault, not a loop", () => {
  const bench = new Bench();
  bench.start({ cursor: 5 });
  bench.page([], { next: 5, more: true });
  assert.equal(bench.state.mode, "waiting");
});

test("a new epoch is said, and everything is pulled anew", () => {
  const bench = new Bench();
  bench.start({ cursor: 9, heads: { [OWN]: head(OWN, 2) }, stored: { [OWN]: 2 } });
  const anew = change(bench.page([], { epoch: "later" }));
  assert.deepEqual(anew.notices, [{ type: "server-restored", item: null }]);
  assert.deepEqual([anew.cursor, anew.epoch, anew.strict], [0, "later", false]);
  assert.deepEqual(anew.heads, { [OWN]: head(OWN, 2, { shown: 0 }) });
  assert.deepEqual(bench.committed(), {
    type: "pull",
    after: 0,
    limit: bench.state.page,
    id: bench.state.task,
  });
});

test("what a restored server lost is pushed again before anything else", () => {
  const bench = new Bench();
  const heads = { [PAIR]: head(PAIR, 2, { shown: 1 }), [OWN]: head(OWN, 3, { shown: 1 }) };
  bench.start({ heads, stored: { [OWN]: 3, [PAIR]: 2 }, waiting: 1 });
  const push = bench.page([]);
  assert.deepEqual(push?.type === "push" && [push.again, push.sent], [
    [
      { log: OWN, from: 2, to: 3 },
      { log: PAIR, from: 2, to: 2 },
    ],
    [],
  ]);
  const pushed = [2, 3].map((seq) => ({ log: OWN, seq, hash: `${OWN}:${seq}` }));
  const told = change(bench.take({ type: "pushed", answer: answer(OWN, 2), pushed }));
  assert.deepEqual(told.heads, { [OWN]: head(OWN, 3, { fed: 1 }) });
  assert.deepEqual(told.acked, []);
});

test("somebody else's log that is shorter after a restore is left alone until it goes on", () => {
  const bench = new Bench();
  const heads = { [BACK]: head(BACK, 3, { shown: 1, mine: false }) };
  bench.start({ heads, stored: { [BACK]: 3 } });
  assert.equal(bench.page([]), undefined);
  assert.equal(bench.state.mode, "idle");
});

test("what another device wrote over after a restore is queued again", () => {
  const bench = new Bench();
  bench.start({ heads: { [OWN]: head(OWN, 3, { shown: 1 }) }, stored: { [OWN]: 3 } });
  const other = record(OWN, 2, { hash: "other" });
  const orphans = bench.page([other], { known: stored(OWN, 3) });
  assert.deepEqual(orphans, { type: "orphans", log: OWN, from: 2, id: bench.state.task });
  const ops = [put(0, "b", "a", { again: true })];
  const rewind = change(bench.take({ type: "orphans", log: OWN, from: 2, prev: "own:1", ops }));
  assert.deepEqual(rewind.rewind, [{ log: OWN, from: 2 }]);
  assert.deepEqual(rewind.front, ops);
  assert.deepEqual(rewind.heads, { [OWN]: head(OWN, 1) });
  assert.equal(bench.committed()?.type, "pull");
  assert.equal(change(bench.page([other], { known: stored(OWN, 1) })).records?.length, 1);
});

test("what was refused is tried again when somebody else's log was written over after a restore", () => {
  const bench = new Bench();
  bench.start({
    heads: { [BACK]: head(BACK, 2, { shown: 0, mine: false }) },
    stored: { [BACK]: 2 },
    waiting: 1,
    aside: 1,
  });
  const records = [record(BACK, 1, { type: "open" }), record(BACK, 2, { hash: "other" })];
  bench.page(
    records.map((one) => ({ ...one, own: false })),
    { known: stored(BACK, 2) },
  );
  const given = { log: BACK, from: 2, prev: `${BACK}:1`, ops: [] };
  assert.equal(change(bench.take({ type: "orphans", ...given })).retry, true);
});

test("without a new epoch a differing record is an alarm even where the feed was shorter", () => {
  const bench = new Bench();
  bench.start({ cursor: 9, heads: { [OWN]: head(OWN, 3) }, stored: { [OWN]: 3 } });
  const anew = change(bench.failed({ kind: "feed-ahead", epoch: "epoch" }));
  assert.deepEqual([anew.cursor, anew.strict], [0, true]);
  bench.committed();
  const other = [record(OWN, 1), record(OWN, 2, { hash: "other" })];
  const alarm = change(bench.page(other, { known: stored(OWN, 3) }));
  assert.equal(alarm.notices?.[0]?.type, "history-changed");
});

test("a record that cannot be made again is given up, and what is known of it is queued", () => {
  const bench = new Bench();
  bench.start({ heads: { [OWN]: head(OWN, 3, { shown: 1 }) }, stored: { [OWN]: 3 } });
  bench.page([]);
  const orphans = bench.failed({ kind: "lost-frame", place: { log: OWN, from: 2 } });
  assert.deepEqual(orphans, { type: "orphans", log: OWN, from: 2, id: bench.state.task });
});

test("a half-wiped store is filled again, and its heads still hold", () => {
  const bench = new Bench();
  const anew = bench.start({ cursor: 9, heads: { [OWN]: head(OWN, 2) }, stored: { [OWN]: 1 } });
  assert.deepEqual([change(anew).cursor, change(anew).strict], [0, true]);
  bench.committed();
  const known = { "own:2": "own:2" };
  const { records } = change(bench.page([record(OWN, 1), record(OWN, 2)], { known }));
  assert.deepEqual(
    records?.map(({ seq }) => seq),
    [1],
  );
  const other = new Bench();
  other.start({ cursor: 9, heads: { [OWN]: head(OWN, 2) }, stored: {} });
  other.committed();
  const forged = [record(OWN, 1), record(OWN, 2, { hash: "x" })];
  assert.equal(change(other.page(forged)).notices?.[0]?.type, "history-changed");
});

test("a head said to be elsewhere that the feed does not show: wait, compare everything, alarm", () => {
  const bench = new Bench();
  const pushIsStale = () => {
    const { log, seq, hash } = unanswered(OWN);
    const pushed = [{ log, seq, hash }];
    bench.take({ type: "pushed", answer: answer(OWN, 0, "stale"), pushed });
    bench.committed();
    return bench.page([]);
  };
  const meta = { ...META, waiting: 1, sent: [unanswered(OWN)] };
  bench.start(meta);
  bench.page([]);
  pushIsStale();
  assert.equal(bench.state.mode, "waiting");
  bench.take({ type: "wake", reason: "timer" });
  bench.take({ type: "loaded", meta });
  bench.page([]);
  assert.equal(change(pushIsStale()).strict, true);
  bench.committed();
  bench.page([]);
  bench.committed();
  assert.equal(change(pushIsStale()).notices?.[0]?.type, "history-changed");
});

test("faults wait longer and longer, with jitter, and five minutes at most", () => {
  const bench = new Bench();
  const waits = Array.from({ length: 12 }, (_, i) => {
    bench.random = i % 2;
    bench.take({ type: "wake", reason: i === 0 ? "start" : "timer" });
    bench.failed({ kind: "network" });
    return (bench.timer ?? 0) - bench.now;
  });
  assert.deepEqual(waits.slice(0, 4), [500, 2_000, 2_000, 8_000]);
  assert.equal(Math.max(...waits), 300_000);
});

test("nobody is sent away for longer than a quarter of an hour, nor is a person who asks by hand", () => {
  const bench = new Bench();
  bench.start();
  bench.failed({ kind: "too-many", retryAfterMs: 1e12 });
  assert.equal(bench.timer, bench.now + 900_000);
  assert.equal(bench.take({ type: "wake", reason: "person" })?.type, "load");
});

test("the server's Retry-After is kept, whatever else wakes the engine", () => {
  const bench = new Bench();
  bench.start();
  bench.failed({ kind: "too-many", retryAfterMs: 60_000 });
  assert.equal(bench.timer, bench.now + 60_000);
  bench.now += 59_000;
  assert.equal(bench.take({ type: "wake", reason: "op" }), undefined);
  bench.now -= 315_576_000_000;
  assert.equal(bench.take({ type: "wake", reason: "focus" }), undefined);
  assert.equal(bench.take({ type: "wake", reason: "timer" })?.type, "load");
});

test("signed out, everything stays and nothing is asked until somebody signs in", () => {
  const { bench } = afterSend();
  bench.failed({ kind: "signed-out" });
  assert.equal(bench.timer, null);
  for (const reason of /** @type {const} */ (["op", "focus", "online", "timer"]))
    assert.equal(bench.take({ type: "wake", reason }), undefined);
  assert.equal(bench.take({ type: "wake", reason: "signed-in" })?.type, "load");
});

test("a clock that is turned back while signed out keeps nobody from going on", () => {
  const { bench } = afterSend();
  bench.failed({ kind: "too-many", retryAfterMs: 60_000 });
  bench.now += 60_000;
  bench.take({ type: "wake", reason: "timer" });
  bench.failed({ kind: "signed-out" });
  bench.now -= 315_576_000_000;
  assert.equal(bench.take({ type: "wake", reason: "signed-in" })?.type, "load");
});

test("one refused operation among many is found in halves and set aside; the others pass", () => {
  const ops = Array.from({ length: 8 }, (_, i) => put(i + 1, `r${i}`, null, { item: `i${i}` }));
  const server = new Refusing(6);
  const bench = new Bench();
  bench.start({ waiting: 8 });
  let left = ops;
  let work = bench.page([]);
  for (let turns = 0; work; turns++) {
    assert.ok(turns < 40, "bounded");
    if (work.type === "gather") work = bench.send({ ...queue(left), items: {} });
    const told = server.take(bench, work, left);
    left = left.filter(({ n }) => !told.gone.includes(n));
    assert.deepEqual(told.aside, told.aside.length > 0 ? [6] : []);
    work = bench.committed(left.length);
  }
  assert.deepEqual(left, []);
  assert.deepEqual(server.stored.sort(), [1, 2, 3, 4, 5, 7, 8]);
});

test("a push refused as a whole is sent record by record", () => {
  const many = Array.from({ length: 2 }, (_, i) =>
    put(i + 1, `r${i}`, null, { item: `i${i}`, size: 700_000 }),
  );
  const { bench } = afterSend(many);
  assert.equal(bench.state.sent.length, 2);
  const first = sent(bench.failed({ kind: "refused" }));
  assert.deepEqual(
    first.map(({ seq }) => seq),
    [1],
  );
  const settled = change(bench.failed({ kind: "refused" }));
  assert.deepEqual(settled.unlink, [OWN]);
});

test("a server or an account that is full is waited for", () => {
  for (const problem of ["out-of-space", "too-large"]) {
    const { bench, pushed } = afterSend();
    bench.take({ type: "pushed", answer: answer(OWN, 0, problem), pushed });
    bench.committed();
    assert.equal(bench.state.mode, "waiting");
    assert.equal(bench.state.sent.length, 1);
  }
});

test("a grant refused while the private log is behind is not held against it", () => {
  const bench = new Bench();
  bench.start({ waiting: 2, sent: [unanswered(OWN), unanswered(PAIR)] });
  const pushed = sent(bench.page([]));
  const refused = answer(PAIR, 0, "unknown-revision").results;
  const results = [...answer(OWN, 0, "stale").results, ...refused];
  const told = change(bench.take({ type: "pushed", answer: { epoch: "epoch", results }, pushed }));
  assert.equal(told.unlink, undefined);
  assert.equal(bench.committed()?.type, "pull");
});

test("what the vault cannot make a record of is set aside, and said", () => {
  const bench = new Bench();
  bench.start({ waiting: 1 });
  bench.page([]);
  bench.take({ type: "queue", queue: queue([put(1, "a", null)]) });
  const settled = change(bench.failed({ kind: "unlinkable", ops: [1] }));
  assert.deepEqual(settled.aside, [{ n: 1, reason: "unlinkable" }]);
  assert.deepEqual(settled.notices, [{ type: "not-sent", item: null }]);
  assert.equal(bench.committed(1, 1)?.type, "gather");
});

test("only the person has what was set aside tried again", () => {
  const bench = new Bench();
  bench.start({ waiting: 1, aside: 1 });
  bench.page([]);
  bench.take({ type: "queue", queue: queue([put(1, "a", null, { aside: "refused" })]) });
  assert.equal(bench.state.mode, "idle");
  bench.take({ type: "wake", reason: "person" });
  const meta = { ...META, waiting: 1, aside: 1 };
  assert.equal(change(bench.take({ type: "loaded", meta })).retry, true);
});

test("when the peer's side opens, what was refused for want of a link is tried again", () => {
  const open = record(BACK, 1, { type: "open", own: false, back: PAIR });
  const [one, other] = [new Bench(), new Bench()];
  one.start();
  assert.equal(change(one.page([record(OWN, 1)])).retry, false);
  other.start();
  const { retry, acks } = change(other.page([open]));
  assert.equal(retry, true);
  assert.deepEqual(acks, [{ log: PAIR, kind: "ack" }]);
});

test("an acknowledgement is not acknowledged", () => {
  const bench = new Bench();
  bench.start();
  const ack = record(BACK, 1, { type: "ack", own: false, back: PAIR });
  assert.deepEqual(change(bench.page([ack])).acks, []);
});

test("a record that cannot be opened is kept, told, and never sent", () => {
  const bench = new Bench();
  bench.start();
  const closed = record(BACK, 1, { own: false, unreadable: "wrong_key" });
  const { quarantine, notices, records } = change(bench.page([closed]));
  assert.deepEqual([quarantine, records], [[closed], [closed]]);
  assert.deepEqual(notices, [{ type: "set-aside", item: BACK }]);
});

test("what a newer version of the app wrote stops sync, and that is what is told", () => {
  const bench = new Bench();
  bench.start();
  assert.equal(change(bench.failed({ kind: "unsupported" })).notices?.[0]?.type, "app-old");
  bench.committed();
  assert.equal(bench.state.mode, "stopped");
});

test("a page that was tampered with stops sync", () => {
  const bench = new Bench();
  bench.start();
  assert.equal(change(bench.failed({ kind: "tampered" })).notices?.[0]?.type, "history-changed");
  bench.committed();
  assert.equal(bench.state.mode, "stopped");
});

test("something new while busy makes another round, and only one", () => {
  const bench = new Bench();
  bench.start();
  bench.take({ type: "wake", reason: "op" });
  bench.take({ type: "wake", reason: "op" });
  assert.equal(bench.page([])?.type, "load");
  assert.equal(bench.state.again, false);
});

test("an answer to what is no longer under way is ignored", () => {
  const bench = new Bench();
  bench.start();
  const { task } = bench.state;
  bench.take({ type: "halt" });
  bench.take({ type: "wake", reason: "start" });
  const page = { epoch: "epoch", next: 1, more: false, records: [record(OWN, 1)] };
  const late = frozen({ type: "page", id: task, page, known: {}, now: 0, random: 0 });
  const [state, effects] = step(bench.state, /** @type {Event} */ (late));
  assert.deepEqual([state, effects], [bench.state, []]);
});

test("the status says what is so, and only when it changes", () => {
  const bench = new Bench();
  const told = () =>
    bench.effects.flatMap((effect) =>
      effect.type === "status" ? [[effect.state, effect.waiting]] : [],
    );
  bench.start({ waiting: 2 });
  assert.deepEqual(told(), [["busy", 2]]);
  bench.page([]);
  assert.deepEqual(told(), []);
  bench.failed({ kind: "network" });
  assert.deepEqual(told(), [["offline", 2]]);
  bench.take({ type: "wake", reason: "online" });
  bench.failed({ kind: "quota" });
  assert.deepEqual(told(), [["attention", 2]]);
  bench.take({ type: "wake", reason: "timer" });
  bench.failed({ kind: "signed-out" });
  assert.deepEqual(told(), [["signed-out", 2]]);
});

test("pages grow while they are quick, shrink when they are slow, and are halved after one that broke", () => {
  const bench = new Bench();
  const limit = () => (bench.work?.type === "pull" ? bench.work.limit : null);
  bench.start();
  const first = /** @type {number} */ (limit());
  /** @param {number} ms */
  const page = (ms) => {
    bench.now += ms;
    bench.page([record(OWN, (bench.state.heads[OWN]?.seq ?? 0) + 1)], { more: true });
    bench.committed();
  };
  page(500);
  assert.equal(limit(), first * 2);
  page(10_000);
  assert.equal(limit(), first * 2);
  page(25_000);
  assert.equal(limit(), first);
  bench.failed({ kind: "network" });
  bench.take({ type: "wake", reason: "person" });
  bench.take({ type: "loaded", meta: { ...META, cursor: 3 } });
  assert.deepEqual([limit(), bench.work?.type === "pull" && bench.work.after], [first / 2, 3]);
});

test("a page that came ends the waiting that earlier faults had made long", () => {
  const bench = new Bench();
  bench.start();
  for (let i = 0; i < 8; i++) {
    bench.failed({ kind: "network" });
    bench.take({ type: "wake", reason: "person" });
    bench.take({ type: "loaded", meta: META });
  }
  bench.page([record(OWN, 1)], { more: true });
  bench.committed();
  bench.failed({ kind: "network" });
  assert.ok(/** @type {number} */ (bench.timer) - bench.now <= 1_000);
});

test("pushes and the puts in them shrink after one that broke, and grow while they are quick", () => {
  const { bench, pushed } = afterSend();
  const { bytes } = bench.state;
  bench.take({ type: "pushed", answer: answer(OWN, 1), pushed });
  assert.equal(bench.state.bytes, bytes * 2);
  const other = afterSend().bench;
  other.failed({ kind: "network" });
  assert.equal(other.state.bytes, bytes / 2);
});

test("what the server took and the feed does not show is lost: all is compared and pushed again, and told; the third time is an alarm", () => {
  const bench = new Bench();
  const heads = { [OWN]: head(OWN, 2, { fed: 1 }) };
  for (let time = 1; time <= 2; time++) {
    bench.start({ heads, stored: { [OWN]: 2 }, cursor: 7 });
    const { notices, heads: anew } = change(bench.page([]));
    assert.deepEqual(notices, [{ type: "server-restored", item: null }]);
    assert.deepEqual(anew, { [OWN]: head(OWN, 2, { shown: 0 }) });
  }
  bench.start({ heads, stored: { [OWN]: 2 }, cursor: 7 });
  assert.deepEqual(change(bench.page([])).notices, [{ type: "history-changed", item: null }]);
});
