import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { html } from "lit-html";
import { each, rawText } from "../../../static/js/components/rows.js";
import { addWords, isolated, t } from "../../../static/js/ui/i18n.js";
import first from "../../../static/js/ui/words/en/first.js";
import frame from "../../../static/js/ui/words/en/frame.js";
import { markupOf } from "./drawn.js";

addWords(first);
addWords(frame);

test("a row that cannot be drawn says so with its date and opens as it came; the others stand", () => {
  const items = [
    { id: "a", title: "One" },
    { id: "b", written: { at: "2026-11-19T10:00:00Z", zone: "UTC" }, title: null },
    { id: "c", title: "Three" },
  ];
  const drawn = each(items, ({ title }) => html`<li>${/** @type {string} */ (title).trim()}</li>`);
  const said = drawn.map((one) => markupOf(one));
  assert.equal(drawn.length, 3);
  assert.match(said[0] ?? "", /One/);
  assert.match(said[2] ?? "", /Three/);
  assert.match(said[1] ?? "", /We can’t show this here/);
  assert.match(said[1] ?? "", /19 November 2026|November 19, 2026/);
  assert.match(said[1] ?? "", /"id": "b"/);
});

test("what would only fail when the page puts it into its place is found as well", () => {
  const odd = JSON.parse('{"toString":1}');
  const drawn = each(
    [odd, { a: "fine" }],
    (one) => html`<li>${html`<b>${one.a ?? one}</b>`}${[one.a]}</li>`,
  );
  assert.match(markupOf(drawn[0]), /We can’t show this here/);
  assert.match(markupOf(drawn[1]), /fine/);
});

test("as it came is readable, and nothing in it is obeyed", () => {
  const raw = rawText({ a: "x\u202ey\u0000\u001b[2J", b: undefined });
  assert.deepEqual(JSON.parse(raw), { a: "x\u202ey\u0000\u001b[2J" });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  assert.doesNotMatch(raw, /[\u202e\u0000\u001b]/);
  assert.equal(rawText(undefined), "");
});

/** Lists of our own words and choices: nothing in them comes from elsewhere. */
const OWN_LISTS = [
  "components/timeline/legend.js",
  "views/account/",
  "views/help/help.js",
  "views/design/",
  "views/shared/boundary.js",
  "views/shared/frame.js",
  "views/measures/measure-words.js",
  "views/shared/phase-chips.js",
  "views/room/setup.js",
  "views/room/leaving.js",
  "views/room/shortcuts.js",
  "views/shared/consent.js",
  "views/writing/prompts.js",
  "views/journal/calendar.js",
  "views/measures/fill.js",
  "views/journal/journal.js",
  "views/writing/write-beside.js",
];

test("no list of what comes from elsewhere is drawn in one piece", () => {
  const folder = new URL("../../../static/js/", import.meta.url).pathname;
  const files = globSync("{views,components}/**/*.js", { cwd: folder });
  const found = files
    .filter((file) => !OWN_LISTS.some((own) => file.startsWith(own)))
    .filter((file) =>
      /\.map\(\s*\(?[^=`]*=>\s*html`\s*<(li|tr|article|figure|section)\b/.test(
        readFileSync(folder + file, "utf8"),
      ),
    );
  assert.ok(files.length > 100);
  assert.deepEqual(found, []);
});

test("a name in a script that runs from right to left turns no sentence of ours round", () => {
  addWords({ "test.name": "{name} (1), today" });
  assert.equal(t("test.name", { name: "سارة" }), "\u2068سارة\u2069 (1), today");
  assert.equal(t("test.name", { name: "Ada\u202e" }), "Ada (1), today");
  assert.equal(isolated("Bo\u2069\u2066"), "Bo");
});
