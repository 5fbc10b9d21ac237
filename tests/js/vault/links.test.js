// The end of a link ends both directions: with a contact who ignores it, with what crosses it, in both roles.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buildPage, parsePage } from "../../../static/js/wire/feed.js";
import { Device, link, Server, signUp } from "./world.js";

/** @type {Server} */
let server;

before(async () => {
  server = await Server.shared();
});

after(() => server.stop());

/**
 * A patient and a therapist who are linked, and one entry that both can read.
 * @returns {Promise<{ana: Device, bo: Device, bosId: string, anasId: string, entry: string, kit: {handle: string, kitCode: string}}>}
 */
async function linkedPair() {
  const ana = new Device(server.origin);
  const bo = new Device(server.origin);
  const kit = await signUp(ana, "Ana", "patient");
  await signUp(bo, "Bo", "therapist");
  const { forInviter: bosId, forInvitee: anasId } = await link(ana, bo);
  const { id: entry } = await ana.write("The grey heron.");
  await ana.vault.share({ id: entry, person: bosId });
  await settle(ana, bo);
  return { ana, bo, bosId, anasId, entry, kit };
}

/** @param {...Device} devices */
async function settle(...devices) {
  for (const device of [...devices, ...devices]) await device.sync();
}

/** @param {Device} device it is shown nothing new: as one who does not want to know */
function freeze(device) {
  device.wire.between = async (request, send) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith("/feed")) return send();
    const answer = await send();
    const page = parsePage(new Uint8Array(await answer.arrayBuffer()));
    const cursor = Number(url.searchParams.get("after"));
    return new Response(buildPage(page.epoch, cursor, cursor, false, []), answer);
  };
}

/** @param {Device} device @param {string} entry @returns {Promise<string[]>} */
async function comments(device, entry) {
  return ((await device.vault.entry({ id: entry })).comments ?? []).map(({ text }) => text);
}

/** @param {Device} device @returns {Promise<string[]>} */
async function states(device) {
  return (await device.vault.people()).map(({ state }) => state);
}

test("a contact who ignores the end brings nothing more, and is stuck with nothing once they see it", async () => {
  const { ana, bo, bosId, entry } = await linkedPair();
  await bo.vault.comment({ entry, text: "I read it on Monday." });
  await settle(bo, ana);
  await ana.vault.closeLink({ person: bosId });
  await ana.sync();
  freeze(bo);
  await bo.vault.comment({ entry, text: "You will be sorry you left." });
  await bo.sync();
  await ana.sync();
  assert.deepEqual(await comments(ana, entry), ["I read it on Monday."]);
  bo.wire.between = null;
  await settle(bo, bo);
  const { waiting, state, notices } = await bo.vault.syncStatus();
  assert.deepEqual([waiting, state], [0, "idle"]);
  assert.ok(notices.some(({ type }) => type === "link-ended"));
  await ana.sync();
  assert.deepEqual(await comments(ana, entry), ["I read it on Monday."]);
});

test("what crossed with the end of the link is dropped", async () => {
  const { ana, bo, bosId, entry } = await linkedPair();
  await bo.vault.comment({ entry, text: "On its way already." });
  await bo.sync();
  await ana.vault.closeLink({ person: bosId });
  await settle(ana, bo);
  assert.deepEqual(await comments(ana, entry), []);
});

test("whoever ends it, both logs are closed, and nobody has anything left to send", async () => {
  for (const ends of ["patient", "therapist"]) {
    const { ana, bo, bosId, anasId, entry } = await linkedPair();
    await bo.vault.comment({ entry, text: "Before." });
    bo.wire.isDown = true;
    await bo.vault.comment({ entry, text: "Written offline." });
    if (ends === "patient") {
      await ana.vault.closeLink({ person: bosId });
      await ana.sync();
    } else await bo.vault.closeLink({ person: anasId });
    bo.wire.isDown = false;
    await settle(bo, ana);
    for (const device of [ana, bo]) {
      assert.deepEqual(await states(device), ["closed"]);
      const { waiting, state } = await device.vault.syncStatus();
      assert.deepEqual([waiting, state], [0, "idle"], `${ends} ends it`);
    }
    assert.ok((await closes(ana)) && (await closes(bo)));
    await assert.rejects(bo.vault.entry({ id: entry }), { reason: "not-found" });
  }
});

test("what a therapist wrote stays with the patient who ends the link; a new device misses nothing", async () => {
  const { ana, bo, bosId, entry, kit } = await linkedPair();
  await bo.vault.comment({ entry, text: "I read it on Monday." });
  await settle(bo, ana);
  await ana.vault.closeLink({ person: bosId });
  await settle(ana, bo);
  assert.deepEqual(await comments(ana, entry), ["I read it on Monday."]);
  const phone = new Device(server.origin);
  await phone.signIn(kit);
  await settle(phone);
  assert.deepEqual(await phone.texts(), ["The grey heron."]);
  assert.deepEqual(await states(phone), ["closed"]);
  const { notices, waiting } = await phone.vault.syncStatus();
  assert.deepEqual([notices.filter(({ type }) => type === "missing"), waiting], [[], 0]);
});

test("the same revision granted twice is there once, on old devices and new ones", async () => {
  const { ana, bo, bosId, entry } = await linkedPair();
  await ana.vault.share({ id: entry, person: bosId });
  await settle(ana, bo);
  const { id } = await ana.write("Another.");
  await ana.vault.share({ id, person: bosId });
  await ana.vault.share({ id: entry, person: bosId });
  await settle(ana, bo);
  await bo.restart();
  await bo.vault.unlock({ passphrase: "lamp river seven quiet maple door" });
  await settle(bo);
  assert.equal((await bo.vault.entry({ id: entry })).text, "The grey heron.");
  const { notices } = await bo.vault.syncStatus();
  assert.deepEqual(notices, []);
});

/** @param {Device} device @returns {Promise<boolean>} whether the server holds a close of its own */
async function closes(device) {
  const answer = await device.wire.fetch(`${server.origin}/api/v1/feed`, {});
  const { records } = parsePage(new Uint8Array(await answer.arrayBuffer()));
  const { idPk } = await device.vault.serverKnows().then((/** @type {any} */ known) => ({
    idPk: known.id_pk,
  }));
  return records.some(
    ({ header }) =>
      header.type === "close" && Buffer.from(header.author).toString("base64url") === idPk,
  );
}
