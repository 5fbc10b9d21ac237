// What a result says: its band for every total there is, how it differs from before, by whose rule; and what a therapist reads besides.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { instrumentsOf } from "../../../static/js/domain/measures.js";
import { loadWords } from "../../../static/js/ui/i18n.js";
import { scoreWords } from "../../../static/js/views/measures/measure-words.js";
import { patternGiven } from "../../../static/js/views/measures/score-given.js";
import { markupOf } from "./drawn.js";

/** @import { Answer } from "../../../static/js/domain/entries.js" */
/** @import { Instrument } from "../../../static/js/domain/measures.js" */

const FOLDER = new URL("../../../static/content/instruments/", import.meta.url);
const ALL = readdirSync(FOLDER).flatMap((name) =>
  instrumentsOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))),
);
const DAY = { at: "2026-11-01T10:00:00Z", zone: "UTC" };

before(() => loadWords(["first", "entries", "measures"]));

/** @param {string} id */
const the = (id) => /** @type {Instrument} */ (ALL.find((one) => one.id === id));

/** @param {Instrument} measure @param {number} total @param {number[]} [earlier] @returns {string} */
function said(measure, total, earlier = []) {
  const entry = { summary: { kind: "measure", total, happened: DAY }, answers: [] };
  const points = earlier.map((one) => ({ total: one, happened: DAY }));
  const markup = markupOf(scoreWords(/** @type {any} */ (entry), measure, points));
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

/** @param {Instrument} measure @returns {number[]} every total that answers can come to */
function totalsOf({ score, total, multiplier, items }) {
  const sums = Array.from({ length: total.max / (score === "mean" ? 1 : multiplier) + 1 });
  if (score === "sum") return sums.map((_, sum) => sum * multiplier);
  const raw = Array.from({ length: total.max * items.length + 1 });
  return raw.map((_, sum) => Math.round((sum / items.length) * 10) / 10);
}

for (const measure of ALL) {
  test(`${measure.id}: every total lies within the range that is printed for it`, () => {
    /** @type {Map<string, number>} where each printed range ends */
    const ends = new Map();
    for (const total of totalsOf(measure)) {
      const [, from = "", to = ""] =
        / ([\d.]+) to ([\d.]+) is often called/.exec(said(measure, total)) ?? [];
      assert.ok(Number(from) <= total && total <= Number(to), `${total}: ${from} to ${to}`);
      ends.set(from, Number(to));
    }
    assert.equal(ends.size, measure.bands.length);
    assert.deepEqual(
      [...ends.keys()].map(Number),
      measure.bands.map(({ from }) => from),
    );
    assert.equal([...ends.values()].at(-1), measure.total.max);
  });

  test(`${measure.id}: its ranges and its rule name whose they are`, () => {
    const source = measure.id === "PEG" ? "not by its authors" : (measure.bandsBy ?? "");
    assert.match(source, /not by its authors|^\D+ \d{4}$/);
    assert.ok(said(measure, measure.total.max).includes(source));
    if (measure.change) assert.match(measure.change.by ?? "", /^\D+ \d{4}$/);
  });
}

test("the published cut-offs of the WHO-5 are printed as published", () => {
  assert.match(said(the("WHO-5"), 28), /0 to 28 is often called “very low”/);
  assert.match(said(the("WHO-5"), 48), /29 to 50 is often called “low”/);
});

test("worse is marked as better is, against the last time and against the first", () => {
  const fall = said(the("WHO-5"), 28, [20, 44]);
  assert.match(fall, /16 points lower than last time, [^.]*\. That’s a noticeable change\./);
  assert.match(
    fall,
    /8 points higher than the first time, [^.]*\. That isn’t a noticeable change\./,
  );
  assert.match(fall, /Noticeable means 10 points or more \(Topp et al\. 2015\)\./);
  assert.match(
    said(the("PHQ-9"), 15, [10]),
    /5 points higher than last time, [^.]*\. That’s a noticeable change\./,
  );
});

test("noticeable and more than the form's own error are two things", () => {
  const words = said(the("PHQ-9"), 12, [17]);
  assert.match(words, /Noticeable means 5 points or more \(Löwe et al\. 2004\)\./);
  assert.match(
    words,
    /From 6 points on, it’s more than the questionnaire’s own margin of error \(NHS/,
  );
});

test("a share of very little is no change", () => {
  assert.match(said(the("PEG"), 0.7, [1]), /That isn’t a noticeable change/);
  assert.match(said(the("PEG"), 4, [3]), /That’s a noticeable change/);
  assert.match(said(the("PEG"), 2.1, [3]), /That isn’t a noticeable change/);
  assert.match(
    said(the("PEG"), 4, [3]),
    /at least 30 percent and at least 1 point \(Dworkin et al\. 2008\)/,
  );
});

test("no response and no remission is named from where nobody studied one", () => {
  assert.doesNotMatch(said(the("PHQ-9"), 2, [4]), /response|remission/);
  assert.doesNotMatch(said(the("PHQ-9"), 4, [9]), /response|remission/);
  assert.match(said(the("PHQ-9"), 4, [10]), /call this a response\. .*call this remission/);
});

test("a measure without a rule says how it differs, and nothing more", () => {
  assert.doesNotMatch(said(the("PHQ-2"), 0, [6]), /oticeable/);
});

/** @param {Record<string, number|null>} values @returns {string} what a therapist reads of a PCL-5 */
function read(values) {
  const answers = Array.from({ length: 20 }, (_, i) => {
    return {
      id: String(i + 1),
      question: "",
      type: "choice",
      value: values[i + 1] ?? values.all ?? 0,
    };
  });
  const markup = markupOf(patternGiven(the("PCL-5"), /** @type {Answer[]} */ (answers)));
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("a therapist reads the parts of a PCL-5 with what they can come to, and whether they fit DSM-5", () => {
  const least = { 1: 2, 6: 2, 8: 2, 9: 2, 15: 2, 16: 2 };
  assert.match(
    read(least),
    /Memories that come back: 2 of 20 .*Avoiding: 2 of 8 .*: 4 of 28 .*: 4 of 24/,
  );
  assert.match(read(least), /The answers fit the DSM-5 symptom pattern.*isn’t a diagnosis/);
  for (const one of Object.keys(least)) {
    assert.match(read({ ...least, [one]: 1 }), /don’t fit the DSM-5 symptom pattern/, one);
  }
  assert.match(read({ all: 4, 6: 1, 7: 1 }), /don’t fit/);
});

test("other measures have no pattern", () => {
  assert.equal(markupOf(patternGiven(the("PHQ-9"), [])), "");
});
