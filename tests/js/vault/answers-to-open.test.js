// Whoever answered an invite opens their log when the inviter has opened theirs: whatever breaks, and whichever device of the account sees it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Database } from "../../../static/js/store/database.js";
import { Device, PASSPHRASE, Server, sayBoundary, signUp } from "./world.js";

/** @type {Server} */
let server;

before(async () => {
  server = await Server.shared();
});

after(() => server.stop());

/** A patient who has an invite open, and a therapist who may answer it. */
async function invitation() {
  const ana = new Device(server.origin);
  const bo = new Device(server.origin);
  await signUp(ana, "Ana", "patient");
  const kit = await signUp(bo, "Bo", "therapist");
  await sayBoundary(bo);
  await bo.sync();
  const { link } = await ana.vault.createInvite();
  const { id } = await bo.vault.openInvite({ link });
  return { ana, bo, kit, id };
}

/** @param {Device} ana */
async function confirm(ana) {
  const [answer] = await ana.vault.answers();
  assert.ok(answer);
  await ana.vault.confirmAnswer({ id: answer.id, accept: true });
  await ana.sync();
}

/** After the transaction that stores somebody's `open` every other one fails, as the browser's would, until mended. */
function breakAfterOpen() {
  const { apply } = Database.prototype;
  let isBroken = false;
  Database.prototype.apply = async function (writes, durability) {
    if (isBroken) throw new DOMException("the connection is lost", "UnknownError");
    await apply.call(this, writes, durability);
    isBroken = writes.some(
      (write) => "put" in write && write.put === "records" && write.value.type === "open",
    );
  };
  return () => {
    Database.prototype.apply = apply;
    return isBroken;
  };
}

/** Words go both ways. @param {Device} ana @param {Device} bo */
async function areLinked(ana, bo) {
  const [{ id: person = "", state = "" } = {}] = await ana.vault.people();
  assert.equal(state, "linked");
  const { id: entry } = await ana.write("The grey heron.");
  await ana.vault.share({ id: entry, person });
  await ana.sync();
  await bo.sync();
  await bo.vault.comment({ entry, text: "I read it on Monday." });
  await bo.sync();
  await ana.sync();
  const { comments = [] } = await ana.vault.entry({ id: entry });
  assert.deepEqual(
    comments.map(({ text }) => text),
    ["I read it on Monday."],
  );
}

test("a store that breaks once the other side's open is stored has one's own in it", async () => {
  const { ana, bo, id } = await invitation();
  await bo.vault.acceptInvite({ id });
  await bo.sync();
  await confirm(ana);
  const mend = breakAfterOpen();
  await bo.sync();
  assert.ok(mend(), "the open was stored, and then the store broke");
  await bo.restart();
  await bo.vault.unlock({ passphrase: PASSPHRASE });
  bo.wire.isDown = true;
  assert.deepEqual(
    (await bo.vault.people()).map(({ state }) => state),
    ["linked"],
  );
  bo.wire.isDown = false;
  await bo.sync();
  await areLinked(ana, bo);
});

/**
 * One device accepts and sends its ring, and never anything after that. What the other side says meanwhile stands before that ring, and the account's
 * other device has seen it.
 * @param {(ana: Device, laptop: Device) => Promise<void>} meanwhile
 * @returns {Promise<{ana: Device, laptop: Device}>} the laptop has the ring now
 */
async function saidBeforeTheRing(meanwhile) {
  const { ana, bo, kit, id } = await invitation();
  const laptop = new Device(server.origin);
  await laptop.signIn(kit);
  await laptop.sync();
  bo.wire.between = async (request, send) => {
    if (isPush(request)) throw new TypeError("fetch failed");
    return send();
  };
  await bo.vault.acceptInvite({ id });
  bo.wire.between = async (request, send) => {
    if (!isPush(request)) return send();
    bo.wire.between = null;
    await meanwhile(ana, laptop);
    const answer = await send();
    bo.wire.isDown = true;
    return answer;
  };
  await bo.sync();
  assert.ok(bo.wire.isDown, "the ring was sent");
  await laptop.sync();
  return { ana, laptop };
}

/** @param {Request} request */
function isPush({ method, url }) {
  return method === "POST" && url.endsWith("/records");
}

test("another device answers an open that it saw before it knew who was waited for", async () => {
  const { ana, laptop } = await saidBeforeTheRing(async (ana, laptop) => {
    await confirm(ana);
    await laptop.sync();
  });
  await areLinked(ana, laptop);
});

test("nobody is waited for who opened and closed before this device knew of them", async () => {
  const { laptop } = await saidBeforeTheRing(async (ana, laptop) => {
    await confirm(ana);
    const [{ id: person = "" } = {}] = await ana.vault.people();
    await ana.vault.closeLink({ person });
    await ana.sync();
    await laptop.sync();
  });
  assert.deepEqual(
    (await laptop.vault.people()).map(({ state }) => state),
    ["closed"],
  );
  const { state, waiting } = await laptop.sync();
  assert.deepEqual([state, waiting], ["idle", 0]);
});
