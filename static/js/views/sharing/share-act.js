/** From the wish to share to its being done: what the sheet needs is gathered, what was said is carried out, and how it went is told (catalogues `sharing`, `boundary`). */

import { html, nothing } from "lit-html";
import { whenWords } from "../../ui/dates.js";
import { joined, t } from "../../ui/i18n.js";
import { awayNotice, boundaryShown } from "../shared/boundary.js";
import { confirmStep } from "../shared/confirm.js";
import { explain } from "../shared/explain.js";
import { packs } from "../shared/packs.js";
import { RATINGS, scoreName } from "../shared/score-names.js";
import { changeSettings } from "../shared/settings.js";
import { firstSheet, shareSheet } from "./share-sheet.js";

/** @import { Boundary } from "../../domain/boundaries.js" */
/** @import { Entry, EntrySummary } from "../../domain/entries.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { ShareAnswer } from "../../domain/sharing.js" */
/** @import { App, VaultClient } from "../shared/types.js" */
/** @import { Showing } from "./share-preview.js" */
/** @import { Given } from "./share-sheet.js" */

/** @param {Person[]} people @returns {Person[]} to whom one can share */
export function readersOf(people) {
  return people.filter(({ state, role }) => state === "linked" && role === "therapist");
}

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {Person[]} people
 * @param {Showing} showing
 * @param {string} [wanted] contact id of whom it was held back for: asked again, part by part
 * @returns {Promise<boolean>} whether anything has become different
 */
export async function shareEntry(app, entry, people, showing, wanted) {
  const { vault } = app;
  const readers = readersOf(people);
  const { id, prompt, shares } = entry.summary;
  const [terms, held, set, before] = await Promise.all([
    vault.shares({ item: id }),
    vault.guardedUntil({ id }),
    prompt ? setOf(vault, entry) : "",
    beforeFirst(app, readers),
  ]);
  const first = shares.find(({ state }) => state === "older")?.person ?? shares[0]?.person;
  const person = readers.find((one) => one.id === (wanted ?? first)) ?? readers[0];
  if (!person) return false;
  const given = await shareSheet({
    entry,
    readers,
    person,
    byPart: wanted !== undefined,
    terms,
    held,
    set,
    measure: measureName(entry),
    showing,
    before,
  });
  if (!given) return false;
  await carryOut(app, entry, given).catch((error) => app.say(explain(error)));
  return true;
}

/** @param {VaultClient} vault @param {Entry} entry @returns {Promise<string>} title of the set of prompts it answers */
async function setOf(vault, { prompt }) {
  return (await packs(vault)).find(({ id }) => id === prompt?.pack)?.title ?? "";
}

/** @param {Entry} entry @returns {string} */
function measureName({ summary: { kind, instrument } }) {
  const isAsked = kind === "measure" && instrument !== null && !RATINGS.includes(instrument);
  return isAsked ? scoreName(instrument) : "";
}

/**
 * @param {App} app
 * @param {Person[]} readers
 * @returns {Promise<(person: Person) => any>} what is said before the first time: how they read, and whether one knows that it is them
 */
async function beforeFirst(app, readers) {
  const fresh = readers.filter(({ sharedCount }) => sharedCount === 0);
  const found = await Promise.all(
    fresh.map(
      async ({ id }) => /** @type {const} */ ([id, await app.vault.boundary({ person: id })]),
    ),
  );
  /** @type {Map<string, Boundary|null>} */
  const boundaries = new Map(found);
  return ({ id, name, verified }) => {
    const boundary = boundaries.get(id);
    if (boundary === undefined) return nothing;
    const isByLink = verified === "link";
    return html`${isByLink ? html`<p class="notice quiet" data-testid="by-link">${t("sharing.byLink", { name })}</p>` : nothing}
      ${awayNotice(boundary, name)} ${boundaryShown(app, boundary, name)}`;
  };
}

/**
 * Before something goes to a person by itself.
 * @param {App} app
 * @param {Person} person
 * @returns {Promise<boolean>} whether it may: what is said before the first time was read, now or before
 */
export async function readFirst(app, person) {
  const before = (await beforeFirst(app, [person]))(person);
  return before === nothing || firstSheet(person, before);
}

/** @param {App} app @param {Entry} entry @param {Given} given */
async function carryOut(app, { summary, prompt }, given) {
  const { vault } = app;
  const { person, remember, series, ...asked } = given;
  const { dosing, until, ...rest } = asked;
  const answer = await vault.share({
    id: summary.id,
    person: person.id,
    ...rest,
    until,
    ...(dosing && { dosing }),
  });
  const pack = prompt?.pack;
  if (remember && pack)
    await changeSettings(vault, ({ shareWith }) => ({
      shareWith: { ...shareWith, [pack]: person.id },
    }));
  if (series && summary.instrument)
    await vault.startSeries({ person: person.id, instrument: summary.instrument, until });
  app.say(answerWords(answer, person.name));
}

/** @param {ShareAnswer} answer @param {string} name */
function answerWords(answer, name) {
  if (answer.state === "shared") return t("share.done", { name });
  return t("sharing.waits", { when: whenWords(answer.until) });
}

/**
 * After a change: what others see of it is older than it is, and that is asked about once.
 * @param {App} app
 * @param {EntrySummary} saved
 */
export async function offerUpdate(app, { id, shares }) {
  const behind = shares.filter(({ state }) => state === "older");
  if (behind.length === 0) return;
  const names = joined(behind.map(({ name }) => name));
  const isWanted = await confirmStep({
    title: t("sharing.updateTitle", { names }),
    honest: t("sharing.updateAbout"),
    yes: t("sharing.update"),
    no: t("sharing.updateNot"),
    testid: "ask-yes",
  });
  if (!isWanted) return;
  for (const { person, name } of behind)
    app.say(answerWords(await app.vault.share({ id, person }), name));
}

/**
 * Where an answer to this set of prompts goes without being asked.
 * @param {VaultClient} vault
 * @param {string|undefined} pack
 * @param {import("../../domain/instants.js").Instant|null} happened
 * @returns {Promise<{person: string, name: string, held: string|null}|null>} held: until then it waits, in words
 */
export async function rememberedReader(vault, pack, happened) {
  if (!pack) return null;
  const [[settings], people, held] = await Promise.all([
    vault.documents({ kind: "settings" }),
    vault.people(),
    vault.guardedUntil({ happened }),
  ]);
  const reader = readersOf(people).find(({ id }) => id === settings?.body.shareWith?.[pack]);
  return reader ? { person: reader.id, name: reader.name, held: held && whenWords(held) } : null;
}

/**
 * @param {App} app
 * @param {string} id of an entry that is kept
 * @param {{person: string, name: string}} reader
 */
export async function shareRemembered(app, id, { person, name }) {
  const answer = await app.vault.share({ id, person, parts: "whole" });
  const run = async () => {
    await app.vault.unshare({ id, person });
    app.say(t("sharing.takenBack"));
  };
  app.say({ text: answerWords(answer, name), action: t("do.undo"), run });
}
