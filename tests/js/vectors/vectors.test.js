// Every vector of tests/vectors, read by the JavaScript side. tests/vectors/test_vectors.py reads the same files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ProtocolError } from "../../../static/js/wire/errors.js";
import { run } from "./ops.js";

/** @import { Case } from "./ops.js" */

/** @param {string} name @returns {Case[]} */
function cases(name) {
  const path = new URL(`../../vectors/${name}`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")).cases;
}

for (const file of ["afterglow-python.json", "afterglow-javascript.json"]) {
  test(`JavaScript gives every answer of ${file}`, async (t) => {
    for (const one of cases(file)) {
      await t.test(one.name, async () => assert.deepEqual(await run(one), one.output));
    }
  });
}

test("one fault makes a reading fail, with the kind of failure both readings agree on", async (t) => {
  for (const one of cases("failures.json")) {
    await t.test(one.name, async () => {
      await assert.rejects(
        async () => run(one),
        (error) => {
          assert.ok(error instanceof ProtocolError, `not a failure of the protocol: ${error}`);
          assert.equal(error.kind, one.kind);
          return true;
        },
      );
    });
  }
});
