import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());

test("what is written on one device is read on another that signs in with passphrase and kit code", async () => {
  const phone = new Device(server.origin);
  const { handle, kitCode } = await signUp(phone, "Ana", "patient");
  await phone.write("Stille.");
  const status = await phone.sync();
  assert.deepEqual([status.state, status.waiting], ["idle", 0]);
  const laptop = new Device(server.origin);
  const entered = await laptop.vault.signIn({ handle, passphrase: PASSPHRASE, kitCode });
  assert.deepEqual([entered.state, entered.name, entered.role], ["unlocked", "Ana", "patient"]);
  await laptop.sync();
  assert.deepEqual(await laptop.texts(), ["Stille."]);
});
