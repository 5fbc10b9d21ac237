// A server that was restored from a backup, with the real command and the real storage of the device: nothing that any device still has is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Server} */
let restored;
/** @type {Device} */
let phone;
/** @type {Device} */
let laptop;
/** @type {Device} */
let therapist;
/** @type {string} */
let bo;

before(async () => {
  server = await Server.start();
  [phone, laptop, therapist] = [
    new Device(server.origin),
    new Device(server.origin),
    new Device(server.origin),
  ];
  const { handle, kitCode } = await signUp(phone, "Ana", "patient");
  await signUp(therapist, "Bo", "therapist");
  bo = (await link(phone, therapist)).forInviter;
  await laptop.signIn({ handle, kitCode });
  const old = await phone.write("Vor der Sicherung.");
  await phone.vault.share({ id: old.id, person: bo });
  for (const device of [phone, laptop, phone, therapist]) await device.sync();
  restored = await Server.start({}, server, "restored");
});
after(() => Promise.all([server.stop(), restored.stop()]));

/** The backup answers from now on. @param {Device} device */
function meetBackup(device) {
  device.wire.redirect(server, restored);
}

test("what the backup lacks is pushed again byte for byte, with its grants, and the person is told", async () => {
  const entry = await phone.write("Nach der Sicherung.");
  await phone.vault.share({ id: entry.id, person: bo });
  await phone.sync();
  await phone.sync();
  assert.equal((await phone.vault.entries())[0]?.shares[0]?.state, "current");
  meetBackup(phone);
  const { state, waiting, notices } = await phone.sync();
  assert.deepEqual([state, waiting], ["idle", 0]);
  assert.ok(notices.some(({ type }) => type === "server-restored"));
  assert.equal((await phone.vault.entries())[0]?.shares[0]?.state, "current");
  meetBackup(therapist);
  await therapist.sync();
  assert.equal((await therapist.vault.entry({ id: entry.id })).text, "Nach der Sicherung.");
});

test("what two devices wrote on either side of the backup is there on both, once", async () => {
  const { id, rev } = await laptop.write("Auf dem Rechner.");
  await laptop.vault.saveDosing({
    happened: { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" },
    route: "im",
  });
  await laptop.sync();
  await laptop.write("Auf dem Rechner, geändert.", { id, rev });
  await laptop.sync();
  assert.ok(!(await phone.texts()).includes("Auf dem Rechner, geändert."));
  meetBackup(laptop);
  assert.equal((await laptop.sync()).state, "idle");
  await phone.sync();
  await laptop.sync();
  const texts = ["Auf dem Rechner, geändert.", "Nach der Sicherung.", "Vor der Sicherung."];
  assert.deepEqual((await laptop.texts()).sort(), texts);
  assert.deepEqual((await phone.texts()).sort(), texts);
  assert.deepEqual(
    (await phone.vault.dosings()).map(({ route }) => route),
    ["im"],
  );
  assert.ok(
    (await phone.vault.entries()).every(
      ({ conflictCopy, kept }) => !conflictCopy && kept === "backed-up",
    ),
  );
});

test("after it the devices are opened cold, and still hold all of it", async () => {
  for (const device of [phone, laptop]) {
    await device.restart();
    device.wire.isDown = true;
    await device.vault.unlock({ passphrase: PASSPHRASE });
    assert.equal((await device.texts()).length, 3);
  }
});

test("a share that comes back does not undo what another device has taken back since", async () => {
  const first = await Server.start();
  const [ana, second, third, reader] = [
    new Device(first.origin),
    new Device(first.origin),
    new Device(first.origin),
    new Device(first.origin),
  ];
  const owned = [ana, second, third];
  const { handle, kitCode } = await signUp(ana, "Ana", "patient");
  await signUp(reader, "Bo", "therapist");
  const linked = await link(ana, reader);
  const person = linked.forInviter;
  for (const device of [second, third]) await device.signIn({ handle, kitCode });
  const taken = await ana.write("Zurückgenommen.");
  const other = await ana.write("Bleibt geteilt.");
  for (const device of owned) await device.sync();
  const backup = await Server.start({}, first, "restored");
  try {
    await ana.vault.share({ id: taken.id, person });
    for (const device of [ana, second]) await device.sync();
    await ana.vault.unshare({ id: taken.id, person });
    await ana.sync();
    for (const device of [...owned, reader]) device.wire.redirect(first, backup);
    await third.vault.share({ id: other.id, person });
    for (const device of [third, ana, second, reader, third, ana, second, reader])
      assert.equal((await device.sync()).waiting, 0);
    const { entries } = await reader.vault.timeline({ person: linked.forInvitee });
    assert.deepEqual(
      entries.map(({ id }) => id),
      [other.id],
    );
    for (const device of owned) {
      const own = await device.vault.entries();
      assert.deepEqual(own.find(({ id }) => id === taken.id)?.shares, []);
    }
  } finally {
    await Promise.all([first.stop(), backup.stop()]);
  }
});
