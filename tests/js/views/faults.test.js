// Forms with several things that may be wrong: all of it is said at once, each beside its field, and what was typed stays.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { Device, PASSPHRASE, Server, signUp } from "../vault/world.js";
import { markupOf } from "./drawn.js";
import { actOf, appWith } from "./page.js";

const { changePassphrase } = await import("../../../static/js/views/account/access.js");
const { default: openRecover } = await import("../../../static/js/views/account/recover.js");
const { default: openSignIn } = await import("../../../static/js/views/account/sign-in.js");
const { proof } = await import("../../../static/js/views/account/kit-proof.js");
const { default: openAssign } = await import("../../../static/js/views/room/assign.js");
const { default: openSetup } = await import("../../../static/js/views/room/setup.js");

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

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
  await loadWords(["first", "frame", "account", "setup", "assign", "measures"]);
  Object.assign(globalThis, { FormData });
});
after(() => server.stop());

/** @param {any} screen @returns {Record<string, string>} what stands below each field as its fault */
function wrong(screen) {
  const said = markupOf(screen.render()).matchAll(
    /<p class="wrong" id=field-(\w+)-wrong role="alert">([^<]*)/g,
  );
  return Object.fromEntries([...said].map(([, field, words]) => [field, words]));
}

/** @param {any} screen @returns {string[]} fields that are marked, in their order: the first takes the focus (ui/focus.js) */
function marked(screen) {
  const fields = markupOf(screen.render()).match(/<(input|textarea)[^>]*aria-invalid=true[^>]*>/g);
  return (fields ?? []).map((field) => /name="?([\w-]+)/.exec(field)?.[1] ?? "");
}

/** @param {any} screen @param {string} form @param {Record<string, string>} [values] */
function submit(screen, form, values = {}) {
  const event = { preventDefault: () => {}, currentTarget: { values } };
  return actOf(screen.render(), form, "submit")(event);
}

/** A vault in which nothing has been said yet, and everything can be kept. */
const blank = {
  boundary: async () => null,
  form: async () => null,
  documents: async () => [],
  saveForm: async () => {},
  people: async () => [{ id: "p", name: "Ana", state: "linked" }],
  assignments: async () => [],
  timeline: async () => ({ entries: [], dosings: [] }),
  packs: async () => ({ packs: [] }),
};

test("how a therapist reads: each question that is blank, and days away that are none", async () => {
  /** @type {any} */
  const screen = await openSetup(appWith(blank), /** @type {any} */ ({}));
  const type = (/** @type {string} */ name, /** @type {string} */ value) =>
    actOf(screen.render(), "setup-fields", "input")({ target: { name, value } });
  type("record", "Only that I read.");
  type("from", "2026-12-05");
  type("until", "2026-12-01");
  await submit(screen, "kept-form");
  const [words, days] = [t("setup.blank"), t("setup.awayDays")];
  assert.deepEqual(wrong(screen), { rhythm: words, danger: words, absence: words, until: days });
  assert.deepEqual(marked(screen), ["rhythm", "danger", "absence", "until"]);
  assert.ok(markupOf(screen.render()).includes("Only that I read."));
  type("from", "");
  await submit(screen, "kept-form");
  assert.deepEqual(wrong(screen), { rhythm: words, danger: words, absence: words, from: days });
  await screen.leave();
});

test("something for one person: a question that is blank, and a day or a number that is none", async () => {
  const request = /** @type {any} */ ({ rest: ["p"] });
  /** @type {any} */
  const screen = await openAssign(appWith(blank), request);
  actOf(screen.render(), "when-date")();
  await submit(screen, "assign");
  assert.deepEqual(wrong(screen), { text: t("assign.blank"), date: t("assign.noDay") });
  actOf(screen.render(), "when-dose")();
  for (const days of ["", "1.5", "-1", "61", "1e1", "x"]) {
    actOf(screen.render(), "days", "input")({ target: { value: days } });
    await submit(screen, "assign");
    assert.deepEqual(wrong(screen), { text: t("assign.blank"), days: t("assign.noDays") }, days);
    assert.deepEqual(marked(screen), ["text", "days"]);
  }
  await screen.leave();
});

test("another passphrase: that the present one is wrong, and that the new one does not do", async () => {
  const device = new Device(server.origin);
  await signUp(device, "Ana", "patient");
  const app = appWith(device.vault, { status: await device.vault.status() });
  const screen = changePassphrase(app);
  const change = (/** @type {string} */ passphrase, /** @type {string} */ next) =>
    submit(screen, "passphrase-form", { passphrase, next });
  const [present, next] = [t("error.wrong-passphrase"), t("error.passphrase-short")];
  await change("not this one at all", "short");
  assert.deepEqual(wrong(screen), { passphrase: present, next });
  assert.deepEqual(marked(screen), ["passphrase", "next"]);
  await change(PASSPHRASE, "short");
  assert.deepEqual(wrong(screen), { next });
  await change("not this one at all", "kettle meadow orbit lantern");
  assert.deepEqual(wrong(screen), { passphrase: present });
  assert.deepEqual(app.said, []);
  await change(PASSPHRASE, "kettle meadow orbit lantern");
  assert.deepEqual([wrong(screen), app.said], [{}, [t("access.changed")]]);
});

test("four characters of the kit: where they are not those, the first box takes the focus", () => {
  const screen = (/** @type {Record<string, string>} */ wrong) => ({
    render: () =>
      proof({
        ask: [0, 5],
        wrong,
        busy: false,
        askCode: true,
        head: "",
        finish: () => {},
        again: () => {},
      }),
  });
  assert.deepEqual(marked(screen({})), []);
  const both = { characters: "Not those.", code: "Not that." };
  assert.deepEqual(marked(screen(both)), ["character-0", "character-1", "code"]);
  assert.deepEqual(wrong(screen(both)), { code: "Not that." });
});

/** @type {[string, any, string][]} */
const INS = [
  ["signing in", openSignIn, "sign-in-form"],
  ["the kit", openRecover, "kit-form"],
];
for (const [name, open, form] of INS)
  test(`${name}: a handle and a code that are none are said beside their field`, async () => {
    const { vault } = new Device("http://127.0.0.1:9");
    const status = { state: "empty" };
    const screen = await open(appWith(vault, { status, ready: Promise.resolve(vault) }));
    const typed = { handle: "no spaces", passphrase: PASSPHRASE, kitCode: "XX" };
    await submit(screen, form, typed);
    assert.deepEqual(wrong(screen), { handle: t("error.handle-invalid") });
    assert.deepEqual(marked(screen), ["handle"]);
    await submit(screen, form, { ...typed, handle: "ada" });
    assert.deepEqual(wrong(screen), { kitCode: t("error.wrong-kit-code") });
    assert.deepEqual(marked(screen), ["kitCode"]);
  });
