/** My people: the therapists one is linked with, what each can read, those who wait for one's word. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { answerCards } from "../answers.js";
import { head } from "../frame.js";
import { linkWords } from "../person-words.js";

/** @import { OpenScreen } from "../types.js" */
/** @import { Person } from "../../vault/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const gather = () => Promise.all([app.vault.people(), app.vault.answers()]);
  let [people, answers] = await gather();

  return {
    title: t("nav.people"),
    render: () => html`<main class="column" id="main">
      ${head(app, nothing, t("people.title"))}
      <div class="cards">${answerCards(app, answers)}</div>
      ${people.length === 0 && answers.length === 0 ? html`<p class="empty">${t("people.empty.patient")}</p>` : nothing}
      <ul class="rows cards">
        ${people.map((person) => html`<li>${row(person)}</li>`)}
      </ul>
      <p class="after">
        <a class=${people.length ? "btn second" : "btn"} href="#/link" data-testid="link">${t("people.link.patient")}</a>
      </p>
    </main>`,
    changed: async () => {
      [people, answers] = await gather();
      app.draw();
    },
  };
};

/** @param {Person} person */
function row(person) {
  const { id, name, state, sharedCount, unread } = person;
  const sees = sharedCount ? t("people.sees", { n: sharedCount }) : t("people.seesNone");
  return html`<a class="row card" href=${`#/person/${id}`} data-testid="person">
    <span class="grow">
      <b>${name}</b>
      <span class="soft small"
        >${linkWords(person)}${state === "linked" ? html` · ${sees}` : nothing}${
          unread ? html` · ${t("people.comments", { n: unread })}` : nothing
        }</span
      >
    </span>
    ${icon("forward")}
  </a>`;
}
