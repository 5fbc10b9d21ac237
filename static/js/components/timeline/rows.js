/** The rows of the timeline of a phone, without a document. */

import { DAY_MS } from "./scale.js";

/** @import { Span } from "./scale.js" */
/** @import { ChartData, ChartDose, ChartMark, ChartPoint, ChartTask } from "./types.js" */

/** A stretch without entries is named from so many days on. */
const QUIET_DAYS = 4;

/** @typedef {{ms: number, kind: "dose"|"mark"|"points"|"task", dose?: ChartDose, mark?: ChartMark, task?: ChartTask, points?: ChartPoint[], quiet: number}} Row  quiet: days without an entry after it */

/**
 * @param {ChartData} data
 * @param {Span} shown
 * @returns {Row[]} newest first; results of one day share a line
 */
export function rowsOf({ doses, marks, tasks, series }, shown) {
  /** @type {Row[]} */
  const rows = [
    ...doses.map((dose) => ({ kind: /** @type {const} */ ("dose"), ms: dose.ms, dose, quiet: 0 })),
    ...marks.map((mark) => ({ kind: /** @type {const} */ ("mark"), ms: mark.ms, mark, quiet: 0 })),
    ...tasks.map((task) => ({ kind: /** @type {const} */ ("task"), ms: task.ms, task, quiet: 0 })),
    ...daily(series.flatMap(({ points }) => points)),
  ].filter(({ ms }) => ms >= shown.from && ms <= shown.to);
  rows.sort((a, b) => b.ms - a.ms);
  let after = Number.NaN;
  for (const row of rows) {
    if (row.kind !== "mark" && row.kind !== "dose") continue;
    const days = Math.floor((after - row.ms) / DAY_MS);
    row.quiet = days >= QUIET_DAYS ? days : 0;
    after = row.ms;
  }
  return rows;
}

/** @param {ChartPoint[]} points @returns {Row[]} */
function daily(points) {
  /** @type {Map<number, ChartPoint[]>} */
  const days = new Map();
  for (const point of points) {
    const day = Math.floor(point.ms / DAY_MS);
    days.set(day, [...(days.get(day) ?? []), point]);
  }
  return [...days.values()].map((own) => {
    const ms = own.reduce((last, point) => Math.max(last, point.ms), 0);
    return { kind: "points", ms, points: own, quiet: 0 };
  });
}
