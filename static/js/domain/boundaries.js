// What a therapist says before anybody shares with them, and their absence: docs/protocol.md section 9, `boundary`. Pure.

import { isDay } from "./instants.js";
import { textOf } from "./payloads.js";

/** @import { Kept } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Payload } from "./payloads.js" */

/**
 * @typedef {{from: string, until: string, text: string}} Away  an absence: days `YYYY-MM-DD`, the first and the last
 *
 * @typedef {object} Boundary  what a therapist tells the people they are linked with
 * @property {string} id
 * @property {string|null} person  contact id of the therapist, null for own
 * @property {Instant} written
 * @property {Kept} kept
 * @property {string} rhythm   how often they read
 * @property {string} record   what they do with shares in the record
 * @property {string} danger   what they do if they read of danger
 * @property {string} absence  who covers absences
 * @property {Away|null} away
 */

/** What has to be said before the first invitation, in the order in which it is asked and shown. */
export const PARTS = /** @type {const} */ (["rhythm", "record", "danger", "absence"]);

/** @typedef {{[part in typeof PARTS[number]]: string} & {away: Away|null}} BoundarySaid */

/** @param {Payload} payload @returns {BoundarySaid} as far as it can be shown */
export function boundaryOf({ rhythm, record, danger, absence, away }) {
  return {
    rhythm: textOf(rhythm),
    record: textOf(record),
    danger: textOf(danger),
    absence: textOf(absence),
    away: awayOf(away),
  };
}

/** @param {Pick<BoundarySaid, typeof PARTS[number]>|null} said @returns {boolean} whether each of the four is said */
export function isWhole(said) {
  return said !== null && PARTS.every((part) => said[part].trim() !== "");
}

/**
 * @param {Away|null|undefined} away
 * @param {string} day `YYYY-MM-DD`, of the one who asks
 * @returns {"ahead"|"now"|null} null: there is none, or it has ended
 */
export function awayOn(away, day) {
  if (!away || day > away.until) return null;
  return day < away.from ? "ahead" : "now";
}

/** @param {any} value @returns {Away|null} */
function awayOf(value) {
  if (!isDay(value?.from) || !isDay(value.until) || value.until < value.from) return null;
  return { from: value.from, until: value.until, text: textOf(value.text) };
}
