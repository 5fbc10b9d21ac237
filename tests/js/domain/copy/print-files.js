// Reads accounts from standard input, one a line, and prints the files of each copy as one object a line.

import { text } from "node:stream/consumers";
import { parsePayload } from "../../../../static/js/wire/json.js";
import { filesOf, vaultOf } from "./files.js";

for (const line of (await text(process.stdin)).split("\n")) {
  // Not JSON.parse: V8 13.6 takes an escaped name for another that it has seen at its place.
  const account = parsePayload(new TextEncoder().encode(line));
  const files = await filesOf(vaultOf(account.items, 7, account));
  console.log(JSON.stringify(Object.fromEntries(files)));
}
