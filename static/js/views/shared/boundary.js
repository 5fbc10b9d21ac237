/** How a therapist reads, in their own words, and their absence: what a person sees before sharing (catalogue `boundary`). */

import { html, nothing } from "lit-html";
import { awayOn, PARTS } from "../../domain/boundaries.js";
import { dayOf, dayWords, instant, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { ifEmpty } from "./coming.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Boundary } from "../../domain/boundaries.js" */
/** @import { App } from "./types.js" */

/** @param {App} app @param {Boundary|null} boundary @param {string} name of the therapist @returns {unknown} their four answers, or that there are none */
export function boundaryShown(app, boundary, name) {
  if (!boundary) return ifEmpty(app, notSaid(name));
  return html`<section class="stack" data-testid="boundary">
    <h2>${t("boundary.title", { name })}</h2>
    <dl class="facts">
      ${PARTS.map(
        (part) => html`<div><dt class="soft small">${t(`boundary.${part}`)}</dt>
          <dd class="words" dir="auto">${boundary[part]}</dd></div>`,
      )}
    </dl>
    <p class="soft small">${t("boundary.said", { name, when: whenWords(boundary.written) })}</p>
  </section>`;
}

/** @param {string} name */
function notSaid(name) {
  return html`<p class="soft" data-testid="boundary-none">${t("boundary.none", { name })}</p>`;
}

/**
 * @param {Boundary|null} boundary
 * @param {string} name of the therapist
 * @param {{ahead?: boolean}} [what]  ahead: also an absence that has not begun
 * @returns {TemplateResult|typeof nothing} nothing where no absence holds
 */
export function awayNotice(boundary, name, { ahead = true } = {}) {
  const state = awayOn(boundary?.away, dayOf(instant()));
  if (!boundary?.away || !state || (state === "ahead" && !ahead)) return nothing;
  const { from, until, text } = boundary.away;
  const values = { name, from: dayWords(from), until: dayWords(until) };
  return html`<section class="notice quiet" data-testid="away">
    <p><b>${t(`boundary.away.${state}`, values)}</b></p>
    ${text ? html`<p class="words" dir="auto">${text}</p>` : nothing}
  </section>`;
}
