// When a measure is asked: docs/clinical-content.md, "When a measure is due". Pure: instants in, instruments out.

import { countedDoses, msOf } from "./phases.js";

/** @import { EntrySummary } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Instrument } from "./measures.js" */
/** @import { Dose } from "./phases.js" */

const DAY_MS = 86_400_000;
/** Before dose 1. */
const BASELINE_DAYS = 7;
/** After the last dose of a course, as long as it goes on by everyDays. */
const COURSE_DAYS = 28;
/** One, three and six months after the last dose, in days. */
const LATER_DAYS = [30, 91, 182];
/** How long one of those stays open. */
const OPEN_DAYS = 14;
/** A fortnight is counted from evening to morning as well. */
const SLACK_MS = DAY_MS / 2;
/** What a week asks for, in minutes; at the baseline, a day. */
const MINUTES = 4;

/** @typedef {{instrument: string, at: Instant}} Skip */
/** @typedef {Pick<EntrySummary, "instrument"|"happened">} Filled */

/**
 * @typedef {object} Past
 * @property {readonly Dose[]} dosings
 * @property {readonly Filled[]} filled   measures that were filled in, in any order
 * @property {readonly Skip[]} skips
 * @property {readonly string[]} chosen   ids of the instruments that are asked of this person
 * @property {readonly string[]} [assigned]  ids of those that a therapist gave for now: asked whether or not they are due, and before the others
 */

/**
 * @param {readonly Instrument[]} instruments
 * @param {Past} past
 * @param {Instant} now
 * @returns {Instrument[]} what may be asked now, in the order of the list; a skip is a skip until the next time
 */
export function dueMeasures(instruments, past, now) {
  const ms = msOf(now);
  const doses = countedDoses(past.dosings);
  if (isJustAfterDose(doses, ms)) return [];
  const baseline = ms < (doses[0]?.ms ?? -Infinity);
  const { assigned = [] } = past;
  const given = instruments.filter(({ id }) => assigned.includes(id));
  let minutes = minutesSpent(instruments, past.filled, ms, baseline ? DAY_MS : 7 * DAY_MS);
  for (const instrument of given) minutes += instrument.minutes;
  const due = instruments
    .filter(({ id }) => past.chosen.includes(id) && !assigned.includes(id))
    .filter((instrument) => isDue(instrument, doses, lastAnswered(instrument.id, past), ms))
    .filter((instrument) => {
      // One that takes longer than a week may ask for has a week to itself.
      const fits = minutes === 0 || minutes + instrument.minutes <= MINUTES;
      if (fits) minutes += instrument.minutes;
      return fits;
    });
  return [...given, ...due];
}

/** A measure that looks back over weeks is no question for the day of a dose. @param {{ms: number}[]} doses @param {number} ms */
function isJustAfterDose(doses, ms) {
  return doses.some((dose) => ms >= dose.ms && ms - dose.ms < DAY_MS);
}

/**
 * @param {Instrument} instrument
 * @param {{ms: number}[]} doses by date
 * @param {number} last  ms at which it was filled in or skipped, -Infinity: never
 * @param {number} ms    now
 */
function isDue({ everyDays }, doses, last, ms) {
  const [first, end] = [doses[0]?.ms, doses.at(-1)?.ms];
  if (first === undefined || end === undefined) return false;
  const baseline = first - BASELINE_DAYS * DAY_MS;
  if (ms < first) return ms >= baseline && last < baseline;
  if (ms < end + COURSE_DAYS * DAY_MS) return ms - last >= everyDays * DAY_MS - SLACK_MS;
  return LATER_DAYS.some((days) => {
    const from = end + days * DAY_MS;
    return ms >= from && ms < from + OPEN_DAYS * DAY_MS && last < from;
  });
}

/** @param {string} id @param {Past} past @returns {number} ms */
function lastAnswered(id, { filled, skips }) {
  const times = [
    ...filled.filter(({ instrument }) => instrument === id).map(({ happened }) => msOf(happened)),
    ...skips.filter(({ instrument }) => instrument === id).map(({ at }) => msOf(at)),
  ];
  return times.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** @param {readonly Instrument[]} instruments @param {readonly Filled[]} filled @param {number} ms @param {number} span */
function minutesSpent(instruments, filled, ms, span) {
  const minutes = new Map(instruments.map((one) => [one.id, one.minutes]));
  return filled
    .filter(({ happened }) => msOf(happened) <= ms && ms - msOf(happened) < span)
    .reduce((all, { instrument }) => all + (minutes.get(instrument ?? "") ?? 0), 0);
}
