/** Help: before signing in, without a network, two taps from anywhere. People first, then lines, then a minute to land. */

import { html, nothing } from "lit-html";
import { icon, languageChoice } from "../../components/controls.js";
import { longDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { askCards, askedNow } from "../ask-contact.js";
import { chooseCountry, contactCards, contacts } from "../contacts.js";
import { content } from "../content.js";

/** @import { App, OpenScreen } from "../types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const gather = () => Promise.all([contacts(app), content("help-texts"), askedNow(app)]);
  const read = await gather().catch(() => null);
  if (!read) return { render: () => html`<main class="column"><p>${t("help.failed")}</p></main>` };
  let [found, texts, asked] = read;

  /** @param {Event} event */
  function choose(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    chooseCountry(value);
    found = { ...found, here: found.countries.find(({ id }) => id === value) ?? found.here };
    app.draw();
  }

  function hasOwn() {
    const { people = [], clinic } = found.own ?? {};
    return people.length > 0 || Boolean(clinic?.phone);
  }

  const { watching, grounding } = texts;
  return {
    title: t("help.title"),
    render: () => html`<main class="column help" id="main">
      <header class="head line apart">
        <button class="btn bare edge-start" @click=${() => app.back("/")} data-testid="back">
          ${icon("back")}${t("do.back")}
        </button>
      </header>
      <h1>${t("help.title")}</h1>
      <p class="lead">${watching.long[0]}</p>
      <section class="group">
        <div class="line apart">
          <h2>${t("help.first")}</h2>
          <label class="country"
            ><span class="unseen">${t("help.country")}</span>
            <select autocomplete="off" @change=${choose} data-testid="country">
              ${found.countries.map(({ id, name }) => html`<option value=${id} ?selected=${id === found.here.id}>${name}</option>`)}
            </select></label
          >
        </div>
        ${hasOwn() ? nothing : ownHint(app, false)} ${contactCards(found)}
        ${hasOwn() ? ownHint(app, true) : nothing}
        <p class="soft small">${t("help.checked", { day: longDay(found.checked) })}</p>
      </section>
      ${askCards(app, asked)}
      <section class="group card grounding" id="grounding">
        <h2>${grounding.title}</h2>
        <ol>
          ${grounding.steps.map((/** @type {string} */ step) => html`<li>${step}</li>`)}
        </ol>
        <p class="soft">${grounding.after}</p>
      </section>
      <section class="group stack">
        ${watching.long.slice(1).map((/** @type {string} */ text) => html`<p>${text}</p>`)}
      </section>
      ${languageChoice(app)}
    </main>`,
    changed: async () => {
      [found, texts, asked] = await gather();
      app.draw();
    },
  };
};

/** Where one's own people are written down, or why they do not stand here. @param {App} app @param {boolean} shown */
function ownHint({ status }, shown) {
  if (status.state === "unlocked" && status.role === "patient") {
    return html`<ul class="stack ways">
      <li><a class="btn quiet edge-start" href="#/safety" data-testid="own-contacts">${t(shown ? "help.ownChange" : "help.ownAdd")}</a></li>
      <li><a class="btn quiet edge-start" href="#/safety/plan" data-testid="own-plan">${t("help.plan")}</a></li>
    </ul>`;
  }
  if (status.state !== "locked" || shown) return nothing;
  return html`<p class="soft">${t("help.ownLocked")}</p>`;
}
