// Help lines of a clinic's packs: docs/packs.md. They stand before those of the country; what could not be called or opened is left out.

/** @import { Country, Line } from "../views/contacts.js" */

const KINDS = ["emergency", "call", "text", "web"];

/** @param {readonly any[]} packs parsed and verified, or what was kept of them @returns {Country[]} */
export function packPlaces(packs) {
  return packs
    .flatMap((pack) => (Array.isArray(pack?.helpLines?.places) ? pack.helpLines.places : []))
    .filter((place) => isText(place?.id) && isText(place.name))
    .map(({ id, name, regions, lines }) => ({
      id,
      name,
      regions: Array.isArray(regions) ? regions.filter(isText) : [],
      lines: Array.isArray(lines) ? lines.filter(isLine) : [],
    }))
    .filter(({ lines }) => lines.length > 0);
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
 * @returns {Country[]} with the lines of the places first, and places that no country is named for among them
 */
export function withPlaces(countries, places) {
  const joined = countries.map((country) => {
    const own = places.filter(({ id }) => id === country.id);
    return { ...country, lines: [...own.flatMap(({ lines }) => lines), ...country.lines] };
  });
  const others = places.filter(({ id }) => !countries.some((country) => country.id === id));
  return [...joined.slice(0, -1), ...others, ...joined.slice(-1)];
}
