// The editor over a real vault: where the words are, what it says about it, and where it leads.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PAGE_BYTES } from "../../../../static/js/domain/pages.js";
import { loadWords, t } from "../../../../static/js/ui/i18n.js";
import { parsePlace } from "../../../../static/js/ui/router.js";
import { Device, Server, signUp } from "../../vault/world.js";
import { markupOf } from "../drawn.js";
import { actOf, appWith, element, elements, vaultBut, wordsOf } from "../page.js";

const { WriteScreen } = await import("../../../../static/js/views/writing/write.js");
const FULL = new Error("no room");
Object.assign(FULL, { reason: "storage-full" });

/** @type {Server} */
let server;
/** @type {Device} */
let device;
before(async () => {
  server = await Server.shared();
  await loadWords(["first", "frame", "entries", "patient", "beside", "sharing", "boundary"]);
  device = new Device(server.origin);
  await signUp(device, "Ada", "patient");
});
after(() => server.stop());

/** @param {string} [path] @param {any} [vault] */
async function opened(path = "/write", vault = device.vault) {
  const app = appWith(vault);
  const screen = await WriteScreen.open(app, parsePlace(path));
  /** @param {string} text as by the field's event */
  const type = (text) => {
    const target = element({ value: text, scrollHeight: 0 });
    actOf(screen.render(), "words", "input")({ target });
  };
  const state = () => wordsOf(screen.render(), "state");
  return { app, screen, type, state };
}

const draftTexts = async () => (await device.vault.drafts()).map(({ text }) => text);

test("words that are left behind are a draft, gone on with where they stood, and thrown away when nothing is left of them", async () => {
  const { screen, type, state } = await opened();
  assert.equal(state(), "");
  type("Ein Reiher");
  assert.equal(await screen.leave(), true);
  assert.equal(state(), t("write.device"));
  const [draft] = await device.vault.drafts();
  assert.equal(draft?.text, "Ein Reiher");
  screen.close();

  const again = await opened(`/write?draft=${draft?.id}`);
  assert.equal(again.state(), t("write.device"));
  assert.deepEqual(await draftTexts(), ["Ein Reiher"]);
  again.type("  ");
  await again.screen.done();
  assert.deepEqual([again.app.went, await draftTexts()], [["back /"], []]);
  again.screen.close();
});

test("done makes an entry of all that was typed, leads to it, and leaves no draft", async () => {
  const { app, screen, type } = await opened();
  type("Eins");
  await screen.leave();
  type("Eins, zwei");
  await actOf(screen.render(), "done")();
  const [{ id } = { id: "" }] = await device.vault.entries();
  assert.equal((await device.vault.entry({ id })).text, "Eins, zwei");
  assert.deepEqual(app.went, [`/entry/${id}`]);
  assert.equal(await screen.leave(), true);
  assert.deepEqual(await draftTexts(), []);
  screen.close();
});

test("what is typed while an entry is kept stays on the page and becomes a draft of that entry", async () => {
  /** @type {(text: string) => void} */
  let type = () => {};
  const vault = vaultBut(device.vault, {
    saveEntry: (/** @type {any} */ draft) => {
      type("Eins, und mehr");
      return device.vault.saveEntry(draft);
    },
  });
  const open = await opened("/write", vault);
  type = open.type;
  type("Eins");
  await open.screen.done();
  assert.equal(await open.screen.leave(), true);
  const [draft] = await device.vault.drafts();
  const { id, text } = draft ?? {};
  assert.deepEqual([open.app.went, text], [[`/entry/${id}`], "Eins, und mehr"]);
  await device.vault.saveEntry(/** @type {any} */ (draft));
  open.screen.close();
});

test("what could not be kept is said and stays on the page, and the screen is not left", async () => {
  let isFull = true;
  const fails = (/** @type {"saveDraft"|"saveEntry"} */ name) => (/** @type {any} */ draft) => {
    if (isFull) throw FULL;
    return /** @type {any} */ (device.vault)[name](draft);
  };
  const vault = vaultBut(device.vault, {
    saveDraft: fails("saveDraft"),
    saveEntry: fails("saveEntry"),
  });
  const { app, screen, type, state } = await opened("/write", vault);
  type("Ein Reiher im Nebel");
  assert.equal(await screen.leave(), false);
  const said = state();
  assert.equal(said, t("error.storage-full"));
  assert.ok(markupOf(screen.render()).includes(t("write.saveText")));
  await screen.done();
  assert.deepEqual([app.went, state()], [[], said]);
  isFull = false;
  type("Ein Reiher im Nebel.");
  assert.equal(await screen.leave(), true);
  assert.deepEqual([state(), await draftTexts()], [t("write.device"), ["Ein Reiher im Nebel."]]);
  screen.close();
});

test("a refused entry is still said when the draft of it is on the device", async () => {
  const vault = vaultBut(device.vault, {
    saveEntry: () => {
      throw FULL;
    },
  });
  const { screen, type, state } = await opened("/write", vault);
  type("Noch ein Reiher");
  await screen.done();
  assert.equal(await screen.leave(), true);
  assert.equal(state(), t("error.storage-full"));
  type("Noch ein Reiher!");
  await screen.leave();
  assert.equal(state(), t("write.device"));
  screen.close();
});

test("more than an entry holds is not cut: done leads to the button, and every word is in as few entries as hold them", async () => {
  const before = (await device.vault.entries()).length;
  const { app, screen, type } = await opened();
  const words = Array.from({ length: PAGE_BYTES / 8 }, (_, i) => `Wort${i}`);
  type(words.join(" "));
  assert.ok(markupOf(screen.render()).includes('data-testid="divide"'));
  let isShown = false;
  elements.set("divide", element({ focus: () => (isShown = true) }));
  await screen.done();
  assert.deepEqual([isShown, app.went], [true, []]);
  await actOf(screen.render(), "divide")();
  assert.deepEqual(app.went, ["/journal"]);
  const entries = await device.vault.entries();
  assert.ok(entries.length - before >= 2);
  const texts = await Promise.all(
    entries
      .slice(0, entries.length - before)
      .map(async ({ id }) => (await device.vault.entry({ id })).text),
  );
  const kept = texts.flatMap((text) => text.trim().split(/\s+/));
  assert.deepEqual(kept.sort(), words.sort());
  elements.clear();
  screen.close();
});

test("an entry that another device changed is said to have, and the words on the page stay", async () => {
  const { id } = await device.write("Alt");
  const { screen, type } = await opened(`/write?entry=${id}`);
  type("Alt, von hier");
  await screen.changed([id]);
  assert.ok(!markupOf(screen.render()).includes(t("write.changed")));
  const { summary, ...entry } = await device.vault.entry({ id });
  await device.write("Neu", { id, rev: summary.rev });
  await screen.changed(["other"]);
  assert.ok(!markupOf(screen.render()).includes(t("write.changed")));
  await screen.changed([id]);
  assert.ok(markupOf(screen.render()).includes(t("write.changed")));
  assert.equal(entry.text, "Alt");
  screen.close();
});

test("an entry that was only looked at is left as it is", async () => {
  const { id } = await device.write("Bleibt");
  const { rev } = (await device.vault.entry({ id })).summary;
  const { app, screen } = await opened(`/write?entry=${id}`);
  await screen.done();
  assert.deepEqual(app.went, [`back /entry/${id}`]);
  assert.equal((await device.vault.entry({ id })).summary.rev, rev);
  screen.close();
});
