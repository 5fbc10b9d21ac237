// What became of what was shared: delivered, opened, commented, answered once, ended; and who learns of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let bo;
/** @type {Device} */
let cem;
/** @type {{bo: string, cem: string}} as the patient knows them */
let ids;
/** @type {string} an entry that both therapists are shown */
let shown;

before(async () => {
  server = await Server.shared();
  [patient, bo, cem] = [
    new Device(server.origin),
    new Device(server.origin),
    new Device(server.origin),
  ];
  await signUp(patient, "Ana", "patient");
  await signUp(bo, "Borislav", "therapist");
  await signUp(cem, "Cemile", "therapist");
  ids = {
    bo: (await link(patient, bo)).forInviter,
    cem: (await link(patient, cem)).forInviter,
  };
});
after(() => server.stop());

/** @param {Device[]} devices one after another, until what each did has reached all */
async function pass(...devices) {
  for (const device of [...devices, ...devices]) await device.sync();
}

/** @param {string} [person] @returns {Promise<string[]>} in words, the last first */
async function ledger(person) {
  const lines = await patient.vault.receipts(person === undefined ? {} : { person });
  return lines.map(({ what, name, title, when }) => `${what} ${name} ${title}${when ? "" : " ?"}`);
}

test("it is seen that an entry was shared, has arrived, and was opened, each by whom it was", async () => {
  const entry = await patient.write("Der Reiher.");
  shown = entry.id;
  for (const person of [ids.bo, ids.cem]) await patient.vault.share({ id: shown, person });
  assert.deepEqual(await ledger(ids.bo), ["shared Borislav Der Reiher."]);
  await patient.sync();
  assert.deepEqual(await ledger(ids.bo), ["shared Borislav Der Reiher."]);
  await pass(bo, patient);
  assert.deepEqual(await ledger(ids.bo), [
    "shared Borislav Der Reiher.",
    "delivered Borislav Der Reiher. ?",
  ]);
  bo.now += 60_000;
  await bo.vault.entry({ id: shown });
  await pass(bo, patient);
  assert.deepEqual(await ledger(ids.bo), [
    "opened Borislav Der Reiher.",
    "shared Borislav Der Reiher.",
    "delivered Borislav Der Reiher. ?",
  ]);
  assert.deepEqual(await ledger(ids.cem), ["shared Cemile Der Reiher."]);
});

test("what is opened again, on another day or after the lock, is told once", async () => {
  bo.now += 3_600_000;
  await bo.restart();
  await bo.vault.unlock({ passphrase: PASSPHRASE });
  await bo.vault.entry({ id: shown });
  await pass(bo, patient);
  const lines = await ledger(ids.bo);
  assert.equal(lines.filter((line) => line.startsWith("opened")).length, 1);
});

test("a therapist who does not let one know is not told of, and what they open is still ticked as opened for themselves", async () => {
  await cem.vault.saveDocument({ kind: "settings", body: { tellOpened: false } });
  await pass(cem, patient);
  await cem.vault.entry({ id: shown });
  await pass(cem, patient);
  assert.deepEqual(await ledger(ids.cem), [
    "shared Cemile Der Reiher.",
    "delivered Cemile Der Reiher. ?",
  ]);
  const [ana] = await cem.vault.people();
  const { entries } = await cem.vault.timeline({ person: ana?.id ?? "" });
  assert.equal(entries[0]?.opened, true);
});

test("a comment is answered once, and the answer is read by the one who wrote the comment and nobody else", async () => {
  await bo.vault.comment({ entry: shown, text: "Beginnen wir damit?" });
  await cem.vault.comment({ entry: shown, text: "Danke fürs Zeigen." });
  await pass(bo, cem, patient);
  const { comments } = await patient.vault.entry({ id: shown });
  assert.deepEqual(comments.map(({ name, answer }) => [name, answer]).toSorted(), [
    ["Borislav", null],
    ["Cemile", null],
  ]);
  const comment = comments.find(({ name }) => name === "Borislav")?.id ?? "";
  const answered = await patient.vault.answerComment({ comment, text: "Ja, gern." });
  assert.deepEqual([answered.text, answered.answer?.text], ["Beginnen wir damit?", "Ja, gern."]);
  await assert.rejects(patient.vault.answerComment({ comment, text: "Noch etwas." }), {
    reason: "not-found",
  });
  await pass(patient, bo, cem, patient);
  const read = (await bo.vault.entry({ id: shown })).comments;
  assert.deepEqual(
    read.map(({ text, author, answer }) => [text, author, answer?.text]),
    [["Beginnen wir damit?", null, "Ja, gern."]],
  );
  const others = (await cem.vault.entry({ id: shown })).comments;
  assert.deepEqual(
    others.map(({ text, answer }) => [text, answer]),
    [["Danke fürs Zeigen.", null]],
  );
  await assert.rejects(
    patient.vault.answerComment({ comment: answered.answer?.id ?? "", text: "Mir selbst." }),
    { reason: "not-found" },
  );
});

test("an answer is news to the therapist until it is read, and stands in the patient's ledger", async () => {
  const { comments } = await patient.vault.entry({ id: shown });
  const comment = comments.find(({ name }) => name === "Cemile");
  await patient.vault.answerComment({ comment: comment?.id ?? "", text: "Bitte." });
  await pass(patient, cem);
  const [ana] = await cem.vault.people();
  const unread = async () => {
    const { entries } = await cem.vault.timeline({ person: ana?.id ?? "" });
    return entries[0]?.unreadComment;
  };
  assert.equal(await unread(), true);
  await cem.vault.entry({ id: shown });
  assert.equal(await unread(), false);
  const lines = await ledger(ids.cem);
  assert.ok(lines.includes("answered Cemile Der Reiher."));
  assert.ok(lines.includes("commented Cemile Der Reiher."));
});

test("nobody who is shown an entry holds anything that names another reader of it", async () => {
  const known = async (/** @type {Device} */ device) =>
    (await device.vault.people()).map(({ name }) => name);
  assert.deepEqual(await known(bo), ["Ana"]);
  assert.deepEqual(await known(cem), ["Ana"]);
  const readers = [
    { device: bo, other: cem },
    { device: cem, other: bo },
  ];
  for (const { device, other } of readers) {
    const { id_pk: theirs } = /** @type {any} */ (await other.vault.serverKnows());
    const reads = JSON.stringify(await device.vault.entry({ id: shown }));
    assert.ok(!reads.includes(theirs) && !reads.includes((await other.vault.status()).name ?? "-"));
    const own = /** @type {any} */ (await device.vault.serverKnows());
    assert.ok(!JSON.stringify(own).includes(theirs));
  }
});

test("parts of an entry have their receipts at the entry, and what was ended is seen to have ended", async () => {
  const answers = [
    { id: "mood", question: "Mood", type: /** @type {const} */ ("scale"), value: 6 },
    { id: "why", question: "Why", type: /** @type {const} */ ("text"), value: "Regen." },
  ];
  const entry = await patient.write("Nicht alles.", { answers });
  await patient.vault.share({ id: entry.id, person: ids.bo, parts: ["mood"] });
  await pass(patient, bo);
  const [ana] = await bo.vault.people();
  const { entries } = await bo.vault.timeline({ person: ana?.id ?? "" });
  const excerpt = entries.find(({ part }) => part !== null);
  assert.deepEqual(excerpt?.part, { shown: 1, of: 3 });
  await bo.vault.entry({ id: excerpt?.id ?? "" });
  await pass(bo, patient);
  const mine = (await patient.vault.receipts({ person: ids.bo })).filter(
    ({ item }) => item === entry.id,
  );
  assert.deepEqual(mine.map(({ what, part, title }) => [what, part?.shown, title]).toSorted(), [
    ["delivered", 1, "Nicht alles. · Mood 6 · Regen."],
    ["opened", 1, "Nicht alles. · Mood 6 · Regen."],
    ["shared", 1, "Nicht alles. · Mood 6 · Regen."],
  ]);
  await patient.vault.unshare({ id: entry.id, person: ids.bo });
  await pass(patient, bo);
  const after = (await patient.vault.receipts({ person: ids.bo })).filter(
    ({ item }) => item === entry.id,
  );
  assert.deepEqual(after.map(({ what }) => what).toSorted(), [
    "delivered",
    "ended",
    "opened",
    "shared",
  ]);
});

test("dosing sessions that go by the standing choice stand in the ledger, without a time", async () => {
  const happened = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };
  await patient.vault.saveDosing({ happened, route: "iv" });
  await patient.vault.share({ id: shown, person: ids.bo, dosing: true, override: true });
  await pass(patient, bo, patient);
  const lines = (await patient.vault.receipts({ person: ids.bo })).filter(
    ({ kind }) => kind === "dosing",
  );
  assert.deepEqual(
    lines.map(({ what, when }) => [what, when]),
    [
      ["shared", null],
      ["delivered", null],
    ],
  );
});

test("a therapist who leaves ends the link calmly: it is told, nothing is handed out any more, and the journal stays", async () => {
  const before = await patient.texts();
  await cem.vault.closeLink({ person: (await cem.vault.people())[0]?.id ?? "" });
  await pass(cem, patient);
  const { notices } = await patient.vault.syncStatus();
  assert.deepEqual(
    notices.map(({ type, item }) => [type, item]),
    [["link-ended", ids.cem]],
  );
  const states = (await patient.vault.people()).map(({ name, state }) => [name, state]);
  assert.deepEqual(states, [
    ["Borislav", "linked"],
    ["Cemile", "closed"],
  ]);
  assert.deepEqual(await patient.texts(), before);
  assert.ok((await ledger(ids.cem)).includes("ended Cemile Der Reiher. ?"));
  const fresh = /** @type {any} */ (await patient.vault.serverKnows());
  assert.ok(fresh.records > 0);
  await assert.rejects(patient.vault.share({ id: shown, person: ids.cem }), {
    reason: "not-linked",
  });
});

test("all that one person is shown ends in one step, with series and dosing sessions, and the link stays", async () => {
  const [person] = await patient.vault.people();
  assert.deepEqual([person?.state, person?.dosing], ["linked", true]);
  await patient.vault.startSeries({ person: ids.bo, instrument: "PHQ-9" });
  await patient.vault.unshareAll({ person: ids.bo });
  await pass(patient, bo);
  const [after] = await patient.vault.people();
  assert.deepEqual([after?.state, after?.dosing, after?.sharedCount], ["linked", false, 0]);
  assert.deepEqual(await patient.vault.series(), []);
  const [ana] = await bo.vault.people();
  const { entries, dosings } = await bo.vault.timeline({ person: ana?.id ?? "" });
  assert.deepEqual([entries, dosings], [[], []]);
});
