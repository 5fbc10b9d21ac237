// Words typed while earlier ones are being kept: they are not part of what is kept, and must not be forgotten with it.

import assert from "node:assert/strict";
import { test } from "node:test";

/** @import { EntryDraft } from "../../../static/js/domain/drafts.js" */

// lit-html looks at the page when it is loaded, and nothing here is drawn.
Object.assign(globalThis, {
  document: { createTreeWalker: () => ({}), createComment: () => ({}), getElementById: () => null },
  CSS: { supports: () => true },
});
const { addWords } = await import("../../../static/js/ui/i18n.js");
for (const words of ["first", "patient"])
  addWords((await import(`../../../static/js/ui/words/en/${words}.js`)).default);
const { KeptText } = await import("../../../static/js/views/shared/kept-text.js");
const { KeptForm } = await import("../../../static/js/views/shared/kept-form.js");
const { keepEntry } = await import("../../../static/js/views/writing/write-draft.js");

/** @returns {{app: any, forms: Map<string, any>}} an app whose vault keeps forms in memory */
function someApp() {
  /** @type {Map<string, any>} */
  const forms = new Map();
  const vault = {
    saveForm: async (/** @type {any} */ { form, values }) => void forms.set(form, values),
    discardForm: async (/** @type {any} */ { form }) => void forms.delete(form),
    form: async (/** @type {any} */ { form }) => forms.get(form) ?? null,
  };
  return { app: { vault, draw: () => {}, say: () => {} }, forms };
}

/** @param {any} kept @param {string} text as by the field's event */
function type(kept, text) {
  kept.type({ target: { value: text, style: {}, scrollHeight: 0 } });
}

/** @returns {EntryDraft} */
function draftOf(/** @type {string} */ text) {
  return { title: "", text, prompt: null, phase: null, dosing: null, happened: null };
}

test("an entry that went on being written while it was kept says so, and goes on from what was kept", async () => {
  for (const change of [{ text: "Eins, zwei" }, { title: "Titel" }, { answers: [] }]) {
    const draft = draftOf("Eins");
    /** @type {EntryDraft[]} */
    const saved = [];
    const vault = /** @type {any} */ ({
      saveEntry: async (/** @type {EntryDraft} */ given) => {
        saved.push(given);
        Object.assign(draft, change);
        return { id: "id", rev: "rev" };
      },
    });
    const { isAll } = await keepEntry(vault, draft);
    assert.equal(isAll, false);
    assert.equal(saved[0]?.text, "Eins");
    assert.deepEqual([draft.id, draft.rev], ["id", "rev"]);
    assert.deepEqual({ ...draft, ...change }, draft);
  }
});

test("an entry that was kept as it stands is all kept", async () => {
  const vault = /** @type {any} */ ({ saveEntry: async () => ({ id: "id", rev: "rev" }) });
  assert.equal((await keepEntry(vault, draftOf("Eins"))).isAll, true);
});

test("what is typed into a field while its words are sent stays in it and on the device", async () => {
  const { app, forms } = someApp();
  const kept = new KeptText(app, "comment");
  type(kept, "Eins");
  await kept.flush();
  type(kept, "Eins, zwei");
  await kept.flush();
  await kept.became("Eins", "");
  assert.equal(kept.text, "Eins, zwei");
  assert.deepEqual(forms.get("comment"), [["text", "Eins, zwei"]]);
  await kept.became("Eins, zwei", "");
  assert.deepEqual([kept.text, forms.size], ["", 0]);
});

test("what is typed into a form while it is being kept stays on the device until it is kept itself", async () => {
  const { app, forms } = someApp();
  let typed = "Eins";
  Object.assign(globalThis, {
    // As the page's form stands when it is asked.
    FormData: function Fields() {
      return new Map([["note", typed]]);
    },
  });
  Object.assign(globalThis.document, { getElementById: () => ({}) });
  /** @type {string[]} */
  const saved = [];
  const form = new KeptForm(app, {
    name: "dosing",
    left: null,
    save: async (values) => {
      saved.push(String(values.get("note")));
      if (saved.length > 1) return;
      typed = "Eins, zwei";
      form.touch();
    },
  });
  form.touch();
  await form.keep();
  assert.deepEqual([...(forms.get("dosing") ?? [])], [["note", "Eins, zwei"]]);
  await form.keep();
  assert.deepEqual([saved, forms.size], [["Eins", "Eins, zwei"], 0]);
});
