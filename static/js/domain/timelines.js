// A timeline: one's own, or that of somebody who shares.

/** @import { Dosing } from "./dosings.js" */
/** @import { EntrySummary } from "./entries.js" */
/** @import { Person } from "./people.js" */

/**
 * @typedef {object} Timeline
 * @property {Person|null} person    null: one's own
 * @property {Dosing[]} dosings      by date
 * @property {EntrySummary[]} entries by date
 * @property {string[]} pinned       therapist: entries to be brought to the next meeting
 */

export {};
