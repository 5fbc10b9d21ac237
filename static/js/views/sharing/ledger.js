/** What has been shared: with whom, when, what became of it. To be read, and to be taken along. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { openSheet } from "../../components/sheet.js";
import { ledgerDays } from "../../domain/ledger.js";
import { dayOf, dayWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { headBack } from "../shared/frame.js";
import { lineWords, titleOf } from "./ledger-words.js";

/** @import { LedgerDay } from "../../domain/ledger.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  /** @type {string|null} of whom alone it is shown */
  let person = rest[0] ?? null;
  const gather = () => Promise.all([app.vault.people(), app.vault.receipts()]);
  let [people, receipts] = await gather();
  const shown = () => receipts.filter((one) => person === null || one.person === person);

  /** @param {string|null} chosen */
  function choose(chosen) {
    person = chosen;
    app.draw();
  }

  async function take() {
    const kind = await fileSheet();
    if (!kind) return;
    const { saveLedger } = await import("./ledger-file.js");
    saveLedger(shown(), kind);
    app.say(t("ledger.saved"));
  }

  /** @param {string|null} id @param {string} name */
  const chip = (id, name) =>
    html`<button class="chip" aria-pressed=${String(person === id)} @click=${() => choose(id)} data-testid="ledger-person">${name}</button>`;

  return {
    title: t("ledger.title"),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/people")}
      <h1>${t("ledger.title")}</h1>
      <p class="soft lead">${t("ledger.lead")}</p>
      ${
        people.length > 1
          ? html`<div class="chips" role="group" data-testid="filters" aria-label=${t("ledger.whom")}>
              ${chip(null, t("ledger.all"))}${people.map(({ id, name }) => chip(id, name))}
            </div>`
          : nothing
      }
      ${shown().length === 0 ? empty(app, t("ledger.empty")) : nothing}
      ${ledgerDays(shown(), dayOf).map(day)}
      ${
        shown().length > 0
          ? html`<p class="after"><button class="btn second" @click=${take} data-testid="take-ledger">${t("ledger.take")}</button></p>`
          : nothing
      }
    </main>`,
    changed: async () => {
      [people, receipts] = await gather();
      app.draw();
    },
  };
};

/** @param {LedgerDay} day */
function day({ day: date, lines }) {
  return html`<section class="group">
    <h2>${date ? capital(dayWords(date)) : t("ledger.noDay")}</h2>
    <ul class="rows lined" data-testid="ledger-day">
      ${each(
        lines,
        (line) => html`<li class="row" data-testid="ledger-line">
          <span class="grow">
            <span class="preview" dir="auto">${titleOf(line)}</span>
            <span class="soft small">${lineWords(line).join(" · ")}</span>
          </span>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @returns {Promise<"text"|"csv"|undefined>} said first: the file is not sealed */
function fileSheet() {
  return openSheet(
    (/** @type {(answer?: "text"|"csv") => void} */ close) => html`<div class="stack">
      <h2>${t("ledger.take")}</h2>
      <p>${t("ledger.unsealed")}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close("csv")} data-testid="ledger-csv">${t("ledger.asTable")}</button>
        <button class="btn" @click=${() => close("text")} data-testid="ledger-text">${t("ledger.asText")}</button>
      </div>
    </div>`,
    t("ledger.take"),
  );
}
