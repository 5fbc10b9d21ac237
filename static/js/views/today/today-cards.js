/**
 * What else has a place on Today beside the prompts: a due measure, a practical card, the thread. A source is a module whose default export is
 * a CardSource; it is added to SOURCES by one line, is loaded with Today, and never sees what another one shows.
 */

/** @import { TemplateResult } from "lit-html" */
/** @import { Offered } from "../../domain/assignments.js" */
/** @import { Document } from "../../domain/documents.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { App } from "../shared/types.js" */

/**
 * @typedef {object} Seen  what Today has read of the vault
 * @property {EntrySummary[]} entries  the newest 1,000
 * @property {Dosing[]} dosings
 * @property {Document[]} courses
 * @property {Document[]} skips
 * @property {(EntryDraft & {savedAt: string})[]} drafts
 * @property {Person[]} people
 * @property {{name: string}[]} answers  people who answered an invitation
 * @property {Offered} offered  what linked therapists gave, as far as it is offered today
 *
 * @typedef {object} Card
 * @property {"top"|"due"|"foot"} place  top: before the prompts, what belongs to this very day; due: after the first prompt; foot: below all, before the blank page
 * @property {() => TemplateResult} render  one `<li>` with its own data-testid
 *
 * @typedef {(app: App, seen: Seen, now: Instant) => Card[] | Promise<Card[]>} CardSource
 */

/** In the order in which they stand within a place. @type {(() => Promise<{default: CardSource}>)[]} */
const SOURCES = [
  () => import("./away-cards.js"),
  () => import("./practical-cards.js"),
  () => import("./share-cards.js"),
  () => import("./assigned-cards.js"),
  () => import("./thread-cards.js"),
  () => import("./measure-card.js"),
];

/**
 * @param {App} app
 * @param {Seen} seen
 * @param {Instant} now
 * @returns {Promise<Card[]>} of all sources; a source that fails is left out, so that Today always stands
 */
export async function cards(app, seen, now) {
  const asked = SOURCES.map(async (load) => (await load()).default(app, seen, now));
  const answered = await Promise.allSettled(asked);
  return answered.flatMap((answer) => {
    if (answer.status === "fulfilled") return answer.value;
    // Whoever locks meanwhile has left Today: nothing is wrong.
    if (answer.reason?.reason !== "locked") console.error(answer.reason);
    return [];
  });
}

/** @param {Card[]} all @param {Card["place"]} wanted @returns {TemplateResult[]} */
export function cardsAt(all, wanted) {
  return all.filter(({ place }) => place === wanted).map(({ render }) => render());
}
