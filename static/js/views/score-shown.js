/** A measure or a personal rating as an entry shows it: the total with its band, how it differs, every answer. */

import { html } from "lit-html";
import { measures, selfCheck } from "./content.js";
import { historyOf } from "./measure-history.js";
import { answerList, scoreWords } from "./measure-words.js";

/** @import { VaultClient } from "./types.js" */
/** @import { Entry } from "../vault/types.js" */

/** @param {VaultClient} vault @param {Entry} entry own, a measure or a rating */
export async function scoreShown(vault, entry) {
  const [known, check, entries] = await Promise.all([measures(), selfCheck(), vault.entries()]);
  const { instrument, happened } = entry.summary;
  const measure = [...known, check].find(({ id }) => id === instrument);
  const before = historyOf(entries, instrument ?? "").filter(
    (one) => Date.parse(one.happened.at) < Date.parse(happened.at),
  );
  const earlier = before.flatMap(({ total, happened: at }) =>
    total === null ? [] : [{ total, happened: at }],
  );
  return html`<div class="stack">${scoreWords(entry, measure, earlier)}</div>
    ${answerList(entry.answers, measure)}`;
}
