import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES } from "../../../static/js/ui/i18n.js";
import { pseudoContent } from "../../../static/js/ui/pseudo.js";
import { overlay, TRANSLATED } from "../../../static/js/views/shared/content.js";

const CONTENT = new URL("../../../static/content/", import.meta.url);
/** Members that people read, and what may be the same in another language: names of lines, and of things. */
const READ =
  /^(?:text|hint|topic|title|note|sentences|steps|short|long|after|question|low|high|front|back|label|about|instruction|notice)$/;

/** @param {string} [folder] @returns {string[]} the content files that are read in languages, without their endings */
function namesIn(folder = "") {
  const files = readdirSync(new URL(folder, CONTENT), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".json") && TRANSLATED.test(file.slice(0, -5)))
    .map((file) => file.slice(0, -5))
    .sort();
}

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, CONTENT), "utf8"));

/**
 * @param {any} value
 * @param {string} [at]
 * @returns {[path: string, text: string][]} every text with its place, list members by their ids
 */
function texts(value, at = "") {
  if (typeof value === "string") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => texts(one, `${at}/${one?.id ?? name}`));
}

/** @param {string} path @returns {boolean} */
const isRead = (path) => path.split("/").some((name) => READ.test(name)) && !path.endsWith("/id");

for (const language of LANGUAGES.slice(1)) {
  for (const name of namesIn()) {
    const english = read(`${name}.json`);
    const words = read(`${language}/${name}.json`);

    test(`${name} in ${language}: every text that is read is translated, and none has no place`, () => {
      const places = new Set(texts(english).map(([path]) => path));
      const stray = texts(words).filter(([path]) => !places.has(path));
      assert.deepEqual(stray, []);
      const translated = new Map(texts(words));
      const missing = texts(english).filter(([path]) => isRead(path) && !translated.has(path));
      assert.deepEqual(missing, []);
    });

    test(`${name} in ${language}: numbers, times and addresses stay those of the English file`, () => {
      const shown = overlay(english, words);
      const kept = /\/(?:id|number|body|url|kind|checked|phase|opens|zones\/\d+)$/;
      const facts = (/** @type {any} */ of) => texts(of).filter(([path]) => kept.test(path));
      assert.deepEqual(facts(shown), facts(english));
      assert.equal(texts(shown).length, texts(english).length);
    });
  }
}

test("every content file of a language is one that the app reads in languages", () => {
  assert.ok(namesIn().length > 8);
  for (const language of LANGUAGES.slice(1)) {
    assert.deepEqual(namesIn(`${language}/`), namesIn());
  }
});

test("the pseudo-locale touches what is read and nothing else", () => {
  const shown = pseudoContent(read("help.json"), false);
  const line = shown.places[0].lines[0];
  assert.deepEqual([line.id, line.number, line.kind], ["us-emergency", "911", "emergency"]);
  assert.match(line.name, /^\[.*éé/i);
});
