// How a measure has changed, as a page before a meeting says it: against the last meeting and against the first time, with the rule each word rests on. Pure.

import { changeOf, labelsOf } from "./measures.js";
import { msOf } from "./phases.js";

/** @import { Assignment } from "./assignments.js" */
/** @import { Dosing } from "./dosings.js" */
/** @import { Answer, Comment, EntrySummary, Kept } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Change, Instrument, Item } from "./measures.js" */
/** @import { ContactRequest, Person } from "./people.js" */

/**
 * @typedef {object} Note  private: sealed to whoever wrote it
 * @property {string} id
 * @property {string} rev
 * @property {string} item   what it stands beside
 * @property {string} text
 * @property {Instant} written
 * @property {Kept} kept
 *
 * @typedef {{id: string, at: Instant}} Meeting
 *
 * @typedef {object} Brief  the page before a meeting
 * @property {Person} person
 * @property {Instant|null} since        the last meeting before today; null: none was noted, and everything stands here
 * @property {Dosing[]} dosings          by date
 * @property {EntrySummary[]} shares     entries written or first opened since, or not opened yet; by date
 * @property {EntrySummary[]} pinned     to be brought; by date
 * @property {Note[]} notes              of since, and beside what is pinned; the oldest first
 * @property {EntrySummary[]} results    all measures, by date
 * @property {{item: string, answers: Answer[]}[]} answers  of the results since
 * @property {{item: string, comments: Comment[]}[]} said   since
 * @property {ContactRequest[]} asked    since
 * @property {Assignment[]} given        since, or declined since; the last first
 */

/** @typedef {Pick<EntrySummary, "id"|"happened"|"total">} Result */
/** @typedef {{which: "meeting"|"first", from: Result & {total: number}, isFirst: boolean, change: Change}} Compared */

/**
 * @param {Pick<Instrument, "change">} instrument
 * @param {readonly Result[]} results  of this instrument, by date
 * @param {Instant|null} since  the last meeting
 * @returns {{last: Result|null, compared: Compared[]}} the newest result; against the last one before that meeting and against the first
 *   one, where those are others. What was left blank is no number: nothing is compared with it
 */
export function changesOf(instrument, results, since) {
  const last = results.at(-1) ?? null;
  const whole = results.filter(isWhole);
  const newest = whole.at(-1);
  if (last === null || last !== newest) return { last, compared: [] };
  const before = whole.slice(0, -1);
  const met = since && before.findLast(({ happened }) => msOf(happened) <= msOf(since));
  const first = before[0];
  /** @type {Compared[]} */
  const compared = [];
  if (met) compared.push(comparedWith("meeting", met));
  if (first && first !== met) compared.push(comparedWith("first", first));
  return { last, compared };

  /** @param {Compared["which"]} which @param {Result & {total: number}} from @returns {Compared} */
  function comparedWith(which, from) {
    return {
      which,
      from,
      isFirst: from === first,
      change: changeOf(instrument, from.total, newest?.total ?? from.total),
    };
  }
}

/** @param {Result} result @returns {result is Result & {total: number}} */
function isWhole(result) {
  return result.total !== null;
}

/**
 * The rules that a change is held against, with their numbers: what it reaches and what it does not. A fall is named a response or a
 * remission only against the first time, as studies do.
 * @param {Pick<Instrument, "change">} instrument
 * @param {Compared} compared
 * @returns {{rule: "noticeable"|"notNoticeable"|"response"|"remission", n: number}[]}
 */
export function rulesOf({ change: rule = {} }, { isFirst, change }) {
  const { points, percent, responsePercent, remissionBelow } = rule;
  /** @type {ReturnType<typeof rulesOf>} */
  const said = [];
  const n = percent ?? points;
  if (n !== undefined && change.points !== 0)
    said.push({ rule: change.marked ? "noticeable" : "notNoticeable", n });
  if (!isFirst) return said;
  if (change.response && responsePercent) said.push({ rule: "response", n: responsePercent });
  if (change.remission && remissionBelow) said.push({ rule: "remission", n: remissionBelow });
  return said;
}

/**
 * Answers above 0 to what whoever reads ought to see at once. Found where the words have been opened, nowhere else.
 * @param {Pick<Instrument, "items"|"answers"|"unscored"|"safetyItem">} instrument
 * @param {readonly Answer[]} answers
 * @returns {{question: string, answer: string}[]} as they were shown
 */
export function toldOf(instrument, answers) {
  const items = [...instrument.items, ...(instrument.unscored ?? [])];
  const asked = items.filter(({ id, tell }) => id === instrument.safetyItem || tell);
  return asked.flatMap((item) => {
    const { question, value } = answers.find(({ id }) => id === item.id) ?? {};
    if (typeof value !== "number" || value <= 0) return [];
    return [{ question: question || item.text, answer: answerOf(instrument, item, value) }];
  });
}

/** @param {Pick<Instrument, "answers">} instrument @param {Item} item @param {number} value @returns {string} */
function answerOf(instrument, item, value) {
  const labels = labelsOf(/** @type {Instrument} */ (instrument), item);
  return labels.find((label) => label.value === value)?.label ?? String(value);
}
