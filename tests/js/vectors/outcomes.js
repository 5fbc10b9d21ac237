// What JavaScript makes of cases that come as JSON on standard input: for each `{"output"}` or `{"kind"}`, as JSON on standard output.

import { readFileSync, writeFileSync } from "node:fs";
import { ProtocolError } from "../../../static/js/wire/errors.js";
import { run } from "./ops.js";

/** @import { Case } from "./ops.js" */

/** @param {Case} one @returns {Promise<object>} */
async function outcome(one) {
  try {
    return { output: await run(one) };
  } catch (error) {
    return { kind: error instanceof ProtocolError ? error.kind : String(error) };
  }
}

const outcomes = [];
for (const one of JSON.parse(readFileSync(0, "utf8"))) outcomes.push(await outcome(one));
writeFileSync(1, JSON.stringify(outcomes));
