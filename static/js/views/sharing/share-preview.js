/** Exactly what another person will read of an entry: all of it, or the parts that were chosen. */

import { html, nothing } from "lit-html";
import { phaseLabel } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { partsOf, TOTAL, WORDS } from "../../domain/sharing.js";
import { whenWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { answersShown } from "../shared/beside.js";
import { placeWords } from "../shared/place.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Entry } from "../../domain/entries.js" */
/** @import { Beside } from "../shared/beside.js" */

/**
 * What is needed to show an entry as another person reads it.
 * @typedef {object} Showing
 * @property {Dosing[]} dosings
 * @property {Beside} beside
 * @property {(entry: Entry) => TemplateResult} [give]  a measure or a rating, as it is shared
 */

/** @param {Entry} entry @returns {string[]} ids of its parts, as the vault counts them */
export function partIds({ title, text, answers, scored }) {
  return partsOf({ title, text, answers, total: scored?.total });
}

/** @param {Entry} entry @param {string} part @returns {string} what it is called */
export function partName({ answers }, part) {
  if (part === WORDS) return t("sharing.part.words");
  if (part === TOTAL) return t("sharing.part.total");
  return answers.find(({ id }) => id === part)?.question || part;
}

/** @param {Entry} entry @param {readonly string[]} parts @returns {Entry} with nothing but these */
export function narrowed(entry, parts) {
  const has = (/** @type {string} */ part) => parts.includes(part);
  return {
    ...entry,
    title: has(WORDS) ? entry.title : "",
    text: has(WORDS) ? entry.text : "",
    answers: entry.answers.filter(({ id }) => has(id)),
    summary: { ...entry.summary, total: has(TOTAL) ? entry.summary.total : null },
  };
}

/** @param {Entry} entry @param {Showing} showing */
export function preview(entry, { dosings, beside, give }) {
  const { summary, title, text, prompt, answers } = entry;
  return html`<div class="card excerpt" tabindex="0" role="group" data-testid="preview">
    ${phaseLabel(summary.phase, placeWords(summary, dosings))}
    ${title ? html`<h3 dir="auto">${title}</h3>` : nothing}
    <p class="soft small">${capital(whenWords(summary.happened))}</p>
    ${prompt ? html`<p class="soft">${prompt.text}</p>` : nothing}${text ? prose(text) : nothing}
    ${give?.(entry) ?? answersShown(answers, beside)}
  </div>`;
}
