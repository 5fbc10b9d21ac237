/** Measures: what can be filled in, what was, and how it went. Personal ratings and our own monthly questions stand apart. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { dayOf, shortDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { selfCheck } from "../shared/content.js";
import { headBack, watching } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { RATINGS, scoreLine, scoreName } from "../shared/score-names.js";
import { historyOf } from "./measure-history.js";
import { aboutMeasure } from "./measure-words.js";

/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const [known, check] = await Promise.all([measures(app.vault), selfCheck()]);
  const gather = async () => (await app.vault.entries()).filter(({ kind }) => kind !== "entry");
  let entries = await gather();

  /** @param {Measure} measure */
  function measureRow(measure) {
    const { id, name } = measure;
    const last = historyOf(entries, id).at(-1);
    return row(`#/measure/${id}`, name, aboutMeasure(measure), last);
  }

  function ratings() {
    const other = new Set(
      entries
        .filter(({ kind, instrument }) => kind === "rating" && instrument !== check.id)
        .map(({ instrument }) => instrument ?? ""),
    );
    const rated = [...new Set([...RATINGS, ...other])].map((id) => ({
      id,
      last: historyOf(entries, id).at(-1),
    }));
    return rated
      .filter(({ last }) => last)
      .map(({ id, last }) => row(`#/measure/${encodeURIComponent(id)}`, scoreName(id), "", last));
  }

  return {
    title: t("measures.title"),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/timeline")}
      <h1>${t("measures.title")}</h1>
      <p class="soft lead">${t("measures.lead")}</p>
      <ul class="rows lined">
        ${known.map(measureRow)}
      </ul>
      <section class="group">
        <h2>${t("measures.ratings")}</h2>
        <p class="soft small">${t("measure.ratingIs")}</p>
        <ul class="rows lined">
          ${row("#/rate", t("measures.rate"), t("measures.rateHint"), undefined)} ${ratings()}
        </ul>
      </section>
      <section class="group">
        <h2>${t("measure.check")}</h2>
        <ul class="rows lined">
          ${row(`#/measure/${check.id}`, t("measures.check"), t("measures.checkHint"), historyOf(entries, check.id).at(-1))}
        </ul>
      </section>
      <p class="soft small after">${t("measures.clinic")}</p>
      ${watching()}
    </main>`,
    changed: async () => {
      entries = await gather();
      app.draw();
    },
  };
};

/** @param {string} href @param {string} title @param {unknown} about @param {EntrySummary|undefined} last */
function row(href, title, about, last) {
  return html`<li>
    <a class="row" href=${href} data-testid="measure-row">
      <span class="grow">
        <b>${title}</b>
        ${about ? html`<span class="soft small block">${about}</span>` : nothing}
        ${last ? html`<span class="soft small block">${t("measures.last", { score: scoreLine(last), day: shortDay(dayOf(last.happened)) })}</span>` : nothing}
      </span>
      ${icon("forward")}
    </a>
  </li>`;
}
