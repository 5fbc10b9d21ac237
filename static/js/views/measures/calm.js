/**
 * What stands at once when a question about harming oneself was answered above 0: two ways to answer, then people to call. It works
 * without a network, comes every time, and tells nobody.
 */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";
import { contactCards, planShown } from "../shared/contacts.js";

/** @import { Contacts } from "../shared/contacts.js" */

/** @typedef {"asked"|"safe"|"now"} Calm  what one has said so far */

/**
 * @param {Calm} calm
 * @param {Contacts} people
 * @param {(country: string) => void} choose
 * @param {unknown} honest  who can read the answer
 * @param {(answer: "safe"|"now") => void} say
 * @param {() => void} goOn       to the next question
 */
export function calmScreen(calm, people, choose, honest, say, goOn) {
  if (calm === "asked") return asked(honest, say);
  return html`<h1 tabindex="-1">${t(`calm.${calm}.title`)}</h1>
    <p>${t(`calm.${calm}.text`)}</p>
    ${contactCards(people, choose)} ${planShown(people)}
    ${honest}
    <button class="btn second" @click=${goOn} data-testid="calm-on">${t("calm.on")}</button>`;
}

/** @param {unknown} honest @param {(answer: "safe"|"now") => void} say */
function asked(honest, say) {
  return html`<h1 tabindex="-1" data-testid="calm">${t("calm.title")}</h1>
    <p>${t("calm.text")}</p>
    ${honest}
    <div class="actions fill">
      <button class="btn" @click=${() => say("now")} data-testid="calm-now">${t("calm.now")}</button>
      <button class="btn second" @click=${() => say("safe")} data-testid="calm-safe">${t("calm.safe")}</button>
    </div>`;
}
