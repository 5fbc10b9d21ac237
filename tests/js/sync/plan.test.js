// What the front of the outbox becomes (docs/protocol.md section 5, "Current revision").

import assert from "node:assert/strict";
import test from "node:test";
import { PUSH_BYTES, planQueue } from "../../../static/js/sync/engine-plan.js";
import { del, grant, head, OWN, PAIR, put, queue } from "./given.js";

/** @import { Queue } from "../../../static/js/sync/types.js" */

/** @param {Queue} given @param {number} [rows] @param {number} [bytes] */
function plan(given, rows = 1_024, bytes = PUSH_BYTES) {
  return planQueue(given, { own: OWN, heads: { [PAIR]: head(PAIR, 1) }, rows, bytes });
}

/** @param {Queue} given @returns {[string, number[]][]} types with the operations they do */
function links(given) {
  return plan(given).links.map(({ type, covers }) => [type, covers]);
}

test("a revision written on the current one is published", () => {
  assert.deepEqual(links(queue([put(1, "b", "a")], { rev: "a" })), [["put", [1]]]);
});

test("a new item is published", () => {
  assert.deepEqual(links(queue([put(1, "a", null)])), [["put", [1]]]);
});

test("a revision written on another than the current one becomes a conflict copy", () => {
  const { links, forks } = plan(queue([put(1, "b", "a")], { rev: "c" }));
  assert.deepEqual(links, []);
  assert.deepEqual(
    forks.map(({ covers, current }) => ({ covers, current })),
    [{ covers: [1], current: "c" }],
  );
});

test("an edit beats a delete", () => {
  assert.deepEqual(links(queue([put(1, "b", "a")], { rev: "c", deleted: true })), [["put", [1]]]);
});

test("a revision that stands in the log already is done", () => {
  assert.deepEqual(plan(queue([put(1, "b", "a")], { rev: "c", known: ["b"] })).done, [1]);
});

test("of revisions that were never sent, only the last is published, on what the first was written on", () => {
  const given = queue([put(1, "b", "a"), put(2, "c", "b"), put(3, "d", "c")], { rev: "a" });
  const [link] = plan(given).links;
  assert.deepEqual(link?.covers, [1, 2, 3]);
  assert.deepEqual(
    link?.ops.map(({ n }) => n),
    [3],
  );
});

test("a chain that conflicts makes one copy, of its last revision", () => {
  const given = queue([put(1, "b", "a"), put(2, "c", "b")], { rev: "x" });
  assert.deepEqual(
    plan(given).forks.map(({ op, covers }) => [op.rev, covers]),
    [["c", [1, 2]]],
  );
});

test("a revision that was shared is published for itself", () => {
  const given = queue([put(1, "b", "a"), grant(2, "b"), put(3, "c", "b")], { rev: "a" });
  assert.deepEqual(links(given), [["put", [1, 3]]]);
});

test("a grant waits until its revision stands in the log", () => {
  assert.deepEqual(links(queue([put(1, "b", "a"), grant(2, "b")], { rev: "a" })), [["put", [1]]]);
  assert.deepEqual(links(queue([grant(2, "b")], { rev: "b", known: ["b"] })), [["grant", [2]]]);
});

test("a grant of a revision that is nowhere is set aside", () => {
  const { aside } = plan(queue([grant(2, "b")], { rev: "a" }));
  assert.deepEqual(aside, [{ n: 2, reason: "unknown-revision" }]);
});

test("what was shared and taken back before it was sent is never sent", () => {
  const revoke = { n: 3, log: PAIR, kind: /** @type {const} */ ("revoke"), items: ["item"] };
  const given = queue([grant(2, "b"), revoke], { rev: "b", known: ["b"] });
  assert.deepEqual(plan(given).done, [2]);
  assert.deepEqual(links(given), [["revoke", [3]]]);
});

test("nothing is granted of an item deleted meanwhile", () => {
  const given = queue([grant(2, "b")], { rev: "b", known: ["b"], deleted: true });
  assert.deepEqual(plan(given).done, [2]);
});

test("a delete of the revision its author saw is published", () => {
  const [link] = plan(queue([del(1, "a")], { rev: "a" })).links;
  assert.deepEqual([link?.type, link?.covers], ["del", [1]]);
});

test("a delete that saw another revision is dropped, and said", () => {
  const { done, notices } = plan(queue([del(1, "a")], { rev: "b" }));
  assert.deepEqual(done, [1]);
  assert.deepEqual(notices, [{ type: "delete-undone", item: "item" }]);
});

test("what was written and deleted before it was ever sent leaves no trace", () => {
  const { done, links } = plan(queue([put(1, "a", null), del(2, "a")]));
  assert.deepEqual(done, [1, 2]);
  assert.deepEqual(links, []);
});

test("an edit and its delete become a delete of what was there before", () => {
  const [link] = plan(queue([put(1, "b", "a"), del(2, "b")], { rev: "a" })).links;
  assert.deepEqual(link?.covers, [1, 2]);
  assert.deepEqual(link?.ops[0], del(2, "a"));
});

test("an item deleted and written again is deleted and put", () => {
  const given = queue([del(1, "a"), put(2, "b", "a")], { rev: "a" });
  assert.deepEqual(links(given), [
    ["del", [1]],
    ["put", [2]],
  ]);
});

test("words that were deleted make no conflict copy, even where a refused revision stands between", () => {
  const ops = [put(1, "b", "a"), put(2, "c", "b", { aside: "refused" }), del(3, "c")];
  const { done, forks } = plan(queue(ops, { rev: "x" }));
  assert.deepEqual(done.sort(), [1, 2, 3]);
  assert.deepEqual(forks, []);
});

test("a refused revision makes way for the next one, shared or not", () => {
  const ops = [put(1, "b", "a", { aside: "refused" }), grant(2, "b"), put(3, "c", "b")];
  assert.deepEqual(links(queue(ops, { rev: "a" })), [["put", [1, 3]]]);
});

test("a refused revision does not carry away the one before it", () => {
  const ops = [put(1, "b", "a"), put(2, "c", "b", { aside: "refused" })];
  assert.deepEqual(links(queue(ops, { rev: "a" })), [["put", [1]]]);
});

test("what came back after a restore is published revision by revision", () => {
  const ops = [put(1, "b", "a", { again: true }), put(2, "c", "b", { again: true })];
  assert.deepEqual(links(queue(ops, { rev: "a" })), [["put", [1, 2]]]);
  assert.equal(plan(queue(ops, { rev: "a" })).links[0]?.ops.length, 2);
});

test("what came back and had been replaced makes no conflict copy, unless it was shared", () => {
  const ops = [put(1, "b", "a", { again: true }), put(2, "c", "b", { again: true })];
  const copied = (/** @type {Queue} */ given) => plan(given).forks.map(({ op }) => op.rev);
  assert.deepEqual(copied(queue(ops, { rev: "x" })), ["c"]);
  assert.deepEqual(copied(queue([...ops, grant(3, "b")], { rev: "x" })), ["b", "c"]);
});

test("two edits of one revision in two tabs are both kept", () => {
  const given = queue([put(1, "b", "a"), put(2, "c", "a")], { rev: "a" });
  assert.deepEqual(links(given), [["put", [1]]]);
  assert.deepEqual(
    plan(given).forks.map(({ op }) => op.rev),
    ["c"],
  );
});

test("several rings, devices and acknowledgements become one of each", () => {
  const ring = { log: OWN, kind: /** @type {const} */ ("ring") };
  const ack = { log: PAIR, kind: /** @type {const} */ ("ack") };
  const ops = [
    { n: 1, ...ring },
    { n: 2, ...ack },
    { n: 3, ...ring },
    { n: 4, ...ack },
  ];
  assert.deepEqual(links(queue(ops)), [
    ["ring", [1, 3]],
    ["ack", [2, 4]],
  ]);
});

test("an acknowledgement that another device wrote is done", () => {
  const given = queue([{ n: 2, log: PAIR, kind: "ack" }]);
  given.logs[PAIR] = { closed: false, acked: true };
  assert.deepEqual(plan(given).done, [2]);
});

test("a log that is open is not opened again, and nothing is said in a closed one", () => {
  assert.deepEqual(plan(queue([{ n: 1, log: PAIR, kind: "open" }])).done, [1]);
  const given = queue([grant(2, "b"), { n: 3, log: PAIR, kind: "close" }], { known: ["b"] });
  given.logs[PAIR] = { closed: true, acked: false };
  assert.deepEqual(plan(given).done, [2, 3]);
});

test("a put holds 1,024 rows and a mebibyte, and as many as are asked for", () => {
  const small = Array.from({ length: 1_500 }, (_, i) =>
    put(i, `r${i}`, null, { item: `i${i}`, size: 200 }),
  );
  const sizes = plan({ ...queue(small), items: {} }).links.map(({ ops }) => ops.length);
  assert.deepEqual(sizes, [1_024, 476]);
  const large = small.slice(0, 10).map((op) => ({ ...op, size: 262_144 }));
  const larger = plan({ ...queue(large), items: {} }).links.map(({ ops }) => ops.length);
  assert.deepEqual(larger, [3, 3, 3, 1]);
  const one = plan({ ...queue(small.slice(0, 3)), items: {} }, 1).links.map(
    ({ ops }) => ops.length,
  );
  assert.deepEqual(one, [1, 1, 1]);
});

test("a put holds no more bytes than the link moves at once, or a single row", () => {
  const ops = [30_000, 30_000, 30_000, 90_000, 10].map((size, i) =>
    put(i, `r${i}`, null, { item: `i${i}`, size }),
  );
  const sizes = plan({ ...queue(ops), items: {} }, 1_024, 65_536).links.map(
    ({ ops }) => ops.length,
  );
  assert.deepEqual(sizes, [2, 1, 1, 1]);
});

test("no item stands twice in a del or a revoke", () => {
  const revoke = { log: PAIR, kind: /** @type {const} */ ("revoke") };
  const ops = [
    { n: 1, ...revoke, items: ["a", "b"] },
    { n: 2, ...revoke, items: ["c"] },
    { n: 3, ...revoke, items: ["a"] },
  ];
  assert.deepEqual(links(queue(ops)), [
    ["revoke", [1, 2]],
    ["revoke", [3]],
  ]);
});

test("the private log comes first, whatever was done first", () => {
  const given = queue([grant(1, "a"), put(2, "b", "a")], { rev: "a", known: ["a"] });
  assert.deepEqual(links(given), [
    ["put", [2]],
    ["grant", [1]],
  ]);
});
