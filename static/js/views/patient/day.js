/** What a day asks: its heading and at most two prompts, by arithmetic on the dosing sessions. Nothing here reads the words. */

import { clockOf, dayOf, daysBetween, msOf } from "../../ui/dates.js";
import { dosesAround, dosesByDate } from "../place.js";

/** @import { Dosing, EntrySummary, Instant } from "../../vault/types.js" */
/** @import { Pack, Prompt } from "../content.js" */

const HOUR_MS = 3_600_000;
/** Days for which a prompt that was not taken up is still offered. */
const GRACE_DAYS = 3;
/** Hours after a dose from which on the prompts of each reflection window are offered, and until when. */
const WINDOWS = [
  { from: 0, offered: [0, 3] },
  { from: 3, offered: [3, 18] },
  { from: 18, offered: [18, 36] },
];

/**
 * @param {Dosing[]} dosings
 * @param {Instant} now
 * @returns {{id: string, values: Record<string, number>}} a message: days or hours since the last dose, or until the next
 */
export function heading(dosings, now) {
  const { last, next } = dosesAround(dosings, now);
  const until = next && daysBetween(dayOf(now), dayOf(next.happened));
  if (next && until === 0) return { id: "today.dose.today", values: { dose: next.number } };
  if (next && until === 1) return { id: "today.dose.tomorrow", values: { dose: next.number } };
  if (last) {
    const since = daysBetween(dayOf(last.happened), dayOf(now));
    if (until === undefined || since <= Math.max(until, 14)) return sinceHeading(last, since, now);
  }
  if (next) return { id: "today.days.until", values: { n: until ?? 0, dose: next.number } };
  return { id: greeting(now), values: {} };
}

/** @param {Dosing} last @param {number} days @param {Instant} now @returns {{id: string, values: Record<string, number>}} */
function sinceHeading(last, days, now) {
  const dose = last.number;
  const hours = Math.floor((msOf(now) - msOf(last.happened)) / HOUR_MS);
  if (days === 0 && hours === 0) return { id: "today.now", values: { dose } };
  if (days === 0) return { id: "today.hours.since", values: { n: hours, dose } };
  if (days < 28) return { id: "today.days.since", values: { n: days, dose } };
  return { id: "today.weeks.since", values: { n: Math.floor(days / 7), dose } };
}

/** @param {Instant} now */
function greeting(now) {
  const hour = Number(clockOf(now).slice(0, 2));
  if (hour >= 5 && hour < 12) return "today.morning";
  return hour >= 12 && hour < 18 ? "today.afternoon" : "today.evening";
}

/**
 * @typedef {object} Situation  where a day lies among the doses; days are calendar days
 * @property {number} hoursSince  Infinity before the first dose
 * @property {number} daysSince
 * @property {number} daysUntil   Infinity when none is planned
 * @property {number} nextNumber
 * @property {boolean} close      the doses around are so near that the days between them merge
 * @property {number} sinceMs     instant of the last dose, or -Infinity
 */

/** @param {Dosing[]} dosings @param {Instant} now @param {number} daysApart @returns {Situation} */
function situation(dosings, now, daysApart) {
  const { last, next } = dosesAround(dosings, now);
  const today = dayOf(now);
  const daysSince = last ? daysBetween(dayOf(last.happened), today) : Infinity;
  const daysUntil = next ? daysBetween(today, dayOf(next.happened)) : Infinity;
  return {
    hoursSince: last ? (msOf(now) - msOf(last.happened)) / HOUR_MS : Infinity,
    daysSince,
    daysUntil,
    nextNumber: next?.number ?? dosesByDate(dosings).length + 1,
    close: daysSince + daysUntil <= daysApart,
    sinceMs: last ? msOf(last.happened) : -Infinity,
  };
}

/**
 * @param {Prompt} prompt
 * @param {Situation} now
 * @returns {number} days for which it has been due, negative for what is asked first; NaN: not due
 */
function dueFor(prompt, now) {
  if (prompt.phase === "reflection") return dueReflection(prompt, now);
  if (prompt.phase === "preparation") return duePreparation(prompt, now);
  if (now.hoursSince < 24) return Number.NaN;
  if (prompt.when === "between-doses")
    return now.daysUntil <= 3 && now.daysSince < 60 ? 1 : Number.NaN;
  if (prompt.months)
    return recent(
      prompt.months.map((month) => month * 30),
      now.daysSince,
      7,
    );
  return recent(prompt.days ?? [prompt.day ?? 0], now.daysSince, GRACE_DAYS);
}

/** @param {number[]} days @param {number} today @param {number} grace */
function recent(days, today, grace) {
  const day = days.findLast((due) => due <= today) ?? Number.NaN;
  return today - day <= grace ? today - day : Number.NaN;
}

/** @param {Prompt} prompt @param {Situation} now */
function dueReflection({ hours = [0, 0] }, { hoursSince }) {
  const [from, to] = WINDOWS.find((window) => window.from === hours[0])?.offered ?? [0, 0];
  return hoursSince >= from && hoursSince < to ? -1 : Number.NaN;
}

/** @param {Prompt} prompt @param {Situation} now */
function duePreparation({ day = 0, doses }, { daysSince, daysUntil, nextNumber }) {
  if (doses && (doses === "first") !== (nextNumber === 1)) return Number.NaN;
  // Between doses the last one comes first, until the next is two days ahead.
  if (daysUntil > 2 && daysSince <= 14) return Number.NaN;
  const late = -day - daysUntil;
  return late >= 0 && late <= GRACE_DAYS ? late : Number.NaN;
}

/**
 * @param {Pack} pack
 * @param {Dosing[]} dosings
 * @param {EntrySummary[]} entries
 * @param {Instant} now
 * @param {Set<string>} passed  prompts that were passed over today
 * @returns {Prompt[]} at most `promptsPerDay`, what has become due last first
 */
export function promptsFor(pack, dosings, entries, now, passed) {
  const here = situation(dosings, now, pack.closeDoses.daysApart);
  const answered = answeredSince(entries, here);
  const dropped = (/** @type {Prompt} */ { id, phase, day = 0 }) =>
    here.close && phase === "integration" && day >= 4 && !pack.closeDoses.keep.includes(id);
  return pack.prompts
    .filter((prompt) => !answered.has(prompt.id) && !passed.has(prompt.id) && !dropped(prompt))
    .map((prompt) => ({ prompt, due: dueFor(prompt, here) }))
    .filter(({ due }) => !Number.isNaN(due))
    .sort((a, b) => a.due - b.due)
    .slice(0, pack.promptsPerDay)
    .map(({ prompt }) => prompt);
}

/** @param {EntrySummary[]} entries @param {Situation} here @returns {Set<string|null>} ids of prompts answered since the last dose */
function answeredSince(entries, { sinceMs }) {
  return new Set(
    entries.filter(({ happened }) => msOf(happened) >= sinceMs).map(({ prompt }) => prompt),
  );
}
