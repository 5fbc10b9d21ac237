import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isSafety, readPack } from "../../../static/js/domain/programme/pack.js";
import { asks } from "../../../static/js/domain/programme/schedule.js";

const FOLDER = new URL("../../../static/content/packs/", import.meta.url);
const PACKS = ["core", ...readdirSync(FOLDER).map((name) => name.slice(0, -5))]
  .filter((name, index, all) => all.indexOf(name) === index)
  .map((name) => readPack(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"))))
  .filter((pack) => pack !== null);
const DOSE = Date.UTC(2026, 10, 10, 10);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** @param {number} ms @param {string} [zone] */
const at = (ms, zone = "UTC") => ({ at: new Date(ms).toISOString(), zone });

/** @param {...number} days from the first dose @returns {any[]} */
function doses(...days) {
  return days.map((day, index) => ({
    id: `dose-${index + 1}`,
    happened: at(DOSE + day * DAY),
    route: "iv",
    number: index + 1,
    state: "done",
  }));
}

/** @param {Record<string, any>} given @param {number} ms */
function asked(given, ms) {
  const all = { packs: PACKS, courses: [], dosings: [], entries: [], skips: [], ...given };
  return asks({ ...all, now: at(ms) });
}

/** @param {Record<string, any>} given @param {number} ms @returns {string[]} ids of prompts, but for those about safety (safety-prompts.test.js) */
const ids = (given, ms) =>
  asked(given, ms)
    .filter((one) => !isSafety(one))
    .map(({ prompt }) => prompt.id);

/** @param {string} prompt @param {number} ms */
const answer = (prompt, ms) => ({ prompt, happened: at(ms) });

/** @param {string} prompt @param {string} occasion @param {number} ms */
const skip = (prompt, occasion, ms) => ({
  body: { pack: "core", prompt, occasion },
  written: at(ms),
});

/** @param {Record<string, any>} given @param {number} from @param {number} to days from the first dose @returns {string[]} all that is asked, looked at every hour by one who answers nothing */
function overDays(given, from, to) {
  const seen = new Set();
  for (let hour = from * 24; hour < to * 24; hour += 1) {
    for (const id of ids(given, DOSE + hour * HOUR)) seen.add(id);
  }
  return [...seen];
}

/** @param {Record<string, any>} given @param {number} from @param {number} to days from the first dose @returns {string[]} as above, by one who answers everything at once */
function answering(given, from, to) {
  const entries = [...(given.entries ?? [])];
  for (let hour = from * 24; hour < to * 24; hour += 1) {
    const now = DOSE + hour * HOUR;
    entries.push(...ids({ ...given, entries }, now).map((id) => answer(id, now)));
  }
  return entries.map(({ prompt }) => prompt);
}

/** @param {Record<string, any>} body */
const course = (body) => ({
  id: "course",
  body: { name: "", began: at(DOSE - 10 * DAY), plan: "acute", packs: [], ...body },
});

test("days before a dose prepare, days after it ask what came due that day", () => {
  const given = { dosings: doses(0) };
  assert.deepEqual(ids(given, DOSE - 7 * DAY), ["P1", "P2"]);
  assert.deepEqual(ids(given, DOSE - 3 * DAY), ["P8", "P9"]);
  assert.deepEqual(ids(given, DOSE + 2 * DAY), ["I2", "I3"]);
  assert.deepEqual(ids(given, DOSE + 7 * DAY), ["I9", "I10"]);
  assert.deepEqual(ids(given, DOSE + 21 * DAY), ["I18"]);
});

test("on the day of a dose the morning and the first hours have a question each", () => {
  const given = { dosings: doses(0) };
  assert.deepEqual(ids(given, DOSE - 2 * HOUR), ["P13"]);
  assert.deepEqual(ids(given, DOSE + HOUR), ["R1"]);
  assert.deepEqual(ids(given, DOSE + 20 * HOUR), ["R9"]);
  assert.deepEqual(ids(given, DOSE + 25 * HOUR), ["I1", "R9"]);
});

test("at later doses comes what was told least, so that all sittings of reflection have their turn", () => {
  const dosings = doses(0, 20, 40);
  const told = ["P13", "R1", "R9"].map((id) => answer(id, DOSE + HOUR));
  assert.deepEqual(ids({ dosings, entries: told }, DOSE + 20 * DAY + HOUR), ["R2"]);
  const twice = [...told, ...["P14", "R2", "R10"].map((id) => answer(id, DOSE + 20 * DAY + HOUR))];
  const third = DOSE + 40 * DAY;
  assert.deepEqual(ids({ dosings, entries: twice }, third + HOUR), ["R3"]);
  assert.deepEqual(ids({ dosings, entries: twice }, third + 5 * HOUR), ["R5"]);
});

test("by routes that take longer the first sitting begins later", () => {
  const [dose] = doses(0);
  const lozenge = { dosings: [{ ...dose, route: "lozenge" }] };
  assert.deepEqual(ids(lozenge, DOSE + HOUR / 2), []);
  assert.deepEqual(ids(lozenge, DOSE + HOUR), ["R1"]);
});

test("an answer is not followed by the next question on the same day", () => {
  const given = { dosings: doses(0), entries: [answer("I2", DOSE + 2 * DAY)] };
  assert.deepEqual(ids(given, DOSE + 2 * DAY + HOUR), ["I3"]);
  given.entries.push(answer("I3", DOSE + 2 * DAY + HOUR));
  assert.deepEqual(ids(given, DOSE + 2 * DAY + 2 * HOUR), []);
});

test("prompts taken up freely count: a day asks no more besides", () => {
  const entries = ["P1", "P2"].map((id) => answer(id, DOSE + 2 * DAY));
  assert.deepEqual(ids({ dosings: doses(0), entries }, DOSE + 2 * DAY + HOUR), []);
});

test("where doses are close, exactly I2, I4, I7, I9 and I16 remain, counted on past the next dose", () => {
  const given = { dosings: doses(0, 4, 8, 12, 16) };
  const between = new Set(answering(given, 0, 16).filter((id) => id.startsWith("I")));
  assert.deepEqual([...between].sort(), ["I16", "I19", "I2", "I4", "I7", "I9"]);
  const after = answering(given, 17, 31).filter((id) => id.startsWith("I"));
  assert.ok(
    ["I1", "I3", "I5", "I16"].every((id) => after.includes(id)),
    after.join(),
  );
});

test("moving a date moves its plan, and what was skipped or answered for it stays so", () => {
  const entries = [answer("P10", DOSE - 2 * DAY)];
  const skips = [skip("P11", "dose-1", DOSE - 2 * DAY)];
  const [dose] = doses(0);
  const moved = { ...dose, happened: at(DOSE + 9 * DAY) };
  assert.deepEqual(ids({ dosings: [moved] }, DOSE + 2 * DAY), ["P1", "P2"]);
  const asks = overDays({ dosings: [moved], entries, skips }, 0, 9);
  assert.ok(asks.includes("P12") && !asks.includes("P10") && !asks.includes("P11"), asks.join());
});

test("a skip holds for its dose, also where the dose before it was moved past the day of the skip", () => {
  const [first, second] = doses(0, 10);
  const skips = [skip("P10", "dose-2", DOSE + 8 * DAY)];
  const moved = [
    { ...first, happened: at(DOSE + 8.5 * DAY) },
    { ...second, happened: at(DOSE + 12 * DAY) },
  ];
  const entries = ["P11", "R9", "I2"].map((id) => answer(id, DOSE + 9.4 * DAY));
  const given = { dosings: moved, entries };
  assert.ok(overDays(given, 9, 12).includes("P10"));
  assert.ok(!overDays({ ...given, skips }, 9, 12).includes("P10"));
});

test("a skipped prompt comes again at the next dose, and skipped twice no more in the course", () => {
  const dosings = doses(0, 20, 40);
  const once = [skip("I2", "dose-1", DOSE + 2 * DAY)];
  assert.ok(!overDays({ dosings, skips: once }, 2, 18).includes("I2"));
  assert.ok(overDays({ dosings, skips: once }, 20, 38).includes("I2"));
  const twice = [...once, skip("I2", "dose-2", DOSE + 22 * DAY)];
  assert.ok(!overDays({ dosings, skips: twice }, 22, 60).includes("I2"));
});

test("three skips in a row bring quiet for three days, and a written word ends it", () => {
  const dosings = doses(0);
  const skips = ["I2", "I3", "I4"].map((id, n) => skip(id, "dose-1", DOSE + 3 * DAY + n));
  for (const days of [3, 4, 6])
    assert.deepEqual(ids({ dosings, skips }, DOSE + days * DAY + 5), []);
  assert.notDeepEqual(ids({ dosings, skips }, DOSE + 7 * DAY), []);
  const entries = [{ prompt: null, happened: at(DOSE + 3 * DAY + HOUR) }];
  assert.notDeepEqual(ids({ dosings, skips, entries }, DOSE + 4 * DAY), []);
});

test("a pack that was chosen for the course has one of the two places on its days, and each of its prompts comes once", () => {
  const given = { dosings: doses(0, 20), courses: [course({ packs: ["pain"] })] };
  assert.deepEqual(ids(given, DOSE + 4 * DAY), ["I6", "pain.I2"]);
  const entries = [answer("pain.I2", DOSE + 4 * DAY)];
  assert.ok(!overDays({ ...given, entries }, 20, 36).includes("pain.I2"));
  assert.deepEqual(ids({ dosings: doses(0) }, DOSE + 4 * DAY), ["I6", "I4"]);
});

test("the maintenance plan asks one prompt a day, out of fewer", () => {
  const given = { dosings: doses(0, 40), courses: [course({ plan: "maintenance" })] };
  for (let day = -9; day < 60; day += 1) assert.ok(ids(given, DOSE + day * DAY).length <= 1);
  assert.ok(!overDays(given, -9, 30).some((id) => ["P1", "I3", "I5", "R5"].includes(id)));
  assert.ok(overDays(given, 1, 30).includes("I2"));
});

test("a dose after the end of its course is a booster: it has the lighter plan", () => {
  const ended = { ended: at(DOSE + 20 * DAY) };
  const [first, booster] = doses(0, 60);
  const given = {
    dosings: [first, { ...booster, course: "course" }],
    courses: [course(ended)],
  };
  assert.deepEqual(ids(given, DOSE + 62 * DAY + HOUR), ["I2"]);
});

test("the end of a course asks for a letter, then and after 1, 3 and 6 months, and its own pack in the first days", () => {
  const given = { dosings: doses(0), courses: [course({ ended: at(DOSE + 30 * DAY) })] };
  assert.deepEqual(ids(given, DOSE + 30 * DAY), ["I20", "I18"]);
  assert.ok(overDays(given, 31, 42).includes("ending.I1"));
  const entries = [answer("I20", DOSE + 30 * DAY)];
  assert.deepEqual(ids({ ...given, entries }, Date.UTC(2027, 0, 9, 12)), []);
  assert.deepEqual(ids({ ...given, entries }, Date.UTC(2027, 0, 10, 12)), ["I20"]);
  assert.deepEqual(ids({ ...given, entries }, Date.UTC(2027, 2, 10, 12)), ["I20"]);
  assert.deepEqual(ids({ ...given, entries }, Date.UTC(2027, 5, 10, 12)), ["I20"]);
  assert.deepEqual(ids({ ...given, entries }, Date.UTC(2027, 8, 10, 12)), []);
});

test("a second course prepares from the start again, and ends the letters of the first", () => {
  const second = { id: "second", body: { began: at(DOSE + 58 * DAY), plan: "acute", packs: [] } };
  const [one, two] = doses(0, 70);
  const given = {
    dosings: [one, { ...two, course: "second" }],
    courses: [course({ ended: at(DOSE + 30 * DAY) }), second],
    entries: [answer("P1", DOSE - 7 * DAY)],
  };
  assert.deepEqual(ids(given, DOSE + 63 * DAY), ["P1", "P2"]);
  assert.deepEqual(ids(given, DOSE + 61 * DAY), []);
});

test("a cancelled dosing session asks nothing", () => {
  const [dose] = doses(0);
  assert.deepEqual(ids({ dosings: [{ ...dose, state: "cancelled" }] }, DOSE + DAY), []);
});

test("before any date two questions a day presume none, each once; a skip holds until there is a session", () => {
  const undated = ["P1", "P2", "P3", "P4", "P5", "P8"];
  assert.deepEqual(ids({}, DOSE), ["P1", "P2"]);
  assert.deepEqual(overDays({}, 0, 9), ["P1", "P2"]);
  const entries = [];
  const seen = [];
  for (let day = 0; day < 5; day += 1) {
    const today = ids({ entries }, DOSE + day * DAY);
    seen.push(...today);
    entries.push(...today.map((id) => answer(id, DOSE + day * DAY)));
    assert.deepEqual(ids({ entries }, DOSE + day * DAY + HOUR), []);
  }
  assert.deepEqual(seen, undated);
  assert.deepEqual(ids({ entries, dosings: doses(5) }, DOSE + 5 * DAY - 7 * DAY + HOUR), []);

  const skips = [skip("P1", "undated", DOSE)];
  assert.deepEqual(ids({ skips }, DOSE + HOUR), ["P2"]);
  assert.deepEqual(ids({ skips }, DOSE + DAY), ["P2", "P3"]);
  assert.deepEqual(ids({ skips, dosings: doses(7) }, DOSE + HOUR), ["P1"]);
});

test("where there is a dosing session, nothing is asked as if there were none", () => {
  const [cancelled] = doses(-3).map((one) => ({ ...one, state: "cancelled" }));
  assert.deepEqual(ids({ dosings: doses(200) }, DOSE), []);
  assert.deepEqual(ids({ dosings: doses(-200) }, DOSE), []);
  assert.deepEqual(ids({ dosings: [cancelled] }, DOSE), []);
});
