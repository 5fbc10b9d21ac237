import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, PASSPHRASE, Server, signUp } from "./world.js";

const DAY = 24 * 3_600_000;
const GONE = { reason: "not-found" };

/** @type {Server} */
let server;
/** @type {Device} */
let phone;
/** @type {Device} */
let laptop;

before(async () => {
  server = await Server.shared();
  phone = new Device(server.origin);
  laptop = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  await laptop.signIn(kit);
});
after(() => server.stop());

/** @param {Device} device */
async function titles(device) {
  return (await device.vault.trash()).map(({ title }) => title);
}

test("the trash holds what was deleted, deleted last first, on every device, and gives it back", async () => {
  const one = await phone.write("Erstes.");
  const two = await phone.write("Zweites.");
  await phone.sync();
  await laptop.sync();
  await phone.vault.deleteEntry({ id: one.id });
  const [unsent] = await phone.vault.trash();
  assert.deepEqual([unsent?.id, unsent?.deletedAt], [one.id, null]);
  await phone.sync();
  phone.now += DAY;
  await phone.vault.deleteEntry({ id: two.id });
  await phone.sync();
  await laptop.sync();
  assert.deepEqual(await titles(phone), ["Zweites.", "Erstes."]);
  const [last] = await phone.vault.trash();
  assert.equal(last?.deletedAt, new Date(phone.now).toISOString());
  await laptop.vault.restoreEntry({ id: one.id });
  await laptop.sync();
  await phone.sync();
  assert.deepEqual([await titles(phone), await titles(laptop)], [["Zweites."], ["Zweites."]]);
  assert.deepEqual(await phone.texts(), ["Erstes."]);
});

test("emptying forgets the words here, one by one or all, and touches nothing that stands", async () => {
  const entries = [
    await phone.write("Eins."),
    await phone.write("Zwei."),
    await phone.write("Drei."),
  ];
  await phone.sync();
  for (const { id } of entries.slice(0, 2)) await phone.vault.deleteEntry({ id });
  await phone.sync();
  await phone.vault.emptyTrash({ id: entries[0]?.id ?? "" });
  assert.ok(!(await titles(phone)).includes("Eins.") && (await titles(phone)).includes("Zwei."));
  await phone.vault.emptyTrash();
  assert.deepEqual(await titles(phone), []);
  await phone.restart();
  await phone.vault.unlock({ passphrase: PASSPHRASE });
  assert.deepEqual(await titles(phone), []);
  await assert.rejects(phone.vault.restoreEntry({ id: entries[0]?.id ?? "" }), GONE);
  assert.ok((await phone.texts()).includes("Drei."));
  assert.equal((await phone.sync()).waiting, 0);
});

test("a delete of which the server does not know yet is not emptied", async () => {
  const entry = await phone.write("Noch nicht gesagt.");
  await phone.sync();
  phone.wire.isDown = true;
  await phone.vault.deleteEntry({ id: entry.id });
  await phone.vault.emptyTrash();
  assert.deepEqual(await titles(phone), ["Noch nicht gesagt."]);
  phone.wire.isDown = false;
  await phone.vault.restoreEntry({ id: entry.id });
  assert.ok((await phone.texts()).includes("Noch nicht gesagt."));
  await phone.sync();
});

test("every version of an entry can be read, and an earlier one becomes the newest once the newest is backed up, so that nothing is lost", async () => {
  const { id, rev: firstRev } = await phone.write("Fassung eins.", { title: "Alt" });
  await phone.sync();
  const second = await phone.write("Fassung zwei.", { id, rev: firstRev });
  await phone.sync();
  await phone.write("Fassung drei.", { id, rev: second.rev });
  const versions = await phone.vault.versions({ id });
  assert.deepEqual(
    versions.map(({ preview, current }) => [preview, current]),
    [
      ["Fassung drei.", true],
      ["Fassung zwei.", false],
      ["Fassung eins.", false],
    ],
  );
  const rev = versions[2]?.rev ?? "";
  const first = await phone.vault.version({ id, rev });
  assert.deepEqual([first.title, first.text], ["Alt", "Fassung eins."]);
  phone.wire.isDown = true;
  await assert.rejects(phone.vault.restoreVersion({ id, rev }), { reason: "offline" });
  phone.wire.isDown = false;
  await phone.sync();
  await phone.vault.restoreVersion({ id, rev });
  await phone.sync();
  await laptop.sync();
  const there = await laptop.vault.entry({ id });
  assert.deepEqual([there.title, there.text], ["Alt", "Fassung eins."]);
  assert.equal((await phone.vault.versions({ id })).length, 4);
});

test("a version of another entry, and one that is none, is refused", async () => {
  const one = await phone.write("Das eine.");
  const other = await phone.write("Das andere.");
  await assert.rejects(phone.vault.version({ id: one.id, rev: other.rev }), GONE);
  await assert.rejects(phone.vault.restoreVersion({ id: one.id, rev: other.rev }), GONE);
  await assert.rejects(phone.vault.versions({ id: "AAAAAAAAAAAAAAAAAAAAAA" }), GONE);
});

test("what is found follows every change: new words, other words, words that are gone", async () => {
  const found = async (/** @type {string} */ text) => (await phone.vault.find({ text })).length;
  const { id } = await phone.write("Ein Leuchtturm im Nebel.");
  assert.equal(await found("LEUCHTTÜRM"), 1);
  await phone.write("Ein Hafen im Nebel.", { id });
  assert.deepEqual([await found("leuchtturm"), await found("hafen")], [0, 1]);
  await phone.vault.deleteEntry({ id });
  assert.equal(await found("hafen"), 0);
  await phone.vault.restoreEntry({ id });
  assert.equal(await found("hafen"), 1);
  await phone.write("Nebel auch hier.");
  assert.equal(
    (await phone.vault.find({ text: "nebel", limit: 1 }))[0]?.preview,
    "Nebel auch hier.",
  );
});
