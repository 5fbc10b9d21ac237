// Days of the calendar as whole numbers, counted from 1970-01-01. A moment has a day only in a zone.

import { isKnownZone } from "../instants.js";

const DAY_MS = 86_400_000;
/** From the year 1 to 9999, in which all calendars here agree on how a year is written; what lies beyond counts as its edge. */
const FIRST_MS = Date.UTC(2, 0) - 1900 * 365.25 * DAY_MS;
const LAST_MS = Date.UTC(9999, 0);

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} zone @returns {Intl.DateTimeFormat} of UTC where the device does not know the zone */
function format(zone) {
  let made = formats.get(zone);
  if (!made) {
    const fields = /** @type {const} */ ({ year: "numeric", month: "numeric", day: "numeric" });
    const timeZone = isKnownZone(zone) ? zone : "UTC";
    made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", { ...fields, timeZone });
    formats.set(zone, made);
  }
  return made;
}

/**
 * @param {number} ms milliseconds since 1970
 * @param {string} zone IANA name
 * @returns {number} the day that calendars show there then
 */
export function dayIn(ms, zone) {
  const near = Math.min(Math.max(ms, FIRST_MS), LAST_MS);
  const found = { year: 0, month: 0, day: 0 };
  for (const { type, value } of format(zone).formatToParts(near)) {
    if (type in found) found[/** @type {keyof typeof found} */ (type)] = Number(value);
  }
  const date = new Date(0);
  date.setUTCFullYear(found.year, found.month - 1, found.day);
  return date.getTime() / DAY_MS;
}

/** @param {number} day @param {number} months @returns {number} the same day of a later month, or that month's last */
export function monthsLater(day, months) {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = Date.UTC(year, month + 1, 0);
  return Math.min(Date.UTC(year, month, date.getUTCDate()), last) / DAY_MS;
}
