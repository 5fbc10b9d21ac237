/** The content files, read once: prompts, help, measures. They lie on the device with the rest of the app. */

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

/** @param {string} name @returns {Promise<any>} */
export function content(name) {
  const before = read.get(name);
  if (before) return before;
  const reading = fetch(`/static/content/${name}.json`).then((answer) => answer.json());
  // A failed reading is not remembered: the next screen tries again.
  reading.catch(() => read.delete(name));
  read.set(name, reading);
  return reading;
}

/** @returns {Promise<Pack>} */
export const promptPack = () => content("prompts");

/** @returns {Promise<Measure[]>} */
export const measures = async () => (await content("measures")).measures;
