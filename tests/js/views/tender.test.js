import assert from "node:assert/strict";
import { test } from "node:test";
import { isTender } from "../../../static/js/views/shared/tender.js";

const zone = "Europe/Dublin";
/** @param {string} at @returns {import("../../../static/js/domain/instants.js").Instant} */
const moment = (at) => ({ at, zone });
/** @param {string} at @param {"done"|"planned"|"cancelled"} [state] @returns {any} */
const dose = (at, state = "done") => ({ id: "1", number: 1, state, happened: moment(at) });

test("from a dose on it is tender, and until six the next morning where it was lived", () => {
  const doses = [dose("2026-01-10T14:00:00Z")];
  /** @param {string} at */
  const tender = (at) => isTender(doses, moment(at));
  assert.equal(tender("2026-01-10T13:59:00Z"), false);
  assert.equal(tender("2026-01-10T14:00:00Z"), true);
  assert.equal(tender("2026-01-10T23:30:00Z"), true);
  assert.equal(tender("2026-01-11T05:59:00Z"), true);
  assert.equal(tender("2026-01-11T06:00:00Z"), false);
});

test("a planned dose counts at its time, a cancelled one never", () => {
  const after = moment("2026-01-10T15:00:00Z");
  assert.equal(isTender([dose("2026-01-10T14:00:00Z", "planned")], after), true);
  assert.equal(isTender([dose("2026-01-10T14:00:00Z", "cancelled")], after), false);
});
