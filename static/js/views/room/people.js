/** Where a therapist begins: who asks, what is to read, and everybody who shares, as they are looked for. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { each, inCard } from "../../components/rows.js";
import { casesShown, FILTERS, ORDERS } from "../../domain/caseload.js";
import { dayOf, instant, longDay, whenWords } from "../../ui/dates.js";
import { growing } from "../../ui/growing.js";
import { locale, t } from "../../ui/i18n.js";
import { empty, ifEmpty } from "../shared/coming.js";
import { content } from "../shared/content.js";
import { head, lookedLine } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { linkWords } from "../shared/person-words.js";
import { recall } from "../shared/screen.js";
import { answerCards } from "../sharing/answers.js";
import { doseWords, measureWords, oldestWords, readWords, shareWords } from "./caseload.js";

/** @import { CaseRow, Filter, Order } from "../../domain/caseload.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { ContactRequest } from "../../domain/people.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** Rows that are drawn at first, and more as one scrolls. */
const STEP = 60;
/** From so many people on there is something to look for. */
const MANY = 6;

/** @typedef {{order: Order, filter: Filter}} Chosen how one looks at the list: it stays as it was until the lock; whom one looked for does not */
/** @type {Chosen} */
const USUAL = { order: "next-dose", filter: "all" };

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  const gather = () => Promise.all([vault.caseload(), vault.answers(), vault.contactRequests()]);
  const [{ watching }, known] = await Promise.all([content("help-texts"), measures(vault)]);
  let [rows, answers, requests] = await gather();
  const chosen = recall(app, "people", () => ({ ...USUAL }));
  let name = "";
  const grown = growing(STEP, app.draw);

  /** @param {Partial<Chosen>} change */
  function choose(change) {
    Object.assign(chosen, change);
    grown.restart();
    app.draw();
  }

  /** @param {string} text */
  function lookFor(text) {
    name = text;
    grown.restart();
    app.draw();
  }

  function render() {
    const now = instant();
    const collator = new Intl.Collator(locale, { numeric: true });
    const shown = casesShown(rows, { ...chosen, name }, now, collator);
    const none = rows.length + answers.length === 0;
    return html`<main class="column wide" id="main">
      ${head(app, longDay(dayOf(now)), t("caseload.title"))}
      <div class="cards">${requestCards(app, requests)}${answerCards(app, answers)}</div>
      ${none ? empty(app, t("caseload.empty")) : queueCard(app, rows)}
      ${rows.length >= MANY ? looking({ name, chosen, lookFor, choose, count: shown.length }) : nothing}
      ${rows.length > 0 && shown.length === 0 ? empty(app, t("room.nobody")) : nothing}
      <ul class="rows lined caseload">
        ${each(shown.slice(0, grown.shown()), (row) => html`<li>${caseRow(row, known, now)}</li>`)}
      </ul>
      ${lookedLine(app)}
      <p class="after">
        <a class=${none ? "btn" : "btn second"} href="#/link" data-testid="link">${t("caseload.link")}</a>
      </p>
      <p class="soft small watching">${watching.therapist}</p>
    </main>`;
  }

  return {
    title: t("nav.people"),
    isNear: () => true,
    render,
    close: grown.stop,
    changed: async () => {
      [rows, answers, requests] = await gather();
      app.draw();
    },
  };
};

/** @param {App} app @param {ContactRequest[]} requests */
function requestCards(app, requests) {
  return each(
    requests.filter(({ seen }) => !seen),
    ({ id, name, written }) => html`<section class="notice" data-testid="asks-contact">
        <p><b>${t("caseload.asks", { name })}</b></p>
        <p class="soft small">${t("caseload.asksHint", { when: whenWords(written) })}</p>
        <button class="btn quiet edge-start" @click=${() => app.vault.seenContact({ id })} data-testid="asks-seen">
          ${t("caseload.asksSeen")}
        </button>
      </section>`,
    inCard,
  );
}

/** @param {App} app @param {CaseRow[]} rows */
function queueCard(app, rows) {
  const n = rows.reduce((all, { toRead }) => all + toRead, 0);
  if (n === 0) return ifEmpty(app, html`<p class="soft">${t("room.nothing")}</p>`);
  return html`<a class="row card" href="#/queue" data-testid="to-read">
    <span class="grow"><b>${t("room.toRead", { n })}</b><span class="soft small">${t("room.queue")}</span></span>
    ${icon("forward")}
  </a>`;
}

/** @param {{name: string, chosen: Chosen, lookFor: (text: string) => void, choose: (change: Partial<Chosen>) => void, count: number}} options */
function looking({ name, chosen, lookFor, choose, count }) {
  return html`<div class="looking" role="search">
      <div class="field">
        <label for="find-name">${t("room.find")}</label>
        <input
          id="find-name"
          type="search"
          autocomplete="off"
          data-testid="find"
          .value=${name}
          @input=${(/** @type {InputEvent} */ event) => lookFor(/** @type {HTMLInputElement} */ (event.target).value)}
        />
      </div>
      <div class="field">
        <label for="order">${t("room.order")}</label>
        <select
          id="order"
          autocomplete="off"
          data-testid="order"
          @change=${(/** @type {Event} */ event) => choose({ order: /** @type {Order} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}
        >
          ${ORDERS.map((id) => html`<option value=${id} ?selected=${id === chosen.order}>${t(`room.order.${id}`)}</option>`)}
        </select>
      </div>
    </div>
    <div class="chips run" role="group" aria-label=${t("room.filter")} data-testid="filters">
      ${FILTERS.map(
        (id) => html`<button
          class="chip"
          aria-pressed=${String(id === chosen.filter)}
          @click=${() => choose({ filter: id })}
          data-testid=${`filter-${id}`}
        >
          ${t(`room.filter.${id}`)}
        </button>`,
      )}
    </div>
    <p class="soft small" role="status">${t("room.count", { n: count })}</p>`;
}

/** @param {CaseRow} row @param {Measure[]} known @param {Instant} now */
function caseRow(row, known, now) {
  const { person } = row;
  const linked = person.state === "linked";
  return html`<a class="row case" href=${`#/person/${person.id}`} data-testid="person">
    <b dir="auto">${person.name}</b>
    ${
      linked
        ? html`<span>${doseWords(row, now)}</span>
          <span>${row.toRead ? html`${readWords(row)}<span class="soft small block">${oldestWords(row)}</span>` : html`<span class="soft">${shareWords(row, now)}</span>`}</span>
          <span class="soft small">${[...(row.toRead ? [shareWords(row, now)] : []), ...measureWords(row, known, now), ...(person.verified === "link" ? [linkWords(person)] : [])].map((words) => html`<span class="block">${words}</span>`)}</span>`
        : html`<span class="soft rest">${linkWords(person)}</span>`
    }
    ${icon("forward")}
  </a>`;
}
