/** "Ask my therapist to contact me": one button, no words with it, and a plain sentence about whether it has gone. */

import { html, nothing } from "lit-html";
import { each, inCard } from "../components/rows.js";
import { whenWords } from "../ui/dates.js";
import { t } from "../ui/i18n.js";
import { explain } from "./explain.js";

/** @import { App } from "./types.js" */
/** @import { ContactRequest, Person } from "../vault/types.js" */

/** @typedef {{therapists: Person[], requests: ContactRequest[]}} Asked */

/** @param {App} app @returns {Promise<Asked>} nobody to ask while locked, and for therapists */
export async function askedNow({ vault, status }) {
  if (status.state !== "unlocked" || status.role !== "patient")
    return { therapists: [], requests: [] };
  const [people, requests] = await Promise.all([vault.people(), vault.contactRequests()]);
  return { therapists: people.filter(({ state }) => state === "linked"), requests };
}

/** @param {App} app @param {Asked} asked */
export function askCards(app, { therapists, requests }) {
  if (therapists.length === 0) return nothing;
  return html`<section class="group stack" data-testid="ask-contact">
    <h2>${t("ask.title")}</h2>
    ${each(
      therapists,
      (one) => {
        const request = requests.find(({ person }) => person === one.id);
        return request ? asked(app, request) : ask(app, one);
      },
      inCard,
    )}
  </section>`;
}

/** @param {App} app @param {Person} therapist */
function ask(app, { id, name }) {
  return html`<div class="card stack fill">
    <p>${t("ask.what", { name })}</p>
    <button class="btn second" @click=${() => run(app, app.vault.askContact({ person: id }))} data-testid="ask">
      ${t("ask.do", { name })}
    </button>
  </div>`;
}

/** @param {App} app @param {ContactRequest} request */
function asked(app, { id, name, written, state }) {
  const isWaiting = state === "waiting";
  return html`<div class="card stack fill" role="status" data-testid=${`asked-${state}`}>
    <p>
      ${isWaiting ? html`<strong>${t("ask.notGone")}</strong>` : t("ask.sent", { when: whenWords(written) })}
    </p>
    <p>${t(isWaiting ? "ask.notGoneHint" : "ask.sentHint", { name })}</p>
    <button class="btn quiet edge-start" @click=${() => run(app, app.vault.withdrawContact({ id }))} data-testid="withdraw">
      ${t("ask.withdraw")}
    </button>
  </div>`;
}

/** @param {App} app @param {Promise<unknown>} work */
async function run(app, work) {
  await work.catch((error) => app.say(explain(error)));
}
