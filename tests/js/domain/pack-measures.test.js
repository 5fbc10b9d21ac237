import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { itemsOf, measureDraft, totalOf } from "../../../static/js/domain/measures.js";
import { packMeasures } from "../../../static/js/domain/pack-measures.js";

const SLEEP = {
  id: "clinic.sleep",
  name: "Our sleep questions",
  title: "Two questions about your nights",
  licence: "ours",
  source: "the clinic",
  version: "1",
  minutes: 1,
  everyDays: 7,
  answers: [
    { value: 0, label: "No" },
    { value: 2, label: "Yes" },
  ],
  items: [
    { id: "1", text: "Did you sleep?" },
    { id: "2", text: "Did you rest?" },
  ],
  unscored: [{ id: "3", text: "Did you dream?" }],
  score: "sum",
  total: { min: 0, max: 4 },
  better: "higher",
  bands: [
    { from: 3, name: "long" },
    { from: 0, name: "short" },
  ],
};

/** @param {object} measure @param {object} [pack] */
const read = (measure, pack) =>
  packMeasures({ id: "clinic", language: "de", asked: "chosen", measures: [measure], ...pack });

test("a pack's measure is asked in its order and scored by its rule, in the language of the pack", () => {
  const [measure] = read(SLEEP);
  assert.ok(measure);
  assert.deepEqual(
    itemsOf(measure).map(({ id }) => id),
    ["1", "2", "3"],
  );
  assert.equal(totalOf(measure, { 1: 2, 2: 2 }), 4);
  assert.equal(totalOf(measure, { 1: 2, 3: 2 }), null);
  assert.deepEqual(
    measure.bands.map(({ name }) => name),
    ["short", "long"],
  );
  const { scored } = measureDraft(measure, { 1: 0, 2: 2 });
  assert.deepEqual(scored?.form, { version: "1", language: "de", windowDays: null });
  assert.equal(scored?.total, 2);
});

test("those of a pack that is always asked are asked of everyone, others only where they were chosen", () => {
  assert.equal(read(SLEEP)[0]?.default, false);
  assert.equal(read(SLEEP, { asked: "always" })[0]?.default, true);
});

test("one that cannot be asked or scored as it stands is left out whole", () => {
  for (const broken of [
    { id: "sleep" },
    { id: { toString: 0 } },
    { items: undefined },
    { items: [] },
    { items: [{ id: "1" }] },
    { answers: undefined },
    { score: "guess" },
    { total: { min: 0 } },
    { everyDays: "weekly" },
  ])
    assert.deepEqual(read({ ...SLEEP, ...broken }), [], JSON.stringify(broken));
});

test("no pack of any shape brings it down", () => {
  const names = ["id", "answers", "items", "unscored", "total", "bands", "score", "safetyItem"];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
      for (const measure of read({ ...SLEEP, [name]: value })) totalOf(measure, { 1: 2 });
    }),
  );
  assert.equal(read({ ...SLEEP, name: { toString: 0, valueOf: 0 } }).length, 1);
  for (const pack of [null, {}, { measures: 4 }, { measures: [null, 4, []] }])
    assert.deepEqual(packMeasures(pack), []);
});
