/** The people at the side of a desk. */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";
import { caseWords } from "./caseload.js";

/** @import { Case } from "./caseload.js" */

/** @param {Case[]} cases @param {string|null} chosen id of a person */
export function rail(cases, chosen) {
  return html`<ul class="rail-people desk-only" aria-label=${t("caseload.title")}>
    ${cases.map(
      (one) => html`<li>
        <a href=${`#/person/${one.person.id}`} data-testid="person" aria-current=${one.person.id === chosen ? "true" : "false"}>
          <b>${one.person.name}</b><span class="soft small">${caseWords(one)}</span>
        </a>
      </li>`,
    )}
  </ul>`;
}
