/** The timeline as it stands on a screen: lines on a desk, a list on a phone, and the same as a table for whoever prefers one. */

import { html, nothing } from "lit-html";
import { doseOverlay } from "../components/dose-overlay.js";
import "../components/timeline-chart.js";
import { timelineList } from "../components/timeline-list.js";
import { dayOf, dayWords, timeWords, whenWords } from "../ui/dates.js";
import { capital, t } from "../ui/i18n.js";
import { chartData } from "./timeline-data.js";

/** @import { Dosing, Timeline } from "../vault/types.js" */
/** @import { Measure } from "./content.js" */
/** @import { View } from "./timeline-data.js" */

/**
 * @param {object} options
 * @param {Timeline} options.timeline
 * @param {Measure[]} options.measures
 * @param {View} options.view
 * @param {string} options.legend
 * @param {boolean} options.overlaid   doses over one another instead of dates
 */
export function timelineView({ timeline, measures, view, legend, overlaid }) {
  if (timeline.entries.length + timeline.dosings.length === 0) {
    return html`<p class="empty">${t("chart.empty")}</p>`;
  }
  const data = chartData(timeline, measures, view);
  const words = {
    quiet: (/** @type {number} */ n) => t("chart.quiet", { n }),
    dose: (/** @type {string} */ id) => doseItem(timeline.dosings, id),
  };
  return html`<div class="desk-only">
      ${
        overlaid
          ? doseOverlay(data, { dose: t("chart.day0"), label: data.label })
          : html`<timeline-chart .data=${data}></timeline-chart>`
      }
      <p class="soft small legend">${legend} ${overlaid ? nothing : t("chart.gaps")}</p>
    </div>
    <div class="phone-only">${timelineList(data, words)}</div>
    ${table(timeline, view)}`;
}

/** @param {Dosing[]} dosings @param {string} id @returns {{title: string, about: string}} */
function doseItem(dosings, id) {
  const dose = dosings.find((one) => one.id === id);
  if (!dose) return { title: "", about: "" };
  const said = [t(`route.${dose.route}`), timeWords(dose.happened)];
  return {
    title: t("chart.doseOn", { n: dose.number, day: dayWords(dayOf(dose.happened)) }),
    about: said.join(" · "),
  };
}

/** @param {boolean} overlaid @param {(overlaid: boolean) => void} choose */
export function viewSwitch(overlaid, choose) {
  const segment = (/** @type {boolean} */ value, /** @type {string} */ label) => html`<button
    aria-pressed=${String(overlaid === value)}
    @click=${() => choose(value)}
  >
    ${label}
  </button>`;
  return html`<div class="segments desk-only" role="group" aria-label=${t("chart.view")}>
    ${segment(false, t("chart.byDate"))}${segment(true, t("chart.byDose"))}
  </div>`;
}

/** @param {Timeline} timeline @param {View} view */
function table({ entries, dosings }, view) {
  const number = new Map(dosings.map((dose) => [dose.id, dose.number]));
  return html`<details class="as-table">
    <summary>${t("chart.table")}</summary>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${t("chart.table")}>
      <table>
        <thead>
          <tr>
            ${["date", "phase", "dose", "title", "state"].map((name) => html`<th scope="col">${t(`chart.table.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            (entry) => html`<tr>
              <td>${capital(whenWords(entry.happened))}</td>
              <td>${t(`phase.${entry.phase}`)}</td>
              <td>${number.get(entry.dosing ?? "") ?? ""}</td>
              <td>
                ${
                  entry.kind === "entry"
                    ? html`<a href=${view.href(entry)}>${entry.title || t("entry.untitled")}</a>`
                    : t("entry.measure", { name: entry.instrument, n: entry.total ?? 0 })
                }
              </td>
              <td>${entry.kind === "entry" ? view.state(entry) : ""}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
