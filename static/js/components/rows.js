/**
 * Lists whose rows stand each for itself: whatever one of them holds, the others are there. What cannot be shown is one row that says so, with
 * its date where it has one, and opens as it came.
 */

import { html, nothing } from "lit-html";
import { dateOf, dayOf } from "../ui/dates.js";
import { t } from "../ui/i18n.js";
import { saveFile } from "../ui/save-file.js";

/** @import { TemplateResult } from "lit-html" */

/** Controls, and marks that turn the direction of what follows, are shown by their number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is shown otherwise
const UNSEEN = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T, index: number) => unknown} draw  one row, with its `<li>`, `<tr>` or whatever the list is made of
 * @param {(inside: TemplateResult) => TemplateResult} [odd]  what stands around one that cannot be shown; absent: an `<li>`
 * @returns {unknown[]}
 */
export function each(items, draw, odd = inItem) {
  return items.map((item, index) => row(() => draw(item, index), item, odd));
}

/** @param {TemplateResult} inside */
const inItem = (inside) => html`<li class="odd" data-testid="odd-row">${inside}</li>`;
/** In a table. @param {TemplateResult} inside */
export const inTable = (inside) =>
  html`<tr><td colspan="9" class="odd" data-testid="odd-row">${inside}</td></tr>`;
/** In a list of questions and answers. @param {TemplateResult} inside */
export const inList = (inside) =>
  html`<div class="odd" data-testid="odd-row"><dt></dt><dd>${inside}</dd></div>`;
/** Among cards and figures. @param {TemplateResult} inside */
export const inCard = (inside) =>
  html`<section class="card odd" data-testid="odd-row">${inside}</section>`;

/**
 * @param {() => unknown} draw
 * @param {unknown} item
 * @param {(inside: TemplateResult) => TemplateResult} odd
 */
function row(draw, item, odd) {
  try {
    return checked(draw());
  } catch {
    return odd(oddRow(item));
  }
}

/** @param {any} drawn @returns {any} the same; raises what the page would raise when it puts a value into its place */
function checked(drawn) {
  // A list within a list, as the body's areas are, has a `values` of its own, which is no list.
  for (const value of Array.isArray(drawn) ? drawn : (drawn?.values ?? [])) {
    if (Array.isArray(value)) checked(value);
    else if (value?.values && value.strings?.raw) checked(value);
    else if (typeof value === "object" && value !== null && !value._$litDirective$) String(value);
  }
  return drawn;
}

/** @param {any} item */
function oddRow(item) {
  const when = [item?.happened, item?.written].find((one) => typeof one?.at === "string");
  const raw = rawText(item);
  const save = () => saveFile(new Blob([raw], { type: "application/json" }), "entry.json");
  return html`<p>${t("row.odd")}${when ? html` <span class="soft small">${dateOf(dayOf(when))}</span>` : nothing}</p>
    <details>
      <summary>${t("row.raw")}</summary>
      <pre class="raw" dir="ltr" translate="no">${raw}</pre>
      <button type="button" class="btn quiet edge-start" @click=${save}>${t("row.save")}</button>
    </details>`;
}

/** @param {unknown} item @returns {string} its JSON, readable and without anything that the page or an editor would obey */
export function rawText(item) {
  const number = (/** @type {string} */ one) =>
    `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return (JSON.stringify(item, null, 2) ?? "").replace(UNSEEN, number);
}
