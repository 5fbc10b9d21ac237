// What two windows changed in one document, put together: nothing that was written in either goes.

import assert from "node:assert/strict";
import test from "node:test";
import { merged } from "../../../static/js/domain/payloads.js";

const ADA = { name: "Ada", phone: "1", note: "" };
const BO = { name: "Bo", phone: "2", note: "" };
const CY = { name: "Cy", phone: "3", note: "" };

test("what one window alone has changed holds, whichever it is", () => {
  const was = { people: [ADA], plan: { signs: "a" } };
  const mine = { people: [ADA, BO], plan: { signs: "a" } };
  const theirs = { people: [ADA], plan: { signs: "b", calm: "c" }, country: "de" };
  const both = { people: [ADA, BO], plan: { signs: "b", calm: "c" }, country: "de" };
  assert.deepEqual(merged(was, mine, theirs), both);
  assert.deepEqual(merged(was, theirs, mine), both);
  assert.deepEqual(merged({}, mine, {}), mine);
});

test("of a list the rows of both stand, and what either took out is out", () => {
  assert.deepEqual(merged([ADA, BO], [BO, CY], [ADA, BO]), [BO, CY]);
  assert.deepEqual(merged([ADA], [ADA, BO], [ADA, CY]), [ADA, CY, BO]);
  assert.deepEqual(merged([ADA, BO], [BO], [ADA]), []);
  const [here, there] = [
    { ...ADA, phone: "10" },
    { ...ADA, phone: "11" },
  ];
  assert.deepEqual(merged([ADA], [here], [there]), [there, here]);
});

test("of two texts in one place both stand, however often what is typed is kept", () => {
  assert.equal(merged("", "call Bo", "go out"), "go out / call Bo");
  assert.equal(merged("call Bo", "call Bo now", "go out / call Bo"), "go out / call Bo now");
  assert.equal(merged("a", "", "b"), "b");
  assert.equal(merged("a", "b", ""), "b");
  assert.equal(merged("a", "banana", "ananas"), "ananas / banana");
});

test("what is of another shape here stands, and what is not there yet is begun", () => {
  assert.deepEqual(merged(undefined, { a: "1" }, { b: "2" }), { b: "2", a: "1" });
  assert.deepEqual(merged({ plan: "odd" }, { plan: { a: "1" } }, {}), { plan: { a: "1" } });
});
