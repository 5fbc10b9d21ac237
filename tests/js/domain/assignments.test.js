import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  assignmentOf,
  dueOf,
  FURTHEST_DAYS,
  offeredOn,
  placeOf,
} from "../../../static/js/domain/assignments.js";
import { dueMeasures } from "../../../static/js/domain/measure-due.js";
import { addDays, dayOf, daysBetween, fromWall } from "../../../static/js/ui/dates.js";

/** @import { Assignment, Due } from "../../../static/js/domain/assignments.js" */
/** @import { Dose } from "../../../static/js/domain/phases.js" */

const ZONE = "Europe/Dublin";
const GIVEN = fromWall("2026-10-20", "10:00", ZONE);
const ZONES = ["Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati"];

/** @param {string} day @param {string} [clock] @param {string} [zone] */
const on = (day, clock = "12:00", zone = ZONE) => fromWall(day, clock, zone);
/** @param {string} id @param {string} day @param {Dose["state"]} [state] @returns {Dose} */
const dose = (id, day, state = "planned") => ({ id, happened: on(day, "11:00"), state });
/** @param {Partial<Assignment>} [more] @returns {Assignment} */
function given(more = {}) {
  const prompt = { pack: "own", id: "a", version: 1, text: "What stayed?", phase: null };
  return {
    id: "a",
    person: "bo",
    name: "Bo",
    given: GIVEN,
    kept: "backed-up",
    declined: null,
    what: "prompt",
    prompt,
    pack: null,
    title: "",
    instrument: null,
    note: "",
    due: null,
    ...more,
  };
}
const none = { dosings: [], entries: [], packs: [] };
/** @param {number} days @returns {Due} */
const near = (days) => ({ dose: "next", days });

test("what hangs on the next dose waits while no dose is planned, and stands on its day when one is", () => {
  const one = given({ due: near(-2) });
  const past = dose("before", "2026-10-19", "done");
  assert.deepEqual(placeOf(one, [past], on("2026-10-21")), { state: "waits", day: null });
  const next = dose("next", "2026-10-30");
  const doses = [past, next, dose("later", "2026-11-20")];
  assert.deepEqual(placeOf(one, doses, on("2026-10-27")), { state: "ahead", day: "2026-10-28" });
  assert.deepEqual(placeOf(one, doses, on("2026-10-28")), { state: "open", day: "2026-10-28" });
  assert.equal(placeOf(one, doses, on("2026-10-30")).state, "open");
  assert.equal(placeOf(one, doses, on("2026-10-31")).state, "past");
});

test("a cancelled dose is passed over, a nearer one that is added is meant instead, and having happened it is still the one", () => {
  const one = given({ due: near(1) });
  const cancelled = dose("next", "2026-10-30", "cancelled");
  const later = dose("later", "2026-11-20");
  assert.equal(placeOf(one, [cancelled, later], on("2026-10-21")).day, "2026-11-21");
  const nearer = dose("nearer", "2026-10-25");
  assert.equal(placeOf(one, [later, nearer], on("2026-10-21")).day, "2026-10-26");
  const happened = { ...nearer, state: /** @type {const} */ ("done") };
  const after = placeOf(one, [later, happened], on("2026-10-26"));
  assert.deepEqual(after, { state: "open", day: "2026-10-26" });
});

test("a date is the person's own day; it is offered for a week from then, and without a day for four from when it was given", () => {
  const dated = given({ due: { date: "2026-11-02" } });
  for (const [day, state] of /** @type {[string, string][]} */ ([
    ["2026-11-01", "ahead"],
    ["2026-11-02", "open"],
    ["2026-11-08", "open"],
    ["2026-11-09", "past"],
  ]))
    assert.equal(placeOf(dated, [], on(day)).state, state, day);
  assert.equal(placeOf(dated, [], on("2026-11-02", "00:10", "Pacific/Kiritimati")).state, "open");
  assert.equal(placeOf(given(), [], on("2026-11-16")).state, "open");
  assert.equal(placeOf(given(), [], on("2026-11-17")).state, "past");
});

const days = fc.integer({ min: -20, max: 60 }).map((n) => addDays("2026-10-20", n));
const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((n) => String(n).padStart(2, "0")).join(":"));
const dosesIn = fc.array(
  fc.record({
    id: fc.uuid(),
    happened: fc
      .tuple(days, clocks, fc.constantFrom(...ZONES))
      .map(([day, clock, zone]) => on(day, clock, zone)),
    state: fc.constantFrom("planned", "done", "cancelled"),
  }),
  { maxLength: 5 },
);

test("property: over moved doses and changed clocks, its day lies exactly so many days from the day on which the first dose after it is lived", () => {
  const moved = fc.integer({ min: -10, max: 30 });
  const span = fc.integer({ min: -FURTHEST_DAYS, max: FURTHEST_DAYS });
  const look = fc.tuple(days, clocks, fc.constantFrom(...ZONES));
  fc.assert(
    fc.property(dosesIn, moved, span, look, (doses, by, n, [day, clock, zone]) => {
      const all = /** @type {Dose[]} */ (doses).map((one, index) =>
        index === 0
          ? { ...one, happened: on(addDays(dayOf(one.happened), by), "09:30", one.happened.zone) }
          : one,
      );
      const now = on(day, clock, zone);
      const place = placeOf(given({ due: near(n) }), all, now);
      const meant = all
        .filter(({ state }) => state !== "cancelled")
        .filter(({ happened }) => Date.parse(happened.at) > Date.parse(GIVEN.at))
        .sort((a, b) => Date.parse(a.happened.at) - Date.parse(b.happened.at))[0];
      if (!meant) return assert.deepEqual(place, { state: "waits", day: null });
      const theirs = all.filter(({ happened }) => happened.at === meant.happened.at);
      const away = theirs.map(({ happened }) => daysBetween(dayOf(happened), place.day ?? ""));
      assert.ok(away.includes(n));
      const today = dayOf(now);
      assert.equal(place.state === "ahead", today < (place.day ?? ""));
    }),
    { numRuns: 300 },
  );
});

test("property: it is asked on days in a row, from its day on, never fewer than one and never after a dose that it belongs before", () => {
  const span = fc.integer({ min: -10, max: 10 });
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), span, (day, zone, n) => {
      const next = {
        id: "d",
        happened: on(day, "23:30", zone),
        state: /** @type {const} */ ("planned"),
      };
      if (Date.parse(next.happened.at) <= Date.parse(GIVEN.at)) return;
      const one = given({ due: near(n) });
      const open = [];
      for (let away = -25; away <= 25; away += 1) {
        const now = on(addDays(day, away), "08:00", zone);
        if (placeOf(one, [next], now).state === "open") open.push(away);
      }
      assert.equal(open[0], n);
      const last = open.at(-1) ?? -99;
      assert.equal(last - n + 1, open.length);
      assert.equal(last, n < 0 ? 0 : n + 6);
    }),
    { numRuns: 200 },
  );
});

test("what was declined or done is not offered; a measure counts from its day on, a prompt since it was given, a pack while the course has it", () => {
  const now = on("2026-11-03");
  const prompt = given();
  const measure = given({
    id: "m",
    what: "measure",
    prompt: null,
    instrument: "PHQ-9",
    due: { date: "2026-11-02" },
  });
  const pack = given({ id: "p", what: "pack", prompt: null, pack: "pain" });
  const all = [prompt, measure, pack];
  const ids = (/** @type {any} */ facts, list = all) => {
    const { prompts, measures, packs } = offeredOn(list, { ...none, ...facts }, now);
    return [...prompts, ...measures, ...packs].map(({ id }) => id);
  };
  assert.deepEqual(ids({}), ["a", "m", "p"]);
  const filled = { kind: "measure", prompt: null, instrument: "PHQ-9" };
  assert.deepEqual(ids({ entries: [{ ...filled, happened: on("2026-10-30") }] }), ["a", "m", "p"]);
  assert.deepEqual(ids({ entries: [{ ...filled, happened: on("2026-11-02") }] }), ["a", "p"]);
  const answer = { kind: "entry", prompt: "a", instrument: null };
  assert.deepEqual(ids({ entries: [{ ...answer, happened: on("2026-10-01") }] }), ["a", "m", "p"]);
  assert.deepEqual(ids({ entries: [{ ...answer, happened: on("2026-10-21") }] }), ["m", "p"]);
  assert.deepEqual(ids({ packs: ["core", "pain"] }), ["a", "m"]);
  assert.deepEqual(
    ids(
      {},
      all.map((one) => ({ ...one, declined: now })),
    ),
    [],
  );
});

test("the one whose day came first is offered first, and of two the same only that one", () => {
  const now = on("2026-11-03");
  const twice = ["2026-11-03", "2026-11-01"].map((date) =>
    given({ id: date, what: "measure", prompt: null, instrument: "GAD-7", due: { date } }),
  );
  assert.deepEqual(
    offeredOn(twice, none, now).measures.map(({ id }) => id),
    ["2026-11-01"],
  );
});

test("what is no day and no thing known here is read as none", () => {
  const wrong = [
    { date: "soon" },
    near(1.5),
    near(FURTHEST_DAYS + 1),
    { dose: "last", days: 1 },
    7,
  ];
  for (const due of wrong) assert.equal(dueOf(due), null, JSON.stringify(due));
  for (const what of ["prompt", "pack", "measure", "video"])
    assert.equal(assignmentOf({ what, note: "x" }), null, what);
});

test("a measure that was given is asked although it is not due or chosen, before the others and with their minutes; not in the day after a dose", () => {
  const instruments = /** @type {any[]} */ ([
    { id: "PHQ-9", minutes: 2, everyDays: 14 },
    { id: "PCL-5", minutes: 4, everyDays: 28 },
  ]);
  const dosings = [dose("d", "2026-10-30", "done")];
  const past = { dosings, filled: [], skips: [], chosen: ["PHQ-9"] };
  const asked = (/** @type {any} */ more, now = on("2026-11-03")) =>
    dueMeasures(instruments, { ...past, ...more }, now).map(({ id }) => id);
  assert.deepEqual(asked({}), ["PHQ-9"]);
  assert.deepEqual(asked({ assigned: ["PCL-5"] }), ["PCL-5"]);
  const justFilled = [{ instrument: "PHQ-9", happened: on("2026-11-02") }];
  assert.deepEqual(asked({ filled: justFilled }), []);
  assert.deepEqual(asked({ filled: justFilled, assigned: ["PHQ-9"] }), ["PHQ-9"]);
  assert.deepEqual(asked({ assigned: ["PHQ-9"] }, on("2026-10-30", "20:00")), []);
});

test("an absence holds on its first and its last day, lies ahead before and is over after", async () => {
  const { awayOn, boundaryOf, isWhole } = await import("../../../static/js/domain/boundaries.js");
  const { away } = boundaryOf({
    away: { from: "2026-12-20", until: "2027-01-03", text: "At sea" },
  });
  for (const [day, state] of /** @type {[string, string|null][]} */ ([
    ["2026-12-19", "ahead"],
    ["2026-12-20", "now"],
    ["2027-01-03", "now"],
    ["2027-01-04", null],
  ]))
    assert.equal(awayOn(away, day), state, day);
  assert.equal(boundaryOf({ away: { from: "2027-01-03", until: "2026-12-20" } }).away, null);
  assert.equal(isWhole(boundaryOf({ rhythm: "a", record: "b", danger: "c" })), false);
});
