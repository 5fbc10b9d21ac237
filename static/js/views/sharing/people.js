/** My people: the therapists one is linked with, what each can read, those who wait for one's word. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { each } from "../../components/rows.js";
import { t } from "../../ui/i18n.js";
import { awayNotice } from "../shared/boundary.js";
import { empty, ifEmpty } from "../shared/coming.js";
import { head, lookedLine } from "../shared/frame.js";
import { linkWords } from "../shared/person-words.js";
import { answerCards } from "./answers.js";

/** @import { Boundary } from "../../domain/boundaries.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const gather = async () => {
    const [all, waiting] = await Promise.all([app.vault.people(), app.vault.answers()]);
    const said = all.map(({ id }) => app.vault.boundary({ person: id }).catch(() => null));
    return /** @type {const} */ ([all, waiting, await Promise.all(said)]);
  };
  let [people, answers, boundaries] = await gather();

  return {
    title: t("nav.people"),
    isNear: () => true,
    render: () => html`<main class="column" id="main">
      ${head(app, nothing, t("people.title"))}
      <div class="cards">${answerCards(app, answers, people)}</div>
      ${people.length === 0 && answers.length === 0 ? empty(app, t("people.empty.patient")) : nothing}
      <ul class="rows cards">
        ${each(people, (person, i) => (person.quiet ? nothing : html`<li>${row(app, person)}${away(person, boundaries[i] ?? null)}</li>`))}
      </ul>
      ${quietOnes(
        app,
        people.filter(({ quiet }) => quiet),
      )}
      ${
        people.length === 0
          ? nothing
          : html`<p><a class="btn quiet edge-start" href="#/ledger" data-testid="ledger">${t("ledger.open")}</a></p>`
      }
      ${lookedLine(app)}
      <p class="after">
        <a class=${people.length ? "btn second" : "btn"} href="#/link" data-testid="link">${t("people.link.patient")}</a>
      </p>
    </main>`,
    changed: async () => {
      [people, answers, boundaries] = await gather();
      app.draw();
    },
  };
};

/** @param {App} app @param {Person[]} people whom one does not want to hear from */
function quietOnes(app, people) {
  if (people.length === 0) return nothing;
  return html`<details class="group" data-testid="quiet-people">
    <summary>${t("quiet.title")}</summary>
    <ul class="rows cards">${each(people, (person) => html`<li>${row(app, person)}</li>`)}</ul>
  </details>`;
}

/** @param {Person} person @param {Boundary|null} boundary */
function away({ state, name }, boundary) {
  return state === "linked" ? awayNotice(boundary, name, { ahead: false }) : nothing;
}

/** @param {App} app @param {Person} person */
function row(app, person) {
  const { id, name, state, sharedCount, unread, dosing } = person;
  const said = [
    linkWords(person),
    ...(state === "linked"
      ? [sharedCount ? t("people.sees", { n: sharedCount }) : ifEmpty(app, t("people.seesNone"))]
      : []),
    ...(state === "linked" && dosing ? [t("people.seesDosing")] : []),
    ...(unread ? [t("people.comments", { n: unread })] : []),
  ];
  return html`<a class="row card" href=${`#/person/${id}`} data-testid="person">
    <span class="grow">
      <b dir="auto">${name}</b>
      <span class="soft small">${said.filter((words) => words !== nothing).join(" · ")}</span>
    </span>
    ${icon("forward")}
  </a>`;
}
