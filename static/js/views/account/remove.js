/** Removing everything from this device, after saying what would be lost with it. */

import { html, nothing } from "lit-html";
import { openSheet } from "../../components/sheet.js";
import { instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { endLeaving, setLeaving } from "../../ui/mark.js";
import { explain } from "../shared/explain.js";
import { syncWords } from "../shared/sync-words.js";

/** @import { App } from "../shared/types.js" */

/** @param {App} app @param {string} [came] what came of backing up first, in words */
export async function remove(app, came) {
  const { waiting } = await app.vault.beforeRemoval();
  const isErased = app.sync.notices.some(({ type }) => type === "erased");
  const answer = await openSheet(
    (/** @type {(answer?: "remove"|"sync") => void} */ close) => html`<div>
      <h2>${t("me.removeTitle")}</h2>
      ${came && waiting ? html`<p class="wrong" data-testid="came">${came}</p>` : nothing}
      <p>${isErased ? t("me.removeErased") : waiting ? t("me.removeLost", { n: waiting }) : t("me.removeSafe")}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        ${waiting && !isErased ? html`<button class="btn" @click=${() => close("sync")}>${t("me.removeBackUp")}</button>` : nothing}
        <button class="btn care" @click=${() => close("remove")} data-testid="remove-now">${t("me.removeYes")}</button>
      </div>
    </div>`,
    t("me.removeTitle"),
  );
  if (answer === "sync") {
    app.say(t("me.removeBackingUp"));
    await remove(app, await backUp(app));
  }
  if (answer !== "remove") return;
  const status = await app.vault.removeFromDevice();
  setLeaving(true);
  await endLeaving(app.vault);
  await app.enter(status);
}

/** @param {App} app @returns {Promise<string>} why not all of it could be backed up, where that is so */
async function backUp({ vault, status }) {
  try {
    await vault.backUpDrafts();
    return syncWords({ status, sync: await vault.syncNow() }, instant());
  } catch (error) {
    return explain(error);
  }
}
