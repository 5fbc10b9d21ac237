import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, signUp } from "./world.js";

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

test("a document is kept, changed on another device with what that one does not know, and deleted", async () => {
  const body = { name: "Spring", began: "2026-03-01", later: { kept: true } };
  const { id } = await phone.vault.saveDocument({ kind: "course", body });
  await phone.sync();
  await laptop.sync();
  const [there] = await laptop.vault.documents({ kind: "course" });
  assert.deepEqual([there?.id, there?.body, there?.kept], [id, body, "backed-up"]);
  const changed = { ...there?.body, name: "Spring and summer" };
  await laptop.vault.saveDocument({ id, kind: "course", rev: there?.rev ?? "", body: changed });
  await laptop.sync();
  await phone.sync();
  assert.deepEqual((await phone.vault.documents({ kind: "course" }))[0]?.body, changed);
  await phone.vault.deleteDocument({ id });
  assert.deepEqual(await phone.vault.documents({ kind: "course" }), []);
});

test("documents are no entries: they stand in no list, no search and nobody else's timeline", async () => {
  const bo = new Device(server.origin);
  await signUp(bo, "Bo", "therapist");
  const { forInviter: ana } = await link(bo, phone);
  await phone.vault.saveDocument({ kind: "safety", body: { people: ["Cem"] } });
  await phone.sync();
  await bo.sync();
  assert.deepEqual(await phone.vault.find({ text: "Cem" }), []);
  assert.deepEqual((await phone.vault.timeline({})).entries, []);
  assert.deepEqual((await bo.vault.timeline({ person: ana })).entries, []);
});

test("a kind that is none, and an entry under a document's name, are refused", async () => {
  const entry = await phone.write("Ein Eintrag.");
  const refused = { reason: "not-found" };
  const body = {};
  await assert.rejects(phone.vault.saveDocument({ kind: "entry", body }), refused);
  await assert.rejects(phone.vault.saveDocument({ id: entry.id, kind: "course", body }), refused);
  await assert.rejects(phone.vault.deleteDocument({ id: entry.id }), refused);
});
