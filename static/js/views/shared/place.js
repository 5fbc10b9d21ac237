/** Where a moment lies among the dosing sessions, in words. The rule itself is in domain/phases.js. */

import { dayOf, daysBetween, msOf } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Phase } from "../../domain/phases.js" */

const HOUR_MS = 3_600_000;

/** @param {Dosing[]} dosings @returns {Dosing[]} those that count, by date */
export function dosesByDate(dosings) {
  const counted = dosings.filter(({ state }) => state !== "cancelled");
  return counted.sort((a, b) => msOf(a.happened) - msOf(b.happened));
}

/**
 * @param {Dosing[]} dosings
 * @param {Instant} moment
 * @returns {{last: Dosing|undefined, next: Dosing|undefined}} the doses on either side
 */
export function dosesAround(dosings, moment) {
  const counted = dosesByDate(dosings);
  return {
    last: counted.findLast(({ happened }) => msOf(happened) <= msOf(moment)),
    next: counted.find(({ happened }) => msOf(happened) > msOf(moment)),
  };
}

/**
 * @param {{phase: Phase, dosing: string|null, happened: Instant}} placed
 * @param {Dosing[]} dosings
 * @returns {string} "Reflection · 3 hours after dose 3"
 */
export function placeWords({ phase, dosing, happened }, dosings) {
  const name = t(`phase.${phase}`);
  const dose = dosings.find(({ id }) => id === dosing);
  if (!dose) return name;
  return t("place.both", { phase: name, where: distanceWords(dose, happened) });
}

/** @param {Dosing} dose @param {Instant} moment @returns {string} "3 hours after dose 3" */
export function distanceWords(dose, moment) {
  const ms = msOf(moment) - msOf(dose.happened);
  const days = daysBetween(dayOf(dose.happened), dayOf(moment));
  const side = ms < 0 ? "before" : "after";
  const dosing = dose.number;
  if (days !== 0) return t(`place.days.${side}`, { n: Math.abs(days), dose: dosing });
  const hours = Math.floor(Math.abs(ms) / HOUR_MS);
  if (hours === 0) return t(`place.near.${side}`, { dose: dosing });
  return t(`place.hours.${side}`, { n: hours, dose: dosing });
}
