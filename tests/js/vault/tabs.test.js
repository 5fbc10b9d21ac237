// Two tabs over one store: neither takes the other's words, numbers or changes, and nothing is called backed up before it is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

/** @import { Between } from "./world.js" */

/** @type {Server} */
let server;
/** @type {Device} */
let first;
/** @type {Device} */
let second;

before(async () => {
  server = await Server.shared();
  first = new Device(server.origin);
  await signUp(first, "Ana", "patient");
  second = new Device(server.origin, first.databaseName);
  await second.vault.unlock({ passphrase: PASSPHRASE });
  await first.sync();
});
after(() => server.stop());

/** @param {string} path @param {() => Promise<void>} meanwhile happens once, while the first such request is on its way @returns {Between} */
function during(path, meanwhile) {
  let isOver = false;
  return async (request, send) => {
    if (!isOver && new URL(request.url).pathname.endsWith(path)) {
      isOver = true;
      await meanwhile();
    }
    return send();
  };
}

test("two tabs that save at the same moment, neither having heard of the other, keep both", async () => {
  await Promise.all([first.write("Links."), second.write("Rechts.")]);
  await Promise.all([second.write("Rechts, noch eins."), first.write("Links, noch eins.")]);
  const third = new Device(server.origin, first.databaseName);
  await third.vault.unlock({ passphrase: PASSPHRASE });
  const texts = ["Links, noch eins.", "Links.", "Rechts, noch eins.", "Rechts."];
  assert.deepEqual((await third.texts()).sort(), texts);
  await third.vault.lock();
  assert.equal((await first.sync()).waiting, 0);
  assert.ok((await first.vault.entries()).every(({ kept }) => kept === "backed-up"));
});

test("who saves is told of the revision that they saved, not of what another tab has made of the entry since", async () => {
  const { id, rev } = await first.write("Zweimal geändert.");
  // Drafts that are being stored hold up what an edit does after it is saved.
  const blank = { title: "", prompt: null, phase: null, dosing: null, happened: null };
  const drafts = [1, 2, 3, 4, 5].map((n) => first.vault.saveDraft({ ...blank, text: `${n}` }));
  const edits = ["Hier.", "Dort."].map((text) => first.write(text, { id, rev }));
  const revs = (await Promise.all(edits)).map((saved) => saved.rev);
  assert.equal(new Set([rev, ...revs]).size, 3);
  for (const draft of await Promise.all(drafts)) await first.vault.discardDraft({ id: draft.id });
  await first.sync();
});

test("an entry that is opened while another tab changes or deletes it has the words of the revision that it names", async () => {
  const { id, rev: begun } = await first.write("Fassung 0.");
  await second.vault.heard({ type: "changed", items: [] });
  const texts = new Map([[begun, "Fassung 0."]]);
  for (let n = 1, rev = begun; n <= 40; n++) {
    if (n === 40) await first.vault.deleteEntry({ id });
    else ({ rev } = await first.write(`Fassung ${n}.`, { id, rev }));
    texts.set(rev, texts.get(rev) ?? `Fassung ${n}.`);
    const hearing = second.vault.heard({ type: "changed", items: [] });
    // At every moment of it.
    for (let turn = 0; turn < n % 8; turn++) await new Promise((resolve) => setImmediate(resolve));
    const entry = await second.vault
      .entry({ id })
      .catch(({ reason }) => assert.equal(reason, "not-found"));
    if (entry) assert.equal(entry.text, texts.get(entry.summary.rev));
    await hearing;
  }
  await first.sync();
});

test("an entry is on this device alone while it is signed and perhaps sent, and backed up once the server has said so", async () => {
  const entry = await first.write("Unterwegs.");
  const kept = async (/** @type {Device} */ device) =>
    (await device.vault.entries()).find(({ id }) => id === entry.id)?.kept;
  /** @type {(string | undefined)[]} */
  const seen = [];
  first.wire.between = async (request, send) => {
    if (!request.url.endsWith("/records")) return send();
    seen.push(await kept(first));
    await second.vault.heard({ type: "changed", items: [] });
    seen.push(await kept(second));
    throw new TypeError("connection cut");
  };
  const cut = await first.sync();
  first.wire.between = null;
  assert.deepEqual(seen, ["device", "device"]);
  assert.deepEqual([cut.waiting, await kept(first)], [1, "device"]);
  first.now += 600_000;
  assert.equal((await first.sync()).waiting, 0);
  assert.equal(await kept(first), "backed-up");
});

test("the time of the backup is not moved on while something waits", async () => {
  const { backedUpAt } = await first.sync();
  assert.ok(backedUpAt);
  first.now += 3_600_000;
  first.wire.between = during("/feed", async () => {
    await second.write("Im letzten Augenblick.");
    await first.vault.heard({ type: "changed", items: [] });
  });
  const status = await first.sync();
  first.wire.between = null;
  assert.deepEqual([status.waiting, status.backedUpAt], [1, backedUpAt]);
  first.now += 3_600_000;
  const later = await first.sync();
  assert.equal(later.waiting, 0);
  assert.ok(later.backedUpAt && later.backedUpAt > backedUpAt);
});

test("of three tabs, two that do not sync do not pass a message on to each other", async () => {
  const third = new Device(server.origin, first.databaseName);
  await third.vault.unlock({ passphrase: PASSPHRASE });
  second.told = [];
  third.told = [];
  for (const tab of [second, third]) await tab.vault.heard({ type: "wake" });
  assert.deepEqual([second.told, third.told], [[], []]);
  await third.vault.lock();
});

test("an entry that another tab deletes while it is being saved is saved all the same", async () => {
  const entry = await first.write("Erst so.");
  // From here on no round of the first tab tells it what the other does: its save meets the deletion under the number it takes.
  await first.sync();
  await second.vault.heard({ type: "changed", items: [] });
  await second.vault.deleteEntry({ id: entry.id });
  const saved = await first.write("Dann so.", { id: entry.id, rev: entry.rev });
  assert.equal(saved.id, entry.id);
  await first.sync();
  assert.ok((await first.texts()).includes("Dann so."));
});

test("two tabs that go on with one draft keep both texts", async () => {
  /** @param {string} text @returns {import("../../../static/js/domain/drafts.js").EntryDraft} */
  const typed = (text) => ({
    title: "",
    text,
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  });
  const begun = await first.vault.saveDraft(typed("A door"));
  const [opened] = await second.vault.drafts();
  assert.equal(opened?.id, begun.id);
  // Whoever goes on alone goes on with the same one, also after it has been queued for the backup.
  const on = await first.vault.saveDraft({ ...typed("A door, and light"), ...begun });
  await first.vault.backUpDrafts();
  const again = await first.vault.saveDraft({ ...typed("A door, and light."), ...on });
  assert.deepEqual([on.id, on.apart, again.id, again.apart], [begun.id, false, begun.id, false]);

  const other = await second.vault.saveDraft({ ...opened, ...typed("A door, closed") });
  assert.equal(other.apart, true);
  assert.notEqual(other.id, begun.id);
  const later = await second.vault.saveDraft({ ...typed("A door, closed again"), ...other });
  assert.deepEqual([later.id, later.apart], [other.id, false]);
  const texts = (await first.vault.drafts()).map(({ text }) => text).sort();
  assert.deepEqual(texts, ["A door, and light.", "A door, closed again"]);

  // Kept as entries they are two.
  const { id } = await first.vault.saveEntry({ ...typed("A door, and light."), ...again });
  const { id: apart } = await second.vault.saveEntry({
    ...typed("A door, closed again"),
    ...later,
  });
  await first.vault.heard({ type: "changed", items: [] });
  const ids = (await first.vault.entries()).map((entry) => entry.id);
  assert.ok(ids.includes(id) && ids.includes(apart));
  assert.deepEqual(await second.vault.drafts(), []);
});

test("of an entry that is changed in two tabs, the second text is no later version of the first", async () => {
  const entry = await first.write("As it was.");
  await second.vault.heard({ type: "changed", items: [entry.id] });
  const draft = {
    id: entry.id,
    rev: entry.rev,
    title: "",
    prompt: null,
    phase: null,
    dosing: null,
  };
  const change = (/** @type {string} */ text) => ({ ...draft, text, happened: entry.happened });
  await first.vault.saveDraft(change("Changed here."));
  const [opened] = await second.vault.drafts();
  assert.ok(opened);
  const here = await first.vault.saveDraft({ ...change("Changed here again."), seen: opened.seen });
  const there = await second.vault.saveDraft({ ...opened, text: "Changed there." });
  assert.deepEqual([here.id, here.apart, there.apart], [entry.id, false, true]);
  const drafts = await second.vault.drafts();
  assert.deepEqual(drafts.map(({ text, rev }) => [text, rev ?? null]).sort(), [
    ["Changed here again.", entry.rev],
    ["Changed there.", null],
  ]);
});
