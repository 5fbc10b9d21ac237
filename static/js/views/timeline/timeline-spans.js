/** Which stretch of a timeline is looked at: a course, what came since the last meeting, everything, or where one has scrolled to. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { DAY_MS, widened } from "../../components/timeline/scale.js";
import { courseSpans } from "../../domain/timeline-windows.js";
import { t } from "../../ui/i18n.js";
import { day } from "./timeline-data.js";

/** @import { Span } from "../../components/timeline/scale.js" */
/** @import { Timeline } from "../../domain/timelines.js" */

/** @typedef {{id: string, label: string, span: Span}} Choice */

/** Days that are shown at the least. */
const LEAST_DAYS = 14;

/**
 * @param {Timeline} timeline
 * @param {Span} whole
 * @param {{names: Map<string, string>, meeting: number|null, now: number}} given  names of courses by id
 * @returns {Choice[]} the whole last
 */
export function choicesOf({ dosings, entries }, whole, { names, meeting, now }) {
  const spans = courseSpans(dosings, entries, now).reverse();
  const courses = spans.map(({ course, from, to }, index) => ({
    id: index === 0 ? "course" : `course:${from}`,
    label: names.get(course ?? "") || t("span.course", { from: day(from), to: day(to) }),
    span: padded({ from, to }),
  }));
  const since = meeting !== null && {
    id: "meeting",
    label: t("span.meeting", { day: day(meeting) }),
    span: padded({ from: meeting, to: Math.max(now, meeting) }),
  };
  const all = { id: "all", label: t("span.all"), span: widened(whole, LEAST_DAYS) };
  return [...courses, ...(since ? [since] : []), all];
}

/** @param {Span} span */
function padded({ from, to }) {
  return widened({ from: from - DAY_MS, to: to + 1.5 * DAY_MS }, LEAST_DAYS);
}

/**
 * @param {Choice[]} choices
 * @param {string} chosen  id, or "own"
 * @param {{choose: (id: string) => void, zoom: ((factor: number) => void)|null}} act  zoom: null where there is nothing to scroll
 */
export function spanControls(choices, chosen, { choose, zoom }) {
  const isOwn = chosen === "own";
  const zoomButton = (
    /** @type {number} */ factor,
    /** @type {string} */ name,
    /** @type {string} */ drawing,
  ) =>
    html`<button class="btn quiet round" aria-label=${name} title=${name} data-testid=${`zoom-${drawing}`} @click=${() => zoom?.(factor)}>
      ${icon(drawing)}
    </button>`;
  return html`<div class="line span-controls">
    <label class="line small"
      ><span class="soft">${t("span.show")}</span>
      <select autocomplete="off" data-testid="span" @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${choices.map(({ id, label }) => html`<option value=${id} ?selected=${id === chosen} .selected=${id === chosen}>${label}</option>`)}
        ${isOwn ? html`<option value="own" .selected=${true}>${t("span.own")}</option>` : nothing}
      </select>
    </label>
    ${zoom ? html`<span class="line zooms">${zoomButton(2, t("span.wider"), "minus")}${zoomButton(0.5, t("span.closer"), "plus")}</span>` : nothing}
  </div>`;
}
