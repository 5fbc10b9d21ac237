/** What one person is shown, as rows: which part, how new, whether it has arrived and was opened; and its end. */

import { html, nothing } from "lit-html";
import { dayWordsOf } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { scoreLine } from "../shared/score-names.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Receipt } from "../../domain/ledger.js" */

/**
 * @param {EntrySummary} entry own
 * @param {string} person
 * @param {readonly Receipt[]} receipts of this person, the last first
 * @param {() => void} [stop]
 * @returns {TemplateResult}
 */
export function seenRow(entry, person, receipts, stop) {
  return html`<div class="line apart">
    <a class="row grow" href=${`#/entry/${entry.id}`} data-testid="entry-row">
      <span class="grow">
        <span class="preview" dir="auto">${nameOf(entry)}</span>
        <span class="soft small">${[...partWords(entry, person), wayWords(entry, person, receipts)].join(" · ")}</span>
      </span>
    </a>
    ${stop ? html`<button class="btn quiet edge-end" @click=${stop} aria-label=${t("person.stopOne", { title: nameOf(entry) })} data-testid="stop-one">${t("person.stop")}</button>` : nothing}
  </div>`;
}

/** @param {EntrySummary} entry @returns {string} as lists name it */
export function nameOf(entry) {
  return entry.kind === "entry" ? entry.title || t("entry.untitled") : scoreLine(entry);
}

/** @param {EntrySummary} entry @param {string} person @returns {string[]} when it was, and how much of it they are shown */
export function partWords({ happened, shares }, person) {
  const share = shares.find((one) => one.person === person);
  return [
    dayWordsOf(happened),
    ...(share?.part ? [t("ledger.part", share.part)] : []),
    ...(share?.state === "older" ? [t("person.older")] : []),
  ];
}

/** @param {EntrySummary} entry @param {string} person @param {readonly Receipt[]} receipts @returns {string} how far it has come */
function wayWords({ id, shares }, person, receipts) {
  const isUnsent = shares.some((one) => one.person === person && one.state === "waiting");
  const of = receipts.filter(({ item }) => item === id);
  const opened = of.find(({ what }) => what === "opened");
  if (opened) return openedWords(opened);
  if (isUnsent) return t("person.unsent");
  return t(of.some(({ what }) => what === "delivered") ? "person.there" : "person.sent");
}

/** @param {Receipt} receipt */
function openedWords({ when }) {
  return when ? t("person.opened", { day: dayWordsOf(when) }) : t("person.openedOnce");
}
