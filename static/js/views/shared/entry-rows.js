/** Entries as rows of a list, in groups. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { dayWordsOf, msOf, timeWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { scoreLine } from "./score-names.js";
import { badges } from "./share-badge.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Piece } from "../../domain/search.js" */
/** @typedef {{title: string, rows: EntrySummary[]}} Group */

/**
 * @param {EntrySummary[]} entries  in the order of the list
 * @param {(entry: EntrySummary) => string} titleOf
 * @returns {Group[]} neighbours of one title together
 */
export function groupsOf(entries, titleOf) {
  /** @type {Group[]} */
  const groups = [];
  for (const entry of entries) {
    const title = titleOf(entry);
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(entry);
    else groups.push({ title, rows: [entry] });
  }
  return groups;
}

/** @param {EntrySummary[]} entries @param {Dosing[]} dosings @returns {Group[]} newest dose first, its entries as they were lived */
export function doseGroups(entries, dosings) {
  const known = new Map(dosings.map((dose) => [dose.id, dose]));
  const number = (/** @type {EntrySummary} */ { dosing }) => known.get(dosing ?? "")?.number ?? 0;
  const sorted = entries.toSorted(
    (a, b) => number(b) - number(a) || msOf(a.happened) - msOf(b.happened),
  );
  return groupsOf(sorted, ({ dosing }) => {
    const dose = known.get(dosing ?? "");
    if (!dose) return t("journal.beforeDoses");
    return t("write.doseOption", { n: dose.number, day: dayWordsOf(dose.happened) });
  });
}

/** @param {EntrySummary} entry @param {Piece[]} [found]  the place where a search found its words */
export function entryRow(entry, found = []) {
  const { id, kind, phase, title, preview } = entry;
  const own = preview && !preview.startsWith(title.replace(/…$/, ""));
  return html`<a class="row entry-row" href=${`#/entry/${id}`} data-phase=${phase} data-testid="entry-row">
    <span class="dot" role="img" aria-label=${t(`phase.${phase}`)}></span>
    <span class="grow">
      ${
        kind === "entry"
          ? html`${own ? html`<span class="title" dir="auto">${title}</span>` : nothing}
            <span class="preview" dir="auto">${found.length ? found.map(piece) : preview || t("entry.untitled")}</span>`
          : html`<span class="title" dir="auto">${scoreLine(entry)}</span>`
      }
      <span class="soft small">${about(entry)}</span>
    </span>
    ${entry.comments ? html`<span class="soft" title=${commentWords(entry)}>${icon("note")}<span class="unseen">${commentWords(entry)}</span></span>` : nothing}
  </a>`;
}

/** @param {Piece} piece */
function piece({ text, found }) {
  return found ? html`<mark>${text}</mark>` : text;
}

/** @param {EntrySummary} entry */
function commentWords({ comments, unreadComment }) {
  return unreadComment ? t("entry.newComment") : t("entry.comments", { n: comments });
}

/** @param {EntrySummary} entry */
function about(entry) {
  const { happened, kept, conflictCopy, unreadComment } = entry;
  const said = [timeWords(happened), ...badges(entry)];
  if (kept === "device") said.push(t("journal.deviceOnly"));
  if (conflictCopy) said.push(t("journal.copy"));
  if (unreadComment) said.push(t("entry.newComment"));
  return said.join(" · ");
}
