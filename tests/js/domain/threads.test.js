import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, threadBody, threadOf, threadsOf } from "../../../static/js/domain/threads.js";

/** @import { Document } from "../../../static/js/domain/documents.js" */
/** @import { Dosing } from "../../../static/js/domain/dosings.js" */

const written = { at: "2026-03-01T10:00:00.000Z", zone: "UTC" };

/** @param {string} id @param {object} body @returns {Document} */
const thread = (id, body) => ({ id, kind: "thread", rev: "r", written, kept: "device", body });

/** @param {string} id @param {string} at @returns {Dosing} */
function dose(id, at) {
  const none = { author: null, rev: "r", note: "", course: null, number: 1 };
  return { id, happened: { at, zone: "UTC" }, route: "im", state: "done", kept: "device", ...none };
}

test("a thread read and written again keeps what this program does not know", () => {
  const body = {
    intention: "Loosen the grip",
    act: { what: "Walk", when: "2026-03-04", with: "", outcome: null, said: "" },
    fragments: ["e1"],
    later: { deep: [1] },
  };
  const read = threadOf(thread("t", body));
  const again = threadBody({ ...read, insight: "I hold my breath." });
  assert.deepEqual(
    [again.later, again.insight, again.act],
    [{ deep: [1] }, "I hold my breath.", body.act],
  );
  assert.ok(!("id" in again) && !("document" in again));
});

test("what is no thread's can be shown nevertheless", () => {
  const { intention, act, fragments, dosing } = threadOf(
    thread("t", {
      intention: 3,
      act: { when: "soon", outcome: "won" },
      fragments: "e1",
      dosing: 9,
    }),
  );
  assert.deepEqual(
    [intention, act.when, act.outcome, fragments, dosing],
    ["", null, null, [], null],
  );
});

test("threads stand by their dosing sessions, the latest first, across courses", () => {
  const doses = [dose("d1", "2026-01-10T10:00:00Z"), dose("d2", "2026-02-10T10:00:00Z")];
  const all = [
    thread("one", { dosing: "d1" }),
    thread("two", { dosing: "d2" }),
    thread("none", { began: { at: "2026-01-20T10:00:00Z", zone: "UTC" } }),
  ];
  assert.deepEqual(
    threadsOf(all, doses).map(({ id }) => id),
    ["two", "none", "one"],
  );
});

test("lines that were written are offered as they stand, and none that could not be carried", () => {
  assert.deepEqual(linesOf("  Less fighting.\n\nSoft hands \n"), ["Less fighting.", "Soft hands"]);
  assert.deepEqual(linesOf("word ".repeat(60)), []);
  assert.equal(linesOf("a\n".repeat(20)).length, 6);
});
