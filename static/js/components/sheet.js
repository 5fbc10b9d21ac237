/** A sheet over the screen: one question, or one deliberate act. The browser's own dialog holds the focus and closes on Escape. */

import { render } from "lit-html";

/** @import { TemplateResult } from "lit-html" */

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
  const close = (/** @type {T|undefined} */ answer) => {
    given = answer;
    dialog.close();
  };
  const draw = () => render(template(close, draw), dialog);
  dialog.addEventListener("click", (event) => {
    // A click on the shade has the dialog itself as its target; one inside has what was clicked.
    if (event.target === dialog && outside(dialog, event)) dialog.close();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(given);
    });
  });
}

/** @param {HTMLElement} dialog @param {MouseEvent} event */
function outside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
