/**
 * Instants as people read them. An instant carries the zone in which it was lived and is always shown in that zone; where this device does
 * not know the zone, in UTC with the zone's name. Days are texts `YYYY-MM-DD`, which compare and sort as they are. Whatever comes from
 * elsewhere, nothing here throws: what is no day is shown as it stands.
 */

import { FIRST_MS, isKnownZone, LAST_MS, msOf } from "../domain/instants.js";
import { locale, t } from "./i18n.js";

export { msOf };

/** @typedef {{at: string, zone: string}} Instant an RFC 3339 UTC instant and an IANA zone */

const DAY_MS = 86_400_000;

/** @returns {string} the zone this device is in */
export function hereZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @param {Date} [date] @returns {Instant} to the millisecond, so that what is written in one go keeps its order */
export function instant(date = new Date()) {
  return { at: date.toISOString(), zone: hereZone() };
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {string} zone  UTC stands in for one that this device does not know
 * @param {string} name of the format, once per set of options
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(zone, name, options) {
  const id = `${name} ${zone} ${locale}`;
  let made = formats.get(id);
  if (!made) {
    made = new Intl.DateTimeFormat(name === "fields" ? "en-u-ca-iso8601" : locale, {
      ...options,
      timeZone: isKnownZone(zone) ? zone : "UTC",
    });
    formats.set(id, made);
  }
  return made;
}

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
};

/**
 * The fields a clock on the wall shows.
 * @param {number} ms
 * @param {string} zone
 * @returns {{year: number, month: number, day: number, hour: number, minute: number, second: number}}
 */
function wall(ms, zone) {
  const found = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format(zone, "fields", FIELDS).formatToParts(ms)) {
    if (type in found) found[/** @type {keyof typeof found} */ (type)] = Number(value);
  }
  return found;
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");

/** @param {Instant} value @returns {string} `YYYY-MM-DD` in its own zone */
export function dayOf(value) {
  const { year, month, day } = wall(msOf(value), value.zone);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** @param {Instant} value @returns {string} `HH:MM` in its own zone, as an `<input type="time">` takes it */
export function clockOf(value) {
  const { hour, minute } = wall(msOf(value), value.zone);
  return `${two(hour)}:${two(minute)}`;
}

/**
 * The instant at which the clocks of a zone show this day and time. A time that a change of clocks skips becomes the one as
 * far behind it; of a time that comes twice, the earlier.
 * @param {string} day `YYYY-MM-DD`
 * @param {string} clock `HH:MM`
 * @param {string} zone
 * @returns {Instant}
 */
export function fromWall(day, clock, zone) {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  const before = wanted - offset(wanted - DAY_MS, zone);
  const after = wanted - offset(wanted + DAY_MS, zone);
  const fits = before + offset(before, zone) === wanted || after + offset(after, zone) !== wanted;
  const ms = fits ? before : after;
  return { at: new Date(ms).toISOString(), zone };
}

/** @param {number} ms @param {string} zone @returns {number} milliseconds the zone is ahead of UTC */
function offset(ms, zone) {
  const { year, month, day, hour, minute, second } = wall(ms, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** @param {string} from @param {string} to @returns {number} whole days from one day to another, negative backwards */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** @param {string} day @param {number} days @returns {string} */
export function addDays(day, days) {
  const ms = Date.parse(day) + days * DAY_MS;
  return Number.isNaN(ms) ? day : isoDay(ms);
}

/** @param {number} ms milliseconds since 1970 @returns {string} its day in UTC */
export function isoDay(ms) {
  return new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS)).toISOString().slice(0, 10);
}

/**
 * @param {string} day
 * @param {string} name of the format
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {string} what is no day, as it stands
 */
function dayIn(day, name, options) {
  const ms = Date.parse(day);
  return Number.isNaN(ms) ? day : format("UTC", name, options).format(ms);
}

/** @param {string} day @returns {string} "Thursday 19 November" */
export function longDay(day) {
  return dayIn(day, "long", { weekday: "long", day: "numeric", month: "long" });
}

/** @param {string} day @param {string} [today] @returns {string} "19 Nov", and with the year when it is another one */
export function shortDay(day, today = dayOf(instant())) {
  if (day.slice(0, 4) === today.slice(0, 4)) {
    return dayIn(day, "short", { day: "numeric", month: "short" });
  }
  return dayIn(day, "shortYear", { day: "numeric", month: "short", year: "numeric" });
}

/** @param {string} day @returns {string} "Nov 2026" */
export function shortMonth(day) {
  return dayIn(day, "shortMonth", { month: "short", year: "numeric" });
}

/** @param {string} day @returns {string} "November 2026" */
export function monthOf(day) {
  return dayIn(day, "month", { month: "long", year: "numeric" });
}

/** @returns {{first: number, names: {short: string, long: string}[]}} the week as it is counted here: its first day (1 Monday to 7 Sunday), and all in order */
export function weekdays() {
  const info = /** @type {any} */ (new Intl.Locale(locale));
  const first = (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 1;
  const names = Array.from({ length: 7 }, (_, index) => {
    const day = Date.UTC(1970, 0, 4 + first + index); // the 5th was a Monday
    return {
      short: format("UTC", "weekday", { weekday: "narrow" }).format(day),
      long: format("UTC", "weekdayLong", { weekday: "long" }).format(day),
    };
  });
  return { first, names };
}

/**
 * @param {string} day
 * @param {string} [today]
 * @returns {string} "today", "yesterday", "tomorrow", "Monday 2 March", or with the year when it is another one
 */
export function dayWords(day, today = dayOf(instant())) {
  const away = daysBetween(today, day);
  if (Math.abs(away) < 2) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(away, "day");
  }
  return datedDay(day, today);
}

/** @param {string} day @param {string} today @returns {string} "Monday 2 March", or with the year when it is another one */
function datedDay(day, today) {
  return day.slice(0, 4) === today.slice(0, 4) ? longDay(day) : dateOf(day);
}

/**
 * The day of a moment as `dayWords` has it. Where zones differ, its day may be one ahead although it is past, or one back although it is
 * still to come: nobody calls that tomorrow or yesterday, and it has its date.
 * @param {Instant} value
 * @param {string} [today]
 * @returns {string}
 */
export function dayWordsOf(value, today = dayOf(instant())) {
  const day = dayOf(value);
  const isPast = msOf(value) <= Date.now();
  const isOdd = isPast ? day > today : day < today;
  return isOdd ? datedDay(day, today) : dayWords(day, today);
}

/** @param {string} day @returns {string} "19 November 2026" */
export function dateOf(day) {
  return dayIn(day, "year", { day: "numeric", month: "long", year: "numeric" });
}

/** @param {Instant} value @returns {string} "18:20" or "6:20 pm"; with its zone where this device does not know that */
export function timeWords(value) {
  const time = format(value.zone, "time", { hour: "numeric", minute: "2-digit" });
  const shown = time.format(msOf(value));
  if (isKnownZone(value.zone)) return shown;
  return t("date.inZone", { time: `${shown} UTC`, zone: value.zone });
}

/** @param {Instant} value @param {string} [today] @returns {string} "yesterday, 18:20", and "18:20 (Auckland)" where clocks there and here differ */
export function whenWords(value, today) {
  const time = timeWords(value);
  const shown = isElsewhere(value) ? t("date.inZone", { time, zone: placeOf(value.zone) }) : time;
  return t("date.dayAndTime", { day: dayWordsOf(value, today), time: shown });
}

/** @param {Instant} value @returns {boolean} whether clocks where it was lived showed another time than clocks here did */
function isElsewhere(value) {
  const here = hereZone();
  if (value.zone === here || !isKnownZone(value.zone)) return false;
  return offset(msOf(value), value.zone) !== offset(msOf(value), here);
}

/** @param {string} zone @returns {string} "Los Angeles" of "America/Los_Angeles" */
function placeOf(zone) {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
