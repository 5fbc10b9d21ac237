/** A measure or a personal rating as its own entry shows it: the total with its band, how it differs, every answer. */

import { html } from "lit-html";
import { msOf } from "../../ui/dates.js";
import { measureOf } from "../shared/packs.js";
import { historyOf } from "./measure-history.js";
import { scoreWords } from "./measure-words.js";
import { answerList, scoreGiven } from "./score-given.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Entry } from "../../domain/entries.js" */
/** @import { VaultClient } from "../shared/types.js" */

/**
 * @param {VaultClient} vault
 * @param {Entry} entry own, a measure or a rating
 * @returns {Promise<{shown: TemplateResult, give: (entry: Entry) => TemplateResult}>} to oneself; what of it is shared, as the other sees it
 */
export async function scoreShown(vault, entry) {
  const { instrument, happened } = entry.summary;
  const [measure, entries] = await Promise.all([measureOf(vault, instrument), vault.entries()]);
  const before = historyOf(entries, instrument ?? "").filter(
    (one) => msOf(one.happened) < msOf(happened),
  );
  const earlier = before.flatMap(({ total, happened: at }) =>
    total === null ? [] : [{ total, happened: at }],
  );
  return {
    shown: html`<div class="stack">${scoreWords(entry, measure, earlier)}</div>
      ${answerList(entry, measure)}`,
    give: (given) => scoreGiven(given, measure),
  };
}
