/** The notice that stands wherever one writes. */

import { html } from "lit-html";
import { parts, t } from "../../ui/i18n.js";

/** Nobody is watching, and the way to Help. */
export function watching() {
  const help = html`<a href="#/help">${t("do.help")}</a>`;
  return html`<p class="soft small watching">${parts("watching.short", { help })}</p>`;
}
