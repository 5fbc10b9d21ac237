// The form of a dosing session presumes nothing, saves with a day alone, and says when somebody else has changed the session meanwhile.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { actOf, appWith, element, elements } from "./page.js";

const { dosingForm } = await import("../../../static/js/views/doses/dosing-form.js");

const HAPPENED = { at: "2026-01-05T10:00:00Z", zone: "UTC" };
const LAST = /** @type {any} */ ({
  id: "d1",
  rev: "r1",
  number: 1,
  route: "nasal",
  happened: HAPPENED,
  state: "done",
  note: "",
  course: null,
  setting: "",
  support: "",
  details: null,
});

/** @type {any[]} */
let saved = [];
/** @type {any[]} */
let drafts = [];
/** What lies in the vault. @type {any[]} */
let there = [];
const vault = {
  saveDosing: async (/** @type {any} */ input) => {
    saved.push(input);
    return { id: "d2", rev: "r2" };
  },
  saveForm: async (/** @type {any} */ { values }) => drafts.push(values),
  discardForm: async () => {},
  dosings: async () => there,
  dosing: async () => there[0],
};

before(async () => {
  await loadWords(["first", "frame", "entries", "patient", "course"]);
  /** @extends {Map<string, string>} */
  class Values extends Map {
    /** @param {any} form */
    constructor(form) {
      super();
      for (const [name, value] of form.values) this.set(name, value);
    }
  }
  Object.assign(globalThis, { FormData: Values });
});
beforeEach(() => {
  [saved, drafts, there] = [[], [], []];
});

/** @param {object} [given] */
function opened(given = {}) {
  let reopened = 0;
  const reopen = async () => {
    reopened += 1;
  };
  const app = appWith(vault, { reopen });
  const all = {
    dosings: [],
    courses: [],
    dose: undefined,
    within: null,
    name: "dosing",
    left: null,
  };
  const screen = /** @type {any} */ (dosingForm(app, { ...all, ...given }));
  /** @param {string} name */
  const value = (name) => {
    const markup = markupOf(screen.render());
    return new RegExp(`name=${name}\\s[^>]*?value=(\\S*)\\s`).exec(markup)?.[1];
  };
  const type = async (/** @type {[string, string][]} */ ...values) => {
    elements.set("kept-form", element({ values }));
    elements.set("field-number", element({ value: value("number") }));
    actOf(screen.render(), "kept-form", "input")();
  };
  return { app, screen, value, type, times: () => reopened };
}

test("neither day nor time nor route is presumed, before the first session and after others", () => {
  for (const dosings of [[], [LAST]]) {
    const { screen, value } = opened({ dosings });
    const markup = markupOf(screen.render());
    assert.ok(markup.includes(t("dosing.needed")));
    assert.deepEqual([value("day"), value("time")], ["", ""]);
    const [, options = ""] = /name=route .*?>(.*?)<\/select>/s.exec(markup) ?? [];
    const ways = [...options.matchAll(/value=(\w*) /g)].map(([, way]) => way);
    assert.deepEqual(ways.slice(0, 2), ["", "iv"]);
  }
  const { value } = opened({ dose: LAST, dosings: [LAST] });
  assert.equal(value("day"), "2026-01-05");
});

test("a day is enough: at noon, by a route that is not known yet, with the next number", async () => {
  const { screen, type } = opened({ dosings: [LAST] });
  await type(["day", "2099-03-04"], ["time", ""], ["route", ""], ["number", ""]);
  assert.equal(await screen.leave(), true);
  const [{ happened, route, number, state }] = saved;
  assert.match(new Date(happened.at).toLocaleTimeString("en-GB"), /^12:00/);
  assert.deepEqual([route, number, state], ["other", 2, "planned"]);
});

test("without a day nothing is added, and what was typed is there the next time", async () => {
  const { app, screen, type } = opened();
  await type(["day", ""], ["note", "The blue chair."]);
  assert.equal(await screen.leave(), true);
  assert.deepEqual([saved, app.said], [[], [t("form.waiting")]]);
  const left = /** @type {any} */ (new Map(drafts.at(-1)));
  const again = opened({ left });
  assert.match(markupOf(again.screen.render()), /The blue chair\./);
  assert.equal(again.value("day"), "");
});

test("what another device has changed is shown where nothing was typed, and said where something was", async () => {
  there = [{ ...LAST, rev: "r9" }];
  const untouched = opened({ dose: LAST });
  await untouched.screen.changed(["d1"]);
  assert.equal(untouched.times(), 1);

  const { screen, type } = opened({ dose: LAST });
  await type(["day", "2026-01-05"], ["note", "Mine."]);
  await screen.changed(["d1"]);
  assert.match(markupOf(screen.render()), new RegExp(t("form.changed").slice(0, 40)));
  there = [LAST];
  const same = opened({ dose: LAST });
  await same.screen.changed(["d1"]);
  assert.doesNotMatch(markupOf(same.screen.render()), /form-changed/);
});

test("a new session takes the next number when another device brings one, unless a number was said", async () => {
  there = [LAST];
  for (const [typed, number] of [
    ["1", "2"],
    ["7", "1"],
  ]) {
    const { screen, value } = opened();
    elements.set("field-number", element({ value: typed }));
    await screen.changed(["d1"]);
    assert.equal(value("number"), number);
  }
});
