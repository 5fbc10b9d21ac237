import assert from "node:assert/strict";
import { test } from "node:test";
import { addWords } from "../../../static/js/ui/i18n.js";
import entries from "../../../static/js/ui/words/en/entries.js";
import first from "../../../static/js/ui/words/en/first.js";
import { dosesAround, placeWords } from "../../../static/js/views/shared/place.js";

addWords(first);
addWords(entries);

const DOSE = { id: "d3", number: 3, happened: { at: "2026-11-10T10:00:00Z", zone: "UTC" } };
const DOSINGS = /** @type {any[]} */ ([{ ...DOSE, state: "done" }]);

/** @param {string} at */
const words = (at) =>
  placeWords({ phase: "reflection", dosing: "d3", happened: { at, zone: "UTC" } }, DOSINGS);

test("an entry is placed in hours on the day of a dose and in days on others, on both sides", () => {
  assert.equal(words("2026-11-10T10:20:00Z"), "Reflection · just after dose 3");
  assert.equal(words("2026-11-10T13:20:00Z"), "Reflection · 3 hours after dose 3");
  assert.equal(words("2026-11-11T01:00:00Z"), "Reflection · 1 day after dose 3");
  assert.equal(words("2026-11-09T23:00:00Z"), "Reflection · 1 day before dose 3");
  assert.equal(words("2026-11-10T08:00:00Z"), "Reflection · 2 hours before dose 3");
});

test("without a dosing session the phase stands alone", () => {
  const happened = { at: "2026-11-10T10:20:00Z", zone: "UTC" };
  assert.equal(placeWords({ phase: "preparation", dosing: null, happened }, []), "Preparation");
});

test("cancelled dosing sessions are on neither side", () => {
  const moment = { at: "2026-11-12T10:00:00Z", zone: "UTC" };
  const cancelled = DOSINGS.map((dose) => ({ ...dose, state: "cancelled" }));
  assert.deepEqual(dosesAround(cancelled, moment), { last: undefined, next: undefined });
});
