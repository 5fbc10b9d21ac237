// A device that is being filled says so, until all that the server has was here once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
});
after(() => server.stop());

/** @param {Device} device @param {number} pages that come before the link is gone */
function endsAfter({ wire }, pages) {
  let left = pages;
  wire.between = async ({ url }, send) => {
    if (!url.includes("/feed?")) return send();
    if (left-- > 0) return send();
    throw new TypeError("fetch failed");
  };
}

test("a new device counts what has come, and calls itself whole at the end of the feed", async () => {
  const phone = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  assert.equal((await phone.vault.syncStatus()).coming, null);
  // The first is a record of its own, so that the first page holds it however large the next record is.
  await phone.write("entry 0");
  await phone.sync();
  for (let i = 1; i < 40; i++) await phone.write(`entry ${i} `.repeat(300));
  await phone.sync();

  const laptop = new Device(server.origin);
  endsAfter(laptop, 1);
  await laptop.signIn(kit);
  await laptop.sync();
  const status = await laptop.vault.syncStatus();
  assert.equal(status.state, "offline");
  assert.equal(status.coming?.of, 40);
  const here = status.coming?.here ?? 0;
  assert.ok(here > 0 && here < 40, `${here} are here`);
  assert.equal((await laptop.texts()).length, here);
  assert.equal(status.backedUpAt, null);

  await laptop.write("written while the rest is coming");
  await laptop.restart();
  endsAfter(laptop, 0);
  await laptop.vault.unlock({ passphrase: PASSPHRASE });
  assert.equal((await laptop.vault.syncStatus()).coming?.here, here);
  laptop.wire.between = null;
  await laptop.sync();
  assert.equal((await laptop.vault.syncStatus()).coming, null);
  assert.equal((await laptop.texts()).length, 41);
});
