// Reads accounts from standard input, one a line, and prints the files of each copy as one object a line. Fails where data.json is not as published.

import assert from "node:assert/strict";
import { text } from "node:stream/consumers";
import { parsePayload } from "../../../../static/js/wire/json.js";
import { filesOf, vaultOf } from "./files.js";
import { fits } from "./schema.js";

for (const line of (await text(process.stdin)).split("\n")) {
  // Not JSON.parse: V8 13.6 takes an escaped name for another that it has seen at its place.
  const account = parsePayload(new TextEncoder().encode(line));
  const files = await filesOf(vaultOf(account.items, 7, account));
  assert.ok(fits(JSON.parse(files.get("data.json") ?? "")), JSON.stringify(fits.errors));
  console.log(JSON.stringify(Object.fromEntries(files)));
}
