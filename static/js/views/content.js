/** The content files, read once: prompts, help, measures. They lie on the device with the rest of the app. */

import { isMirrored, language, source } from "../ui/i18n.js";

/**
 * @typedef {object} Prompt
 * @property {string} id
 * @property {import("../vault/types.js").Phase} phase
 * @property {string} topic
 * @property {string} text
 * @property {string} hint
 * @property {number} [day]            preparation: days before the dose, 0 or less; integration: days after it
 * @property {number[]} [days]         due on each of these days after the dose
 * @property {[number, number]} [hours]  reflection: from and to, in hours after the dose
 * @property {"between-doses"|"course-end"} [when]
 * @property {number[]} [months]       after the end of a course
 * @property {"first"|"later"} [doses] only before the first, or before later ones
 * @property {{text: string, opens?: "help"}[]} [choices]
 *
 * @typedef {object} Pack
 * @property {string} pack
 * @property {number} version
 * @property {number} promptsPerDay
 * @property {{daysApart: number, keep: string[]}} closeDoses
 * @property {Prompt[]} prompts
 *
 * @typedef {object} Measure
 * @property {string} id
 * @property {string} name
 * @property {{min: number, max: number}} total
 * @property {"lower"|"higher"} better
 * @property {{from: number, name: string}[]} bands
 */

/** @type {Map<string, Promise<any>>} */
const read = new Map();
/** What there is in every language: the others speak no language, or are in English only. */
const TRANSLATED = ["help", "help-texts"];

/** @param {string} name @returns {Promise<any>} in the person's language where there is such a file */
export function content(name) {
  const id = `${language} ${name}`;
  const before = read.get(id);
  if (before) return before;
  const reading = readContent(name);
  // A failed reading is not remembered: the next screen tries again.
  reading.catch(() => read.delete(id));
  read.set(id, reading);
  return reading;
}

/** @param {string} name @returns {Promise<any>} */
async function readContent(name) {
  const from = source();
  const english = `/static/content/${name}.json`;
  if (!TRANSLATED.includes(name)) return readJson(english);
  // English stands in while another language is not on this device.
  if (from !== "en")
    return readJson(`/static/content/${from}/${name}.json`).catch(() => readJson(english));
  const found = await readJson(english);
  if (language === "en") return found;
  return (await import("../ui/pseudo.js")).pseudoContent(found, isMirrored());
}

/** @param {string} url @returns {Promise<any>} */
async function readJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`no ${url}`);
  return answer.json();
}

/** @returns {Promise<Pack>} */
export const promptPack = () => content("prompts");

/** @returns {Promise<Measure[]>} */
export const measures = async () => (await content("measures")).measures;
