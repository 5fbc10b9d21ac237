// Programme packs: docs/packs.md. What a pack says is read as far as it can be understood; the rest of it is left out.

import { lineOf } from "../foreign.js";
import { textOf } from "../payloads.js";

/** @import { Route } from "../dosings.js" */
/** @import { Phase } from "../phases.js" */

/**
 * @typedef {object} Prompt
 * @property {string} id               `P1` in the core pack, `<pack>.P1` in every other
 * @property {Phase} phase
 * @property {string} topic
 * @property {string} text
 * @property {string} hint
 * @property {number} [day]            preparation: days before the dose, 0 or less; integration: days after it; with `course-end`: days after the end
 * @property {number[]} [days]         asked anew on each of these days after the dose
 * @property {[number, number]} [hours]  reflection: from and to, in hours after the dose
 * @property {"between-doses"|"course-end"} [when]
 * @property {number[]} [months]       and again, after the end of a course
 * @property {"first"|"later"} [doses] only before the first dose of a course, or before later ones
 * @property {boolean} [private]
 * @property {boolean} [safety]        asked besides the two a day, and first: see isSafety
 * @property {{text: string, opens?: "help"}[]} [choices]
 * @property {{name: string, min: number, max: number}} [rating]
 *
 * @typedef {object} Spacing
 * @property {{daysApart: number, keep: string[]}} [closeDoses]  integration prompts that remain where doses are so near
 * @property {{keep: string[]}} [maintenance]  prompts that remain in the lighter plan
 * @property {{keep: string[]}} [undated]  preparation that presumes no date, asked while there is no dosing session
 * @property {{[route in Route]?: {laterHours: number}}} [routes]  by which reflection begins later
 * @property {"course"} [repeat]       every prompt at most once in a course
 *
 * @typedef {object} Pack
 * @property {string} id
 * @property {number} version
 * @property {string} language
 * @property {string} title
 * @property {string} about
 * @property {"always"|"chosen"} asked  in every course, or in those that chose it
 * @property {Spacing} spacing
 * @property {Prompt[]} prompts
 */

/** @param {{pack: Pick<Pack, "id">, prompt: Prompt}} one @returns {boolean} no pack but the app's own can ask beyond two a day */
export function isSafety({ pack, prompt }) {
  return pack.id === "core" && prompt.safety === true;
}

const PHASES = ["preparation", "reflection", "integration"];

/**
 * @param {any} value a parsed pack of anybody's making
 * @returns {Pack|null} null for what is no pack of a format that is known here
 */
export function readPack(value) {
  if (value?.format !== 1 || typeof value.id !== "string" || !Array.isArray(value.prompts))
    return null;
  const spacing = typeof value.spacing === "object" && value.spacing !== null ? value.spacing : {};
  return {
    id: value.id,
    version: wholeOf(value.version) ?? 0,
    language: lineOf(value.language),
    title: lineOf(value.title),
    about: textOf(value.about),
    asked: value.asked === "always" ? "always" : "chosen",
    spacing: {
      ...spacing,
      closeDoses: keepOf(spacing.closeDoses),
      maintenance: keepOf(spacing.maintenance),
      undated: keepOf(spacing.undated),
    },
    prompts: value.prompts.filter(isPrompt),
  };
}

/** @param {any} rule @returns {any} the rule, if it names what it keeps */
function keepOf(rule) {
  return Array.isArray(rule?.keep) ? rule : undefined;
}

/** @param {any} prompt @returns {boolean} whether it can be shown, and its times can be reckoned with */
function isPrompt(prompt) {
  const { id, phase, topic, text, hint, day, days, hours, months } = prompt ?? {};
  return (
    [id, topic, text, hint].every((one) => typeof one === "string") &&
    PHASES.includes(phase) &&
    (day === undefined || wholeOf(day) !== null) &&
    [days, hours, months].every((list) => list === undefined || areWhole(list)) &&
    (hours === undefined || hours.length === 2)
  );
}

/** @param {any} list @returns {boolean} */
function areWhole(list) {
  return Array.isArray(list) && list.every((one) => wholeOf(one) !== null);
}

/** @param {unknown} value @returns {number|null} */
function wholeOf(value) {
  return Number.isSafeInteger(value) ? /** @type {number} */ (value) : null;
}
