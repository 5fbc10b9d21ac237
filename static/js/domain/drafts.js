// What is being written and is not an entry yet.

/** @import { Answer, PromptShown, Scored } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Phase } from "./phases.js" */

/**
 * @typedef {object} EntryDraft   what the editor saves as one types
 * @property {string} [id]         of the entry; a new one is made when absent
 * @property {string|null} [rev]   revision the editor was opened on; absent: a new entry, also where another device has kept the same draft meanwhile
 * @property {string} title
 * @property {string} text
 * @property {PromptShown|null} prompt
 * @property {Phase|null} phase
 * @property {string|null} dosing
 * @property {Instant|null} happened  null: the moment of the first save
 * @property {"entry"|"measure"|"rating"} [kind]  of a new one; "entry" when absent
 * @property {Answer[]} [answers]     absent: as they were
 * @property {number} [caret]         where the cursor stood in the text, and how far down the page, in px: of drafts only
 * @property {number} [scroll]
 * @property {Scored|null} [scored]   measures and ratings
 * @property {boolean} [alone]        of a measure that is saved: no series shares this one
 * @property {{item: string, rev: string|null, mark?: string}} [seen]  of a draft that was read or saved: the backed-up revision it stands
 *   on, and which text lay on this device; carried along from one save to the next
 *
 * @typedef {object} DraftSaved
 * @property {string} id
 * @property {EntryDraft["seen"]} seen
 * @property {boolean} apart  another tab had gone on with the draft: this is a new one, of no entry yet
 *
 * @typedef {[name: string, value: string][]} FormValues  of a form, in its order
 */

export {};
