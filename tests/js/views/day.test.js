import assert from "node:assert/strict";
import { test } from "node:test";
import { heading, isReflecting } from "../../../static/js/views/today/day.js";

const DOSE = Date.UTC(2026, 10, 10, 10);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** @param {number} ms */
const at = (ms) => ({ at: `${new Date(ms).toISOString().slice(0, 19)}Z`, zone: "UTC" });

/** @param {...number} days from the first dose @returns {any[]} */
function doses(...days) {
  return days.map((day, index) => ({
    id: `dose-${index}`,
    happened: at(DOSE + day * DAY),
    number: index + 1,
    state: "done",
  }));
}

test("the heading counts from the last dose, or to the next", () => {
  /** @param {any[]} dosings @param {number} ms */
  const words = (dosings, ms) => {
    const { id, values } = heading(dosings, at(ms));
    return [id, values.n, values.dose];
  };
  assert.deepEqual(words(doses(0), DOSE - 3 * DAY), ["today.days.until", 3, 1]);
  assert.deepEqual(words(doses(0), DOSE - DAY), ["today.dose.tomorrow", undefined, 1]);
  assert.deepEqual(words(doses(0), DOSE - HOUR), ["today.dose.today", undefined, 1]);
  assert.deepEqual(words(doses(0), DOSE + 5 * HOUR), ["today.hours.since", 5, 1]);
  assert.deepEqual(words(doses(0, 7), DOSE + 9 * DAY), ["today.days.since", 2, 2]);
  assert.deepEqual(words(doses(0), DOSE + 70 * DAY), ["today.weeks.since", 10, 1]);
  assert.equal(heading([], at(DOSE)).id, "today.morning");
});

test("a cancelled dosing session counts for nothing", () => {
  const [dose] = doses(0);
  assert.equal(heading([{ ...dose, state: "cancelled" }], at(DOSE + DAY)).id, "today.morning");
});

test("for a day after a dose there are more questions than a day asks", () => {
  assert.ok(isReflecting(doses(0), at(DOSE + 23 * HOUR)));
  assert.ok(!isReflecting(doses(0), at(DOSE + 24 * HOUR)));
  assert.ok(!isReflecting(doses(0), at(DOSE - HOUR)));
});
