// docs/export-format.md has a schema of data.json, and what both clients write fits it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fits } from "./schema.js";

const file = new URL("../../../vectors/copy/files/data.json", import.meta.url);
const data = JSON.parse(readFileSync(file, "utf8"));

test("what is written fits the published schema", () => {
  assert.ok(fits(data), JSON.stringify(fits.errors));
});

test("the schema refuses what is missing or of another shape", () => {
  const changes = [
    { v: 2 },
    { format: "other" },
    { items: undefined },
    { counts: { entries: 1 } },
    { items: [{ ...data.items[0], revisions: [] }] },
    { items: [{ ...data.items[0], state: "gone" }] },
    { items: [{ ...data.items[0], revisions: [{ rev: "r", payload: { v: 1 } }] }] },
    { made: "today" },
    { people: [{ ...data.people[0], sees: null }] },
  ];
  for (const change of changes)
    assert.equal(fits({ ...data, ...change }), false, JSON.stringify(change));
});
