// What Today asks: docs/clinical-content.md, "Which prompts a day asks". Pure: the moment comes in with the facts, and equal facts give equal questions.

import { msOf } from "../phases.js";
import { dayIn } from "./days.js";
import { coursesOf, dosesOf, toldOf } from "./facts.js";
import { occasionsOn, restDays, undated } from "./occasions.js";
import { isSafety } from "./pack.js";

/** @import { Given, Told } from "./facts.js" */
/** @import { Occasion } from "./occasions.js" */
/** @import { Pack, Prompt } from "./pack.js" */

/** @typedef {{pack: Pack, prompt: Prompt, occasion: string}} Asked  `occasion` is what a skip of it remembers */

/** Of the programme and of what was given, together. */
export const PROMPTS_A_DAY = 2;
const LIGHTER_PROMPTS_A_DAY = 1;
/** After this many skips in a row, with nothing written between, nothing is asked for the days below. */
const QUIET_SKIPS = 3;
const QUIET_DAYS = 3;
/** A prompt skipped so often in a course is not asked again in it. */
const LAST_SKIP = 2;

/**
 * @param {Given} given
 * @returns {Asked[]} what asks whether one is safe, then at most two; over a whole day, too, no more than two besides
 */
export function asks(given) {
  const { zone } = given.now;
  const now = msOf(given.now);
  if (Number.isNaN(now)) return [];
  const day = dayIn(now, zone);
  const told = toldOf(given.entries, given.skips);
  const courses = coursesOf(given.courses);
  const doses = dosesOf(given.dosings, courses);
  const all = occasionsOn(given.packs, doses, courses, day, zone);
  if (given.dosings.length === 0) all.push(...undated(given.packs, courses));
  const isNow = (/** @type {Occasion} */ one) =>
    one.from <= now && now < one.until && !isTold(one, told);
  const rests = (/** @type {Occasion} */ { prompt }) =>
    prompt.phase === "integration" &&
    told.some((one) => one.prompt === prompt.id && day - dayIn(one.ms, zone) < restDays(prompt));
  const safety = onceEach(all.filter((one) => isSafety(one) && isNow(one) && !rests(one)));
  const usual = all.filter((one) => !isSafety(one));
  const idsOfSafety = new Set(
    given.packs.flatMap((pack) =>
      pack.prompts.filter((prompt) => isSafety({ pack, prompt })).map(({ id }) => id),
    ),
  );
  const others = told.filter(({ prompt }) => !idsOfSafety.has(prompt));
  const asked = isQuiet(given, told, day) ? [] : ofDay(day, zone, usual, others, isNow);
  return [...safety, ...asked].map(({ pack, prompt, key }) => ({ pack, prompt, occasion: key }));
}

/** @param {Occasion[]} all @returns {Occasion[]} each prompt once; first those of the hours after a dose, then what came due last */
function onceEach(all) {
  const hours = (/** @type {Occasion} */ { prompt }) => Number(prompt.phase === "reflection");
  const order = all.toSorted((a, b) => hours(b) - hours(a) || a.late - b.late);
  const ids = order.map(({ prompt }) => prompt.id);
  return order.filter(({ prompt }, index) => ids.indexOf(prompt.id) === index);
}

/**
 * @param {number} day
 * @param {string} zone
 * @param {Occasion[]} all of this day, but for those about safety
 * @param {Told[]} told
 * @param {(occasion: Occasion) => boolean} isNow
 * @returns {Occasion[]} what is left at this moment of the two that the day asks
 */
function ofDay(day, zone, all, told, isNow) {
  // The day's questions are chosen from what was told before it, so that an answer does not bring the next question.
  const before = told.filter(({ ms }) => dayIn(ms, zone) < day);
  const open = all.filter((one) => !isTold(one, before) && !isOver(one, before));
  const most = open.some(({ lighter }) => !lighter) ? PROMPTS_A_DAY : LIGHTER_PROMPTS_A_DAY;
  const used = new Set(
    told.filter(({ ms }) => dayIn(ms, zone) === day).map(({ prompt }) => prompt),
  );
  return choose(open, before, most)
    .filter(isNow)
    .slice(0, Math.max(0, most - used.size));
}

/** @param {Given} given @param {Told[]} told @param {number} day @returns {boolean} whether the last skips ask for quiet */
function isQuiet({ entries, now }, told, day) {
  const skips = told.filter(({ skipped }) => skipped).map(({ ms }) => ms);
  const last = skips.sort((a, b) => b - a).slice(0, QUIET_SKIPS);
  if (last.length < QUIET_SKIPS) return false;
  const written = entries.some(({ happened }) => msOf(happened) > Number(last.at(-1)));
  return !written && day - dayIn(Number(last[0]), now.zone) <= QUIET_DAYS;
}

/** @param {Occasion} occasion @param {Told[]} told @returns {boolean} whether it was answered or skipped */
function isTold({ prompt, key, since }, told) {
  return told.some(
    (one) => one.prompt === prompt.id && (one.occasion ? one.occasion === key : one.ms >= since),
  );
}

/** @param {Occasion} occasion @param {Told[]} told @returns {boolean} whether its prompt is not asked again in this course */
function isOver({ pack, prompt, courseSince }, told) {
  const inCourse = told.filter((one) => one.prompt === prompt.id && one.ms >= courseSince);
  if (pack.spacing.repeat === "course" && inCourse.length > 0) return true;
  return inCourse.filter(({ skipped }) => skipped).length >= LAST_SKIP;
}

/**
 * @param {Occasion[]} open
 * @param {Told[]} before
 * @param {number} most
 * @returns {Occasion[]} what came due last first, of that what was told least; two are of two packs, or else of two phases, where both are due
 */
function choose(open, before, most) {
  const times = new Map(open.map((one) => [one, timesTold(one, before)]));
  const inOrder = (/** @type {Occasion} */ a, /** @type {Occasion} */ b) =>
    a.late - b.late || Number(times.get(a)) - Number(times.get(b)) || a.hour - b.hour;
  const ranked = open.toSorted(inOrder);
  const first = ranked.find(({ pack }) => pack.asked === "always") ?? ranked[0];
  if (!first || most < 2) return first ? [first] : [];
  const rest = ranked.filter((one) => goTogether(one, first));
  const late = rest[0]?.late;
  const second =
    rest.find((one) => one.late === 0 && one.pack !== first.pack) ??
    rest.find((one) => one.late === late && !isAlike(one, first)) ??
    rest[0];
  return second ? [first, second] : [first];
}

/** @param {Occasion} occasion @param {Told[]} before @returns {number} how often its prompt was answered or skipped in this course */
function timesTold({ prompt, courseSince }, before) {
  return before.filter(({ prompt: id, ms }) => id === prompt.id && ms >= courseSince).length;
}

/** @param {Occasion} one @param {Occasion} other @returns {boolean} whether both are of one phase, and in reflection of one sitting */
function isAlike(one, other) {
  return one.prompt.phase === other.prompt.phase && one.hour === other.hour;
}

/** @param {Occasion} one @param {Occasion} other @returns {boolean} of each sitting of reflection a day asks one prompt */
function goTogether(one, other) {
  if (one.prompt.id === other.prompt.id) return false;
  return one.prompt.phase !== "reflection" || !isAlike(one, other) || one.key !== other.key;
}
