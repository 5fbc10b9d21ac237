/** Help: before signing in, without a network, two taps from anywhere. People first, then lines, then a minute to land. */

import { html, nothing } from "lit-html";
import { languageChoice } from "../../components/controls.js";
import { isOld } from "../../domain/help-lines.js";
import { dateOf, dayOf, instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { chooseCountry, contactCards, contacts, planShown } from "../shared/contacts.js";
import { content } from "../shared/content.js";
import { backButton } from "../shared/frame.js";
import { askCards, askedNow } from "./ask-contact.js";

/** @import { Contacts } from "../shared/contacts.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const gather = () => Promise.all([contacts(app), content("help-texts"), askedNow(app)]);
  const read = await gather().catch(() => null);
  if (!read) return { render: () => html`<main class="column"><p>${t("help.failed")}</p></main>` };
  let [found, texts, asked] = read;

  /** @param {string} id */
  function choose(id) {
    found = chooseCountry(found, id);
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
        ${backButton(app, "/")}
      </header>
      <h1>${t("help.title")}</h1>
      <section class="group">
        <h2>${t("help.first")}</h2>
        ${contactCards(found, choose)} ${planShown(found)}
        ${checkedOn(found)}
        <p class="lead">${watching.long[0]}</p>
      </section>
      ${askCards(app, asked)}
      <section class="group card grounding" id="grounding">
        <h2>${grounding.title}</h2>
        <ol>
          ${grounding.steps.map((/** @type {string} */ step) => html`<li>${step}</li>`)}
        </ol>
        <p class="soft">${grounding.after}</p>
      </section>
      ${ownWays(app, hasOwn())}
      <section class="group stack">
        ${watching.long.slice(1).map((/** @type {string} */ text) => html`<p>${text}</p>`)}
      </section>
      <p><a class="btn quiet edge-start" href="#/if" data-testid="if">${t("if.way")}</a></p>
      ${languageChoice(app)}
    </main>`,
    changed: async () => {
      [found, texts, asked] = await gather();
      app.draw();
    },
  };
};

/** @param {Contacts} found @returns {unknown} the day of the list, that nobody has dialled it, and that it is old where it is */
function checkedOn({ checked, here }) {
  if (!here) return nothing;
  const old = isOld(checked, dayOf(instant()));
  return html`${old ? html`<p class="notice quiet" data-testid="list-is-old">${t("help.old")}</p>` : nothing}
    ${checked ? html`<p class="soft small">${t("help.checked", { day: dateOf(checked) })}</p>` : nothing}`;
}

/** Where one's own people and the plan are written down, or why they cannot be seen here. @param {App} app @param {boolean} shown */
function ownWays({ status }, shown) {
  if (status.state === "unlocked" && status.role === "patient") {
    return html`<ul class="stack ways">
      <li><a class="btn quiet edge-start" href="#/safety" data-testid="own-contacts">${t(shown ? "help.ownChange" : "help.ownAdd")}</a></li>
      <li><a class="btn quiet edge-start" href="#/safety/plan" data-testid="own-plan">${t("help.plan")}</a></li>
    </ul>`;
  }
  if (status.state !== "locked" || shown) return nothing;
  return html`<p class="soft">${t("help.ownLocked")}</p>`;
}
