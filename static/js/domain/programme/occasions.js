// When each prompt can be asked: the windows of docs/clinical-content.md, "Which prompts a day asks", around every dose and after the end of a course.

import { dayIn, monthsLater } from "./days.js";
import { isSafety } from "./pack.js";

/** @import { Course, Dose } from "./facts.js" */
/** @import { Pack, Prompt } from "./pack.js" */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days for which a prompt that was not taken up can still be asked. */
const GRACE_DAYS = 3;
const END_GRACE_DAYS = 7;
/** Hours for which the last sitting of reflection can still be asked after its end. */
const GRACE_HOURS = 12;
/** Hours after a dose in which the question about safety can be asked. */
const SAFETY_HOURS = 24;
/** Hours a sitting that began the day before must still have, or else it was one for the night. */
const MORNING_HOURS = 6;
/** Days after a dose in which it comes before the next one, until that is LAST_DAYS ahead. */
const SETTLING_DAYS = 14;
const LAST_DAYS = 2;
/** Doses further away than any window reaches. */
const FAR_AHEAD_DAYS = 30;
const FAR_BEHIND_DAYS = 70;
/** What a skip remembers where there was no dose yet. */
export const UNDATED = "undated";

/**
 * One time at which a prompt can be asked.
 * @typedef {object} Occasion
 * @property {Pack} pack
 * @property {Prompt} prompt
 * @property {string} key       what a skip remembers: the dose or course, and which of several times
 * @property {number} late      days since it could be asked first
 * @property {number} hour      reflection: hours after the dose at which its sitting begins; 0 otherwise
 * @property {number} since     an answer from this moment on is one to this occasion
 * @property {number} from      moments between which it can be asked
 * @property {number} until
 * @property {number} courseSince
 * @property {boolean} lighter  of a lighter plan
 *
 * @typedef {Omit<Occasion, "pack"|"prompt"|"courseSince"|"lighter">} Window
 */

/**
 * @param {Pack[]} packs
 * @param {Dose[]} doses by date
 * @param {Course[]} courses
 * @param {number} day
 * @param {string} zone in which the day is lived
 * @returns {Occasion[]} that fall on this day, at whatever hour; in the order of packs and prompts
 */
export function occasionsOn(packs, doses, courses, day, zone) {
  const isToday = (/** @type {Window} */ { from, until }) =>
    dayIn(from, zone) <= day && dayIn(until - 1, zone) >= day;
  const near = doses.filter(
    (dose) => dose.day - day <= FAR_AHEAD_DAYS && day - dose.day <= FAR_BEHIND_DAYS,
  );
  const found = [];
  for (const pack of packs) {
    for (const prompt of pack.prompts) {
      for (const dose of near.filter((one) => isAskedIn(pack, one.course))) {
        const { courseSince, lighter } = dose;
        if (lighter && pack.spacing.maintenance?.keep.includes(prompt.id) === false) continue;
        const windows = aroundDose(pack, prompt, dose, day, zone).filter(isToday);
        found.push(...windows.map((one) => ({ ...one, pack, prompt, courseSince, lighter })));
      }
      const ended = afterEnd(pack, prompt, doses, courses, day);
      found.push(
        ...ended.map((one) => ({ ...one, pack, prompt, courseSince: one.since, lighter: false })),
      );
    }
  }
  return found;
}

/** @param {Pack[]} packs @param {Course[]} courses @returns {Occasion[]} where there is no dosing session: what presumes no date, once */
export function undated(packs, courses) {
  const course = courses.findLast(({ endedMs }) => endedMs === Infinity) ?? null;
  const always = { from: -Infinity, until: Infinity, since: -Infinity, courseSince: -Infinity };
  return packs
    .filter((pack) => isAskedIn(pack, course))
    .flatMap((pack) =>
      pack.prompts
        .filter(
          ({ id, phase }) => phase === "preparation" && pack.spacing.undated?.keep.includes(id),
        )
        .map((prompt) => ({
          ...always,
          pack,
          prompt,
          key: UNDATED,
          late: 0,
          hour: 0,
          lighter: false,
        })),
    );
}

/** @param {Pack} pack @param {Course|null} course */
function isAskedIn(pack, course) {
  return pack.asked === "always" || course?.packs.includes(pack.id) === true;
}

/** @param {Pack} pack @param {Prompt} prompt @param {Dose} dose @param {number} day @param {string} zone @returns {Window[]} */
function aroundDose(pack, prompt, dose, day, zone) {
  if (prompt.when === "course-end") return [];
  if (prompt.when === "between-doses") return betweenDoses(dose, day);
  if (prompt.phase === "preparation") return beforeDose(prompt, dose, day);
  if (prompt.phase === "reflection") return withinHours(pack, prompt, dose, day, zone);
  return afterDose(pack, prompt, dose, day);
}

/** @param {Prompt} prompt @param {Dose} dose @param {number} day @returns {Window[]} */
function beforeDose(prompt, dose, day) {
  const { before } = dose;
  const late = day - dose.day - (prompt.day ?? 0);
  const ahead = dose.day - day;
  if (prompt.doses && (prompt.doses === "first") !== dose.first) return [];
  if (late < 0 || late > GRACE_DAYS || ahead < 0) return [];
  if (before && day - before.day <= SETTLING_DAYS && ahead > LAST_DAYS) return [];
  return [{ key: dose.id, late, hour: 0, since: before?.ms ?? -Infinity, ...gapBefore(dose) }];
}

/** @param {Dose} dose @returns {{from: number, until: number}} from a day after the dose before it on */
function gapBefore({ ms, before }) {
  return { from: before ? before.ms + DAY_MS : -Infinity, until: ms };
}

/** @param {Dose} dose @param {number} day @returns {Window[]} once, in the last days before the next dose */
function betweenDoses(dose, day) {
  const { before } = dose;
  const ahead = dose.day - day;
  if (!before || ahead < 0 || ahead > GRACE_DAYS || day - before.day >= 60) return [];
  return [{ key: dose.id, late: 1, hour: 0, since: before.ms, ...gapBefore(dose) }];
}

/** @param {Pack} pack @param {Prompt} prompt @param {Dose} dose @param {number} day @param {string} zone @returns {Window[]} */
function withinHours(pack, prompt, dose, day, zone) {
  const [begin = 0, end = 0] = prompt.hours ?? [];
  const later = pack.spacing.routes?.[dose.route]?.laterHours ?? 0;
  const next = isSafety({ pack, prompt })
    ? SAFETY_HOURS
    : (nextSitting(pack, begin) ?? end + GRACE_HOURS);
  const from = dose.ms + (begin + later) * HOUR_MS;
  const until = Math.min(dose.ms + (next + later) * HOUR_MS, dose.after?.ms ?? Infinity);
  const ofToday = dayIn(from, zone) === day || dayIn(until - MORNING_HOURS * HOUR_MS, zone) >= day;
  if (!ofToday || until <= from) return [];
  return [{ key: dose.id, late: 0, hour: begin, since: dose.ms, from, until }];
}

/** @param {Pack} pack @param {number} begin @returns {number|undefined} hours after the dose at which the next sitting begins */
function nextSitting(pack, begin) {
  const begins = pack.prompts.flatMap(({ phase, hours }) =>
    phase === "reflection" && hours && hours[0] > begin ? [hours[0]] : [],
  );
  return begins.length > 0 ? Math.min(...begins) : undefined;
}

/** @param {Pack} pack @param {Prompt} prompt @param {Dose} dose @param {number} day @returns {Window[]} */
function afterDose(pack, prompt, dose, day) {
  const { spacing } = pack;
  const days = prompt.days ?? [prompt.day ?? 0];
  const index = days.findLastIndex((due) => dose.day + due <= day);
  const due = days[index];
  if (due === undefined || day - dose.day - due > GRACE_DAYS) return [];
  const close = spacing.closeDoses && isClose(dose, spacing.closeDoses.daysApart);
  if (close && !spacing.closeDoses?.keep.includes(prompt.id)) return [];
  const key = prompt.days ? `${dose.id} ${due}` : dose.id;
  const since = dose.ms + (index === 0 ? 0 : (due - 1) * DAY_MS);
  const asked = { key, late: day - dose.day - due, hour: 0, since };
  if (isSafety({ pack, prompt })) {
    const told = dose.ms + (due - restDays(prompt)) * DAY_MS;
    return [{ ...asked, since: told, ...betweenNext(dose, day) }];
  }
  if (!close) return [{ ...asked, from: dose.ms + DAY_MS, until: dose.after?.ms ?? Infinity }];
  return pastNext(dose, day).map((from) => ({ ...asked, from, until: Infinity }));
}

/** @param {Prompt} prompt about safety, in the days after a dose @returns {number} days for which it rests once answered or skipped, however near the doses are */
export function restDays({ day = 0 }) {
  return Math.ceil(day * 0.7);
}

/** @param {Dose} dose @param {number} day @returns {{from: number, until: number}} of this day: past the 24 hours after the last dose, and before one that is still to come */
function betweenNext(dose, day) {
  let last = dose;
  while (last.after && last.after.day < day) last = last.after;
  return { from: last.ms + DAY_MS, until: last.after?.ms ?? Infinity };
}

/** @param {Dose} dose @param {number} daysApart @returns {boolean} whether the next dose is so near that what remains goes on after it */
function isClose({ day, after }, daysApart) {
  return after !== null && after.day - day <= daysApart;
}

/** @param {Dose} dose @param {number} day @returns {number[]} the moment from which on this day lies a day after any dose; none on the day of a dose */
function pastNext(dose, day) {
  let last = dose;
  while (last.after && last.after.day < day) last = last.after;
  return last.after?.day === day ? [] : [last.ms + DAY_MS];
}

/**
 * @param {Pack} pack
 * @param {Prompt} prompt
 * @param {Dose[]} doses
 * @param {Course[]} courses
 * @param {number} day
 * @returns {Window[]}
 */
function afterEnd(pack, prompt, doses, courses, day) {
  if (prompt.when !== "course-end") return [];
  const months = prompt.months ?? [];
  const last = doses.findLast((dose) => dose.day <= day);
  if (last && !last.course) {
    const times = months.map((n) => [monthsLater(last.day, n), `${last.id} ${n} months`]);
    return atTimes(/** @type {[number, string][]} */ (times), day);
  }
  const course = courses.findLast(({ endedMs, zone }) => dayIn(endedMs, zone) <= day);
  if (!course || !isAskedIn(pack, course) || goesOn(course, doses, courses, day)) return [];
  const end = dayIn(course.endedMs, course.zone);
  const later = months.map((n) => [monthsLater(end, n), `${course.id} ${n} months`]);
  const times = [[end + (prompt.day ?? 0), `${course.id} end`], ...later];
  return atTimes(/** @type {[number, string][]} */ (times), day);
}

/** @param {Course} course that has ended @param {Dose[]} doses @param {Course[]} courses @param {number} day @returns {boolean} whether something has begun since */
function goesOn({ endedMs, zone }, doses, courses, day) {
  const began = courses.some(({ beganMs }) => beganMs > endedMs && dayIn(beganMs, zone) <= day);
  return began || doses.some((dose) => dose.ms > endedMs && dose.day <= day);
}

/** @param {[due: number, key: string][]} times @param {number} day @returns {Window[]} the last of the times, while it is near */
function atTimes(times, day) {
  const [due, key] = times.findLast(([due]) => due <= day) ?? [-Infinity, ""];
  const late = day - due;
  if (late > END_GRACE_DAYS) return [];
  return [{ key, late, hour: 0, since: (due - 2) * DAY_MS, from: -Infinity, until: Infinity }];
}
