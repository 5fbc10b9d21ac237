// Help lines by country: `content/help.json`, and those of a clinic's packs (docs/packs.md). A clinic's stand behind the emergency number of the
// country and before its other lines. What could not be called or opened is left out: a file may be damaged, and whoever holds the server writes the packs.

import { lineOf, textsOf } from "./foreign.js";
import { isDay } from "./instants.js";

/**
 * @typedef {object} Line
 * @property {string} id
 * @property {"emergency"|"call"|"text"|"web"} kind
 * @property {string} name
 * @property {string} [number]
 * @property {string} [body]
 * @property {string} [url]
 * @property {string} [note]
 * @typedef {{id: string, name: string, zones: string[], lines: Line[]}} Country  zones: IANA names of time zones that lie in it alone
 */

const KINDS = ["emergency", "call", "text", "web"];
/** Of one place: what one could still look through in need. */
const MOST = 12;

/** @param {any} file `content/help.json` as it was read @returns {{countries: Country[], checked: string}} the last country is for everywhere else; no day: "" */
export function readLines(file) {
  return { countries: placesOf(file), checked: isDay(file?.checked) ? file.checked : "" };
}

/** @param {readonly any[]} packs parsed and verified, or what was kept of them @returns {Country[]} for which no time zone speaks: a pack cannot say where one is */
export function packPlaces(packs) {
  return packs
    .flatMap((pack) => placesOf(pack?.helpLines))
    .map((place) => ({ ...place, zones: [] }));
}

/** @param {any} file @returns {Country[]} */
function placesOf(file) {
  return (Array.isArray(file?.places) ? file.places : [])
    .filter((/** @type {any} */ place) => isText(place?.id) && isText(place.name))
    .map((/** @type {any} */ { id, name, zones, lines }) => ({
      id,
      name: lineOf(name),
      zones: textsOf(zones),
      lines: Array.isArray(lines) ? lines.filter(isLine).slice(0, MOST).map(shown) : [],
    }))
    .filter((/** @type {Country} */ { lines }) => lines.length > 0);
}

/** @param {any} line @returns {Line} what of it is text, each on one line */
function shown({ id, kind, name, number, body, url, note }) {
  const [own, words, also] = [number, body, note].map(lineOf);
  return { id: lineOf(id), kind, name: lineOf(name), number: own, body: words, url, note: also };
}

/** @param {any} line @returns {line is Line} */
function isLine(line) {
  if (!isText(line?.name) || !KINDS.includes(line.kind)) return false;
  return line.kind === "web"
    ? isText(line.url) && /^https:\/\/[^/]/.test(line.url)
    : isText(line.number) && /\d/.test(line.number);
}

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === "string";
}

/**
 * @param {readonly Country[]} countries
 * @param {string|undefined} zone IANA name, as this device has it
 * @returns {Country|null} the one country the zone belongs to. Null: ask. A language never says where one is.
 */
export function countryIn(countries, zone) {
  return countries.find(({ zones }) => zones.some((one) => one === zone)) ?? null;
}

/**
 * @param {readonly Country[]} countries the last one is for everywhere else
 * @param {readonly Country[]} places
 * @returns {Country[]} with the lines of the places right behind the emergency number, and places that no country is named for among them
 */
export function withPlaces(countries, places) {
  const joined = countries.map((country) => {
    const own = places.filter(({ id }) => id === country.id).flatMap(({ lines }) => lines);
    const isFirst = (/** @type {Line} */ { kind }) => kind === "emergency";
    const rest = country.lines.filter((line) => !isFirst(line));
    return {
      ...country,
      lines: [...country.lines.filter(isFirst), ...own.map(besideEmergency), ...rest],
    };
  });
  const others = places.filter(({ id }) => !countries.some((country) => country.id === id));
  return [...joined.slice(0, -1), ...others, ...joined.slice(-1)];
}

/** @param {Line} line @returns {Line} a pack adds lines to a country; the emergency number is not its to say */
function besideEmergency(line) {
  return line.kind === "emergency" ? { ...line, kind: "call" } : line;
}

/** After so many days the list says that it is old. */
const OLD_DAYS = 366;

/** @param {string} checked `YYYY-MM-DD`, or "" @param {string} today `YYYY-MM-DD` @returns {boolean} also where no day is said */
export function isOld(checked, today) {
  return !(Date.parse(today) - Date.parse(checked) <= OLD_DAYS * 86_400_000);
}
