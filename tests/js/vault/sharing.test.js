import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Database, logRange } from "../../../static/js/store/database.js";
import { b64Decode, b64Encode } from "../../../static/js/wire/encoding.js";
import { logId } from "../../../static/js/wire/ids.js";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let therapist;
/** @type {{handle: string, kitCode: string}} */
let kit;
/** @type {string} the therapist, as the patient knows them */
let bo;
/** @type {string} the patient, as the therapist knows them */
let ana;

before(async () => {
  server = await Server.shared();
  patient = new Device(server.origin);
  therapist = new Device(server.origin);
  kit = await signUp(patient, "Ana", "patient");
  await signUp(therapist, "Bo", "therapist");
  const contacts = await link(therapist, patient);
  [bo, ana] = [contacts.forInvitee, contacts.forInviter];
});
after(() => server.stop());

/** What one did reaches the other. @param {Device} from @param {Device} to */
async function pass(from, to) {
  await from.sync();
  await to.sync();
}

test("both know each other by name, and read the same safety number", async () => {
  const [mine] = await patient.vault.people();
  const [theirs] = await therapist.vault.people();
  assert.deepEqual([mine?.name, mine?.role, mine?.state], ["Bo", "therapist", "linked"]);
  assert.deepEqual([theirs?.name, theirs?.role, theirs?.state], ["Ana", "patient", "linked"]);
  const number = await patient.vault.safetyNumber({ person: bo });
  assert.equal(number.length, 12);
  assert.deepEqual(await therapist.vault.safetyNumber({ person: ana }), number);
  await patient.vault.markCompared({ person: bo });
  assert.equal((await patient.vault.people())[0]?.verified, "in_person");
});

test("an entry is read by the other only after it was shared, and its edit only after that was shared too", async () => {
  const entry = await patient.write("Erste Fassung.");
  await pass(patient, therapist);
  assert.deepEqual((await therapist.vault.timeline({ person: ana })).entries, []);
  await patient.vault.share({ id: entry.id, person: bo });
  assert.equal((await patient.vault.entries())[0]?.shares[0]?.state, "waiting");
  await pass(patient, therapist);
  assert.deepEqual((await patient.vault.entries())[0]?.shares, [
    { person: bo, name: "Bo", state: "current", part: null, until: null },
  ]);
  assert.equal((await therapist.vault.entry({ id: entry.id })).text, "Erste Fassung.");
  await patient.write("Zweite Fassung.", { id: entry.id, rev: entry.rev });
  await pass(patient, therapist);
  assert.equal((await patient.vault.entries())[0]?.shares[0]?.state, "older");
  assert.equal((await therapist.vault.entry({ id: entry.id })).text, "Erste Fassung.");
  await patient.vault.share({ id: entry.id, person: bo });
  await pass(patient, therapist);
  assert.equal((await therapist.vault.entry({ id: entry.id })).text, "Zweite Fassung.");
});

test("opening and ticking are remembered, a comment comes back and is unread until it is opened", async () => {
  const [entry] = (await therapist.vault.timeline({ person: ana })).entries;
  assert.ok(entry);
  assert.deepEqual([entry.author, entry.opened, entry.reviewed], [ana, true, false]);
  await therapist.vault.review({ entry: entry.id, reviewed: true });
  // The same act, however often it arrives, is one comment.
  const sending = { entry: entry.id, text: "Danke.", act: "one press, and another" };
  await Promise.all([therapist.vault.comment(sending), therapist.vault.comment(sending)]);
  await therapist.vault.comment(sending);
  const { summary, comments } = await therapist.vault.entry({ id: entry.id });
  assert.deepEqual([summary.reviewed, comments.length, comments[0]?.author], [true, 1, null]);
  assert.equal((await therapist.vault.people())[0]?.unread, 0);
  await pass(therapist, patient);
  await patient.sync();
  const [mine] = await patient.vault.entries();
  assert.deepEqual([mine?.comments, mine?.unreadComment], [1, true]);
  assert.equal((await patient.vault.people())[0]?.unread, 1);
  const opened = await patient.vault.entry({ id: entry.id });
  assert.deepEqual(
    opened.comments.map(({ author, name, text }) => [author, name, text]),
    [[bo, "Bo", "Danke."]],
  );
  assert.equal((await patient.vault.entries())[0]?.unreadComment, false);
  await therapist.vault.review({ entry: entry.id, reviewed: false });
  assert.equal((await therapist.vault.people())[0]?.unread, 1);
});

test("dosing sessions are seen only while the standing choice says so, new ones included", async () => {
  const happened = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };
  const first = await patient.vault.saveDosing({ happened, route: "iv", note: "Ruhig." });
  assert.deepEqual([first.number, first.state, first.kept], [1, "done", "device"]);
  await pass(patient, therapist);
  assert.deepEqual((await therapist.vault.timeline({ person: ana })).dosings, []);
  const [entry] = await patient.vault.entries();
  await patient.vault.share({ id: entry?.id ?? "", person: bo, dosing: true });
  await patient.vault.saveDosing({
    happened: { ...happened, at: "2026-12-01T10:00:00.000Z" },
    route: "im",
  });
  await pass(patient, therapist);
  await patient.sync();
  await therapist.sync();
  const { dosings, entries, person } = await therapist.vault.timeline({ person: ana });
  assert.deepEqual(
    dosings.map(({ route, number, state, note }) => [route, number, state, note]),
    [
      ["iv", 1, "done", "Ruhig."],
      ["im", 2, "planned", ""],
    ],
  );
  assert.equal(person?.sharedCount, entries.length);
  await patient.vault.share({ id: entry?.id ?? "", person: bo, dosing: false });
  await pass(patient, therapist);
  assert.deepEqual((await therapist.vault.timeline({ person: ana })).dosings, []);
});

test("a device that was away learns of a new person and of what they said in one go", async () => {
  const [phone, laptop, newcomer] = [patient, new Device(server.origin), new Device(server.origin)];
  await laptop.signIn(kit);
  await laptop.sync();
  await signUp(newcomer, "Cem", "therapist");
  const { forInvitee: cem } = await link(newcomer, phone);
  const entry = await phone.write("Für Cem.");
  await phone.vault.share({ id: entry.id, person: cem });
  await pass(phone, newcomer);
  await newcomer.vault.comment({ entry: entry.id, text: "Gelesen." });
  await newcomer.sync();
  const { state, notices } = await laptop.sync();
  assert.deepEqual([state, notices], ["idle", []]);
  assert.deepEqual(
    (await laptop.vault.people()).map(({ name, state }) => [name, state]),
    [
      ["Bo", "linked"],
      ["Cem", "linked"],
    ],
  );
  const { comments } = await laptop.vault.entry({ id: entry.id });
  assert.deepEqual(
    comments.map(({ name, text }) => [name, text]),
    [["Cem", "Gelesen."]],
  );
});

test("after sharing was stopped the words are gone from the other's device, and a deleted entry with them", async () => {
  const kept = await patient.write("Bleibt.");
  const gone = await patient.write("Geht.");
  for (const { id } of [kept, gone]) await patient.vault.share({ id, person: bo });
  await pass(patient, therapist);
  await patient.sync();
  await therapist.sync();
  await therapist.vault.entry({ id: kept.id });
  await patient.vault.unshare({ id: kept.id, person: bo });
  await patient.vault.deleteEntry({ id: gone.id });
  await pass(patient, therapist);
  for (const { id } of [kept, gone]) {
    await assert.rejects(therapist.vault.entry({ id }), { reason: "not-found" });
  }
  await therapist.restart();
  assert.deepEqual((await patient.vault.entries()).find(({ id }) => id === kept.id)?.shares, []);
});

// Before the link ends: what comes after an end is dropped unread, and could erase nothing.
test("what somebody takes back is only what they gave: an own entry that a contact's log names keeps its words", async () => {
  await therapist.vault.unlock({ passphrase: PASSPHRASE });
  const entry = await patient.write("Meine eigenen Worte.");
  await pass(patient, therapist);
  // As no vault of ours does it: a revoke in the therapist's log that names the patient's own entry.
  await therapist.vault.lock();
  const db = new Database(therapist.databaseName);
  const out = b64Encode(logId(b64Decode(await idOf(therapist)), b64Decode(await idOf(patient))));
  const ops = [{ n: 1_000, log: out, kind: "revoke", items: [entry.id] }];
  const batch = { n: 1_000, length: 1, ops, pack: null, lines: null };
  await db.apply([{ put: "outbox", value: batch }], "strict");
  await db.close();
  await therapist.restart();
  await therapist.vault.unlock({ passphrase: PASSPHRASE });
  await pass(therapist, patient);
  const sent = therapist.wire.sent.at(-1);
  assert.equal((await therapist.vault.syncStatus()).waiting, 0, `${sent?.path}`);
  const came = await typesIn(patient, out);
  assert.equal(
    came.findLast((type) => type !== "ack"),
    "revoke",
  );
  await patient.restart();
  await patient.vault.unlock({ passphrase: PASSPHRASE });
  assert.equal((await patient.vault.entry({ id: entry.id })).text, "Meine eigenen Worte.");
});

test("closing the link ends everything with that person, on both sides", async () => {
  await therapist.vault.unlock({ passphrase: PASSPHRASE });
  await patient.vault.closeLink({ person: bo });
  await pass(patient, therapist);
  await therapist.sync();
  assert.equal((await patient.vault.people())[0]?.state, "closed");
  assert.equal((await therapist.vault.people())[0]?.state, "closed");
  assert.deepEqual((await therapist.vault.timeline({ person: ana })).entries, []);
  const [entry] = await patient.vault.entries();
  await assert.rejects(patient.vault.share({ id: entry?.id ?? "", person: bo }), {
    reason: "not-linked",
  });
});

/** @param {Device} device @param {string} log @returns {Promise<string[]>} types of the records that lie there, in their order */
async function typesIn(device, log) {
  const db = new Database(device.databaseName);
  const records = await db.getAll("records", logRange(log));
  await db.close();
  return records.map(({ type }) => type);
}

/** @param {Device} device @returns {Promise<string>} its account's id_pk */
async function idOf(device) {
  const db = new Database(device.databaseName);
  const { idPk } = await db.get("device", "account");
  await db.close();
  return b64Encode(new Uint8Array(idPk));
}
