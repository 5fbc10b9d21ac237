import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, link, Server, signUp } from "./world.js";

/** @import { DosingDetails } from "../../../static/js/domain/dosings.js" */

/** @type {Server} */
let server;
/** @type {Device} */
let phone;
/** @type {Device} */
let laptop;
/** @type {Device} */
let bo;
let ana = "";
let therapist = "";

before(async () => {
  server = await Server.shared();
  phone = new Device(server.origin);
  laptop = new Device(server.origin);
  bo = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  await signUp(bo, "Bo", "therapist");
  ({ forInviter: ana, forInvitee: therapist } = await link(bo, phone));
  await laptop.signIn(kit);
});
after(() => server.stop());

const happened = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };
const route = /** @type {const} */ ("im");
/** @type {DosingDetails} */
const details = {
  amount: "wie letztes Mal",
  vitals: [{ what: "pressure", value: "128/84", at: "11:10" }],
  effects: [{ what: "nausea", intensity: 2, duration: "eine Stunde" }],
};

test("details of a dosing session are kept with it, come to every own device, and stay through an edit", async () => {
  const said = { happened, route, course: "c1", setting: "Das blaue Zimmer", support: "Mara" };
  const { id, course } = await phone.vault.saveDosing({ ...said, details });
  assert.equal(course, "c1");
  await phone.sync();
  await laptop.sync();
  const there = await laptop.vault.dosing({ id });
  assert.deepEqual(
    [there.setting, there.support, there.details],
    [said.setting, said.support, details],
  );
  await laptop.vault.saveDosing({ id, happened, route, note: "Regen." });
  const edited = await laptop.vault.dosing({ id });
  assert.deepEqual(
    [edited.note, edited.course, edited.setting, edited.details],
    ["Regen.", "c1", said.setting, details],
  );
  await laptop.vault.saveDosing({ id, happened, route, support: "", course: null });
  const less = await laptop.vault.dosing({ id });
  assert.deepEqual([less.support, less.course], ["", null]);
  await laptop.sync();
  await phone.sync();
});

test("who may see dosing sessions sees setting and support, and nothing of the details", async () => {
  const { id } = await phone.vault.saveDosing({
    happened,
    route,
    setting: "Zuhause",
    support: "Cem",
    details,
  });
  const entry = await phone.write("Geteilt.");
  await phone.vault.share({ id: entry.id, person: therapist, dosing: true });
  await phone.sync();
  await bo.sync();
  const seen = await bo.vault.dosing({ id });
  assert.deepEqual(
    [seen.author, seen.setting, seen.support, seen.details],
    [ana, "Zuhause", "Cem", null],
  );
  await phone.vault.saveDosing({
    id,
    happened,
    route,
    details: { ...details, amount: "Kanarienmenge" },
  });
  await phone.sync();
  await bo.sync();
  assert.equal((await bo.vault.dosing({ id })).details, null);
  assert.deepEqual(await bo.vault.documents({ kind: "details" }), []);
  const { dosings, entries } = await bo.vault.timeline({ person: ana });
  assert.ok(!JSON.stringify([dosings, entries]).includes("Kanarienmenge"));
});

test("where nothing was noted nothing is kept, and a deleted dosing session takes its details along", async () => {
  const before = (await phone.vault.documents({ kind: "details" })).length;
  const empty = { amount: "", vitals: [], effects: [] };
  const { id } = await phone.vault.saveDosing({ happened, route, details: empty });
  assert.equal((await phone.vault.documents({ kind: "details" })).length, before);
  await phone.vault.saveDosing({ id, happened, route, details });
  assert.equal((await phone.vault.documents({ kind: "details" })).length, before + 1);
  await phone.vault.deleteDosing({ id });
  assert.equal((await phone.vault.documents({ kind: "details" })).length, before);
  await assert.rejects(phone.vault.dosing({ id }), { reason: "not-found" });
});

test("a new dosing session is counted within its course, cancelled ones left out", async () => {
  const add = (/** @type {number} */ day, /** @type {object} */ more = {}) =>
    phone.vault.saveDosing({
      happened: { ...happened, at: `2026-10-0${day}T10:00:00.000Z` },
      route,
      course: "autumn",
      ...more,
    });
  assert.equal((await add(1)).number, 1);
  assert.equal((await add(4, { state: "cancelled" })).number, 2);
  assert.equal((await add(8)).number, 2);
  assert.equal((await add(9, { course: "other" })).number, 1);
});
