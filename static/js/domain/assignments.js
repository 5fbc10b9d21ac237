// What a therapist gives one person, and when it is asked: docs/clinical-content.md, "What a therapist gives". Pure: the moment comes in.

import { isDay } from "./instants.js";
import { instantOf, phaseOf, textOf } from "./payloads.js";
import { countedDoses, msOf } from "./phases.js";
import { dayIn } from "./programme/days.js";

/** @import { EntrySummary, Kept, PromptShown } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Payload } from "./payloads.js" */
/** @import { Dose } from "./phases.js" */

/**
 * @typedef {{date: string} | {dose: "next", days: number}} Due  a day `YYYY-MM-DD`, or days after the next dose (before it where negative)
 *
 * @typedef {object} NewAssignment
 * @property {string} person      contact id of whom it is for
 * @property {"prompt"|"pack"|"measure"} what
 * @property {PromptShown} [prompt]    in the therapist's own words with the pack `own`: its id then is that of the assignment
 * @property {string} [pack]
 * @property {string} [title]          of the pack, as the therapist saw it
 * @property {string} [instrument]
 * @property {string} note        one line, "" for none
 * @property {Due|null} due       null: whenever the person likes
 *
 * @typedef {object} Assignment  what a therapist gave one person
 * @property {string} id
 * @property {string} person      contact id: whom it is for (therapist), who gave it (patient)
 * @property {string} name        theirs
 * @property {Instant} given
 * @property {Kept} kept
 * @property {Instant|null} declined  when the person said "not this time"
 * @property {"prompt"|"pack"|"measure"} what
 * @property {PromptShown|null} prompt
 * @property {string|null} pack
 * @property {string} title
 * @property {string|null} instrument
 * @property {string} note
 * @property {Due|null} due
 */

/** Of a prompt in the therapist's own words; its id is that of the assignment. */
export const OWN_PACK = "own";
/** How far from a dose something may be given, in days before and after it. */
export const FURTHEST_DAYS = 60;
/** Days for which it is offered from its day on, and without a day from when it was given. */
const OFFERED_DAYS = 7;
const OFFERED_DAYS_UNDATED = 28;
const DAY_MS = 86_400_000;
const WHATS = ["prompt", "pack", "measure"];

/**
 * @typedef {object} Facts  of the person to whom it was given
 * @property {readonly Dose[]} dosings
 * @property {readonly Pick<EntrySummary, "kind"|"prompt"|"instrument"|"happened">[]} entries
 * @property {readonly string[]} packs  of the course that goes on
 *
 * @typedef {{state: "waits"|"ahead"|"open"|"past", day: string|null}} Placed
 *   waits: for a dose that nobody has planned; ahead: its day is to come; open: offered now; past: it has gone by. `day`: YYYY-MM-DD
 *
 * @typedef {{prompts: Assignment[], measures: Assignment[], packs: Assignment[]}} Offered  in the order of their days
 */

/** @param {Payload} payload @returns {Omit<Assignment, "id"|"person"|"name"|"given"|"kept"|"declined">|null} null for what is none that is known here */
export function assignmentOf({ what, prompt, pack, title, instrument, note, due }) {
  if (!WHATS.includes(what)) return null;
  const { pack: of, id, version, text, phase } = prompt ?? {};
  const shown = textOf(id) && textOf(text);
  if (what === "prompt" && !shown) return null;
  if (what === "pack" && !textOf(pack)) return null;
  if (what === "measure" && !textOf(instrument)) return null;
  return {
    what,
    prompt: shown
      ? { pack: textOf(of), id, version: Number(version) || 0, text, phase: phaseOf(phase) }
      : null,
    pack: textOf(pack) || null,
    title: textOf(title),
    instrument: textOf(instrument) || null,
    note: textOf(note),
    due: dueOf(due),
  };
}

/** @param {any} value @returns {Due|null} */
export function dueOf(value) {
  if (isDay(value?.date)) return { date: value.date };
  const { dose, days } = value ?? {};
  const isNear = Number.isInteger(days) && Math.abs(days) <= FURTHEST_DAYS;
  return dose === "next" && isNear ? { dose, days } : null;
}

/**
 * The dose that is meant is the first one after the moment at which it was given: moving its date moves what was given, a cancelled one is
 * passed over.
 * @param {Pick<Assignment, "due"|"given">} assignment
 * @param {readonly Dose[]} dosings
 * @param {Instant} now  its zone is the one in which days are lived
 * @returns {Placed}
 */
export function placeOf({ due, given }, dosings, now) {
  const today = dayOf(now, now.zone);
  if (due === null) {
    const from = dayOf(given, now.zone);
    return { state: today < from + OFFERED_DAYS_UNDATED ? "open" : "past", day: null };
  }
  if ("date" in due) {
    const day = Date.parse(due.date) / DAY_MS;
    return placed(day, day + OFFERED_DAYS, today);
  }
  const dose = countedDoses(dosings).find(({ ms }) => ms > msOf(given));
  if (!dose) return { state: "waits", day: null };
  const of = dosings.find(({ id }) => id === dose.id)?.happened ?? now;
  const at = dayOf(of, of.zone);
  // What belongs before a dose is not asked after its day.
  return placed(at + due.days, due.days < 0 ? at + 1 : at + due.days + OFFERED_DAYS, today);
}

/** @param {number} from @param {number} end the first day on which it is no longer offered @param {number} today @returns {Placed} */
function placed(from, end, today) {
  const state = today < from ? "ahead" : today < end ? "open" : "past";
  return { state, day: new Date(from * DAY_MS).toISOString().slice(0, 10) };
}

/**
 * @param {readonly Assignment[]} all
 * @param {Facts} facts
 * @param {Instant} now
 * @returns {Offered} what is offered now: neither declined nor done; of one measure or pack that two people gave, the one whose day came first
 */
export function offeredOn(all, facts, now) {
  const open = all
    .filter(({ declined }) => !declined)
    .map((one) => ({ one, place: placeOf(one, facts.dosings, now) }))
    .filter(({ place }) => place.state === "open")
    .filter(({ one, place }) => !isDone(one, facts, place))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const ones = open.map(({ one }) => one);
  const firstOf = (/** @type {"prompt"|"measure"|"pack"} */ what) => {
    const found = ones.filter((one) => one.what === what);
    return found.filter((one) => found.find((other) => thingOf(other) === thingOf(one)) === one);
  };
  return { prompts: firstOf("prompt"), measures: firstOf("measure"), packs: firstOf("pack") };
}

/** @param {Assignment} one @returns {string} what it gives */
function thingOf({ prompt, pack, instrument }) {
  return prompt?.id ?? pack ?? instrument ?? "";
}

/** @param {{one: Assignment, place: Placed}} offered @returns {number} ms */
function orderOf({ one, place }) {
  return place.day ? Date.parse(place.day) : msOf(one.given);
}

/**
 * Doing it sends nothing: this is seen on the device of the one who did it, and by the other only where what was done is shared.
 * @param {Pick<Assignment, "what"|"prompt"|"pack"|"instrument"|"given">} one
 * @param {Pick<Facts, "entries"|"packs">} facts
 * @param {Placed} place
 * @returns {boolean} a prompt: answered since it was given; a measure: filled in on its day or later; a pack: chosen for the course
 */
export function isDone({ what, prompt, pack, instrument, given }, { entries, packs }, place) {
  if (what === "pack") return packs.includes(pack ?? "");
  if (what === "prompt")
    return entries.some((one) => one.prompt === prompt?.id && msOf(one.happened) >= msOf(given));
  const from = place.day === null ? null : Date.parse(place.day) / DAY_MS;
  return entries.some(
    ({ kind, instrument: filled, happened }) =>
      kind === "measure" &&
      filled === instrument &&
      (from === null ? msOf(happened) >= msOf(given) : dayOf(happened, happened.zone) >= from),
  );
}

/** @param {Instant} instant @param {string} zone @returns {number} its day, counted from 1970-01-01 */
function dayOf(instant, zone) {
  return dayIn(msOf(instantOf(instant, instant)), zone);
}
