// What another device or person wrote, as it may be shown: values that no screen stumbles over. What is carried through an edit stays as it came.

/** @import { Payload } from "./payloads.js" */

/** Members that an engine or a template would take for its own: what every object has, promises and what lit marks its values with. */
const isOwnName = (/** @type {string} */ name) =>
  !(name in Object.prototype) && name !== "then" && name !== "toJSON" && !name.startsWith("_$");

/**
 * @template T
 * @param {T} value of strict JSON
 * @returns {T} the same without members that would be taken for more than data
 */
export function plain(value) {
  if (Array.isArray(value)) return /** @type {T} */ (value.map(plain));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([name]) => isOwnName(name));
  return /** @type {T} */ (Object.fromEntries(members.map(([name, one]) => [name, plain(one)])));
}

/** @param {unknown} value @returns {string[]} what of a list is text */
export function textsOf(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Further than any instrument scores and any course counts. */
const FURTHEST = 1_000_000;

/** @param {unknown} value @returns {number|null} null for what is no number that an instrument could have */
export function scoreOf(value) {
  return typeof value === "number" && Math.abs(value) <= FURTHEST ? value : null;
}

/** @param {unknown} value @returns {number} of a dosing session: 1 for what is none */
export function numberOf(value) {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < FURTHEST
    ? Number(value)
    : 1;
}

/** C0, DEL and C1 but for the tab, marks that turn the direction of what follows, and half surrogates: no part of a name or a title. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSHOWN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** @param {unknown} value @returns {string} on one line, as a name or a title stands among other words; "" for what is no text */
export function lineOf(value) {
  if (typeof value !== "string") return "";
  return value.toWellFormed().replace(/\s+/g, " ").replace(UNSHOWN, "").trim();
}

const graphemes = Intl.Segmenter ? new Intl.Segmenter() : null;

/**
 * @param {string} text
 * @param {number} length in UTF-16 units
 * @returns {string} its beginning, no longer, and no character cut in two as a person reads it; without a segmenter only no surrogate pair
 */
export function cutTo(text, length) {
  if (text.length <= length) return text;
  return text.slice(0, characterStart(text, length) || length).toWellFormed();
}

/**
 * @param {string} text
 * @param {number} place in UTF-16 units, within the text
 * @returns {number} where the character begins that lies there, as a person reads it; without a segmenter only the surrogate pair
 */
export function characterStart(text, place) {
  if (!graphemes) return /[\uDC00-\uDFFF]/.test(text[place] ?? "") ? place - 1 : place;
  // One character of a person's may be as long as it likes: what follows is looked at as far as one is likely to be.
  return graphemes.segment(text.slice(0, place + 64)).containing(place)?.index ?? place;
}
