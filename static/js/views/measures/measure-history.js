/** One measure over time: a sentence, a chart, a table. The same for one's own and for what is shared. */

import { html, nothing } from "lit-html";
import { measureChart } from "../../components/measure-chart.js";
import { each, inTable } from "../../components/rows.js";
import { bandOf } from "../../domain/measures.js";
import { dayOf, isoDay, msOf, shortDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { distanceWords, dosesAround, dosesByDate } from "../shared/place.js";
import { bandName } from "../shared/score-names.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { App } from "../shared/types.js" */

/** @typedef {Pick<EntrySummary, "id"|"happened"|"total">} Filled */
/** @typedef {Pick<Measure, "name"|"total"|"better"|"bands"|"windowDays"> & {rated?: boolean}} Drawn  a measure, or a personal rating without bands */

/** Points further apart than twice what the measure looks back are not joined; a rating of a day, after four. */
const GAP_DAYS = { rating: 4, least: 31 };

/**
 * @param {EntrySummary[]} entries
 * @param {string} instrument
 * @returns {EntrySummary[]} of this one, by date
 */
export function historyOf(entries, instrument) {
  return entries
    .filter((entry) => entry.instrument === instrument && entry.kind !== "entry")
    .sort((a, b) => msOf(a.happened) - msOf(b.happened));
}

/**
 * @param {App} app
 * @param {Drawn} measure
 * @param {Filled[]} filled  by date, those without a total among them
 * @param {Dosing[]} dosings
 * @param {{byDose: boolean, room: number, choose: (byDose: boolean) => void}} view
 */
export function measureHistory(app, measure, filled, dosings, { byDose, room, choose }) {
  const points = filled.flatMap(({ happened, total }) =>
    total === null ? [] : [{ ms: msOf(happened), value: total, day: dayOf(happened) }],
  );
  if (filled.length === 0) return empty(app, t("measure.never"));
  const doses = dosesByDate(dosings)
    .map(({ happened, number }) => ({ ms: msOf(happened), number }))
    .filter(({ ms }) => ms <= Date.now());
  return html`<section class="group stack whole" aria-label=${measure.name}>
    <p data-testid="summary">${sentence(measure, points)}</p>
    <p class="soft small">${t(`measure.is.${measure.better}`)} ${t("measure.marks")}</p>
    ${doses.length > 0 && points.length > 0 ? viewSwitch(byDose, choose) : nothing}
    ${points.length > 0 ? measureChart(chartOf(measure, points, doses), byDose && doses.length > 0, room) : nothing}
    ${table(measure, filled, dosings)}
  </section>`;
}

/** @param {Drawn} measure @param {{value: number, day: string}[]} points */
function sentence({ name, rated }, points) {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last) return t("measure.sum.none", { name });
  const values = { name, n: points.length, to: last.value, last: shortDay(last.day) };
  if (points.length === 1) return t("measure.sum.one", values);
  return t(rated ? "measure.sum.rated" : "measure.sum.many", {
    ...values,
    from: first.value,
    first: shortDay(first.day),
  });
}

/** @param {Drawn} measure @param {{ms: number, value: number}[]} points @param {{ms: number, number: number}[]} doses */
function chartOf({ name, total, bands, windowDays }, points, doses) {
  return {
    label: t("measure.chart", { name }),
    min: total.min,
    max: total.max,
    bands: bands.map((band) => ({ from: band.from, name: bandName(band) })),
    gapDays: bands.length ? Math.max(GAP_DAYS.least, 2 * (windowDays ?? 0)) : GAP_DAYS.rating,
    points,
    doses,
    day: (/** @type {number} */ ms) => shortDay(isoDay(ms)),
    day0: t("chart.day0"),
  };
}

/** @param {boolean} byDose @param {(byDose: boolean) => void} choose */
function viewSwitch(byDose, choose) {
  const segment = (/** @type {boolean} */ value, /** @type {string} */ label) => html`<button
    aria-pressed=${String(byDose === value)}
    @click=${() => choose(value)}
  >
    ${label}
  </button>`;
  return html`<div class="segments screen-only" role="group" aria-label=${t("chart.view")}>
    ${segment(false, t("chart.byDate"))}${segment(true, t("chart.byDose"))}
  </div>`;
}

/** @param {Drawn} measure @param {Filled[]} filled @param {Dosing[]} dosings */
function table(measure, filled, dosings) {
  const hasBands = measure.bands.length > 0;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${t("measure.table", { name: measure.name })}>
    <table data-testid="history">
      <thead>
        <tr>
          <th scope="col">${t("chart.table.date")}</th>
          <th scope="col">${t(measure.rated ? "measure.rated" : "measure.total")}</th>
          ${hasBands ? html`<th scope="col">${t("measure.bandName")}</th>` : nothing}
          <th scope="col">${t("measure.since")}</th>
        </tr>
      </thead>
      <tbody>
        ${each(
          filled.toReversed(),
          ({ happened, total, id }) => {
            const { last } = dosesAround(dosings, happened);
            return html`<tr>
            <td><a href=${`#/entry/${id}`}>${shortDay(dayOf(happened))}</a></td>
            <td>${total ?? t("measure.blankTotal")}</td>
            ${hasBands ? html`<td>${total === null ? nothing : bandName(bandOf(measure, total))}</td>` : nothing}
            <td>${last ? distanceWords(last, happened) : nothing}</td>
          </tr>`;
          },
          inTable,
        )}
      </tbody>
    </table>
  </div>`;
}
