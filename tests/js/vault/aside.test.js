// What could not be sent or opened: it is listed, tried again when a person asks, and can be taken along.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Database } from "../../../static/js/store/database.js";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

const REFUSED = { status: 422, headers: { "Content-Type": "application/problem+json" } };

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
});
after(() => server.stop());

/** @param {string} name */
async function newPhone(name) {
  const device = new Device(server.origin);
  await signUp(device, name, "patient");
  await device.sync();
  return device;
}

test("what the server refuses is listed with its words, and sent when one tries again", async () => {
  const device = await newPhone("Runa");
  device.wire.between = async ({ url, method }, send) =>
    method === "POST" && url.endsWith("/records")
      ? new Response('{"type":"/problems/invalid"}', REFUSED)
      : send();
  await device.write("Wird abgelehnt.");
  assert.equal((await device.sync()).state, "aside");
  const [unsent, ...others] = (await device.vault.aside()).unsent;
  assert.deepEqual([unsent?.kind, unsent?.name, others], ["put", null, []]);
  assert.equal(unsent?.entry?.preview, "Wird abgelehnt.");
  device.wire.between = null;
  const { state, waiting } = await device.sync();
  assert.deepEqual([state, waiting], ["idle", 0]);
  assert.deepEqual(await device.vault.aside(), { unsent: [], unopened: [], more: 0 });
});

test("what does not open is listed by where it came from, and can be taken along whole", async () => {
  const device = await newPhone("Sanna");
  device.wire.isDown = true;
  await device.write("Wird beschädigt.");
  await device.vault.lock();
  const db = new Database(device.databaseName);
  const [batch] = await db.getAll("outbox");
  const lines = new Uint8Array(batch.lines);
  lines[lines.length - 1] = (lines.at(-1) ?? 0) ^ 1;
  const capture = { id: "no id", version: 1, kem: 7, sealed: new ArrayBuffer(3) };
  const record = { log: "of nobody", seq: 4, reason: "unsupported", frame: new Uint8Array([1, 2]) };
  await db.apply(
    [
      { put: "outbox", value: batch },
      { put: "captures", value: capture },
      { put: "quarantine", value: record },
    ],
    "strict",
  );
  await device.restart();
  await device.vault.unlock({ passphrase: PASSPHRASE });
  const { unsent, unopened } = await device.vault.aside();
  assert.deepEqual(unsent, []);
  assert.deepEqual(
    unopened.map(({ from, isNewer }) => [from, isNewer]),
    [
      ["capture", false],
      ["own", true],
      ["outbox", false],
    ],
  );
  const files = await Promise.all(unopened.map(({ id }) => device.vault.asideFile({ id })));
  const [first, second, third] = files.map((json) => JSON.parse(json));
  assert.deepEqual(first, { ...capture, sealed: "AAAA" });
  assert.deepEqual(second, { ...record, frame: "AQI" });
  assert.equal(Buffer.from(third.lines, "base64url").equals(Buffer.from(batch.lines)), true);
  assert.ok(!files.join().includes("Wird beschädigt"));
});

test("nothing but what is set aside is handed out", async () => {
  const device = await newPhone("Tove");
  const missing = { reason: "not-found" };
  for (const id of ['["device","account"]', '["quarantine",["none",1]]', '["meta","sync"]'])
    await assert.rejects(device.vault.asideFile({ id }), missing);
});

test("of very much that does not open the first is listed, and how much more there is", async () => {
  const device = await newPhone("Ulla");
  const db = new Database(device.databaseName);
  const rows = Array.from({ length: 450 }, (_, seq) => ({ log: "x", seq, reason: "malformed" }));
  await db.apply(
    rows.map((value) => ({ put: "quarantine", value })),
    "strict",
  );
  await db.close();
  const { unopened, more } = await device.vault.aside();
  assert.deepEqual([unopened.length, more], [200, 250]);
});
