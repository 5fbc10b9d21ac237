import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, signUp } from "./world.js";

/** @import { NewAssignment } from "../../../static/js/domain/assignments.js" */

/** @type {Server} */
let server;
/** @type {Device} */
let therapist;
/** @type {Device} */
let patient;
/** @type {Device} */
let other;
/** @type {{ana: string, bo: string, boOfOther: string}} contact ids */
let ids;

before(async () => {
  server = await Server.shared();
  therapist = new Device(server.origin);
  patient = new Device(server.origin);
  other = new Device(server.origin);
  await signUp(therapist, "Bo", "therapist");
  await signUp(patient, "Ana", "patient");
  await signUp(other, "Cem", "patient");
  const first = await link(therapist, patient);
  const second = await link(therapist, other);
  ids = { ana: first.forInviter, bo: first.forInvitee, boOfOther: second.forInvitee };
});
after(() => server.stop());

const OWN = { pack: "own", id: "", version: 1, text: "What did the sea say?", phase: null };

/** @param {Partial<NewAssignment>} [more] */
async function give(more = {}) {
  const input = { person: ids.ana, what: /** @type {const} */ ("prompt"), note: "", due: null };
  const given = await therapist.vault.assign({ ...input, prompt: OWN, ...more });
  await therapist.sync();
  await patient.sync();
  return given;
}

/** @param {string} id */
const seenBy = async (/** @type {Device} */ device, /** @type {string} */ id) =>
  (await device.vault.assignments()).find((one) => one.id === id);

test("what is given is read by the one person it is for, with its words, its line and its day, and by nobody else", async () => {
  const due = /** @type {const} */ ({ dose: "next", days: -2 });
  const { id } = await give({ note: "Only if you like", due });
  const there = await seenBy(patient, id);
  assert.deepEqual(
    [there?.person, there?.name, there?.prompt, there?.note, there?.due, there?.declined],
    [ids.bo, "Bo", { ...OWN, id }, "Only if you like", due, null],
  );
  await other.sync();
  assert.deepEqual(await other.vault.assignments(), []);
  assert.deepEqual(await therapist.vault.assignments({ person: ids.ana }), [
    { ...there, person: ids.ana, name: "Ana" },
  ]);
});

test("declining is told to its giver, and taken back leaves nothing of it there", async () => {
  const { id } = await give({ what: "measure", prompt: undefined, instrument: "PHQ-9" });
  await patient.vault.declineAssignment({ id, declined: true });
  await patient.vault.declineAssignment({ id, declined: true });
  await patient.sync();
  await therapist.sync();
  assert.ok((await seenBy(patient, id))?.declined);
  assert.ok((await seenBy(therapist, id))?.declined);
  await patient.vault.declineAssignment({ id, declined: false });
  await patient.sync();
  await therapist.sync();
  assert.equal((await seenBy(patient, id))?.declined, null);
  assert.equal((await seenBy(therapist, id))?.declined, null);
});

test("declining one never tells another therapist", async () => {
  const cy = new Device(server.origin);
  await signUp(cy, "Cy", "therapist");
  await link(cy, patient);
  const { id } = await give();
  await patient.vault.declineAssignment({ id, declined: true });
  await patient.sync();
  await cy.sync();
  await therapist.sync();
  assert.ok((await seenBy(therapist, id))?.declined);
  assert.deepEqual(await cy.vault.assignments(), []);
});

test("answering it sends nothing", async () => {
  const { id, prompt } = await give();
  await patient.write("It said: later.", { prompt });
  await patient.sync();
  await therapist.sync();
  assert.deepEqual((await therapist.vault.timeline({ person: ids.ana })).entries, []);
  assert.equal((await seenBy(therapist, id))?.declined, null);
});

test("what is taken back is gone on the other side, sent or not, and what was declined goes with it", async () => {
  const { id } = await give({ what: "pack", prompt: undefined, pack: "pain", title: "Pain" });
  await patient.vault.declineAssignment({ id, declined: true });
  await patient.sync();
  await therapist.sync();
  await therapist.vault.takeBackAssignment({ id });
  await therapist.sync();
  await patient.sync();
  assert.equal(await seenBy(patient, id), undefined);
  assert.equal(await seenBy(therapist, id), undefined);
  therapist.wire.isDown = true;
  const unsent = await therapist.vault.assign({
    person: ids.ana,
    what: "prompt",
    prompt: OWN,
    note: "",
    due: null,
  });
  await therapist.vault.takeBackAssignment({ id: unsent.id });
  therapist.wire.isDown = false;
  await therapist.sync();
  await patient.sync();
  assert.equal(await seenBy(patient, unsent.id), undefined);
});

test("a patient gives nothing and takes nothing back; a therapist declines nothing of their own; an unknown thing is refused", async () => {
  const { id } = await give();
  const input = { what: /** @type {const} */ ("prompt"), prompt: OWN, note: "", due: null };
  const gone = { reason: "not-found" };
  await assert.rejects(patient.vault.assign({ ...input, person: ids.bo }), {
    reason: "not-linked",
  });
  await assert.rejects(patient.vault.takeBackAssignment({ id }), gone);
  await assert.rejects(therapist.vault.declineAssignment({ id, declined: true }), gone);
  await assert.rejects(give({ prompt: undefined }), gone);
});

test("an ended link ends what was given over it, on both sides", async () => {
  await give();
  await patient.vault.closeLink({ person: ids.bo });
  await patient.sync();
  await therapist.sync();
  assert.deepEqual(await patient.vault.assignments({ person: ids.bo }), []);
  assert.deepEqual(await therapist.vault.assignments({ person: ids.ana }), []);
});
