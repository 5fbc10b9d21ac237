/**
 * One measure on its own axis: a plain line, its bands in words, dosing sessions marked. By date, or by the days since the dose before.
 * It is a picture beside a sentence and a table that say the same, and always fits its room.
 */

import { html, nothing, svg } from "lit-html";
import { textWidth } from "./text-width.js";
import { DISC, smallSign } from "./timeline/dose-overlay.js";
import { bandNames, bandsDrawn, doseSign, value } from "./timeline/drawing.js";
import { CUT, DOSE_ROOM, DOSES, sideOf, VALUE, yOf } from "./timeline/layout.js";
import { clear, crowd, named } from "./timeline/room.js";
import { DAY_MS, pieces, ticksOf } from "./timeline/scale.js";

/** @import { Box } from "./timeline/layout.js" */

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
 * @typedef {Point & {x: number, y: number}} Placed
 *
 * @typedef {{box: Box, from: number, to: number, foot: number, room: number}} Field  where the line is drawn, in pixels
 */

const HEAD = 34;
const FOOT = 30;
const EDGE = 22;
/** From the middle of a sign of several doses to its end. */
const SIGN = 20;
/** Pixels between two dates. */
const APART = 12;
/** Days since a dose that are drawn at most. */
const SINCE = 28;

/** @param {MeasureChart} chart @param {boolean} byDose @param {number} room pixels */
export function measureChart(chart, byDose, room) {
  const { bands, label } = chart;
  const plot = Math.max(bands.length * 40, 130);
  const box = { series: chart, plotTop: HEAD, plot };
  // The names stand before the line and not under it.
  const side = bands.length ? sideOf([], [chart]) : CUT;
  const foot = HEAD + plot;
  const height = foot + FOOT;
  const field = { box, from: side + EDGE, to: room - EDGE, foot, room };
  return html`<figure class="measure-figure">
    <svg class="chart" role="img" aria-label=${label} viewBox=${`0 0 ${room} ${height}`} width=${room} height=${height}>
      ${bandsDrawn(box, { from: side, to: room })} ${bandNames(box, side)}
      ${byDose ? sinceDose(chart, field) : byDate(chart, field)}
    </svg>
  </figure>`;
}

/** @param {MeasureChart} chart @param {Field} field */
function byDate({ points, doses, gapDays, day }, { box, from: start, to: end, foot, room }) {
  const times = [...points, ...doses].map(({ ms }) => ms);
  const [from, last] = [Math.min(...times), Math.max(...times)];
  const to = Math.max(last, from + 7 * DAY_MS);
  const perDay = (end - start) / ((to - from) / DAY_MS);
  const x = (/** @type {number} */ ms) => start + ((ms - from) / DAY_MS) * perDay;
  const signs = crowd(
    doses.map((dose) => ({ ...dose, x: x(dose.ms) })),
    DOSE_ROOM,
    DOSES,
    1,
  ).spots;
  return svg`${datesOf({ from, to, perDay }, x, day, room).map(({ ms, at }) => dateAt(at, x(ms), foot, day(ms)))}
    ${doses.map(({ ms }) => svg`<path class="stem" d=${`M${x(ms)} 24V${foot}`} />`)}
    ${signs.map((spot) => doseSign({ ...spot, x: Math.min(spot.x, room - SIGN) }, 13))}
    ${series(placed(points, x, box), gapDays, box, null)}`;
}

/**
 * Both ends of the axis, and between them as many dates as have room.
 * @param {{from: number, to: number, perDay: number}} scale
 * @param {(ms: number) => number} x
 * @param {(ms: number) => string} day
 * @param {number} room
 * @returns {{ms: number, at: number}[]} `at`: the middle of its words, which end where the drawing does
 */
function datesOf(scale, x, day, room) {
  /** @type {{ms: number, at: number, half: number}[]} */
  const found = [];
  for (const ms of [scale.from, scale.to, ...ticksOf(scale)]) {
    const half = textWidth(day(ms)) / 2;
    const at = Math.min(x(ms), room - half);
    const isFree = found.every((one) => Math.abs(one.at - at) >= one.half + half + APART);
    if (isFree) found.push({ ms, at, half });
  }
  return found;
}

/** @param {number} at @param {number} x @param {number} foot @param {unknown} words */
function dateAt(at, x, foot, words) {
  return svg`<path class="rule" d=${`M${x} ${foot}v5`} />
    <text text-anchor="middle" x=${at} y=${foot + FOOT - 8}>${words}</text>`;
}

/** One line a dose, all from the same zero. @param {MeasureChart} chart @param {Field} field */
function sinceDose({ points, doses, gapDays, day0 }, { box, from, to, foot }) {
  const own = doses.map(({ ms, number }, index) => {
    const end = doses[index + 1]?.ms ?? ms + (SINCE + 1) * DAY_MS;
    const found = points.filter((point) => point.ms >= ms && point.ms < end);
    return { number, points: found.map(({ ms: at, value }) => ({ ms: at - ms, value })) };
  });
  const last = Math.max(7, ...own.flatMap(({ points }) => points.map(({ ms }) => ms / DAY_MS)));
  const x = (/** @type {number} */ ms) => from + (ms / DAY_MS / last) * (to - from);
  const days = [0, 7, 14, 21, 28].filter((one) => one <= last);
  const lines = own.map(({ number, points: line }) => ({ number, line: placed(line, x, box) }));
  // The last dose is what one came for: where numbers have no room, the others are points.
  const free = clear(
    lines.toReversed().flatMap(({ line }) => line),
    DISC,
  );
  return svg`<path class="zero" d=${`M${x(0)} ${HEAD}V${foot}`} />
    ${days.map((one) => dateAt(x(one * DAY_MS), x(one * DAY_MS), foot, one ? `+${one}` : day0))}
    ${lines.map(({ number, line }) => series(line, gapDays, box, { number, free }))}`;
}

/** @param {Point[]} points @param {(ms: number) => number} x @param {Box} box @returns {Placed[]} */
function placed(points, x, box) {
  return points.map((point) => ({ ...point, x: x(point.ms), y: yOf(box, point.value) }));
}

/** @param {Placed[]} points @param {number} gapDays @param {Box} box @param {{number: number, free: Set<Placed>}|null} dose whose number stands in every point that has room */
function series(points, gapDays, box, dose) {
  const at = (/** @type {Placed} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const written = dose ? dose.free : new Set(numbered(points, box));
  return svg`<g class="series measure">
    ${pieces(points, gapDays).map((line) => svg`<path class="course" d=${`M${line.map(at).join("L")}`} />`)}
    ${points.map((point) => {
      const { x, y } = point;
      const isWritten = written.has(point);
      return svg`${dose && isWritten ? smallSign(x, y, dose.number) : svg`<circle class="point" cx=${x} cy=${y} r=${dose ? 3 : 4.5} />`}
        ${isWritten ? value(box, { x, y, things: [point] }, dose ? 12 : 9) : nothing}`;
    })}
  </g>`;
}

/** A rating is of a day, and its points too near for numbers: there the ends have theirs. @param {Placed[]} points @param {Box} box */
function numbered(points, { series: { bands } }) {
  return bands.length ? named(points, VALUE) : [...points.slice(0, 1), ...points.slice(-1)];
}
