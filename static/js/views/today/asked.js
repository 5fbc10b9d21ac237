/** What Today asks, as cards. Each question is left out by one tap, which can be taken back. */

import { html } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { phaseLabel } from "../../components/controls.js";
import { UNDATED } from "../../domain/programme/occasions.js";
import { t } from "../../ui/i18n.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Asked } from "../../domain/programme/schedule.js" */
/** @import { App } from "../shared/types.js" */

/**
 * Remembers, on all devices of this person, that this was not wanted.
 * @param {App} app
 * @param {Asked} asked
 */
export async function skip({ vault, say }, { pack, prompt, occasion }) {
  const body = { pack: pack.id, prompt: prompt.id, occasion };
  const { id } = await vault.saveDocument({ kind: "skip", body });
  const run = () => void vault.deleteDocument({ id });
  const said = occasion === UNDATED ? "today.skippedUndated" : "today.skipped";
  say({ text: t(said), action: t("do.undo"), run });
}

/**
 * @param {App} app
 * @param {Asked} asked
 * @param {boolean} first  one filled button a screen
 * @returns a card of its own for each question: none takes another's place unseen
 */
export function askedCard(app, asked, first) {
  return keyed(asked.prompt.id, card(app, asked, first));
}

/** @param {App} app @param {Asked} asked @param {boolean} first @returns {TemplateResult} */
function card(app, asked, first) {
  const { id, phase, topic, text, hint } = asked.prompt;
  return html`<li class="card" data-testid=${`prompt-${id}`}>
    ${phaseLabel(phase, t(`phase.${phase}`))}
    <p class=${first ? "question" : "asked"}>${text}</p>
    ${first ? html`<p class="soft small">${hint}</p>` : ""}
    <div class="line">
      <a class=${first ? "btn" : "btn second"} href=${`#/write?prompt=${id}`} aria-label=${t("today.writeOf", { topic })}
        data-testid="write"
        >${t("today.write")}</a
      >
      <button
        class="btn quiet"
        @click=${() => skip(app, asked)}
        aria-label=${t("today.skipOf", { topic })}
        data-testid="skip"
      >
        ${t("today.skip")}
      </button>
    </div>
  </li>`;
}
