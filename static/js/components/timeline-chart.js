/**
 * `<timeline-chart>`: dosing sessions on the axis, entries by phase beneath, measures on their own bands. Plain lines; a gap stays a
 * gap. One stop for Tab, arrow keys from entry to entry, Enter opens. Only what is in sight is drawn.
 */

import { html, nothing, render, svg } from "lit-html";
import { DAY_MS, pieces, scaleOf, stacked, ticksOf } from "./timeline-scale.js";

/** @import { ChartData, ChartMark, ChartSeries } from "./timeline-types.js" */
/** @import { Scale } from "./timeline-scale.js" */

const AXIS = 44;
const LANES_TOP = 92;
const LANE_HEAD = 26;
const ROOM = 17;
const PHASES = /** @type {const} */ (["preparation", "reflection", "integration"]);
const KEYS = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);

class TimelineChart extends HTMLElement {
  /** @type {ChartData|null} */
  #data = null;
  #width = 0;
  /** @type {{marks: ChartMark[], width: number, scale: Scale, lanes: ReturnType<typeof laneLayout>}|null} */
  #made = null;
  #sight = { from: 0, to: 0 };
  /** @type {string|null} id of the mark that Tab leads to */
  #stop = null;
  #scrolledToEnd = false;
  #resized = new ResizeObserver(([entry]) => this.#resize(entry?.contentRect.width ?? 0));

  /** @param {ChartData} data */
  set data(data) {
    this.#data = data;
    this.#draw();
  }

  connectedCallback() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  /** @param {number} width */
  #resize(width) {
    if (Math.abs(width - this.#width) < 1 || !this.#data) return;
    this.#width = width;
    this.#look(this.querySelector(".chart-scroll")?.scrollLeft ?? this.#endOfSight() - width);
    this.#draw();
    this.#scrollToEnd();
  }

  /** What happened last is what one came for. */
  #scrollToEnd() {
    const box = this.querySelector(".chart-scroll");
    if (!box || this.#scrolledToEnd || !this.#width) return;
    this.#scrolledToEnd = true;
    box.scrollLeft = this.#endOfSight() - this.#width;
  }

  /** @returns {number} a little behind the last thing there is, which may lie long before today */
  #endOfSight() {
    const { doses, marks } = /** @type {ChartData} */ (this.#data);
    const scale = this.#layout().scale;
    const [, last = scale.to] = bounds([...doses, ...marks].map(({ ms }) => ms));
    return scale.x(last) + 3 * scale.perDay;
  }

  /** @param {number} left @returns {boolean} whether what is in sight has changed enough to draw anew */
  #look(left) {
    const { scale } = this.#layout();
    const at = Math.min(left, scale.width - this.#width);
    const { from, to } = this.#sight;
    if (to && at - this.#width / 2 > from && at + 1.5 * this.#width < to) return false;
    this.#sight = { from: at - 1.5 * this.#width, to: at + 2.5 * this.#width };
    return true;
  }

  /** @param {Event} event */
  #scrolled = (event) => {
    if (this.#look(/** @type {Element} */ (event.target).scrollLeft)) this.#draw();
  };

  /** @returns {{scale: Scale, lanes: ReturnType<typeof laneLayout>}} made once for the same things in the same room */
  #layout() {
    const { doses, marks, series, now } = /** @type {ChartData} */ (this.#data);
    if (this.#made?.marks === marks && this.#made.width === this.#width) return this.#made;
    const points = series.flatMap((one) => one.points);
    const times = bounds([...doses, ...marks, ...points].map(({ ms }) => ms));
    const first = Math.min(now, ...times) - DAY_MS;
    const last = Math.max(now, ...times) + 1.5 * DAY_MS;
    const scale = scaleOf(first, last, this.#width);
    this.#made = { marks, width: this.#width, scale, lanes: laneLayout(marks, scale) };
    return this.#made;
  }

  #draw() {
    if (!this.#data || !this.#width) return;
    const { scale, lanes } = this.#layout();
    const bottom = /** @type {number} */ (lanes.at(-1)?.bottom);
    const series = seriesLayout(this.#data.series, bottom + 18);
    const height = (series.at(-1)?.bottom ?? bottom) + 16;
    render(this.#whole(this.#data, scale, lanes, series, height), this);
  }

  /**
   * @param {ChartData} data
   * @param {Scale} scale
   * @param {ReturnType<typeof laneLayout>} lanes
   * @param {ReturnType<typeof seriesLayout>} series
   * @param {number} height
   */
  #whole(data, scale, lanes, series, height) {
    const stop = this.#stop ?? data.selected ?? data.marks.at(-1)?.id;
    const seen = (/** @type {{x: number}} */ { x }) => x >= this.#sight.from && x <= this.#sight.to;
    return html`<div class="chart-scroll" @scroll=${this.#scrolled}>
        <svg
          class="chart"
          role="group"
          aria-label=${data.label}
          width=${scale.width}
          height=${height}
          viewBox=${`0 0 ${scale.width} ${height}`}
          @keydown=${this.#key}
        >
          ${series.map((one) => bandDrawing(one, scale))} ${axis(data, scale, height)}
          ${series.map((one) => seriesDrawing(one, scale))}
          ${lanes.map(({ placed, top }) =>
            placed.filter(seen).map((mark) => this.#mark(mark, top, data.selected, stop)),
          )}
        </svg>
      </div>
      <svg class="chart-labels" aria-hidden="true" width=${this.#width} height=${height}>
        ${lanes.map(({ phase, top }) => svg`<text x="4" y=${top + 10}>${data.lanes[phase]}</text>`)}
        ${series.map((one) => seriesLabels(one, this.#width))}
      </svg>
      <div class="chart-tip" hidden></div>`;
  }

  /**
   * @param {ChartMark & {x: number, level: number}} mark
   * @param {number} top
   * @param {string|null} selected
   * @param {string|undefined} stop
   */
  #mark(mark, top, selected, stop) {
    const y = top + LANE_HEAD + 2 + mark.level * ROOM;
    const { id, x, phase, title, about, filled, ring, commented, href } = mark;
    return svg`<a class="mark-link" href=${href} data-id=${id} data-phase=${phase} data-testid="mark"
        tabindex=${id === stop ? 0 : -1} aria-label=${`${title}. ${about()}`}
        aria-current=${id === selected ? "true" : nothing}
        @focus=${() => this.#tell(mark, y)} @pointerenter=${() => this.#tell(mark, y)}
        @blur=${() => this.#hush()} @pointerleave=${() => this.#hush()}>
      <circle class="reach" cx=${x} cy=${y} r="12" />
      ${ring || id === selected ? svg`<circle class="halo" cx=${x} cy=${y} r="10.5" />` : nothing}
      <circle class=${filled ? "filled" : "open"} cx=${x} cy=${y} r=${filled ? 6.5 : 5.5} />
      ${commented ? svg`<path class="said" d=${`M${x - 4.5} ${y + 10}h9`} />` : nothing}
    </a>`;
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const step = KEYS.get(event.key);
    const marks = this.#data?.marks ?? [];
    const link = /** @type {Element} */ (event.target).closest("[data-id]");
    const here = marks.findIndex(({ id }) => id === link?.getAttribute("data-id"));
    const next = step && here >= 0 ? marks[here + step] : undefined;
    if (!next) return;
    event.preventDefault();
    this.#stop = next.id;
    this.#look(this.#layout().scale.x(next.ms) - this.#width / 2);
    this.#draw();
    /** @type {SVGElement|null} */ (
      this.querySelector(`[data-id="${CSS.escape(next.id)}"]`)
    )?.focus();
  };

  /** @param {ChartMark & {x: number}} mark @param {number} y */
  #tell({ title, about, x }, y) {
    const tip = /** @type {HTMLElement|null} */ (this.querySelector(".chart-tip"));
    const scrolled = this.querySelector(".chart-scroll")?.scrollLeft ?? 0;
    if (!tip) return;
    tip.replaceChildren(
      Object.assign(document.createElement("b"), { textContent: title }),
      Object.assign(document.createElement("span"), { textContent: about() }),
    );
    tip.hidden = false;
    const left = Math.min(
      Math.max(x - scrolled - tip.offsetWidth / 2, 0),
      this.#width - tip.offsetWidth,
    );
    tip.style.left = `${left}px`;
    tip.style.top = `${y + 18}px`;
  }

  #hush() {
    const tip = /** @type {HTMLElement|null} */ (this.querySelector(".chart-tip"));
    if (tip) tip.hidden = true;
  }
}

/** @param {number[]} times @returns {number[]} the earliest and the latest, of any number */
function bounds(times) {
  if (times.length === 0) return [];
  return [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
}

/** @param {ChartMark[]} marks @param {Scale} scale */
function laneLayout(marks, scale) {
  let top = LANES_TOP;
  return PHASES.map((phase) => {
    const own = marks.filter((mark) => mark.phase === phase);
    const { placed, levels } = stacked(
      own.map((mark) => ({ ...mark, x: scale.x(mark.ms) })),
      ROOM,
    );
    const lane = { phase, top, placed, bottom: top + LANE_HEAD + levels * ROOM + 6 };
    top = lane.bottom + 6;
    return lane;
  });
}

/** @param {ChartSeries[]} list @param {number} from */
function seriesLayout(list, from) {
  let top = from;
  return list.map((series) => {
    const plot = series.bands.length ? Math.max(series.bands.length * 26, 78) : 52;
    const one = { series, top, plotTop: top + 34, plot, bottom: top + 34 + plot + 14 };
    top = one.bottom + 10;
    return one;
  });
}

/** @param {ChartData} data @param {Scale} scale @param {number} height */
function axis({ doses, day, now, today }, scale, height) {
  const x = scale.x(now);
  const dates = ticksOf(scale).filter(
    (ms) => scale.x(ms) < scale.width - 44 && Math.abs(scale.x(ms) + 18 - x) > 52,
  );
  return svg`<g class="axis">
    <path class="rule" d=${`M0 ${AXIS}H${scale.width}`} />
    ${dates.map((ms) => svg`<text x=${scale.x(ms)} y="18">${day(ms)}</text><path class="rule" d=${`M${scale.x(ms)} ${AXIS - 5}v5`} />`)}
    <path class="now" d=${`M${x} 24V${height}`} />
    <text class="now-word" text-anchor="middle" x=${x} y="18">${today}</text>
    ${doses.map((dose) => {
      const at = scale.x(dose.ms);
      return svg`<g class=${dose.planned ? "dose planned" : "dose"}>
        <title>${dose.about}</title>
        <path class="stem" d=${`M${at} ${AXIS}V${height}`} />
        <circle cx=${at} cy=${AXIS} r="11.5" />
        <text class="count" x=${at} y=${AXIS + 4.5} text-anchor="middle">${dose.number}</text>
        <text x=${at + 7} y=${AXIS + 27}>${dose.route}</text>
      </g>`;
    })}
  </g>`;
}

/** @param {ReturnType<typeof seriesLayout>[number]} layout @param {number} value */
function yOf({ series: { min, max }, plotTop, plot }, value) {
  return plotTop + plot - ((value - min) / (max - min)) * plot;
}

/** @param {ReturnType<typeof seriesLayout>[number]} one @returns {{name: string, top: number, bottom: number}[]} */
function bandsOf(one) {
  const { bands, max } = one.series;
  return bands.map(({ from, name }, index) => {
    const end = bands[index + 1]?.from ?? max;
    return { name, top: yOf(one, end), bottom: yOf(one, from) };
  });
}

/** @param {ReturnType<typeof seriesLayout>[number]} one @param {Scale} scale */
function bandDrawing(one, scale) {
  return svg`<path class="rule" d=${`M0 ${one.top}H${scale.width}`} />
    ${bandsOf(one).map(({ top, bottom }, index) =>
      index % 2
        ? svg`<rect class="band" x="0" width=${scale.width} y=${top} height=${bottom - top} />`
        : nothing,
    )}`;
}

/** @param {ReturnType<typeof seriesLayout>[number]} one @param {Scale} scale */
function seriesDrawing(one, scale) {
  const { points, gapDays, bands } = one.series;
  const at = (/** @type {{ms: number, value: number}} */ { ms, value }) =>
    `${scale.x(ms).toFixed(1)} ${yOf(one, value).toFixed(1)}`;
  const lines = pieces(points, gapDays);
  const ends = [points.at(0), points.at(-1)].filter((point) => point !== undefined);
  return svg`<g class=${bands.length ? "series measure" : "series rating"}>
    ${lines.map((line) => svg`<path class="course" d=${`M${line.map(at).join("L")}`} />`)}
    ${lines.slice(1).map((line, index) => {
      const before = lines[index]?.at(-1);
      const after = line[0];
      return before && after
        ? svg`<path class="gap" d=${`M${at(before)}L${at(after)}`} />`
        : nothing;
    })}
    ${points.map((point) => svg`<circle class="point" cx=${scale.x(point.ms)} cy=${yOf(one, point.value)} r=${bands.length ? 4.5 : 2.5} />`)}
    ${
      bands.length
        ? ends.map(
            (point) =>
              svg`<text class="value" text-anchor="middle" x=${scale.x(point.ms)} y=${yOf(one, point.value) - 10}>${point.value}</text>`,
          )
        : nothing
    }
  </g>`;
}

/** @param {ReturnType<typeof seriesLayout>[number]} one @param {number} width */
function seriesLabels(one, width) {
  return svg`<text x="4" y=${one.top + 20}>${one.series.label}</text>
    ${bandsOf(one).map(
      ({ name, top, bottom }) =>
        svg`<text class="band-name" x=${width - 6} y=${(top + bottom) / 2 + 4} text-anchor="end">${name}</text>`,
    )}`;
}

customElements.define("timeline-chart", TimelineChart);
