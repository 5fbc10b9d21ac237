/** What the drawing's signs mean, in words beside each. */

import { html, nothing, svg } from "lit-html";
import { routeGlyph } from "./glyphs.js";

/** @typedef {{phase?: string, route?: string, text: string}} Sign */

/** @param {readonly Sign[]} signs */
export function legend(signs) {
  return html`<ul class="legend" role="list">
    ${signs.map(
      ({ phase, route, text }) => html`<li data-phase=${phase ?? nothing}>
        ${phase ? html`<span class="dot" aria-hidden="true"></span>` : nothing}
        ${route ? html`<svg class="route" viewBox="0 0 16 16" aria-hidden="true">${svg`${routeGlyph(route, 8, 8)}`}</svg>` : nothing}
        <span>${text}</span>
      </li>`,
    )}
  </ul>`;
}
