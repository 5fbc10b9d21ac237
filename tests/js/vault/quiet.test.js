// Whom one does not want to hear from: muted and blocked, on every device of one's own, and nothing of it at theirs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, sayBoundary, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let ana;
/** @type {Device} */
let bo;
/** @type {{forInviter: string, forInvitee: string}} */
let ids;
/** @type {{handle: string, kitCode: string}} */
let kit;
/** @type {string} */
let entry;

before(async () => {
  server = await Server.shared();
  ana = new Device(server.origin);
  bo = new Device(server.origin);
  kit = await signUp(ana, "Ana", "patient");
  await signUp(bo, "Bo", "therapist");
  ids = await link(ana, bo);
  ({ id: entry } = await ana.write("The grey heron."));
  await ana.vault.share({ id: entry, person: ids.forInviter });
  await settle();
});

after(() => server.stop());

async function settle() {
  for (const device of [ana, bo, ana, bo]) await device.sync();
}

/** @param {Device} device */
async function marks(device) {
  const [summary] = await device.vault.entries();
  const [person] = await device.vault.people();
  return [summary?.unreadComment, person?.unread, person?.quiet];
}

test("what a muted person writes comes and makes no mark; they are not told, and it can be undone", async () => {
  await ana.vault.mute({ person: ids.forInviter, muted: true });
  await bo.vault.comment({ entry, text: "I read it on Monday." });
  await settle();
  assert.deepEqual(await marks(ana), [false, 0, "muted"]);
  const phone = new Device(server.origin);
  await phone.signIn(kit);
  await phone.sync();
  assert.deepEqual(await marks(phone), [false, 0, "muted"]);
  assert.deepEqual((await bo.vault.people())[0]?.state, "linked");
  assert.deepEqual((await bo.vault.people())[0]?.quiet, "");
  await ana.vault.mute({ person: ids.forInviter, muted: false });
  assert.deepEqual(await marks(ana), [true, 1, ""]);
  await ana.vault.mute({ person: ids.forInviter, muted: true });
  const { comments } = await ana.vault.entry({ id: entry });
  assert.deepEqual(
    comments.map(({ text, muted }) => [text, muted]),
    [["I read it on Monday.", true]],
  );
  await phone.vault.lock();
});

test("a therapist who mutes somebody has nothing of theirs to read, and their list still has them", async () => {
  assert.equal((await bo.vault.queue()).total, 1);
  await bo.vault.mute({ person: ids.forInvitee, muted: true });
  assert.equal((await bo.vault.queue()).total, 0);
  const [row] = await bo.vault.caseload();
  assert.deepEqual([row?.toRead, row?.person.quiet], [0, "muted"]);
  await bo.vault.mute({ person: ids.forInvitee, muted: false });
  assert.equal((await bo.vault.queue()).total, 1);
});

test("a block ends the link for good: nothing of theirs is shown, here and on another device, and no invitation is taken", async () => {
  const { link: again } = await bo.vault.createInvite();
  await ana.vault.block({ person: ids.forInviter });
  await settle();
  assert.deepEqual((await ana.vault.entry({ id: entry })).comments, []);
  const phone = new Device(server.origin);
  await phone.signIn(kit);
  await phone.sync();
  for (const device of [ana, phone]) {
    const [person] = await device.vault.people();
    assert.deepEqual([person?.state, person?.quiet], ["closed", "blocked"]);
    assert.deepEqual((await device.vault.entry({ id: entry })).comments, []);
    const { notices } = await device.vault.syncStatus();
    assert.deepEqual(
      notices.filter(({ type }) => type !== "device-new"),
      [],
    );
  }
  await ana.vault.mute({ person: ids.forInviter, muted: false });
  assert.equal((await ana.vault.people())[0]?.quiet, "blocked");
  await assert.rejects(ana.vault.openInvite({ link: again }), { reason: "invite-invalid" });
  assert.equal((await bo.vault.people())[0]?.state, "closed");
});

test("somebody who answered and is blocked before they were confirmed is not heard of again", async () => {
  const cem = new Device(server.origin);
  await signUp(cem, "Cem", "therapist");
  const { vault } = ana;
  await sayBoundary(cem);
  const { link: one } = await cem.vault.createInvite();
  const { id } = await vault.openInvite({ link: one });
  await vault.acceptInvite({ id });
  const waiting = (await vault.people()).find(({ name }) => name === "Cem")?.id ?? "";
  await vault.block({ person: waiting });
  const { link: other } = await cem.vault.createInvite();
  await assert.rejects(vault.openInvite({ link: other }), { reason: "invite-invalid" });
  const [answer] = await cem.vault.answers();
  await cem.vault.confirmAnswer({ id: answer?.id ?? "", accept: true });
  await cem.sync();
  await ana.sync();
  const person = (await vault.people()).find(({ name }) => name === "Cem");
  assert.deepEqual([person?.state, person?.quiet], ["closed", "blocked"]);
});
