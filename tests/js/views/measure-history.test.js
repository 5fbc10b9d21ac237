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

const BANDS = [0, 5, 10, 15, 20].map((from) => ({ from, name: `from ${from}` }));
const DEPRESSION = /** @type {any} */ ({
  name: "PHQ-9",
  total: { min: 0, max: 27 },
  better: "lower",
  bands: BANDS,
  windowDays: 14,
});
const on = (/** @type {string} */ day) => ({ at: `${day}T10:00:00Z`, zone: "UTC" });

/** @param {string[]} days of doses @param {number} room @param {boolean} [byDose] @returns {string} a measure that was filled in three times */
function withDoses(days, room, byDose = false) {
  const filled = ["2025-10-28", "2025-11-11", "2025-11-25"].map((day, index) => {
    return { id: day, total: 17 - 3 * index, happened: on(day) };
  });
  const dosings = /** @type {any[]} */ (
    days.map((day, index) => ({ id: day, number: index + 1, happened: on(day) }))
  );
  const view = { ...VIEW, room, byDose };
  return markupOf(measureHistory(appWith(null), DEPRESSION, filled, dosings, view));
}

/** @param {string} markup @param {string} kind @returns {string[]} the words of one kind in a drawing */
function wordsOf(markup, kind) {
  const found = [...markup.matchAll(/<text[^>]*class="([^"]*)"[^>]*>([^<]*)</g)];
  return found
    .filter(([, name]) => name?.split(" ").includes(kind))
    .map(([, , word]) => word ?? "");
}

test("every dose has its number, alone or with those that would cover it, however narrow the drawing is", () => {
  const days = ["2025-11-01", "2025-11-05", "2025-11-08", "2025-11-14", "2025-11-14", "2025-11-28"];
  for (const room of [240, 340, 560]) {
    const markup = withDoses(days, room);
    const said = wordsOf(markup, "count").flatMap((sign) => {
      const [first = 0, last = first] = sign.split("–").map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    assert.deepEqual(said, [1, 2, 3, 4, 5, 6]);
    assert.ok(!/<circle (?!class)/.test(markup), "a circle that takes no colour of the theme");
  }
});

test("a measure's bands have names and the numbers they begin with, and its axis more than one date", () => {
  for (const byDose of [false, true]) {
    const markup = withDoses(["2025-11-01"], 340, byDose);
    assert.deepEqual(
      wordsOf(markup, "cut-number")
        .map(Number)
        .sort((a, b) => a - b),
      [5, 10, 15, 20],
    );
    assert.equal(wordsOf(markup, "band-name").length, BANDS.length);
  }
  const dates = withDoses(["2025-11-01"], 340).match(/>(Oct|Nov) \d+, 2025<\/text>/g) ?? [];
  assert.ok(dates.length > 1, `${dates}`);
});
