/** On Today, the day after: what one wanted to share near a dose waited, and is asked about again (catalogue `sharing`). */

import { html } from "lit-html";
import { icon } from "../../components/controls.js";
import { msOf } from "../../ui/dates.js";
import { loadWords, t } from "../../ui/i18n.js";
import { scoreLine } from "../shared/score-names.js";

/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { HeldBack } from "../../domain/sharing.js" */

/** @type {import("./today-cards.js").CardSource} */
export default async (_app, { entries }, now) => {
  const asked = entries.flatMap((entry) =>
    entry.waits
      .filter(({ until }) => msOf(until) <= msOf(now))
      .map((held) => /** @type {const} */ ([entry, held])),
  );
  if (asked.length === 0) return [];
  await loadWords(["sharing"]);
  return asked.map(([entry, held]) => ({ place: "due", render: () => card(entry, held) }));
};

/** @param {EntrySummary} entry @param {HeldBack} held */
function card(entry, { person, name }) {
  const { id, kind, title } = entry;
  return html`<li>
    <a class="row card" href=${`#/entry/${id}?share=${person}`} data-testid="share-again">
      <span class="grow">
        <b>${t("sharing.again", { name })}</b>
        <span class="asked" dir="auto">${kind === "entry" ? title || t("entry.untitled") : scoreLine(entry)}</span>
        <span class="soft small">${t("sharing.againHint")}</span>
      </span>
      ${icon("forward")}
    </a>
  </li>`;
}
