// A linked person who tries for long: nothing they send stops anything, and what cannot be read is one row.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { b64Decode } from "../../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../../static/js/wire/feed.js";
import { buildFrame } from "../../../static/js/wire/records.js";
import { Contact } from "./hostile.js";
import { Device, Server, signUp } from "./world.js";

/** @import { Role } from "../../../static/js/domain/people.js" */

const ROUNDS = 4;
const ACTS = 40;

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
});
after(() => server.stop());

/** @type {[Role, Role][]} */
const ROLES = [
  ["patient", "therapist"],
  ["therapist", "patient"],
];
for (const [own, role] of ROLES) {
  test(`a ${role} who tries for long: one goes on writing, it is backed up, a new device opens it`, async () => {
    const device = new Device(server.origin);
    const kit = await signUp(device, "Victim", own);
    const { contact, person } = await Contact.befriend(device, role, 1);
    const texts = [];
    for (let round = 0; round < ROUNDS; round++) {
      await contact.does(`act ${ACTS}`);
      texts.push(`Meins ${round}.`);
      await device.write(`Meins ${round}.`);
      const { state, waiting } = await device.sync();
      assert.deepEqual([state, waiting], ["idle", 0]);
    }
    await contact.leave();
    const fresh = new Device(server.origin);
    await fresh.signIn(kit);
    for (const one of [device, fresh]) {
      const { state, waiting, notices } = await one.sync();
      assert.deepEqual([state, waiting], ["idle", 0]);
      assert.ok(notices.length <= 40, `${notices.length} notices`);
      assert.deepEqual((await one.texts()).toSorted(), texts);
      await one.vault.timeline({ person });
      assert.equal((await one.vault.people()).length, 1);
    }
  });
}

test("a key of theirs that nothing can be sealed to is set aside, and what is shared goes by the one that is pinned", async () => {
  const device = new Device(server.origin);
  await signUp(device, "Victim", "patient");
  const { contact, person } = await Contact.befriend(device, "therapist", 2);
  const bad = b64Decode(await contact.does("bad-key"));
  await contact.leave();
  device.wire.between = async (request, send) => {
    const answer = await send();
    if (!new URL(request.url).pathname.endsWith("/feed") || !answer.ok) return answer;
    const { epoch, after, next, more, records } = parsePage(
      new Uint8Array(await answer.arrayBuffer()),
    );
    const frames = [...records.map(buildFrame), bad];
    return new Response(buildPage(epoch, after, next, more, frames), answer);
  };
  const { id } = await device.write("Geteilt.");
  await device.vault.share({ id, person });
  const { state, waiting, notices } = await device.sync();
  assert.deepEqual([state, waiting], ["idle", 0]);
  assert.deepEqual(
    notices.map(({ type }) => type),
    ["set-aside"],
  );
  assert.equal((await device.vault.entries())[0]?.shares[0]?.state, "current");
});
