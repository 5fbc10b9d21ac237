// A copy for spreadsheets: one row a measure or rating, and one a question. docs/export-format.md.

import { textOf } from "../payloads.js";
import { payloadOf } from "./data.js";
import { localOf, whenOf } from "./text.js";

/** @import { Taken } from "./data.js" */

/** @typedef {unknown[][]} Rows */

const ABOUT = ["id", "state", "kind", "happened", "zone", "day", "time", "instrument"];
export const MEASURE_COLUMNS = [...ABOUT, "version", "language", "total", "min", "max", "phase"];
export const ANSWER_COLUMNS = [...ABOUT, "question_id", "question", "type", "value"];
const ANSWERED = ["entry", "measure", "rating"];

/** @param {Taken} item @returns {{measures: Rows, answers: Rows}} */
export function tableRows(item) {
  const payload = payloadOf(item);
  const { kind, answers = [], form, scale } = payload;
  if (!ANSWERED.includes(kind)) return { measures: [], answers: [] };
  const when = whenOf(payload);
  const local = when ? localOf(when) : { day: "", time: "" };
  const about = [
    item.id,
    item.state,
    kind,
    when?.at,
    when?.zone,
    local.day,
    local.time,
    payload.instrument,
  ];
  const measured = [form?.version, form?.language, payload.total, scale?.min, scale?.max];
  return {
    measures: kind === "entry" ? [] : [[...about, ...measured, payload.phase]],
    answers: rowsOf(answers).map((one) => [
      ...about,
      textOf(one?.id),
      textOf(one?.question),
      textOf(one?.type),
      isPlain(one) ? one.value : one,
    ]),
  };
}

/** @param {unknown} answers @returns {any[]} what is no list stands as one answer, as it came */
export function rowsOf(answers) {
  return Array.isArray(answers) ? answers : [answers];
}

/** @param {any} one @returns {boolean} whether it is an answer, whatever its value */
export function isPlain(one) {
  return typeof one === "object" && one !== null && typeof one.id === "string";
}
