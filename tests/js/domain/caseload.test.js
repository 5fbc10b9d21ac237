import assert from "node:assert/strict";
import { test } from "node:test";
import {
  casesShown,
  measuresOut,
  queueOf,
  quietDays,
  sharedMeasures,
} from "../../../static/js/domain/caseload.js";

/** @import { CaseRow } from "../../../static/js/domain/caseload.js" */
/** @import { EntrySummary } from "../../../static/js/domain/entries.js" */
/** @import { Person } from "../../../static/js/domain/people.js" */

const NOW = at(0);
const COLLATOR = new Intl.Collator("en", { numeric: true });

/** @param {number} days from now */
function at(days) {
  return {
    at: new Date(Date.UTC(2026, 10, 22, 12) + days * 86_400_000).toISOString(),
    zone: "UTC",
  };
}

/** @param {string} name @param {Partial<CaseRow> & {shared?: number|null, state?: Person["state"]}} [more] @returns {CaseRow} */
function row(name, { shared = -1, state = "linked", ...more } = {}) {
  const person = /** @type {Person} */ ({
    id: name,
    name,
    role: "patient",
    state,
    verified: "link",
    dosing: false,
    sharedCount: 1,
    unread: 0,
    lastShareAt: shared === null ? null : at(shared).at,
  });
  return {
    person,
    last: null,
    next: null,
    toRead: 0,
    oldest: null,
    met: null,
    measures: [],
    ...more,
  };
}

/** @param {CaseRow[]} rows @param {Partial<Parameters<typeof casesShown>[1]>} asked */
function names(rows, asked) {
  const whole = /** @type {const} */ ({ order: "name", filter: "all", name: "", ...asked });
  return casesShown(rows, whole, NOW, COLLATOR).map(({ person }) => person.name);
}

test("whoever has what the order goes by stands first, the others behind them by name", () => {
  const rows = [
    row("Zoe", { next: { number: 2, happened: at(1) }, oldest: at(-1), shared: -1 }),
    row("Ann", { shared: null }),
    row("Max", { next: { number: 1, happened: at(3) }, oldest: at(-5), shared: -9 }),
    row("Bea", { shared: null }),
  ];
  assert.deepEqual(names(rows, { order: "next-dose" }), ["Zoe", "Max", "Ann", "Bea"]);
  assert.deepEqual(names(rows, { order: "oldest" }), ["Max", "Zoe", "Ann", "Bea"]);
  assert.deepEqual(names(rows, { order: "last-share" }), ["Zoe", "Max", "Ann", "Bea"]);
  assert.deepEqual(names(rows, { order: "name" }), ["Ann", "Bea", "Max", "Zoe"]);
});

test("each filter keeps those it names", () => {
  const rows = [
    row("Reads", { toRead: 2 }),
    row("Doses", { next: { number: 1, happened: at(6.9) } }),
    row("Later", { next: { number: 1, happened: at(7) } }),
    row("Quiet", { shared: -7 }),
    row("Never", { shared: null }),
    row("Waits", { shared: null, state: "waiting" }),
  ];
  assert.deepEqual(names(rows, { filter: "to-read" }), ["Reads"]);
  assert.deepEqual(names(rows, { filter: "dose" }), ["Doses"]);
  assert.deepEqual(names(rows, { filter: "quiet" }), ["Never", "Quiet"]);
  assert.equal(names(rows, { filter: "all" }).length, 6);
});

test("a name is found by a part of it, whatever its case and accents", () => {
  const rows = [row("Béla Nagy"), row("Anna"), row("Hannah")];
  assert.deepEqual(names(rows, { name: "BELA" }), ["Béla Nagy"]);
  assert.deepEqual(names(rows, { name: "ann" }), ["Anna", "Hannah"]);
  assert.deepEqual(names(rows, { name: "x" }), []);
});

test("a measure that came more than once is due after its spacing, missed after twice that, and then no longer expected", () => {
  const known = [{ id: "PHQ-9", everyDays: 14 }];
  const out = (/** @type {number} */ days, times = 2) =>
    measuresOut({ measures: [{ instrument: "PHQ-9", times, last: at(-days) }] }, known, NOW).map(
      ({ state, days }) => [state, days],
    );
  assert.deepEqual(out(13.9), []);
  assert.deepEqual(out(14), [["due", 14]]);
  assert.deepEqual(out(27), [["due", 27]]);
  assert.deepEqual(out(28), [["missed", 28]]);
  assert.deepEqual(out(56), []);
  assert.deepEqual(out(20, 1), []);
  assert.deepEqual(
    measuresOut({ measures: [{ instrument: "X", times: 5, last: at(-20) }] }, known, NOW),
    [],
  );
});

test("one who never shared has no days of quiet", () => {
  assert.equal(quietDays(row("Ann", { shared: null }), NOW), null);
  assert.equal(quietDays(row("Ann", { shared: -3.5 }), NOW), 3);
});

/** @param {string} id @param {number} written @param {Partial<EntrySummary>} [more] */
function entry(id, written, more = {}) {
  const base = {
    id,
    kind: "entry",
    phase: "integration",
    dosing: null,
    prompt: null,
    instrument: null,
    part: null,
  };
  return /** @type {EntrySummary} */ ({
    ...base,
    happened: at(written),
    written: at(written),
    ...more,
  });
}

test("an entry stands for itself, the results of a measure and those of a rating together, by the oldest of them", () => {
  const phq = { kind: /** @type {const} */ ("measure"), instrument: "PHQ-9" };
  const unread = [
    entry("e2", -2, { dosing: "d1" }),
    entry("m2", -1, phq),
    entry("r1", -4, { kind: "rating", instrument: "mood" }),
    entry("m1", -5, phq),
    entry("e1", -3),
  ];
  const doses = new Map([["d1", { number: 3, happened: at(-2.5) }]]);
  const rows = queueOf(unread, { id: "p", name: "Ann" }, doses);
  assert.deepEqual(
    rows.map(({ id, ids }) => [id, ids]),
    [
      ["m2", ["m1", "m2"]],
      ["r1", ["r1"]],
      ["e1", ["e1"]],
      ["e2", ["e2"]],
    ],
  );
  assert.deepEqual([rows[0]?.written, rows[0]?.happened], [at(-5), at(-1)]);
  assert.equal(rows[3]?.dose?.number, 3);
});

test("of measures it is known how often they were shared and when last; ratings are none", () => {
  const entries = [
    entry("m1", -9, { kind: "measure", instrument: "PHQ-9" }),
    entry("m2", -2, { kind: "measure", instrument: "PHQ-9" }),
    entry("m3", -4, { kind: "measure", instrument: "PHQ-9" }),
    entry("r1", -1, { kind: "rating", instrument: "mood" }),
  ];
  assert.deepEqual(sharedMeasures(entries), [{ instrument: "PHQ-9", times: 3, last: at(-2) }]);
});
