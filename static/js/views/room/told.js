/** An answer that whoever reads ought to see at once, in calm words. It is found here, once the words are open, and nowhere before. */

import { html, nothing } from "lit-html";
import { toldOf } from "../../domain/brief.js";
import { dayWordsOf } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";

/** @import { Answer } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Measure } from "../shared/content.js" */

/** @param {Measure|undefined} measure @param {readonly Answer[]} answers @param {Instant} happened */
export function told(measure, answers, happened) {
  const found = measure ? toldOf(measure, answers) : [];
  if (found.length === 0) return nothing;
  const when = dayWordsOf(happened);
  return html`<section class="told" data-testid="told">
    ${found.map(({ question, answer }) => html`<p>${t("pane.told", { when, question, answer })}</p>`)}
    <p class="soft small screen-only">${t("pane.toldHonest")}</p>
  </section>`;
}
