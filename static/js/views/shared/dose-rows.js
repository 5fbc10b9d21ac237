/** Dosing sessions as rows of a list. */

import { html, nothing } from "lit-html";
import { dayWordsOf, timeWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";

/** @import { Dosing } from "../../domain/dosings.js" */

/** @param {Dosing} dose */
export function doseRow({ id, number, route, happened, state, note }) {
  const said = [t(`route.${route}`), timeWords(happened)];
  if (state !== "done") said.push(t(`dose.${state}`));
  return html`<a class="row" href=${`#/dosing/${id}`} data-testid="dose" data-state=${state}>
    <span class="dose-mark" aria-hidden="true">${number}</span>
    <span class="grow">
      <b>${capital(dayWordsOf(happened))}</b>
      <span class="soft small">${said.join(" · ")}</span>
      ${note ? html`<span class="asked" dir="auto">${note}</span>` : nothing}
    </span>
  </a>`;
}
