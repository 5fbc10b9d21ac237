import assert from "node:assert/strict";
import { test } from "node:test";
import { courseFor, courseOf, coursesOf, practicalDay } from "../../../static/js/domain/courses.js";
import { clockOf, dayOf, daysBetween } from "../../../static/js/ui/dates.js";

/** @import { Document } from "../../../static/js/domain/documents.js" */
/** @import { Dosing } from "../../../static/js/domain/dosings.js" */

const calendar = {
  dayOf,
  daysBetween,
  hourOf: (/** @type {{at: string, zone: string}} */ now) => Number(clockOf(now).slice(0, 2)),
};

/** @param {string} at @param {string} [zone] */
const instant = (at, zone = "Europe/Lisbon") => ({ at: new Date(at).toISOString(), zone });

/** @param {string} id @param {string} at @param {Dosing["state"]} [state] @returns {Dosing} */
function dose(id, at, state = "planned") {
  const none = { author: null, rev: "r", note: "", course: null };
  return { id, happened: instant(at), route: "im", number: 1, state, kept: "device", ...none };
}

/** @param {Dosing[]} dosings @param {string} at @param {string} [zone] */
function on(dosings, at, zone) {
  const { coming, after, asked } = practicalDay(dosings, instant(at, zone), calendar);
  return [coming?.id, after?.id, asked?.id];
}

/** @param {string} id @param {object} body @returns {Document} */
const course = (id, body) => ({
  id,
  kind: "course",
  rev: "r",
  written: instant("2026-01-01T00:00Z"),
  kept: "device",
  body,
});

test("what is practical is told on the day before a dose and on its day, and not earlier", () => {
  const doses = [dose("a", "2026-03-10T10:00Z")];
  assert.deepEqual(on(doses, "2026-03-08T23:59Z"), [undefined, undefined, undefined]);
  assert.deepEqual(on(doses, "2026-03-09T00:00Z"), ["a", undefined, undefined]);
  assert.deepEqual(on(doses, "2026-03-10T09:59Z"), ["a", undefined, undefined]);
});

test("from the dose until nine the next morning it is told what to leave", () => {
  const doses = [dose("a", "2026-03-10T10:00Z", "done")];
  assert.deepEqual(on(doses, "2026-03-10T10:00Z"), [undefined, "a", undefined]);
  assert.deepEqual(on(doses, "2026-03-10T23:59Z"), [undefined, "a", undefined]);
  assert.deepEqual(on(doses, "2026-03-11T08:59Z"), [undefined, "a", undefined]);
  assert.deepEqual(on(doses, "2026-03-11T09:00Z"), [undefined, undefined, undefined]);
});

test("a night is not shortened by a dose after midnight, by a change of clocks, nor by flying east", () => {
  const late = [dose("a", "2026-03-28T01:00Z", "done")];
  assert.deepEqual(on(late, "2026-03-28T09:30Z"), [undefined, "a", undefined]);
  assert.deepEqual(
    on(late, "2026-03-29T07:59Z"),
    [undefined, "a", undefined],
    "clocks went forward",
  );
  assert.deepEqual(on(late, "2026-03-29T08:00Z"), [undefined, undefined, undefined]);
  const evening = [dose("b", "2026-03-10T20:00Z", "done")];
  assert.deepEqual(on(evening, "2026-03-10T23:30Z", "Asia/Tokyo"), [undefined, "b", undefined]);
});

test("a planned session whose time has come is asked after for a week; a cancelled one is not, and holds nothing up", () => {
  const doses = [dose("a", "2026-03-10T10:00Z")];
  assert.deepEqual(on(doses, "2026-03-10T11:59Z"), [undefined, "a", undefined]);
  assert.deepEqual(on(doses, "2026-03-10T12:00Z"), [undefined, "a", "a"]);
  assert.deepEqual(on(doses, "2026-03-17T23:00Z"), [undefined, undefined, "a"]);
  assert.deepEqual(on(doses, "2026-03-18T00:00Z"), [undefined, undefined, undefined]);
  const cancelled = [dose("a", "2026-03-10T10:00Z", "cancelled"), dose("b", "2026-03-11T10:00Z")];
  assert.deepEqual(on(cancelled, "2026-03-10T12:00Z"), ["b", undefined, undefined]);
});

test("a moved date moves what is told", () => {
  assert.deepEqual(on([dose("a", "2026-03-14T10:00Z")], "2026-03-10T09:00Z")[0], undefined);
  assert.deepEqual(on([dose("a", "2026-03-14T10:00Z")], "2026-03-13T09:00Z")[0], "a");
});

test("courses that go on stand first, the latest before the others, and a session without one falls to it", () => {
  const ended = course("old", {
    began: instant("2026-06-01T00:00Z"),
    ended: instant("2026-07-01T00:00Z"),
  });
  const first = course("first", { began: instant("2026-01-01T00:00Z") });
  const second = course("second", { began: instant("2026-02-01T00:00Z"), plan: "maintenance" });
  const all = coursesOf([ended, first, second]);
  assert.deepEqual(
    all.map(({ id }) => id),
    ["second", "first", "old"],
  );
  assert.equal(courseFor(all)?.id, "second");
  assert.equal(courseFor(all, { course: "old" })?.id, "old");
  assert.equal(courseFor(coursesOf([ended])), undefined);
});

test("a course of which hardly anything is known, or which another program wrote, can be shown", () => {
  const bare = courseOf(course("a", { name: 7, support: "Mara", ended: "yesterday", plan: "?" }));
  assert.deepEqual(
    [bare.name, bare.support, bare.ended, bare.plan, bare.homeSession],
    ["", { name: "", phone: "" }, null, "acute", false],
  );
});
