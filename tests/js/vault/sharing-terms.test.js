import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Database } from "../../../static/js/store/database.js";
import { b64Decode } from "../../../static/js/wire/encoding.js";
import { Device, link, Server, signUp } from "./world.js";

/** @import { Answer } from "../../../static/js/domain/entries.js" */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let bo;
/** @type {Device} */
let cem;
/** @type {{handle: string, kitCode: string}} */
let kit;
/** @type {{bo: string, cem: string, anaOfBo: string, anaOfCem: string}} contact ids */
let ids;

before(async () => {
  server = await Server.shared();
  patient = new Device(server.origin);
  [bo, cem] = [new Device(server.origin), new Device(server.origin)];
  kit = await signUp(patient, "Ana", "patient");
  await signUp(bo, "Bo", "therapist");
  await signUp(cem, "Cem", "therapist");
  const first = await link(bo, patient);
  const second = await link(cem, patient);
  ids = {
    bo: first.forInvitee,
    anaOfBo: first.forInviter,
    cem: second.forInvitee,
    anaOfCem: second.forInviter,
  };
});
after(() => server.stop());

/** Words with a slider and two lists of chips beside them. @returns {Answer[]} */
function beside(mood = 3) {
  return [
    { id: "mood", question: "Stimmung", type: "scale", value: mood },
    { id: "feelings", question: "Gefühle", type: "chips", value: ["ruhig"] },
    { id: "qualities", question: "Wie", type: "chips", value: ["weit"] },
  ];
}

async function pass() {
  await patient.sync();
  await patient.sync();
  for (const therapist of [bo, cem]) await therapist.sync();
}

/** @param {Device} therapist @param {string} person */
async function read(therapist, person) {
  const { entries } = await therapist.vault.timeline({ person });
  return entries;
}

/** @param {string} id */
async function summary(id) {
  return (await patient.vault.entry({ id })).summary;
}

/** @param {Device} device @param {string} item @returns {Promise<boolean>} whether any record on it names the item */
async function names(device, item) {
  const bytes = Buffer.from(b64Decode(item));
  const records = await new Database(device.databaseName).getAll("records");
  return records.some(({ rows, header, payload }) =>
    [rows, header, payload].some((part) => Buffer.from(part).includes(bytes)),
  );
}

test("of an entry of which two answers are shared, the other has these two, and no record that names the entry", async () => {
  const { id } = await patient.write("Nur für mich.", { title: "Mein Titel", answers: beside() });
  const parts = ["mood", "feelings"];
  const reason = "Für Donnerstag";
  assert.deepEqual(await patient.vault.share({ id, person: ids.bo, parts, reason }), {
    state: "shared",
  });
  await pass();
  const [shown] = await read(bo, ids.anaOfBo);
  assert.ok(shown);
  assert.notEqual(shown.id, id);
  assert.deepEqual(shown.part, { shown: 2, of: 4 });
  const entry = await bo.vault.entry({ id: shown.id });
  assert.deepEqual([entry.title, entry.text, entry.answers], ["", "", beside().slice(0, 2)]);
  await assert.rejects(bo.vault.entry({ id }), { reason: "not-found" });
  assert.equal(await names(bo, id), false);
  assert.equal(await names(bo, shown.id), true);
  assert.deepEqual((await summary(id)).shares, [
    { person: ids.bo, name: "Bo", state: "current", part: { shown: 2, of: 4 }, until: null },
  ]);
  const [terms] = await patient.vault.shares({ item: id });
  assert.deepEqual(
    [terms?.parts, terms?.reason, terms?.state, terms?.events.map(({ what }) => what)],
    [parts, reason, "current", ["shared"]],
  );
});

test("the excerpt is no entry of its own to its author: not in the journal, the search, the trash, nor by its id", async () => {
  const [shown] = await read(bo, ids.anaOfBo);
  const own = await patient.vault.entries();
  assert.equal(own.length, 1);
  assert.equal((await patient.vault.find({ text: "ruhig" })).length, 1);
  await assert.rejects(patient.vault.entry({ id: shown?.id ?? "" }), { reason: "not-found" });
  await assert.rejects(patient.write("Anders.", { id: shown?.id ?? "" }), { reason: "not-found" });
});

test("what is said about parts of an entry is read with the entry, and reviewing goes by the parts", async () => {
  const [shown] = await read(bo, ids.anaOfBo);
  assert.ok(shown);
  await bo.vault.comment({ entry: shown.id, text: "Danke." });
  await bo.vault.review({ entry: shown.id, reviewed: true });
  await bo.sync();
  await patient.sync();
  const [entry] = await patient.vault.entries();
  assert.deepEqual([entry?.comments, entry?.unreadComment], [1, true]);
  const { comments } = await patient.vault.entry({ id: entry?.id ?? "" });
  assert.deepEqual(
    comments.map(({ name, text }) => [name, text]),
    [["Bo", "Danke."]],
  );
  assert.equal((await read(bo, ids.anaOfBo))[0]?.reviewed, true);
});

test("a change elsewhere in the entry asks nothing of its readers, a change in what they see is older until it is updated", async () => {
  const [first] = await patient.vault.entries();
  const { id = "", rev } = first ?? {};
  const second = await patient.write("Nur für mich, länger.", { id, rev, answers: beside() });
  assert.equal(second.shares[0]?.state, "current");
  const third = await patient.write("Nur für mich.", { id, rev: second.rev, answers: beside(8) });
  assert.equal(third.shares[0]?.state, "older");
  await pass();
  const [before] = await read(bo, ids.anaOfBo);
  assert.equal((await bo.vault.entry({ id: before?.id ?? "" })).answers[0]?.value, 3);
  await patient.vault.share({ id, person: ids.bo });
  await pass();
  const [after] = await read(bo, ids.anaOfBo);
  assert.equal(after?.id, before?.id);
  assert.deepEqual((await bo.vault.entry({ id: after?.id ?? "" })).answers, beside(8).slice(0, 2));
  const [terms] = await patient.vault.shares({ item: id });
  assert.deepEqual(
    [terms?.reason, terms?.state, terms?.events.map(({ what }) => what)],
    ["Für Donnerstag", "current", ["shared", "updated"]],
  );
});

test("two therapists have different parts of one entry, and neither device holds anything of the other's", async () => {
  const [entry] = await patient.vault.entries();
  const id = entry?.id ?? "";
  await patient.vault.share({ id, person: ids.cem, parts: ["words"] });
  await pass();
  const [[forBo], [forCem]] = [await read(bo, ids.anaOfBo), await read(cem, ids.anaOfCem)];
  assert.ok(forBo && forCem);
  const words = await cem.vault.entry({ id: forCem.id });
  assert.deepEqual([words.text, words.answers], ["Nur für mich.", []]);
  assert.deepEqual([await names(bo, forCem.id), await names(cem, forBo.id)], [false, false]);
  assert.equal(await names(cem, id), false);
  assert.deepEqual(
    (await summary(id)).shares.map(({ name, part }) => [name, part?.shown]),
    [
      ["Bo", 2],
      ["Cem", 1],
    ],
  );
  await patient.vault.unshare({ id, person: ids.bo });
  await pass();
  assert.deepEqual(await read(bo, ids.anaOfBo), []);
  assert.equal((await read(cem, ids.anaOfCem)).length, 1);
  const [ended] = await patient.vault.shares({ item: id, person: ids.bo });
  assert.deepEqual([ended?.state, ended?.events.at(-1)?.what], ["ended", "ended"]);
});

test("the whole takes the place of the parts, and the parts that of the whole", async () => {
  const { id } = await patient.write("Alles.", { answers: beside() });
  await patient.vault.share({ id, person: ids.bo, parts: ["mood"] });
  await pass();
  await patient.vault.share({ id, person: ids.bo, parts: "whole" });
  await pass();
  assert.deepEqual(
    (await read(bo, ids.anaOfBo)).map((one) => [one.id === id, one.part]),
    [[true, null]],
  );
  await patient.vault.share({ id, person: ids.bo, parts: ["words"] });
  await pass();
  assert.deepEqual(
    (await read(bo, ids.anaOfBo)).map((one) => [one.id === id, one.part?.shown]),
    [[false, 1]],
  );
  await patient.vault.deleteEntry({ id });
  await pass();
  assert.deepEqual(await read(bo, ids.anaOfBo), []);
  assert.deepEqual(
    (await patient.vault.trash()).map((one) => one.id),
    [id],
  );
  await patient.vault.emptyTrash({ id });
  assert.deepEqual(await patient.vault.trash(), []);
});

test("parts that the entry does not have are shared with nobody", async () => {
  const { id } = await patient.write("Ohne Regler.");
  await assert.rejects(patient.vault.share({ id, person: ids.bo, parts: ["mood"] }), {
    reason: "not-found",
  });
  await assert.rejects(patient.vault.share({ id, person: ids.bo, parts: [] }), {
    reason: "not-found",
  });
  await pass();
  assert.deepEqual(await read(bo, ids.anaOfBo), []);
});

test("a share with an end is ended by the first sync after that day, and a second device that comes later leaves nothing twice", async () => {
  const { id } = await patient.write("Bis Freitag.", { answers: beside() });
  const until = { at: new Date(patient.now + 2 * DAY).toISOString(), zone: "Europe/Lisbon" };
  await patient.vault.share({ id, person: ids.bo, until });
  await patient.vault.share({ id, person: ids.cem, parts: ["mood"], until });
  await pass();
  assert.deepEqual(
    (await summary(id)).shares.map((one) => one.until),
    [until, until],
  );
  patient.now += DAY;
  await pass();
  assert.equal((await read(bo, ids.anaOfBo)).length, 1);
  patient.now += DAY;
  await pass();
  assert.deepEqual(await read(bo, ids.anaOfBo), []);
  assert.equal(
    (await read(cem, ids.anaOfCem)).some(({ part }) => part?.of === 4),
    true,
  );
  assert.deepEqual((await summary(id)).shares, []);
  const ended = await patient.vault.shares({ item: id });
  assert.deepEqual(
    ended.map(({ state, events }) => [state, events.map(({ what }) => what)]),
    [
      ["ended", ["shared", "ended"]],
      ["ended", ["shared", "ended"]],
    ],
  );
  const laptop = new Device(server.origin);
  laptop.now = patient.now;
  await laptop.signIn(kit);
  await laptop.sync();
  const { notices, waiting } = await laptop.sync();
  assert.deepEqual([notices, waiting], [[], 0]);
  assert.equal((await laptop.vault.shares({ item: id })).length, 2);
});

test("what was written after a dose is held back by the vault itself, is shared the next day when it is said again, and never by itself", async () => {
  const { now } = patient;
  const happened = { at: new Date(now).toISOString(), zone: "Europe/Lisbon" };
  await patient.vault.saveDosing({ happened, route: "im", state: "done" });
  patient.now += 3 * HOUR;
  const { id } = await patient.write("Noch weit weg.", { answers: beside() });
  const until = { at: new Date(now + DAY).toISOString(), zone: "Europe/Lisbon" };
  assert.deepEqual(await patient.vault.guardedUntil({}), until);
  assert.deepEqual(await patient.vault.guardedUntil({ id }), until);
  const answer = await patient.vault.share({ id, person: ids.bo, parts: ["mood"] });
  assert.deepEqual(answer, { state: "waits", until });
  await pass();
  assert.deepEqual(await read(bo, ids.anaOfBo), []);
  const held = await summary(id);
  assert.deepEqual([held.shares, held.waits], [[], [{ person: ids.bo, name: "Bo", until }]]);
  patient.now = now + DAY + HOUR;
  await pass();
  assert.deepEqual(await read(bo, ids.anaOfBo), [], "asked, not shared");
  assert.equal(await patient.vault.guardedUntil({}), null);
  assert.deepEqual(await patient.vault.share({ id, person: ids.bo }), { state: "shared" });
  await pass();
  assert.deepEqual(
    (await read(bo, ids.anaOfBo)).map(({ part }) => part),
    [{ shown: 1, of: 4 }],
  );
  assert.deepEqual((await summary(id)).waits, []);
  const [terms] = await patient.vault.shares({ item: id });
  assert.deepEqual(
    terms?.events.map(({ what }) => what),
    ["waits", "shared"],
  );
});

test("what is held back can be left, and shared all the same only by saying so", async () => {
  const happened = { at: new Date(patient.now).toISOString(), zone: "Europe/Lisbon" };
  const dose = await patient.vault.saveDosing({ happened, route: "im", state: "done" });
  const [left, hurried] = [await patient.write("Lieber nicht."), await patient.write("Doch.")];
  for (const { id } of [left, hurried])
    assert.equal((await patient.vault.share({ id, person: ids.cem })).state, "waits");
  await patient.vault.unshare({ id: left.id, person: ids.cem });
  assert.deepEqual((await summary(left.id)).waits, []);
  const [terms] = await patient.vault.shares({ item: left.id });
  assert.deepEqual(
    [terms?.state, terms?.events.map(({ what }) => what)],
    ["ended", ["waits", "asked"]],
  );
  const now = { id: hurried.id, person: ids.cem, override: true };
  assert.deepEqual(await patient.vault.share(now), { state: "shared" });
  await pass();
  assert.deepEqual(
    (await read(cem, ids.anaOfCem)).filter(({ part }) => part === null).map(({ title }) => title),
    ["Doch."],
  );
  await patient.vault.saveDocument({ kind: "settings", body: { guardHours: 0 } });
  assert.equal((await patient.vault.share({ id: left.id, person: ids.bo })).state, "shared");
  const [settings] = await patient.vault.documents({ kind: "settings" });
  await patient.vault.deleteDocument({ id: settings?.id ?? "" });
  await patient.vault.deleteDosing({ id: dose.id });
});

/** @param {number} total @param {{alone?: boolean}} [how] */
function fillIn(total, how) {
  patient.now += HOUR;
  const answers = [
    { id: "1", question: "Interesse", type: /** @type {const} */ ("choice"), value: 1 },
  ];
  const scored = { instrument: "phq-9", total, scale: { min: 0, max: 27 } };
  return patient.write("", { kind: "measure", answers, scored, ...how });
}

test("a series shares a measure each time from now on, the guard holds it back, and after its end no more", async () => {
  const before = await fillIn(20);
  patient.now += HOUR;
  const until = { at: new Date(patient.now + 3 * DAY).toISOString(), zone: "Europe/Lisbon" };
  const series = await patient.vault.startSeries({ person: ids.bo, instrument: "phq-9", until });
  assert.deepEqual(await patient.vault.series(), [series]);
  const first = await fillIn(15);
  assert.deepEqual(
    first.shares.map(({ name, part }) => [name, part]),
    [["Bo", null]],
  );
  assert.deepEqual((await summary(before.id)).shares, []);
  const happened = { at: new Date(patient.now).toISOString(), zone: "Europe/Lisbon" };
  const dose = await patient.vault.saveDosing({ happened, route: "im", state: "done" });
  const held = await fillIn(11);
  assert.deepEqual([held.shares.length, held.waits.length], [0, 1]);
  await patient.vault.deleteDosing({ id: dose.id });
  await patient.vault.unshare({ id: first.id, person: ids.bo });
  await pass();
  assert.deepEqual((await summary(first.id)).shares, [], "ended by hand stays ended");
  patient.now += 4 * DAY;
  const late = await fillIn(9);
  assert.deepEqual([late.shares.length, late.waits.length], [0, 0]);
  assert.deepEqual(await patient.vault.series(), []);
});

test("one that is kept private is brought by no series, now or later, and the next one is again", async () => {
  patient.now += HOUR;
  const { id } = await patient.vault.startSeries({ person: ids.cem, instrument: "phq-9" });
  const alone = await fillIn(12, { alone: true });
  const next = await fillIn(13);
  await pass();
  patient.now += 2 * DAY;
  await pass();
  const shares = [await summary(alone.id), await summary(next.id)].map(
    ({ shares }) => shares.length,
  );
  assert.deepEqual([alone.shares.length, alone.waits.length, ...shares], [0, 0, 0, 1]);
  const read = (await cem.vault.timeline({ person: ids.anaOfCem })).entries.map(
    ({ total }) => total,
  );
  assert.ok(read.includes(13) && !read.includes(12), `${read}`);
  await patient.vault.endSeries({ id });
});

test("a series is ended by hand, and what it shared stays shared", async () => {
  patient.now += HOUR;
  const { id } = await patient.vault.startSeries({ person: ids.cem, instrument: "phq-9" });
  const kept = await fillIn(7);
  await patient.vault.endSeries({ id });
  const later = await fillIn(6);
  assert.deepEqual([(await summary(kept.id)).shares.length, later.shares.length], [1, 0]);
});

test("for a new therapist a chosen set is shared in one go, in the parts the former one was shown, and the rest not at all", async () => {
  const dana = new Device(server.origin);
  await signUp(dana, "Dana", "therapist");
  const { forInvitee, forInviter } = await link(dana, patient);
  const [whole, part, other] = [
    await patient.write("Ganz."),
    await patient.write("In Teilen.", { answers: beside(5) }),
    await patient.write("Nie."),
  ];
  await patient.vault.share({ id: whole.id, person: ids.cem });
  await patient.vault.share({ id: part.id, person: ids.cem, parts: ["mood"] });
  await patient.vault.closeLink({ person: ids.cem });
  const chosen = [whole.id, part.id, part.id];
  assert.deepEqual(
    await patient.vault.shareMany({ ids: chosen, person: forInvitee, like: ids.cem }),
    { shared: [whole.id, part.id], waits: [] },
  );
  await patient.sync();
  await dana.sync();
  assert.deepEqual(
    (await read(dana, forInviter)).map(({ part }) => part),
    [null, { shown: 1, of: 4 }],
  );
  assert.deepEqual((await summary(other.id)).shares, []);
  const ended = await patient.vault.shares({ person: ids.cem, item: whole.id });
  assert.deepEqual(
    ended.map(({ state, events }) => [state, events.at(-1)?.what]),
    [["ended", "ended"]],
  );
});
