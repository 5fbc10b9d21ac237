import assert from "node:assert/strict";
import { test } from "node:test";
import { placeByDate } from "../../../static/js/domain/phases.js";

/** @param {string} text day and time, such as `01 09:59` */
function on(text) {
  const [day, time] = text.split(" ");
  return { at: `2026-11-${day}T${time}:00Z`, zone: "UTC" };
}

/** @type {import("../../../static/js/domain/phases.js").Dose[]} */
const doses = [
  { id: "two", happened: on("05 10:00"), state: "planned" },
  { id: "one", happened: on("01 10:00"), state: "done" },
];

test("the worked examples of the clinical content fall where it says", () => {
  const examples = /** @type {const} */ ([
    ["01 09:59", "preparation", "one"],
    ["01 10:00", "reflection", "one"],
    ["02 09:59", "reflection", "one"],
    ["02 10:00", "integration", "one"],
    ["03 09:59", "integration", "one"],
    ["03 10:00", "preparation", "two"],
    ["05 09:59", "preparation", "two"],
    ["05 10:00", "reflection", "two"],
    ["30 10:00", "integration", "two"],
  ]);
  for (const [moment, phase, dosing] of examples) {
    assert.deepEqual(placeByDate(doses, on(moment)), { phase, dosing }, moment);
  }
});

test("a cancelled dosing session counts as if it did not exist", () => {
  const cancelled = doses.map((dose) =>
    dose.id === "two" ? { ...dose, state: /** @type {const} */ ("cancelled") } : dose,
  );
  assert.deepEqual(placeByDate(cancelled, on("03 10:00")), { phase: "integration", dosing: "one" });
});

test("without any dosing session everything is preparation for none", () => {
  assert.deepEqual(placeByDate([], on("01 10:00")), { phase: "preparation", dosing: null });
});

test("a chosen phase wins and takes the dose on its own side, or none", () => {
  assert.deepEqual(placeByDate(doses, on("01 12:00"), "preparation"), {
    phase: "preparation",
    dosing: "two",
  });
  assert.deepEqual(placeByDate(doses, on("01 09:00"), "integration"), {
    phase: "integration",
    dosing: null,
  });
  assert.deepEqual(placeByDate(doses, on("09 09:00"), "preparation"), {
    phase: "preparation",
    dosing: null,
  });
  assert.deepEqual(placeByDate(doses, on("09 09:00"), "reflection"), {
    phase: "reflection",
    dosing: "two",
  });
});
