/**
 * `<timeline-sheet>`: the timeline on one page of paper across: whose it is, the stretch that was looked at, the drawing, what its signs
 * mean. It is drawn when something is printed, and no titles of entries stand on it.
 */

import { html, nothing } from "lit-html";
import { draw } from "../../ui/drawing.js";
import { drawn, names } from "./drawing.js";
import { onPaper } from "./layout.js";
import { legend } from "./legend.js";

/** @import { Sign } from "./legend.js" */
/** @import { Span } from "./scale.js" */
/** @import { ChartData } from "./types.js" */

/** @typedef {{title: string, under: string[], data: ChartData, shown: Span, signs: Sign[]}} Sheet */

class TimelineSheet extends HTMLElement {
  /** @type {Sheet|null} */
  sheet = null;

  connectedCallback() {
    addEventListener("beforeprint", this.#draw);
    addEventListener("afterprint", this.#clear);
  }

  disconnectedCallback() {
    removeEventListener("beforeprint", this.#draw);
    removeEventListener("afterprint", this.#clear);
  }

  #draw = () => {
    if (!this.sheet) return;
    const { title, under, data, shown, signs } = this.sheet;
    const { part, layout } = onPaper(data, shown);
    const { gutter, height, scale } = layout;
    draw(
      html`<header><h1>${title}</h1>${under.map((line) => html`<p>${line}</p>`)}</header>
        <svg class="chart paper" role="img" aria-label=${data.label} viewBox=${`0 0 ${gutter + scale.width} ${height}`}>
          <g transform=${`translate(${gutter} 0)`}>${drawn(part, layout, null)}</g>
          ${names(layout, gutter + scale.width)}
        </svg>
        ${legend(signs)}`,
      this,
    );
  };

  #clear = () => draw(nothing, this);
}

customElements.define("timeline-sheet", TimelineSheet);
