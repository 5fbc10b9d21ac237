import assert from "node:assert/strict";
import { test } from "node:test";
import { hostVault } from "../../../static/js/vault/door/host.js";
import { METHODS } from "../../../static/js/vault/door/methods.js";
import { createVault } from "../../../static/js/vault/door/vault.js";
import { VaultError } from "../../../static/js/vault/vault-error.js";

/** @param {object} vault */
function host(vault) {
  /** @type {any[]} */
  const told = [];
  const take = hostVault(/** @type {any} */ (vault), (one) => told.push(one));
  return { told, take };
}

test("the vault has every method the page may call", () => {
  const vault = createVault(/** @type {any} */ ({ databaseName: "none", clock: {} }), () => {});
  for (const method of METHODS) assert.equal(typeof vault[method], "function", method);
});

test("an answer carries the number of its call, and a failure only its reason", async () => {
  const secret = new VaultError("wrong-passphrase", new Error("lamp river seven"));
  const { told, take } = host({
    find: async (/** @type {any} */ { text }) => [text],
    unlock: async () => {
      throw secret;
    },
  });
  await take({ id: 1, method: "find", input: { text: "x" } });
  await take({ id: 2, method: "unlock", input: {} });
  assert.deepEqual(told, [
    { id: 1, result: ["x"] },
    { id: 2, reason: "wrong-passphrase" },
  ]);
});

test("a fault of our own says where it arose, and none of the words in its message", async () => {
  const { told, take } = host({
    find: async () => {
      throw new TypeError("lamp river seven.js:1:1");
    },
  });
  await take({ id: 1, method: "find", input: {} });
  assert.equal(told[0].reason, "failed");
  assert.match(told[0].where, /^TypeError test\.js:\d+:\d+ host\.js/);
  assert.doesNotMatch(JSON.stringify(told), /lamp|river|seven/);
});

test("nothing else of the vault can be called, however it is named", async () => {
  let called = 0;
  const { told, take } = host({ importMany: () => called++, wake: () => called++ });
  for (const method of [
    "importMany",
    "wake",
    "heard",
    "constructor",
    "__proto__",
    "toString",
    "",
  ]) {
    await take({ id: 3, method, input: undefined });
  }
  assert.equal(called, 0);
  assert.ok(told.every(({ reason }) => reason === "failed"));
  await take({ wake: "online" });
  assert.equal(called, 1);
});
