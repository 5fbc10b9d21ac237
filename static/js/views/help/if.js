/** If…: ten bad days, what to do on each, and what this app cannot do at all. Read before signing in and without a network. */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";
import { content } from "../shared/content.js";
import { backButton } from "../shared/frame.js";

/** @import { OpenScreen } from "../shared/types.js" */
/** @typedef {{id: string, title: string, do: string, app: string, nobody: string}} BadDay */

/** @type {OpenScreen} */
export default async (app) => {
  const [{ days }, { cannot }] = await Promise.all([content("bad-days"), content("help-texts")]);
  return {
    title: t("if.title"),
    render: () => html`<main class="column" id="main">
      <header class="head line apart">
        ${backButton(app, "/")}
        <a class="btn bare edge-end" href="#/help">${t("do.help")}</a>
      </header>
      <h1>${t("if.title")}</h1>
      <p class="lead">${t("if.lead")}</p>
      ${days.map(badDay)}
      <section class="group stack">
        <h2>${cannot.title}</h2>
        ${cannot.sentences.map((/** @type {string} */ sentence) => html`<p>${sentence}</p>`)}
      </section>
    </main>`,
  };
};

/** @param {BadDay} day */
function badDay(day) {
  return html`<details class="own-details" data-testid=${`if-${day.id}`}>
    <summary>${day.title}</summary>
    <dl class="bad-day">
      ${/** @type {const} */ (["do", "app", "nobody"]).map((part) => html`<dt>${t(`if.${part}`)}</dt><dd>${day[part]}</dd>`)}
    </dl>
  </details>`;
}
