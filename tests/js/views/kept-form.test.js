// A form that is kept however one leaves it: what is said where another window has saved it too.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { appWith, element, elements } from "./page.js";

const { KeptForm } = await import("../../../static/js/views/shared/kept-form.js");
const vault = { discardForm: async () => {}, saveForm: async () => {} };

before(async () => {
  await loadWords(["first", "patient"]);
  Object.assign(globalThis, { FormData: class extends Array {} });
  elements.set("kept-form", element());
});

for (const isApart of [true, false])
  test(`${isApart ? "both versions stand" : "it was kept"}: said by the button and on the way to another screen`, async () => {
    const app = appWith(vault);
    const form = new KeptForm(app, { name: "one", left: null, save: async () => isApart });
    assert.equal(await form.submit(/** @type {any} */ ({ preventDefault: () => {} })), true);
    form.said("Saved.");
    form.touch();
    assert.equal(await form.leave("Saved."), true);
    const words = isApart ? t("form.both") : "Saved.";
    assert.deepEqual(app.said, [words, words]);
  });
