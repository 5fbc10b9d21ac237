import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addDays,
  clockOf,
  dateOf,
  dayOf,
  daysBetween,
  dayWords,
  dayWordsOf,
  fromWall,
  hereZone,
  isoDay,
  longDay,
  monthOf,
  shortDay,
  shortMonth,
  timeWords,
  whenWords,
} from "../../../static/js/ui/dates.js";
import { addWords } from "../../../static/js/ui/i18n.js";
import first from "../../../static/js/ui/words/en/first.js";

addWords(first);

test("an instant belongs to the day on which it was lived, wherever it is read", () => {
  const late = "2026-11-19T23:30:00Z";
  assert.equal(dayOf({ at: late, zone: "Europe/London" }), "2026-11-19");
  assert.equal(dayOf({ at: late, zone: "Europe/Berlin" }), "2026-11-20");
  assert.equal(clockOf({ at: late, zone: "America/St_Johns" }), "20:00");
});

test("what a clock on the wall showed gives the instant back, in every month and odd zones", () => {
  for (const zone of [
    "UTC",
    "Europe/Dublin",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "America/Lima",
  ]) {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, "0")}-17`;
      const moment = fromWall(day, "02:45", zone);
      assert.equal(dayOf(moment), day, zone);
      assert.equal(clockOf(moment), "02:45", zone);
    }
  }
});

test("a time skipped by a change of clocks moves on, one that comes twice is the earlier", () => {
  assert.equal(clockOf(fromWall("2026-03-29", "02:30", "Europe/Berlin")), "03:30");
  assert.equal(fromWall("2026-10-25", "02:30", "Europe/Berlin").at, "2026-10-25T00:30:00.000Z");
});

test("days are counted by the calendar, not by hours", () => {
  assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
  assert.equal(daysBetween("2026-11-20", "2026-11-19"), -1);
});

test("near days have names, others a date, and another year is said", () => {
  assert.equal(dayWords("2026-11-18", "2026-11-19"), "yesterday");
  assert.match(dayWords("2026-11-02", "2026-11-19"), /^Monday.*2/);
  assert.match(dayWords("2025-11-02", "2026-11-19"), /2025/);
});

const ODD = ["", "x", "2026-13-45", "9999999-01-01", "+275760-09-13", "-271821-04-19", "Infinity"];
const FAR = [
  "+275760-09-13T00:00:00Z",
  "-271821-04-19T00:00:00.000Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "no date",
  "",
];
const NOWHERE = [
  "America/Coyhaique2",
  "right/Europe/Berlin",
  "localtime",
  "",
  "__proto__",
  "\u202e",
];

test("nothing that shows a moment or a day throws, whatever stands in it", () => {
  for (const at of [...FAR, "2026-11-19T10:00:00Z"]) {
    for (const zone of ["UTC", "Pacific/Auckland", ...NOWHERE]) {
      const value = { at, zone };
      for (const show of [dayOf, clockOf, timeWords, whenWords, dayWordsOf]) {
        assert.equal(typeof show(value), "string", `${show.name} ${at} ${zone}`);
      }
      assert.match(dayOf(value), /^(19|20|21|22)\d\d-\d\d-\d\d$/);
    }
  }
  for (const day of ODD) {
    for (const show of [longDay, shortDay, shortMonth, monthOf, dayWords, dateOf]) {
      assert.equal(typeof show(day), "string", `${show.name} ${day}`);
    }
    assert.equal(typeof addDays(day, 1), "string");
  }
  assert.equal(isoDay(1e300), "2200-01-01");
});

test("a zone that this device does not know is shown in UTC and by its name", () => {
  const said = timeWords({ at: "2026-11-19T18:20:00Z", zone: "America/Coyhaique2" });
  assert.match(said, /6:20.PM UTC \(America\/Coyhaique2\)/);
});

test("the past is never tomorrow and what is to come never yesterday; another clock is named", () => {
  const now = Date.now();
  const ahead = { at: new Date(now - 60_000).toISOString(), zone: "Pacific/Kiritimati" };
  const behind = { at: new Date(now + 60_000).toISOString(), zone: "Pacific/Niue" };
  const [eve, morrow] = [addDays(dayOf(ahead), -1), addDays(dayOf(behind), 1)];
  assert.doesNotMatch(dayWordsOf(ahead, eve), /tomorrow/);
  assert.match(dayWordsOf(ahead, eve), /\d/);
  assert.doesNotMatch(dayWordsOf(behind, morrow), /yesterday/);
  assert.equal(dayWordsOf(ahead, dayOf(ahead)), "today");
  assert.match(whenWords(ahead), /\(Kiritimati\)$/);
  assert.doesNotMatch(whenWords({ at: ahead.at, zone: hereZone() }), /\(/);
});

test("a short day says the year when it is another one", () => {
  assert.doesNotMatch(shortDay("2026-10-24", "2026-11-19"), /2026/);
  assert.match(shortDay("2025-10-24", "2026-11-19"), /2025/);
});
