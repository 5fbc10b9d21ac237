/** How many people a ring holds is known before one more is asked, as the Python reading has it (tests/protocol/test_accounts.py). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hasRoom, sealRing } from "../../../static/js/protocol/ring.js";

const bytes = (/** @type {number} */ length, fill = 7) => new Uint8Array(length).fill(fill);

/** @param {number} count @returns {import("../../../static/js/protocol/ring.js").Ring} */
function ringOf(count) {
  const contacts = Array.from({ length: count }, (_, number) => {
    const idPk = bytes(32);
    new DataView(idPk.buffer).setUint32(0, number);
    return {
      idPk,
      bundle: bytes(1316),
      name: "somebody with a name",
      role: /** @type {const} */ ("patient"),
      verified: /** @type {const} */ ("link"),
      state: /** @type {const} */ ("linked"),
      dosing: true,
      since: 1_800_000_000,
    };
  });
  const seed = [{ epoch: 1, secret: bytes(32) }];
  const role = /** @type {const} */ ("therapist");
  return {
    sign: bytes(32),
    kem: seed,
    journal: seed,
    kit: bytes(20),
    name: "Dr Holm",
    role,
    contacts,
    invites: [],
    heads: [],
  };
}

test("a ring without room still holds what two devices add at once", async () => {
  let most = 300;
  while (hasRoom(ringOf(most))) most += 1;
  assert.ok(most > 450 && most < 560, String(most));
  await sealRing(bytes(32), bytes(32), 1, ringOf(most + 4));
});
