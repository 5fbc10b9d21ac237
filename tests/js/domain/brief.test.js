import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changesOf, rulesOf, toldOf } from "../../../static/js/domain/brief.js";

/** @param {string} name @returns {import("../../../static/js/domain/measures.js").Instrument} */
const instrument = (name) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../static/content/instruments/${name}.json`, import.meta.url),
      "utf8",
    ),
  );
const PHQ9 = instrument("phq-9");

/** @param {number} days */
const at = (days) => ({
  at: new Date(Date.UTC(2026, 10, 1) + days * 86_400_000).toISOString(),
  zone: "UTC",
});
/** @param {...(number|null)} totals a week apart */
const results = (...totals) =>
  totals.map((total, i) => ({ id: String(i), total, happened: at(7 * i) }));

/** @param {ReturnType<typeof results>} all @param {number|null} met  day of the last meeting */
function said(all, met, rules = PHQ9) {
  const { compared } = changesOf(rules, all, met === null ? null : at(met));
  return compared.map((one) => [
    one.which,
    one.from.total,
    one.change.points,
    rulesOf(rules, one).map(({ rule, n }) => `${rule} ${n}`),
  ]);
}

test("the newest total is held against the last one before the meeting and against the first", () => {
  assert.deepEqual(said(results(17, 15, 11), 10), [
    ["meeting", 15, -4, ["notNoticeable 5"]],
    ["first", 17, -6, ["noticeable 5"]],
  ]);
});

test("where the last one before the meeting is the first, it is said once, with what studies call it", () => {
  assert.deepEqual(said(results(17, 4), 3), [
    ["meeting", 17, -13, ["noticeable 5", "response 50", "remission 5"]],
  ]);
});

test("a response and a remission are named at their limits and not one point above", () => {
  assert.deepEqual(said(results(10, 5), null), [
    ["first", 10, -5, ["noticeable 5", "response 50"]],
  ]);
  assert.deepEqual(said(results(10, 6), null), [["first", 10, -4, ["notNoticeable 5"]]]);
  assert.deepEqual(said(results(5, 4), null), [["first", 5, -1, ["notNoticeable 5"]]]);
});

test("a rise of as many points is named by the same rule, and neither is called good or bad", () => {
  assert.deepEqual(said(results(4, 9), null), [["first", 4, 5, ["noticeable 5"]]]);
});

test("a measure whose change is a share says the share", () => {
  const peg = instrument("peg");
  assert.deepEqual(said(results(7, 4.9), null, peg), [["first", 7, -2.1, ["noticeable 30"]]]);
  assert.deepEqual(said(results(7, 5), null, peg), [["first", 7, -2, ["notNoticeable 30"]]]);
});

test("nothing is compared with what was left blank, nor a blank one with anything", () => {
  assert.deepEqual(said(results(17, null, 9), 8), [["meeting", 17, -8, ["noticeable 5"]]]);
  assert.deepEqual(changesOf(PHQ9, results(17, null), null).compared, []);
  assert.deepEqual(said(results(17), null), []);
  assert.deepEqual(changesOf(PHQ9, [], null), { last: null, compared: [] });
});

/** @param {number|null} value of the ninth question */
const answers = (value) => [
  { id: "1", question: "", type: /** @type {const} */ ("choice"), value: 3 },
  { id: "9", question: "As it was shown", type: /** @type {const} */ ("choice"), value },
];

test("the ninth question of the PHQ-9 is told from 1 on, with the words of the form; no other one is", () => {
  assert.deepEqual(toldOf(PHQ9, answers(1)), [
    { question: "As it was shown", answer: "Several days" },
  ]);
  assert.deepEqual(toldOf(PHQ9, answers(0)), []);
  assert.deepEqual(toldOf(PHQ9, answers(null)), []);
  assert.deepEqual(toldOf(PHQ9, []), []);
  assert.deepEqual(toldOf(instrument("gad-7"), answers(3)), []);
});
