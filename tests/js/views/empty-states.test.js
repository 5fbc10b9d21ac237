// Nothing is called empty before all that the server has was here once: every screen asks static/js/views/shared/coming.js.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const VIEWS = fileURLToPath(new URL("../../../static/js/views", import.meta.url));
const WORDS = fileURLToPath(new URL("../../../static/js/ui/words/en", import.meta.url));

/** Keys of words whose name says that there is nothing, or a first time. */
const SAYS_NOTHING =
  /(\.|[a-z])([Ee]mpty|[Nn]one|[Nn]ever|[Nn]othing|[Nn]obody|notFound|emptyKind|emptyPhase|emptyDrafts)(\.|$)|^today\.(first|quiet)$|^entry\.onlyYou$/;

/** What is nothing on this device alone, or in the form that is being filled in, and true whatever else is to come. */
const OF_HERE = new Set([
  "course.none",
  "lost.none",
  "details.strength.none",
  "practical.homeNobody",
  "sharing.none",
  "sharing.guardNone",
  "measure.sum.none",
  "design.empty",
]);

/** Screens that show their words to look at, and not of somebody. */
const SAMPLES = new Set(["design/gallery.js", "design/gallery-sample.js", "shared/coming.js"]);

/** @returns {[string, string][]} file and source of every screen */
function sources() {
  return readdirSync(VIEWS, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js") && !SAMPLES.has(name))
    .map((name) => [name, readFileSync(join(VIEWS, name), "utf8")]);
}

/** @returns {Promise<string[]>} */
async function keys() {
  const files = readdirSync(WORDS).map((name) => import(join(WORDS, name)));
  return (await Promise.all(files)).flatMap(({ default: words }) => Object.keys(words));
}

/** @param {string} source @param {number} at @returns {boolean} whether what stands there is within a call of the one who knows */
function isAsked(source, at) {
  let depth = 0;
  for (let i = at; i > 0; i--) {
    if (source[i] === ")") depth++;
    if (source[i] !== "(") continue;
    if (depth-- > 0) continue;
    depth = 0;
    if (/\b(empty|ifEmpty)$/.test(source.slice(0, i))) return true;
  }
  return false;
}

test("the look of an empty place is drawn by the one who knows whether it is", () => {
  for (const [name, source] of sources()) {
    for (const { index } of source.matchAll(/class="empty"[^>]*>\$\{t\("([^"]+)"/g)) {
      const key = /t\("([^"]+)"/.exec(source.slice(index))?.[1] ?? "";
      assert.ok(/\.choose$/.test(key), `${name} says ${key} without asking`);
    }
  }
});

test("words that say that there is nothing are said by the one who knows", async () => {
  const wanted = (await keys()).filter((key) => SAYS_NOTHING.test(key) && !OF_HERE.has(key));
  assert.ok(wanted.length > 15);
  for (const [name, source] of sources()) {
    for (const key of wanted) {
      for (const { index } of source.matchAll(new RegExp(`"${key.replaceAll(".", "\\.")}"`, "g"))) {
        const around = source.slice(Math.max(0, index - 300), index);
        const inside = isAsked(source, index);
        const named = /function (notHere|notSaid|firstDoseCard)\(/.test(around);
        const known = /isHere &&[^}]*$/.test(around);
        assert.ok(
          inside || named || known,
          `${name} says ${key} without asking views/shared/coming.js`,
        );
      }
    }
  }
});
