/** Pieces of the editor's page, and what it says about where the words are. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { saveFile } from "../../ui/save-file.js";
import { explain } from "../shared/explain.js";

/** @import { Entry } from "../../domain/entries.js" */
/** @typedef {{text: string, opens?: "help"}} Choice */

/** @param {Entry|null} entry */
export function keptWords(entry) {
  if (!entry) return "";
  return t(entry.summary.kept === "device" ? "write.device" : "write.backedUp");
}

/** @param {unknown} error @returns {string} where the words are now, and why */
export function notKept(error) {
  const { reason = "" } = /** @type {{reason?: string}} */ (error ?? {});
  return reason.startsWith("storage-") || reason === "too-long"
    ? explain(error)
    : t("write.onPage");
}

/** @param {string} said @param {{label: string, act: () => void}} [other] */
export function audienceLine(said, other) {
  return html`<div class="line audience">
    <p class="soft small" data-testid="audience">${said}</p>
    ${other ? html`<button class="btn quiet" @click=${other.act} data-testid="audience-other">${other.label}</button>` : nothing}
  </div>`;
}

/** @param {Event} event */
export function typed(event) {
  return /** @type {HTMLInputElement|HTMLTextAreaElement} */ (event.target).value;
}

/** @param {Choice[]} offered @param {(choice: Choice) => void} choose */
export function choices(offered, choose) {
  return html`<div class="chips">
    ${offered.map(
      (choice) => html`<button class="chip" @click=${() => choose(choice)}>${choice.text}</button>`,
    )}
  </div>`;
}

/** @param {string} name @param {string} label @param {() => void} act */
export function tool(name, label, act) {
  return html`<button class="tool" @click=${act} data-testid=${`tool-${name}`}>
    ${icon(name)}<span>${label}</span>
  </button>`;
}

/** @param {string} value @param {(value: string) => void} change */
export function titleField(value, change) {
  return html`<input
    id="entry-title"
    class="entry-title"
    autocomplete="off"
    data-testid="title"
    aria-label=${t("write.titleLabel")}
    placeholder=${t("write.titleHint")}
    dir="auto"
    .value=${value}
    @input=${(/** @type {InputEvent} */ event) => change(typed(event))}
  />`;
}

/** Out of the app, for when the device keeps nothing. @param {{title: string, text: string}} draft */
export function saveAsText({ title, text }) {
  saveFile(new Blob([`${title}\n\n${text}\n`], { type: "text/plain" }), t("write.fileName"));
}
