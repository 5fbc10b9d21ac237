/** Where a therapist has not said yet how they read, linking waits for it (catalogue `boundary`). */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";

/** @import { App } from "./types.js" */

/** @param {App} app @returns {Promise<boolean>} */
export async function isUnsaid({ vault, status }) {
  return status.role === "therapist" && (await vault.boundary()) === null;
}

/** One calm sentence, and the way to say it. */
export function toSetup() {
  return html`<section class="card stack" data-testid="boundary-needed">
    <p>${t("boundary.needed")}</p>
    <a class="btn" href="#/setup" data-testid="to-setup">${t("boundary.toSetup")}</a>
  </section>`;
}
