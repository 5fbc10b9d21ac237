/** A sheet over the screen: one question, or one deliberate act. The browser's own dialog holds the focus and closes on Escape. */

import { draw as drawIn } from "../ui/drawing.js";
import { keepFocus, settle } from "../ui/focus.js";

/** @import { TemplateResult } from "lit-html" */
/** @typedef {HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement} Field */
/** @typedef {{value: string, checked: boolean}} Typed */

const FIELDS = "input[name], select[name], textarea[name]";

/** What was typed into sheets that closed by accident, by the screen below, while that stands. @type {WeakMap<Element, Map<string, Typed[]>>} */
const left = new WeakMap();

/**
 * @template T
 * @param {(close: (answer?: T) => void, draw: () => void) => TemplateResult} template  `draw` after its own state changed
 * @param {string} label  read out when it opens
 * @returns {Promise<T|undefined>} undefined when it was closed without an answer
 */
export function openSheet(template, label) {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet";
  dialog.setAttribute("aria-label", label);
  /** @type {T|undefined} */
  let given;
  let isMeant = false;
  const close = (/** @type {T|undefined} */ answer) => {
    given = answer;
    isMeant = true;
    dialog.close();
  };
  const draw = () => drawIn(template(close, draw), dialog);
  dialog.addEventListener("click", (event) => {
    // A click on the shade has the dialog itself as its target; one inside has what was clicked.
    if (event.target === dialog && outside(dialog, event)) dialog.close();
  });
  const refocus = keepFocus(document.body);
  const typed = typedOn(label);
  draw();
  document.body.append(dialog);
  dialog.showModal();
  typed.bringBack(dialog);
  settle();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      typed.keep(isMeant ? null : dialog);
      dialog.remove();
      refocus();
      settle();
      resolve(given);
    });
  });
}

/** @param {string} label of a sheet over the screen that stands */
function typedOn(label) {
  const screen = document.querySelector("main") ?? document.body;
  const all = left.get(screen) ?? new Map();
  left.set(screen, all);
  const key = `${location.hash.split("?", 1)} ${label}`;
  return {
    /** @param {HTMLElement} dialog */
    bringBack(dialog) {
      for (const [index, { value, checked }] of (all.get(key) ?? []).entries()) {
        const field = fieldsOf(dialog)[index];
        if (!field || (field.value === value && isChecked(field) === checked)) continue;
        if (field instanceof HTMLInputElement) field.checked = checked;
        field.value = value;
        for (const type of ["input", "change"])
          field.dispatchEvent(new Event(type, { bubbles: true }));
      }
    },
    /** @param {HTMLElement|null} dialog that was closed by accident */
    keep(dialog) {
      const now = dialog && fieldsOf(dialog);
      if (now)
        all.set(
          key,
          now.map((field) => ({ value: field.value, checked: isChecked(field) })),
        );
      else all.delete(key);
    },
  };
}

/** @param {HTMLElement} dialog @returns {Field[]} */
function fieldsOf(dialog) {
  return [.../** @type {NodeListOf<Field>} */ (dialog.querySelectorAll(FIELDS))];
}

/** @param {Field} field */
function isChecked(field) {
  return field instanceof HTMLInputElement && field.checked;
}

/** @param {HTMLElement} dialog @param {MouseEvent} event */
function outside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
