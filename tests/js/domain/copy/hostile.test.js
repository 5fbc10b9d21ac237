// A copy of everything that tests/hostile thinks of, one's own and other people's: it is whole, and nothing in it does more than be read.

import assert from "node:assert/strict";
import test from "node:test";
import { payloadOf } from "../../../../static/js/domain/copy/data.js";
import { tableRows } from "../../../../static/js/domain/copy/tables.js";
import { csv, own, quiet, words } from "../../../../static/js/domain/copy/text.js";
import { hostilePayloads } from "../../../hostile/payloads.js";
import { filesOf, given, vaultOf } from "./files.js";
import { fits } from "./schema.js";

/** @import { Taken } from "../../../../static/js/domain/copy/data.js" */

const OWNER = given.head.owner.id;
const SIGNS = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "﹦",
  "﹢",
  "﹣",
  "﹫",
];
/** What spreadsheets, viewers and file systems stumble over, and no payload of the corpus begins with. */
const WORDS = [
  ...SIGNS.flatMap((sign) => [sign, `${sign}1+1`, `'${sign}1`, ` ${sign}1`, `\ufeff\u200b${sign}1`, `\u0000${sign}1`]),
  "'tis", "", "\ud800", "\udc00x", "a\ud800\udc00", "CON", "NUL.txt", "a.", "a ", "é", "e\u0301", "\u202eabc", "\u2066",
  "---\nitems: []\n---", "...", "- x\n- y", "1. x", "+ x", "x\n===", "x\n---", "\u2028## 10:00", "a\u0000\u001b[2Jb\u009b",
  "[x](javascript:alert(1))", "[x](\n<javascript:alert(1)>)", "[x](java&#115;cript:alert(1))", "[x]: data:text/html,x", "[x](vbscript:x)", "<a\nhref=x>", "<\ud800b>", "<\u0000script>", "![x](y)", "!\u0000[x](y)",
]; // biome-ignore format: a list
const WHEN = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };

/** @returns {[string, any][]} the corpus, and words of ours at every place where words stand */
function payloads() {
  const said = WORDS.flatMap((text) => {
    const about = { v: 1, prev: null, written: WHEN, title: text, text, phase: text };
    const answers = [{ id: text, question: text, type: "text", value: text }, text, [text, text]];
    const odd = { prompt: { text }, [`x${text}`]: [text, { [text]: text }], zone: text };
    return ["entry", "measure", "draft", "dosing", text].map((kind) => [
      `${kind}: ${text}`,
      { ...about, kind, instrument: text, number: text, total: text, form: { version: text }, answers, body: { text, note: text }, ...odd },
    ]); // biome-ignore format: one thought
  });
  return /** @type {[string, any][]} */ ([...hostilePayloads(), ...said]);
}

/** @param {string|null} author @param {Taken["state"]} [state] @returns {Taken[]} */
function itemsOf(author, state = "kept") {
  return payloads().map(([, payload], n) => {
    const id = `${state}${author ?? ""}${n}`;
    const parent = payload.parent?.item ? { ...payload.parent, author: OWNER, item: "kept0" } : {};
    const hung = n % 2 && payload.kind === "comment" ? { ...payload, parent } : payload;
    return { id, author, state, revisions: [{ rev: "r", payload: hung }] };
  });
}

const THEM = given.head.people[0].id;
const ITEMS = [
  ...itemsOf(null),
  ...itemsOf(THEM),
  ...itemsOf(null, "trash"),
  ...itemsOf(null, "capture"),
];
const files = await filesOf(vaultOf(ITEMS, 500));
const pages = [...files].filter(([name]) => name.endsWith(".md"));

/** @param {string} table @returns {string[][]} RFC 4180, read without a regular expression */
function readTable(table) {
  /** @type {string[][]} */
  const rows = [[]];
  let [cell, quoted] = ["", false];
  for (let at = 1; at < table.length; at++) {
    const one = table[at] ?? "";
    if (quoted && one === '"' && table[at + 1] === '"') cell += table[at++];
    else if (one === '"') quoted = !quoted;
    else if (!quoted && (one === "," || one === "\n")) {
      rows.at(-1)?.push(one === "\n" ? cell.slice(0, -1) : cell);
      cell = "";
      if (one === "\n") rows.push([]);
    } else cell += one;
  }
  assert.deepEqual([quoted, cell, rows.pop()], [false, "", []]);
  return rows;
}

/** @param {string} cell @returns {string} the text it was made of, as docs/export-format.md says */
const textOfCell = (cell) => (isMarked(cell) ? cell.slice(1) : cell);
const SIGN = /^'*[\t\r\n]|^['\s\p{Cf}]*[=+@＝＋－＠﹦﹢﹣﹫-]/u;
const isMarked = (/** @type {string} */ cell) => cell.startsWith("'") && SIGN.test(cell);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

test("everything is in data.json, which is as published and read back as it came", () => {
  /** @type {any} */
  const read = JSON.parse(files.get("data.json") ?? "");
  assert.ok(fits({ ...read }), JSON.stringify(fits.errors));
  assert.deepEqual(
    read.items,
    ITEMS.map((one) => JSON.parse(JSON.stringify(one))),
  );
  assert.doesNotMatch(files.get("data.json") ?? "", TURNING);
});

test("every item has its place in a page, and is in no second one", () => {
  const named = pages.flatMap(([, page]) => front(page).map(({ id }) => id));
  const placed = new Set(named);
  assert.equal(placed.size, named.length);
  const hanging = ITEMS.filter(({ id }) => !placed.has(id)).map((one) => payloadOf(one).kind);
  assert.deepEqual([...new Set(hanging)], ["comment"]);
});

test("names of files are a few words of ours: inside the folder, short, and the same on every disk", () => {
  const names = [...files.keys()];
  for (const name of names) assert.match(name, /^(journal\/)?[\w-]{1,20}\.(md|csv|json)$/);
  const folded = names.map((name) => name.normalize("NFD").toLowerCase());
  assert.equal(new Set(folded).size, names.length);
  assert.ok(!names.some((name) => /(^|\/)(con|prn|aux|nul|com\d|lpt\d)\./i.test(name)));
});

/** @param {string} page @returns {any[]} items of its front matter */
function front(page) {
  const lines = page.split("\n");
  if (lines[0] !== "---") return [];
  return lines.slice(lines.indexOf("items:") + 1, lines.indexOf("---", 1)).map((line) => {
    assert.match(line, /^ {2}- \{/);
    assert.doesNotMatch(line, CONTROL);
    assert.doesNotMatch(line, /[<[]/);
    assert.doesNotMatch(line, TURNING);
    return JSON.parse(line.slice(4));
  });
}

/** @param {string} page @returns {string} what follows the front matter */
const bodyOf = (page) => page.slice(page.startsWith("---") ? page.indexOf("\n---\n") : 0);

test("no page runs, fetches or leads anywhere, and no control is left in one", () => {
  for (const [name, page] of pages) {
    assert.doesNotMatch(page, /(^|[^\\])<[a-z!?/]/i, name);
    assert.doesNotMatch(page, /!\[/, name);
    assert.doesNotMatch(bodyOf(page), /[^\\]\][(:](?!\s*(https?:|mailto:))/i, name);
    assert.doesNotMatch(page, CONTROL, name);
    assert.ok(page.isWellFormed());
  }
});

test("what turns words round stays in one's own words, line by line", async () => {
  const theirs = await filesOf(vaultOf(itemsOf(THEM), 500));
  for (const [name, page] of theirs)
    if (name.endsWith(".md")) assert.doesNotMatch(page, TURNING, name);
  for (const [, page] of pages)
    for (const line of page.split("\n"))
      if (TURNING.test(line)) assert.doesNotMatch(line, /^(#|>|\*\*| *-)/);
});

test("other people's words begin no list, no heading and no line across, nor a line of their own", () => {
  for (const text of WORDS) {
    const shown = quiet(text).split(/[\n\r]/);
    for (const line of shown)
      assert.doesNotMatch(line, /^\s*(([-+]|\d{1,9}[.)])(\s|$)|([-=]\s*){2,}$|=+\s*$)/, text);
    const plain = quiet(text).replace(/\\([!-/:-@[-`{-~])/g, "$1");
    assert.equal(plain, text.replace(CONTROL, "").replace(/[\u202a-\u202e\u2066-\u2069]/g, ""));
  }
});

test("a link of one's own leads to a page or to somebody's mail, or is shown as it stands", () => {
  const kept = [
    "[x](https://example.org/a)",
    "[x]( HTTP://x)",
    "[x](mailto:a@b.c)",
    "[x]: https://x",
    "[x] (y)",
  ];
  for (const text of kept) assert.equal(own(text), text);
  assert.equal(own("[x](JavaScript:alert(1))"), "[x]\\(JavaScript:alert(1))");
  assert.equal(own("[x]:\n javascript:y"), "[x]\\:\n javascript:y");
});

test("no cell is a formula, and each is read back as the words it was made of", () => {
  const rows = ITEMS.map((one) => tableRows(one));
  for (const [name, made] of /** @type {const} */ ([
    ["measures.csv", rows.flatMap(({ measures }) => measures)],
    ["answers.csv", rows.flatMap(({ answers }) => answers)],
  ])) {
    const table = files.get(name) ?? "";
    assert.doesNotMatch(table, CONTROL);
    const read = readTable(table).slice(1);
    assert.ok(made.length > 100);
    assert.equal(read.length, made.length);
    for (const [n, row] of made.entries())
      for (const [column, value] of row.entries()) {
        const cell = read[n]?.[column] ?? "missing";
        assert.equal(textOfCell(cell), words(value).replace(CONTROL, "").toWellFormed());
        assert.ok(typeof value === "number" || isMarked(cell) || !SIGN.test(cell), cell);
      }
  }
  assert.equal(csv([["'tis", -1, "-1", "＝1"]]), "\ufeff'tis,-1,'-1,'＝1\r\n");
});
