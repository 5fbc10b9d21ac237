/** The thread on Today: the line one carries, on the dose day; the small act, on its day; before a dose, the choice of a line from what was written. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { threadsOf } from "../../domain/threads.js";
import { dayOf, daysBetween, msOf } from "../../ui/dates.js";
import { loadWords, t } from "../../ui/i18n.js";
import { dosesAround } from "../shared/place.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Thread } from "../../domain/threads.js" */
/** @import { Seen } from "./today-cards.js" */

/** The prompt that asks for a direction and a phrase. */
const DIRECTION = "P10";

/** @type {import("./today-cards.js").CardSource} */
export default async (app, seen, now) => {
  const threads = threadsOf(await app.vault.documents({ kind: "thread" }), seen.dosings);
  const carried = carriedToday(threads, seen.dosings, now);
  const act = threads.find(
    ({ act: { what, when, outcome } }) => what && when === dayOf(now) && !outcome,
  );
  const next = lineToChoose(threads, seen, now);
  if (!carried && !act && !next) return [];
  await loadWords(["thread"]);
  /** @type {import("./today-cards.js").Card[]} */
  const shown = [];
  if (carried) shown.push({ place: "top", render: () => lineCard(carried) });
  if (act) shown.push({ place: "due", render: () => actCard(act) });
  if (next) shown.push({ place: "foot", render: () => chooseCard(next) });
  return shown;
};

/** @param {Thread[]} threads @param {Dosing[]} dosings @param {Instant} now @returns {Thread|undefined} the one that was chosen for today's dose */
function carriedToday(threads, dosings, now) {
  const todays = dosings.filter(
    ({ state, happened }) => state !== "cancelled" && dayOf(happened) === dayOf(now),
  );
  return threads.find(
    ({ dosing, intention }) => intention && todays.some(({ id }) => id === dosing),
  );
}

/** @param {Thread[]} threads @param {Seen} seen @param {Instant} now @returns {Dosing|undefined} the next dose, where a direction was written for it and no line chosen */
function lineToChoose(threads, { entries, dosings }, now) {
  const { last, next } = dosesAround(dosings, now);
  if (!next || daysBetween(dayOf(now), dayOf(next.happened)) > 3) return undefined;
  const since = last ? msOf(last.happened) : 0;
  const isWritten = entries.some(
    ({ prompt, happened }) => prompt === DIRECTION && msOf(happened) > since,
  );
  return isWritten && !threads.some(({ dosing }) => dosing === next.id) ? next : undefined;
}

/** @param {Thread} thread */
function lineCard({ id, intention }) {
  return html`<li>
    <a class="row card" href=${`#/thread/${id}`} data-testid="thread-line">
      <span class="grow">
        <span class="soft small">${t("thread.today")}</span>
        <span class="question" dir="auto">${intention}</span>
      </span>
      ${icon("forward")}
    </a>
  </li>`;
}

/** @param {Thread} thread */
function actCard({ id, act }) {
  return html`<li>
    <a class="row card" href=${`#/thread/${id}`} data-testid="thread-act">
      <span class="grow">
        <span class="soft small">${t("thread.actToday")}</span>
        <span class="asked" dir="auto">${act.what}</span>
        ${act.with ? html`<span class="soft small">${t("thread.withWhom", { name: act.with })}</span>` : nothing}
        <span class="small">${t("thread.actWent")}</span>
      </span>
      ${icon("forward")}
    </a>
  </li>`;
}

/** @param {Dosing} next */
function chooseCard({ id, number }) {
  return html`<li>
    <a class="row card" href=${`#/thread/new?dosing=${id}`} data-testid="thread-choose">
      <span class="grow">
        <b>${t("thread.chooseNow", { dose: number })}</b>
        <span class="soft small">${t("thread.chooseHint")}</span>
      </span>
      ${icon("forward")}
    </a>
  </li>`;
}
