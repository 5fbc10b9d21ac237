/** The timeline as it stands on a screen: lines on a desk, a list on a phone, and the same as a table for whoever prefers one. */

import { html, nothing } from "lit-html";
import { doseOverlay } from "../../components/timeline/dose-overlay.js";
import "../../components/timeline/chart.js";
import { wholeOf } from "../../components/timeline/layout.js";
import { legend } from "../../components/timeline/legend.js";
import "../../components/timeline/list.js";
import { zoomed } from "../../components/timeline/scale.js";
import "../../components/timeline/sheet.js";
import { t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { recall } from "../shared/screen.js";
import { chartData, dated, doseHeading } from "./timeline-data.js";
import { choicesOf, spanControls } from "./timeline-spans.js";
import { timelineTable } from "./timeline-table.js";

/** @import { Sign } from "../../components/timeline/legend.js" */
/** @import { Span } from "../../components/timeline/scale.js" */
/** @import { ChartData, ChartTask } from "../../components/timeline/types.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { App } from "../shared/types.js" */
/** @import { View } from "./timeline-data.js" */
/** @import { Choice } from "./timeline-spans.js" */

/** Rows of the table that are drawn at first, and more as one asks. */
const STEP = 80;
/** From here on there is room for lines. */
const desk = matchMedia("(width >= 60rem)");

/** How one looks stays as it was while one goes from person to person, and to an entry and back. */
const usual = () => ({
  byDose: false,
  choice: "course",
  /** Numbers of doses that are not laid over the others. @type {Set<number>} */
  off: new Set(),
  /** Where somebody has scrolled to or looked closer. @type {{whose: string, span: Span}|null} */
  own: null,
});

/**
 * @param {object} options
 * @param {string} options.whose  id of a person, or "own"
 * @param {string} [options.name] whose it is, on paper
 * @param {Measure[]} options.measures
 * @param {View} options.view
 * @param {string} options.filled  what filled and open marks mean
 * @param {Map<string, string>} [options.courses]  names by id
 * @param {() => number|null} [options.meeting]  ms of the last one
 * @param {App} options.app
 */
export function timelineView({
  whose,
  name = "",
  measures,
  view,
  filled,
  courses = new Map(),
  meeting = () => null,
  app,
}) {
  const { draw } = app;
  const looks = recall(app, "timeline", usual);
  /** @type {{timeline: Timeline, tasks: ChartTask[], data: ChartData, choices: Choice[]}|null} */
  let made = null;
  let tableRows = 0;
  // A listener of its own: the screen before this one takes its away after this one has begun.
  const turned = () => draw();
  desk.addEventListener("change", turned);

  /** @param {Timeline} timeline @param {ChartTask[]} tasks */
  function madeOf(timeline, tasks) {
    if (made?.timeline !== timeline || made.tasks !== tasks) {
      const data = chartData(timeline, measures, view, tasks);
      const given = { names: courses, meeting: meeting(), now: data.now };
      made = { timeline, tasks, data, choices: choicesOf(timeline, wholeOf(data), given) };
    }
    return made;
  }

  /** @param {Choice[]} choices @returns {{id: string, span: Span}} */
  function chosen(choices) {
    if (looks.own?.whose === whose) return { id: "own", span: looks.own.span };
    const found = choices.find(({ id }) => id === looks.choice) ?? choices[0];
    return found ?? { id: "all", span: { from: 0, to: 1 } };
  }

  /** @param {string} id */
  function choose(id) {
    looks.choice = id;
    looks.own = null;
    draw();
  }

  /** @param {Span} span */
  function moved(span) {
    const isNew = looks.own?.whose !== whose;
    looks.own = { whose, span };
    if (isNew) draw();
  }

  /** @param {ChartData} data @param {Span} shown @param {number} factor */
  function zoom(data, shown, factor) {
    moved(zoomed(shown, factor, wholeOf(data)));
    draw();
  }

  /** @param {ChartData} data @param {Span} shown */
  function lines(data, shown) {
    const words = { dose: t("chart.day0"), label: data.label };
    return html`${
      looks.byDose
        ? html`${doseChips(data)}${doseOverlay(data, looks.off, words)}`
        : html`<timeline-chart .view=${{ data, shown, moved }}></timeline-chart>`
    }`;
  }

  /** @param {ChartData} data */
  function doseChips({ doses }) {
    const turn = (/** @type {number} */ number) => {
      if (!looks.off.delete(number)) looks.off.add(number);
      draw();
    };
    return html`<div class="filters"><div class="chips" role="group" aria-label=${t("chart.dosesShown")}>
      ${doses.map(
        ({ number, title }) => html`<button
          class="chip"
          aria-pressed=${String(!looks.off.has(number))}
          @click=${() => turn(number)}
          data-testid="dose-chip"
        >
          ${title}
        </button>`,
      )}
    </div></div>`;
  }

  /** @param {Timeline} timeline @param {ChartData} data @param {Span} shown */
  function list({ dosings }, data, shown) {
    const doses = new Map(dosings.map((dose) => [dose.id, doseHeading(dose)]));
    const words = {
      quiet: (/** @type {number} */ n) => t("chart.quiet", { n }),
      dose: (/** @type {string} */ id) => doses.get(id) ?? "",
    };
    return html`<timeline-list .view=${{ data, shown, words }}></timeline-list>`;
  }

  /** @param {ChartData} data @param {Span} shown */
  function sheet(data, shown) {
    const { from, to } = { from: dated(shown.from), to: dated(shown.to) };
    const under = [t("chart.stretch", { from, to }), t("chart.printed", { day: dated(data.now) })];
    const signs = signsOf(data, filled);
    return html`<timeline-sheet class="print-only" .sheet=${{ title: name, under, data, shown, signs }}></timeline-sheet>`;
  }

  return {
    /** @param {Timeline} timeline @param {ChartTask[]} [tasks] the same array as long as they are the same */
    render(timeline, tasks = NO_TASKS) {
      if (timeline.entries.length + timeline.dosings.length === 0) {
        return empty(app, t("chart.empty"));
      }
      const { data, choices } = madeOf(timeline, tasks);
      const { id, span } = chosen(choices);
      const isLines = desk.matches && !looks.byDose;
      const zooming = isLines ? (/** @type {number} */ factor) => zoom(data, span, factor) : null;
      return html`<div class="line apart timeline-bar screen-only">
          ${desk.matches && looks.byDose ? nothing : spanControls(choices, id, { choose, zoom: zooming })}
          <button class="btn quiet small desk-only" @click=${() => print()} data-testid="print-timeline">${t("chart.print")}</button>
        </div>
        <div class="screen-only">
          ${desk.matches ? lines(data, span) : list(timeline, data, span)}
          ${legend(signsOf(data, filled))}
        </div>
        ${sheet(data, span)}
        ${timelineTable(timeline, view, tableRows, (more) => {
          tableRows = more ? tableRows + STEP : 0;
          draw();
        })}`;
    },

    switch: () =>
      viewSwitch(looks.byDose, (byDose) => {
        looks.byDose = byDose;
        draw();
      }),

    close() {
      desk.removeEventListener("change", turned);
    },
  };
}

/** @type {ChartTask[]} */
const NO_TASKS = [];

/** @param {ChartData} data @param {string} filled @returns {Sign[]} what is drawn, and nothing besides */
function signsOf({ lanes, doses, marks }, filled) {
  const routes = [...new Set(doses.map(({ route }) => route))];
  const said = [
    filled,
    t("chart.gaps"),
    marks.some(({ part }) => part) ? t("chart.half") : "",
    marks.some(({ pinned }) => pinned) ? t("chart.pins") : "",
    doses.some(({ planned }) => planned) ? t("chart.planned") : "",
  ];
  return [
    ...Object.entries(lanes).map(([phase, text]) => ({ phase, text })),
    ...routes.map((route) => ({ route, text: t(`route.${route}`) })),
    ...said.filter(Boolean).map((text) => ({ text })),
  ];
}

/** @param {boolean} byDose @param {(byDose: boolean) => void} choose */
function viewSwitch(byDose, choose) {
  const segment = (/** @type {boolean} */ value, /** @type {string} */ label) => html`<button
    aria-pressed=${String(byDose === value)}
    @click=${() => choose(value)}
    data-testid=${value ? "by-dose" : "by-date"}
  >
    ${label}
  </button>`;
  return html`<div class="segments desk-only" role="group" aria-label=${t("chart.view")}>
    ${segment(false, t("chart.byDate"))}${segment(true, t("chart.byDose"))}
  </div>`;
}
