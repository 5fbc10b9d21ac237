import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  excerptPayload,
  guardedUntil,
  guardHours,
  partsOf,
  showSame,
  TOTAL,
  termsOf,
  WORDS,
} from "../../../static/js/domain/sharing.js";

const HOUR = 3_600_000;
const DOSE = Date.UTC(2026, 10, 20, 10);
const at = (/** @type {number} */ ms) => ({ at: new Date(ms).toISOString(), zone: "UTC" });
const written = {
  parent: { author: "a", item: "i", rev: "r" },
  prev: null,
  now: at(DOSE),
};

/** Words that stand nowhere else, so that one that slips through is seen. */
const marked = fc.uuid().map((id) => `§${id}`);
const answers = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("feelings", "mood", "body", "1", "2", "3"),
    question: marked,
    type: fc.constant("text"),
    value: fc.oneof(marked, fc.constant(null)),
  }),
  { selector: ({ id }) => id },
);
const entries = fc.record({
  v: fc.constant(1),
  kind: fc.constant("measure"),
  happened: fc.constant(at(DOSE)),
  title: fc.oneof(marked, fc.constant("")),
  text: fc.oneof(marked, fc.constant("")),
  answers,
  total: fc.oneof(fc.integer({ min: 100, max: 999 }), fc.constant(null)),
  secret: marked,
});

test("an excerpt holds the chosen parts, each of them and no other", () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.boolean()), (entry, coin) => {
      const all = partsOf(entry);
      const chosen = all.filter(() => coin.next().value);
      const excerpt = excerptPayload(entry, chosen, written);
      if (chosen.length === 0) return assert.equal(excerpt, null);
      assert.ok(excerpt);
      assert.deepEqual(partsOf(excerpt), chosen);
      assert.deepEqual(excerpt.of, { shown: chosen.length, of: all.length });
      const sealed = JSON.stringify(excerpt);
      assert.ok(!sealed.includes(entry.secret));
      if (!chosen.includes(WORDS))
        for (const words of [entry.title, entry.text]) assert.ok(!words || !sealed.includes(words));
      if (!chosen.includes(TOTAL)) assert.equal(excerpt.total, undefined);
      for (const { id, question, value } of entry.answers) {
        assert.equal(sealed.includes(question), chosen.includes(id));
        assert.equal(value !== null && sealed.includes(value), chosen.includes(id));
      }
    }),
  );
});

test("a change in parts that are not shown leaves an excerpt the same, a change in those that are does not", () => {
  fc.assert(
    fc.property(entries, marked, (entry, other) => {
      const [first, ...rest] = partsOf(entry);
      fc.pre(first === WORDS && rest.length > 0);
      const changed = { ...entry, text: other };
      const shown = (/** @type {any} */ one, /** @type {string[]} */ parts) => {
        const excerpt = excerptPayload(one, parts, written);
        assert.ok(excerpt);
        return excerpt;
      };
      assert.ok(showSame(shown(entry, rest), shown(changed, rest)));
      assert.ok(!showSame(shown(entry, [WORDS]), shown(changed, [WORDS])));
    }),
  );
});

test("what was written or happened within the set time after a dose waits until that time is over", () => {
  const done = { id: "d", happened: at(DOSE), state: /** @type {const} */ ("done") };
  const until = (/** @type {[number, number]} */ [happened, said], hours = 24, now = said) =>
    guardedUntil(
      { happened: at(DOSE + happened * HOUR), written: at(DOSE + said * HOUR) },
      [done],
      hours,
      DOSE + now * HOUR,
    );
  const end = new Date(DOSE + 24 * HOUR).toISOString();
  assert.equal(until([2, 2]), end);
  assert.equal(until([0, 0]), end);
  assert.equal(until([-40, 3]), end, "written in it");
  assert.equal(until([3, 23]), end, "happened in it");
  assert.equal(until([-1, -1]), null, "before it");
  assert.equal(until([24, 24]), null, "after it");
  assert.equal(until([2, 2], 24, 24), null, "the next day");
  assert.equal(until([2, 2], 0), null, "no guard");
  assert.equal(until([30, 30], 48), new Date(DOSE + 48 * HOUR).toISOString());
});

test("a dose that was only planned guards once its time has come, a cancelled one never", () => {
  const entry = { happened: at(DOSE + HOUR), written: at(DOSE + HOUR) };
  const guarded = (/** @type {"planned"|"cancelled"} */ state) =>
    guardedUntil(entry, [{ id: "d", happened: at(DOSE), state }], 24, DOSE + HOUR);
  assert.notEqual(guarded("planned"), null);
  assert.equal(guarded("cancelled"), null);
});

test("the hours of the guard are those that were set, and a day where that makes no sense", () => {
  assert.deepEqual(
    [
      undefined,
      {},
      { guardHours: 0 },
      { guardHours: 72 },
      { guardHours: 73 },
      { guardHours: "x" },
    ].map((settings) => guardHours(/** @type {any} */ (settings))),
    [24, 24, 0, 72, 24, 24],
  );
});

test("terms are read as far as they can be, and nothing that names nobody", () => {
  assert.equal(termsOf({ item: "i" }), null);
  const terms = termsOf({ person: "p", item: "i", parts: ["mood", 3], events: [{ what: "x" }, 4] });
  assert.deepEqual(terms, {
    person: "p",
    item: "i",
    rev: null,
    excerpt: null,
    parts: "whole",
    reason: "",
    until: null,
    waits: null,
    events: [],
  });
});
