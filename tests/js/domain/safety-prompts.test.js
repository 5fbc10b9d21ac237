// Whole courses, lived hour by hour: what asks whether one is safe comes at every dose, whatever else is asked, answered or skipped.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isSafety, readPack } from "../../../static/js/domain/programme/pack.js";
import { asks } from "../../../static/js/domain/programme/schedule.js";

/** @typedef {{doses: number[], days: number, route?: string, plan?: string, packs?: string[], deed?: "answer"|"skip"|"look", hours?: number[]}} Life */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Every dose is at ten; `day` 0 is that of the first. */
const FIRST = Date.UTC(2026, 0, 1, 10);
const HOURS = [8, 11, 14, 20, 21];

/** @param {string} name @returns {any} */
const packOf = (name) =>
  readPack(
    JSON.parse(
      readFileSync(new URL(`../../../static/content/packs/${name}.json`, import.meta.url), "utf8"),
    ),
  );
/** @param {number} ms */
const at = (ms) => ({ at: new Date(ms).toISOString(), zone: "UTC" });

/** @param {Life} life @returns {{day: number, hour: number, ids: string[], safety: string[]}[]} what each look showed */
function live({
  doses,
  days,
  route = "iv",
  plan = "acute",
  packs = [],
  deed = "answer",
  hours = HOURS,
}) {
  const dosings = doses.map((day, index) => ({
    id: `d${index + 1}`,
    happened: at(FIRST + day * DAY),
    route,
    number: index + 1,
    state: "done",
    course: "c1",
  }));
  const courses = [{ id: "c1", body: { began: at(FIRST - 8 * DAY), plan, packs } }];
  const given = { packs: ["core", "ending", ...packs].map(packOf), courses, dosings };
  /** @type {any[]} */
  const [entries, skips, seen] = [[], [], []];
  for (let day = -8; day <= days; day += 1) {
    for (const hour of hours) {
      const ms = FIRST + day * DAY + (hour - 10) * HOUR;
      const asked = asks(/** @type {any} */ ({ ...given, entries, skips, now: at(ms) }));
      const ids = asked.map(({ prompt }) => prompt.id);
      seen.push({ day, hour, ids, safety: asked.filter(isSafety).map(({ prompt }) => prompt.id) });
      for (const { prompt, occasion } of asked) {
        if (deed === "answer") entries.push({ prompt: prompt.id, happened: at(ms) });
        if (deed === "skip") skips.push({ body: { prompt: prompt.id, occasion }, written: at(ms) });
      }
    }
  }
  return seen;
}

/** @param {ReturnType<typeof live>} looks @param {string} id @returns {number[]} days on which it was asked */
function daysOf(looks, id) {
  return [...new Set(looks.filter(({ ids }) => ids.includes(id)).map(({ day }) => day))];
}

/** Of the courses that were reckoned through before: when each question is asked, of one who answers. @type {[string, Life, {I8: number[], I17: number[]}][]} */
const COURSES = [
  ["one dose", { doses: [0], days: 40 }, { I8: [6], I17: [14] }],
  [
    "one dose, steady ground chosen",
    { doses: [0], days: 40, packs: ["trauma"] },
    { I8: [6], I17: [14] },
  ],
  ["two doses, two weeks apart", { doses: [0, 14], days: 50 }, { I8: [6, 20], I17: [14, 28] }],
  [
    "six in four weeks",
    { doses: [0, 4, 7, 13, 20, 27], days: 60 },
    { I8: [6, 13, 19, 26, 33], I17: [14, 27, 41] },
  ],
  [
    "six, twice weekly",
    { doses: [0, 3, 7, 10, 14, 17], days: 50 },
    { I8: [6, 13, 20], I17: [14, 24] },
  ],
  [
    "monthly maintenance, nasal",
    { doses: [0, 30, 60, 90], days: 110, plan: "maintenance", route: "nasal" },
    { I8: [6, 36, 66, 96], I17: [14, 44, 74, 104] },
  ],
  [
    "lozenges at home",
    { doses: [0, 7, 14], days: 40, route: "lozenge" },
    { I8: [6, 13, 20], I17: [14, 28] },
  ],
];

for (const [name, life, { I8, I17 }] of COURSES) {
  test(`${name}: safe now? on the day of every dose and first; the stop sign before each; then what was hard, and craving`, () => {
    const looks = live(life);
    for (const dose of life.doses) {
      const after = looks.find(({ day, hour }) => day === dose && hour > 10);
      assert.equal(after?.ids[0], "R4", `day ${dose}`);
      const before = looks.filter(
        ({ day, hour }) => day === dose - 1 || (day === dose && hour < 10),
      );
      assert.ok(
        before.some(({ ids }) => ids.includes("P15")),
        `day ${dose}`,
      );
    }
    assert.deepEqual([daysOf(looks, "I8"), daysOf(looks, "I17")], [I8, I17]);
  });
}

for (const deed of /** @type {const} */ (["look", "skip"])) {
  test(`twice weekly, one who never answers (${deed}): every question about safety still comes`, () => {
    const doses = [0, 3, 7, 10, 14, 17];
    const looks = live({ doses, days: 40, deed });
    const safe = daysOf(looks, "R4");
    for (const dose of doses) assert.ok(safe.includes(dose), `day ${dose}`);
    assert.ok(daysOf(looks, "I8").length >= 3);
    assert.ok(daysOf(looks, "I17").length >= 2);
  });
}

test("whoever looks first on the morning after is still asked whether they are safe, and not a day later", () => {
  const life = { doses: [0], days: 3, hours: [9, 12], deed: /** @type {const} */ ("look") };
  const when = live(life).filter(({ ids }) => ids.includes("R4"));
  assert.deepEqual(
    when.map(({ day, hour }) => [day, hour]),
    [
      [0, 12],
      [1, 9],
    ],
  );
});

test("one who skips is asked about something hard and craving at most every five and every ten days", () => {
  const looks = live({ doses: [0, 3, 7, 10, 14, 17], days: 40, deed: "skip" });
  for (const [id, rest] of /** @type {const} */ ([
    ["I8", 5],
    ["I17", 10],
  ])) {
    const days = daysOf(looks, id);
    for (const [index, day] of days.entries())
      if (index > 0) assert.ok(day - Number(days[index - 1]) >= rest, `${id} ${days}`);
  }
});

test("they take no place of the two a day", () => {
  const life = { doses: [0, 7, 14], days: 40 };
  const looks = live(life);
  const usual = looks.map(({ ids, safety }) => ids.length - safety.length);
  assert.equal(Math.max(...usual), 2);
  const onDoseDay = looks.find(({ day, hour }) => day === 0 && hour === 11);
  assert.deepEqual(onDoseDay?.ids, ["R4", "R1"]);
});

test("no pack but the app's own can ask beyond the two a day", () => {
  const prompts = [1, 2, 3, 4].map((n) => ({
    ...{ id: `clinic.I${n}`, phase: "integration", day: 2, topic: "t", text: "t", hint: "h" },
    safety: true,
  }));
  const lying = readPack({ format: 1, id: "clinic", version: 1, asked: "always", prompts });
  const dosings = [{ id: "d1", happened: at(FIRST), route: "iv", number: 1, state: "done" }];
  const given = { courses: [], dosings, entries: [], skips: [], now: at(FIRST + 2 * DAY) };
  assert.equal(asks(/** @type {any} */ ({ ...given, packs: [lying] })).length, 2);
});
