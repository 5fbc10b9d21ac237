/** The notice that stands wherever one writes. */

import { html } from "lit-html";
import { parts, t } from "../../ui/i18n.js";

/**
 * Nobody is watching, and the way to Help.
 * @param {string} [id] of what is said: who reads others is told of them, not of themselves
 * @param {unknown} [help] its name, where its button stands beside it
 */
export function watching(id = "watching.short", help = html`<a href="#/help">${t("do.help")}</a>`) {
  return html`<p class="soft small watching">${parts(id, { help })}</p>`;
}
