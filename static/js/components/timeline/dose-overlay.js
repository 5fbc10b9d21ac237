/**
 * Doses laid over one another: day 0 of all below each other, so that the days after one dose can be read against the days after
 * another. Entries stand on a line a dose; measures have one line for each, with the dose's number in every point. One stop for Tab, and
 * arrow keys as on the timeline by date.
 */

import { html, nothing, svg } from "lit-html";
import { isolated } from "../../ui/i18n.js";
import { bandNames, bandsDrawn, mark } from "./drawing.js";
import { routeGlyph } from "./glyphs.js";
import { stepFrom } from "./keys.js";
import { COUNT, fitted, ROOM, TITLE, yOf } from "./layout.js";
import { clear, crowd } from "./room.js";
import { DAY_MS, pieces } from "./scale.js";

/** @import { Spot } from "./room.js" */
/** @import { ChartData, ChartDose, ChartMark, ChartPoint, ChartSeries } from "./types.js" */

const WIDTH = 760;
const GUTTER = 150;
const EDGE = 22;
const TOP = 40;
/** There is nothing closer to look at here: what came up on the day of a dose stands below one another. */
const LEVELS = 8;
/** Days shown before and, at the least and at the most, after a dose. */
const BEFORE = 3;
const AFTER = { least: 7, most: 28 };
/** Pixels of a number in a circle. */
export const DISC = 19;

/** @typedef {(days: number) => number} Across */

/**
 * @param {ChartData} data
 * @param {Set<number>} off  numbers of doses that are left out
 * @param {{dose: string, label: string}} words  under the zero of the axis; name of the whole
 */
export function doseOverlay(data, off, words) {
  const doses = data.doses.filter(({ number }) => !off.has(number));
  const after = daysAfter(data);
  const x = (/** @type {number} */ days) =>
    GUTTER + EDGE + ((days + BEFORE) * (WIDTH - GUTTER - 2 * EDGE)) / (BEFORE + after);
  let top = TOP;
  const rows = doses.map((dose) => {
    const row = rowOf(dose, data, after, x, top);
    top = row.bottom;
    return row;
  });
  const plots = data.series.map((series) => {
    const plot = plotOf(series, doses, data, after, x, top + 6);
    top = plot.bottom;
    return plot;
  });
  return html`<svg class="chart overlay" role="group" aria-label=${words.label} viewBox=${`0 0 ${WIDTH} ${top + 8}`} @keydown=${walk}>
    ${plots.map((plot) => plotBands(plot))}
    <path class="zero" d=${`M${x(0)} ${TOP - 14}V${top}`} />
    ${daysOf(after).map(
      (day) =>
        svg`<text class=${day ? "" : "zero-word"} text-anchor="middle" x=${x(day)} y="16">${daySign(day) || words.dose}</text>`,
    )}
    ${rows.map((row, index) => doseRow(row, data.selected, index ? -1 : 0))}
    ${plots.map((plot) => plotLines(plot))}
  </svg>`;
}

/** @param {number} day */
function daySign(day) {
  if (day === 0) return "";
  return day > 0 ? `+${day}` : `−${-day}`;
}

/** @param {number} after @returns {number[]} days that are written */
function daysOf(after) {
  const step = after > 14 ? 7 : after > 9 ? 2 : 1;
  const all = Array.from({ length: BEFORE + after + 1 }, (_, index) => index - BEFORE);
  return all.filter((day) => day % step === 0);
}

/** @param {ChartData} data @returns {number} so that what belongs to the doses is seen, within reason */
function daysAfter({ doses, marks }) {
  const start = new Map(doses.map(({ id, ms }) => [id, ms]));
  const days = marks
    .map(({ dose, ms }) => Math.ceil((ms - (start.get(dose ?? "") ?? ms)) / DAY_MS))
    .filter((day) => day <= AFTER.most);
  return days.reduce((most, day) => Math.max(most, day), AFTER.least);
}

/** @param {ChartDose} dose @param {ChartData} data @param {number} after @param {Across} x @param {number} top */
function rowOf(dose, { marks, words }, after, x, top) {
  const own = marks
    .filter((mark) => mark.dose === dose.id)
    .map((mark) => ({ ...mark, days: (mark.ms - dose.ms) / DAY_MS }))
    .filter(({ days }) => days >= -BEFORE && days <= after)
    .map((mark) => ({ ...mark, x: x(mark.days) }));
  const { spots, levels } = crowd(own, ROOM, COUNT, LEVELS);
  return { dose, spots, words, top, bottom: top + 30 + (levels - 1) * ROOM };
}

/** @param {ReturnType<typeof rowOf>} row @param {string|null} selected @param {0|-1} stop  0: Tab leads to this dose */
function doseRow({ dose, spots, words, top, bottom }, selected, stop) {
  const middle = (top + bottom) / 2 - 1;
  return svg`<g data-row data-testid="dose-row">
    <path class="rule" d=${`M0 ${bottom - 1}H${WIDTH}`} />
    <a class="spot-link" href=${dose.href} tabindex=${stop} aria-label=${`${dose.title}. ${dose.about()}`}>
      <g class=${dose.planned ? "dose planned" : "dose"}>
        <circle class="reach" cx="14" cy=${middle} r="14" />
        <circle class="disc" cx="14" cy=${middle} r="11" />
        <text class="count" x="14" y=${middle + 4.5} text-anchor="middle">${dose.number}</text>
        ${routeGlyph(dose.route, 40, middle)}
      </g>
    </a>
    ${spots.map((spot) => rowSpot(spot, top + 14 + spot.level * ROOM, selected, words))}
  </g>`;
}

/** @param {Spot<ChartMark>} spot @param {number} y @param {string|null} selected @param {ChartData["words"]} words */
function rowSpot({ x, things }, y, selected, words) {
  const [first, last] = [things[0], things.at(-1)];
  if (!first || !last) return nothing;
  if (things.length > 1) {
    return svg`<g role="img" aria-label=${words.entries(things.length, first.ms, last.ms)}>
      <rect class="pill" x=${x - 13.5} y=${y - 9} width="27" height="18" rx="9" />
      <text class="many" x=${x} y=${y + 4} text-anchor="middle">${things.length}</text></g>`;
  }
  const { id, phase, title, about, href } = first;
  return svg`<a class="spot-link" href=${href} tabindex="-1" data-phase=${phase} aria-label=${`${isolated(title)}. ${about()}`}
      aria-current=${id === selected ? "true" : nothing}>
    <title>${title}</title>
    ${mark(first, x, y, selected)}
  </a>`;
}

/** @param {ChartSeries} series @param {ChartDose[]} doses @param {ChartData} data @param {number} after @param {Across} x @param {number} top */
function plotOf(series, doses, data, after, x, top) {
  const plot = series.bands.length ? Math.max(series.bands.length * 22, 72) : 56;
  const box = { series, top, plotTop: top + TITLE, plot, bottom: top + TITLE + plot + 14 };
  const lines = doses.map((dose) => {
    const end = data.doses[data.doses.indexOf(dose) + 1]?.ms ?? Number.POSITIVE_INFINITY;
    const points = series.points
      .filter(({ ms }) => ms >= dose.ms && ms < end && ms - dose.ms <= after * DAY_MS)
      .map((point) => ({
        ...point,
        x: x((point.ms - dose.ms) / DAY_MS),
        y: yOf(box, point.value),
      }));
    return { dose, points };
  });
  return { ...box, lines };
}

/** @param {ReturnType<typeof plotOf>} plot */
function plotBands(plot) {
  return svg`<path class="rule" d=${`M0 ${plot.top}H${WIDTH}`} />
    <text class="plot-name" x="2" y=${plot.top + TITLE - 7}>${fitted(plot.series.label, WIDTH - 8)}</text>
    ${bandsDrawn(plot, { from: GUTTER, to: WIDTH })} ${bandNames(plot, GUTTER)}`;
}

/** @param {ReturnType<typeof plotOf>} plot */
function plotLines({ series, lines }) {
  const kind = series.bands.length ? "series measure" : "series rating";
  // The last dose is what one came for: where numbers have no room, the others are points.
  const numbered = clear(
    lines.toReversed().flatMap(({ points }) => points),
    DISC,
  );
  return svg`<g class=${kind} data-row>
    ${lines.map(({ points }) => pieces(points, series.gapDays).map((line) => svg`<path class="course" d=${`M${line.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`} />`))}
    ${lines.map(({ dose, points }) => points.map((point) => linePoint(dose, point, numbered.has(point))))}
  </g>`;
}

/** @param {ChartDose} dose @param {ChartPoint & {x: number, y: number}} point @param {boolean} isNumbered */
function linePoint(dose, { x, y, href, title, about }, isNumbered) {
  return svg`<a class="spot-link" href=${href} tabindex="-1" aria-label=${`${dose.title}. ${isolated(title)}. ${about()}`}>
    <title>${title}</title>
    <circle class="reach" cx=${x} cy=${y} r="11" />
    ${isNumbered ? smallSign(x, y, dose.number) : svg`<circle class="point" cx=${x} cy=${y} r="3" />`}
  </a>`;
}

/** @param {number} x @param {number} y @param {number} number of a dose, in a point of its line */
export function smallSign(x, y, number) {
  return svg`<g class="dose"><circle class="disc" cx=${x} cy=${y} r="8.5" /><text class="count small-count" text-anchor="middle" x=${x} y=${y + 3.75}>${number}</text></g>`;
}

/** Goes on with the arrow keys from what Tab leads to, the first dose. @param {KeyboardEvent} event */
function walk(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [.../** @type {Element} */ (event.currentTarget).querySelectorAll("[data-row]")].map(
    (row) =>
      [...row.querySelectorAll("a")]
        .map((link) => ({ link, x: link.getBoundingClientRect().x }))
        .sort((one, other) => one.x - other.x),
  );
  const from = /** @type {Element} */ (event.target).closest("a");
  const here = rows.flat().find(({ link }) => link === from);
  const next = here && stepFrom(rows, here, event.key);
  if (!next) return;
  next.link.focus();
  event.preventDefault();
}
