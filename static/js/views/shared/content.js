/** The content files, read once: prompts, help, instruments. They lie on the device with the rest of the app. */

import { instrumentsOf } from "../../domain/measures.js";
import { isMirrored, language, source } from "../../ui/i18n.js";

/** @typedef {import("../../domain/measures.js").Instrument} Measure */
/** @typedef {import("../../domain/measures.js").InstrumentFile} InstrumentFile */

/** Files in content/instruments, in the order in which they are listed and asked. */
const INSTRUMENTS = ["phq-9", "gad-7", "who-5", "pcl-5", "peg"];

/** @type {Map<string, Promise<any>>} */
const read = new Map();
/** What there is in every language: the others speak no language, or are in English only. */
export const TRANSLATED = /^(?:bad-days|beside|help|help-texts|self-check|packs\/[\w-]+)$/;

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
  const english = await readJson(`/static/content/${name}.json`);
  if (language === "en" || !TRANSLATED.test(name)) return english;
  const from = source();
  if (from === "en") {
    return (await import("../../ui/pseudo.js")).pseudoContent(english, isMirrored());
  }
  // English stands in while another language is not on this device.
  const words = await readJson(`/static/content/${from}/${name}.json`).catch(() => ({}));
  return overlay(english, words);
}

/**
 * @param {any} base in English, with numbers, times and addresses
 * @param {any} words what reads differently in another language, at the same places; list members are known by their ids
 * @returns {any}
 */
export function overlay(base, words) {
  if (words === undefined) return base;
  if (Array.isArray(base)) {
    return base.map((one, index) =>
      overlay(
        one,
        one.id ? words.find((/** @type {any} */ { id }) => id === one.id) : words[index],
      ),
    );
  }
  if (typeof base !== "object" || base === null) return words;
  const members = Object.entries(base).map(([name, one]) => [name, overlay(one, words[name])]);
  return Object.fromEntries(members);
}

/** @param {string} url @returns {Promise<any>} */
async function readJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`no ${url}`);
  return answer.json();
}

/** @returns {Promise<Measure[]>} the program's own instruments, each followed by its short forms */
export async function builtInMeasures() {
  /** @type {InstrumentFile[]} */
  const files = await Promise.all(INSTRUMENTS.map((name) => content(`instruments/${name}`)));
  return files.flatMap(instrumentsOf);
}

/** @returns {Promise<Measure>} our own monthly questions, in the shape of an instrument and with no score */
export const selfCheck = () => content("self-check");
