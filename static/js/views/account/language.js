/** Which language the app speaks: chosen under Me, and before there is an account. */

import { html } from "lit-html";
import { capital, LANGUAGES, pickLanguage, t } from "../../ui/i18n.js";
import { look } from "../../ui/look.js";

/** @import { App } from "../types.js" */

/** @param {App} app @param {"field"|"language"} [shape] with its label above, or small and beside other things */
export function languageChoice(app, shape = "field") {
  const speak = (/** @type {Event} */ event) =>
    app.speak(/** @type {HTMLSelectElement} */ (event.target).value);
  const chosen = look().language;
  return html`<div class=${shape}>
    <label for="field-language" class=${shape === "field" ? "" : "unseen"}>${t("language.choose")}</label>
    <select id="field-language" autocomplete="off" @change=${speak} data-testid="language">
      <option value="" ?selected=${!chosen}>
        ${t("language.device", { name: ownName(pickLanguage("")) })}
      </option>
      ${LANGUAGES.map(
        (tag) =>
          html`<option value=${tag} lang=${tag} ?selected=${tag === chosen}>${ownName(tag)}</option>`,
      )}
    </select>
  </div>`;
}

/** @param {string} tag @returns {string} a language as those who speak it call it */
function ownName(tag) {
  return capital(new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag);
}
