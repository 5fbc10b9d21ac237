import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { canonical, openPack } from "../../../static/js/vault/journal/packs.js";
import { parseJson } from "../../../static/js/wire/json.js";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

const VECTORS = JSON.parse(
  readFileSync(new URL("../../vectors/packs.json", import.meta.url), "utf8"),
);
const [PLAIN] = VECTORS.held;

for (const { name, key, text, signature, canonical: signed } of VECTORS.held) {
  test(`what was signed opens: ${name}`, async () => {
    assert.equal(canonical(parseJson(new TextEncoder().encode(text))), signed);
    assert.deepEqual(await openPack(key, { name, text, signature }), JSON.parse(text));
  });
}

for (const { name, key, text, signature, kind } of VECTORS.refused) {
  test(`what was not signed so is refused: ${name}`, async () => {
    await assert.rejects(openPack(key, { name, text, signature }), { kind });
  });
}

/** @type {Server} */
let server;
/** @type {Device} */
let phone;
/** What the server hands out. @type {any} */
let served;
/** @type {number} */
let asked = 0;

before(async () => {
  server = await Server.shared();
  phone = new Device(server.origin);
  await signUp(phone, "Ana", "patient");
  phone.wire.between = async (request, send) => {
    if (!request.url.endsWith("/packs.json")) return send();
    asked += 1;
    const answer = served === undefined ? await (await send()).text() : served;
    const text = typeof answer === "string" ? answer : JSON.stringify(answer);
    // Never twice the same bytes, so that each answer is told of.
    return new Response(text + " ".repeat(asked));
  };
});
after(() => server.stop());

/** @param {any} answer of the server, an hour later @returns {Promise<any>} what the vault then has */
async function packsWhen(answer) {
  served = answer;
  phone.now += 3_600_000;
  const told = () => phone.told.filter(({ type }) => type === "changed").length;
  const before = told();
  await phone.vault.packs();
  while (told() === before) await new Promise(setImmediate);
  return phone.vault.packs();
}

/** @param {any} one @param {string|null} [key] */
const holding = (one, key = PLAIN.key) => ({ key, packs: [{ ...one, name: "clinic" }] });

test("a server on which nothing was installed gives no pack and refuses none", async () => {
  assert.deepEqual(await packsWhen(undefined), { packs: [], refused: [] });
});

test("a signed pack is kept, and is there after a restart with no network", async () => {
  const { packs, refused } = await packsWhen(holding(PLAIN));
  assert.deepEqual([packs, refused], [[JSON.parse(PLAIN.text)], []]);
  const again = new Device(server.origin, phone.databaseName);
  again.wire.isDown = true;
  await again.vault.unlock({ passphrase: PASSPHRASE });
  assert.deepEqual((await again.vault.packs()).packs, packs);
});

test("the server is asked once an hour, however often the packs are read", async () => {
  await packsWhen(holding(PLAIN));
  const before = asked;
  for (let times = 0; times < 5; times += 1) await phone.vault.packs();
  assert.equal(asked, before);
});

test("a changed, an unsigned and an unreadable pack are refused, each by name and reason", async () => {
  const changed = { ...PLAIN, text: PLAIN.text.replace("clinic", "clinik") };
  const cases = [
    [holding(changed), "changed"],
    [holding({ ...PLAIN, signature: null }), "unsigned"],
    [holding(PLAIN, null), "unsigned"],
    [holding({ ...PLAIN, text: "{" }), "unreadable"],
    [holding(VECTORS.held[2]), "unreadable"],
  ];
  for (const [answer, reason] of cases) {
    const { packs, refused } = await packsWhen(answer);
    assert.deepEqual([packs, refused], [[], [{ name: "clinic", reason }]]);
  }
});

test("a pack that was changed takes the place of the one before: neither is used", async () => {
  assert.equal((await packsWhen(holding(PLAIN))).packs.length, 1);
  const changed = { ...PLAIN, text: PLAIN.text.replace("clinic", "clinik") };
  assert.equal((await packsWhen(holding(changed))).packs.length, 0);
});

test("an answer of any other shape brings nothing down", async () => {
  for (const answer of ["", "null", "[]", "7", '{"packs":{}}', '{"key":7,"packs":[null,{},7]}']) {
    assert.deepEqual((await packsWhen(answer)).packs, []);
  }
});
