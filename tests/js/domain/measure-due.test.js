import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { dueMeasures } from "../../../static/js/domain/measure-due.js";
import { instrumentsOf } from "../../../static/js/domain/measures.js";

/** @import { Past } from "../../../static/js/domain/measure-due.js" */
/** @import { Instrument } from "../../../static/js/domain/measures.js" */
/** @import { Dose } from "../../../static/js/domain/phases.js" */

const CONTENT = new URL("../../../static/content/", import.meta.url);
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, CONTENT), "utf8"));

/** @type {Instrument[]} */
const all = [
  ...["phq-9", "gad-7", "who-5", "pcl-5", "peg"].flatMap((name) =>
    instrumentsOf(read(`instruments/${name}`)),
  ),
  read("self-check"),
];
const DEFAULT = all.filter((one) => one.default).map(({ id }) => id);
const START = Date.UTC(2026, 0, 1, 10);
const DAY = 86_400_000;

/** @param {number} day after the first dose, with fractions */
const on = (day) => ({ at: new Date(START + day * DAY).toISOString(), zone: "UTC" });

/** @param {number[]} days @returns {Dose[]} */
const doses = (days) =>
  days.map((day, index) => ({ id: `d${index}`, happened: on(day), state: "planned" }));

/** @param {number} day @param {Partial<Past>} past @returns {string[]} */
const due = (day, past) => {
  const before = { dosings: doses([0]), filled: [], skips: [], chosen: DEFAULT, ...past };
  return dueMeasures(all, before, on(day)).map(({ id }) => id);
};

/** @param {string[]} ids @param {number} day */
const filled = (ids, day) => ids.map((instrument) => ({ instrument, happened: on(day) }));

test("without a dosing session nothing is asked", () => {
  assert.deepEqual(due(0, { dosings: [] }), []);
});

test("the baseline is asked within seven days before the first dose, four minutes a day", () => {
  assert.deepEqual(due(-7.1, {}), []);
  assert.deepEqual(due(-7, {}), ["PHQ-9", "GAD-7", "WHO-5"]);
  assert.deepEqual(due(-0.1, { filled: filled(["PHQ-9", "GAD-7"], -3) }), ["WHO-5", "self-check"]);
  assert.deepEqual(due(-6, { filled: filled(["PHQ-9"], -9) }), ["PHQ-9", "GAD-7", "WHO-5"]);
});

test("on the day of a dose no measure that looks back is asked", () => {
  assert.deepEqual(due(0, {}), []);
  assert.deepEqual(due(0.9, {}), []);
  assert.notDeepEqual(due(1, {}), []);
});

test("then every two weeks, and before a dose only when they have passed", () => {
  const baseline = { dosings: doses([0, 7, 14]), filled: filled(DEFAULT, -1) };
  assert.deepEqual(due(6, baseline), []);
  assert.deepEqual(due(12.4, baseline), []);
  assert.deepEqual(due(12.6, baseline), ["PHQ-9", "GAD-7", "WHO-5"]);
});

test("what was passed over is not asked again until its next time", () => {
  const past = {
    filled: filled(DEFAULT, -1),
    skips: [{ instrument: "PHQ-9", at: on(13) }],
  };
  assert.deepEqual(due(13.1, past), ["GAD-7", "WHO-5"]);
  assert.deepEqual(due(20, past), ["GAD-7", "WHO-5"]);
  assert.ok(due(27, past).includes("PHQ-9"));
});

test("after the last dose: four weeks of every two, then at one, three and six months for a fortnight each", () => {
  const at = (/** @type {number} */ day) => due(day, { filled: filled(DEFAULT, -1) });
  for (const day of [20, 27.9, 30, 43.9, 91, 104.9, 182, 195.9])
    assert.ok(at(day).length, `${day}`);
  for (const day of [28, 29.9, 44, 90.9, 105, 181.9, 196, 400])
    assert.deepEqual(at(day), [], `${day}`);
  assert.deepEqual(due(95, { filled: filled(DEFAULT, 92) }), []);
});

test("one that takes longer than a week may ask for comes in a week of its own", () => {
  const chosen = [...DEFAULT, "PCL-5"];
  const past = { chosen, filled: filled(DEFAULT, 13) };
  assert.deepEqual(due(13.1, past), []);
  assert.deepEqual(due(19.9, past), []);
  assert.deepEqual(due(20.1, past), ["PCL-5"]);
});

test("what is not chosen is never asked, nor a cancelled dose counted", () => {
  assert.deepEqual(due(-3, { chosen: ["PEG"] }), ["PEG"]);
  assert.deepEqual(due(-3, { chosen: [] }), []);
  const cancelled = doses([0]).map((dose) => ({
    ...dose,
    state: /** @type {const} */ ("cancelled"),
  }));
  assert.deepEqual(due(-3, { dosings: cancelled }), []);
});

test("of any course, whoever fills in all that is asked spends at most four minutes a week, or fills in one alone", () => {
  const course = fc.array(fc.integer({ min: 3, max: 20 }), { maxLength: 8 });
  const chosen = fc.subarray(all.map(({ id }) => id));
  const habit = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });
  const holds = (
    /** @type {number[]} */ gaps,
    /** @type {string[]} */ chosen,
    /** @type {boolean[]} */ writes,
  ) => {
    let day = 0;
    const dosings = doses([0, ...gaps.map((gap) => (day += gap))]);
    /** @type {{instrument: string, happened: {at: string, zone: string}, day: number}[]} */
    const done = [];
    for (let today = -8; today < day + 200; today += 1) {
      const asked = dueMeasures(all, { dosings, filled: done, skips: [], chosen }, on(today + 0.3));
      assert.ok(asked.every(({ id }) => chosen.includes(id)));
      if (!writes[(today + 8) % 7]) continue;
      for (const { id } of asked)
        done.push({ instrument: id, happened: on(today + 0.3), day: today });
    }
    const minutes = new Map(all.map((one) => [one.id, one.minutes]));
    for (const { day: from } of done.filter(({ day }) => day >= 0)) {
      const week = done.filter((one) => one.day >= from && one.day < from + 7);
      const spent = week.reduce((sum, { instrument }) => sum + Number(minutes.get(instrument)), 0);
      assert.ok(spent <= 4 || week.length === 1, `${spent} minutes from day ${from}`);
    }
    for (const id of chosen) {
      const days = done
        .filter(({ instrument, day }) => instrument === id && day >= 0)
        .map(({ day }) => day);
      const { everyDays } = /** @type {Instrument} */ (all.find((one) => one.id === id));
      const close = days.some((one, index) => {
        const next = days[index + 1];
        return next !== undefined && next - one < everyDays - 1 && next < day + 28;
      });
      assert.ok(!close, `${id} on ${days}`);
    }
  };
  fc.assert(fc.property(course, chosen, habit, holds), { numRuns: 60 });
});
