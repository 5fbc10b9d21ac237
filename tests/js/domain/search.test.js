/** Words are found as people remember and type them, and the place where they stand is shown. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold, hasAll, placeFound, wantedWords } from "../../../static/js/domain/search.js";

/** @param {string} text @param {string} typed */
const finds = (text, typed) => hasAll(fold(text), wantedWords(typed));

const BAKER = "The baker was kind.\nLater the ferry left late.";

/** @type {[text: string, typed: string][]} */
const FOUND = [
  [BAKER, "baker ferry"],
  [BAKER, "ferry baker"],
  [BAKER, "the  baker"],
  [BAKER, " ferry\t"],
  [BAKER, "kind later"],
  [BAKER, "kind. Later"],
  [BAKER, "ferry, baker"],
  [BAKER, "FERRY"],
  [BAKER, '"was kind"'],
  [BAKER, "„was kind“"],
  ["It wasn\u2019t the sea.", "wasn't sea"],
  ["It wasn't the sea.", "wasn\u2019t"],
  ["It wasn't the sea.", "wasnt"],
  ["“Stay,” she said.", '"stay," she'],
  ["well\u2011being", "well-being"],
  ["a well-being", "well being"],
  ["wellbeing", "well-being"],
  ["so\u00adund zero\u200bwidth", "sound zerowidth"],
  ["no\u00a0break", "no break"],
  ["Über grüne Wiesen", "GRUNE wies uber"],
  ["Straße", "strasse"],
  ["STRASSE", "straße"],
  ["İstanbul ve ılık", "istanbul ilik"],
  ["ΟΔΥΣΣΕΥΣ", "οδυσσευς"],
  ["Łódź, Øresund", "lodz oresund"],
  ["cafe\u0301", "café"],
  ["大海と山", "海"],
  ["カﾞラス", "ガラス"],
  ["ＦＵＬＬ ｗｉｄｔｈ", "full width"],
  ["بَحْرٌ", "بحر"],
  ["بـــحر", "بحر"],
  ["한국어 바다", "바다"],
  ["a heart ❤️ here", "❤"],
  ["What? Really!", "?"],
];

for (const [text, typed] of FOUND) {
  test(`${JSON.stringify(typed)} finds ${JSON.stringify(text)}`, () =>
    assert.ok(finds(text, typed)));
}

test("an entry that lacks one of the words is not found, nor one that has a phrase in another order", () => {
  assert.ok(!finds(BAKER, "baker plane"));
  assert.ok(!finds(BAKER, '"kind was"'));
  assert.ok(finds(BAKER, ""));
});

test("folding a text is folding its letters one by one, so that a place found is the place shown", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const letters = [...text].map((letter) =>
        /\s/u.test(letter) ? " " : fold(`x${letter}x`).slice(1, -1),
      );
      assert.equal(fold(text), letters.join("").replace(/\s+/g, " ").trim());
    }),
  );
});

test("the line around the first place is shown, with every word marked", () => {
  const text = `${"before ".repeat(40)}the Baker, then ${"after ".repeat(40)}`;
  const pieces = placeFound(text, wantedWords("baker THEN"));
  assert.deepEqual(
    pieces.filter(({ found }) => found).map((piece) => piece.text),
    ["Baker", "then"],
  );
  const line = pieces.map((piece) => piece.text).join("");
  assert.match(line, /^…before/);
  assert.match(line, /after…$/);
  assert.ok(line.length < 160);
});

test("the line begins and ends with whole characters where no space is near", () => {
  const family = "👨\u200d👩\u200d👧";
  for (let before = 0; before < 12; before += 1) {
    const text = `${"x".repeat(before)}${family.repeat(12)}door${family.repeat(30)}`;
    const pieces = placeFound(text, wantedWords("door"));
    const line = pieces.map((piece) => piece.text).join("");
    assert.match(line.replaceAll(family, ""), /^…?x*door…$/, `${before} ${line}`);
  }
});

test("what is shown is of the text and marks what was found, whatever is in it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }),
      fc.nat(),
      fc.integer({ min: 1, max: 12 }),
      (text, from, length) => {
        const letters = [...text];
        const typed = letters
          .slice(from % letters.length)
          .slice(0, length)
          .join("");
        const wanted = wantedWords(typed);
        const line = text.replace(/\s+/gu, " ").trim();
        if (wanted.length === 0 || !hasAll(fold(text), wanted)) return;
        const pieces = placeFound(text, wanted);
        const shown = pieces.filter(
          (piece, index) => piece.text !== "…" || (index > 0 && index < pieces.length - 1),
        );
        assert.ok(line.includes(shown.map((piece) => piece.text).join("")));
        assert.ok(pieces.some(({ found }) => found));
        for (const piece of pieces.filter(({ found }) => found))
          assert.notEqual(fold(piece.text), "");
        assert.ok(pieces.every((piece) => piece.text.isWellFormed()));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a letter that folds into several is marked whole", () => {
  assert.deepEqual(placeFound("Ŀ", wantedWords("Ŀ")), [{ text: "Ŀ", found: true }]);
  assert.deepEqual(placeFound("…", wantedWords(".")), [{ text: "…", found: true }]);
});

test("words that do not stand there have no place", () => {
  assert.deepEqual(placeFound("Nothing of the kind.", ["baker"]), []);
});
