/** A field for the passphrase that can be looked at while one types: six words are long, and a phone's keys are small. */

import { html } from "lit-html";
import { t } from "../ui/i18n.js";
import { field } from "./controls.js";

/** @import { FieldOptions } from "./controls.js" */

/**
 * @param {Omit<FieldOptions, "type"|"plain">} options  `autocomplete`: of the hidden field
 * @param {boolean} isOpen
 * @param {(isOpen: boolean) => void} turn
 */
export function passphraseField(options, isOpen, turn) {
  const show = (/** @type {Event} */ event) =>
    turn(/** @type {HTMLInputElement} */ (event.target).checked);
  return html`${field({
    ...options,
    type: isOpen ? "text" : "password",
    plain: true,
    // What is typed into an open field the browser would write into its own files.
    autocomplete: isOpen ? "off" : (options.autocomplete ?? "current-password"),
  })}
    <label class="choice">
      <input type="checkbox" autocomplete="off" .checked=${isOpen} @change=${show} data-testid="show-passphrase" />${t("do.show")}
    </label>`;
}
