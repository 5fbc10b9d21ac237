// Moments as payloads carry them. What another device or person wrote is taken as a moment only where a clock could have shown it.

/**
 * @typedef {{at: string, zone: string}} Instant
 */

/** The years 1900 to 2200: what is said to lie outside them is not taken for a date. */
export const FIRST_MS = Date.UTC(1900, 0);
export const LAST_MS = Date.UTC(2200, 0);
/** RFC 3339 section 5.6, with or without seconds and without leap seconds: engines differ in what else they read as a date. */
const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** What names of zones are made of, known here or not. */
const ZONE_NAME = /^[\w+/-]{1,64}$/;

/**
 * @param {Pick<Instant, "at">} instant
 * @returns {number} milliseconds since 1970; what cannot be read counts as 1970, what is too far as the nearest year that is not
 */
export function msOf({ at }) {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, FIRST_MS), LAST_MS);
}

/**
 * @template {Instant|null} O
 * @param {unknown} value
 * @param {O} otherwise
 * @returns {Instant|O} as far as the value is a moment; a zone that is not known here keeps its name
 */
export function instantOf(value, otherwise) {
  const { at, zone } = /** @type {any} */ (value ?? {});
  const [, year, month, day] = (typeof at === "string" && RFC_3339.exec(at)) || [];
  // Some engines take the 30th of February for the 2nd of March.
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day))
    return otherwise;
  const ms = Date.parse(at);
  if (!(ms >= FIRST_MS && ms <= LAST_MS)) return otherwise;
  return { at, zone: typeof zone === "string" && ZONE_NAME.test(zone) ? zone : "UTC" };
}

/** @param {unknown} value @returns {value is string} whether it is a day of these years, YYYY-MM-DD */
export function isDay(value) {
  const isLike = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  return isLike && instantOf({ at: `${value}T00:00Z` }, null) !== null;
}

/** @type {Map<string, boolean>} */
const known = new Map();

/** @param {string} zone @returns {boolean} whether this device knows the zone: each has the time zone data of its own year */
export function isKnownZone(zone) {
  let found = known.get(zone);
  if (found === undefined) {
    found = isZone(zone);
    known.set(zone, found);
  }
  return found;
}

/** @param {string} timeZone @returns {boolean} */
function isZone(timeZone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
