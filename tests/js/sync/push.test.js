// What is pushed, and what the answer means (docs/api.md, "Pushing").

import assert from "node:assert/strict";
import test from "node:test";
import { initialState } from "../../../static/js/sync/engine.js";
import { PUSH_BYTES } from "../../../static/js/sync/engine-plan.js";
import {
  deadLogs,
  missingRecords,
  nextPush,
  readAnswer,
} from "../../../static/js/sync/engine-push.js";
import { BACK, head, OWN, PAIR, record } from "./given.js";

/** @import { Head, Sent, State } from "../../../static/js/sync/types.js" */

/** @param {Sent[]} sent @param {{[log: string]: Head}} [heads] @returns {State} */
function state(sent, heads = {}) {
  return { ...initialState(), own: OWN, heads, sent, bytes: PUSH_BYTES };
}

/** @param {string} log @param {number} seq @param {number} [size] @returns {Sent} */
function frame(log, seq, size = 100) {
  const { prev, hash } = record(log, seq);
  return { log, seq, prev, hash, size, count: 1, n: seq };
}

test("a push holds four mebibytes, or one frame that is longer", () => {
  const mebibyte = 1_048_576;
  const frames = [1, 2, 3, 4, 5].map((seq) => frame(OWN, seq, mebibyte));
  assert.equal(nextPush(state(frames)).length, 4);
  assert.equal(nextPush(state([frame(OWN, 1, 5 * mebibyte), frame(OWN, 2)])).length, 1);
});

test("a push holds no more than the link moves at once", () => {
  const frames = [1, 2, 3].map((seq) => frame(OWN, seq, 30_000));
  assert.equal(nextPush({ ...state(frames), bytes: 65_536 }).length, 2);
});

test("a frame that does not fit is not jumped over", () => {
  const sizes = [4_000_000, 300_000, 10];
  const places = nextPush(state(sizes.map((size, i) => frame(OWN, i + 1, size))));
  assert.deepEqual(
    places.map(({ seq }) => seq),
    [1],
  );
});

test("a push holds 256 records, or as many as it was narrowed to", () => {
  const frames = Array.from({ length: 300 }, (_, i) => frame(OWN, i + 1));
  assert.equal(nextPush(state(frames)).length, 256);
  assert.equal(nextPush({ ...state(frames), records: 1 }).length, 1);
});

test("own logs that the server has less of are missing records, the private one first", () => {
  const heads = {
    [PAIR]: head(PAIR, 4, { shown: 2 }),
    [BACK]: head(BACK, 4, { shown: 2, mine: false }),
    [OWN]: head(OWN, 3, { shown: 0 }),
  };
  assert.deepEqual(missingRecords(state([], heads)), [
    { log: OWN, from: 1, to: 3 },
    { log: PAIR, from: 3, to: 4 },
  ]);
});

test("frames that do not follow the head are dead", () => {
  const heads = { [OWN]: head(OWN, 2) };
  assert.deepEqual(deadLogs(state([frame(OWN, 3), frame(OWN, 4)], heads)), []);
  assert.deepEqual(deadLogs(state([frame(OWN, 4)], heads)), [OWN]);
  assert.deepEqual(deadLogs(state([{ ...frame(OWN, 3), prev: "x" }], heads)), [OWN]);
});

test("what was accepted before a problem counts, and what the problem is about is known", () => {
  const pushed = [frame(OWN, 1), frame(OWN, 2), frame(PAIR, 1)];
  const results = [
    { log: OWN, accepted: 1, problem: { type: "malformed" } },
    { log: PAIR, accepted: 1, problem: null },
  ];
  const word = readAnswer(state(pushed), { epoch: "epoch", results }, pushed);
  assert.deepEqual(word.acked, [pushed[0], pushed[2]]);
  assert.deepEqual(word.refused, [pushed[1]]);
  assert.deepEqual(word.heads, {
    [OWN]: head(OWN, 1, { fed: 0 }),
    [PAIR]: head(PAIR, 1, { fed: 0 }),
  });
});

test("records pushed again are shown, and no operation is acknowledged by them", () => {
  const heads = { [OWN]: head(OWN, 3, { shown: 1 }) };
  const pushed = [2, 3].map((seq) => frame(OWN, seq));
  const results = [{ log: OWN, accepted: 2, problem: null }];
  const word = readAnswer(state([], heads), { epoch: "epoch", results }, pushed);
  assert.deepEqual([word.acked, word.heads], [[], { [OWN]: head(OWN, 3, { fed: 1 }) }]);
});

test("a server that claims to have taken more than was sent is not believed", () => {
  const pushed = [frame(OWN, 1)];
  const results = [{ log: OWN, accepted: 9, problem: null }];
  assert.equal(readAnswer(state(pushed), { epoch: "epoch", results }, pushed).acked.length, 1);
});

test("a missing revision is held against a grant only when nothing else is wrong", () => {
  const pushed = [frame(OWN, 1), frame(PAIR, 1)];
  const unknown = { log: PAIR, accepted: 0, problem: { type: "unknown-revision" } };
  const stale = { log: OWN, accepted: 0, problem: { type: "stale" } };
  const fine = { log: OWN, accepted: 1, problem: null };
  const read = (/** @type {typeof unknown | typeof fine} */ own) =>
    readAnswer(state(pushed), { epoch: "epoch", results: [own, unknown] }, pushed).refused;
  assert.deepEqual(read(stale), []);
  assert.deepEqual(read(fine), [pushed[1]]);
});

/** @param {number} after @param {number} next @param {string} [log] */
function taken(after, next, log = OWN) {
  return { log, accepted: 2, added: { after, next }, problem: null };
}

test("one's own records are passed over where they follow what was read", () => {
  const pushed = [frame(OWN, 1), frame(OWN, 2), frame(PAIR, 1), frame(PAIR, 2)];
  const at = { ...state(pushed), cursor: 7 };
  const read = (/** @type {ReturnType<typeof taken>[]} */ ...results) =>
    readAnswer(at, { epoch: "epoch", results }, pushed);
  assert.equal(read(taken(7, 9)).cursor, 9);
  assert.deepEqual(read(taken(7, 9)).heads, { [OWN]: head(OWN, 2) });
  // The order in the answer is not that of the feed.
  assert.equal(read(taken(9, 11, PAIR), taken(7, 9)).cursor, 11);
  // Another device has written between the two, or before both.
  const between = read(taken(7, 9), taken(10, 12, PAIR));
  assert.equal(between.cursor, 9);
  assert.deepEqual(between.heads[PAIR], head(PAIR, 2, { fed: 0 }));
  assert.equal(read(taken(8, 10)).cursor, 7);
});

test("places that cannot be true, or that an older server does not tell, are passed over themselves", () => {
  const pushed = [frame(OWN, 1), frame(OWN, 2)];
  const at = { ...state(pushed), cursor: 7 };
  const odd = [null, undefined, 9, {}, "9", { after: 7, next: 10 }, { after: 7, next: 7 }];
  const more = [
    { after: 7, next: 6 },
    { after: "7", next: 9 },
    { after: 7, next: "9" },
    { after: 7, next: 8.5 },
  ];
  for (const added of /** @type {any[]} */ ([...odd, ...more])) {
    const results = [{ log: OWN, accepted: 2, added, problem: null }];
    const word = readAnswer(at, { epoch: "epoch", results }, pushed);
    assert.deepEqual([word.cursor, word.acked.length], [7, 2], JSON.stringify(added));
  }
});
