/** Those who answered an invitation wait for one's word: by name, and with a warning when there was more than one. */

import { html, nothing } from "lit-html";
import { each, inCard } from "../../components/rows.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { isAlike } from "../shared/person-words.js";

/** @import { Person, Role } from "../../domain/people.js" */
/** @import { App } from "../shared/types.js" */
/** @typedef {{id: string, name: string, role: Role, contested: boolean}} Answer */

/** @param {App} app @param {Answer[]} answers @param {readonly Person[]} [people] with whom one is linked */
export function answerCards(app, answers, people = []) {
  return each(
    answers,
    ({ id, name, role, contested }) => {
      const decide = async (/** @type {boolean} */ accept) => {
        try {
          await app.vault.confirmAnswer({ id, accept });
          app.say(t(accept ? "answer.confirmed" : "answer.refused", { name }));
        } catch (error) {
          const text = explain(error);
          const isUnsaid = /** @type {{reason?: string}} */ (error).reason === "boundary-missing";
          /** @param {App} app */
          const run = ({ go }) => go("/setup");
          app.say(isUnsaid ? { text, action: t("boundary.toSetup"), run, here: true } : text);
        }
      };
      return html`<section class="card stack" data-testid="answer">
      <h2>${t("answer.title", { name })}</h2>
      <p>${contested ? t("answer.contested") : t("answer.ask", { role: t(`role.${role}`) })}</p>
      ${isAlike(people, name) ? html`<p class="notice" role="alert" data-testid="alike">${t("invite.alike")}</p>` : nothing}
      <div class="line">
        <button class=${contested ? "btn" : "btn second"} @click=${() => decide(false)} data-testid="answer-no">${t("answer.no")}</button>
        ${
          contested
            ? ""
            : html`<button class="btn" @click=${() => decide(true)} data-testid="answer-yes">${t("answer.yes", { name })}</button>`
        }
      </div>
    </section>`;
    },
    inCard,
  );
}
