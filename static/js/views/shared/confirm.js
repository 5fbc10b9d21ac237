/** What is asked once more before it is done. */

import { html } from "lit-html";
import { openSheet } from "../../components/sheet.js";
import { t } from "../../ui/i18n.js";

/**
 * One deliberate step, with what it can and cannot undo.
 * @param {{title: string, honest: string, yes: string, no?: string, testid: string}} words
 * @returns {Promise<boolean|undefined>} undefined: closed without an answer
 */
export function confirmStep({ title, honest, yes, no = t("do.cancel"), testid }) {
  return openSheet(
    (/** @type {(answer?: boolean) => void} */ close) => html`<div>
      <h2>${title}</h2>
      <p>${honest}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close(false)}>${no}</button>
        <button class="btn" @click=${() => close(true)} data-testid=${testid}>${yes}</button>
      </div>
    </div>`,
    title,
  );
}
