import assert from "node:assert/strict";
import { test } from "node:test";
import { monthAway, weeksOf } from "../../../static/js/views/journal/calendar.js";

test("a month's weeks hold all its days once, in order, from the first day of the week as it is counted here", () => {
  for (const first of [1, 6, 7]) {
    for (const month of ["2026-02", "2026-03", "2027-01", "2028-02"]) {
      const weeks = weeksOf(month, first);
      const days = weeks.flat();
      const [year = 0, number = 0] = month.split("-").map(Number);
      const inside = days.filter((day) => day.startsWith(month));
      assert.equal(inside.length, new Date(Date.UTC(year, number, 0)).getUTCDate());
      assert.deepEqual(days, [...days].sort());
      assert.ok(
        weeks.every((week) => week.length === 7 && week.some((day) => day.startsWith(month))),
      );
      assert.equal(new Date(weeks[0]?.[0] ?? "").getUTCDay() || 7, first);
    }
  }
});

test("months follow one another over the turn of a year", () => {
  assert.deepEqual(
    [monthAway("2026-12", 1), monthAway("2026-01", -1), monthAway("2026-03", 12)],
    ["2027-01", "2025-12", "2027-03"],
  );
});
