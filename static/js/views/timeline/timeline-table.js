/** The timeline as a table, drawn when it is opened. */

import { html, nothing } from "lit-html";
import { each, inTable } from "../../components/rows.js";
import { whenWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { scoreLine } from "../shared/score-names.js";

/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { View } from "./timeline-data.js" */

const COLUMNS = ["date", "phase", "dose", "title", "state"];

/**
 * @param {Timeline} timeline
 * @param {View} view
 * @param {number} rows  how many are drawn, newest first; 0 while it is closed
 * @param {(more: boolean) => void} show  more rows, or none
 */
export function timelineTable({ entries, dosings }, view, rows, show) {
  const number = new Map(dosings.map((dose) => [dose.id, dose.number]));
  const shown = rows ? entries.slice(-rows).reverse() : [];
  const toggled = (/** @type {Event} */ event) => {
    const { open } = /** @type {HTMLDetailsElement} */ (event.target);
    if (open !== rows > 0) show(open);
  };
  return html`<details class="as-table" @toggle=${toggled} data-testid="as-table">
    <summary>${t("chart.table")}</summary>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${t("chart.table")}>
      <table>
        <thead>
          <tr>
            ${COLUMNS.map((name) => html`<th scope="col">${t(`chart.table.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${each(shown, (entry) => row(entry, view, number.get(entry.dosing ?? "")), inTable)}
        </tbody>
      </table>
      ${
        shown.length < entries.length && rows
          ? html`<button class="btn quiet" @click=${() => show(true)}>${t("chart.table.more")}</button>`
          : nothing
      }
    </div>
  </details>`;
}

/** @param {EntrySummary} entry @param {View} view @param {number|undefined} dose */
function row(entry, view, dose) {
  const { kind, title } = entry;
  const what = kind === "entry" ? title || t("entry.untitled") : scoreLine(entry);
  return html`<tr>
    <td>${capital(whenWords(entry.happened))}</td>
    <td>${t(`phase.${entry.phase}`)}</td>
    <td>${dose ?? nothing}</td>
    <td><a dir="auto" href=${view.href(entry)}>${what}</a></td>
    <td>${kind === "entry" ? view.state(entry) : nothing}</td>
  </tr>`;
}
