/** What a measure or a rating holds, as it is shared: its total, every question as it was shown, every answer. */

import { html, nothing } from "lit-html";
import { each, inList } from "../../components/rows.js";
import { clustersOf, patternOf, valuesFrom } from "../../domain/measures.js";
import { t } from "../../ui/i18n.js";
import { scoreLine } from "../shared/score-names.js";

/** @import { Answer, Entry } from "../../domain/entries.js" */
/** @import { Item } from "../../domain/measures.js" */
/** @import { Measure } from "../shared/content.js" */

/** @param {Entry} entry @param {Measure|undefined} measure */
export function scoreGiven(entry, measure) {
  return html`<p class="words">${scoreLine(entry.summary)}</p>
    ${answerList(entry, measure)}`;
}

/**
 * Every question as it was shown, in the language in which it was, with what was answered.
 * @param {Entry} entry
 * @param {Measure|undefined} measure
 */
export function answerList({ answers, scored }, measure) {
  if (answers.length === 0) return nothing;
  const items = [...(measure?.items ?? []), ...(measure?.unscored ?? [])];
  return html`<section class="group">
    <h2>${t("entry.answers")}</h2>
    <dl class="answers" data-testid="answers">
      ${each(
        answers,
        (answer) => {
          const item = items.find(({ id }) => id === answer.id);
          return html`<div>
          <dt lang=${scored?.form?.language ?? measure?.language ?? nothing}>${answer.question || item?.text || answer.id}</dt>
          <dd lang=${(answer.value !== null && measure?.language) || nothing}>${answerWords(answer, measure, item)}</dd>
        </div>`;
        },
        inList,
      )}
    </dl>
    ${measure && !measure.personal ? html`<p class="soft small">${measure.notice}</p>` : nothing}
  </section>`;
}

/** Its parts, each of what it can come to. @param {Measure} measure @param {readonly Answer[]} answers */
export function clusterSums(measure, answers) {
  if (!measure.clusters) return nothing;
  const most = Math.max(...measure.answers.map(({ value }) => value));
  return html`<ul class="small">
    ${clustersOf(measure, valuesFrom(answers)).map(({ id, total, count }) => {
      const name = t(`cluster.${id}`);
      return html`<li>${total === null ? name : t("cluster.sum", { name, n: total, most: count * most })}</li>`;
    })}
  </ul>`;
}

/** For whoever treats the person: the parts, and whether they have the pattern. @param {Measure} measure @param {readonly Answer[]} answers */
export function patternGiven(measure, answers) {
  const fits = patternOf(measure, valuesFrom(answers));
  if (fits === null) return nothing;
  const said = t(fits ? "cluster.pattern" : "cluster.noPattern", { from: measure.endorsedFrom });
  return html`${clusterSums(measure, answers)}
    <p class="small" data-testid="pattern">${said}</p>`;
}

/** @param {Answer} answer @param {Measure|undefined} measure @param {Item|undefined} item */
function answerWords({ value }, measure, item) {
  if (value === null) return html`<span class="soft">${t("entry.blank")}</span>`;
  if (Array.isArray(value)) return value.join(", ");
  const labels = item?.answers ?? measure?.answers ?? [];
  return labels.find((label) => label.value === value)?.label ?? value;
}
