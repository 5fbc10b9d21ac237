/** What stands over a day, by arithmetic on the dosing sessions. What it asks is in model/programme. */

import { clockOf, dayOf, daysBetween, msOf } from "../../ui/dates.js";
import { dosesAround } from "../shared/place.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */

const HOUR_MS = 3_600_000;
/** As in domain/phases.js: the day after a dose. */
const REFLECTION_MS = 24 * HOUR_MS;

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

/** @param {Dosing[]} dosings @param {Instant} now @returns {boolean} whether there are more questions for these hours than a day asks */
export function isReflecting(dosings, now) {
  const { last } = dosesAround(dosings, now);
  return last !== undefined && msOf(now) - msOf(last.happened) < REFLECTION_MS;
}
