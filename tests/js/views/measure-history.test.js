// What is said of a measure over time: of a rating no total, and of another year its number.

import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const { measureHistory } = await import("../../../static/js/views/measures/measure-history.js");
const { day } = await import("../../../static/js/views/timeline/timeline-data.js");
const MOOD = {
  name: "Mood",
  total: { min: 0, max: 10 },
  better: "higher",
  bands: [],
  windowDays: null,
};
const VIEW = { byDose: false, room: 600, choose: () => {} };

before(async () => {
  await loadWords(["first", "entries", "measures"]);
  mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 1, 1) });
});

/** @param {object} more @returns {string} what is drawn of two values, the first from last autumn */
function drawn(more) {
  const at = (/** @type {string} */ day) => ({ at: `${day}T10:00:00Z`, zone: "UTC" });
  const filled = ["2025-10-20", "2026-01-28"].map((day) => {
    return { id: day, total: 5, happened: at(day) };
  });
  const measure = /** @type {any} */ ({ ...MOOD, ...more });
  return markupOf(measureHistory(appWith(null), measure, filled, [], VIEW));
}

test("a rating is said to have been rated, and has no total", () => {
  const rated = drawn({ rated: true });
  assert.ok(rated.includes("You rated it 2 times.") && rated.includes(t("measure.rated")));
  assert.ok(!/total/i.test(rated.replace(/<[^>]*>/g, "")));
  assert.ok(drawn({}).includes("You have 2 totals."));
});

test("a date on an axis says its year where it is another one", () => {
  const dates = [...drawn({}).matchAll(/<text text-anchor="middle"[^>]*>([A-Z][^<]*)</g)];
  const said = dates.map(([, date]) => date ?? "");
  assert.ok(
    said.some((date) => /^Oct \d+, 2025$/.test(date)),
    `${said}`,
  );
  assert.ok(
    said.some((date) => /^Jan \d+$/.test(date)),
    `${said}`,
  );
  assert.equal(day(Date.UTC(2025, 9, 24)), "Oct 24, 2025");
  assert.equal(day(Date.UTC(2026, 0, 24)), "Jan 24");
});
