/** "Ask my therapist to contact me": one button, no words with it, and a plain sentence about whether it has gone. */

import { html, nothing } from "lit-html";
import { each, inCard } from "../../components/rows.js";
import { awayOn } from "../../domain/boundaries.js";
import { dayOf, daysBetween, instant, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { awayNotice } from "../shared/boundary.js";
import { explain } from "../shared/explain.js";

/** @import { Boundary } from "../../domain/boundaries.js" */
/** @import { ContactRequest, Person } from "../../domain/people.js" */
/** @import { App } from "../shared/types.js" */

/** @typedef {{therapists: Person[], requests: ContactRequest[], said: Map<string, Boundary|null>}} Asked  said: how each of them reads, and when they are away */

/** After so many days a request that nobody answered is not one to wait for. */
const LONG_DAYS = 2;

/** @param {App} app @returns {Promise<Asked>} nobody to ask while locked, and for therapists */
export async function askedNow({ vault, status }) {
  if (status.state !== "unlocked" || status.role !== "patient")
    return { therapists: [], requests: [], said: new Map() };
  const [people, requests] = await Promise.all([vault.people(), vault.contactRequests()]);
  const therapists = people.filter(({ state }) => state === "linked");
  const read = therapists.map(async ({ id }) => {
    const boundary = await vault.boundary({ person: id }).catch(() => null);
    return /** @type {const} */ ([id, boundary]);
  });
  return { therapists, requests, said: new Map(await Promise.all(read)) };
}

/** @param {App} app @param {Asked} asked */
export function askCards(app, { therapists, requests, said }) {
  if (therapists.length === 0) return nothing;
  return html`<section class="group stack" data-testid="ask-contact">
    <h2>${t("ask.title")}</h2>
    ${each(
      therapists,
      (one) => {
        const request = requests.find(({ person }) => person === one.id);
        const away = absence(said.get(one.id) ?? null, one.name);
        return request ? asked(app, request, away) : ask(app, one, away);
      },
      inCard,
    )}
  </section>`;
}

/** @param {Boundary|null} boundary @param {string} name @returns {unknown} that they are away now, and who covers; nothing while they are here */
function absence(boundary, name) {
  if (awayOn(boundary?.away, dayOf(instant())) !== "now") return nothing;
  return html`${awayNotice(boundary, name)}
    <p class="soft small">${t("boundary.absence")}</p>
    <p class="words" dir="auto">${boundary?.absence}</p>`;
}

/** @param {App} app @param {Person} therapist @param {unknown} away */
function ask(app, { id, name }, away) {
  return html`<div class="card stack fill">
    ${away}
    <p>${t("ask.what", { name })}</p>
    <button class="btn second" @click=${() => run(app, app.vault.askContact({ person: id }))} data-testid="ask">
      ${t("ask.do", { name })}
    </button>
  </div>`;
}

/** @param {App} app @param {ContactRequest} request @param {unknown} away */
function asked(app, { id, name, written, state }, away) {
  const isWaiting = state === "waiting";
  const days = daysBetween(dayOf(written), dayOf(instant()));
  return html`<div class="card stack fill" role="status" data-testid=${`asked-${state}`}>
    <p>
      ${isWaiting ? html`<strong>${t("ask.notGone")}</strong>` : t("ask.sent", { when: whenWords(written) })}
    </p>
    ${away}
    <p>${t(isWaiting ? "ask.notGoneHint" : "ask.sentHint", { name })}</p>
    ${!isWaiting && days >= LONG_DAYS ? html`<p data-testid="asked-long"><strong>${t("ask.long", { n: days, name })}</strong></p>` : nothing}
    <button class="btn quiet edge-start" @click=${() => run(app, app.vault.withdrawContact({ id }))} data-testid="withdraw">
      ${t("ask.withdraw")}
    </button>
  </div>`;
}

/** @param {App} app @param {Promise<unknown>} work */
async function run(app, work) {
  await work.catch((error) => app.say(explain(error)));
}
