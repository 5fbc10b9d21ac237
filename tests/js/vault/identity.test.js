// A contact is their identity: a key that is not theirs stops what is shared with them, says so, and comparing the safety number settles it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Identity, KemKey } from "../../../static/js/protocol/keys.js";
import { signIn } from "../../../static/js/vault/keys/accounts.js";
import { Network } from "../../../static/js/vault/network.js";
import { buildBundle } from "../../../static/js/wire/bundles.js";
import { b64Decode } from "../../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../../static/js/wire/feed.js";
import { buildFrame, buildRecord, plainContent } from "../../../static/js/wire/records.js";
import { Device, link, PASSPHRASE, Server, signUp, Wire } from "./world.js";

/** @import { SealedRecord } from "../../../static/js/wire/records.js" */

/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let therapist;
/** @type {{handle: string, kitCode: string}} */
let kit;
/** @type {{handle: string, kitCode: string}} */
let therapistsKit;
/** @type {string} the therapist, as the patient knows them */
let bo;

before(async () => {
  server = await Server.shared();
  patient = new Device(server.origin);
  therapist = new Device(server.origin);
  kit = await signUp(patient, "Ana", "patient");
  therapistsKit = await signUp(therapist, "Bo", "therapist");
  bo = (await link(patient, therapist)).forInviter;
  await patient.vault.markCompared({ person: bo });
  await patient.sync();
});
after(() => server.stop());

/**
 * A key of a stranger in the therapist's log, as a server would plant it that wants to read along.
 * @param {SealedRecord[]} records of the page
 * @param {"therapist"|"stranger"} signer of the record
 */
async function withForeignKey(records, signer) {
  const stranger = await Identity.fromSeed(new Uint8Array(32).fill(7));
  const kem = await KemKey.fromSeed(new Uint8Array(32).fill(8));
  const signStranger = stranger.sign.bind(stranger);
  const sign = signer === "stranger" ? signStranger : await therapistsSign();
  const audience = b64Decode(/** @type {any} */ (await patient.vault.serverKnows()).id_pk);
  const author = b64Decode(/** @type {any} */ (await therapist.vault.serverKnows()).id_pk);
  const bundle = await buildBundle(signStranger, stranger.public, 2, kem.public);
  const head = { seq: 40, hash: new Uint8Array(32), generation: 0, epoch: 1, closed: false };
  const key = await buildRecord(sign, author, audience, head, "key", plainContent(bundle));
  return [...records, key];
}

/** @returns {Promise<import("../../../static/js/wire/signatures.js").Sign>} as whoever holds the therapist's keys signs */
async function therapistsSign() {
  const fetch = /** @type {any} */ (new Wire().fetch);
  const network = new Network(server.origin, fetch, Date.now, () => () => {});
  const input = { ...therapistsKit, passphrase: PASSPHRASE };
  return (await signIn(input, server.origin, network)).session.sign;
}

/** @param {Device} device whose next pages are changed @param {"therapist"|"stranger"} [signer] */
function plantKey(device, signer = "therapist") {
  device.wire.between = async (request, send) => {
    const answer = await send();
    if (!new URL(request.url).pathname.endsWith("/feed") || !answer.ok) return answer;
    const page = parsePage(new Uint8Array(await answer.arrayBuffer()));
    const frames = (await withForeignKey(page.records, signer)).map(buildFrame);
    return new Response(buildPage(page.epoch, page.after, page.next, page.more, frames), answer);
  };
}

/** @param {Device} device */
async function standing(device) {
  const [person] = await device.vault.people();
  return [person?.state, person?.verified];
}

/** @returns {number} grants that the patient's device has sent */
function grantsSent() {
  const texts = patient.wire.sent.map(({ body }) => Buffer.from(body).toString("latin1"));
  return texts.reduce((count, text) => count + text.split('"type":"grant"').length - 1, 0);
}

test("what only the server made up in the contact's name stops sync, and nothing between the two", async () => {
  plantKey(patient, "stranger");
  const { state, notices } = await patient.sync();
  assert.equal(state, "attention");
  assert.ok(!notices.some(({ type }) => type === "identity-changed"));
  assert.deepEqual(await standing(patient), ["linked", "in_person"]);
  patient.wire.between = null;
  assert.equal((await patient.sync()).state, "idle");
});

test("a key that is not the contact's stops sync and sharing, and is told by the contact's name", async () => {
  await patient.sync();
  plantKey(patient);
  const before = grantsSent();
  const waiting = await patient.write("Vorher geteilt.");
  await patient.vault.share({ id: waiting.id, person: bo });
  const { state, notices } = await patient.sync();
  assert.equal(state, "attention");
  assert.deepEqual(
    notices.filter(({ type }) => type === "identity-changed").map(({ item }) => item),
    [bo],
  );
  assert.deepEqual(await standing(patient), ["changed", "link"]);
  assert.equal(grantsSent(), before);
});

test("nothing is granted to that contact any more, even when the server behaves again, on any device", async () => {
  patient.wire.between = null;
  const before = grantsSent();
  assert.equal((await patient.sync()).state, "idle");
  const entry = await patient.write("Nachher.");
  await assert.rejects(patient.vault.share({ id: entry.id, person: bo }), { reason: "not-linked" });
  const happened = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };
  await patient.vault.saveDosing({ happened, route: "iv" });
  await patient.sync();
  await therapist.sync();
  assert.equal(grantsSent(), before);
  const [ana] = await therapist.vault.people();
  const { entries } = await therapist.vault.timeline({ person: ana?.id ?? "" });
  assert.deepEqual(entries, []);
  const laptop = new Device(server.origin);
  await laptop.signIn(kit);
  await laptop.sync();
  assert.deepEqual(await standing(laptop), ["changed", "link"]);
  await assert.rejects(laptop.vault.share({ id: entry.id, person: bo }), { reason: "not-linked" });
});

test("it survives the lock, and comparing the safety number links the same person again", async () => {
  await patient.restart();
  await patient.vault.unlock({ passphrase: PASSPHRASE });
  assert.deepEqual(await standing(patient), ["changed", "link"]);
  await patient.vault.markCompared({ person: bo });
  assert.deepEqual(await standing(patient), ["linked", "in_person"]);
  const [entry] = await patient.vault.entries();
  await patient.vault.share({ id: entry?.id ?? "", person: bo });
  await patient.sync();
  await therapist.sync();
  assert.equal((await therapist.vault.entry({ id: entry?.id ?? "" })).text, "Nachher.");
});

test("a new invitation, made by either, links the same person again as well", async () => {
  const ways = [
    { inviter: therapist, invitee: patient },
    { inviter: patient, invitee: therapist },
  ];
  for (const { inviter, invitee } of ways) {
    plantKey(patient);
    await patient.sync();
    patient.wire.between = null;
    assert.equal((await standing(patient))[0], "changed");
    const { link: text } = await inviter.vault.createInvite();
    const { id } = await invitee.vault.openInvite({ link: text });
    await invitee.vault.acceptInvite({ id });
    // To the therapist this person was linked all the time.
    const answers = await inviter.vault.answers();
    assert.equal(answers.length, inviter === patient ? 1 : 0);
    for (const { id } of answers) await inviter.vault.confirmAnswer({ id, accept: true });
    await patient.sync();
    assert.deepEqual(await standing(patient), ["linked", "link"]);
    const entry = await patient.write("Wieder verbunden.");
    await patient.vault.share({ id: entry.id, person: bo });
    await patient.sync();
    await therapist.sync();
    assert.equal((await therapist.vault.entry({ id: entry.id })).text, "Wieder verbunden.");
  }
});

test("a link that was ended is ended, and not a doubt about who it is", async () => {
  await patient.vault.closeLink({ person: bo });
  assert.equal((await standing(patient))[0], "closed");
  await patient.sync();
  assert.equal((await standing(patient))[0], "closed");
  await therapist.sync();
  assert.equal((await standing(therapist))[0], "closed");
});
