import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let phone;

before(async () => {
  server = await Server.start();
  phone = new Device(server.origin);
  await signUp(phone, "Ana", "patient");
});
after(() => server.stop());

test("what stands in a form is kept in its order, replaced as a whole, and gone when it was discarded", async () => {
  const form = "thread new";
  assert.equal(await phone.vault.form({ form }), null);
  await phone.vault.saveForm({ form, values: [["line", "Go slow"]] });
  await phone.vault.saveForm({
    form,
    values: [
      ["line", "Go slowly"],
      ["dosing", ""],
    ],
  });
  assert.deepEqual(await phone.vault.form({ form }), [
    ["line", "Go slowly"],
    ["dosing", ""],
  ]);
  assert.equal(await phone.vault.form({ form: "thread other" }), null);
  await phone.vault.discardForm({ form });
  assert.equal(await phone.vault.form({ form }), null);
});

test("it is no draft of an entry, and is counted among what leaving this device would lose", async () => {
  await phone.sync();
  const before = (await phone.vault.beforeRemoval()).waiting;
  await phone.vault.saveForm({ form: "course new", values: [["name", "Spring"]] });
  assert.deepEqual(await phone.vault.drafts(), []);
  assert.equal((await phone.vault.beforeRemoval()).waiting, before + 1);
});
