/** The timeline of a phone: time runs down the side, newest first, and stretches where nothing was written say so. */

import { html, nothing } from "lit-html";
import { DAY_MS } from "./timeline-scale.js";

/** @import { ChartData, ChartDose, ChartMark } from "./timeline-types.js" */

/** A stretch without entries is named from so many days on. */
const QUIET_DAYS = 4;

/**
 * @param {ChartData} data
 * @param {number} most  so many of the newest
 * @param {{quiet: (days: number) => string, dose: (id: string) => {title: string, about: string}}} words
 */
export function timelineList(data, most, words) {
  const things = [
    ...data.doses.map((dose) => ({ ms: dose.ms, dose, mark: null })),
    ...data.marks.map((mark) => ({ ms: mark.ms, dose: null, mark })),
  ];
  things.sort((a, b) => b.ms - a.ms);
  things.length = Math.min(things.length, most);
  return html`<ol class="time-list">
    ${things.map(({ ms, dose, mark }, index) => {
      const after = things[index - 1];
      const quiet = after ? Math.floor((after.ms - ms) / DAY_MS) : 0;
      return html`${quiet >= QUIET_DAYS ? html`<li class="gap">${words.quiet(quiet)}</li>` : nothing}
        ${dose ? doseItem(dose, words.dose(dose.id)) : nothing}${mark ? markItem(mark, data.selected) : nothing}`;
    })}
  </ol>`;
}

/** @param {ChartDose} dose @param {{title: string, about: string}} words */
function doseItem(dose, { title, about }) {
  return html`<li class=${dose.planned ? "at-dose planned" : "at-dose"}>
    <span class="dose-mark" aria-hidden="true">${dose.number}</span>
    <span><b>${title}</b><span class="soft small">${about}</span></span>
  </li>`;
}

/** @param {ChartMark} mark @param {string|null} selected */
function markItem({ id, phase, title, about, href, filled, ring, commented }, selected) {
  const kind = `spot${filled ? " filled" : ""}${ring ? " ring" : ""}${commented ? " said" : ""}`;
  return html`<li data-phase=${phase}>
    <a class="row" href=${href} aria-current=${id === selected ? "true" : nothing} data-testid="mark">
      <span class=${kind} aria-hidden="true"></span>
      <span class="grow"><span class="title">${title}</span><span class="soft small">${about()}</span></span>
    </a>
  </li>`;
}
