/** Passphrases that are guessed first are refused, and others are not, as the Python reading has it (tests/protocol/test_guessable.py). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isGuessable } from "../../../static/js/protocol/guessable.js";

const read = (/** @type {string} */ path) =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
const { own, refused, taken } = read("tests/vectors/guessable.json");
const { words } = read("static/content/guessable.json");

for (const passphrase of refused)
  test(`refused: ${passphrase}`, () => assert.ok(isGuessable(passphrase, own, words)));
for (const passphrase of taken)
  test(`taken: ${passphrase}`, () => assert.ok(!isGuessable(passphrase, own, words)));
