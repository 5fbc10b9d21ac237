/** From a dose until the next morning: the app is dark by default, and the editor one large field. */

import { clockOf, dayOf, instant, msOf } from "../../ui/dates.js";
import { dosesAround } from "./place.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */

const DAY_MS = 24 * 3_600_000;
/** Hour of the day at which a morning begins. */
const MORNING = 6;

/** @param {Dosing[]} dosings @param {Instant} [now] @returns {boolean} */
export function isTender(dosings, now = instant()) {
  const { last } = dosesAround(dosings, now);
  if (!last || msOf(now) - msOf(last.happened) >= DAY_MS) return false;
  const hour = Number(clockOf(now).slice(0, 2));
  return dayOf(last.happened) === dayOf(now) || hour < MORNING;
}
