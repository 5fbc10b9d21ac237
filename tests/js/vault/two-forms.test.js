// Two tabs that have the same form open and both save: what each of them said stands, or one is told before it replaces anything.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { actOf, appWith } from "../views/page.js";
import { Device, link, PASSPHRASE, Server, sayBoundary, signUp } from "./world.js";

const { changeSettings } = await import("../../../static/js/views/shared/settings.js");
const { default: openSafety } = await import("../../../static/js/views/help/safety.js");
const { default: openSetup } = await import("../../../static/js/views/room/setup.js");
const DAY = { at: "2026-11-20T10:00:00.000Z", zone: "UTC" };
const DETAILS = { amount: "", vitals: [], effects: [] };

/** @import { Role } from "../../../static/js/domain/people.js" */

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
  await loadWords(["first", "frame", "help", "safety", "setup"]);
});
after(() => server.stop());

/** @param {Role} role @returns {Promise<[Device, Device]>} two tabs of one account, the first of which syncs */
async function tabs(role) {
  const first = new Device(server.origin);
  await signUp(first, "Ana", role);
  const second = first.tab();
  await second.vault.unlock({ passphrase: PASSPHRASE });
  return [first, second];
}

/** All that tabs told each other has been heard. @param {Device[]} tabs */
async function settled(tabs) {
  await Promise.all(tabs.flatMap(({ heard }) => heard));
}

for (const kind of ["course", "thread"])
  test(`a ${kind}: both stand, and one is told of it`, async () => {
    const [first, second] = await tabs("patient");
    const { id, rev } = await first.vault.saveDocument({ kind, body: { name: "As it was" } });
    await settled([first, second]);
    await first.vault.saveDocument({ id, rev, kind, body: { name: "Left" } });
    await settled([first, second]);
    await second.vault.saveDocument({ id, rev, kind, body: { name: "Right" } });
    const { notices } = await first.sync();
    assert.deepEqual(
      notices.map(({ type }) => type),
      ["conflict-copy"],
    );
    await settled([first, second]);
    for (const { vault } of [first, second]) {
      const names = (await vault.documents({ kind })).map(({ body }) => body.name);
      assert.deepEqual(names.sort(), ["Left", "Right"]);
    }
  });

test("a dosing session: the second becomes one of its own, with its details; whoever goes on alone changes the one there is", async () => {
  const [first, second] = await tabs("patient");
  const said = { happened: DAY, route: /** @type {const} */ ("iv"), note: "As it was" };
  const begun = await first.vault.saveDosing(said);
  const amount = (/** @type {string} */ amount) => ({ details: { ...DETAILS, amount } });
  const once = { ...said, id: begun.id, rev: begun.rev, note: "Left", ...amount("40 mg") };
  const left = await first.vault.saveDosing(once);
  const again = await first.vault.saveDosing({ ...once, rev: left.rev, note: "Left again" });
  assert.deepEqual([left.id, again.id], [begun.id, begun.id]);
  await settled([first, second]);

  const right = { ...said, id: begun.id, rev: begun.rev, note: "Right", ...amount("50 mg") };
  const apart = await second.vault.saveDosing(right);
  assert.notEqual(apart.id, begun.id);
  await settled([first, second]);
  const all = await first.vault.dosings();
  const whole = await Promise.all(all.map(({ id }) => first.vault.dosing({ id })));
  const told = whole.map(({ note, details }) => [note, details?.amount]).sort();
  assert.deepEqual(told, [
    ["Left again", "40 mg"],
    ["Right", "50 mg"],
  ]);
  // What does not say what it goes on from, as a card on Today, changes what stands.
  await second.vault.saveDosing({ id: begun.id, happened: DAY, route: "iv", state: "cancelled" });
  assert.equal((await second.vault.dosings()).length, 2);
});

test("settings that two tabs change one after the other all hold", async () => {
  const [first, second] = await tabs("patient");
  await changeSettings(/** @type {any} */ (first.vault), () => ({ guardHours: 48 }));
  await settled([first, second]);
  await changeSettings(/** @type {any} */ (second.vault), () => ({ tellOpened: false }));
  await settled([first, second]);
  const [settings, ...more] = await first.vault.documents({ kind: "settings" });
  assert.deepEqual(settings?.body, { guardHours: 48, tellOpened: false });
  assert.deepEqual(more, []);
});

test("people to call and the plan, open in two tabs: a number that was typed in one is not lost to the other", async () => {
  const [first, second] = await tabs("patient");
  const open = async (/** @type {Device} */ { vault }, /** @type {string[]} */ rest) =>
    /** @type {any} */ (await openSafety(appWith(vault), /** @type {any} */ ({ rest })));
  const [people, plan] = [await open(first, []), await open(second, ["plan"])];
  actOf(people.render(), "clinic-phone", "input")({ target: { value: "030 1" } });
  await people.leave();
  await settled([first, second]);
  actOf(plan.render(), "plan-signs", "input")({ target: { value: "I don’t sleep." } });
  await plan.leave();
  await settled([first, second]);
  const [kept, ...more] = await first.vault.documents({ kind: "safety" });
  assert.equal(kept?.body.clinic.phone, "030 1");
  assert.equal(kept?.body.plan.signs, "I don’t sleep.");
  assert.deepEqual(more, []);
});

test("a private note: both stand; and of one that was emptied here, what another window wrote stays", async () => {
  const [first, second] = await tabs("therapist");
  await sayBoundary(first);
  const ana = new Device(server.origin);
  await signUp(ana, "Ana", "patient");
  const { forInviter } = await link(ana, first);
  const { id } = await ana.write("Shared.");
  await ana.vault.share({ id, person: forInviter, override: true });
  await ana.sync();
  await first.sync();
  await settled([first, second]);
  const note = await first.vault.saveNote({ id, text: "As it was." });
  const seen = { id, note: note?.id ?? "", rev: note?.rev ?? "" };
  await settled([first, second]);
  await first.vault.saveNote({ ...seen, text: "Left." });
  await settled([first, second]);
  await second.vault.saveNote({ ...seen, text: "Right." });
  await second.vault.saveNote({ ...seen, text: "" });
  const { notes } = await second.vault.beside({ id });
  assert.deepEqual(notes.map(({ text }) => text).sort(), ["Left.", "Right."]);
});

test("how a therapist reads: whoever saves second is told first, and then says it on purpose", async () => {
  const [first, second] = await tabs("therapist");
  await sayBoundary(first);
  await settled([first, second]);
  const app = appWith(second.vault, { status: { state: "unlocked", role: "therapist" } });
  const screen = /** @type {any} */ (await openSetup(app, /** @type {any} */ ({})));
  const own = await first.vault.boundary();
  assert.ok(own);
  first.now += 1000;
  await first.vault.saveBoundary({ ...own, rhythm: "On Fridays." });
  await settled([first, second]);
  const save = () => actOf(screen.render(), "kept-form", "submit")({ preventDefault: () => {} });
  await save();
  assert.equal((await first.vault.boundary())?.rhythm, "On Fridays.");
  assert.deepEqual(app.said, []);
  await save();
  await settled([first, second]);
  assert.equal((await first.vault.boundary())?.rhythm, own.rhythm);
  assert.deepEqual(app.said, [t("setup.keptFirst")]);
});
