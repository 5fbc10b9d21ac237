// Threads: an intention carried from before a dose to what came of it. Pure; the bodies are those of docs/protocol.md section 9.

import { textsOf } from "./foreign.js";
import { isDay } from "./instants.js";
import { instantOf, textOf } from "./payloads.js";
import { msOf } from "./phases.js";

/** @import { Document } from "./documents.js" */
/** @import { Dosing } from "./dosings.js" */
/** @import { Instant } from "./instants.js" */

/** @typedef {"done"|"changed"|"not"} Outcome */
/** @typedef {{what: string, when: string|null, with: string, outcome: Outcome|null, said: string}} Act when: YYYY-MM-DD */

/**
 * @typedef {object} Thread
 * @property {string} id
 * @property {string} intention
 * @property {string|null} dosing   for which it was chosen
 * @property {string|null} course
 * @property {Instant} began
 * @property {string[]} fragments   entries
 * @property {string} insight
 * @property {Act} act
 * @property {string} next          for the next preparation
 * @property {string|null} from     thread it goes on from
 * @property {Document} document
 */

export const OUTCOMES = /** @type {const} */ (["done", "changed", "not"]);

/** @param {Document} document of kind `thread` @returns {Thread} */
export function threadOf(document) {
  const { body, id, written } = document;
  const act = body.act ?? {};
  return {
    id,
    intention: textOf(body.intention),
    dosing: textOf(body.dosing) || null,
    course: textOf(body.course) || null,
    began: instantOf(body.began, written),
    fragments: textsOf(body.fragments),
    insight: textOf(body.insight),
    act: {
      what: textOf(act.what),
      when: isDay(act.when) ? act.when : null,
      with: textOf(act.with),
      outcome: OUTCOMES.includes(act.outcome) ? act.outcome : null,
      said: textOf(act.said),
    },
    next: textOf(body.next),
    from: textOf(body.from) || null,
    document,
  };
}

/**
 * @param {Document[]} documents of kind `thread`
 * @param {Dosing[]} dosings
 * @returns {Thread[]} that of the latest dosing session first
 */
export function threadsOf(documents, dosings) {
  const dosed = new Map(dosings.map(({ id, happened }) => [id, msOf(happened)]));
  const when = (/** @type {Thread} */ { dosing, began }) => dosed.get(dosing ?? "") ?? msOf(began);
  return documents.map(threadOf).sort((a, b) => when(b) - when(a) || msOf(b.began) - msOf(a.began));
}

/** @param {Thread} thread @returns {{[member: string]: any}} its body, with the members that are not known here */
export function threadBody({ id: _id, document, ...members }) {
  return { ...document.body, ...members };
}

/** Lines that may be chosen, and their length in characters. */
const LINES = 6;
const LINE = 120;

/** @param {string} text answer to a prompt @returns {string[]} its lines, as they stand there, that can be an intention */
export function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line.length <= LINE)
    .slice(0, LINES);
}
