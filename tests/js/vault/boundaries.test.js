import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BOUNDARY, Device, link, PASSPHRASE, Server, sayBoundary, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let therapist;

before(async () => {
  server = await Server.shared();
  therapist = new Device(server.origin);
  await signUp(therapist, "Bo", "therapist");
});
after(() => server.stop());

/** @param {string} name @returns {Promise<Device>} */
async function person(name) {
  const device = new Device(server.origin);
  await signUp(device, name, "patient");
  return device;
}

test("a therapist neither invites nor answers an invitation before saying how they read", async () => {
  const refused = { reason: "boundary-missing" };
  await assert.rejects(therapist.vault.createInvite(), refused);
  const eve = await person("Eve");
  const { link: text } = await eve.vault.createInvite();
  const { id } = await therapist.vault.openInvite({ link: text });
  await assert.rejects(therapist.vault.acceptInvite({ id }), refused);
  assert.deepEqual(await therapist.vault.people(), []);
  await sayBoundary(therapist);
  await therapist.vault.acceptInvite({ id });
  assert.equal((await therapist.vault.people()).length, 1);
});

test("each of the four has to be said, and only a therapist says them", async () => {
  const blank = { ...BOUNDARY, danger: "  " };
  await assert.rejects(therapist.vault.saveBoundary(blank), { reason: "boundary-missing" });
  const ina = await person("Ina");
  await assert.rejects(ina.vault.saveBoundary(BOUNDARY), { reason: "not-found" });
});

test("whoever is linked reads it, whichever of the two invited; every change and an absence follow; others never see it", async () => {
  const [ana, cem, out] = [await person("Ana"), await person("Cem"), await person("Out")];
  const { forInvitee } = await link(therapist, ana);
  const { forInviter } = await link(cem, therapist);
  await ana.sync();
  await cem.sync();
  assert.equal((await ana.vault.boundary({ person: forInvitee }))?.danger, BOUNDARY.danger);
  assert.equal((await cem.vault.boundary({ person: forInviter }))?.rhythm, BOUNDARY.rhythm);
  const away = { from: "2026-12-20", until: "2027-01-03", text: "At sea" };
  await therapist.vault.saveBoundary({ ...BOUNDARY, rhythm: "Daily", away });
  await therapist.sync();
  for (const [device, id] of /** @type {[Device, string][]} */ ([
    [ana, forInvitee],
    [cem, forInviter],
  ])) {
    await device.sync();
    const read = await device.vault.boundary({ person: id });
    assert.deepEqual([read?.rhythm, read?.away, read?.person], ["Daily", away, id]);
  }
  await out.sync();
  assert.equal(await out.vault.boundary(), null);
  await assert.rejects(out.vault.boundary({ person: forInvitee }), { reason: "not-found" });
});

test("an ended link closes it", async () => {
  const dia = await person("Dia");
  const { forInviter, forInvitee } = await link(therapist, dia);
  await dia.sync();
  assert.ok(await dia.vault.boundary({ person: forInvitee }));
  await therapist.vault.closeLink({ person: forInviter });
  await therapist.sync();
  await dia.sync();
  assert.equal(await dia.vault.boundary({ person: forInvitee }), null);
});

test("one who was linked by another device, while this one changed what is said, is told at the next unlocking", async () => {
  const desk = new Device(server.origin);
  const laptop = new Device(server.origin);
  await laptop.signIn(await signUp(desk, "Cy", "therapist"));
  await sayBoundary(desk);
  await desk.sync();
  await laptop.sync();
  desk.wire.isDown = true;
  await desk.vault.saveBoundary({ ...BOUNDARY, rhythm: "Tuesdays" });
  const fay = await person("Fay");
  const { forInvitee: cy } = await link(laptop, fay);
  desk.wire.isDown = false;
  await desk.sync();
  const rhythm = async () => {
    await fay.sync();
    return (await fay.vault.boundary({ person: cy }))?.rhythm;
  };
  assert.equal(await rhythm(), BOUNDARY.rhythm);
  await desk.restart();
  await desk.vault.unlock({ passphrase: PASSPHRASE });
  await desk.sync();
  assert.equal(await rhythm(), "Tuesdays");
});
