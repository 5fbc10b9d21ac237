// Words taken while a device is locked: kept with public values alone, filed once at the next unlock, lost by nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { sealCapture } from "../../../static/js/protocol/captures.js";
import { Database } from "../../../static/js/store/database.js";
import { CaptureWriter } from "../../../static/js/vault/device/capture-writer.js";
import { b64Decode, b64Encode, h } from "../../../static/js/wire/encoding.js";
import { buildJson } from "../../../static/js/wire/json.js";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
});
after(() => server.stop());

const HAPPENED = { at: "2026-11-22T03:12:00Z", zone: "Europe/Lisbon" };
const WRITTEN = { at: "2026-11-22T03:14:30Z", zone: "Europe/Lisbon" };

/** @param {string} name @returns {Promise<{device: Device, writer: CaptureWriter, db: Database}>} signed up and locked */
async function lockedPhone(name) {
  const device = new Device(server.origin);
  await signUp(device, name, "patient");
  await device.vault.lock();
  const writer = new CaptureWriter(device.databaseName);
  return { device, writer, db: new Database(device.databaseName) };
}

/** @param {CaptureWriter} writer @param {string} text @param {import("../../../static/js/vault/types.js").CaptureKept|null} [kept] */
function keep(writer, text, kept = null) {
  return writer.keep({ kept, text, happened: HAPPENED, written: WRITTEN });
}

/** @param {Device} device @returns {Promise<string[]>} types of what the person is told after unlocking */
async function unlocked(device) {
  await device.restart();
  await device.vault.unlock({ passphrase: PASSPHRASE });
  return (await device.vault.syncStatus()).notices.map(({ type }) => type);
}

test("what is typed at the lock becomes an entry at the next unlock: when it happened, when it was written, its phase by date", async () => {
  const { device, writer, db } = await lockedPhone("Ana");
  assert.equal((await device.vault.status()).captures, true);
  let kept = await keep(writer, "Eine Tür");
  kept = await keep(writer, "Eine Tür, und Licht", kept);
  assert.deepEqual(await unlocked(device), ["captured"]);
  const [summary, ...others] = await device.vault.entries();
  assert.deepEqual(others, []);
  const entry = await device.vault.entry({ id: summary?.id ?? "" });
  assert.equal(entry.text, "Eine Tür, und Licht");
  assert.deepEqual([entry.summary.happened, entry.summary.written], [HAPPENED, WRITTEN]);
  assert.equal(entry.summary.phase, "preparation");
  assert.equal(entry.phaseChosen, null);
  assert.deepEqual(await db.getAll("captures"), []);
  await device.sync();
  assert.equal((await device.vault.entry({ id: entry.summary.id })).summary.kept, "backed-up");
});

test("several captures are filed at once, and an empty one leaves nothing", async () => {
  const { device, writer, db } = await lockedPhone("Bea");
  for (const text of ["Eins.", "Zwei.", " ", "Drei."]) await keep(writer, text);
  await unlocked(device);
  assert.deepEqual((await device.texts()).sort(), ["Drei.", "Eins.", "Zwei."]);
  assert.deepEqual(await db.getAll("captures"), []);
});

test("however often one unlocks, one notice says that something was written here", async () => {
  const { device, writer } = await lockedPhone("Britta");
  for (const text of ["Eins.", "Zwei."]) {
    await keep(writer, text);
    assert.deepEqual(await unlocked(device), ["captured"]);
    await device.vault.lock();
  }
  await unlocked(device);
  const [notice] = (await device.vault.syncStatus()).notices;
  await device.vault.dismissNotice({ id: notice?.id ?? "" });
  assert.deepEqual(await unlocked(device), []);
});

test("what lies on the locked device holds no word of it, and is replaced as a whole while one types", async () => {
  const { writer, db } = await lockedPhone("Cleo");
  const kept = await keep(writer, "Kranich");
  await keep(writer, "Kranich am Wasser", kept);
  const stored = await db.getAll("captures");
  assert.equal(stored.length, 1);
  const bytes = Buffer.from(new Uint8Array(stored[0].sealed)).toString("latin1");
  assert.ok(!bytes.includes("Kranich") && !JSON.stringify(stored[0]).includes("Kranich"));
});

test("a filed capture that comes again, as from a copied profile, makes no second entry", async () => {
  const { device, writer, db } = await lockedPhone("Dora");
  await keep(writer, "Nur einmal.");
  const [stored] = await db.getAll("captures");
  await unlocked(device);
  await device.vault.lock();
  await db.apply([{ put: "captures", value: stored }], "strict");
  await unlocked(device);
  assert.deepEqual(await device.texts(), ["Nur einmal."]);
  assert.deepEqual(await db.getAll("captures"), []);
});

test("when filing is cut off at any write nothing has changed, and the next unlock files all of it once", async () => {
  const { device, writer, db } = await lockedPhone("Enna");
  for (const text of ["Vorher.", "Nachher."]) await keep(writer, text);
  for (let writes = 0; writes < 6; writes++) {
    const mend = breakAfter(writes);
    const told = await unlocked(device).finally(mend);
    const left = await db.getAll("captures");
    assert.ok([0, 2].includes(left.length));
    if (left.length === 2) assert.ok(told.includes("captures-wait"), `after ${writes}: ${told}`);
    assert.equal((await device.vault.entries()).length, left.length === 2 ? 0 : 2);
  }
  await unlocked(device);
  assert.deepEqual((await device.texts()).sort(), ["Nachher.", "Vorher."]);
});

/** From the write of that number on, changes of captures and outbox fail as on a full disk. @param {number} number */
function breakAfter(number) {
  /** @type {any} */
  const store = IDBObjectStore.prototype;
  let count = 0;
  const mends = ["put", "add", "delete"].map((method) => {
    const original = store[method];
    store[method] = /** @this {any} @param {any[]} args */ function (...args) {
      if (["captures", "outbox", "notices"].includes(this.name) && count++ >= number) {
        throw new DOMException("no room", "QuotaExceededError");
      }
      return original.apply(this, args);
    };
    return () => {
      store[method] = original;
    };
  });
  return () => {
    for (const mend of mends) mend();
  };
}

test("on a full device a capture says so, the words that were kept stay kept, and typing goes on when there is room", async () => {
  const { device, writer } = await lockedPhone("Finja");
  const kept = await keep(writer, "Bis hier");
  const mend = breakAfter(0);
  await assert.rejects(keep(writer, "Bis hierher", kept), { reason: "storage-full" });
  mend();
  await keep(writer, "Bis hierher und weiter", kept);
  await unlocked(device);
  assert.deepEqual(await device.texts(), ["Bis hierher und weiter"]);
});

test("words that another window files while they are still being typed go on as a second capture", async () => {
  const { device, writer } = await lockedPhone("Gesa");
  const kept = await keep(writer, "Erste Hälfte");
  await unlocked(device);
  const again = await keep(writer, "Erste Hälfte, zweite Hälfte", kept);
  assert.notEqual(again.id, kept.id);
  await unlocked(device);
  assert.deepEqual((await device.texts()).sort(), ["Erste Hälfte", "Erste Hälfte, zweite Hälfte"]);
});

test("captures that do not open are kept aside and told once; the others are filed", async () => {
  const { device, writer, db } = await lockedPhone("Hanne");
  const other = await lockedPhone("Ida");
  await keep(other.writer, "Fremd.");
  const [foreign] = await other.db.getAll("captures");
  await keep(writer, "Gut.");
  await keep(writer, "Verdorben.");
  const [one, two] = await db.getAll("captures");
  const bent = new Uint8Array(two.sealed.slice(0));
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
  const account = await db.get("device", "account");
  const [kemPk, idPk] = [new Uint8Array(account.kemPk), new Uint8Array(account.idPk)];
  const id = b64Decode("AAAAAAAAAAAAAAAAAAAAAA", 16);
  const payload = buildJson({ v: 1, kind: "review", prev: null, written: WRITTEN, reviewed: true });
  const evil = {
    id: b64Encode(id),
    version: 1,
    kem: b64Encode(h(kemPk)),
    sealed: (await sealCapture(kemPk, idPk, id, payload)).buffer,
  };
  const odd = [{ id: "no id", version: 1, kem: 7 }, evil, { ...two, sealed: bent.buffer }, foreign];
  await db.apply(
    odd.map((value) => ({ put: "captures", value })),
    "strict",
  );
  const told = await unlocked(device);
  assert.equal(told.filter((type) => type === "capture-aside").length, 4);
  assert.equal((await device.vault.entries()).length, 1);
  assert.equal((await db.getAll("captures")).length, 4);
  assert.notEqual(one.id, two.id);
  for (const { id } of (await device.vault.syncStatus()).notices) {
    await device.vault.dismissNotice({ id });
  }
  assert.deepEqual(await unlocked(device), []);
});

test("a removed account leaves no capture, and a window that still stands open cannot leave one", async () => {
  const { device, writer, db } = await lockedPhone("Jule");
  const kept = await keep(writer, "Bleibt nicht.");
  assert.equal((await device.vault.beforeRemoval()).waiting, 1);
  await db.close();
  await device.vault.removeFromDevice();
  await assert.rejects(keep(writer, "Bleibt auch nicht.", kept), { reason: "not-found" });
  assert.deepEqual(await db.getAll("captures"), []);
});

test("a therapist's device takes none", async () => {
  const device = new Device(server.origin);
  await signUp(device, "Kaja", "therapist");
  await device.vault.lock();
  assert.equal((await device.vault.status()).captures, false);
  await assert.rejects(keep(new CaptureWriter(device.databaseName), "Nichts."), {
    reason: "not-found",
  });
});

test("a capture too long to be filed is refused before it is kept", async () => {
  const { writer, db } = await lockedPhone("Lea");
  await assert.rejects(keep(writer, "x".repeat(131_072)), { reason: "too-long" });
  assert.deepEqual(await db.getAll("captures"), []);
  const kept = await keep(writer, "x".repeat(130_000));
  assert.equal(kept.version, 1);
});

test("the code that captures imports nothing that opens the account", () => {
  const root = new URL("../../../static/js/", import.meta.url);
  const reached = closure(new URL("workers/capture-worker.js", root)).map((url) =>
    url.slice(root.href.length),
  );
  assert.ok(reached.includes("protocol/captures.js") && reached.length > 10);
  const secrets =
    /credentials|ring|kdf|passphrase|session|accounts|holdings|local-|library|kit|items/;
  assert.deepEqual(
    reached.filter((path) => secrets.test(path.replace("workers/", ""))),
    [],
  );
});

/** @param {URL} url @param {string[]} [seen] @returns {string[]} the module and all it imports statically, own ones */
function closure(url, seen = []) {
  if (seen.includes(url.href) || url.href.includes("/vendor/")) return seen;
  seen.push(url.href);
  const text = readFileSync(url, "utf8");
  for (const [, path = ""] of text.matchAll(/^(?:import|export)\b[^"']*["'](\.[^"']+)["']/gm)) {
    closure(new URL(path, url), seen);
  }
  return seen;
}

test("asking to be contacted has no words, says that it has not gone while it has not, and stands at the therapist's top once", async () => {
  const ana = new Device(server.origin);
  const bo = new Device(server.origin);
  await signUp(ana, "Mia", "patient");
  await signUp(bo, "Nora", "therapist");
  const { forInviter: person } = await link(ana, bo);
  ana.wire.isDown = true;
  const asked = await ana.vault.askContact({ person });
  assert.equal(asked.state, "waiting");
  await ana.sync();
  assert.equal((await ana.vault.contactRequests())[0]?.state, "waiting");
  ana.wire.isDown = false;
  await ana.restart();
  await ana.vault.unlock({ passphrase: PASSPHRASE });
  await ana.sync();
  assert.equal((await ana.vault.contactRequests())[0]?.state, "sent");
  await bo.sync();
  const [request] = await bo.vault.contactRequests();
  assert.deepEqual([request?.name, request?.seen], ["Mia", false]);
  await bo.vault.seenContact({ id: request?.id ?? "" });
  assert.equal((await bo.vault.contactRequests())[0]?.seen, true);
  await ana.vault.withdrawContact({ id: asked.id });
  await ana.sync();
  await bo.sync();
  assert.deepEqual([await ana.vault.contactRequests(), await bo.vault.contactRequests()], [[], []]);
  const sizes = ana.wire.sent.map(({ body }) => Buffer.from(body).includes("contact"));
  assert.ok(!sizes.includes(true));
});
