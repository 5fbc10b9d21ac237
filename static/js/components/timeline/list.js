/**
 * `<timeline-list>`: the timeline of a phone. Time runs down the side, newest first; doses are headings, results small lines between, and
 * stretches where nothing was written say so. Only what is near the screen is in the page.
 */

import { html, nothing, svg } from "lit-html";
import { draw } from "../../ui/drawing.js";
import { each } from "../rows.js";
import { routeGlyph } from "./glyphs.js";
import { rowsOf } from "./rows.js";

/** @import { Row } from "./rows.js" */
/** @import { Span } from "./scale.js" */
/** @import { ChartData, ChartDose, ChartMark, ChartTask } from "./types.js" */

/** Rows that come and go together, and what one is taken to be high until it has been seen. */
const PIECE = 30;
const ROW_PX = 84;

/** @typedef {{quiet: (days: number) => string, dose: (id: string) => string}} ListWords */
/** @typedef {{data: ChartData, shown: Span, words: ListWords}} ListView */

class TimelineList extends HTMLElement {
  /** @type {ListView|null} */
  #view = null;
  /** @type {Row[]} */
  #rows = [];
  /** Pixels of each piece, once it has been seen. @type {Map<number, number>} */
  #heights = new Map();
  #near = "";

  /** @param {ListView} view */
  set view(view) {
    const isSame = this.#view?.data === view.data && this.#view.shown === view.shown;
    this.#view = view;
    if (!isSame) {
      this.#rows = rowsOf(view.data, view.shown);
      this.#heights.clear();
    }
    this.#draw();
  }

  connectedCallback() {
    addEventListener("scroll", this.#moved, { passive: true });
    addEventListener("resize", this.#moved);
  }

  disconnectedCallback() {
    removeEventListener("scroll", this.#moved);
    removeEventListener("resize", this.#moved);
  }

  #moved = () => {
    this.#remember();
    if (this.#pieces().join() !== this.#near) this.#draw();
  };

  #remember() {
    for (const piece of this.querySelectorAll("ol")) {
      this.#heights.set(Number(piece.dataset.piece), piece.offsetHeight);
    }
  }

  /** @param {number} index @returns {number} pixels, known or taken to be */
  #height(index) {
    const rows = Math.min(this.#rows.length - index * PIECE, PIECE);
    return this.#heights.get(index) ?? rows * ROW_PX;
  }

  /** @returns {number[]} the pieces within a screen and a half of what is seen */
  #pieces() {
    const top = this.getBoundingClientRect().top;
    const [from, to] = [-1.5 * innerHeight - top, 2.5 * innerHeight - top];
    const found = [];
    let at = 0;
    for (let index = 0; index * PIECE < this.#rows.length; index += 1) {
      const end = at + this.#height(index);
      if (end >= from && at <= to) found.push(index);
      at = end;
    }
    return found;
  }

  #draw() {
    const pieces = this.#pieces();
    this.#near = pieces.join();
    const count = Math.ceil(this.#rows.length / PIECE);
    const [first = 0, last = -1] = [pieces[0], pieces.at(-1)];
    const sum = (/** @type {number} */ from, /** @type {number} */ to) => {
      let pixels = 0;
      for (let index = from; index < to; index += 1) pixels += this.#height(index);
      return pixels;
    };
    draw(
      html`<div class="time-list">
        <div .style=${`block-size: ${sum(0, first)}px`}></div>
        ${pieces.map((index) => this.#piece(index))}
        <div .style=${`block-size: ${sum(last + 1, count)}px`}></div>
      </div>`,
      this,
    );
  }

  /** @param {number} index */
  #piece(index) {
    const { data, words } = /** @type {ListView} */ (this.#view);
    const rows = this.#rows.slice(index * PIECE, (index + 1) * PIECE);
    return html`<ol data-piece=${index}>
      ${each(
        rows,
        (row) => html`${row.quiet ? html`<li class="gap">${words.quiet(row.quiet)}</li>` : nothing}
          ${rowItem(row, data.selected, words)}`,
      )}
    </ol>`;
  }
}

/** @param {Row} row @param {string|null} selected @param {ListWords} words */
function rowItem({ dose, mark, task, points }, selected, words) {
  if (dose) return doseItem(dose, words.dose(dose.id));
  if (mark) return markItem(mark, selected);
  if (task) return taskItem(task);
  return html`<li class="results">
    ${(points ?? []).map(({ href, title, about }) => html`<a href=${href} title=${about()}>${title}</a>`)}
  </li>`;
}

/** @param {ChartDose} dose @param {string} title */
function doseItem({ number, route, planned, href, about }, title) {
  return html`<li class=${planned ? "at-dose planned" : "at-dose"}>
    <a class="row" href=${href}>
      <span class="dose-mark" aria-hidden="true">${number}</span>
      <span class="grow">
        <h2>${title}</h2>
        <span class="soft small"><svg class="route" viewBox="0 0 16 16" aria-hidden="true">${svg`${routeGlyph(route, 8, 8)}`}</svg>${about()}</span>
      </span>
    </a>
  </li>`;
}

/** @param {ChartMark} mark @param {string|null} selected */
function markItem({ id, phase, title, about, href, filled, ring, commented, part }, selected) {
  const kind = `spot${filled ? " filled" : ""}${ring ? " ring" : ""}${commented ? " said" : ""}${part ? " part" : ""}`;
  return html`<li data-phase=${phase}>
    <a class="row" href=${href} aria-current=${id === selected ? "true" : nothing} data-testid="mark">
      <span class=${kind} aria-hidden="true"></span>
      <span class="grow"><span class="title" dir="auto">${title}</span><span class="soft small">${about()}</span></span>
    </a>
  </li>`;
}

/** @param {ChartTask} task */
function taskItem({ title, about, href, state }) {
  return html`<li>
    <a class="row" href=${href}>
      <span class=${`set ${state}`} aria-hidden="true"></span>
      <span class="grow"><span>${title}</span><span class="soft small block">${about()}</span></span>
    </a>
  </li>`;
}

customElements.define("timeline-list", TimelineList);
