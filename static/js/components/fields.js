/** Fields of longer forms: several lines, a choice from a list, a tick. Sizes and labels are those of `field` in controls.js. */

import { html, nothing } from "lit-html";

/** @import { TemplateResult } from "lit-html" */

/** Id of the one form of its kind on a screen. */
export const FORM = "kept-form";

/**
 * The form in which such fields stand: Chromium leaves a text area's words out of its own files when the form says so.
 * @param {{submit: (event: Event) => void, touch: () => void}} on  touch: something was typed or chosen
 * @param {unknown} fields
 * @returns {TemplateResult}
 */
export function fieldsForm({ submit, touch }, fields) {
  return html`<form id=${FORM} autocomplete="off" class="stack group" @submit=${submit} @input=${touch}>${fields}</form>`;
}

/**
 * Foot of the form: why it could not be kept, its button, where what is typed lies. That comes while one types: below the button, which
 * would otherwise move away from a finger on its way.
 * @param {{wrong?: string, state: string}} form
 * @param {unknown} button  or none, where a form has none
 * @returns {TemplateResult}
 */
export function formFoot({ wrong, state }, button) {
  return html`${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
    ${button}
    <p class="soft small state-line" role="status" data-testid="form-state">${state}</p>`;
}

/**
 * @param {{name: string, label: string, hint?: string, value?: string, rows?: number}} options
 * @returns {TemplateResult} for words of one's own
 */
export function textArea({ name, label, hint, value = "", rows = 2 }) {
  const id = `field-${name}`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    <textarea
      autocomplete="off"
      id=${id}
      name=${name}
      rows=${rows}
      class="words"
      dir="auto"
      data-testid=${name}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .value=${value}
    ></textarea>
  </div>`;
}

/**
 * @param {{name: string, label: string, values: readonly string[], chosen: string, words: (value: string) => string, required?: boolean, change?: (value: string) => void}} options
 * @returns {TemplateResult}
 */
export function select({ name, label, values, chosen, words, required = false, change }) {
  const id = `field-${name}`;
  const take = (/** @type {Event} */ event) =>
    change?.(/** @type {HTMLSelectElement} */ (event.target).value);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select autocomplete="off" id=${id} name=${name} data-testid=${name} ?required=${required} @change=${take}>
      ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${words(value)}</option>`)}
    </select>
  </div>`;
}

/**
 * @param {{name: string, label: string, hint?: string, checked: boolean}} options
 * @returns {TemplateResult}
 */
export function tick({ name, label, hint, checked }) {
  return html`<label class="choice">
    <input type="checkbox" autocomplete="off" name=${name} data-testid=${name} ?checked=${checked} />
    <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
  </label>`;
}
