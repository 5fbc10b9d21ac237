import assert from "node:assert/strict";
import { test } from "node:test";
import { loadWords } from "../../../static/js/ui/i18n.js";
import { newPassphrase } from "../../../static/js/views/account/new-passphrase.js";

test("whoever goes on at once after asking for six words goes on when they have come, once", async () => {
  await loadWords(["first", "account"]);
  /** @type {(words: string) => void} */
  let come = () => {};
  const generatePassphrase = () => new Promise((done) => (come = done));
  let drawn = 0;
  const app = { ready: Promise.resolve({ generatePassphrase }), draw: () => drawn++ };
  const secret = newPassphrase(/** @type {any} */ (app), "");
  const generate = secret
    .fields({ name: "passphrase", label: "", wrong: undefined })
    .values.find((/** @type {unknown} */ one) => typeof one === "function");
  assert.ok(typeof generate === "function");
  /** @type {string[]} */
  const sent = [];
  const form = { requestSubmit: () => sent.push(secret.chosen.value) };
  const event = /** @type {any} */ ({ currentTarget: form, preventDefault: () => {} });

  assert.equal(secret.isComing(event), false);
  generate();
  assert.equal(secret.isComing(event), true);
  await app.ready;
  come("six words");
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(sent, ["six words"]);
  assert.equal(drawn, 1);
  assert.equal(secret.isComing(event), false);
});
