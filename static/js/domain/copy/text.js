// How a copy writes what people wrote: docs/export-format.md. Twin: journal/client/copy/text.py, byte for byte.

import { instantOf, isKnownZone, msOf } from "../instants.js";

/** @import { Instant } from "../instants.js" */

/** What JSON may carry bare and other readers trip over (docs/export-format.md). */
const UNSAFE = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/**
 * @param {any} value of JSON
 * @returns {string} on one line, members in the order of their UTF-16 units, also where a name looks like a number
 */
export function json(value) {
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${json(name)}:${json(value[name])}`).join(",")}}`;
  }
  return JSON.stringify(value).replace(UNSAFE, escaped);
}

/** @param {string} one */
const escaped = (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** @param {any} value @returns {boolean} */
const isTexts = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");

/** @param {unknown} value of an answer or a member @returns {string} for people to read */
export function words(value) {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  return isTexts(value) ? /** @type {string[]} */ (value).join("; ") : json(value);
}

/** @param {readonly (readonly unknown[])[]} rows  the names of the columns first @returns {string} RFC 4180, for spreadsheets */
export function csv(rows) {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** What a spreadsheet would take for a formula. */
const FORMULA =
  /^'*[\t\r\n]|^['\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[=+\-@\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]/;

/** @param {unknown} value */
function cell(value) {
  const text = words(value).replace(CONTROLS, "").toWellFormed();
  const plain = typeof value !== "number" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** What a terminal or an editor might obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
/** Lists, headings, lines across. */
const BLOCK = /((?:^|[\n\r])[ \t]*\d{0,9})([-+=.)](?=[-=\s]|$))/g;
/** Links that may run. */
const LINK = /\](?=[(:])(?!.[ \t\r\n]*(?:https?:|mailto:))/gi;
/** What turns the direction of the words after it. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** @param {string} text @returns {string} Markdown that shows it as it stands */
export function quiet(text) {
  const plain = text.replace(CONTROLS, "").replace(TURNING, "");
  return plain.replace(/[\\`*_{}[\]<>#|!~&]/g, "\\$&").replace(BLOCK, "$1\\$2");
}

/** @param {string} text @returns {string} a person's own Markdown, but that nothing in it is run, fetched or swallows what follows */
export function own(text) {
  return text
    .replace(CONTROLS, "")
    .replace(/<(?=[a-z!?/])/gi, "&lt;")
    .replaceAll("![", "!\\[")
    .replace(LINK, "]\\")
    .replace(/^([ \t>]*)(```|~~~)/gm, "$1\\$2");
}

/**
 * @param {any} payload
 * @returns {Instant|null} when it happened, or else was written
 */
export function whenOf(payload) {
  return instantOf(payload?.happened, instantOf(payload?.written, null));
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {Instant} instant @returns {{day: string, time: string}} `YYYY-MM-DD` and `HH:MM` where it was lived; UTC where the zone is not known here */
export function localOf(instant) {
  const zone = /^\w/.test(instant.zone) && isKnownZone(instant.zone) ? instant.zone : "UTC";
  const clock = clocks.get(zone) ?? clockOf(zone);
  const at = Object.fromEntries(
    clock.formatToParts(msOf(instant)).map(({ type, value }) => [type, value]),
  );
  const { year = "", month, day, hour, minute } = at;
  return { day: `${year.padStart(4, "0")}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** @param {string} timeZone */
function clockOf(timeZone) {
  const two = /** @type {const} */ ("2-digit");
  const fields = { month: two, day: two, hour: two, minute: two };
  const options = {
    year: /** @type {const} */ ("numeric"),
    hourCycle: /** @type {const} */ ("h23"),
  };
  const clock = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    ...fields,
    ...options,
    timeZone,
  });
  clocks.set(timeZone, clock);
  return clock;
}
