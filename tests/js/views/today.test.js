import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import "./page.js";

const { draftRow } = await import("../../../static/js/views/today/today.js");

before(() => loadWords(["first", "entries", "patient"]));

test("a draft is named by its first words, whole characters of them, on one line", () => {
  const family = "👨\u200d👩\u200d👧";
  for (const text of [`${family.repeat(30)}`, `x${family.repeat(30)}`]) {
    const markup = markupOf(draftRow(/** @type {any} */ ([{ id: "d", text }])));
    const [, said = ""] = />(x?[\p{Emoji}\u200d]+)…</u.exec(markup) ?? [];
    assert.match(said.replaceAll(family, ""), /^x?$/);
    assert.ok(said.length > 40);
  }
  const short = [{ id: "d", text: "Rain,\nand more" }];
  assert.match(markupOf(draftRow(/** @type {any} */ (short))), /Rain, and more/);
});
