/** Comments under an entry, the same for both who see it. */

import { html, nothing } from "lit-html";
import { each, inCard } from "../../components/rows.js";
import { whenWords } from "../../ui/dates.js";
import { isolated, t } from "../../ui/i18n.js";

/** @import { Comment } from "../../domain/entries.js" */

/**
 * @param {Comment[]} list
 * @param {(comment: Comment) => unknown} [below]  what else stands below one
 */
export function comments(list, below = () => nothing) {
  if (list.length === 0) return nothing;
  return html`<section class="comments">
    <h2 class="unseen">${t("entry.notes")}</h2>
    ${each(
      list,
      (comment) =>
        folded(
          comment,
          html`${figure(comment, "comment")}
          ${comment.answer ? figure(comment.answer, "comment-answer") : nothing}${below(comment)}`,
        ),
      inCard,
    )}
  </section>`;
}

/** @param {Comment} comment @param {unknown} shown  @returns {unknown} folded away where its author is muted */
function folded({ muted, name }, shown) {
  if (!muted) return shown;
  return html`<details data-testid="muted-comment"><summary>${t("quiet.comment", { name })}</summary>${shown}</details>`;
}

/** @param {Comment} comment @param {"comment"|"comment-answer"} kind */
function figure({ name, text, written, kept }, kind) {
  const classes = kind === "comment" ? "comment" : "comment answered";
  return html`<figure class=${classes} data-testid=${kind}>
    <figcaption class="soft small">${said(name, whenWords(written), kept)}</figcaption>
    <blockquote class="words" dir="auto">${text}</blockquote>
  </figure>`;
}

/** @param {string} name @param {string} when @param {import("../../domain/entries.js").Kept} kept */
function said(name, when, kept) {
  return [isolated(name), when, ...(kept === "device" ? [t("entry.noteWaits")] : [])].join(" · ");
}
