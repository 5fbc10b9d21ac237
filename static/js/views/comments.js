/** Comments under an entry, the same for both who see it. */

import { html, nothing } from "lit-html";
import { whenWords } from "../ui/dates.js";
import { t } from "../ui/i18n.js";

/** @import { Comment } from "../vault/types.js" */

/** @param {Comment[]} list */
export function comments(list) {
  if (list.length === 0) return nothing;
  return html`<section class="comments">
    <h2 class="unseen">${t("entry.notes")}</h2>
    ${list.map(
      ({ name, text, written, kept }) => html`<figure class="comment" data-testid="comment">
        <figcaption class="soft small">${said(name, whenWords(written), kept)}</figcaption>
        <blockquote class="words" dir="auto">${text}</blockquote>
      </figure>`,
    )}
  </section>`;
}

/** @param {string} name @param {string} when @param {import("../vault/types.js").Kept} kept */
function said(name, when, kept) {
  return [name, when, ...(kept === "device" ? [t("entry.noteWaits")] : [])].join(" · ");
}
