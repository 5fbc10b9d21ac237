import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let phone;
/** @type {Device} */
let laptop;
/** @type {{handle: string, kitCode: string}} */
let kit;

before(async () => {
  server = await Server.shared();
  phone = new Device(server.origin);
  kit = await signUp(phone, "Ana", "patient");
});
after(() => server.stop());

/** @param {string} reason */
function failing(reason) {
  return (/** @type {any} */ error) => error.reason === reason;
}

test("the four characters must be those of the kit, and nothing is sent before they are", async () => {
  const device = new Device(server.origin);
  const input = {
    handle: "careless",
    passphrase: PASSPHRASE,
    name: "Cy",
    role: /** @type {const} */ ("patient"),
  };
  const { kitCode, ask } = await device.vault.startSignUp(input);
  assert.match(kitCode, /^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
  assert.equal(new Set(ask).size, 4);
  await assert.rejects(
    device.vault.finishSignUp({ characters: "UUUU" }),
    failing("wrong-characters"),
  );
  assert.deepEqual(
    [device.wire.sent, await device.vault.status()],
    [[], { state: "empty", handle: null, name: null, role: null, captures: false }],
  );
  const short = { ...input, passphrase: "too short a one".slice(0, 14) };
  await assert.rejects(device.vault.startSignUp(short), failing("passphrase-short"));
  await assert.rejects(
    device.vault.startSignUp({ ...input, handle: "no spaces" }),
    failing("handle-invalid"),
  );
  assert.equal((await device.vault.generatePassphrase()).split(" ").length, 6);
});

test("what was agreed to at sign-up is the first document, private, and there on a second device", async () => {
  const device = new Device(server.origin);
  const input = { handle: "agreed", passphrase: PASSPHRASE, name: "Eli" };
  const role = /** @type {const} */ ("therapist");
  const { kitCode, ask } = await device.vault.startSignUp({ ...input, role });
  const characters = ask.map((at) => kitCode.replaceAll("-", "")[at]).join("");
  const consent = { version: "2", language: "en", lines: ["A line."] };
  await device.vault.finishSignUp({ characters, consent });
  const agreed = async (/** @type {Device} */ { vault }) =>
    (await vault.documents({ kind: "consent" })).map(({ body }) => body.lines);
  assert.deepEqual(await agreed(device), [["A line."]]);
  await device.sync();
  assert.ok(!device.wire.sent.some(({ body }) => Buffer.from(body).includes("A line")));
  const other = new Device(server.origin);
  await other.vault.signIn({ handle: "agreed", passphrase: PASSPHRASE, kitCode });
  await other.sync();
  assert.deepEqual(await agreed(other), [["A line."]]);
});

test("a sign-up whose answer was lost is finished by the second try, and a taken handle is told", async () => {
  const device = new Device(server.origin);
  const input = {
    handle: "lost-answer",
    passphrase: PASSPHRASE,
    name: "Di",
    role: /** @type {const} */ ("patient"),
  };
  const { kitCode, ask } = await device.vault.startSignUp(input);
  const characters = ask.map((at) => kitCode.replaceAll("-", "")[at]).join("");
  device.wire.between = async (request, send) => {
    const answer = await send();
    if (request.url.endsWith("/accounts")) throw new TypeError("connection cut");
    return answer;
  };
  await assert.rejects(device.vault.finishSignUp({ characters }), failing("offline"));
  device.wire.between = null;
  assert.equal((await device.vault.finishSignUp({ characters })).state, "unlocked");
  await device.write("Angekommen.");
  assert.equal((await device.sync()).waiting, 0);
  const other = new Device(server.origin);
  const again = await other.vault.startSignUp(input);
  const typed = again.ask.map((at) => again.kitCode.replaceAll("-", "")[at]).join("");
  await assert.rejects(other.vault.finishSignUp({ characters: typed }), failing("handle-taken"));
});

test("what is saved is on this device until the server has it, and survives both in order", async () => {
  phone.wire.isDown = true;
  const one = await phone.write("Eins.");
  const two = await phone.write("Zwei.", { title: "Titel" });
  assert.deepEqual([one.kept, two.kept, two.title], ["device", "device", "Titel"]);
  assert.equal((await phone.sync()).state, "offline");
  assert.deepEqual(await phone.texts(), ["Zwei.", "Eins."]);
  phone.wire.isDown = false;
  const status = await phone.sync();
  assert.deepEqual([status.state, status.waiting], ["idle", 0]);
  assert.ok(status.backedUpAt);
  assert.deepEqual(
    (await phone.vault.entries()).map(({ kept }) => kept),
    ["backed-up", "backed-up"],
  );
});

test("a second device signs in with passphrase and kit code, and sees the same journal", async () => {
  laptop = new Device(server.origin);
  const wrong = {
    handle: kit.handle,
    passphrase: "not the passphrase at all",
    kitCode: kit.kitCode,
  };
  await assert.rejects(laptop.vault.signIn(wrong), failing("sign-in-failed"));
  const slip = `${kit.kitCode.slice(0, -1)}${kit.kitCode.endsWith("0") ? "1" : "0"}`;
  await assert.rejects(laptop.vault.signIn({ ...wrong, kitCode: slip }), failing("wrong-kit-code"));
  const typed = kit.kitCode.toLowerCase().replaceAll("-", " ");
  const status = await laptop.vault.signIn({
    handle: kit.handle,
    passphrase: ` ${PASSPHRASE} `,
    kitCode: typed,
  });
  assert.deepEqual([status.state, status.name, status.role], ["unlocked", "Ana", "patient"]);
  assert.equal((await laptop.sync()).waiting, 0);
  assert.deepEqual(await laptop.texts(), ["Zwei.", "Eins."]);
});

test("one entry edited on two devices is kept twice, and both devices agree on both", async () => {
  await phone.sync();
  const [entry] = await phone.vault.entries();
  assert.ok(entry);
  const { id, rev } = entry;
  laptop.wire.isDown = true;
  await laptop.write("Zwei, am Tisch.", { id, rev });
  await laptop.sync();
  await phone.write("Zwei, am Telefon.", { id, rev });
  await phone.sync();
  laptop.wire.isDown = false;
  const { notices } = await laptop.sync();
  await phone.sync();
  const texts = (await laptop.texts()).sort();
  assert.deepEqual(texts, ["Eins.", "Zwei, am Telefon.", "Zwei, am Tisch."]);
  assert.deepEqual((await phone.texts()).sort(), texts);
  const copy = (await laptop.vault.entries()).find(({ conflictCopy }) => conflictCopy);
  assert.deepEqual(
    notices.map(({ type, item }) => [type, item]),
    [["conflict-copy", copy?.id]],
  );
  await laptop.vault.dismissNotice({ id: notices[0]?.id ?? "" });
  assert.deepEqual((await laptop.vault.syncStatus()).notices, []);
});

test("the same edit on two devices makes no copy", async () => {
  const before = (await phone.vault.entries()).length;
  const [entry] = await phone.vault.entries();
  const { id = "", rev = "" } = entry ?? {};
  const happened = entry?.happened ?? null;
  laptop.wire.isDown = true;
  await laptop.write("Gleich.", { id, rev, happened });
  await laptop.sync();
  await phone.write("Gleich.", { id, rev, happened });
  await phone.sync();
  laptop.wire.isDown = false;
  for (const device of [laptop, phone]) await device.sync();
  assert.equal((await laptop.vault.entries()).length, before);
});

test("a delete can be undone, reaches the other device, and never beats an edit it had not seen", async () => {
  const entry = await phone.write("Flüchtig.");
  await phone.sync();
  await laptop.sync();
  await phone.vault.deleteEntry({ id: entry.id });
  assert.ok(!(await phone.texts()).includes("Flüchtig."));
  await phone.vault.restoreEntry({ id: entry.id });
  await phone.sync();
  assert.ok((await phone.texts()).includes("Flüchtig."));
  await laptop.sync();
  const seen = (await laptop.vault.entries()).find(({ id }) => id === entry.id);
  await laptop.write("Doch wichtig.", { id: entry.id, rev: seen?.rev ?? null });
  await laptop.sync();
  phone.wire.isDown = true;
  await phone.vault.deleteEntry({ id: entry.id });
  await phone.sync();
  phone.wire.isDown = false;
  const { notices } = await phone.sync();
  assert.ok(notices.some(({ type, item }) => type === "delete-undone" && item === entry.id));
  assert.ok((await phone.texts()).includes("Doch wichtig."));
  await phone.vault.deleteEntry({ id: entry.id });
  await phone.sync();
  await laptop.sync();
  assert.ok(!(await laptop.texts()).includes("Doch wichtig."));
  await phone.vault.restoreEntry({ id: entry.id });
  await phone.sync();
  await laptop.sync();
  assert.ok((await laptop.texts()).includes("Doch wichtig."));
});

test("a draft is sealed at once, survives a restart, and goes when it is saved as an entry", async () => {
  const draft = {
    title: "",
    text: "Halb geschr",
    prompt: null,
    phase: null,
    dosing: null,
    happened: null,
  };
  const { id } = await phone.vault.saveDraft(draft);
  await phone.vault.saveDraft({ ...draft, id, text: "Halb geschrieben" });
  await phone.restart();
  assert.equal((await phone.vault.status()).state, "locked");
  await assert.rejects(phone.vault.drafts(), failing("locked"));
  phone.wire.isDown = true;
  await assert.rejects(
    phone.vault.unlock({ passphrase: "not the passphrase at all" }),
    failing("wrong-passphrase"),
  );
  assert.equal((await phone.vault.unlock({ passphrase: PASSPHRASE })).name, "Ana");
  const [kept] = await phone.vault.drafts();
  assert.deepEqual([kept?.id, kept?.text], [id, "Halb geschrieben"]);
  const saved = await phone.vault.saveEntry({ ...draft, id, text: "Ganz geschrieben" });
  assert.equal(saved.id, id);
  assert.deepEqual(await phone.vault.drafts(), []);
  assert.ok((await phone.texts()).includes("Ganz geschrieben"));
  phone.wire.isDown = false;
});

test("a session that the server has ended costs nothing: signing in again sends what waits", async () => {
  phone.wire.forgetSession();
  await phone.write("Ohne Sitzung.");
  assert.equal((await phone.sync()).state, "signed-out");
  await assert.rejects(
    phone.vault.signInAgain({ passphrase: "not the passphrase at all" }),
    failing("wrong-passphrase"),
  );
  await phone.vault.signInAgain({ passphrase: PASSPHRASE });
  const status = await phone.sync();
  assert.deepEqual([status.state, status.waiting], ["idle", 0]);
});

test("search finds words whatever their case and accents, on this device alone", async () => {
  await phone.write("Über grüne Wiesen.");
  await phone.sync();
  const asked = phone.wire.sent.length;
  const found = await phone.vault.find({ text: "GRUNE wies" });
  assert.deepEqual(
    found.map(({ preview }) => preview),
    ["Über grüne Wiesen."],
  );
  assert.deepEqual(await phone.vault.find({ text: "nirgends" }), []);
  assert.equal(phone.wire.sent.length, asked);
});

test("an answer to a prompt has the prompt's phase, unless another one is chosen or it is by date", async () => {
  const { prompts, id: pack } = JSON.parse(
    (await import("node:fs")).readFileSync(
      new URL("../../../static/content/packs/core.json", import.meta.url),
      "utf8",
    ),
  );
  const [asked] = prompts.filter((/** @type {any} */ { phase }) => phase === "integration");
  const prompt = { pack, id: asked.id, version: 1, text: asked.text, phase: asked.phase };
  const entry = await phone.write("Antwort.", { prompt });
  assert.deepEqual([entry.phase, entry.prompt], ["integration", asked.id]);
  const opened = await phone.vault.entry({ id: entry.id });
  assert.deepEqual([opened.phaseChosen, opened.prompt], [null, prompt]);
  const moved = await phone.write("Antwort.", {
    id: entry.id,
    rev: entry.rev,
    prompt,
    phase: "reflection",
  });
  assert.equal(moved.phase, "reflection");
  assert.equal((await phone.vault.entry({ id: entry.id })).phaseChosen, "reflection");
});

test("two tabs of one browser see each other's writing, and one of them syncs", async () => {
  const second = new Device(server.origin, phone.databaseName);
  await second.vault.unlock({ passphrase: PASSPHRASE });
  await second.write("Aus dem zweiten Fenster.");
  const types = new Set(second.told.map(({ type }) => type));
  assert.deepEqual([...types].sort(), ["changed", "sync", "wake"]);
  for (const message of second.told) await phone.vault.heard(message);
  assert.ok((await phone.texts()).includes("Aus dem zweiten Fenster."));
  assert.equal((await phone.sync()).waiting, 0);
  await second.vault.heard({ type: "changed", items: [] });
  const seen = (await second.vault.entries()).find(
    ({ preview }) => preview === "Aus dem zweiten Fenster.",
  );
  assert.equal(seen?.kept, "backed-up");
  await second.vault.lock();
});

test("removing the journal from a device says what would be lost, and leaves nothing", async () => {
  laptop.wire.isDown = true;
  await laptop.write("Nur hier.");
  assert.equal((await laptop.vault.beforeRemoval()).waiting, 1);
  laptop.wire.isDown = false;
  assert.equal((await laptop.vault.removeFromDevice()).state, "empty");
  const names = (await indexedDB.databases()).map(({ name }) => name);
  assert.ok(!names.includes(laptop.databaseName));
  assert.equal(/** @type {any} */ (await phone.vault.serverKnows()).handle, kit.handle);
});
