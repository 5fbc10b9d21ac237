// The schema of data.json, as docs/export-format.md publishes it.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const docs = readFileSync(new URL("../../../../docs/export-format.md", import.meta.url), "utf8");
const schema = JSON.parse(/```json\n([\s\S]*?)```/.exec(docs)?.[1] ?? "");

/** Whether a value is one that the schema describes; `fits.errors` says why not. */
export const fits = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema);
