// Signing up: everything that does not do is said at once, and a look into Help loses nothing but the passphrase.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { normaliseHandle } from "../../../static/js/wire/handles.js";
import { Device } from "../vault/world.js";
import { markupOf } from "./drawn.js";
import { actOf, appWith } from "./page.js";

const { default: open } = await import("../../../static/js/views/account/sign-up.js");
const TYPED = {
  role: "patient",
  name: "Ada",
  handle: "ada",
  passphrase: "kettle meadow orbit lantern",
};

/** Of a form as a page has it. */
class FormData {
  /** @param {{values: Record<string, string>}} form */
  constructor({ values }) {
    this.values = values;
  }
  [Symbol.iterator]() {
    return Object.entries(this.values)[Symbol.iterator]();
  }
}

/** @type {Device} */
let device;
before(async () => {
  await loadWords(["first", "account", "help", "safety", "consent"]);
  Object.assign(globalThis, { FormData });
  // Nothing of this is sent.
  device = new Device("http://127.0.0.1:9");
});

/** @param {any} [app] */
async function opened(app = appWith(device.vault, { ready: Promise.resolve(device.vault) })) {
  /** @type {any} */
  const screen = await open(app, /** @type {any} */ ({}));
  const markup = () => markupOf(screen.render());
  /** @param {Record<string, string>} values */
  const submit = (values) =>
    actOf(
      screen.render(),
      "sign-up",
      "submit",
    )({ preventDefault: () => {}, currentTarget: { values } });
  /** @param {string} name @param {string} value */
  const type = (name, value) =>
    actOf(screen.render(), "sign-up", "input")({ target: { name, value } });
  const back = () => actOf(screen.render(), "back")();
  return { app, markup, submit, type, back };
}

/** @param {string} markup @returns {Record<string, string>} what stands below each field as its fault */
function wrong(markup) {
  const said = markup.matchAll(/<p class="wrong" id=field-(\w+)-wrong role="alert">([^<]*)/g);
  return Object.fromEntries([...said].map(([, field, words]) => [field, words]));
}

test("name, handle and passphrase are found wanting in one go", async () => {
  const { markup, submit } = await opened();
  await submit({ role: "patient", name: " ", handle: "no spaces", passphrase: "short" });
  assert.deepEqual(wrong(markup()), {
    name: t("signUp.nameMissing"),
    handle: t("error.handle-invalid"),
    passphrase: t("error.passphrase-short"),
  });
  await submit({ ...TYPED, passphrase: "short" });
  assert.deepEqual(wrong(markup()), { passphrase: t("error.passphrase-short") });
});

test("what does leads on to the consent, and back to the form", async () => {
  const { markup, submit, back } = await opened();
  await submit(TYPED);
  assert.ok(markup().includes(t("consent.title")) && markup().includes("#/help"));
  back();
  assert.ok(markup().includes(t("signUp.title")));
});

test("whoever comes back from Help finds what was typed, and not the passphrase", async () => {
  const { app, type } = await opened();
  type("name", "Ada Yılmaz");
  type("handle", "ada");
  type("passphrase", TYPED.passphrase);
  Object.assign(globalThis, { history: { state: { step: 2 } } });
  const back = (await opened(app)).markup();
  assert.ok(back.includes("Ada Yılmaz") && !back.includes(TYPED.passphrase));
  assert.ok(
    ![...app.remembered.values()].some((one) => JSON.stringify(one).includes(TYPED.passphrase)),
  );
  Object.assign(globalThis, { history: { state: null } });
  assert.ok(!(await opened(app)).markup().includes("Ada Yılmaz"));
});

test("what a handle may be is said before one types it", async () => {
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  const marks = printable.filter((one) => /[^a-z0-9]/i.test(one) && isHandle(`aa${one}`));
  assert.ok(marks.length > 4 && isHandle("a".repeat(64)) && !isHandle("a".repeat(65)));
  for (const language of ["en", "de", "es"]) {
    const { default: words } = await import(`../../../static/js/ui/words/${language}/account.js`);
    for (const part of ["3", "64", "a", "z", ...marks]) {
      assert.ok(
        words["signUp.handleHint"].split(/[ :,]+|\.$/).includes(part),
        `${language} ${part}`,
      );
    }
  }
});

/** @param {string} text @returns {boolean} */
function isHandle(text) {
  try {
    normaliseHandle(text);
    return true;
  } catch {
    return false;
  }
}
