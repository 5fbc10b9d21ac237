// Sharing on one's own terms: the parts of an entry, the excerpt that holds some of them, the terms of a share. Pure: payloads in, payloads out.

import { answersOf, instantOf, saySame, textOf } from "./payloads.js";
import { msOf } from "./phases.js";

/** @import { Instant } from "./instants.js" */
/** @import { Parent, Payload } from "./payloads.js" */
/** @import { Dose } from "./phases.js" */

/**
 * @typedef {object} Share
 * @property {string} person   contact id
 * @property {string} name
 * @property {"current"|"older"|"waiting"} state  older: an earlier revision is shared; waiting: not sent yet
 * @property {Part|null} part     null: the whole entry
 * @property {Instant|null} until  it ends by itself then
 *
 * @typedef {{shown: number, of: number}} Part  how many of its parts are shown: the words, the total of a measure, single answers
 *
 * @typedef {object} HeldBack  the next-day guard: the person wanted to share it, and is asked again
 * @property {string} person   contact id
 * @property {string} name
 * @property {Instant} until   from then on it can be shared as any other; the past: it is being asked
 *
 * @typedef {object} ShareTerms  all that was agreed with oneself about one entry and one person; kept after it has ended
 * @property {string} id        of the share document
 * @property {string} person    contact id
 * @property {string} name      "" where that person is no longer in the account
 * @property {string} item      the entry
 * @property {string|null} excerpt  item in which the chosen parts are, what receipts and comments of the other hang on; null: the entry itself
 * @property {"whole"|string[]} parts  ids of answers, `words`, `total`
 * @property {Part|null} part    as it stands with them; null: the whole, or nothing now
 * @property {string} reason
 * @property {Instant|null} until
 * @property {Instant|null} waits  held back until then
 * @property {Share["state"]|"waits"|"ended"} state
 * @property {{what: "shared"|"updated"|"ended"|"waits"|"asked", at: Instant}[]} events  in their order
 *
 * @typedef {object} ShareAsked
 * @property {string} id
 * @property {string} person
 * @property {"whole"|string[]} [parts]  absent: as agreed with this person before, else the whole
 * @property {string} [reason]     absent: as before
 * @property {Instant|null} [until]  absent: as before
 * @property {boolean} [dosing]    also let this person see dosing sessions (standing choice); only where it is not held back
 * @property {boolean} [override]  the person said a second time that it shall not wait
 *
 * @typedef {{state: "shared"} | {state: "waits", until: Instant}} ShareAnswer
 *
 * @typedef {object} Series  a measure that is shared each time it is filled in
 * @property {string} id
 * @property {string} person
 * @property {string} name
 * @property {string} instrument
 * @property {Instant} since
 * @property {Instant|null} until
 */

/** Everything, or parts by id: an answer's, or one of the two below. @typedef {"whole"|string[]} Parts */
/** @typedef {"shared"|"updated"|"ended"|"waits"|"asked"} ShareEvent */

/**
 * The terms under which one item is shown to one person: the body of a `share` document (docs/protocol.md section 9).
 * @typedef {object} Terms
 * @property {string} person       b64 id_pk
 * @property {string} item         b64
 * @property {string|null} rev     last revision that was shared
 * @property {string|null} excerpt b64 item that holds the parts
 * @property {Parts} parts
 * @property {string} reason       "" for none
 * @property {Instant|null} until
 * @property {Instant|null} waits  next-day guard: not granted before, and only when the person says so again
 * @property {{what: ShareEvent, at: Instant}[]} events
 */

/** The words of an entry, with its title. */
export const WORDS = "words";
/** The score of a measure, without its answers. */
export const TOTAL = "total";
export const GUARD_HOURS = 24;
export const MOST_GUARD_HOURS = 72;
const HOUR_MS = 3_600_000;
/** What an excerpt says of the entry besides the parts that were chosen. */
const COPIED = ["happened", "phase", "dosing", "prompt", "instrument", "form", "scale"];
const EVENTS = ["shared", "updated", "ended", "waits", "asked"];

/**
 * @param {Payload} payload of an entry, a measure or a rating
 * @returns {string[]} ids of the parts it has, in the order in which they are read; what was left blank is none
 */
export function partsOf({ title, text, answers, total }) {
  const answered = answersOf(answers).filter(({ value }) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== "",
  );
  return [
    ...(textOf(title).trim() || textOf(text).trim() ? [WORDS] : []),
    ...(typeof total === "number" ? [TOTAL] : []),
    ...answered.map(({ id }) => id),
  ];
}

/**
 * @param {Payload} payload of the entry's revision
 * @param {readonly string[]} parts that were chosen
 * @param {{parent: Parent, prev: string|null, now: Instant}} written
 * @returns {Payload|null} of an excerpt, which holds these parts and no other; null where the entry has none of them
 */
export function excerptPayload(payload, parts, { parent, prev, now }) {
  const all = partsOf(payload);
  const chosen = all.filter((part) => parts.includes(part));
  if (chosen.length === 0) return null;
  const answers = answersOf(payload.answers).filter(({ id }) => chosen.includes(id));
  const { title, text, total } = payload;
  return {
    v: 1,
    kind: "excerpt",
    prev,
    written: now,
    parent,
    ...pick(payload, COPIED),
    ...(chosen.includes(WORDS) && pick({ title, text }, ["title", "text"])),
    ...(chosen.includes(TOTAL) && { total }),
    ...(answers.length > 0 && { answers }),
    of: { shown: chosen.length, of: all.length },
  };
}

/** @param {Payload} payload of an excerpt @returns {Part|null} */
export function partOf({ of: part }) {
  const { shown, of } = part ?? {};
  return Number.isInteger(shown) && Number.isInteger(of) ? { shown, of } : null;
}

/**
 * @param {Payload} one
 * @param {Payload} other
 * @returns {boolean} whether two excerpts show the other person the same; how much there is besides does not matter
 */
export function showSame(one, other) {
  return saySame(shownOf(one), shownOf(other));
}

/** @param {Payload} excerpt @returns {Payload} */
function shownOf({ parent: _parent, of: _of, ...shown }) {
  return shown;
}

/**
 * The next-day guard: what was written, or happened, within the set time after a dose waits.
 * @param {{happened: Instant, written: Instant}} entry
 * @param {readonly Dose[]} doses
 * @param {number} hours  0: no guard
 * @param {number} ms     now
 * @returns {string|null} RFC 3339 instant until which it waits; null: it may be shared
 */
export function guardedUntil({ happened, written }, doses, hours, ms) {
  const ends = doses
    .filter(({ state }) => state !== "cancelled")
    .map((dose) => ({ start: msOf(dose.happened), end: msOf(dose.happened) + hours * HOUR_MS }))
    .filter(({ start, end }) =>
      [happened, written].some((one) => msOf(one) >= start && msOf(one) < end),
    )
    .map(({ end }) => end);
  const last = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  return last > ms ? new Date(last).toISOString() : null;
}

/** @param {{[member: string]: any}|undefined} settings body of the settings document @returns {number} hours of the guard, 0 to 72 */
export function guardHours(settings) {
  const hours = settings?.guardHours;
  const isHours = typeof hours === "number" && hours >= 0 && hours <= MOST_GUARD_HOURS;
  return isHours ? hours : GUARD_HOURS;
}

/** @param {Payload} payload of a share document @returns {Terms|null} null where it names nobody or nothing */
export function termsOf({ person, item, rev, excerpt, parts, reason, until, waits, events }) {
  if (typeof person !== "string" || typeof item !== "string") return null;
  const isList = Array.isArray(parts) && parts.every((part) => typeof part === "string");
  return {
    person,
    item,
    rev: textOf(rev) || null,
    excerpt: textOf(excerpt) || null,
    parts: isList ? parts : "whole",
    reason: textOf(reason),
    until: instantOf(until, null),
    waits: instantOf(waits, null),
    events: (Array.isArray(events) ? events : []).flatMap((one) => {
      const at = instantOf(one?.at, null);
      return at && EVENTS.includes(one.what) ? [{ what: one.what, at }] : [];
    }),
  };
}

/** @param {Payload} payload @param {readonly string[]} names @returns {Payload} those members that are there */
function pick(payload, names) {
  const has = (/** @type {string} */ name) => payload[name] !== undefined && payload[name] !== "";
  return Object.fromEntries(names.filter(has).map((name) => [name, payload[name]]));
}
