/** Where a therapist begins: the people, and what is to read, oldest first. */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { dayOf, instant, longDay, msOf, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { answerCards } from "../answers.js";
import { content } from "../content.js";
import { head } from "../frame.js";
import { placeWords } from "../place.js";
import { caseload, caseWords, unread } from "./caseload.js";
import { rail } from "./rail.js";

/** @import { App, OpenScreen } from "../types.js" */
/** @import { ContactRequest, EntrySummary } from "../../vault/types.js" */
/** @import { Case } from "./caseload.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  const gather = () => Promise.all([caseload(vault), vault.answers(), vault.contactRequests()]);
  const { watching } = await content("help-texts");
  let [cases, answers, requests] = await gather();

  function render() {
    const queue = cases
      .flatMap((one) => unread(one.timeline).map((entry) => ({ one, entry })))
      .sort((a, b) => msOf(a.entry.written) - msOf(b.entry.written));
    const none = cases.length + answers.length === 0;
    return html`<main class="column" id="main">
      ${head(app, longDay(dayOf(instant())), t("caseload.title"))}
      <div class="cards">${requestCards(app, requests)}${answerCards(app, answers)}</div>
      ${none ? html`<p class="empty">${t("caseload.empty")}</p>` : nothing}
      <ul class="rows cards phone-only">
        ${cases.map((one) => html`<li>${caseRow(one)}</li>`)}
      </ul>
      ${none ? nothing : toRead(queue)}
      <p class="after">
        <a class=${none ? "btn" : "btn second"} href="#/link" data-testid="link">${t("caseload.link")}</a>
      </p>
      <p class="soft small watching">${watching.therapist}</p>
    </main>`;
  }

  return {
    title: t("nav.people"),
    rail: () => rail(cases, null),
    render,
    changed: async () => {
      [cases, answers, requests] = await gather();
      app.draw();
    },
  };
};

/** @param {App} app @param {ContactRequest[]} requests */
function requestCards(app, requests) {
  return requests
    .filter(({ seen }) => !seen)
    .map(
      ({ id, name, written }) => html`<section class="notice" data-testid="asks-contact">
        <p><b>${t("caseload.asks", { name })}</b></p>
        <p class="soft small">${t("caseload.asksHint", { when: whenWords(written) })}</p>
        <button class="btn quiet edge-start" @click=${() => app.vault.seenContact({ id })} data-testid="asks-seen">
          ${t("caseload.asksSeen")}
        </button>
      </section>`,
    );
}

/** @param {Case} one */
function caseRow(one) {
  return html`<a class="row card" href=${`#/person/${one.person.id}`} data-testid="person">
    <span class="grow"><b>${one.person.name}</b><span class="soft small">${caseWords(one)}</span></span>
    ${icon("forward")}
  </a>`;
}

/** @param {{one: Case, entry: EntrySummary}[]} queue */
function toRead(queue) {
  return html`<section class="group">
    <h2>${t("caseload.toRead")}</h2>
    ${
      queue.length === 0
        ? html`<p class="empty">${t("caseload.nothing")}</p>`
        : html`<p class="soft small">${t("caseload.toReadHint")}</p>
          <ul class="rows lined">
            ${queue.map(
              ({ one, entry }) => html`<li>
                <a class="row" href=${`#/person/${one.person.id}/${entry.id}`} data-testid="to-read">
                  <span class="grow">
                    <b>${one.person.name}</b>
                    ${phaseLabel(entry.phase, placeWords(entry, one.timeline.dosings))}
                    <span class="soft small block">${t("caseload.shared", { when: whenWords(entry.written) })}</span>
                  </span>
                  ${icon("forward")}
                </a>
              </li>`,
            )}
          </ul>`
    }
  </section>`;
}
