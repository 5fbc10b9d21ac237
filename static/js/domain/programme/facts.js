// What the scheduler reckons with, out of what the vault holds: courses, doses by date, what was answered or skipped.

import { msOf } from "../phases.js";
import { dayIn } from "./days.js";

/** @import { Document } from "../documents.js" */
/** @import { Dosing, Route } from "../dosings.js" */
/** @import { EntrySummary } from "../entries.js" */
/** @import { Instant } from "../instants.js" */
/** @import { Pack } from "./pack.js" */

/**
 * @typedef {object} Given  as the vault gives it
 * @property {Pack[]} packs
 * @property {Pick<Document, "id"|"body">[]} courses
 * @property {(Pick<Dosing, "id"|"happened"|"route"|"number"|"state"> & {course?: string|null})[]} dosings
 * @property {Pick<EntrySummary, "prompt"|"happened">[]} entries
 * @property {Pick<Document, "body"|"written">[]} skips
 * @property {Instant} now
 *
 * @typedef {object} Course
 * @property {string} id
 * @property {number} beganMs
 * @property {number} endedMs   Infinity while it goes on
 * @property {string} zone      in which it ended
 * @property {boolean} lighter  maintenance
 * @property {string[]} packs
 *
 * @typedef {object} Dose
 * @property {string} id
 * @property {number} ms
 * @property {number} day       in the zone in which it is lived
 * @property {Route} route
 * @property {Course|null} course
 * @property {boolean} first    of its course
 * @property {boolean} lighter  of the maintenance plan, or a booster after the end of its course
 * @property {Dose|null} before
 * @property {Dose|null} after
 * @property {number} courseSince  the last moment of the course before this one; -Infinity: there is none
 *
 * @typedef {{prompt: string, ms: number, skipped: boolean, occasion: string|null}} Told  a prompt that was answered or skipped
 */

/** @param {Given["courses"]} documents @returns {Course[]} by their beginning; without those whose beginning cannot be read */
export function coursesOf(documents) {
  const courses = documents.map(({ id, body }) => ({
    id,
    beganMs: msIn(body?.began),
    endedMs: body?.ended ? msIn(body.ended) : Infinity,
    zone: String(body?.ended?.zone),
    lighter: body?.plan === "maintenance",
    packs: Array.isArray(body?.packs) ? body.packs : [],
  }));
  const read = courses.filter(({ beganMs, endedMs }) => !Number.isNaN(beganMs + endedMs));
  return read.sort((a, b) => a.beganMs - b.beganMs || (a.id < b.id ? -1 : 1));
}

/** @param {any} instant @returns {number} NaN where it is none */
function msIn(instant) {
  return typeof instant?.at === "string" ? msOf(instant) : Number.NaN;
}

/**
 * @param {Given["dosings"]} dosings
 * @param {Course[]} courses
 * @returns {Dose[]} those that were not cancelled, by date
 */
export function dosesOf(dosings, courses) {
  const counted = dosings
    .filter(({ state, happened }) => state !== "cancelled" && !Number.isNaN(msIn(happened)))
    .sort((a, b) => msOf(a.happened) - msOf(b.happened) || (a.id < b.id ? -1 : 1));
  /** @type {Dose[]} */
  const doses = [];
  for (const dosing of counted) {
    const before = doses.at(-1) ?? null;
    const dose = doseOf(dosing, before, courseOf(dosing, courses));
    if (before) before.after = dose;
    doses.push(dose);
  }
  return doses;
}

/** @param {Given["dosings"][number]} dosing @param {Dose|null} before @param {Course|null} course @returns {Dose} */
function doseOf({ id, happened, route, number }, before, course) {
  const ms = msOf(happened);
  const goesOn = before !== null && before.course === course;
  return {
    id,
    ms,
    day: dayIn(ms, happened.zone),
    route,
    course,
    first: number === 1 || (course !== null && !goesOn),
    lighter: course !== null && (course.lighter || ms > course.endedMs),
    before,
    after: null,
    courseSince: goesOn ? before.courseSince : (before?.ms ?? -Infinity),
  };
}

/** @param {Given["dosings"][number]} dosing @param {Course[]} courses @returns {Course|null} the one it names, or by its date */
function courseOf({ course, happened }, courses) {
  const named = courses.find(({ id }) => id === course);
  return named ?? courses.findLast(({ beganMs }) => beganMs <= msOf(happened)) ?? null;
}

/** @param {Given["entries"]} entries @param {Given["skips"]} skips @returns {Told[]} */
export function toldOf(entries, skips) {
  const answers = entries.map(({ prompt, happened }) => told(prompt, happened, false, null));
  const passed = skips.map(({ body, written }) =>
    told(body?.prompt, written, true, typeof body?.occasion === "string" ? body.occasion : null),
  );
  return [...answers, ...passed].filter(({ prompt, ms }) => prompt !== "" && !Number.isNaN(ms));
}

/** @param {unknown} prompt @param {Instant} when @param {boolean} skipped @param {string|null} occasion @returns {Told} */
function told(prompt, when, skipped, occasion) {
  return { prompt: typeof prompt === "string" ? prompt : "", ms: msIn(when), skipped, occasion };
}
