/** What a total is called: its band, and how it differs from before. Words of the instrument, never of praise or worry. */

import { html, nothing } from "lit-html";
import { bandOf, changeOf } from "../../domain/measures.js";
import { dayOf, shortDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { bandName, changeRule, scoreLine, sourceWords } from "../shared/score-names.js";
import { clusterSums } from "./score-given.js";

/** @import { Entry } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Measure } from "../shared/content.js" */

/** @typedef {{total: number, happened: Instant}} Point */

/**
 * @param {Entry} entry
 * @param {Measure|undefined} measure  undefined: of an instrument that is not known here
 * @param {Point[]} earlier            whole ones of the same instrument, by date
 */
export function scoreWords({ summary, answers }, measure, earlier) {
  const { total } = summary;
  if (measure?.personal) return html`<p>${t("measure.checkKept")}</p>`;
  if (summary.kind === "rating" && total !== null) {
    return html`<p class="score" data-testid="total">${t("measure.of", { n: total, most: 10 })}</p>
      <p class="soft small">${t("measure.ratingIs")}</p>`;
  }
  if (total === null) return html`<p data-testid="no-total">${t("measure.noTotal")}</p>`;
  if (!measure) return html`<p class="score" data-testid="total">${scoreLine(summary)}</p>`;
  return html`<p class="score" data-testid="total">${t("measure.of", { n: total, most: measure.total.max })}</p>
    ${measure.bands.length > 0 ? html`<p data-testid="band">${bandWords(measure, total)}</p>` : nothing}
    ${differences(measure, total, earlier)} ${clusterSums(measure, answers)}
    <p class="soft small">${t("measure.screen")}</p>`;
}

/** @param {Measure} measure @param {number} total @returns {string} */
function bandWords(measure, total) {
  const index = measure.bands.findIndex(({ from }) => from === bandOf(measure, total).from);
  const band = bandOf(measure, total);
  const { from } = band;
  const name = bandName(band);
  const next = measure.bands[index + 1]?.from;
  const to = next === undefined ? measure.total.max : next - stepOf(measure);
  if (!measure.bandsBy) return t(`measure.band.own.${measure.better}`, { name, from, to });
  const source = sourceWords(measure.bandsBy);
  return t(`measure.band.${measure.better}`, { name, from, to, source });
}

/** @param {Measure} measure how far apart two bands are printed: whole points, as they are published, also where totals come in fours */
function stepOf({ score }) {
  return score === "mean" ? 0.1 : 1;
}

/**
 * Against the last time and against the first, and what *noticeable* means; worse is said as better is.
 * @param {Measure} measure @param {number} total @param {Point[]} earlier
 */
function differences(measure, total, earlier) {
  const [first, last] = [earlier.at(0), earlier.at(-1)];
  if (!first || !last) return nothing;
  return html`<p data-testid="change">${changeWords(measure, last, total, "last")}</p>
    ${first === last ? nothing : html`<p>${changeWords(measure, first, total, "first")}</p>`}
    ${namedWords(measure, first.total, total).map((text) => html`<p class="soft small">${text}</p>`)}`;
}

/** @param {Measure} measure @param {Point} before @param {number} total @param {"last"|"first"} which */
function changeWords(measure, before, total, which) {
  const { points, marked } = changeOf(measure, before.total, total);
  const day = shortDay(dayOf(before.happened));
  if (points === 0) return t(`measure.same.${which}`, { day });
  const way = points < 0 ? "lower" : "higher";
  const difference = t(`measure.${way}.${which}`, { n: Math.abs(points), day });
  if (!measure.change) return difference;
  return `${difference} ${t(marked ? "change.noticeable" : "change.notNoticeable")}`;
}

/** The rule of the instrument, and what studies call a difference from the first total. @param {Measure} measure @param {number} from @param {number} to */
function namedWords(measure, from, to) {
  const { response, remission } = changeOf(measure, from, to);
  const said = [changeRule(measure).join(" ")].filter(Boolean);
  if (response) said.push(t("measure.response"));
  if (remission) said.push(t("measure.remission", { n: measure.change?.remissionBelow }));
  return said;
}

/** @param {{id: string, about?: string}} measure @returns {string} what it asks, in a line */
export function aboutMeasure({ id, about }) {
  return about ?? t(`measure.about.${id}`);
}
