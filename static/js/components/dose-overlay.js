/**
 * Doses laid over one another: one line a dose, day 0 of all below each other, so that the days after one dose can be read against
 * the days after another.
 */

import { html, nothing, svg } from "lit-html";
import { DAY_MS, stacked } from "./timeline-scale.js";

/** @import { ChartData, ChartDose, ChartMark } from "./timeline-types.js" */

const WIDTH = 640;
const START = 92;
const TOP = 40;
const ROOM = 15;
/** Days shown before and, at the least and at the most, after a dose. */
const BEFORE = 3;
const AFTER = [7, 28];

/**
 * @param {ChartData} data
 * @param {{dose: string, label: string}} words  under the zero of the axis; name of the whole
 */
export function doseOverlay(data, words) {
  const after = daysAfter(data);
  const x = (/** @type {number} */ days) =>
    START + ((days + BEFORE) * (WIDTH - START - 12)) / (BEFORE + after);
  let top = TOP;
  const rows = data.doses.map((dose) => {
    const marks = data.marks
      .filter((mark) => mark.dose === dose.id)
      .map((mark) => ({ ...mark, days: (mark.ms - dose.ms) / DAY_MS }))
      .filter(({ days }) => days >= -BEFORE && days <= after)
      .map((mark) => ({ ...mark, x: x(mark.days) }));
    const { placed, levels } = stacked(marks, ROOM);
    const row = { dose, placed, top, height: 30 + (levels - 1) * ROOM };
    top += row.height;
    return row;
  });
  const days = Array.from({ length: BEFORE + after + 1 }, (_, index) => index - BEFORE);
  const step = after > 14 ? 7 : after > 9 ? 2 : 1;
  return html`<svg class="chart overlay" role="group" aria-label=${words.label} viewBox=${`0 0 ${WIDTH} ${top + 8}`}>
    <path class="zero" d=${`M${x(0)} ${TOP - 14}V${top}`} />
    ${days
      .filter((day) => day % step === 0)
      .map(
        (day) =>
          svg`<text class=${day ? "" : "zero-word"} text-anchor="middle" x=${x(day)} y="18">${day > 0 ? `+${day}` : day || words.dose}</text>`,
      )}
    ${rows.map(
      ({ dose, placed, top: y, height }) => svg`<g>
      <path class="rule" d=${`M0 ${y + height - 2}H${WIDTH}`} />
      ${doseLabel(dose, y)}
      ${placed.map((mark) => markLink(mark, y + 14 + mark.level * ROOM, data.selected))}
    </g>`,
    )}
  </svg>`;
}

/** @param {ChartData} data @returns {number} so that what belongs to the doses is seen, within reason */
function daysAfter({ doses, marks }) {
  const [least = 7, most = 28] = AFTER;
  const start = new Map(doses.map(({ id, ms }) => [id, ms]));
  const days = marks.map(({ dose, ms }) =>
    Math.ceil((ms - (start.get(dose ?? "") ?? ms)) / DAY_MS),
  );
  return Math.min(Math.max(least, ...days.filter((day) => day <= most)), most);
}

/** @param {ChartDose} dose @param {number} y */
function doseLabel({ number, route, about, planned }, y) {
  return svg`<g class=${planned ? "dose planned" : "dose"}>
    <title>${about}</title>
    <circle cx="14" cy=${y + 13} r="11" />
    <text class="count" x="14" y=${y + 17.5} text-anchor="middle">${number}</text>
    <text x="32" y=${y + 17.5}>${route}</text>
  </g>`;
}

/** @param {ChartMark & {x: number}} mark @param {number} y @param {string|null} selected */
function markLink({ id, x, phase, title, about, href, filled }, y, selected) {
  return svg`<a class="mark-link" href=${href} data-phase=${phase} aria-label=${`${title}. ${about()}`}
      aria-current=${id === selected ? "true" : nothing}>
    <title>${title}</title>
    <circle class="reach" cx=${x} cy=${y} r="11" />
    ${id === selected ? svg`<circle class="halo" cx=${x} cy=${y} r="10" />` : nothing}
    <circle class=${filled ? "filled" : "open"} cx=${x} cy=${y} r=${filled ? 6 : 5} />
  </a>`;
}
