/** A slider from 0 to 10 that is blank until it is touched, and can be blank again. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

export const MOST = 10;

/**
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} options.low    words at 0
 * @param {string} options.high   words at 10
 * @param {number|null} options.value   null: blank
 * @param {string} options.said   the value in words, or that it is blank
 * @param {string} options.clear  what the button that makes it blank says
 * @param {(value: number|null) => void} options.change
 */
export function slider({ id, label, low, high, value, said, clear, change }) {
  const set = (/** @type {Event} */ event) =>
    change(Number(/** @type {HTMLInputElement} */ (event.target).value));
  return html`<div class="slider">
    <div class="line apart">
      <label for=${`scale-${id}`}>${label}</label>
      <output class="soft" for=${`scale-${id}`}>${said}</output>
    </div>
    <input
      type="range"
      id=${`scale-${id}`}
      data-testid=${`scale-${id}`}
      autocomplete="off"
      class=${value === null ? "blank" : ""}
      min="0"
      max=${MOST}
      step="1"
      aria-valuetext=${said}
      .value=${live(String(value ?? MOST / 2))}
      @input=${set}
      @click=${set}
    />
    <div class="line apart soft small"><span>${low}</span><span>${high}</span></div>
    ${
      value === null
        ? nothing
        : html`<button type="button" class="btn bare edge-start" @click=${() => change(null)}>${clear}</button>`
    }
  </div>`;
}

/** Where a value lies, as a line with a point; the words beside it say the same. @param {number} value */
export function sliderMark(value) {
  return html`<svg class="slider-mark" viewBox="0 0 110 10" aria-hidden="true">
    <path d="M5 5H105" />
    <circle cx=${5 + (100 * value) / MOST} cy="5" r="4.500" />
  </svg>`;
}
