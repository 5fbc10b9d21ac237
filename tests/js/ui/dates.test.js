import assert from "node:assert/strict";
import { test } from "node:test";
import { clockOf, dayOf, daysBetween, dayWords, fromWall } from "../../../static/js/ui/dates.js";

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
