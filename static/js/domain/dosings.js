// Dosing sessions: what they are made of.

/** @import { Kept } from "./entries.js" */
/** @import { Instant } from "./instants.js" */

/**
 * @typedef {"iv"|"im"|"sc"|"nasal"|"lozenge"|"oral"|"rectal"|"other"} Route
 *
 * @typedef {object} Dosing
 * @property {string} id
 * @property {string|null} author   contact id, null for own
 * @property {string} rev
 * @property {Instant} happened
 * @property {Route} route
 * @property {number} number        in the course, counted from 1
 * @property {"planned"|"done"|"cancelled"} state
 * @property {string} note
 * @property {string|null} course   course document it belongs to
 * @property {Kept} kept
 *
 * @typedef {object} DosingDetails  stays with the person: it is no part of what others are shown. Recorded, never judged
 * @property {string} amount        as the person writes it
 * @property {{what: string, value: string, at: string}[]} vitals    `at`: HH:MM
 * @property {{what: string, intensity: number, duration: string}[]} effects  intensity 0–3
 *
 * @typedef {Dosing & {setting: string, support: string, details: DosingDetails|null}} DosingWhole  details: null where there are none, and always of somebody else's
 *
 * @typedef {{number: number, happened: Instant}} DoseAt
 */

export {};
