/** The timeline as it stands on a screen: lines on a desk, a list on a phone, and the same as a table for whoever prefers one. */

import { html, nothing } from "lit-html";
import { doseOverlay } from "../components/dose-overlay.js";
import "../components/timeline-chart.js";
import { timelineList } from "../components/timeline-list.js";
import { dayOf, dayWords, timeWords } from "../ui/dates.js";
import { growing } from "../ui/growing.js";
import { t } from "../ui/i18n.js";
import { chartData } from "./timeline-data.js";
import { timelineTable } from "./timeline-table.js";

/** @import { ChartData } from "../components/timeline-types.js" */
/** @import { Dosing, Timeline } from "../vault/types.js" */
/** @import { Measure } from "./content.js" */
/** @import { View } from "./timeline-data.js" */

/** Rows that are drawn at first, and more as one scrolls or asks. */
const STEP = 80;
/** From here on there is room for lines. */
const desk = matchMedia("(width >= 60rem)");

/** Whether doses are laid over one another stays as it was while one goes from person to person. */
let overlaid = false;

/**
 * @param {object} options
 * @param {Measure[]} options.measures
 * @param {View} options.view
 * @param {string} options.legend
 * @param {() => void} options.draw
 */
export function timelineView({ measures, view, legend, draw }) {
  const grown = growing(STEP, draw);
  /** @type {{timeline: Timeline, data: ChartData}|null} */
  let made = null;
  let tableRows = 0;
  desk.addEventListener("change", draw);

  /** @param {Timeline} timeline */
  function dataOf(timeline) {
    if (made?.timeline !== timeline) {
      made = { timeline, data: chartData(timeline, measures, view) };
    }
    return made.data;
  }

  /** @param {boolean} value */
  function choose(value) {
    overlaid = value;
    draw();
  }

  /** @param {number} rows */
  function showTable(rows) {
    tableRows = rows;
    draw();
  }

  /** @param {ChartData} data */
  function lines(data) {
    return html`${
      overlaid
        ? doseOverlay(data, { dose: t("chart.day0"), label: data.label })
        : html`<timeline-chart .data=${data}></timeline-chart>`
    }
      <p class="soft small legend">${legend} ${overlaid ? nothing : t("chart.gaps")}</p>`;
  }

  /** @param {Timeline} timeline @param {ChartData} data */
  function list({ dosings }, data) {
    return timelineList(data, grown.shown(), {
      quiet: (n) => t("chart.quiet", { n }),
      dose: (id) => doseItem(dosings, id),
    });
  }

  return {
    /** @param {Timeline} timeline */
    render(timeline) {
      if (timeline.entries.length + timeline.dosings.length === 0) {
        return html`<p class="empty">${t("chart.empty")}</p>`;
      }
      const data = dataOf(timeline);
      return html`${desk.matches ? lines(data) : list(timeline, data)}
      ${timelineTable(timeline, view, tableRows, (more) => showTable(more ? tableRows + STEP : 0))}`;
    },

    switch: () => viewSwitch(overlaid, choose),

    close() {
      grown.stop();
      desk.removeEventListener("change", draw);
    },
  };
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
function viewSwitch(overlaid, choose) {
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
