// One's own signed-in devices, against the real server and one that lies in its list.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { MOST_DEVICES } from "../../../static/js/domain/devices.js";
import { sealLabel } from "../../../static/js/protocol/devices.js";
import { deviceName } from "../../../static/js/vault/door/browser.js";
import { b64Decode, b64Encode } from "../../../static/js/wire/encoding.js";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;

before(async () => {
  server = await Server.shared();
});

after(() => server.stop());

/** @param {string} name @returns {Device} */
function browser(name) {
  const device = new Device(server.origin);
  device.name = name;
  return device;
}

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  while (!(await holds())) await pause(10);
}

/** @param {Device} device @returns {Promise<(string|null)[]>} */
async function names(device) {
  return (await device.vault.devices()).map(({ name }) => name);
}

/** @param {Device} device @param {string[]} wanted */
function areNamed(device, ...wanted) {
  return until(async () => (await names(device)).sort().join() === wanted.sort().join());
}

/** A phone that has signed up and a laptop that has signed in, both named. */
async function both() {
  const [phone, laptop] = [browser("Safari on iPhone"), browser("Firefox on Windows")];
  const kit = await signUp(phone, "Ana", "patient");
  await laptop.signIn(kit);
  for (const device of [phone, laptop]) await device.sync();
  await areNamed(phone, phone.name, laptop.name);
  const [, other] = await phone.vault.devices();
  return { phone, laptop, kit, other: /** @type {{id: string}} */ (other) };
}

/** The list of sessions is what `change` makes of it. @param {Device} device @param {(rows: any[]) => any} change */
function lies(device, change) {
  device.wire.between = async (request, send) => {
    const answer = await send();
    if (request.method !== "GET" || !request.url.endsWith("/sessions")) return answer;
    const { sessions } = await answer.json();
    return Response.json({ sessions: change(sessions) }, { headers: answer.headers });
  };
}

test("both see both names, this device first, and the server never sees one", async () => {
  const { phone, laptop } = await both();
  assert.deepEqual(await names(phone), [phone.name, laptop.name]);
  assert.deepEqual(await names(laptop), [laptop.name, phone.name]);
  const [own, other] = await phone.vault.devices();
  assert.deepEqual([own?.isCurrent, other?.isCurrent], [true, false]);
  assert.ok(Date.parse(own?.created ?? "") <= Date.parse(own?.seen ?? ""));
  const labels = [phone, laptop].flatMap(({ wire }) =>
    wire.sent.filter(({ path }) => path.endsWith("/label")),
  );
  assert.deepEqual(
    labels.map(({ body }) => b64Decode(JSON.parse(String(Buffer.from(body))).label).length),
    [168, 168],
  );
});

test("a named session is named once; one that takes its place is named again", async () => {
  const { phone } = await both();
  const sent = () => phone.wire.sent.filter(({ path }) => path.endsWith("/label")).length;
  await phone.restart();
  await phone.vault.unlock({ passphrase: PASSPHRASE });
  await phone.sync();
  assert.equal(sent(), 1);
  await phone.vault.changePassphrase({
    passphrase: PASSPHRASE,
    next: "harbour window ninety paper stone",
  });
  await areNamed(phone, phone.name);
  assert.equal(sent(), 2);
});

test("an ended device says so, keeps its words, and opens them with its passphrase", async () => {
  const { phone, laptop, other } = await both();
  await laptop.write("The grey heron.");
  await phone.vault.endDevice(other);
  assert.deepEqual(await names(phone), [phone.name]);
  assert.equal((await laptop.sync()).state, "signed-out");
  assert.deepEqual(await laptop.texts(), ["The grey heron."]);
  await assert.rejects(laptop.vault.devices(), { reason: "sign-in-failed" });
  await laptop.restart();
  await laptop.vault.unlock({ passphrase: PASSPHRASE });
  assert.deepEqual(await laptop.texts(), ["The grey heron."]);
  await laptop.vault.signInAgain({ passphrase: PASSPHRASE });
  assert.equal((await laptop.sync()).waiting, 0);
  await areNamed(phone, phone.name, laptop.name);
});

test("another tab of the ended device says so too", async () => {
  const { phone, laptop, other } = await both();
  const tab = laptop.tab();
  // With the cookies of the other.
  await tab.restart();
  await tab.vault.unlock({ passphrase: PASSPHRASE });
  assert.equal((await tab.vault.devices()).length, 2);
  await phone.vault.endDevice(other);
  await laptop.sync();
  await Promise.all(tab.heard);
  assert.equal((await tab.vault.syncStatus()).state, "signed-out");
});

test("ended twice, or again after an answer was lost, it is ended", async () => {
  const { phone, laptop, other } = await both();
  phone.wire.between = async ({ method }, send) => {
    const answer = await send();
    if (method === "DELETE") throw new TypeError("fetch failed");
    return answer;
  };
  await assert.rejects(phone.vault.endDevice(other), { reason: "offline" });
  phone.wire.between = null;
  await phone.vault.endDevice(other);
  await phone.vault.endDevice(other);
  assert.equal((await laptop.sync()).state, "signed-out");
  assert.equal((await phone.sync()).state, "idle");
});

test("without a network both say so", async () => {
  const { phone, other } = await both();
  phone.wire.isDown = true;
  await assert.rejects(phone.vault.devices(), { reason: "offline" });
  await assert.rejects(phone.vault.endDevice(other), { reason: "offline" });
});

test("ending one's own session, where the server lied about which it is, loses no word", async () => {
  const { phone } = await both();
  await phone.write("The grey heron.");
  lies(phone, (rows) => rows.map((row) => ({ ...row, current: !row.current })));
  const [, taken] = await phone.vault.devices();
  await phone.vault.endDevice(/** @type {{id: string}} */ (taken));
  assert.equal((await phone.sync()).state, "signed-out");
  assert.deepEqual(await phone.texts(), ["The grey heron."]);
});

test("what is no id of a session is asked of nobody", async () => {
  const { phone } = await both();
  const before = phone.wire.sent.length;
  for (const id of ["current", "", "../account", "AAAA"])
    await assert.rejects(phone.vault.endDevice({ id }), { kind: "malformed" });
  assert.equal(phone.wire.sent.length, before);
});

test("a name that cannot be left is in nobody's way, and is left the next time", async () => {
  const phone = browser("Chrome on Android");
  phone.wire.between = async ({ url }, send) => {
    if (url.endsWith("/label")) throw new TypeError("fetch failed");
    return send();
  };
  await signUp(phone, "Ana", "patient");
  await phone.write("The grey heron.");
  assert.equal((await phone.sync()).waiting, 0);
  await until(async () => phone.wire.sent.some(({ path }) => path.endsWith("/label")));
  phone.wire.between = null;
  await until(async () => {
    await phone.sync();
    return (await names(phone))[0] === phone.name;
  });
});

test("swapped, damaged, foreign and odd labels are devices without a name", async () => {
  const { phone } = await both();
  const foreign = await sealLabel(new Uint8Array(32), new Uint8Array(32), new Uint8Array(16), "x");
  const labels = [b64Encode(foreign), b64Encode(new Uint8Array(168)), "", "?", 7, ["a"], {}, null];
  for (const label of labels) {
    lies(phone, (rows) => rows.map((row) => ({ ...row, label })));
    assert.deepEqual(await names(phone), [null, null]);
  }
  lies(phone, (rows) => rows.map((row, at) => ({ ...row, label: rows[1 - at].label })));
  assert.deepEqual(await names(phone), [null, null]);
});

test("odd rows are no devices, doubled ones are one, and absurd times are none", async () => {
  const { phone } = await both();
  const odd = [null, 7, "x", [], {}, { id: 7 }, { id: "AAAA" }, { id: "A".repeat(21).concat("B") }];
  const other = { id: "A".repeat(22), current: true };
  lies(phone, (rows) => [...odd, ...rows, ...rows, other]);
  const found = await phone.vault.devices();
  assert.deepEqual(
    found.map(({ isCurrent }) => isCurrent),
    [true, false, false],
  );
  for (const time of [-1, 0, 1.5, 2 ** 53, 1e300, "soon", null, {}]) {
    lies(phone, (rows) => rows.map((row) => ({ ...row, created: time, seen: time })));
    const [own] = await phone.vault.devices();
    assert.deepEqual([own?.created, own?.seen], [null, null]);
  }
  for (const list of [null, 7, {}]) {
    lies(phone, () => list);
    await assert.rejects(phone.vault.devices(), { reason: "server" });
  }
});

test("of ten thousand rows this device and those seen last are listed", async () => {
  const { phone } = await both();
  const id = (/** @type {number} */ n) =>
    b64Encode(new Uint8Array(16).fill(n % 256, 0, 8).fill(n / 256, 8));
  const more = Array.from({ length: 10_000 }, (_, n) => ({ id: id(n), seen: n + 1, label: null }));
  lies(phone, (rows) => [...more, ...rows]);
  const found = await phone.vault.devices();
  assert.equal(found.length, MOST_DEVICES);
  assert.equal(found[0]?.isCurrent, true);
  assert.equal(found[2]?.id, id(9_999));
});

test("a hostile name is one line, without what turns the words around it", async () => {
  const phone = browser("\u202eSafari\0\n on\u2028 iPhone\x1b[2J");
  await signUp(phone, "Ana", "patient");
  await phone.sync();
  await until(async () => (await names(phone))[0] !== null);
  assert.deepEqual(await names(phone), ["Safari on iPhone[2J"]);
});

test("a browser's name is which one on what", () => {
  const mac =
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
  const chrome = "Chrome/130.0.0.0 Safari/537.36";
  const android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";
  const brave = { brands: [{ brand: "Brave" }, { brand: "Chromium" }], platform: "Linux" };
  /** @type {[any, string][]} */
  const cases = [
    [{ userAgent: `${android} Chrome/130.0.0.0 Mobile Safari/537.36` }, "Chrome on Android"],
    [{ userAgent: `${android} SamsungBrowser/26.0 ${chrome}` }, "Samsung Internet on Android"],
    [
      {
        userAgent:
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
      },
      "Safari on iPhone",
    ],
    [
      {
        userAgent:
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/130.0 Safari/604.1",
      },
      "Chrome on iPhone",
    ],
    [{ userAgent: `${mac} Version/18.0 Safari/605.1.15` }, "Safari on Mac or iPad"],
    [{ userAgent: `${mac} ${chrome}` }, "Chrome on Mac"],
    [
      { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/130.0.0.0` },
      "Edge on Windows",
    ],
    [
      { userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0" },
      "Firefox on Windows",
    ],
    [
      { userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0" },
      "Firefox on Android",
    ],
    [{ userAgent: `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}` }, "Chrome on Chromebook"],
    [
      { userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, userAgentData: brave },
      "Brave on Linux",
    ],
    [{ userAgent: "Ladybird (Haiku)" }, "A browser"],
    [{}, "A browser"],
  ];
  for (const [navigator, name] of cases) assert.equal(deviceName(navigator), name);
});
