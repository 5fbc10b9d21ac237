// The form of a dosing session presumes nothing of the first one.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const { dosingForm } = await import("../../../static/js/views/doses/dosing-form.js");

before(() => loadWords(["first", "frame", "entries", "patient", "course"]));

/** @param {any[]} dosings @returns {string[]} the ways it may be given, as they are offered */
function offered(dosings) {
  const given = { dosings, courses: [], dose: undefined, within: null, name: "dosing", left: null };
  const markup = markupOf(dosingForm(appWith(null), given).render());
  assert.ok(markup.includes(t("dosing.rest")));
  const [, options = ""] = /name=route .*?>(.*?)<\/select>/s.exec(markup) ?? [];
  return [...options.matchAll(/value=(\w*) /g)].map(([, value]) => value ?? "");
}

test("how the first dose is given is asked, and later ones are as the last was", () => {
  const happened = { at: "2026-01-05T10:00:00Z", zone: "UTC" };
  const last = { id: "d1", number: 1, route: "nasal", happened, state: "done", course: null };
  assert.equal(offered([])[0], "");
  assert.equal(offered([])[1], "iv");
  assert.equal(offered([last])[0], "iv");
});
