/**
 * What stands at once when a question about harming oneself was answered above 0: two ways to answer, then people to call. It works
 * without a network, comes every time, and tells nobody.
 */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";
import { contactCards } from "../contacts.js";

/** @import { Contacts } from "../contacts.js" */

/** @typedef {"asked"|"safe"|"now"} Calm  what one has said so far */

/**
 * @param {Calm} calm
 * @param {Contacts} people
 * @param {(country: string) => void} choose
 * @param {(answer: "safe"|"now") => void} say
 * @param {() => void} goOn       to the next question
 */
export function calmScreen(calm, people, choose, say, goOn) {
  if (calm === "asked") return asked(say);
  return html`<h1 tabindex="-1">${t(`calm.${calm}.title`)}</h1>
    <p>${t(`calm.${calm}.text`)}</p>
    ${contactCards(people, choose)}
    <p class="soft small">${t("calm.honest")}</p>
    <button class="btn second" @click=${goOn} data-testid="calm-on">${t("calm.on")}</button>`;
}

/** @param {(answer: "safe"|"now") => void} say */
function asked(say) {
  return html`<h1 tabindex="-1" data-testid="calm">${t("calm.title")}</h1>
    <p>${t("calm.text")}</p>
    <p class="soft">${t("calm.honest")}</p>
    <div class="actions fill">
      <button class="btn" @click=${() => say("now")} data-testid="calm-now">${t("calm.now")}</button>
      <button class="btn second" @click=${() => say("safe")} data-testid="calm-safe">${t("calm.safe")}</button>
    </div>`;
}
