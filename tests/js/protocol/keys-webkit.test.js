// WebKitGTK refuses in PKCS#8 an Ed25519 seed that begins with a zero byte. Here Node is made to refuse every one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Identity } from "../../../static/js/protocol/keys.js";

const { importKey } = crypto.subtle;

/** @param {() => Promise<void>} act with an engine that takes no PKCS#8 */
async function withoutPkcs8(act) {
  const refusing = async (/** @type {any[]} */ ...given) => {
    if (given[0] === "pkcs8") throw new DOMException("refused", "DataError");
    return Reflect.apply(importKey, crypto.subtle, given);
  };
  Object.defineProperty(crypto.subtle, "importKey", { value: refusing, configurable: true });
  try {
    await act();
  } finally {
    Reflect.deleteProperty(crypto.subtle, "importKey");
  }
}

/** @param {number} n @returns {Uint8Array<ArrayBuffer>} */
function seedOf(n) {
  const seed = new Uint8Array(32).map((_, i) => (n * 31 + i * 7) % 256);
  if (n % 2) seed[0] = 0;
  return seed;
}

test("an identity is the same one where the engine takes no PKCS#8", async () => {
  const signs = new Set();
  for (let n = 0; n < 12; n++) {
    const seed = seedOf(n);
    const expected = await Identity.fromSeed(seed);
    await withoutPkcs8(async () => {
      const identity = await Identity.fromSeed(seed);
      assert.deepEqual(identity.public, expected.public);
      assert.deepEqual(await identity.sign("test"), await expected.sign("test"));
      signs.add(Number(identity.public[31]) >> 7);
    });
  }
  assert.equal(signs.size, 2);
});

test("an engine that takes no such key at all is said to", async () => {
  const refuse = async () => {
    throw new DOMException("refused", "NotSupportedError");
  };
  Object.defineProperty(crypto.subtle, "importKey", { value: refuse, configurable: true });
  await assert.rejects(Identity.fromSeed(seedOf(1)), /takes no Ed25519 key/);
  Reflect.deleteProperty(crypto.subtle, "importKey");
});
