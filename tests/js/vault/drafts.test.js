import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @import { EntryDraft } from "../../../static/js/domain/drafts.js" */

const MINUTE = 60_000;

/** @type {Server} */
let server;
/** @type {Device} */
let phone;
/** @type {Device} */
let laptop;

before(async () => {
  server = await Server.shared();
  phone = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  laptop = new Device(server.origin);
  await laptop.signIn(kit);
  await phone.sync();
  await laptop.sync();
});
after(() => server.stop());

/** @param {string} text @param {Partial<EntryDraft>} [more] @returns {EntryDraft} */
function typed(text, more = {}) {
  return { title: "", text, prompt: null, phase: null, dosing: null, happened: null, ...more };
}

/** @param {Device} device @returns {Promise<string[]>} */
async function drafted({ vault }) {
  return (await vault.drafts()).map(({ text }) => text).sort();
}

/** What is typed has a minute, and then the network. @param {Device[]} devices */
async function minutePasses(...devices) {
  for (const device of devices) {
    device.pass(MINUTE);
    await device.vault.backUpDrafts();
    await device.sync();
  }
  for (const device of devices) await device.sync();
}

/** @param {Device} device */
async function throwAllAway(device) {
  for (const { id = "", seen } of await device.vault.drafts())
    await device.vault.discardDraft({ id, ...(seen && { seen }) });
  await device.sync();
}

test("a draft is there at every moment while it is being backed up", async () => {
  await phone.vault.saveDraft(typed("Ein Reiher."));
  let isUnderWay = true;
  const backed = phone.vault.backUpDrafts().then(() => {
    isUnderWay = false;
  });
  while (isUnderWay) assert.deepEqual(await drafted(phone), ["Ein Reiher."]);
  await backed;
  await throwAllAway(phone);
});

test("what is typed is backed up within a minute without being asked for", async () => {
  await phone.vault.saveDraft(typed("Noch ist es nicht fertig."));
  assert.equal((await phone.vault.syncStatus()).waiting, 1);
  phone.pass(MINUTE);
  // The timer has begun it: whatever comes next stands behind it.
  await phone.vault.backUpDrafts();
  const status = await phone.sync();
  assert.deepEqual([status.state, status.waiting], ["idle", 0]);
  assert.equal((await phone.vault.beforeRemoval()).waiting, 0);
  await laptop.sync();
  assert.deepEqual(await drafted(laptop), ["Noch ist es nicht fertig."]);
});

test("another device goes on with it, and finishes it: neither has it as a draft any more, both have one entry", async () => {
  const [draft] = await laptop.vault.drafts();
  assert.ok(draft);
  await laptop.vault.saveDraft({ ...draft, text: `${draft.text} Jetzt.` });
  await minutePasses(laptop, phone);
  assert.deepEqual(await drafted(phone), ["Noch ist es nicht fertig. Jetzt."]);
  const [again] = await phone.vault.drafts();
  assert.ok(again);
  await phone.vault.saveEntry({ ...again, text: `${again.text} Fertig.` });
  const texts = async (/** @type {Device} */ device) => [
    await drafted(device),
    await device.texts(),
  ];
  await phone.sync();
  await laptop.sync();
  assert.deepEqual(await texts(phone), [[], ["Noch ist es nicht fertig. Jetzt. Fertig."]]);
  assert.deepEqual(await texts(laptop), await texts(phone));
});

test("two devices go on with the same draft: the words of both stand, on both, and become an entry each", async () => {
  await phone.vault.saveDraft(typed("Am Fluss."));
  await minutePasses(phone, laptop);
  const [here] = await phone.vault.drafts();
  const [there] = await laptop.vault.drafts();
  assert.ok(here && there);
  await phone.vault.saveDraft({ ...here, text: "Am Fluss, mit Mara." });
  await laptop.vault.saveDraft({ ...there, text: "Am Fluss, allein." });
  await minutePasses(phone, laptop);
  // The one that lost is being typed on, and does not lose again, nor multiply.
  await laptop.vault.saveDraft({ ...there, text: "Am Fluss, allein, lange." });
  await minutePasses(laptop, phone);
  const both = ["Am Fluss, allein, lange.", "Am Fluss, mit Mara."];
  assert.deepEqual([await drafted(phone), await drafted(laptop)], [both, both]);
  assert.deepEqual((await laptop.vault.syncStatus()).notices, []);
  for (const draft of await laptop.vault.drafts()) await laptop.vault.saveEntry(draft);
  await minutePasses(laptop, phone);
  assert.deepEqual([await drafted(phone), await drafted(laptop)], [[], []]);
  const kept = (await phone.texts()).filter((text) => text.startsWith("Am Fluss")).sort();
  assert.deepEqual(kept, both);
});

test("what another device has sent while this one was still being typed on is not written over", async () => {
  await phone.vault.saveDraft(typed("Am Meer."));
  await minutePasses(phone, laptop);
  const [here] = await phone.vault.drafts();
  const [there] = await laptop.vault.drafts();
  assert.ok(here && there);
  await phone.vault.saveDraft({ ...here, text: "Am Meer, mit Mara." });
  await laptop.vault.saveDraft({ ...there, text: "Am Meer, allein." });
  await minutePasses(phone);
  // The laptop has the phone's words before it backs up its own, which grew from the ones before them.
  await laptop.sync();
  await minutePasses(laptop, phone);
  const both = ["Am Meer, allein.", "Am Meer, mit Mara."];
  assert.deepEqual([await drafted(phone), await drafted(laptop)], [both, both]);
  await throwAllAway(phone);
  await laptop.sync();
});

test("finished on one device while the other goes on typing: both stand", async () => {
  await phone.vault.saveDraft(typed("Im Wald."));
  await minutePasses(phone, laptop);
  const [here] = await phone.vault.drafts();
  const [there] = await laptop.vault.drafts();
  assert.ok(here && there);
  await phone.vault.saveEntry({ ...here, text: "Im Wald, zu Ende." });
  await phone.sync();
  await laptop.vault.saveDraft({ ...there, text: "Im Wald, weiter." });
  await minutePasses(laptop, phone);
  assert.deepEqual(await drafted(phone), ["Im Wald, weiter."]);
  const [rest] = await laptop.vault.drafts();
  assert.ok(rest);
  await laptop.vault.saveEntry(rest);
  await minutePasses(laptop, phone);
  const kept = (await phone.texts()).filter((text) => text.startsWith("Im Wald")).sort();
  assert.deepEqual(kept, ["Im Wald, weiter.", "Im Wald, zu Ende."]);
});

test("a draft is in no list of entries and can be given to nobody", async () => {
  const therapist = new Device(server.origin);
  await signUp(therapist, "Mara", "therapist");
  const { forInviter } = await link(phone, therapist);
  await phone.vault.saveDraft(typed("Das bleibt bei mir."));
  await minutePasses(phone);
  const [draft] = await phone.vault.drafts();
  assert.ok(draft?.seen);
  assert.ok(!(await phone.texts()).includes("Das bleibt bei mir."));
  assert.deepEqual(await phone.vault.find({ text: "Das bleibt bei mir" }), []);
  for (const id of [draft.id ?? "", draft.seen.item]) {
    await assert.rejects(phone.vault.share({ id, person: forInviter }), { reason: "not-found" });
    await assert.rejects(phone.vault.deleteEntry({ id }), { reason: "not-found" });
  }
  await throwAllAway(phone);
});

test("thrown away it is gone everywhere, brought back it is everywhere again", async () => {
  await phone.vault.saveDraft(typed("Vielleicht."));
  await minutePasses(phone, laptop);
  const [draft] = await laptop.vault.drafts();
  assert.ok(draft);
  const { id = "", seen } = draft;
  await laptop.vault.discardDraft({ id, ...(seen && { seen }) });
  await minutePasses(laptop, phone);
  assert.deepEqual([await drafted(phone), await drafted(laptop)], [[], []]);
  await laptop.vault.saveDraft(draft);
  await minutePasses(laptop, phone);
  assert.deepEqual(
    [await drafted(phone), await drafted(laptop)],
    [["Vielleicht."], ["Vielleicht."]],
  );
  await throwAllAway(phone);
});

test("an hour without a network is one revision that waits, and the last words arrive", async () => {
  phone.wire.isDown = true;
  await phone.vault.saveDraft(typed("1"));
  const [begun] = await phone.vault.drafts();
  assert.ok(begun);
  let { seen } = begun;
  for (let i = 2; i <= 60; i++) {
    ({ seen } = await phone.vault.saveDraft({ ...begun, seen, text: `${i}` }));
    phone.pass(MINUTE);
    await phone.vault.backUpDrafts();
  }
  assert.equal((await phone.vault.syncStatus()).waiting, 1);
  phone.wire.isDown = false;
  await phone.sync();
  await minutePasses(phone, laptop);
  assert.deepEqual(await drafted(laptop), ["60"]);
  await throwAllAway(phone);
});

test("the other tab knows at once what the first has sent, and its own draft counts in both", async () => {
  const tab = phone.tab();
  await tab.vault.unlock({ passphrase: PASSPHRASE });
  await phone.vault.saveDraft(typed("Hier."));
  assert.equal((await tab.vault.syncStatus()).waiting, 1);
  await minutePasses(phone);
  await Promise.all(phone.heard.concat(tab.heard));
  const told = tab.events.findLast(({ type }) => type === "sync")?.detail;
  assert.deepEqual([told.waiting, told.state], [0, "idle"]);
  assert.equal((await tab.vault.syncNow()).waiting, 0);
  await tab.vault.lock();
  await throwAllAway(phone);
});

test("what one tab goes on writing stays where another keeps or throws away what it had seen of it", async () => {
  const tab = phone.tab();
  await tab.vault.unlock({ passphrase: PASSPHRASE });
  for (const isKept of [true, false]) {
    await phone.vault.saveDraft(typed("Begonnen."));
    const [begun] = await tab.vault.drafts();
    assert.ok(begun);
    const { id = "", seen } = begun;
    const ends = isKept
      ? phone.vault.saveEntry(begun)
      : phone.vault.discardDraft({ id, ...(seen && { seen }) });
    await Promise.all([ends, tab.vault.saveDraft({ ...begun, text: "Weiter." })]);
    const [left] = await phone.vault.drafts();
    // Whoever came first: the tab's words are a draft still.
    assert.equal(left?.text, "Weiter.");
    await throwAllAway(phone);
    assert.deepEqual(await drafted(tab), []);
  }
  await tab.vault.lock();
});

test("a form that was left is gone on with on the other device", async () => {
  const values = /** @type {[string, string][]} */ ([["name", "Spring"]]);
  await phone.vault.saveForm({ form: "course other", values });
  await minutePasses(phone, laptop);
  assert.deepEqual(await laptop.vault.form({ form: "course other" }), values);
  await laptop.vault.discardForm({ form: "course other" });
  await minutePasses(laptop, phone);
  assert.equal(await phone.vault.form({ form: "course other" }), null);
});

test("what stands in a form is kept in its order, replaced as a whole, and gone when it was discarded", async () => {
  const form = "thread new";
  assert.equal(await phone.vault.form({ form }), null);
  await phone.vault.saveForm({ form, values: [["line", "Go slow"]] });
  await phone.vault.saveForm({
    form,
    values: [
      ["line", "Go slowly"],
      ["dosing", ""],
    ],
  });
  assert.deepEqual(await phone.vault.form({ form }), [
    ["line", "Go slowly"],
    ["dosing", ""],
  ]);
  assert.equal(await phone.vault.form({ form: "thread other" }), null);
  await phone.vault.discardForm({ form });
  assert.equal(await phone.vault.form({ form }), null);
});

test("it is no draft of an entry, and is counted among what leaving this device would lose", async () => {
  await phone.sync();
  const waiting = (await phone.vault.beforeRemoval()).waiting;
  await phone.vault.saveForm({ form: "course new", values: [["name", "Spring"]] });
  assert.deepEqual(await phone.vault.drafts(), []);
  assert.equal((await phone.vault.beforeRemoval()).waiting, waiting + 1);
});
