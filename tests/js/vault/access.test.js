// Getting back in with the kit, a new passphrase, a new kit: with the real server, and cut at every step.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { CaptureWriter } from "../../../static/js/vault/device/capture-writer.js";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

const NEW = "copper morning eleven glass field";
const NEXT = "harbour window ninety paper stone";

/** @type {Server} */
let server;
/** @type {Device} */
let device;
/** @type {{handle: string, kitCode: string}} */
let kit;

before(async () => {
  server = await Server.shared();
});
after(() => server.stop());
beforeEach(async () => {
  device = new Device(server.origin);
  kit = await signUp(device, "Ana", "patient");
  await device.write("Vor allem anderen.");
  await device.sync();
});

/** @param {Device} device @param {string} passphrase @param {{handle: string, kitCode: string}} [by] */
async function recover({ vault }, passphrase, by = kit) {
  await vault.startRecovery(by);
  return vault.finishRecovery({ passphrase });
}

/** @param {string} passphrase @param {string} [kitCode] @returns {Promise<string[]>} what a new device reads with these */
async function readAnew(passphrase, kitCode = kit.kitCode) {
  const fresh = new Device(server.origin);
  await fresh.vault.signIn({ handle: kit.handle, passphrase, kitCode });
  await fresh.sync();
  const texts = await fresh.texts();
  await fresh.vault.lock();
  return texts;
}

/** @param {string} reason */
const failsAs = (reason) => (/** @type {any} */ error) => error.reason === reason;

/** @param {Device} device @param {string} passphrase */
async function opens(device, passphrase) {
  await device.restart();
  return device.vault.unlock({ passphrase }).then(
    ({ state }) => state === "unlocked",
    () => false,
  );
}

/**
 * The n-th request of this kind is cut, before it is sent or before its answer comes.
 * @param {Device} device
 * @param {number} n from 1
 * @param {"sent"|"answered"} when
 */
function cutAt(device, n, when) {
  let count = 0;
  device.wire.between = async (request, send) => {
    const isUnsafe = request.method !== "GET" && !request.url.endsWith("/records");
    if (isUnsafe) count += 1;
    if (!isUnsafe || count < n) return send();
    if (count === n && when === "answered") await send();
    throw new TypeError("fetch failed");
  };
  return () => {
    device.wire.between = null;
    return count >= n;
  };
}

test("a new device: the kit and the handle open everything, with a new passphrase chosen at once", async () => {
  const fresh = new Device(server.origin);
  const { name } = await fresh.vault.startRecovery(kit);
  assert.equal(name, "Ana");
  assert.equal((await fresh.vault.status()).state, "empty");
  assert.equal((await fresh.vault.finishRecovery({ passphrase: NEW })).state, "unlocked");
  await fresh.sync();
  assert.deepEqual(await fresh.texts(), ["Vor allem anderen."]);
  assert.ok(await opens(fresh, NEW));
  assert.deepEqual(await readAnew(NEW), ["Vor allem anderen."]);
  await assert.rejects(readAnew(PASSPHRASE), failsAs("sign-in-failed"));
});

test("a known, locked device: what was written and not backed up, drafts and words from the lock are still there", async () => {
  device.wire.isDown = true;
  await device.write("Ohne Netz geschrieben.");
  await device.vault.saveDraft({
    title: "",
    text: "Ein Entwurf.",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  });
  await device.restart();
  const written = { at: new Date(device.now).toISOString(), zone: device.zone };
  const text = "Am Sperrbild.";
  await new CaptureWriter(device.databaseName).keep({
    kept: null,
    text,
    happened: written,
    written,
  });
  device.wire.isDown = false;
  await recover(device, NEW, { handle: "", kitCode: kit.kitCode });
  const texts = await device.texts();
  for (const words of ["Ohne Netz geschrieben.", "Am Sperrbild."]) assert.ok(texts.includes(words));
  assert.deepEqual(
    (await device.vault.drafts()).map(({ text }) => text),
    ["Ein Entwurf."],
  );
  assert.equal((await device.sync()).waiting, 0);
  assert.ok((await readAnew(NEW)).includes("Ohne Netz geschrieben."));
});

test("a new passphrase keeps the rules of signing up, and nothing is replaced by a refused one", async () => {
  const fresh = new Device(server.origin);
  await fresh.vault.startRecovery(kit);
  for (const [passphrase, reason] of [
    ["short", "passphrase-short"],
    [`${kit.handle} `.repeat(4), "passphrase-guessable"],
  ]) {
    await assert.rejects(
      fresh.vault.finishRecovery({ passphrase: String(passphrase) }),
      failsAs(String(reason)),
    );
    await assert.rejects(
      device.vault.changePassphrase({ passphrase: PASSPHRASE, next: String(passphrase) }),
      failsAs(String(reason)),
    );
  }
  assert.deepEqual(await readAnew(PASSPHRASE), ["Vor allem anderen."]);
});

test("a wrong kit, another's kit and an unknown handle are told alike; a slip of the pen is told before anything is sent", async () => {
  const fresh = new Device(server.origin);
  const other = await signUp(new Device(server.origin), "Cy", "patient");
  for (const by of [
    { handle: kit.handle, kitCode: other.kitCode },
    { handle: "nobody-here", kitCode: kit.kitCode },
  ]) {
    await assert.rejects(fresh.vault.startRecovery(by), failsAs("sign-in-failed"));
  }
  const sent = fresh.wire.sent.length;
  const slip = { ...kit, kitCode: kit.kitCode.slice(0, -1) };
  await assert.rejects(fresh.vault.startRecovery(slip), failsAs("wrong-kit-code"));
  assert.equal(fresh.wire.sent.length, sent);
  await assert.rejects(fresh.vault.finishRecovery({ passphrase: NEW }), failsAs("not-found"));
  const somebody = new Device(server.origin);
  await signUp(somebody, "Di", "patient");
  await somebody.restart();
  await assert.rejects(somebody.vault.startRecovery(kit), failsAs("sign-in-failed"));
});

test("the passphrase is changed with the present one; other devices are out at once, and let in by the new one", async () => {
  const other = new Device(server.origin);
  await other.signIn(kit);
  await other.write("Auf dem anderen, ohne Netz.");
  await assert.rejects(
    device.vault.changePassphrase({ passphrase: NEW, next: NEXT }),
    failsAs("wrong-passphrase"),
  );
  await device.vault.changePassphrase({ passphrase: PASSPHRASE, next: NEW });
  assert.ok(!(await opens(device, PASSPHRASE)));
  assert.ok(await opens(device, NEW));
  assert.equal((await other.sync()).state, "signed-out");
  await assert.rejects(
    other.vault.signInAgain({ passphrase: PASSPHRASE }),
    failsAs("passphrase-changed"),
  );
  await other.vault.signInAgain({ passphrase: NEW });
  assert.equal((await other.sync()).waiting, 0);
  assert.ok((await readAnew(NEW)).includes("Auf dem anderen, ohne Netz."));
  other.wire.isDown = true;
  assert.ok(await opens(other, NEW));
});

test("a locked device takes the passphrase that was chosen elsewhere, and keeps it for when there is no network", async () => {
  const other = new Device(server.origin);
  await other.signIn(kit);
  await device.vault.changePassphrase({ passphrase: PASSPHRASE, next: NEW });
  other.wire.isDown = true;
  assert.ok(!(await opens(other, NEW)));
  assert.ok(await opens(other, PASSPHRASE));
  other.wire.isDown = false;
  assert.ok(await opens(other, NEW));
  other.wire.isDown = true;
  assert.ok(await opens(other, NEW));
  assert.ok(!(await opens(other, PASSPHRASE)));
});

test("the kit is shown after the passphrase only", async () => {
  await assert.rejects(device.vault.showKit({ passphrase: NEW }), failsAs("wrong-passphrase"));
  assert.deepEqual(await device.vault.showKit({ passphrase: PASSPHRASE }), {
    handle: kit.handle,
    kitCode: kit.kitCode,
  });
});

/** @param {Device} device @returns {Promise<string>} the new kit's code */
async function makeNewKit({ vault }) {
  const { kitCode, ask } = await vault.startNewKit({ passphrase: PASSPHRASE });
  await assert.rejects(vault.finishNewKit({ characters: "----" }), failsAs("wrong-characters"));
  const characters = ask.map((position) => kitCode.replaceAll("-", "")[position]).join("");
  await vault.finishNewKit({ characters });
  return kitCode;
}

test("a new kit lets in and the old one does not, with or without the passphrase, on any device", async () => {
  const other = new Device(server.origin);
  await other.signIn(kit);
  const kitCode = await makeNewKit(device);
  await device.sync();
  const fresh = new Device(server.origin);
  await assert.rejects(fresh.vault.startRecovery(kit), failsAs("sign-in-failed"));
  await assert.rejects(readAnew(PASSPHRASE), failsAs("sign-in-failed"));
  assert.deepEqual(await readAnew(PASSPHRASE, kitCode), ["Vor allem anderen."]);
  assert.equal((await device.vault.showKit({ passphrase: PASSPHRASE })).kitCode, kitCode);
  assert.ok(await opens(device, PASSPHRASE));
  await other.restart();
  await recover(other, NEW, { handle: "", kitCode });
  assert.equal((await other.sync()).state, "idle");
  assert.equal((await other.vault.showKit({ passphrase: NEW })).kitCode, kitCode);
});

/** Whoever holds these gets in: by passphrase and kit, or by the kit alone. @param {string[]} passphrases @param {string[]} kits */
async function somebodyGetsIn(passphrases, kits) {
  for (const passphrase of passphrases) {
    for (const kitCode of kits) {
      const fresh = new Device(server.origin);
      const given = { handle: kit.handle, passphrase, kitCode };
      const isIn = await fresh.vault.signIn(given).catch(() => null);
      await fresh.vault.lock();
      if (isIn) return true;
    }
  }
  return false;
}

for (const when of /** @type {const} */ (["sent", "answered"])) {
  test(`recovery, its network gone at every request (${when}): the old or the new passphrase lets in, and it can be done again`, async () => {
    for (let n = 1, hit = true; hit; n++) {
      const person = new Device(server.origin);
      kit = await signUp(person, "Eve", "patient");
      await person.write("Vorher.");
      await person.sync();
      person.wire.isDown = true;
      await person.write("Nur hier.");
      person.wire.isDown = false;
      await person.restart();
      const stop = cutAt(person, n, when);
      await recover(person, NEW, { handle: "", kitCode: kit.kitCode }).catch(() => {});
      hit = stop();
      assert.ok(await somebodyGetsIn([PASSPHRASE, NEW], [kit.kitCode]), `request ${n}`);
      const isIn = (await opens(person, NEW)) || (await opens(person, PASSPHRASE));
      assert.ok(isIn, `request ${n}`);
      assert.ok((await person.texts()).includes("Nur hier."));
      await person.restart();
      await recover(person, NEXT, { handle: "", kitCode: kit.kitCode });
      assert.ok((await person.texts()).includes("Nur hier."));
      await person.vault.lock();
    }
  });

  test(`changing the passphrase, cut at every request (${when}): the same asked again ends well`, async () => {
    for (let n = 1, hit = true; hit; n++) {
      const person = new Device(server.origin);
      kit = await signUp(person, "Fay", "patient");
      const stop = cutAt(person, n, when);
      const change = () => person.vault.changePassphrase({ passphrase: PASSPHRASE, next: NEW });
      const failure = await change().then(
        () => null,
        (error) => error.reason,
      );
      hit = stop();
      assert.ok(hit ? ["offline", "access-unsure"].includes(failure) : failure === null, failure);
      assert.ok(await somebodyGetsIn([PASSPHRASE, NEW], [kit.kitCode]), `request ${n}`);
      if (hit) await change();
      await readAnew(NEW);
      await person.vault.lock();
    }
  });

  test(`a new kit, cut at every request (${when}): one of the two kits holds, and the device finds out which`, async () => {
    for (let n = 1, hit = true; hit; n++) {
      const person = new Device(server.origin);
      kit = await signUp(person, "Gil", "patient");
      const { kitCode, ask } = await person.vault.startNewKit({ passphrase: PASSPHRASE });
      const characters = ask.map((position) => kitCode.replaceAll("-", "")[position]).join("");
      const stop = cutAt(person, n, when);
      await person.vault.finishNewKit({ characters }).catch(() => {});
      hit = stop();
      assert.ok(await somebodyGetsIn([PASSPHRASE], [kit.kitCode, kitCode]), `request ${n}`);
      assert.ok(await opens(person, PASSPHRASE));
      const shown = await person.vault.showKit({ passphrase: PASSPHRASE });
      await readAnew(PASSPHRASE, shown.kitCode);
      await recover(new Device(server.origin), NEW, { ...kit, kitCode: shown.kitCode });
      await person.vault.lock();
    }
  });
}

test("a server that says yes and does nothing, and one that answers with the old credential, are not believed", async () => {
  device.wire.between = async (request, send) =>
    request.method === "PUT" ? new Response(null, { status: 204 }) : send();
  const change = () => device.vault.changePassphrase({ passphrase: PASSPHRASE, next: NEW });
  await assert.rejects(change(), failsAs("server"));
  assert.ok(await opens(device, PASSPHRASE));
  let old = "";
  device.wire.between = async (request, send) => {
    if (!request.url.endsWith("/sessions") || request.method !== "POST") return send();
    const answer = await send();
    const told = answer.ok ? await answer.json() : {};
    old ||= told.wrapped;
    return new Response(JSON.stringify({ ...told, wrapped: old }), answer);
  };
  await assert.rejects(change(), failsAs("server"));
});

test("another tab that was locked meanwhile opens with the new passphrase, without a network", async () => {
  const tab = device.tab();
  await tab.vault.unlock({ passphrase: PASSPHRASE });
  await device.vault.changePassphrase({ passphrase: PASSPHRASE, next: NEW });
  await tab.restart();
  tab.wire.isDown = true;
  assert.equal((await tab.vault.unlock({ passphrase: NEW })).state, "unlocked");
});
