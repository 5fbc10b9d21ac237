// A copy of everything as files: what is in them, what hostile words can't do in them, and that they are whole or not there.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { tableRows } from "../../../../static/js/domain/copy/tables.js";
import { csv, json, own, quiet } from "../../../../static/js/domain/copy/text.js";
import { Zip } from "../../../../static/js/domain/copy/zip.js";
import { makeCopy } from "../../../../static/js/views/account/copy-file.js";
import { filesOf, given, label, vaultOf } from "./files.js";
import { unzip } from "./unzip.js";

const FILES = new URL("../../../vectors/copy/files/", import.meta.url);
const HOSTILE = [
  "=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", 'a"b', "a,b", "a\r\nb", "=HYPERLINK(\"http://x\")",
  "---\nkind: x\n---", "<script>x</script>", "![](https://example.org/x)", "![a][b]", "\\![](x)", "\\<img src=x>",
  "```\nopen", "> ```", "~~~~", "\u0000\u001b[2J\u009b", "\u202eabc", "\ud800", "\ufeff", "a\u2028b", "- x\n  - y", "| a | b |",
]; // biome-ignore format: a list

/** @param {object} more @param {string|null} [author] @param {string} [id] @returns {import("../../../../static/js/domain/copy/data.js").Taken} */
function item(more, author = null, id = "one") {
  const payload = { v: 1, kind: "entry", prev: null, written: given.head.made, text: "", ...more };
  return { id, author, state: "kept", revisions: [{ rev: "r", payload }] };
}

test("the app's files are those of the fixture, byte for byte, however the vault cuts its pages", async () => {
  const names = readdirSync(FILES, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => `${one.parentPath}/${one.name}`.split("/copy/files/")[1] ?? "");
  for (const most of [1, 5, 1000]) {
    const files = await filesOf(vaultOf(given.items, most));
    assert.deepEqual([...files.keys()].sort(), names.map((name) => name.replace(/^\//, "")).sort());
    for (const [name, text] of files)
      assert.equal(text, readFileSync(new URL(name, FILES), "utf8"));
  }
});

test("names of files are days and a few words of ours, whatever was written", async () => {
  const wild = HOSTILE.flatMap((text, i) => [
    item({ title: text, text, kind: text, happened: { at: text, zone: text } }, null, `a${i}`),
    item(
      { title: text, happened: { at: "2026-02-30T10:00:00Z", zone: "../../etc" } },
      null,
      `b${i}`,
    ),
    item({ happened: { at: "+012026-01-01T00:00:00Z", zone: "UTC" } }, null, `c${i}`),
  ]);
  for (const name of (await filesOf(vaultOf(wild))).keys())
    assert.match(
      name,
      /^(journal\/(\d{4}-\d\d-\d\d|undated)|README|other)\.md$|^(data\.json|measures\.csv|answers\.csv)$/,
    );
});

test("front matter ends where we end it, and each of its items is JSON on one line", async () => {
  const wild = HOSTILE.map((text, i) => item({ title: text, text, phase: text }, null, `a${i}`));
  const files = await filesOf(vaultOf(wild));
  const page = [...files].find(([name]) => name.startsWith("journal/"))?.[1] ?? "";
  const lines = page.split("\n");
  assert.equal(lines[0], "---");
  const end = lines.indexOf("---", 1);
  const items = lines.slice(4, end);
  assert.deepEqual(lines.slice(1, 4), ["date: 2026-11-30", "afterglow: 1", "items:"]);
  assert.equal(items.length, wild.length);
  for (const line of items) {
    assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\ufeff]/u);
    assert.equal(JSON.parse(line.replace(/^ {2}- /, "")).kind, "entry");
  }
});

test("nothing in a page is fetched or run, and no control reaches a terminal", async () => {
  const wild = HOSTILE.flatMap((text, i) => [
    item({ title: text, text, prompt: { text }, answers: [{ id: "a", question: text, type: "text", value: text }], [text]: [text, { [text]: text }] }, null, `a${i}`),
    item({ kind: "comment", text, parent: { author: given.head.owner.id, item: `a${i}`, rev: "r" } }, text, `b${i}`),
  ]); // biome-ignore format: one thought
  for (const [name, page] of await filesOf(vaultOf(wild))) {
    if (!name.endsWith(".md")) continue;
    assert.doesNotMatch(page, /!\[/);
    assert.doesNotMatch(page, /(^|[^\\])<[a-z!?/]/i);
    assert.doesNotMatch(page, /^[ \t>]*(```|~~~)/m);
    assert.doesNotMatch(page.replace(/[\t\n\r]/g, ""), /\p{Cc}|\p{Cs}/u);
  }
  assert.equal(own("a <3 b"), "a <3 b");
  assert.equal(quiet("1 * 2"), "1 \\* 2");
});

test("what somebody else wrote never begins a line of its own", async () => {
  const said = "One.\n\n## 09:00 Mine\n- phase: x\r> quoted\u2028## 10:00";
  const entry = item({ text: "My words." }, null, "mine");
  const parent = { author: given.head.owner.id, item: "mine", rev: "r" };
  const files = await filesOf(
    vaultOf([entry, item({ kind: "comment", text: said, parent }, "them", "b")]),
  );
  const page = files.get("journal/2026-11-30.md") ?? "";
  const after = page
    .slice(page.indexOf("**them**"))
    .split(/[\n\r\u2028]/)
    .slice(1);
  assert.deepEqual(
    after.filter((line) => line !== "" && !line.startsWith(">")),
    [],
  );
  assert.equal(page.match(/^## /gm)?.length, 1);
});

test("no cell is a formula, and every number is one", () => {
  const rows = HOSTILE.map((text) =>
    tableRows(
      item({
        kind: "measure",
        instrument: text,
        total: -2,
        answers: [{ id: text, question: text, type: "scale", value: -1.5 }],
      }),
    ),
  );
  const table = csv([
    ...rows.flatMap(({ measures }) => measures),
    ...rows.flatMap(({ answers }) => answers),
  ]);
  assert.equal(table.charCodeAt(0), 0xfeff);
  const cells = [
    ...table.slice(1).matchAll(/(?<=^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r\n)/g),
  ].map((found) => found[1] ?? found[2] ?? "");
  assert.equal(cells.length, rows.length * (14 + 12));
  for (const cell of cells) assert.match(cell, /^(?![=+\-@\t\r])|^-[\d.]+$/);
  assert.equal(cells.filter((cell) => cell === "-2").length, HOSTILE.length);
});

test("JSON of a copy is read back as it came, members that look like something else included", () => {
  const odd = JSON.parse(
    '{"10":1,"9":2,"__proto__":{"x":1},"toJSON":"t","then":1,"b":[null,true,1.5,1e21,1e-7,-0]}',
  );
  assert.deepEqual(JSON.parse(json(odd)), JSON.parse(JSON.stringify({ ...odd, toJSON: "t" })));
  assert.ok(Object.hasOwn(JSON.parse(json(odd)), "__proto__"));
  for (const text of HOSTILE) assert.equal(JSON.parse(json(text)), text);
});

test("it is counted as it was written, and what could not be read is named", async () => {
  /** @type {number[]} */
  const told = [];
  const tell = (/** @type {number} */ done) => void told.push(done);
  const { signal } = new AbortController();
  const made = await makeCopy(vaultOf(given.items), label, { signal, tell });
  const sum = Object.values(made.counts).reduce((a, b) => a + b, 0);
  assert.equal(sum, given.items.length);
  assert.equal(told.at(-1), given.items.length);
  assert.deepEqual(made.unread, given.unread);
  assert.equal(made.name, "afterglow-2026-11-30.zip");
});

test("stopped in the middle there is no file", async () => {
  const stop = new AbortController();
  const vault = vaultOf(given.items);
  const page = vault.copyPage;
  vault.copyPage = async (/** @type {{from: number}} */ input) => {
    if (input.from > 5) stop.abort();
    return page(input);
  };
  await assert.rejects(filesOf(vault, stop.signal), { name: "AbortError" });
});

test("a vault that fails in the middle fails the copy, and nothing hangs", async () => {
  const vault = vaultOf(given.items);
  vault.copyPage = async () => {
    throw new Error("locked");
  };
  await assert.rejects(filesOf(vault), /locked/);
});

test("a zip is read by others: many files, an empty one, and one in many pieces", async () => {
  const zip = new Zip({ day: "2026-11-30", time: "04:45" });
  await zip.add("empty", []);
  await zip.add(
    "ünï/cödé.md",
    Array.from({ length: 1000 }, (_, i) => `${i} é\n`),
  );
  for (let n = 0; n < 300; n++) await zip.add(`${n}`, [`${n}`]);
  const files = unzip(new Uint8Array(await zip.blob().arrayBuffer()));
  assert.equal(files.size, 302);
  assert.equal(files.get("empty"), "");
  assert.equal(files.get("ünï/cödé.md")?.split("\n").length, 1001);
  assert.equal(files.get("299"), "299");
});
