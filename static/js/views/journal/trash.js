/** What was deleted in the last 30 days: to be brought back, or erased for good. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { openSheet } from "../../components/sheet.js";
import { hereZone, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";

/** @import { DeletedEntry } from "../../domain/entries.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  let deleted = await vault.trash();

  async function refresh() {
    deleted = await vault.trash();
    app.draw();
  }

  /** @param {string} id */
  async function restore(id) {
    try {
      await vault.restoreEntry({ id });
      app.say({
        text: t("trash.restored"),
        action: t("notice.open"),
        run: ({ go }) => go(`/entry/${id}`),
        here: true,
      });
      await refresh();
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @param {string} [id] absent: all */
  async function erase(id) {
    if (!(await confirmErase(id === undefined))) return;
    try {
      await vault.emptyTrash(id === undefined ? {} : { id });
      await refresh();
      app.say(t(deleted.some(({ deletedAt }) => !deletedAt) ? "trash.stays" : "trash.erased"));
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @param {DeletedEntry} one */
  const row = ({ id, title, preview, deletedAt }) => html`<li class="deleted" data-testid="deleted">
    <p class="preview" dir="auto">${preview || title || t("entry.untitled")}</p>
    <p class="soft small">${deletedAt ? t("trash.deleted", { when: whenWords({ at: deletedAt, zone: hereZone() }) }) : t("trash.waiting")}</p>
    <div class="line">
      <button class="btn second" @click=${() => restore(id)} data-testid="restore">${t("trash.restore")}</button>
      ${deletedAt ? html`<button class="btn care" @click=${() => erase(id)} data-testid="erase">${t("trash.erase")}</button>` : nothing}
    </div>
  </li>`;

  return {
    changed: refresh,
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/journal")}
      <h1>${t("trash.title")}</h1>
      <p class="soft lead">${t("trash.lead")}</p>
      ${deleted.length ? nothing : empty(app, t("trash.empty"))}
      <ul class="rows lined">${each(deleted, row)}</ul>
      ${deleted.length ? html`<button class="btn care edge-start after" @click=${() => erase()} data-testid="empty-trash">${t("trash.eraseAll")}</button>` : nothing}
    </main>`,
  };
};

/** @param {boolean} all @returns {Promise<boolean|undefined>} */
function confirmErase(all) {
  const title = t(all ? "trash.eraseAllTitle" : "trash.eraseTitle");
  return openSheet(
    (/** @type {(answer?: boolean) => void} */ close) => html`<div>
      <h2>${title}</h2>
      <p>${t("trash.means")}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn" @click=${() => close(true)} data-testid="confirm-erase">${t(all ? "trash.eraseAll" : "trash.erase")}</button>
      </div>
    </div>`,
    title,
  );
}
