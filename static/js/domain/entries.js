// Entries, and what is shown of them.

/** @import { Instant } from "./instants.js" */
/** @import { Phase } from "./phases.js" */
/** @import { HeldBack, Part, Share } from "./sharing.js" */

/**
 * @typedef {"device"|"backed-up"} Kept  "On this device" / "Backed up"
 *
 * @typedef {object} PromptShown
 * @property {string} pack
 * @property {string} id
 * @property {number} version
 * @property {string} text
 * @property {Phase|null} [phase]  of the prompt; the entry has it unless another one is chosen
 *
 * @typedef {"text"|"scale"|"choice"|"chips"|"body"} AnswerType
 *
 * @typedef {object} Answer  one question of a form, or something set beside the words
 * @property {string} id
 * @property {string} question   as it was shown
 * @property {AnswerType} type
 * @property {string|number|string[]|null} value  scale and choice: a number; text: text; chips, body: a list; null: left blank
 *
 * @typedef {object} Scored  what a measure or a personal rating has besides its answers
 * @property {string} instrument
 * @property {{version: string, language: string, windowDays: number|null}} [form]  as it was filled in
 * @property {number|null} total   null: something was left blank
 * @property {{min: number, max: number}} [scale]
 *
 * @typedef {object} EntrySummary  enough for the list and the timeline, without opening the entry
 * @property {string} id
 * @property {string|null} author  contact id of the person who shared it, null for own
 * @property {string} rev
 * @property {"entry"|"measure"|"rating"} kind
 * @property {Phase} phase          as chosen, as the prompt says, or by date
 * @property {string|null} dosing   the dosing session it belongs to
 * @property {Instant} happened
 * @property {Instant} written
 * @property {string|null} prompt   prompt id
 * @property {string} title         title or the first words
 * @property {string} preview       up to about 140 characters
 * @property {Kept} kept
 * @property {Part|null} part       what somebody else shared is a part of an entry
 * @property {Share[]} shares       own entries only
 * @property {HeldBack[]} waits     own entries only
 * @property {number} comments      how many comments it has
 * @property {boolean} unreadComment
 * @property {boolean} reviewed     therapist: ticked; false for own entries
 * @property {boolean} opened       therapist: has been opened on this account
 * @property {boolean} conflictCopy
 * @property {string|null} instrument  measures and ratings
 * @property {number|null} total       measures and ratings
 *
 * @typedef {object} Comment
 * @property {string} id
 * @property {string|null} author  contact id, null for own
 * @property {string} name
 * @property {string} text
 * @property {Instant} written
 * @property {Kept} kept
 * @property {boolean} muted        by somebody who is muted: it is folded away
 * @property {Comment|null} answer  the one that was given to it, to be read by its author alone; null: none, and of an answer
 *
 * @typedef {object} Entry
 * @property {EntrySummary} summary
 * @property {string} title
 * @property {string} text
 * @property {PromptShown|null} prompt
 * @property {Phase|null} phaseChosen
 * @property {string|null} dosingChosen
 * @property {Answer[]} answers
 * @property {Scored|null} scored      measures and ratings
 * @property {Comment[]} comments
 *
 * @typedef {object} DeletedEntry
 * @property {string} id
 * @property {"entry"|"measure"|"rating"} kind
 * @property {string} title
 * @property {string} preview
 * @property {Instant} happened
 * @property {string|null} deletedAt  RFC 3339 instant at which this device learned of it; null: the server does not know yet
 *
 * @typedef {object} VersionSummary  one revision of an own entry
 * @property {string} rev
 * @property {Instant} written
 * @property {string} title
 * @property {string} preview
 * @property {boolean} current
 *
 * @typedef {object} Version
 * @property {string} rev
 * @property {Instant} written
 * @property {Instant} happened
 * @property {string} title
 * @property {string} text
 * @property {PromptShown|null} prompt
 * @property {Answer[]} answers
 * @property {Scored|null} scored
 */

export {};
