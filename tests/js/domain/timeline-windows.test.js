import assert from "node:assert/strict";
import { test } from "node:test";
import { courseSpans } from "../../../static/js/domain/timeline-windows.js";
import { numbers } from "../numbers.js";

/** @import { Dosing } from "../../../static/js/domain/dosings.js" */
/** @import { EntrySummary } from "../../../static/js/domain/entries.js" */

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);
const at = (/** @type {number} */ days) => {
  return { at: new Date(NOW + days * DAY_MS).toISOString(), zone: "UTC" };
};
/** @param {number} days @param {string|null} course @param {Dosing["state"]} [state] */
const dose = (days, course, state = "done") =>
  /** @type {Dosing} */ ({ id: `dose${days}`, happened: at(days), course, state });
/** @param {number} days @param {string|null} dosing */
const entry = (days, dosing) =>
  /** @type {EntrySummary} */ ({ id: `entry${days}`, happened: at(days), dosing });

test("a course reaches from the first thing that belongs to its doses to two weeks after its last dose, or to today", () => {
  const spans = courseSpans(
    [dose(-200, "a"), dose(-190, "a"), dose(-9, "b"), dose(-2, "b")],
    [entry(-205, "dose-200"), entry(-120, "dose-190"), entry(-12, "dose-9")],
    NOW,
  );
  assert.deepEqual(
    spans.map(({ course, from, to }) => [course, (from - NOW) / DAY_MS, (to - NOW) / DAY_MS]),
    [
      ["a", -205, -120],
      ["b", -12, 0],
    ],
  );
});

test("a planned dose belongs to its course; a cancelled one to none", () => {
  const [only, ...others] = courseSpans(
    [dose(-7, "a"), dose(7, "a", "planned"), dose(9, "c", "cancelled")],
    [],
    NOW,
  );
  assert.deepEqual(only?.doses, ["dose-7", "dose7"]);
  assert.equal(only?.to, NOW + 7 * DAY_MS);
  assert.deepEqual(others, []);
});

test("doses without a course are one as long as no two months lie between them", () => {
  const spans = courseSpans([dose(-100, null), dose(-95, null), dose(-20, null)], [], NOW);
  assert.deepEqual(
    spans.map(({ doses }) => doses.length),
    [2, 1],
  );
});

test("every dose that counts is in exactly one course, and lies within its stretch with all that belongs to it", () => {
  const { below } = numbers(17);
  for (let round = 0; round < 300; round += 1) {
    const days = [...new Set(Array.from({ length: 12 }, () => -below(900)))];
    const dosings = days.map((one) => dose(one, [null, "a", "b"][below(3)] ?? null));
    const entries = days.map((one) => entry(one + below(9), `dose${one}`));
    const spans = courseSpans(dosings, entries, NOW);
    assert.deepEqual(
      spans.flatMap(({ doses }) => doses).sort(),
      dosings.map(({ id }) => id).sort(),
    );
    for (const { doses, from, to } of spans) {
      const own = [
        ...dosings.filter(({ id }) => doses.includes(id)),
        ...entries.filter(({ dosing }) => doses.includes(dosing ?? "")),
      ];
      assert.ok(
        own.every(
          ({ happened }) => Date.parse(happened.at) >= from && Date.parse(happened.at) <= to,
        ),
      );
    }
  }
});
