// Help lines of a clinic's packs: docs/packs.md. They stand behind the emergency number of the country and before its other lines; what could
// not be called or opened is left out. Whoever holds the server writes them.

import { lineOf, textsOf } from "./foreign.js";

/** @import { Country, Line } from "../views/contacts.js" */

const KINDS = ["emergency", "call", "text", "web"];
/** Of one place: what one could still look through in need. */
const MOST = 12;

/** @param {readonly any[]} packs parsed and verified, or what was kept of them @returns {Country[]} */
export function packPlaces(packs) {
  return packs
    .flatMap((pack) => (Array.isArray(pack?.helpLines?.places) ? pack.helpLines.places : []))
    .filter((place) => isText(place?.id) && isText(place.name))
    .map(({ id, name, regions, lines }) => ({
      id,
      name: lineOf(name),
      regions: textsOf(regions),
      lines: Array.isArray(lines) ? lines.filter(isLine).slice(0, MOST).map(shown) : [],
    }))
    .filter(({ lines }) => lines.length > 0);
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
 * @param {readonly Country[]} countries the last one is for everywhere else
 * @param {readonly Country[]} places
 * @returns {Country[]} with the lines of the places right behind the emergency number, and places that no country is named for among them
 */
export function withPlaces(countries, places) {
  const joined = countries.map((country) => {
    const own = places.filter(({ id }) => id === country.id).flatMap(({ lines }) => lines);
    const isFirst = (/** @type {Line} */ { kind }) => kind === "emergency";
    const rest = country.lines.filter((line) => !isFirst(line));
    return { ...country, lines: [...country.lines.filter(isFirst), ...own, ...rest] };
  });
  const others = places.filter(({ id }) => !countries.some((country) => country.id === id));
  return [...joined.slice(0, -1), ...others, ...joined.slice(-1)];
}
