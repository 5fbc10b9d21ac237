/** From an entry: to which thread it is tied. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { openSheet } from "../../components/sheet.js";
import { threadBody, threadsOf } from "../../domain/threads.js";
import { dayOf, shortDay } from "../../ui/dates.js";
import { loadWords, t } from "../../ui/i18n.js";
import { ifEmpty } from "../shared/coming.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { App } from "../shared/types.js" */

/**
 * @param {App} app
 * @param {string} entry
 * @param {Dosing[]} dosings
 * @returns {Promise<void>} after it was tied to one, taken out of one, or neither
 */
export async function tieSheet(app, entry, dosings) {
  const { vault, say } = app;
  const [documents] = await Promise.all([
    vault.documents({ kind: "thread" }),
    loadWords(["thread"]),
  ]);
  const threads = threadsOf(documents, dosings);
  const chosen = await openSheet((/** @type {(answer?: string) => void} */ close) => {
    return html`<div>
      <h2>${t("thread.tieTitle")}</h2>
      ${threads.length ? nothing : ifEmpty(app, html`<p class="soft">${t("thread.tieNone")}</p>`)}
      <ul class="rows lined">
        ${each(
          threads,
          ({ id, intention, dosing, fragments }) => html`<li>
            <button class="row" aria-pressed=${String(fragments.includes(entry))} @click=${() => close(id)} data-testid="tie-to">
              <span class="grow">
                <span class="soft small">${doseWords(dosings, dosing)}</span>
                <span class="asked" dir="auto">${intention || t("thread.untitled")}</span>
              </span>
              ${fragments.includes(entry) ? html`<span class="soft small">${t("thread.untie")}</span>` : nothing}
            </button>
          </li>`,
        )}
      </ul>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        ${threads.length ? nothing : html`<a class="btn" href="#/thread/new">${t("thread.begin")}</a>`}
      </div>
    </div>`;
  }, t("thread.tieTitle"));
  const thread = threads.find(({ id }) => id === chosen);
  if (!thread) return;
  const isTied = thread.fragments.includes(entry);
  const others = thread.fragments.filter((id) => id !== entry);
  const body = threadBody({ ...thread, fragments: isTied ? others : [...others, entry] });
  const { id, rev } = thread.document;
  await vault.saveDocument({ id, rev, kind: "thread", body });
  say(t(isTied ? "thread.untied" : "thread.tied"));
}

/** @param {Dosing[]} dosings @param {string|null} id */
function doseWords(dosings, id) {
  const dose = dosings.find((one) => one.id === id);
  if (!dose) return t("thread.noDose");
  return t("write.doseOption", { n: dose.number, day: shortDay(dayOf(dose.happened)) });
}
