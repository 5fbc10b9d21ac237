/** The end of a link, as both sides end it: said honestly, then done (catalogue `people`). */

import { html } from "lit-html";
import { openSheet } from "../components/sheet.js";
import { t } from "../ui/i18n.js";
import { explain } from "./explain.js";

/** @import { App } from "./types.js" */
/** @import { Person } from "../vault/types.js" */

/**
 * One deliberate step, with what it can and cannot undo.
 * @param {{title: string, honest: string, yes: string, testid: string}} words
 * @returns {Promise<boolean|undefined>}
 */
export function confirmStep({ title, honest, yes, testid }) {
  return openSheet(
    (/** @type {(answer?: boolean) => void} */ close) => html`<div>
      <h2>${title}</h2>
      <p>${honest}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn" @click=${() => close(true)} data-testid=${testid}>${yes}</button>
      </div>
    </div>`,
    title,
  );
}

/** @param {App} app @param {Person} person @returns {Promise<boolean>} whether it has ended */
export async function endLink(app, { id, name }) {
  const isSure = await confirmStep({
    title: t("person.endTitle", { name }),
    honest: t(`person.endHonest.${app.status.role}`, { name }),
    yes: t("person.end"),
    testid: "confirm-end",
  });
  if (!isSure) return false;
  try {
    await app.vault.closeLink({ person: id });
    app.say(t("person.ended", { name }));
    return true;
  } catch (error) {
    app.say(explain(error));
    return false;
  }
}
