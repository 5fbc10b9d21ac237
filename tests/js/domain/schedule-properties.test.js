import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { dayIn } from "../../../static/js/domain/programme/days.js";
import { UNDATED } from "../../../static/js/domain/programme/occasions.js";
import { isSafety, readPack } from "../../../static/js/domain/programme/pack.js";
import { asks } from "../../../static/js/domain/programme/schedule.js";

/** @import { Given } from "../../../static/js/domain/programme/facts.js" */
/** @import { Asked } from "../../../static/js/domain/programme/schedule.js" */

const FOLDER = new URL("../../../static/content/packs/", import.meta.url);
const PACKS = readdirSync(FOLDER)
  .map((name) => readPack(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))))
  .filter((pack) => pack !== null);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A week before the clocks of Europe go back, two before those of New York, and southern ones that have gone forward. */
const START = Date.UTC(2026, 9, 18);
const ZONES = [
  "Europe/Dublin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Asia/Kathmandu",
  "Pacific/Pago_Pago",
];
const ROUTES = ["iv", "im", "sc", "nasal", "lozenge", "oral", "rectal", "other"];
const PLENTY = { numRuns: 150 };

const zones = fc.constantFrom(...ZONES);
const moments = (/** @type {number} */ from, /** @type {number} */ to) =>
  fc.integer({ min: from * 24, max: to * 24 }).map((hours) => START + hours * HOUR);
const instants = (/** @type {number} */ from, /** @type {number} */ to) =>
  fc.record({ ms: moments(from, to), zone: zones }).map(({ ms, zone }) => at(ms, zone));

const courses = fc.array(
  fc.record({
    id: fc.constantFrom("course-a", "course-b"),
    body: fc.record(
      {
        began: instants(-20, 30),
        ended: instants(10, 60),
        plan: fc.constantFrom("acute", "maintenance"),
        packs: fc.subarray(PACKS.map(({ id }) => id)),
      },
      { requiredKeys: ["began", "plan", "packs"] },
    ),
  }),
  { maxLength: 2 },
);
const dosings = fc
  .array(
    fc.record({
      happened: instants(0, 40),
      route: fc.constantFrom(...ROUTES),
      state: fc.constantFrom("planned", "done", "done", "cancelled"),
      course: fc.constantFrom(null, "course-a", "course-b", "of another device"),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: `dose-${index}`, number: index + 1 })));
const worlds = /** @type {fc.Arbitrary<any>} */ (fc.record({ courses, dosings }));
/** What a person does at a look: nothing, answers the first or the second question, or skips one. */
const deeds = fc.constantFrom("", "", "answer 0", "answer 1", "skip 0", "skip 1", "write");

/** @param {number} ms @param {string} zone */
const at = (ms, zone) => ({ at: new Date(ms).toISOString(), zone });

/** @param {any} world @param {{at: string, zone: string}} now @param {any} [told] @returns {Asked[]} */
const look = (world, now, told = { entries: [], skips: [] }) =>
  asks(/** @type {Given} */ ({ packs: PACKS, ...world, ...told, now }));

/** @param {any} world @param {{at: string, zone: string}} now @param {any} [told] @returns {Asked[]} but for those about safety */
const usual = (world, now, told) => look(world, now, told).filter((one) => !isSafety(one));

/** @param {Asked[]} asked */
const ids = (asked) => asked.map(({ prompt }) => prompt.id);

/** @param {{entries: any[], skips: any[]}} told @param {string} deed @param {Asked[]} asked @param {any} now */
function act(told, deed, asked, now) {
  const [what, index] = deed.split(" ");
  if (what === "write") told.entries.push({ prompt: null, happened: now });
  const one = asked[Number(index)];
  if (!one) return;
  const { prompt, pack, occasion } = one;
  if (what === "answer") told.entries.push({ prompt: prompt.id, happened: now });
  if (what === "skip") {
    told.skips.push({ body: { pack: pack.id, prompt: prompt.id, occasion }, written: now });
  }
}

test("never more than two prompts beside those about safety are asked on one day, whatever is answered or skipped on it", () => {
  fc.assert(
    fc.property(
      worlds,
      zones,
      fc.integer({ min: -10, max: 60 }),
      fc.array(deeds, { minLength: 24, maxLength: 24 }),
      (world, zone, from, lived) => {
        /** @type {{entries: any[], skips: any[]}} */
        const told = { entries: [], skips: [] };
        /** @type {Map<number, Set<string>>} */
        const days = new Map();
        for (const [index, deed] of lived.entries()) {
          const now = START + from * DAY + index * 3 * HOUR;
          const asked = usual(world, at(now, zone), told);
          const day = dayIn(now, zone);
          const seen = days.get(day) ?? new Set();
          days.set(day, seen);
          for (const id of ids(asked)) seen.add(id);
          assert.ok(seen.size <= 2, `${[...seen]}`);
          act(told, deed, asked, at(now, zone));
        }
      },
    ),
    PLENTY,
  );
});

test("on a day of travel, too, what was told and what is asked come to no more than two", () => {
  fc.assert(
    fc.property(
      worlds,
      fc.integer({ min: -10, max: 60 }),
      fc.array(fc.tuple(zones, deeds), { minLength: 12, maxLength: 12 }),
      (world, from, lived) => {
        /** @type {{entries: any[], skips: any[]}} */
        const told = { entries: [], skips: [] };
        for (const [index, [zone, deed]] of lived.entries()) {
          const now = START + from * DAY + index * 2 * HOUR;
          const asked = usual(world, at(now, zone), told);
          const today = (/** @type {any} */ { at }) =>
            dayIn(Date.parse(at), zone) === dayIn(now, zone);
          const answers = told.entries.filter((one) => one.prompt && today(one.happened));
          const skips = told.skips.filter((one) => today(one.written));
          const used = new Set([
            ...answers.map(({ prompt }) => prompt),
            ...skips.map(({ body }) => body.prompt),
          ]);
          if (asked.length > 0) assert.ok(used.size + asked.length <= 2);
          act(told, deed, asked, at(now, zone));
        }
      },
    ),
    PLENTY,
  );
});

test("nothing is asked before its window: days before the dose, hours and days after it, and never on a cancelled one", () => {
  fc.assert(
    fc.property(worlds, instants(-12, 75), (world, now) => {
      const ms = Date.parse(now.at);
      const today = dayIn(ms, now.zone);
      const doses = world.dosings
        .filter((/** @type {any} */ { state }) => state !== "cancelled")
        .map((/** @type {any} */ one) => ({ ...one, ms: Date.parse(one.happened.at) }));
      for (const { prompt, occasion } of look(world, now)) {
        const dose = doses.find((/** @type {any} */ { id }) => occasion.split(" ")[0] === id);
        if (occasion === UNDATED) assert.equal(world.dosings.length, 0);
        if (occasion === UNDATED || prompt.when === "course-end") continue;
        assert.ok(dose, occasion);
        const day = dayIn(dose.ms, dose.happened.zone);
        if (prompt.phase === "reflection") {
          const hours = (ms - dose.ms) / HOUR;
          assert.ok(hours >= Number(prompt.hours?.[0]) && hours < 60, `${prompt.id} ${hours}`);
        } else if (prompt.phase === "preparation") {
          assert.ok(ms < dose.ms && today >= day + Number(prompt.day), prompt.id);
        } else if (prompt.when !== "between-doses") {
          const first = Math.min(...(prompt.days ?? [Number(prompt.day)]));
          assert.ok(ms >= dose.ms + DAY && today >= day + first, prompt.id);
        }
      }
    }),
    { numRuns: 1500 },
  );
});

test("a skipped prompt stays away from its dose, however the dates are moved", () => {
  fc.assert(
    fc.property(worlds, instants(0, 50), instants(0, 60), fc.nat(), (world, now, later, seed) => {
      const asked = look(world, now);
      const one = asked[seed % Math.max(1, asked.length)];
      if (!one) return;
      const told = { entries: [], skips: [] };
      act(told, `skip ${asked.indexOf(one)}`, asked, now);
      const moved = world.dosings.map((/** @type {any} */ dose, /** @type {number} */ index) => ({
        ...dose,
        happened: at(Date.parse(dose.happened.at) + ((seed >> index) % 9) * DAY, later.zone),
      }));
      for (const dosings of [world.dosings, moved]) {
        const again = look({ ...world, dosings }, later, told);
        assert.ok(
          !again.some(
            ({ prompt, occasion }) => prompt.id === one.prompt.id && occasion === one.occasion,
          ),
        );
      }
    }),
    { numRuns: 600 },
  );
});

test("moving all dates by whole weeks, between changes of clocks, moves the whole plan", () => {
  fc.assert(
    fc.property(worlds, moments(-12, 70), fc.integer({ min: 1, max: 8 }), (world, now, weeks) => {
      const shift = (/** @type {any} */ value) =>
        JSON.parse(
          JSON.stringify(value, (name, one) =>
            name === "at" ? new Date(Date.parse(one) + weeks * 7 * DAY).toISOString() : one,
          ),
        );
      // Letters come by months of the calendar, which have no fixed number of weeks.
      const fixed = PACKS.map((pack) => ({
        ...pack,
        prompts: pack.prompts.map((prompt) => ({ ...prompt, months: undefined })),
      }));
      const inUtc = JSON.parse(
        JSON.stringify({ ...world, now: at(now, "UTC") }, (name, one) =>
          name === "zone" ? "UTC" : one,
        ),
      );
      const moved = shift(inUtc);
      const told = { packs: fixed, entries: [], skips: [] };
      assert.deepEqual(ids(asks({ ...told, ...moved })), ids(asks({ ...told, ...inUtc })));
    }),
    { numRuns: 400 },
  );
});

test("equal facts give equal questions, in whatever order they come", () => {
  fc.assert(
    fc.property(worlds, instants(-12, 75), (world, now) => {
      const turned = { courses: world.courses.toReversed(), dosings: world.dosings.toReversed() };
      const same = new Set(world.courses.map((/** @type {any} */ { id }) => id));
      if (same.size < world.courses.length) return;
      assert.deepEqual(look(turned, now), look(world, now));
      assert.deepEqual(look(world, now), look(world, now));
    }),
    { numRuns: 300 },
  );
});

test("no document, dosing session, entry or pack of any shape brings it down", () => {
  const anything = fc.anything({ maxDepth: 2 });
  const instant = fc.record({
    at: fc.oneof(fc.string(), fc.constant("2026-11-10T10:00:00Z"), fc.constant("-271821-04-20")),
    zone: fc.oneof(fc.string(), zones),
  });
  const documents = fc.array(
    fc.record({
      id: fc.string(),
      body: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
      written: instant,
    }),
    { maxLength: 4 },
  );
  const strange = fc.record({
    packs: fc
      .array(
        fc.oneof(
          anything,
          fc.record({
            format: fc.constant(1),
            id: fc.string(),
            prompts: fc.array(anything),
            spacing: anything,
          }),
        ),
        { maxLength: 3 },
      )
      .map((values) => [...PACKS, ...values.map(readPack).filter((pack) => pack !== null)]),
    courses: documents,
    skips: documents,
    dosings: fc.array(
      fc.record({
        id: fc.string(),
        happened: instant,
        route: fc.string(),
        number: fc.double(),
        state: fc.string(),
        course: anything,
      }),
      { maxLength: 4 },
    ),
    entries: fc.array(fc.record({ prompt: fc.option(fc.string()), happened: instant }), {
      maxLength: 4,
    }),
    now: instant,
  });
  fc.assert(
    fc.property(strange, (given) => {
      assert.ok(asks(/** @type {any} */ (given)).length <= 2);
    }),
    { numRuns: 400 },
  );
});
