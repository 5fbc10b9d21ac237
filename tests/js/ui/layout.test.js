import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const CSS = new URL("../../../static/css/", import.meta.url);
const JS = new URL("../../../static/js/", import.meta.url);

test("style sheets speak of start and end, so that they hold from right to left", () => {
  const physical =
    /^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|float|text-align: (?:left|right))\b/m;
  for (const file of readdirSync(CSS)) {
    const found = physical.exec(readFileSync(new URL(file, CSS), "utf8"));
    assert.equal(found?.[0], undefined, `${file}: ${found?.[0]}`);
  }
});

test("no template sets a style or a handler as text, which the policy would refuse", () => {
  const views = readdirSync(JS, { recursive: true, encoding: "utf8" }).filter((name) =>
    /^(views|components)\/.*\.js$/.test(name),
  );
  assert.ok(views.length > 40);
  for (const file of views) {
    const source = readFileSync(new URL(file, JS), "utf8");
    assert.doesNotMatch(source, /\sstyle="|\sstyle=\$|\son[a-z]+="/, file);
  }
});
