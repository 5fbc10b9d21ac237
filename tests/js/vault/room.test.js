import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, signUp } from "./world.js";

/** @import { EntryDraft } from "../../../static/js/domain/drafts.js" */

/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let other;
/** @type {Device} */
let therapist;
/** @type {{handle: string, kitCode: string}} */
let kit;
/** @type {string} the therapist, as each of the two knows them */
let bo;
let boToo = "";
/** @type {string} the two, as the therapist knows them */
let ana;
let eve = "";

before(async () => {
  server = await Server.shared();
  patient = new Device(server.origin);
  other = new Device(server.origin);
  therapist = new Device(server.origin);
  await signUp(patient, "Ana", "patient");
  await signUp(other, "Eve", "patient");
  kit = await signUp(therapist, "Bo", "therapist");
  const first = await link(therapist, patient);
  [bo, ana] = [first.forInvitee, first.forInviter];
  const second = await link(therapist, other);
  [boToo, eve] = [second.forInvitee, second.forInviter];
});
after(() => server.stop());

/** What all did reaches all. */
async function pass() {
  for (const one of [patient, other, therapist, patient, other]) await one.sync();
}

/** @param {Device} device @param {number} [hours] later */
function later(device, hours = 0) {
  const now = Math.max(patient.now, other.now, therapist.now) + 60_000 + hours * 3_600_000;
  for (const one of [patient, other, therapist]) one.now = now;
  return device;
}

/** @param {Device} device @param {string} to @param {string} text */
async function share(device, to, text, /** @type {Partial<EntryDraft>} */ more = {}) {
  const entry = await later(device).write(text, more);
  await device.vault.share({ id: entry.id, person: to, override: true });
  return entry;
}

/** @param {number} worst answer to the ninth question @returns {Partial<EntryDraft>} */
function phq9(total = 9, worst = 0) {
  const answers = Array.from({ length: 9 }, (_, i) => {
    return {
      id: String(i + 1),
      question: `Frage ${i + 1}`,
      type: /** @type {const} */ ("choice"),
      value: i === 8 ? worst : 1,
    };
  });
  return { kind: "measure", answers, scored: { instrument: "PHQ-9", total } };
}

/** @param {string} id @returns {Promise<import("../../../static/js/domain/caseload.js").CaseRow>} */
async function rowOf(id) {
  const row = (await therapist.vault.caseload()).find(({ person }) => person.id === id);
  assert.ok(row);
  return row;
}

/** @param {number} from request @returns {string[]} types of the records that the therapist has sent since */
function recordsSent(from) {
  const bodies = therapist.wire.sent
    .slice(from)
    .map(({ body }) => Buffer.from(body).toString("latin1"));
  return bodies.flatMap((body) =>
    [...body.matchAll(/"type":"(\w+)"/g)].map(([, type = ""]) => type),
  );
}

test("somebody who shares nothing has a row without anything to read", async () => {
  const row = await rowOf(ana);
  assert.deepEqual(
    [row.toRead, row.oldest, row.last, row.next, row.met],
    [0, null, null, null, null],
  );
  assert.deepEqual(await therapist.vault.queue(), { total: 0, rows: [] });
});

test("the queue goes across people, the oldest first; results of one measure stand in it as one", async () => {
  const first = await share(patient, bo, "Erstens.");
  const second = await share(other, boToo, "Zweitens.");
  const early = await share(patient, bo, "", phq9(12));
  const late = await share(patient, bo, "", phq9(9, 1));
  await pass();
  const { total, rows } = await therapist.vault.queue();
  assert.equal(total, 3);
  assert.deepEqual(
    rows.map(({ name, ids }) => [name, ids]),
    [
      ["Ana", [first.id]],
      ["Eve", [second.id]],
      ["Ana", [early.id, late.id]],
    ],
  );
  assert.equal(rows[2]?.id, late.id);
  assert.deepEqual((await therapist.vault.queue({ from: 1, limit: 1 })).rows[0]?.ids, [second.id]);
  const row = await rowOf(ana);
  assert.deepEqual([row.toRead, row.oldest], [2, first.written]);
  assert.deepEqual(row.measures, [{ instrument: "PHQ-9", times: 2, last: late.happened }]);
});

test("no row carries words of an entry", async () => {
  const said = JSON.stringify([await therapist.vault.caseload(), await therapist.vault.queue()]);
  for (const words of ["Erstens", "Zweitens", "Frage 9"]) assert.ok(!said.includes(words), words);
});

test("only the row of the person of whom something changed is made anew", async () => {
  const before = await therapist.vault.queue();
  const shelf = (/** @type {string} */ name) => before.rows.filter((row) => row.name === name);
  await therapist.vault.review({ entry: shelf("Eve").flatMap(({ ids }) => ids), reviewed: true });
  const now = await therapist.vault.queue();
  assert.deepEqual(now.rows, shelf("Ana"));
  assert.ok(now.rows.every((row, i) => row === shelf("Ana")[i]));
  assert.equal((await rowOf(eve)).toRead, 0);
});

test("several results are ticked off and taken back in one go, and so they are on another device", async () => {
  const ids =
    (await therapist.vault.queue()).rows.find(({ kind }) => kind === "measure")?.ids ?? [];
  await therapist.vault.review({ entry: ids, reviewed: true });
  assert.equal((await rowOf(ana)).toRead, 1);
  await therapist.sync();
  const second = new Device(server.origin);
  await second.signIn(kit);
  await second.sync();
  assert.equal((await second.vault.queue()).total, 1);
  await therapist.vault.review({ entry: ids, reviewed: false });
  assert.equal((await rowOf(ana)).toRead, 2);
});

test("the nearest doses stand in the row as soon as they are shared", async () => {
  const now = patient.now;
  const at = (/** @type {number} */ days) => {
    return { at: new Date(now + days * 86_400_000).toISOString(), zone: "Europe/Lisbon" };
  };
  await patient.vault.saveDosing({ happened: at(-3), route: "im", number: 1 });
  await patient.vault.saveDosing({ happened: at(4), route: "im", number: 2, state: "planned" });
  await patient.vault.saveDosing({ happened: at(2), route: "im", number: 9, state: "cancelled" });
  await patient.vault.showDosings({ person: bo, dosing: true });
  await pass();
  const { last, next } = await rowOf(ana);
  assert.deepEqual([last?.number, next?.number], [1, 2]);
});

test("a note and a pin are on all devices of the one who reads, are changed and taken away, and reach nobody else", async () => {
  const [row] = (await therapist.vault.queue()).rows;
  const id = row?.id ?? "";
  await therapist.sync();
  const before = therapist.wire.sent.length;
  const note = await therapist.vault.saveNote({ id, text: "Nach der Tür fragen." });
  await therapist.vault.pin({ id, pinned: true });
  await pass();
  assert.deepEqual([...new Set(recordsSent(before))], ["put"]);
  const second = new Device(server.origin);
  await second.signIn(kit);
  await second.sync();
  const there = await second.vault.beside({ id });
  assert.deepEqual(
    [there.notes.map(({ text }) => text), there.pinned],
    [["Nach der Tür fragen."], true],
  );
  assert.deepEqual((await patient.vault.entry({ id })).comments, []);
  await assert.rejects(patient.vault.beside({ id }), { reason: "not-found" });
  await therapist.vault.saveNote({ id, note: note?.id ?? "", text: "Nach dem Mann fragen." });
  assert.deepEqual(
    (await therapist.vault.beside({ id })).notes.map(({ text }) => text),
    ["Nach dem Mann fragen."],
  );
  await therapist.vault.saveNote({ id, note: note?.id ?? "", text: " " });
  await therapist.vault.pin({ id, pinned: false });
  assert.deepEqual(await therapist.vault.beside({ id }), { notes: [], pinned: false });
});

test("earlier versions that were shown can be read again, those that were not shown cannot", async () => {
  const entry = await share(other, boToo, "Erste Fassung.");
  await pass();
  const unshown = await later(other).write("Zwischendurch.", { id: entry.id, rev: entry.rev });
  const last = await later(other).write("Letzte Fassung.", { id: entry.id, rev: unshown.rev });
  await other.vault.share({ id: last.id, person: boToo, override: true });
  await pass();
  const versions = await therapist.vault.versions({ id: entry.id });
  assert.deepEqual(
    versions.map(({ title, current }) => [title, current]),
    [
      ["Letzte Fassung.", true],
      ["Erste Fassung.", false],
    ],
  );
  const first = await therapist.vault.version({ id: entry.id, rev: versions[1]?.rev ?? "" });
  assert.equal(first.text, "Erste Fassung.");
  await assert.rejects(therapist.vault.version({ id: entry.id, rev: unshown.rev }), {
    reason: "not-found",
  });
  await assert.rejects(therapist.vault.restoreVersion({ id: entry.id, rev: first.rev }), {
    reason: "not-found",
  });
  await other.vault.unshare({ id: entry.id, person: boToo });
  await pass();
  await assert.rejects(therapist.vault.versions({ id: entry.id }), { reason: "not-found" });
});

test("the page before a meeting has what is new since the last one, and counts nothing as read", async () => {
  await therapist.vault.meet({
    person: ana,
    at: { at: new Date(therapist.now).toISOString(), zone: "Europe/Lisbon" },
  });
  const onTheDay = await therapist.vault.brief({ person: ana });
  assert.equal(onTheDay.since, null);
  later(patient, 48);
  const page = await share(patient, bo, "Nach dem Treffen.");
  const result = await share(patient, bo, "", phq9(3, 0));
  await pass();
  const { since, shares, results, answers } = await therapist.vault.brief({ person: ana });
  assert.equal(since?.at, (await rowOf(ana)).met?.at);
  assert.ok(shares.some(({ id }) => id === page.id));
  assert.equal(results.length, 3);
  const [newest] = answers.filter(({ item }) => item === result.id);
  assert.deepEqual(
    newest?.answers.map(({ value }) => value),
    [1, 1, 1, 1, 1, 1, 1, 1, 0],
  );
  const { entries } = await therapist.vault.timeline({ person: ana });
  assert.ok(entries.every(({ id, opened }) => id !== page.id || !opened));
});

test("what was read and ticked before the last meeting leaves the page; what was written before and first read after it stays", async () => {
  const old = (await therapist.vault.queue()).rows.find(
    ({ kind, name }) => kind === "entry" && name === "Ana",
  );
  const id = old?.id ?? "";
  assert.ok((await therapist.vault.brief({ person: ana })).shares.some((one) => one.id === id));
  later(therapist, 1);
  await therapist.vault.entry({ id });
  assert.ok((await therapist.vault.brief({ person: ana })).shares.some((one) => one.id === id));
  later(therapist, 1);
  const meeting = await therapist.vault.meet({
    person: ana,
    at: { at: new Date(therapist.now).toISOString(), zone: "Europe/Lisbon" },
  });
  later(therapist, 48);
  assert.ok(!(await therapist.vault.brief({ person: ana })).shares.some((one) => one.id === id));
  await therapist.vault.pin({ id, pinned: true });
  assert.deepEqual(
    (await therapist.vault.brief({ person: ana })).pinned.map((one) => one.id),
    [id],
  );
  await therapist.vault.unmeet({ id: meeting.id });
  assert.ok((await therapist.vault.brief({ person: ana })).shares.some((one) => one.id === id));
});

test("what was given stands on the page, and that it was declined; after the next meeting it has left it", async () => {
  const { id } = await therapist.vault.assign({
    person: ana,
    what: "measure",
    instrument: "PEG",
    note: "",
    due: null,
  });
  await pass();
  await patient.vault.declineAssignment({ id, declined: true });
  await pass();
  const { given } = await therapist.vault.brief({ person: ana });
  assert.deepEqual(
    given.map((one) => [one.id, one.instrument, one.declined !== null]),
    [[id, "PEG", true]],
  );
  later(therapist, 96);
  await therapist.vault.meet({
    person: ana,
    at: { at: new Date(therapist.now).toISOString(), zone: "Europe/Lisbon" },
  });
  later(therapist, 48);
  assert.deepEqual((await therapist.vault.brief({ person: ana })).given, []);
});
