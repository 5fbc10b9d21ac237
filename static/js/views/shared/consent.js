/** What everybody agrees to before the first word is saved on the server: six short lines, and which version of them this person has agreed to. */

import { html, nothing } from "lit-html";
import { instant } from "../../ui/dates.js";
import { language, t } from "../../ui/i18n.js";

/** @import { Role } from "../../domain/people.js" */
/** @import { VaultClient } from "./types.js" */

/** Rises when the lines change in substance: everybody is then asked again. */
export const VERSION = "2";

/** @param {Role} role @returns {string[]} the lines as they're shown now */
const lines = (role) => [1, 2, 3, 4, 5, 6].map((n) => t(`consent.${role}.${n}`));

/** @param {VaultClient} vault @returns {Promise<boolean>} whether the newest text has been agreed to, on any device */
export async function hasAgreed(vault) {
  const agreed = await vault.documents({ kind: "consent" });
  return agreed.some(({ body }) => body.version === VERSION);
}

/** @param {Role} role @returns {{[member: string]: any}} what is kept of it (docs/protocol.md section 9) */
export function agreement(role) {
  return { version: VERSION, language, lines: lines(role), agreed: instant() };
}

/** @param {Role} role @param {unknown} [target] of the link, where leaving the page would lose what was filled in */
export function consentLines(role, target = nothing) {
  return html`<ol class="notes">${lines(role).map((line) => html`<li>${line}</li>`)}</ol>
    <p class="after"><a href="#/if" target=${target} rel="noopener" data-testid="if">${t("consent.more")}</a></p>
    <p class="soft small">${operatorWords()}</p>`;
}

/** @returns {string} who runs this server, as its settings say it in the page's head */
export function operatorWords() {
  const named = document.querySelector("meta[name=operator]")?.getAttribute("content");
  return named ? t("operator.is", { operator: named }) : t("operator.unnamed");
}
