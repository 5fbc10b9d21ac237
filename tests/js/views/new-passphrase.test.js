import assert from "node:assert/strict";
import { test } from "node:test";
import { loadWords } from "../../../static/js/ui/i18n.js";
import { newPassphrase } from "../../../static/js/views/account/new-passphrase.js";
import { markupOf } from "./drawn.js";
import { actOf } from "./page.js";

/** @param {ReturnType<typeof newPassphrase>} secret @param {string} [wrong] */
const shown = (secret, wrong) => secret.fields({ name: "passphrase", label: "", wrong });

test("whoever goes on at once after asking for six words goes on when they have come, once", async () => {
  await loadWords(["first", "account"]);
  /** @type {(words: string) => void} */
  let come = () => {};
  const generatePassphrase = () => new Promise((done) => (come = done));
  let drawn = 0;
  const app = { ready: Promise.resolve({ generatePassphrase }), draw: () => drawn++ };
  const secret = newPassphrase(/** @type {any} */ (app), "");
  const generate = actOf(shown(secret), "generate");
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

test("what was wrong with another passphrase is not said of the six words, and is of what is typed after them", async () => {
  await loadWords(["first", "account"]);
  const generatePassphrase = async () => "six words";
  const app = { ready: Promise.resolve({ generatePassphrase }), draw: () => {} };
  const secret = newPassphrase(/** @type {any} */ (app), "");
  const says = (/** @type {string} */ words) => markupOf(shown(secret, words)).includes(words);
  assert.ok(says("Too short."));
  actOf(shown(secret, "Too short."), "generate")();
  await new Promise((done) => setImmediate(done));
  assert.equal(secret.chosen.value, "six words");
  assert.ok(!says("Too short."));
  assert.ok(says("Offline."));
  actOf(shown(secret, "Too short."), "passphrase", "input")({ target: { value: "six" } });
  assert.ok(says("Too short."));
});
