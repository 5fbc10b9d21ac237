/** The filter by phase, the same wherever it stands. */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";

/** @import { Phase } from "../../domain/phases.js" */

const PHASES = /** @type {Phase[]} */ (["preparation", "reflection", "integration"]);

/**
 * @param {string} all    label of no filter
 * @param {Phase|null|undefined} chosen  null: all; undefined: none of these
 * @param {(phase: Phase|null) => void} choose
 * @param {unknown} [more]  other chips
 */
export function phaseChips(all, chosen, choose, more = "") {
  return html`<div class="chips run" role="group" aria-label=${t("entries.byPhase")}>
    <button class="chip" aria-pressed=${String(chosen === null)} @click=${() => choose(null)}>${all}</button>
    ${PHASES.map(
      (phase) => html`<button
        class="chip"
        data-phase=${phase}
        data-testid=${`filter-${phase}`}
        aria-pressed=${String(chosen === phase)}
        @click=${() => choose(phase)}
      >
        <span class="dot"></span>${t(`phase.${phase}`)}
      </button>`,
    )}
    ${more}
  </div>`;
}
