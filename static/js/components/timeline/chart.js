/**
 * `<timeline-chart>`: dosing sessions on the axis, entries by phase beneath, measures on their own bands. A gap stays a gap. What would
 * lie over one another is counted, and opens by looking closer. One stop for Tab; arrow keys along a row and from row to row, Home, End,
 * + and −; Enter opens. Only what is in sight is drawn.
 */

import { html } from "lit-html";
import { draw } from "../../ui/drawing.js";
import { focusPlaced } from "../../ui/focus.js";
import { drawn, names, saidOf } from "./drawing.js";
import { stepFrom } from "./keys.js";
import { layOut, wholeOf } from "./layout.js";
import { DAY_MS, zoomed } from "./scale.js";

/** @import { Layout, Placed } from "./layout.js" */
/** @import { Span } from "./scale.js" */
/** @import { ChartData, ChartView } from "./types.js" */

/** The most of what lies beside that is drawn, in widths of what is seen. */
const BESIDE = 0.75;
const ZOOMS = new Map([
  ["+", 0.5],
  ["=", 0.5],
  ["-", 2],
]);

class TimelineChart extends HTMLElement {
  /** @type {ChartView|null} */
  #view = null;
  /** @type {Span} what is to be seen now */
  #shown = { from: 0, to: 1 };
  /** Pixels of the element, and how many of them one of the drawing's is: it grows with the text. */
  #width = 0;
  #rem = 1;
  /** @type {{data: ChartData, length: number, room: number, layout: Layout}|null} */
  #made = null;
  /** @type {Span} pixels of the drawing */
  #sight = { from: 0, to: 0 };
  /** Widths of what is seen that are drawn on either side of it, and what will draw them. */
  #beside = 0;
  #sides = 0;
  /** @type {string|null} id of the thing that Tab leads to */
  #stop = null;
  #resized = new ResizeObserver(() => this.#measure());

  /** @param {ChartView} view */
  set view(view) {
    this.#view = view;
    this.#draw();
  }

  connectedCallback() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    clearTimeout(this.#sides);
  }

  #measure() {
    const width = this.clientWidth;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    if (Math.abs(width - this.#width) < 1 && rem === this.#rem) return;
    this.#width = width;
    this.#rem = rem;
    this.#draw(true);
  }

  get #box() {
    return this.querySelector(".chart-scroll");
  }

  /** @param {ChartData} data @returns {Layout} made once for the same things in the same room */
  #layout(data) {
    const length = Math.round(this.#shown.to - this.#shown.from);
    const inner = this.#width / this.#rem;
    if (this.#made?.data === data && this.#made.length === length && this.#made.room === inner)
      return this.#made.layout;
    const layout = layOut(data, this.#shown, inner);
    this.#made = { data, length, room: inner, layout };
    return layout;
  }

  /** @param {boolean} [anew]  place what is shown again, in another room */
  #draw(anew = false) {
    if (!this.#view || !this.#width) return;
    const { data, shown } = this.#view;
    const isElsewhere = anew || shown !== this.#shown;
    if (isElsewhere) this.#beside = 0;
    this.#shown = shown;
    const layout = this.#layout(data);
    const left = isElsewhere
      ? layout.scale.x(this.#shown.from) - layout.scale.x(layout.scale.from)
      : (this.#box?.scrollLeft ?? 0) / this.#rem;
    this.#look(left, layout);
    draw(this.#whole(data, layout), this);
    const box = this.#box;
    if (isElsewhere && box) box.scrollLeft = left * this.#rem;
    if (isElsewhere) this.#drawSides();
    const probe = this.querySelector(".chart-probe");
    if (probe) this.#resized.observe(probe);
  }

  /** What is in sight is drawn at once, what lies beside it a piece at a time. */
  #drawSides() {
    clearTimeout(this.#sides);
    this.#sides = setTimeout(() => {
      this.#beside = Math.min(this.#beside + BESIDE / 3, BESIDE);
      this.#draw();
      if (this.#beside < BESIDE) this.#drawSides();
    }, 30);
  }

  /** @param {number} left @param {Layout} layout */
  #look(left, { room, scale }) {
    this.#sight = {
      from: Math.max(left - this.#beside * room, 0),
      to: Math.min(left + (1 + this.#beside) * room, scale.width),
    };
  }

  /** @param {Event} event */
  #scrolled = (event) => {
    if (!this.#view) return;
    const { data, moved } = this.#view;
    const layout = this.#layout(data);
    const { room } = layout;
    const left = /** @type {Element} */ (event.target).scrollLeft / this.#rem;
    const before = layout.scale.x(this.#shown.from) - layout.scale.x(layout.scale.from);
    if (Math.abs(left - before) > 2) {
      const from = layout.scale.ms(left + layout.scale.x(layout.scale.from));
      this.#shown = { from, to: from + this.#shown.to - this.#shown.from };
      this.#view = { ...this.#view, shown: this.#shown };
      moved(this.#shown);
    }
    const { from, to } = this.#sight;
    const isNear = left - (BESIDE * room) / 3 < from || left + (1 + BESIDE / 3) * room > to;
    if (!isNear || (from <= 0 && to >= layout.scale.width)) return;
    this.#beside = BESIDE;
    this.#draw();
  };

  /** @param {ChartData} data @param {Layout} layout */
  #whole(data, layout) {
    const { from, to } = this.#sight;
    const { height, scale, gutter, room } = layout;
    const size = (/** @type {number} */ pixels) => `${pixels * this.#rem}`;
    const stop = this.#stopOf(data, layout);
    return html`<span class="chart-probe"></span>
      <svg class="chart-names" aria-hidden="true" width=${size(gutter)} height=${size(height)} viewBox=${`0 0 ${gutter} ${height}`}>
        ${names(layout, gutter + room)}
      </svg>
      <div class="chart-scroll" @scroll=${this.#scrolled}>
        <div class="chart-run" .style=${`inline-size: ${size(scale.width)}px; block-size: ${size(height)}px`}>
          <svg
            class="chart"
            role="group"
            aria-label=${data.label}
            width=${size(to - from)}
            height=${size(height)}
            viewBox=${`${from} 0 ${to - from} ${height}`}
            .style=${`inset-inline-start: ${size(from)}px`}
            @keydown=${this.#key}
            @click=${this.#click}
            @focusin=${this.#tell}
            @pointerover=${this.#tell}
            @focusout=${this.#hush}
            @pointerleave=${this.#hush}
          >
            ${drawn(data, layout, { sight: this.#sight, stop: stop?.key })}
          </svg>
        </div>
      </div>
      <div class="chart-tip" hidden></div>`;
  }

  /** @param {ChartData} data @param {Layout} layout @returns {Placed|undefined} where Tab leads: where one was, what is open, else the last there is */
  #stopOf({ selected }, { rows, lanes }) {
    const holding = (/** @type {string|null} */ id) =>
      id === null
        ? undefined
        : rows.flat().find(({ things }) => things.some((thing) => thing.id === id));
    return (
      holding(this.#stop) ??
      holding(selected) ??
      lanes
        .flatMap(({ spots }) => spots.slice(-1))
        .reduce(
          (last, one) => (last && last.x >= one.x ? last : one),
          /** @type {Placed|undefined} */ (undefined),
        ) ??
      rows[0]?.[0]
    );
  }

  /** @param {Event} event @returns {Placed|undefined} */
  #spotAt(event) {
    const link = /** @type {Element} */ (event.target).closest("[data-key]");
    return this.#made?.layout.byKey.get(link?.getAttribute("data-key") ?? "");
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const here = this.#spotAt(event);
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const isCount = here.things.length > 1;
    const factor = ZOOMS.get(event.key);
    if (factor) this.#zoom(factor, here);
    else if (isCount && (event.key === "Enter" || event.key === " ")) this.#open(here);
    else {
      const next = stepFrom(this.#made?.layout.rows ?? [], here, event.key);
      if (!next) return;
      this.#go(next);
    }
    event.preventDefault();
  };

  /** Brings a spot into sight and the keyboard to it. @param {Placed} spot */
  #go(spot) {
    if (!this.#view || !this.#made) return;
    this.#stop = spot.things[0]?.id ?? null;
    const { layout } = this.#made;
    const { room } = layout;
    const box = this.#box;
    const left = (box?.scrollLeft ?? 0) / this.#rem;
    if (box && (spot.x < left + 20 || spot.x > left + room - 20)) {
      box.scrollLeft = (spot.x - room / 2) * this.#rem;
      this.#look(box.scrollLeft / this.#rem, layout);
    }
    this.#draw();
    /** @type {SVGElement|null} */ (
      this.querySelector(`[data-key="${CSS.escape(spot.key)}"]`)
    )?.focus();
    focusPlaced();
  }

  /** @param {Event} event */
  #click = (event) => {
    const spot = this.#spotAt(event);
    if (spot && spot.things.length > 1) this.#open(spot);
    else this.#stop = spot?.things[0]?.id ?? this.#stop;
  };

  /** Looks so close at what is counted that it comes apart, as far as there is anything closer. @param {Placed} spot */
  #open({ things, x }) {
    const [first, last] = [things[0]?.ms ?? 0, things.at(-1)?.ms ?? 0];
    const around = Math.max((last - first) * 1.5, DAY_MS);
    const factor = Math.min(around / (this.#shown.to - this.#shown.from), 0.5);
    this.#zoom(factor, { x, things }, (first + last) / 2);
  }

  /** @param {number} factor @param {Pick<Placed, "x"|"things">} spot @param {number} [at] ms */
  #zoom(factor, { things }, at = things[0]?.ms ?? 0) {
    if (!this.#view || !this.#made) return;
    const { data, moved } = this.#view;
    const wide = zoomed(this.#shown, factor, wholeOf(data), at);
    const half = (wide.to - wide.from) / 2;
    const shown = factor < 1 ? { from: at - half, to: at + half } : wide;
    this.#stop = things[0]?.id ?? null;
    moved(shown);
    this.#view = { ...this.#view, shown };
    this.#draw();
    const stop = this.#stopOf(data, this.#layout(data));
    if (stop) this.#go(stop);
  }

  /** @param {Event} event */
  #tell = (event) => {
    const spot = this.#spotAt(event);
    const tip = /** @type {HTMLElement|null} */ (this.querySelector(".chart-tip"));
    if (!spot || !tip || !this.#view) return this.#hush();
    const { title, about } = saidOf(this.#view.data, spot);
    tip.replaceChildren(
      Object.assign(document.createElement("b"), { textContent: title }),
      Object.assign(document.createElement("span"), { textContent: about }),
    );
    tip.hidden = false;
    const gutter = (this.#made?.layout.gutter ?? 0) * this.#rem;
    const x = gutter + spot.x * this.#rem - (this.#box?.scrollLeft ?? 0) - tip.offsetWidth / 2;
    tip.style.left = `${Math.min(Math.max(x, 0), this.#width - tip.offsetWidth)}px`;
    tip.style.top = `${(spot.y + 18) * this.#rem}px`;
  };

  #hush = () => {
    const tip = /** @type {HTMLElement|null} */ (this.querySelector(".chart-tip"));
    if (tip) tip.hidden = true;
  };
}

customElements.define("timeline-chart", TimelineChart);
