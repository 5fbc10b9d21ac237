// How a therapist reads is told to whoever is linked: that nobody is yet is no reason to speak of them.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const { default: open } = await import("../../../static/js/views/room/setup.js");
const SAID = { rhythm: "Mondays", record: "None", danger: "I call", absence: "Dr. Lind" };

before(() => loadWords(["first", "frame", "setup", "boundary"]));

/** @param {string[]} states of the people there are @returns {Promise<string[]>} what is said once it is saved */
async function saved(states) {
  const app = appWith({
    boundary: async () => ({ ...SAID, away: null, written: { at: "2026-01-05T10:00:00Z" } }),
    form: async () => null,
    documents: async () => [],
    people: async () => states.map((state) => ({ state })),
    saveBoundary: async () => {},
    discardForm: async () => {},
  });
  const screen = await open(app, /** @type {any} */ ({}));
  /** @type {any[]} */
  const acts = [];
  const markup = markupOf(screen.render(), (act) => `act-${acts.push(act) - 1}`);
  const [, submit] = /@submit=act-(\d+)/.exec(markup) ?? [];
  await acts[Number(submit)]({ preventDefault: () => {} });
  return app.said;
}

test("that everyone linked gets it is said where somebody is linked", async () => {
  assert.deepEqual(await saved(["linked"]), [t("setup.kept")]);
  for (const states of [[], ["ended"]]) {
    assert.deepEqual(await saved(states), [t("setup.keptFirst")]);
  }
});
