// Stretches of time one may look at on a timeline: a course, what came since a meeting, everything. Pure; moments are ms.

import { msOf } from "./phases.js";

/** @import { Dosing } from "./dosings.js" */
/** @import { EntrySummary } from "./entries.js" */

/** @typedef {{from: number, to: number}} Span */
/** @typedef {Span & {course: string|null, doses: string[]}} CourseSpan  `doses`: ids */

const DAY_MS = 86_400_000;
/** Doses without a course that lie further apart belong to two. */
const APART_MS = 60 * DAY_MS;
/** Days after its last dose that belong to a course in any case. */
const AFTER_MS = 14 * DAY_MS;

/**
 * @param {readonly Dosing[]} dosings
 * @param {readonly EntrySummary[]} entries
 * @param {number} now
 * @returns {CourseSpan[]} by date; every dose that was not cancelled is in exactly one
 */
export function courseSpans(dosings, entries, now) {
  const groups = grouped(dosings);
  const groupOf = new Map(groups.flatMap((group) => group.doses.map((id) => [id, group])));
  for (const { dosing, happened } of entries) {
    const group = groupOf.get(dosing ?? "");
    if (group) extend(group, msOf(happened));
  }
  return groups.map((group, index) => {
    const next = groups[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const last = Math.max(group.last, Math.min(now, group.last + AFTER_MS, next));
    return {
      course: group.course,
      doses: group.doses,
      from: group.from,
      to: Math.max(group.to, last),
    };
  });
}

/** @param {readonly Dosing[]} dosings */
function grouped(dosings) {
  const counted = dosings
    .filter(({ state }) => state !== "cancelled")
    .map(({ id, course, happened }) => ({ id, course, ms: msOf(happened) }))
    .sort((a, b) => a.ms - b.ms);
  /** @type {(CourseSpan & {last: number})[]} */
  const groups = [];
  for (const { id, course, ms } of counted) {
    const own = groups.findLast((group) => group.course === course);
    if (own && (course !== null || ms - own.last <= APART_MS)) {
      own.doses.push(id);
      own.last = ms;
      extend(own, ms);
    } else groups.push({ course, doses: [id], from: ms, to: ms, last: ms });
  }
  return groups;
}

/** @param {Span} span @param {number} ms */
function extend(span, ms) {
  span.from = Math.min(span.from, ms);
  span.to = Math.max(span.to, ms);
}

/** @param {Span} span @param {number} ms @returns {boolean} */
export function within({ from, to }, ms) {
  return ms >= from && ms <= to;
}
