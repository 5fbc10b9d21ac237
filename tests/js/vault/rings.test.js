import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let phone;
/** @type {Device} */
let laptop;
/** @type {string} */
let bo;
/** @type {string} */
let cy;

before(async () => {
  server = await Server.shared();
  phone = new Device(server.origin);
  laptop = new Device(server.origin);
  const [first, second] = [new Device(server.origin), new Device(server.origin)];
  const kit = await signUp(phone, "Ana", "patient");
  await signUp(first, "Bo", "therapist");
  await signUp(second, "Cy", "therapist");
  bo = (await link(first, phone)).forInvitee;
  cy = (await link(second, phone)).forInvitee;
  await phone.sync();
  await laptop.signIn(kit);
  await laptop.sync();
});
after(() => server.stop());

test("who was closed on one device stays closed when another device changed something else meanwhile", async () => {
  laptop.wire.isDown = true;
  await laptop.vault.markCompared({ person: cy });
  await phone.vault.closeLink({ person: bo });
  await phone.sync();
  laptop.wire.isDown = false;
  await laptop.sync();
  await phone.sync();
  for (const device of [phone, laptop])
    assert.deepEqual(
      (await device.vault.people()).map(({ name, state, verified }) => [name, state, verified]),
      [
        ["Bo", "closed", "link"],
        ["Cy", "linked", "in_person"],
      ],
    );
});
