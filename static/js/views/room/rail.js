/** The people at the side of a desk. */

import { html } from "lit-html";
import { each } from "../../components/rows.js";
import { t } from "../../ui/i18n.js";
import { caseWords } from "./caseload.js";

/** @import { CaseRow } from "../../domain/caseload.js" */

/** @param {CaseRow[]} rows @param {string|null} chosen id of a person */
export function rail(rows, chosen) {
  return html`<ul class="rail-people desk-only" aria-label=${t("caseload.title")}>
    ${each(
      rows,
      (row) => html`<li>
        <a href=${`#/person/${row.person.id}`} data-testid="person" aria-current=${row.person.id === chosen ? "true" : "false"}>
          <b dir="auto">${row.person.name}</b><span class="soft small">${caseWords(row)}</span>
        </a>
      </li>`,
    )}
  </ul>`;
}
