// Having one's account erased, against the real server: both steps, the other side, one's other device, and a receipt that lies.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;

before(async () => {
  server = await Server.shared();
});

after(() => server.stop());

/** @param {Device} device @returns {Promise<string[]>} */
async function told(device) {
  return (await device.vault.syncStatus()).notices.map(({ type }) => type);
}

/** @param {Device} device @param {{handle: string, kitCode: string}} kit @returns {Promise<Device>} another one of the same person */
async function second(device, kit) {
  const other = new Device(server.origin);
  await other.vault.signIn({ ...kit, passphrase: PASSPHRASE });
  await other.sync();
  await device.sync();
  // That there is another device is told; here it is what is asked for.
  await device.vault.dismissNotice({ id: "device-new" });
  return other;
}

test("asked with the passphrase, seen on the other device, and taken back there", async () => {
  const phone = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  const laptop = await second(phone, kit);
  await assert.rejects(phone.vault.askErasure({ passphrase: "six words that are not it at all" }), {
    reason: "wrong-passphrase",
  });
  assert.equal((await phone.vault.erasure()).due, null);
  await phone.vault.askErasure({ passphrase: PASSPHRASE });
  assert.deepEqual(await told(phone), ["erasing"]);
  await laptop.restart();
  await laptop.vault.unlock({ passphrase: PASSPHRASE });
  await laptop.sync();
  assert.deepEqual(await told(laptop), ["erasing"]);
  await laptop.vault.takeBackErasure();
  assert.deepEqual(await told(laptop), []);
  assert.equal((await phone.vault.erasure()).due, null);
  // It was taken back meanwhile: that is as good.
  await phone.vault.takeBackErasure();
});

test("at once: the therapist's app drops what was shared, the other device keeps its words and says why", async () => {
  const [ana, bo] = [new Device(server.origin), new Device(server.origin)];
  const kit = await signUp(ana, "Ana", "patient");
  const other = await signUp(bo, "Bo", "therapist");
  const { forInviter: bosId } = await link(ana, bo);
  const { id } = await ana.write("The grey heron.");
  await ana.vault.share({ id, person: bosId });
  await ana.sync();
  const laptop = await second(ana, kit);
  await bo.sync();
  await ana.sync();
  assert.equal((await bo.vault.entry({ id })).text, "The grey heron.");
  await ana.vault.askErasure({ passphrase: PASSPHRASE });
  await assert.rejects(ana.vault.eraseNow({ kitCode: "not a code" }), { reason: "wrong-kit-code" });
  await assert.rejects(ana.vault.eraseNow(other), { reason: "wrong-kit-code" });
  const { receipt, counts } = await ana.vault.eraseNow(kit);
  assert.equal(counts.kept.accounts, 1);
  assert.equal(JSON.parse(receipt.text).revisions, counts.revisions);
  await bo.sync();
  assert.deepEqual(await told(bo), ["link-ended"]);
  await assert.rejects(bo.vault.entry({ id }), { reason: "not-found" });
  await laptop.write("Written offline.");
  await laptop.sync();
  assert.deepEqual(await told(laptop), ["erased"]);
  assert.equal((await laptop.vault.entries()).length, 2);
  await assert.rejects(laptop.vault.signInAgain({ passphrase: PASSPHRASE }), { reason: "erased" });
});

test("the answer to the last step is lost: the receipt is asked for", async () => {
  const phone = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  await phone.vault.askErasure({ passphrase: PASSPHRASE });
  phone.wire.between = async (request, send) => {
    const answer = await send();
    if (request.url.endsWith("/erasure/now")) throw new TypeError("fetch failed");
    return answer;
  };
  assert.ok(await phone.vault.eraseNow(kit));
});

test("a receipt under another key, or for another account, is none", async () => {
  const phone = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  await phone.vault.askErasure({ passphrase: PASSPHRASE });
  phone.wire.between = async (request, send) => {
    const answer = await send();
    if (!request.url.includes("/erasures/")) return answer;
    const receipt = await answer.json();
    return Response.json({ ...receipt, text: receipt.text.replace(/"at":\d+/, '"at":1') });
  };
  await assert.rejects(phone.vault.eraseNow(kit), { reason: "server" });
  await phone.sync();
  assert.deepEqual(await told(phone), ["erasing"]);
});

test("whatever the server says of it, the screen has numbers and a day", async () => {
  const phone = new Device(server.origin);
  await signUp(phone, "Ana", "patient");
  for (const odd of ["soon", -1, 1e18, 0.5, {}, undefined]) {
    phone.wire.between = async (_request, send) => {
      const answer = await (await send()).json();
      return Response.json({ ...answer, due: odd, wait: odd, counts: odd, backups: odd });
    };
    const { due, wait, counts } = await phone.vault.erasure();
    assert.deepEqual([due, wait, counts.kept.accounts], [0, 0, 0]);
    assert.ok(new Date(Number(due) * 1000).toISOString());
  }
});
