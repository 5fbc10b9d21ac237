import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import * as model from "../../../static/js/domain/measures.js";
import { entryPayload } from "../../../static/js/domain/payloads.js";
import { buildPayload, itemSize } from "../../../static/js/protocol/items.js";

/** @import { Instrument, Values } from "../../../static/js/domain/measures.js" */

const FOLDER = new URL("../../../static/content/instruments/", import.meta.url);
const all = readdirSync(FOLDER).flatMap((name) =>
  model.instrumentsOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))),
);

/** @param {string} id */
const the = (id) => /** @type {Instrument} */ (all.find((one) => one.id === id));

/** @param {string} id @param {number[]} given @returns {Values} answers in the order of the items */
const values = (id, given) =>
  Object.fromEntries(the(id).items.map((item, index) => [item.id, given[index] ?? null]));

/** @param {number} value @param {number} times */
const same = (value, times) => Array.from({ length: times }, () => value);

/**
 * Answers whose total somebody has published, or that follow from the published rule alone.
 * @type {[string, number[], number, string, string][]}
 */
const VECTORS = [
  // Medizininformatik-Initiative, kerndatensatzmodul-proms, mii-exa-pro-phq-9-response.fsh and mii-exa-pro-phq-9-observation.fsh: all "Nearly every day", 27.
  ["PHQ-9", same(3, 9), 27, "severe", "MII PHQ-9 example"],
  // Kroenke, Spitzer and Williams 2001: 5, 10, 15 and 20 are the lower ends of mild to severe.
  ["PHQ-9", [1, 1, 1, 1, 0, 0, 0, 0, 0], 4, "minimal", "Kroenke 2001"],
  ["PHQ-9", [1, 1, 1, 1, 1, 0, 0, 0, 0], 5, "mild", "Kroenke 2001"],
  ["PHQ-9", [2, 2, 2, 2, 1, 1, 0, 0, 0], 10, "moderate", "Kroenke 2001"],
  ["PHQ-9", [3, 3, 3, 3, 3, 0, 0, 0, 0], 15, "moderately-severe", "Kroenke 2001"],
  ["PHQ-9", [3, 3, 3, 3, 3, 3, 2, 0, 0], 20, "severe", "Kroenke 2001"],
  // Kroenke 2003: 3 is the cut-off.
  ["PHQ-2", [1, 1], 2, "below", "Kroenke 2003"],
  ["PHQ-2", [1, 2], 3, "at-or-above", "Kroenke 2003"],
  // HL7, personal-health-record-format-ig, QuestionnaireResponse-ScoredAssessment-GAD7.fsh: three "Several days", the others "Not at all".
  ["GAD-7", [0, 0, 1, 1, 0, 1, 0], 3, "minimal", "HL7 PHR GAD-7 example"],
  // Spitzer 2006: 5, 10, 15.
  ["GAD-7", [1, 1, 1, 1, 1, 0, 0], 5, "mild", "Spitzer 2006"],
  ["GAD-7", [2, 2, 2, 2, 2, 0, 0], 10, "moderate", "Spitzer 2006"],
  ["GAD-7", same(3, 7), 21, "severe", "Spitzer 2006"],
  ["GAD-2", [1, 2], 3, "at-or-above", "Kroenke 2007"],
  // National Center for PTSD: 0 to 80; 31 to 33 the cut-off.
  ["PCL-5", same(4, 20), 80, "above", "NCPTSD"],
  ["PCL-5", [...same(2, 15), ...same(0, 5)], 30, "below", "NCPTSD"],
  ["PCL-5", [...same(2, 15), 1, 0, 0, 0, 0], 31, "at", "NCPTSD"],
  ["PCL-5", [...same(2, 16), 1, 0, 0, 0], 33, "at", "NCPTSD"],
  // iatrox.com/calculators/peg-pain: P 7, E 8, G 6 is 7.0; achawaqat.com/research/scales/peg: 5, 5, 5 is 5, moderate.
  ["PEG", [7, 8, 6], 7, "severe", "iatrox"],
  ["PEG", [5, 5, 5], 5, "moderate", "achawaqat"],
  ["PEG", [4, 4, 3], 3.7, "mild", "Krebs 2009: the mean of the three"],
  // Topp 2015: raw 0 to 25 times 4; 50 and below is low, 28 and below very low; raw 13 is 52.
  ["WHO-5", same(5, 5), 100, "not-low", "Topp 2015"],
  ["WHO-5", [3, 3, 3, 2, 2], 52, "not-low", "Topp 2015"],
  ["WHO-5", [3, 3, 2, 2, 2], 48, "low", "Topp 2015"],
  ["WHO-5", [2, 2, 1, 1, 1], 28, "very-low", "Topp 2015"],
];

for (const [id, given, total, band, source] of VECTORS) {
  test(`${id}: ${given.join(" ")} is ${total}, ${band} (${source})`, () => {
    assert.equal(model.totalOf(the(id), values(id, given)), total);
    assert.equal(model.bandOf(the(id), total).id, band);
  });
}

test("clusters of the PCL-5 are summed on their own, and one with a blank has no sum", () => {
  const given = values("PCL-5", [...same(1, 5), 2, 2, ...same(3, 7), ...same(4, 6)]);
  const sums = () => model.clustersOf(the("PCL-5"), given).map(({ total }) => total);
  assert.deepEqual(sums(), [5, 4, 21, 24]);
  given["6"] = null;
  assert.deepEqual(sums(), [5, null, 21, 24]);
});

/** @param {Instrument} instrument @returns {fc.Arbitrary<Values>} every scored item answered */
const whole = ({ items, answers }) =>
  fc.record(
    Object.fromEntries(
      items.map(({ id }) => [id, fc.constantFrom(...answers.map(({ value }) => value))]),
    ),
  );

for (const instrument of all) {
  const item = fc.constantFrom(...instrument.items.map(({ id }) => id));

  test(`${instrument.id}: any whole set of answers has a total in range, in a band; with any blank none`, () => {
    const holds = (/** @type {Values} */ given, /** @type {string} */ blank) => {
      const total = model.totalOf(instrument, given) ?? Number.NaN;
      assert.ok(total >= instrument.total.min && total <= instrument.total.max);
      assert.ok(model.bandOf(instrument, total).from <= total);
      const sum = instrument.items.reduce((all, { id }) => all + Number(given[id]), 0);
      const raw = instrument.score === "mean" ? sum / instrument.items.length : sum;
      assert.ok(Math.abs(total - raw * instrument.multiplier) <= 0.05);
      for (const nothing of [null, undefined]) {
        assert.equal(model.totalOf(instrument, { ...given, [blank]: nothing }), null);
        assert.equal(model.blanksOf(instrument, { ...given, [blank]: nothing }), 1);
      }
    };
    fc.assert(fc.property(whole(instrument), item, holds));
  });

  test(`${instrument.id}: one answer raised raises the total`, () => {
    const most = Math.max(...instrument.answers.map(({ value }) => value));
    const holds = (/** @type {Values} */ given, /** @type {string} */ id) => {
      fc.pre(Number(given[id]) < most);
      const raised = { ...given, [id]: Number(given[id]) + 1 };
      const [before, after] = [given, raised].map((one) => model.totalOf(instrument, one));
      assert.ok(Number(after) > Number(before));
    };
    fc.assert(fc.property(whole(instrument), item, holds));
  });
}

test("an answer that is none of the form's gives no total", () => {
  assert.equal(model.totalOf(the("PHQ-2"), { 1: 4, 2: 0 }), null);
  assert.equal(model.totalOf(the("PHQ-2"), { 1: 0.5, 2: 0 }), null);
  assert.equal(model.totalOf(the("PEG"), { 1: -1, 2: 0, 3: 0 }), null);
});

test("the question about difficulty is asked and never added", () => {
  const given = { ...values("PHQ-9", same(1, 9)), difficulty: 3 };
  assert.equal(model.totalOf(the("PHQ-9"), given), 9);
  assert.equal(model.totalOf(the("PHQ-9"), { ...given, difficulty: null }), 9);
  assert.equal(model.itemsOf(the("PHQ-9")).at(-1)?.id, "difficulty");
});

test("a short form has the first two items word for word, and not the marked one", () => {
  for (const [short, whole] of [
    ["PHQ-2", "PHQ-9"],
    ["GAD-2", "GAD-7"],
  ]) {
    const [one, other] = [the(short ?? ""), the(whole ?? "")];
    assert.deepEqual(one.items, other.items.slice(0, 2));
    assert.equal(one.instruction, other.instruction);
    assert.equal(one.safetyItem, undefined);
    assert.equal(one.unscored, undefined);
  }
});

test("help is asked for by any answer above 0 to the ninth item, and by nothing else", () => {
  for (const value of [1, 2, 3]) assert.ok(model.asksForHelp(the("PHQ-9"), { 9: value }));
  assert.ok(!model.asksForHelp(the("PHQ-9"), { ...values("PHQ-9", same(3, 9)), 9: 0 }));
  assert.ok(!model.asksForHelp(the("PHQ-9"), { 9: null }));
  for (const { id } of all.filter(({ id }) => id !== "PHQ-9")) {
    assert.ok(!model.asksForHelp(the(id), { 9: 3 }));
  }
});

test("somebody to turn to: in the hardest band, and where it got worse since last time", () => {
  const hard = (
    /** @type {string} */ id,
    /** @type {number|null} */ total,
    /** @type {number|null} */ last = null,
  ) => model.isHard(the(id), total, last);
  assert.deepEqual([hard("PHQ-9", 19), hard("PHQ-9", 20), hard("PHQ-9", 27)], [false, true, true]);
  assert.deepEqual([hard("GAD-7", 14), hard("GAD-7", 15)], [false, true]);
  assert.deepEqual([hard("WHO-5", 28), hard("WHO-5", 32)], [true, false]);
  assert.deepEqual([hard("WHO-5", 44, 56), hard("WHO-5", 56, 44)], [true, false]);
  assert.deepEqual(
    [hard("PHQ-9", 9, 4), hard("PHQ-9", 4, 9), hard("PHQ-9", 8, 4)],
    [true, false, false],
  );
  assert.deepEqual([hard("PEG", 1, 0.3), hard("PEG", 4, 2)], [false, true]);
  assert.equal(hard("PHQ-9", null, 4), false);
});

test("craving is for the clinic to hear when it is often, the others from any answer on", () => {
  const check = JSON.parse(readFileSync(new URL("../self-check.json", FOLDER), "utf8"));
  const told = (/** @type {any} */ given) => model.isTold(check, given);
  assert.deepEqual(
    [told({ craving: 1 }), told({ craving: 2 }), told({ use: 1 })],
    [false, true, true],
  );
  assert.equal(told({ memory: 2 }), false);
});

test("changes are named by each instrument's own rule", () => {
  const change = (
    /** @type {string} */ id,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => {
    const { marked, response, remission } = model.changeOf(the(id), from, to);
    return [marked, response, remission];
  };
  assert.deepEqual(change("PHQ-9", 18, 14), [false, false, false]);
  assert.deepEqual(change("PHQ-9", 18, 13), [true, false, false]);
  assert.deepEqual(change("PHQ-9", 18, 9), [true, true, false]);
  assert.deepEqual(change("PHQ-9", 18, 4), [true, true, true]);
  // Below the total from which a response has been studied, nothing is called one.
  assert.deepEqual(change("PHQ-9", 4, 2), [false, false, false]);
  assert.deepEqual(change("PHQ-9", 9, 4), [true, false, false]);
  assert.deepEqual(change("PHQ-9", 10, 4), [true, true, true]);
  assert.deepEqual(change("PHQ-9", 9, 14), [true, false, false]);
  assert.deepEqual(change("PHQ-9", 0, 0), [false, false, false]);
  assert.deepEqual(change("GAD-7", 10, 6), [true, false, false]);
  assert.deepEqual(change("GAD-7", 10, 7), [false, false, false]);
  assert.deepEqual(change("PCL-5", 50, 40), [true, false, false]);
  assert.deepEqual(change("PCL-5", 50, 41), [false, false, false]);
  assert.deepEqual(change("PEG", 6, 4.2), [true, false, false]);
  assert.deepEqual(change("PEG", 6, 4.3), [false, false, false]);
  assert.deepEqual(change("PEG", 5, 6.5), [true, false, false]);
  assert.deepEqual(change("WHO-5", 40, 52), [true, false, false]);
  assert.deepEqual(change("WHO-5", 40, 48), [false, false, false]);
  assert.deepEqual(change("PHQ-2", 6, 0), [false, false, false]);
  assert.equal(model.changeOf(the("PEG"), 5.3, 7).points, 1.7);
});

test("what is kept: raw answers with their questions, version, language, window, range; blanks as blanks", () => {
  const draft = model.measureDraft(the("WHO-5"), values("WHO-5", [5, 4, 3, 2]));
  assert.equal(draft.kind, "measure");
  assert.deepEqual(draft.scored, {
    instrument: "WHO-5",
    form: { version: "1998", language: "en", windowDays: 14 },
    total: null,
    scale: { min: 0, max: 100 },
  });
  assert.deepEqual(draft.answers?.[4], {
    id: "5",
    question: "My daily life has been filled with things that interest me",
    type: "choice",
    value: null,
  });
  assert.deepEqual(model.valuesFrom(draft.answers ?? []), { 1: 5, 2: 4, 3: 3, 4: 2 });
});

test("our own monthly questions are kept as ratings, without a total whatever is answered", () => {
  const file = new URL("../../../static/content/self-check.json", import.meta.url);
  /** @type {Instrument} */
  const check = JSON.parse(readFileSync(file, "utf8"));
  const every = Object.fromEntries(check.items.map(({ id }) => [id, 2]));
  const draft = model.measureDraft(check, every);
  assert.equal(draft.kind, "rating");
  assert.equal(draft.scored?.total, null);
  assert.ok(!("scale" in (draft.scored ?? {})));
});

test("no measure is told from another, nor from an entry of a page, by the size of what is sealed", () => {
  const now = { at: "2026-11-22T09:00:00.000Z", zone: "America/Argentina/ComodRivadavia" };
  const size = (/** @type {import("../../../static/js/domain/drafts.js").EntryDraft} */ draft) => {
    const about = { phase: "integration", dosing: "A".repeat(22) };
    const whole = { ...draft, ...about, happened: now };
    const context = { before: null, prev: "A".repeat(22), now, promptPhase: null };
    return itemSize(buildPayload(entryPayload(/** @type {any} */ (whole), context)));
  };
  const page = { ...model.measureDraft(the("PHQ-2"), {}), answers: undefined, scored: undefined };
  const sizes = new Set([0, 3_500].map((length) => size({ ...page, text: "x".repeat(length) })));
  for (const instrument of all) {
    const full = Object.fromEntries(instrument.items.map(({ id }) => [id, 10]));
    for (const values of [{}, full]) sizes.add(size(model.measureDraft(instrument, values)));
  }
  assert.equal(sizes.size, 1);
});
