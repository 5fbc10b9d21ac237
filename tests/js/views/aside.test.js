// What could not be sent or opened: each row says what it is, leads to its words, and can be saved; trying again asks once.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { actOf, appWith } from "./page.js";

const { setAside } = await import("../../../static/js/views/account/aside.js");
const ENTRY = { id: "e1", title: "", preview: "Moss, and a door" };
const UNSENT = [
  { kind: "put", name: null, entry: ENTRY },
  { kind: "del", name: null, entry: null },
  { kind: "grant", name: "Dr. Holm", entry: ENTRY },
  { kind: "revoke", name: "Dr. Holm", entry: null },
  { kind: "close", name: "Dr. Holm", entry: null },
  { kind: "ring", name: null, entry: null },
];
const UNOPENED = ["person", "own", "outbox", "capture", "draft"].map((from) => ({
  id: from,
  from,
  name: from === "person" ? "Dr. Holm" : null,
  isNewer: from === "own",
}));
const NOTHING = { unsent: [], unopened: [], more: 0 };

before(() => loadWords(["first", "frame", "account"]));

/** @param {object[]} lists what the vault answers, one after the other */
async function opened(...lists) {
  let rounds = 0;
  const app = appWith({
    aside: async () => (lists.length > 1 ? lists.shift() : lists[0]),
    syncNow: async () => void rounds++,
  });
  const screen = await setAside(app);
  return { app, screen, rounds: () => rounds, markup: () => markupOf(screen.render()) };
}

test("every kind is said in words, and what is an entry leads to it", async () => {
  const { markup } = await opened({ unsent: UNSENT, unopened: UNOPENED, more: 3 });
  const name = "Dr. Holm";
  for (const kind of ["put", "del", "account"]) assert.ok(markup().includes(t(`aside.${kind}`)));
  for (const kind of ["grant", "revoke", "link", "from.person"])
    assert.ok(markup().includes(t(`aside.${kind}`, { name })), kind);
  for (const from of ["own", "outbox", "capture", "draft"])
    assert.ok(markup().includes(t(`aside.from.${from}`)), from);
  assert.equal(markup().split(t("aside.newer")).length, 2);
  assert.equal(markup().split("#/entry/e1").length, 3);
  assert.ok(markup().includes(t("aside.more", { n: 3 })));
});

test("trying again asks for one round, however often it is tapped, and shows what is left", async () => {
  const { screen, rounds, markup } = await opened({ ...NOTHING, unsent: UNSENT }, NOTHING);
  const tap = actOf(screen.render(), "try-aside");
  await Promise.all([tap(), tap()]);
  assert.equal(rounds(), 1);
  assert.ok(markup().includes(t("aside.none")));
});

test("what has gone meanwhile can't be saved, and that is said", async () => {
  const { app, screen } = await opened({ ...NOTHING, unopened: UNOPENED });
  app.vault.asideFile = () => Promise.reject(Object.assign(new Error(), { reason: "not-found" }));
  await actOf(screen.render(), "save-aside")();
  assert.equal(app.said.length, 1);
});
