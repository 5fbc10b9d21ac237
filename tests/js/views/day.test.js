import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { heading, promptsFor } from "../../../static/js/views/patient/day.js";

const pack = JSON.parse(
  readFileSync(new URL("../../../static/content/prompts.json", import.meta.url), "utf8"),
);
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

/** @param {any[]} dosings @param {number} ms @param {any[]} [entries] @param {string[]} [passed] */
function asked(dosings, ms, entries = [], passed = []) {
  return promptsFor(pack, dosings, entries, at(ms), new Set(passed)).map(({ id }) => id);
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

test("hours after a dose ask for fragments, the next for the story, the next morning for what stays", () => {
  assert.ok(asked(doses(0), DOSE + HOUR).every((id) => ["R1", "R2", "R3", "R4"].includes(id)));
  assert.ok(asked(doses(0), DOSE + 5 * HOUR).every((id) => ["R5", "R6", "R7", "R8"].includes(id)));
  assert.ok(
    asked(doses(0), DOSE + 20 * HOUR).every((id) => ["R9", "R10", "R11", "R12"].includes(id)),
  );
});

test("days after a dose ask what is due that day, days before it prepare", () => {
  assert.deepEqual(asked(doses(0), DOSE + 2 * DAY), ["I2", "I3"]);
  assert.deepEqual(asked(doses(0), DOSE - 7 * DAY), ["P1", "P2"]);
});

test("a prompt that was answered since the dose, or passed over today, is not asked again", () => {
  const answered = [{ prompt: "I2", happened: at(DOSE + 2 * DAY) }];
  assert.deepEqual(asked(doses(0), DOSE + 2 * DAY + HOUR, answered, ["I3"]).includes("I2"), false);
  assert.ok(!asked(doses(0), DOSE + 2 * DAY, [], ["I3"]).includes("I3"));
});

test("preparation that is only for the first dose is not asked before a later one", () => {
  const before = asked(doses(0, 20), DOSE + 18 * DAY);
  assert.ok(before.length > 0);
  assert.ok(before.every((id) => !["P1", "P2", "P3", "P4", "P5", "P7", "P8", "P9"].includes(id)));
});

test("where doses are close, the later prompts of integration make way for the next preparation", () => {
  const all = [0, 1, 2, 3].flatMap((day) => asked(doses(0, 4), DOSE + day * DAY + 25 * HOUR));
  assert.ok(!all.includes("I6") && !all.includes("I8"));
});

test("never more than two a day, whatever the day", () => {
  for (let day = -10; day < 200; day += 1) {
    assert.ok(asked(doses(0, 4, 8), DOSE + day * DAY).length <= 2);
  }
});
