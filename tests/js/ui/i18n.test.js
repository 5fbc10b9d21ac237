import assert from "node:assert/strict";
import { test } from "node:test";
import { addWords, parts, t } from "../../../static/js/ui/i18n.js";
import first from "../../../static/js/ui/words/en/first.js";

addWords(first);
addWords({
  "test.since": {
    one: "{n:Words} day since your {dose:nth} session",
    other: "{n:Words} days since your {dose:nth} session",
  },
  "test.inside": "If you need someone, open {help}.",
});

test("a number chooses the plural form, and small ones are written as words", () => {
  assert.equal(t("test.since", { n: 1, dose: 1 }), "One day since your first session");
  assert.equal(t("test.since", { n: 2, dose: 3 }), "Two days since your third session");
  assert.equal(t("test.since", { n: 13, dose: 22 }), "13 days since your 22nd session");
});

test("a template keeps its place inside a sentence", () => {
  const link = { template: true };
  assert.deepEqual(parts("test.inside", { help: link }), ["If you need someone, open ", link, "."]);
});

test("a message that does not exist is a mistake, not an empty screen", () => {
  assert.throws(() => t("test.missing"), /test\.missing/);
});
