/**
 * One measure on its own axis: a plain line, its bands in words, dosing sessions marked. By date, or by the days since the dose before.
 * It is a picture beside a sentence and a table that say the same, and always fits its room.
 */

import { html, nothing, svg } from "lit-html";
import { textWidth } from "./text-width.js";
import { DAY_MS, pieces, ticksOf } from "./timeline/scale.js";

/**
 * @typedef {{ms: number, value: number}} Point
 *
 * @typedef {object} MeasureChart  all words ready-made
 * @property {string} label
 * @property {number} min
 * @property {number} max
 * @property {{from: number, name: string}[]} bands
 * @property {number} gapDays  points further apart are not joined
 * @property {Point[]} points  by time
 * @property {{ms: number, number: number}[]} doses  by time
 * @property {(ms: number) => string} day
 * @property {string} day0     under the zero of days since a dose
 *
 * @typedef {{x: (ms: number) => number, y: (value: number) => number}} Axes
 */

const HEAD = 34;
const FOOT = 30;
const EDGE = 22;
/** Days since a dose that are drawn at most. */
const SINCE = 28;
/** Pixels between two numbers in circles, at the least; of more points than these only the ends have their number. */
const MARK_ROOM = 23;
const MOST_VALUES = 14;

/** @param {MeasureChart} chart @param {boolean} byDose @param {number} room pixels */
export function measureChart(chart, byDose, room) {
  const { bands, min, max, label } = chart;
  const plot = Math.max(bands.length * 40, 130);
  // The names stand before the line and not under it.
  const start = EDGE + (bands.length ? widest(bands) - EDGE / 2 : 0);
  const y = (/** @type {number} */ value) => HEAD + plot - ((value - min) / (max - min)) * plot;
  const height = HEAD + plot + FOOT;
  const lines = byDose ? sinceDose(chart, y, start, room) : byDate(chart, y, start, room);
  return html`<figure class="measure-figure">
    <svg class="chart" role="img" aria-label=${label} viewBox=${`0 0 ${room} ${height}`} width=${room} height=${height}>
      ${bandsDrawn(chart, y, room)} ${lines}
    </svg>
  </figure>`;
}

/** @param {{name: string}[]} bands @returns {number} pixels */
function widest(bands) {
  return Math.max(...bands.map(({ name }) => textWidth(name)));
}

/** @param {MeasureChart} chart @param {(value: number) => number} y @param {number} start @param {number} room */
function byDate({ points, doses, gapDays, day, min }, y, start, room) {
  const times = [...points, ...doses].map(({ ms }) => ms);
  const [from, last] = [Math.min(...times), Math.max(...times)];
  const to = Math.max(last, from + 7 * DAY_MS);
  const perDay = (room - start - EDGE) / ((to - from) / DAY_MS);
  const x = (/** @type {number} */ ms) => start + ((ms - from) / DAY_MS) * perDay;
  const half = (/** @type {number} */ ms) => textWidth(day(ms)) / 2;
  const isWhole = (/** @type {number} */ ms) => x(ms) >= half(ms) && x(ms) + half(ms) <= room;
  const ticks = ticksOf({ from, to, perDay }).filter(isWhole);
  return svg`${ticks.map((ms) => svg`<text text-anchor="middle" x=${x(ms)} y=${y(min) + FOOT - 8}>${day(ms)}</text>`)}
    ${doses.map(({ ms }) => svg`<path class="stem" d=${`M${x(ms)} 24V${y(min)}`} />`)}
    ${apart(doses, x).map(({ ms, number }) => doseMark(x(ms), 13, number))}
    ${series(points, gapDays, { x, y })}`;
}

/** Those that do not cover the one before. @template {{ms: number}} M @param {M[]} marks @param {(ms: number) => number} x @returns {M[]} */
function apart(marks, x) {
  let last = -Infinity;
  return marks.filter(({ ms }) => {
    const isFree = x(ms) - last >= MARK_ROOM;
    if (isFree) last = x(ms);
    return isFree;
  });
}

/** One line a dose, all from the same zero. @param {MeasureChart} chart @param {(value: number) => number} y @param {number} start @param {number} room */
function sinceDose({ points, doses, gapDays, day0, max, min }, y, start, room) {
  const own = doses.map(({ ms, number }, index) => {
    const end = doses[index + 1]?.ms ?? ms + (SINCE + 1) * DAY_MS;
    const found = points.filter((point) => point.ms >= ms && point.ms < end);
    return { number, points: found.map(({ ms: at, value }) => ({ ms: at - ms, value })) };
  });
  const last = Math.max(7, ...own.flatMap(({ points }) => points.map(({ ms }) => ms / DAY_MS)));
  const x = (/** @type {number} */ ms) => start + (ms / DAY_MS / last) * (room - start - EDGE);
  const days = [0, 7, 14, 21, 28].filter((one) => one <= last);
  return svg`<path class="zero" d=${`M${x(0)} ${y(max)}V${y(min)}`} />
    ${days.map((one) => svg`<text text-anchor="middle" x=${x(one * DAY_MS)} y=${y(min) + FOOT - 8}>${one ? `+${one}` : day0}</text>`)}
    ${own.map(({ number, points: line }) => series(line, gapDays, { x, y }, number))}`;
}

/** @param {Point[]} points @param {number} gapDays @param {Axes} axes @param {number} [dose] number that stands in every point */
function series(points, gapDays, { x, y }, dose) {
  const at = (/** @type {Point} */ { ms, value }) => `${x(ms).toFixed(1)} ${y(value).toFixed(1)}`;
  const isCrowded = points.length > MOST_VALUES;
  return svg`<g class="series measure">
    ${pieces(points, gapDays).map((line) => svg`<path class="course" d=${`M${line.map(at).join("L")}`} />`)}
    ${points.map((point, index) => {
      const [left, top] = [x(point.ms), y(point.value)];
      const isNamed = !isCrowded || index === 0 || index === points.length - 1;
      return svg`${dose ? doseMark(left, top, dose) : svg`<circle class="point" cx=${left} cy=${top} r="4.5" />`}
        ${isNamed ? svg`<text class="value" text-anchor="middle" x=${left} y=${top - (dose ? 15 : 9)}>${point.value}</text>` : nothing}`;
    })}
  </g>`;
}

/** @param {number} x @param {number} y @param {number} number */
function doseMark(x, y, number) {
  return svg`<g class="dose"><circle cx=${x} cy=${y} r="11" />
    <text class="count" text-anchor="middle" x=${x} y=${y + 4.5}>${number}</text></g>`;
}

/** @param {MeasureChart} chart @param {(value: number) => number} y @param {number} room */
function bandsDrawn({ bands, max }, y, room) {
  return bands.map(({ from, name }, index) => {
    const [top, bottom] = [y(bands[index + 1]?.from ?? max), y(from)];
    return svg`${index % 2 ? svg`<rect class="band" x="0" width=${room} y=${top} height=${bottom - top} />` : nothing}
      <text class="band-name" x="4" y=${(top + bottom) / 2 + 4}>${name}</text>`;
  });
}
