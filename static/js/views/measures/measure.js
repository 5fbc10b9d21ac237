/** One measure: what it asks, its history as a sentence, a chart and a table, whether Today asks for it, whose it is. */

import { html, nothing } from "lit-html";
import { t } from "../../ui/i18n.js";
import { selfCheck } from "../shared/content.js";
import { headBack } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { RATINGS, scoreName } from "../shared/score-names.js";
import { recall } from "../shared/screen.js";
import { historyOf, measureHistory } from "./measure-history.js";
import { chooseMeasure, chosenMeasures } from "./measure-settings.js";
import { aboutMeasure } from "./measure-words.js";

/** @import { Measure } from "../shared/content.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** Pixels of a chart: a phone's column, and a desk's. */
const ROOM = { phone: 340, desk: 560 };
const desk = matchMedia("(width >= 60rem)");

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const id = rest[0] ?? "";
  // Whether days since a dose are drawn stays as it was from measure to measure.
  const look = recall(app, "measure", () => ({ byDose: false }));
  const [known, check] = await Promise.all([measures(vault), selfCheck()]);
  const all = [...known, check];
  const measure = all.find((one) => one.id === id);
  let seen = await gather();
  // A listener of its own: the screen before this one takes its away after this one has begun.
  const turned = () => app.draw();
  desk.addEventListener("change", turned);

  async function gather() {
    const [entries, dosings, drafts, [settings]] = await Promise.all([
      vault.entries(),
      vault.dosings(),
      vault.drafts(),
      vault.documents({ kind: "settings" }),
    ]);
    return {
      filled: historyOf(entries, id),
      dosings,
      begun: drafts.some(({ rev, scored }) => !rev && scored?.instrument === id),
      asked: chosenMeasures(all, settings).includes(id),
    };
  }

  async function refresh() {
    seen = await gather();
    app.draw();
  }

  /** @param {boolean} value */
  function choose(value) {
    look.byDose = value;
    app.draw();
  }

  /** @param {Event} event */
  async function ask(event) {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    await chooseMeasure(vault, id, checked);
    await refresh();
  }

  function history() {
    if (measure?.personal) return nothing;
    const room = desk.matches ? ROOM.desk : ROOM.phone;
    const drawn = measure ?? rating(id);
    return measureHistory(app, drawn, seen.filled, seen.dosings, { ...look, room, choose });
  }

  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/measures")}
      <h1>${measure ? scoreTitle(measure) : scoreName(id)}</h1>
      ${
        measure
          ? html`<p class="soft lead">${aboutMeasure(measure)}</p>
            <a class="btn" href=${`#/fill/${id}`} data-testid="fill">${t(seen.begun ? "measure.goOn" : "measure.fill")}</a>`
          : html`<p class="soft lead">${t("measure.ratingIs")}</p>
            <a class="btn" href="#/rate">${t("measures.rate")}</a>`
      }
      ${history()} ${measure?.personal ? checkList() : nothing}
      ${measure ? html`${asking()} ${origin(measure)}` : nothing}
    </main>`,
    changed: refresh,
    close: () => desk.removeEventListener("change", turned),
  };

  function asking() {
    return html`<label class="choice after screen-only">
      <input type="checkbox" autocomplete="off" .checked=${seen.asked} @change=${ask} data-testid="ask-measure" />
      <span>${t("measure.ask")}<span class="hint">${t("measure.askHint")}</span></span>
    </label>`;
  }

  function checkList() {
    return html`<p class="group">${t("measure.checkPrivate")}</p>
      ${seen.filled.length ? html`<p class="soft">${t("measure.checkTimes", { n: seen.filled.length })}</p>` : nothing}`;
  }
};

/** @param {Measure} measure */
function scoreTitle({ id, name }) {
  return id === "self-check" ? scoreName(id) : name;
}

/** @param {string} id @returns {import("./measure-history.js").Drawn} of a personal rating */
function rating(id) {
  const isLow = ["anxiety", "pain", "craving"].includes(id);
  return {
    name: scoreName(id),
    total: { min: 0, max: 10 },
    better: RATINGS.includes(id) && !isLow ? "higher" : "lower",
    bands: [],
    windowDays: null,
    rated: true,
  };
}

/** Whose it is, by which licence: beside what is shown, as the licence gate asks. @param {Measure} measure */
function origin({ notice, licence, source, language, personal }) {
  if (personal) return nothing;
  return html`<section class="group stack soft small" lang=${language}>
    <p>${notice}</p>
    ${notice.includes(licence) ? nothing : html`<p>${licence}</p>`}
    <p>${source}</p>
  </section>`;
}
