// Writes tests/vectors/afterglow-javascript.json: `node tests/js/vectors/generate.js`. Run again, it writes the same bytes.

import { writeFileSync } from "node:fs";
import { fixRandomness } from "./world.js";

fixRandomness();
// Only now: what is sealed while the cases are made takes its randomness from there.
const { allKnown } = await import("./known.js");
const { run } = await import("./ops.js");

const cases = [];
for await (const [name, op, input] of allKnown()) {
  cases.push({ name, op, input, output: await run({ op, input }) });
}
const names = new Set(cases.map(({ name }) => name));
if (names.size !== cases.length) throw new Error("a name stands twice");
const lines = cases.map((one) => JSON.stringify(one)).join(",\n");
const path = new URL("../../vectors/afterglow-javascript.json", import.meta.url);
writeFileSync(path, `{"schema": "afterglow-vectors-1", "cases": [\n${lines}\n]}\n`);
