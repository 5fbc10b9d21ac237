/**
 * One measure on its own axis: a plain line, its bands in words, dosing sessions marked. By date, or by the days since the dose before.
 * It is a picture beside a sentence and a table that say the same.
 */

import { html, nothing, svg } from "lit-html";
import { DAY_MS, pieces, scaleOf, ticksOf } from "./timeline-scale.js";

/**
 * @typedef {object} MeasureChart  all words ready-made
 * @property {string} label
 * @property {string} scroll   name of the area that scrolls
 * @property {number} min
 * @property {number} max
 * @property {{from: number, name: string}[]} bands
 * @property {number} gapDays  points further apart are not joined
 * @property {{ms: number, value: number}[]} points  by time
 * @property {{ms: number, number: number}[]} doses  by time
 * @property {(ms: number) => string} day
 * @property {string} day0     under the zero of days since a dose
 */

const HEAD = 34;
const FOOT = 30;
const EDGE = 26;
/** Pixels that a letter of a band's name takes, about: the names stand before the line and not under it. */
const LETTER = 6.6;
/** Days since a dose that are drawn at most. */
const SINCE = 28;

/** @param {MeasureChart} chart @param {boolean} byDose @param {number} room pixels @returns {import("lit-html").TemplateResult} */
export function measureChart(chart, byDose, room) {
  const plot = Math.max(chart.bands.length * 40, 130);
  const height = HEAD + plot + FOOT;
  const y = (/** @type {number} */ value) =>
    HEAD + plot - ((value - chart.min) / (chart.max - chart.min)) * plot;
  const drawn = byDose ? sinceDose(chart, y, room) : byDate(chart, y, height, room);
  return html`<figure class="measure-figure">
    <div class="chart-scroll" tabindex=${drawn.width > room ? "0" : nothing} role=${drawn.width > room ? "group" : nothing}
      aria-label=${drawn.width > room ? chart.scroll : nothing}>
      <svg class="chart" role="img" aria-label=${chart.label} width=${drawn.width} height=${height}>
        ${bands(chart, y, drawn.width)} ${drawn.lines}
      </svg>
    </div>
  </figure>`;
}

/** @param {MeasureChart} chart @param {(value: number) => number} y @param {number} height @param {number} room */
function byDate({ points, doses, gapDays, day, bands }, y, height, room) {
  const start = gutter(bands);
  const times = [...points, ...doses].map(({ ms }) => ms);
  const scale = scaleOf(Math.min(...times), Math.max(...times), room - start, EDGE);
  const x = (/** @type {number} */ ms) => start + scale.x(ms);
  const ticks = ticksOf(scale).filter((ms) => scale.x(ms) > 20 && scale.x(ms) < scale.width - 20);
  const lines = svg`
    ${ticks.map((ms) => svg`<text text-anchor="middle" x=${x(ms)} y=${height - 8}>${day(ms)}</text>`)}
    ${doses.map(
      ({
        ms,
        number,
      }) => svg`<g class="dose"><path class="stem" d=${`M${x(ms)} 24V${height - FOOT}`} />
        <circle cx=${scale.x(ms)} cy="13" r="11" />
        <text class="count" text-anchor="middle" x=${scale.x(ms)} y="17.500">${number}</text></g>`,
    )}
    ${series(points, gapDays, x, y)}`;
  return { width: start + scale.width, lines };
}

/** @param {MeasureChart} chart @param {(value: number) => number} y @param {number} room one line a dose, all from the same zero */
function sinceDose({ points, doses, gapDays, day0, bands, max, min }, y, room) {
  const start = gutter(bands) + EDGE;
  const foot = y(min) + FOOT - 8;
  const own = doses.map(({ ms, number }, index) => {
    const end = doses[index + 1]?.ms ?? ms + (SINCE + 1) * DAY_MS;
    const found = points.filter((point) => point.ms >= ms && point.ms < end);
    return { number, points: found.map(({ ms: at, value }) => ({ ms: at - ms, value })) };
  });
  const last = Math.max(7, ...own.flatMap(({ points }) => points.map(({ ms }) => ms / DAY_MS)));
  const x = (/** @type {number} */ ms) => start + (ms / DAY_MS / last) * (room - start - EDGE);
  const days = [0, 7, 14, 21, 28].filter((one) => one <= last);
  const lines = svg`<path class="zero" d=${`M${x(0)} ${y(max)}V${y(min)}`} />
    ${days.map((one) => svg`<text text-anchor="middle" x=${x(one * DAY_MS)} y=${foot}>${one ? `+${one}` : day0}</text>`)}
    ${own.map(({ number, points: line }) => series(line, gapDays, x, y, number))}`;
  return { width: room, lines };
}

/**
 * @param {{ms: number, value: number}[]} points
 * @param {number} gapDays
 * @param {(ms: number) => number} x
 * @param {(value: number) => number} y
 * @param {number} [dose]  number that stands in every point
 */
function series(points, gapDays, x, y, dose) {
  const at = (/** @type {{ms: number, value: number}} */ { ms, value }) =>
    `${x(ms).toFixed(1)} ${y(value).toFixed(1)}`;
  return svg`<g class="series measure">
    ${pieces(points, gapDays).map((line) => svg`<path class="course" d=${`M${line.map(at).join("L")}`} />`)}
    ${points.map(
      (
        point,
      ) => svg`${dose === undefined ? svg`<circle class="point" cx=${x(point.ms)} cy=${y(point.value)} r="4.5" />` : doseMark(x(point.ms), y(point.value), dose)}
        <text class="value" text-anchor="middle" x=${x(point.ms)} y=${y(point.value) - (dose ? 15 : 9)}>${point.value}</text>`,
    )}
  </g>`;
}

/** @param {{name: string}[]} bands @returns {number} pixels before the line */
function gutter(bands) {
  return bands.length ? 8 + LETTER * Math.max(...bands.map(({ name }) => name.length)) : 0;
}

/** @param {number} x @param {number} y @param {number} number */
function doseMark(x, y, number) {
  return svg`<g class="dose"><circle cx=${x} cy=${y} r="11" />
    <text class="count" text-anchor="middle" x=${x} y=${y + 4.5}>${number}</text></g>`;
}

/** @param {MeasureChart} chart @param {(value: number) => number} y @param {number} width */
function bands({ bands: all, max }, y, width) {
  return all.map(({ from, name }, index) => {
    const [top, bottom] = [y(all[index + 1]?.from ?? max), y(from)];
    return svg`${index % 2 ? svg`<rect class="band" x="0" width=${width} y=${top} height=${bottom - top} />` : nothing}
      <text class="band-name" x="4" y=${(top + bottom) / 2 + 4}>${name}</text>`;
  });
}
