// Phase and dose of an entry: the rule of docs/clinical-content.md, "Phase and dose of an entry".

import { msOf } from "./instants.js";

export { msOf };

/** @import { Instant } from "./instants.js" */

/**
 * @typedef {"preparation"|"reflection"|"integration"} Phase
 */

/** @typedef {{id: string, happened: Instant, state: "planned"|"done"|"cancelled"}} Dose */
/** @typedef {{id: string, ms: number}} CountedDose */
/** @typedef {{phase: Phase, dosing: string|null}} PhasePlace */

const HOUR_MS = 3_600_000;
const REFLECTION_MS = 24 * HOUR_MS;
const AHEAD_MS = 48 * HOUR_MS;

/**
 * @param {readonly Dose[]} dosings
 * @returns {CountedDose[]} those that were not cancelled, by date
 */
export function countedDoses(dosings) {
  return dosings
    .filter(({ state }) => state !== "cancelled")
    .map(({ id, happened }) => ({ id, ms: msOf(happened) }))
    .sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1));
}

/**
 * @param {readonly CountedDose[]} doses by date
 * @param {number} ms moment that is placed
 * @param {Phase|null} [phase] chosen by the person, or given by the prompt
 * @returns {PhasePlace}
 */
export function placeAmong(doses, ms, phase = null) {
  const after = indexAfter(doses, ms);
  const [last, next] = [doses[after - 1], doses[after]];
  if (phase !== null) return { phase, dosing: (phase === "preparation" ? next : last)?.id ?? null };
  if (!last) return { phase: "preparation", dosing: next?.id ?? null };
  if (ms - last.ms < REFLECTION_MS) return { phase: "reflection", dosing: last.id };
  if (next && next.ms - ms <= AHEAD_MS) return { phase: "preparation", dosing: next.id };
  return { phase: "integration", dosing: last.id };
}

/**
 * @param {readonly Dose[]} dosings
 * @param {Instant} happened
 * @param {Phase|null} [phase] chosen by the person, or given by the prompt
 * @returns {PhasePlace}
 */
export function placeByDate(dosings, happened, phase = null) {
  return placeAmong(countedDoses(dosings), msOf(happened), phase);
}

/** @param {readonly CountedDose[]} doses @param {number} ms @returns {number} index of the first dose after that moment */
function indexAfter(doses, ms) {
  let [low, high] = [0, doses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {CountedDose} */ (doses[middle]).ms <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
