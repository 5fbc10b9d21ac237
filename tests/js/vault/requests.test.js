import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let therapist;
/** @type {Device} */
let clinic;
/** @type {string} */
let bo;

before(async () => {
  server = await Server.shared();
  patient = new Device(server.origin);
  therapist = new Device(server.origin);
  clinic = new Device(server.origin);
  await signUp(patient, "Ana", "patient");
  const kit = await signUp(therapist, "Bo", "therapist");
  bo = (await link(therapist, patient)).forInvitee;
  await clinic.signIn(kit);
});
after(() => server.stop());

/** @param {Device} device @returns {Promise<[string, string, boolean][]>} */
async function requests(device) {
  const found = await device.vault.contactRequests();
  return found.map(({ name, state, seen }) => [name, state, seen]);
}

test("a request has not gone until the server has it, and then stands with the therapist on all their devices", async () => {
  patient.wire.isDown = true;
  await patient.vault.askContact({ person: bo });
  await patient.sync();
  assert.deepEqual(await requests(patient), [["Bo", "waiting", false]]);
  patient.wire.isDown = false;
  await patient.sync();
  assert.deepEqual(await requests(patient), [["Bo", "sent", false]]);
  for (const device of [therapist, clinic]) {
    await device.sync();
    assert.deepEqual(await requests(device), [["Ana", "sent", false]]);
  }
});

test("ticking it off is known on the other device, and one does not tick off what one asked oneself", async () => {
  const [asked] = await therapist.vault.contactRequests();
  assert.ok(asked);
  await therapist.vault.seenContact({ id: asked.id });
  await therapist.sync();
  await clinic.sync();
  assert.deepEqual(await requests(clinic), [["Ana", "sent", true]]);
  await assert.rejects(patient.vault.seenContact({ id: asked.id }), { reason: "not-found" });
});

test("taking it back ends it on the other side, and one who is not linked is not asked", async () => {
  const [asked] = await patient.vault.contactRequests();
  await patient.vault.withdrawContact({ id: asked?.id ?? "" });
  await patient.sync();
  await therapist.sync();
  assert.deepEqual([await requests(patient), await requests(therapist)], [[], []]);
  await patient.vault.closeLink({ person: bo });
  await assert.rejects(patient.vault.askContact({ person: bo }), { reason: "not-linked" });
});
