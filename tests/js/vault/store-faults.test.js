// What happens to words when the device's storage fails: a full disk, a dead handle, a wiped or broken store.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Database } from "../../../static/js/store/database.js";
import { CaptureWriter } from "../../../static/js/vault/device/capture-writer.js";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let device;
/** @type {{handle: string, kitCode: string}} */
let kitOf;
before(async () => {
  server = await Server.shared();
  device = new Device(server.origin);
  kitOf = await signUp(device, "Anastasia", "patient");
  for (const text of ["Eins.", "Zwei.", "Drei."]) await device.write(text);
  await device.sync();
});
after(() => server.stop());

/** Every write fails as the browser's would, until mended. @param {string} name */
function breakWrites(name) {
  const originals = /** @type {const} */ (["put", "add"]).map((method) => {
    const original = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = () => {
      throw new DOMException("the connection is lost", name);
    };
    return () => {
      IDBObjectStore.prototype[method] = original;
    };
  });
  return () => {
    for (const mend of originals) mend();
  };
}

/** Something happens to the store behind the app's back. @param {(db: Database) => Promise<void>} harm */
async function harmed(harm) {
  await device.vault.lock();
  const db = new Database(device.databaseName);
  await harm(db);
  await db.close();
  await device.restart();
  await device.vault.unlock({ passphrase: PASSPHRASE });
}

test("on a full device nothing counts as saved, the draft stays, and saving works once there is room", async () => {
  const draft = {
    title: "",
    text: "Kein Platz.",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  };
  const { id } = await device.vault.saveDraft(draft);
  const mend = breakWrites("QuotaExceededError");
  await assert.rejects(device.vault.saveEntry({ ...draft, id }), { reason: "storage-full" });
  await assert.rejects(device.vault.saveDraft({ ...draft, id, text: "Mehr." }), {
    reason: "storage-full",
  });
  mend();
  assert.deepEqual(
    (await device.vault.drafts()).map(({ text }) => text),
    ["Kein Platz."],
  );
  assert.ok(!(await device.texts()).includes("Kein Platz."));
  await device.vault.saveEntry({ ...draft, id });
  assert.ok((await device.texts()).includes("Kein Platz."));
});

test("what comes from another device and finds no room is told, and comes again", async () => {
  const { handle, kitCode } = kitOf;
  const other = new Device(server.origin);
  await other.signIn({ handle, kitCode });
  await device.sync();
  const mend = breakWrites("QuotaExceededError");
  const full = await other.sync();
  mend();
  assert.equal(full.state, "attention");
  assert.deepEqual(
    full.notices.map(({ type }) => type),
    ["storage-full"],
  );
  const { state, notices } = await other.sync();
  assert.deepEqual([state, notices], ["idle", []]);
  assert.deepEqual((await other.texts()).sort(), (await device.texts()).sort());
});

test("a store that stays broken is told as such", async () => {
  const mend = breakWrites("UnknownError");
  await assert.rejects(device.write("Verloren?"), { reason: "storage-failed" });
  mend();
});

test("a store of which a part was wiped is filled again from the server, and what was not sent is still there", async () => {
  for (const store of /** @type {const} */ (["packs", "summaries", "records"])) {
    await device.sync();
    device.wire.isDown = true;
    await device.write(`Nur hier, als ${store} verloren ging.`);
    await device.sync();
    const expected = (await device.texts()).sort();
    await harmed((db) => db.apply([{ clear: store }], "strict"));
    assert.ok((await device.texts()).includes(`Nur hier, als ${store} verloren ging.`));
    device.wire.isDown = false;
    assert.equal((await device.sync()).state, "idle", `after ${store}`);
    assert.deepEqual((await device.texts()).sort(), expected, `after ${store}`);
  }
});

/** @param {ArrayBuffer} sealed */
function flipBit(sealed) {
  const bytes = new DataView(sealed);
  bytes.setUint8(60, bytes.getUint8(60) ^ 1);
}

test("a sealed record that was changed on the disk is fetched again, never shown and never sent", async () => {
  const expected = (await device.texts()).sort();
  await harmed(async (db) => {
    const [chunk] = await db.getAll("summaries");
    flipBit(chunk.sealed);
    await db.apply([{ put: "summaries", value: chunk }], "strict");
  });
  await device.sync();
  assert.deepEqual((await device.texts()).sort(), expected);
});

test("an unsent revision that was changed on the disk is put aside with its bytes, and told", async () => {
  device.wire.isDown = true;
  await device.write("Wird beschädigt.");
  await device.sync();
  await harmed(async (db) => {
    const [batch] = await db.getAll("outbox");
    flipBit(batch.lines);
    await db.apply([{ put: "outbox", value: batch }], "strict");
  });
  device.wire.isDown = false;
  const { state, notices } = await device.sync();
  assert.equal(state, "idle");
  assert.ok(notices.some(({ type }) => type === "not-sent"));
  const db = new Database(device.databaseName);
  assert.equal((await db.getAll("quarantine")).length, 1);
  await db.close();
});

test("without the local ring one can still unlock, with the newest of the log", async () => {
  await harmed((db) => db.apply([{ remove: "meta", key: "ring" }], "strict"));
  assert.equal((await device.vault.status()).name, "Anastasia");
  await device.write("Weiter.");
  assert.equal((await device.sync()).waiting, 0);
});

test("after dozens of single saves the small packs have been merged, and every word is there", async () => {
  const before = (await device.vault.entries()).length;
  for (let n = 0; n < 40; n++) {
    await device.write(`Nummer ${n}.`);
    await device.sync();
  }
  const db = new Database(device.databaseName);
  const packs = (await db.getAllKeys("packs")).length;
  await db.close();
  assert.ok(packs < 40, `${packs} packs`);
  assert.equal((await device.vault.entries()).length, before + 40);
  assert.deepEqual((await device.texts()).slice(0, 2), ["Nummer 39.", "Nummer 38."]);
  await device.restart();
  await device.vault.unlock({ passphrase: PASSPHRASE });
  assert.deepEqual((await device.texts()).slice(0, 2), ["Nummer 39.", "Nummer 38."]);
});

test("what was deleted can be brought back for a month, and is then forgotten on this device", async () => {
  const entry = await device.write("In den Papierkorb.");
  await device.sync();
  await device.vault.deleteEntry({ id: entry.id });
  await device.sync();
  const later = async (/** @type {number} */ days) => {
    device.now += days * 24 * 3_600_000;
    await device.restart();
    await device.vault.unlock({ passphrase: PASSPHRASE });
    await device.sync();
  };
  await later(29);
  await device.vault.restoreEntry({ id: entry.id });
  await device.vault.deleteEntry({ id: entry.id });
  await device.sync();
  await later(31);
  await assert.rejects(device.vault.restoreEntry({ id: entry.id }), { reason: "not-found" });
  assert.ok((await device.texts()).length > 0);
});

test("what was deleted here and written on elsewhere keeps its words, however long ago that was", async () => {
  const other = new Device(server.origin);
  await other.signIn(kitOf);
  await other.sync();
  const [here, there] = [await device.write("Hier weiter."), await device.write("Dort weiter.")];
  await device.sync();
  await other.sync();
  for (const { id } of [here, there]) await device.vault.deleteEntry({ id });
  await device.sync();
  // The other device has not seen the deletion, and an edit beats it.
  await other.write("Dort weiter, am Tisch.", { id: there.id, rev: there.rev });
  await other.sync();
  await device.sync();
  device.now += 31 * 24 * 3_600_000;
  device.wire.isDown = true;
  await device.vault.restoreEntry({ id: here.id });
  await device.restart();
  await device.vault.unlock({ passphrase: PASSPHRASE });
  device.wire.isDown = false;
  await device.sync();
  const texts = await device.texts();
  assert.ok(texts.includes("Dort weiter, am Tisch."));
  assert.ok(texts.includes("Hier weiter."));
  const versions = await device.vault.versions({ id: there.id });
  assert.equal((await device.vault.version({ id: there.id, rev: there.rev })).text, "Dort weiter.");
  assert.ok(versions.length > 0);
});

test("all that a person has told the device to keep is stored so that a power cut does not undo it", async () => {
  const original = IDBDatabase.prototype.transaction;
  /** @type {string[]} stores that were written, where a power cut could undo it */
  const relaxed = [];
  let writes = 0;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const names = /** @type {string[]} */ ([stores].flat());
    if (mode === "readwrite") writes++;
    if (mode === "readwrite" && options?.durability !== "strict") relaxed.push(...names);
    return original.call(this, stores, mode, options);
  };
  device.wire.isDown = true;
  const draft = {
    title: "",
    text: "Bleibt.",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  };
  const { id } = await device.vault.saveDraft(draft);
  await device.vault.saveForm({ form: "zettel", values: [["text", "Bleibt auch."]] });
  const entry = await device.vault.saveEntry({ ...draft, id });
  await device.vault.deleteEntry({ id: entry.id });
  await device.vault.restoreEntry({ id: entry.id });
  await device.vault.saveDosing({
    happened: { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" },
    route: "iv",
    note: "Ruhig.",
  });
  const happened = { at: "2026-11-22T03:12:00Z", zone: "Europe/Lisbon" };
  await new CaptureWriter(device.databaseName).keep({
    kept: null,
    text: "Am Schloss.",
    happened,
    written: happened,
  });
  IDBDatabase.prototype.transaction = original;
  device.wire.isDown = false;
  const words = ["outbox", "drafts", "captures"];
  assert.ok(writes >= 7);
  assert.deepEqual(
    relaxed.filter((store) => words.includes(store)),
    [],
  );
});

test("no word, name, date or prompt can be read on the device", async () => {
  await device.vault.saveDosing({
    happened: { at: "2031-05-06T07:08:09.000Z", zone: "Asia/Kathmandu" },
    route: "nasal",
    note: "Kanarienvogel-Notiz",
  });
  await device.write("Kanarienvogel-Text", { title: "Kanarienvogel-Titel" });
  await device.vault.saveDraft({
    title: "",
    text: "Kanarienvogel-Entwurf",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  });
  await device.vault.createInvite();
  await device.sync();
  const db = new Database(device.databaseName);
  const names = /** @type {const} */ ([
    "device",
    "meta",
    "records",
    "packs",
    "summaries",
    "outbox",
    "sent",
    "drafts",
    "notices",
    "quarantine",
  ]);
  const stored = (await Promise.all(names.map((name) => db.getAll(name)))).flat();
  await db.close();
  const text = stored.map((value) => readable(value)).join("\n");
  for (const canary of [
    "Kanarienvogel",
    "2031-05-06",
    "Kathmandu",
    "nasal",
    "Anastasia",
    PASSPHRASE,
  ]) {
    assert.ok(!text.includes(canary), canary);
  }
  assert.ok(
    text.includes("anastasia-"),
    "the handle is meant to be readable: the lock screen shows it",
  );
});

/** @param {any} value @returns {string} everything in it as text, bytes included */
function readable(value) {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString("latin1");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${name} ${readable(one)}`)
      .join(" ");
  return String(value);
}

test("an open vault is shown again for its passphrase alone, on a full device and where nothing can be read", async () => {
  const { get } = IDBObjectStore.prototype;
  for (const harm of ["none", "full", "unreadable"]) {
    const mend = harm === "full" ? breakWrites("QuotaExceededError") : () => {};
    if (harm === "unreadable")
      IDBObjectStore.prototype.get = () => {
        throw new DOMException("the connection is lost", "UnknownError");
      };
    const wrong = device.vault.unlock({ passphrase: "not the passphrase at all" });
    await assert.rejects(wrong, { reason: "wrong-passphrase" }, harm);
    assert.equal((await device.vault.unlock({ passphrase: PASSPHRASE })).state, "unlocked", harm);
    IDBObjectStore.prototype.get = get;
    mend();
  }
  assert.equal(await device.write("Danach.").then(() => "stored"), "stored");
});
