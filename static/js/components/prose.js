/** The person's words, shown as they were written: text only, nothing in them is read as markup. */

import { html } from "lit-html";

/** @param {string} text */
export function prose(text) {
  return html`<div class="words" dir="auto">${text}</div>`;
}

/**
 * Grows with what is written where the browser does not do it by itself (`field-sizing`).
 * @param {HTMLTextAreaElement} area
 */
export function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  const { scrollX, scrollY } = window;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight}px`;
  // For a moment the page was shorter than where one stood in it.
  scrollTo(scrollX, scrollY);
}
