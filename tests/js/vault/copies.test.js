// What a copy is made of: everything of one's own that is on this device, what others said to one, and a name for whatever can't be read.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { payloadOf, sortOf } from "../../../static/js/domain/copy/data.js";
import { Database } from "../../../static/js/store/database.js";
import { CaptureWriter } from "../../../static/js/vault/device/capture-writer.js";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @import { Taken } from "../../../static/js/domain/copy/data.js" */

/** @type {Server} */
let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());

/** @param {Device} device @returns {Promise<{items: Taken[], unread: any[], pages: number, list: any}>} */
async function copied({ vault }) {
  const list = await vault.copyList();
  /** @type {Taken[]} */
  const items = [];
  const unread = [...list.unread];
  let pages = 0;
  for (let from = /** @type {number|null} */ (0); from !== null; pages++) {
    const page = await vault.copyPage({ from });
    items.push(...page.items);
    unread.push(...page.unread);
    from = page.next;
  }
  return { items, unread, pages, list };
}

/** @param {readonly Taken[]} items @param {string} kind */
function ofKind(items, kind) {
  return items.filter((item) => payloadOf(item).kind === kind);
}

/** @param {readonly Taken[]} items */
function counted(items) {
  /** @type {{[sort: string]: number}} */
  const counts = {};
  for (const item of items) {
    const sort = sortOf(payloadOf(item).kind, item.state);
    counts[sort] = (counts[sort] ?? 0) + 1;
  }
  return counts;
}

test("it holds entries with their earlier versions, drafts as they were typed last, the trash, and what the therapist said; and no more", async () => {
  const [phone, desk] = [new Device(server.origin), new Device(server.origin)];
  await signUp(phone, "Ana", "patient");
  await signUp(desk, "Bo", "therapist");
  const { forInviter } = await link(phone, desk);
  const first = await phone.write("Erstes.");
  await phone.sync();
  await phone.write("Anders.", { id: first.id, rev: first.rev });
  const gone = await phone.write("Weg.");
  await phone.sync();
  await phone.vault.deleteEntry({ id: gone.id });
  await phone.vault.share({ id: first.id, person: forInviter, override: true });
  await phone.sync();
  await desk.sync();
  await desk.vault.comment({ entry: first.id, text: "Danke." });
  await desk.sync();
  await phone.sync();
  const draft = {
    title: "",
    text: "Halb",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  };
  const { id } = await phone.vault.saveDraft(draft);
  await phone.vault.backUpDrafts();
  await phone.vault.saveDraft({ ...draft, id, text: "Halb ges" });

  const { items, unread, list } = await copied(phone);
  assert.deepEqual(unread, []);
  const { entries, drafts, trash, comments } = list.counts;
  assert.deepEqual([entries, drafts, trash, comments], [1, 1, 1, 1]);
  const some = Object.entries(list.counts).filter(([, n]) => n > 0);
  assert.deepEqual(counted(items), Object.fromEntries(some));
  const entry = items.find((one) => one.id === first.id);
  const texts = entry?.revisions.map(({ payload }) => payload.text);
  assert.deepEqual(texts, ["Erstes.", "Anders."]);
  assert.equal(ofKind(items, "draft")[0]?.revisions[0]?.payload.body.text, "Halb ges");
  const [said] = ofKind(items, "comment");
  assert.equal(said?.author, list.head.people[0]?.id);
  assert.deepEqual(list.head.people[0]?.sees.includes(first.id), true);

  const theirs = await copied(desk);
  assert.equal(JSON.stringify(theirs.items).includes("Anders."), false);
  await phone.vault.block({ person: forInviter });
  assert.deepEqual(ofKind((await copied(phone)).items, "comment"), []);
});

test("words from the lock that found no room yet are in it, and one that does not open is named", async () => {
  const device = new Device(server.origin);
  await signUp(device, "Cy", "patient");
  await device.vault.lock();
  const writer = new CaptureWriter(device.databaseName);
  const moment = { at: "2026-11-22T03:12:00Z", zone: "Europe/Lisbon" };
  const kept = { kept: null, happened: moment, written: moment };
  await device.restart();
  await device.vault.unlock({ passphrase: PASSPHRASE });
  // Written in another tab after this one had unlocked.
  await writer.keep({ ...kept, text: "Am Schloss" });
  await writer.keep({ ...kept, text: "Kaputt" });
  const db = new Database(device.databaseName);
  const [, broken] = await db.getAll("captures");
  const sealed = new Uint8Array(broken.sealed).fill(7);
  await db.apply([{ put: "captures", value: { ...broken, sealed: sealed.buffer } }], "strict");
  const { items, unread, list } = await copied(device);
  const captured = items.filter(({ state }) => state === "capture").map(payloadOf);
  const words = [...captured.map(({ text }) => text)];
  assert.equal(words.length, 1);
  assert.equal(list.counts.captures, 1);
  assert.deepEqual(
    unread.map(({ why }) => why),
    ["capture"],
  );
});

test("a draft that no longer opens is named, and the others are there", async () => {
  const device = new Device(server.origin);
  await signUp(device, "Eve", "patient");
  const empty = { title: "", prompt: null, phase: null, dosing: null, happened: null };
  const one = await device.vault.saveDraft({ ...empty, text: "Heil" });
  const other = await device.vault.saveDraft({ ...empty, text: "Kaputt" });
  const db = new Database(device.databaseName);
  const row = await db.get("drafts", other.id);
  await db.apply([{ put: "drafts", value: { ...row, sealed: new ArrayBuffer(64) } }], "strict");
  const { items, unread } = await copied(device);
  assert.deepEqual(unread, [{ id: other.id, why: "draft" }]);
  assert.deepEqual(
    ofKind(items, "draft").map((item) => payloadOf(item).draft_of),
    [one.id],
  );
});

test("hundreds come in pages, in their order, each once; what has gone meanwhile is named", async () => {
  const device = new Device(server.origin);
  await signUp(device, "Dee", "patient");
  const long = "w".repeat(20_000);
  const happened = (/** @type {number} */ n) => ({
    at: new Date(n * 3_600_000).toISOString(),
    zone: "UTC",
  });
  const drafts = Array.from({ length: 300 }, (_, n) => ({
    title: "", text: `${n} ${long}`, prompt: null, phase: null, dosing: null, happened: happened(500_000 - n),
  })); // biome-ignore format: one thought
  await /** @type {any} */ (device.vault).importMany({ drafts });
  const { items, pages } = await copied(device);
  assert.ok(pages > 1);
  const numbers = ofKind(items, "entry").map((one) => Number.parseInt(payloadOf(one).text, 10));
  assert.deepEqual(
    numbers,
    Array.from({ length: 300 }, (_, n) => 299 - n),
  );
  await device.vault.copyList();
  const [last] = await device.vault.entries({ limit: 1 });
  await device.vault.deleteEntry({ id: last?.id ?? "" });
  const page = await device.vault.copyPage({ from: 0 });
  assert.ok(page.items.length + page.unread.length > 0);
  await assert.rejects(device.vault.copyPage({ from: 100_000 }), { reason: "not-found" });
});
