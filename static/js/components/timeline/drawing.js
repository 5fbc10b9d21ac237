/** The timeline as drawn: on a screen every spot is a stop for the keyboard, on paper there is nothing to press. */

import { nothing, svg } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { routeGlyph } from "./glyphs.js";
import { AXIS, bandsOf, COUNT, CUT, fitted, TITLE } from "./layout.js";
import { datesOf, stepOf } from "./scale.js";

/** @import { Box, Lane, Layout, Placed, Plot } from "./layout.js" */
/** @import { Span } from "./scale.js" */
/** @import { ChartData, ChartDose, ChartMark, ChartTask } from "./types.js" */

/** @typedef {{sight: Span, stop: string|undefined}|null} Reach  pixels that are drawn, and the key Tab leads to; null: on paper */

/**
 * @param {ChartData} data
 * @param {Layout} layout
 * @param {Reach} reach
 */
export function drawn(data, layout, reach) {
  const sight = reach?.sight ?? { from: 0, to: layout.scale.width };
  const seen = (/** @type {Placed[]} */ spots) =>
    spots.filter(({ x }) => x >= sight.from && x <= sight.to);
  // By their keys, so that what stays in sight stays in the page.
  const row = (
    /** @type {Placed[]} */ spots,
    /** @type {(spot: Placed) => unknown} */ drawing,
    /** @type {string} */ phase = "",
  ) => repeat(seen(spots), keyOf, (spot) => reached(data, spot, drawing(spot), phase, reach));
  const { doses, lanes, plots } = layout;
  return svg`${plots.map((plot) => bands(plot, sight))}
    ${axis(data, layout, sight)}
    ${plots.map((plot) => course(plot, sight))}
    ${row(doses, dose)}
    ${lanes.map((lane) => row(lane.spots, (spot) => inLane(lane, spot, data.selected), lane.phase))}
    ${plots.map((plot) => row(plot.spots, (spot) => point(plot, spot, data.selected)))}
    ${plots.map((plot) => repeat(seen(plot.values), keyOf, (spot) => value(plot, spot)))}`;
}

/** @param {Placed} spot */
const keyOf = ({ key }) => key;

/**
 * @param {ChartData} data @param {Placed} spot @param {unknown} drawing @param {string} phase @param {Reach} reach
 */
function reached(data, spot, drawing, phase, reach) {
  const { key, things } = spot;
  if (!reach) return svg`<g data-phase=${phase || nothing}>${drawing}</g>`;
  const { title, about } = saidOf(data, spot);
  const label = `${title}. ${about}`;
  const stop = key === reach.stop ? 0 : -1;
  if (things.length > 1) {
    return svg`<g class="spot-link" role="button" data-key=${key} data-phase=${phase || nothing} tabindex=${stop} aria-label=${label} data-testid="count">${drawing}</g>`;
  }
  const { id, href } = /** @type {typeof things[0]} */ (things[0]);
  return svg`<a class="spot-link" href=${href} data-key=${key} data-phase=${phase || nothing} tabindex=${stop} aria-label=${label}
    aria-current=${id === data.selected ? "true" : nothing} data-testid=${phase ? "mark" : nothing}>${drawing}</a>`;
}

/** @param {ChartData} data @param {Placed} spot @returns {{title: string, about: string}} what is said of it, in words */
export function saidOf({ words }, { things }) {
  const [first, last] = [things[0], things.at(-1)];
  if (!first || !last) return { title: "", about: "" };
  if (first === last) return { title: first.title, about: first.about() };
  const said = () => {
    if ("number" in first && "number" in last)
      return words.doses(Number(first.number), Number(last.number));
    return words["value" in first ? "readings" : "entries"](things.length, first.ms, last.ms);
  };
  return { title: said(), about: words.closer };
}

/** @param {ChartData} data @param {Layout} layout @param {Span} sight */
function axis({ day, month, now, words, doses }, { scale, plots, height }, sight) {
  const today = scale.x(now);
  const written = stepOf(scale.perDay) > 28 ? month : day;
  // The lines of doses and of today stop short of what is written between the rows.
  const breaks = [...plots.map(({ top, plotTop }) => ({ from: top, to: plotTop - 2 }))];
  const down = (/** @type {number} */ x, /** @type {number} */ from) => {
    const ends = [from, ...breaks.flatMap(({ from, to }) => [from, to]), height - 6];
    return ends.map((y, index) => `${index % 2 ? "V" : `M${x.toFixed(1)} `}${y}`).join("");
  };
  const seen = doses.filter(({ ms }) => scale.x(ms) >= sight.from && scale.x(ms) <= sight.to);
  return svg`<g class="axis">
    <path class="rule" d=${`M${sight.from} ${AXIS}H${sight.to}`} />
    ${datesOf(scale, now, sight).map(
      (ms) => svg`<text x=${scale.x(ms).toFixed(1)} y="14">${written(ms)}</text>
        <path class="rule" d=${`M${scale.x(ms).toFixed(1)} ${AXIS - 6}v6`} />`,
    )}
    <path class="now" d=${down(today, 20)} />
    <text class="now-word" text-anchor="middle" x=${today.toFixed(1)} y="14">${words.today}</text>
    ${seen.map(({ ms, planned }) => svg`<path class=${planned ? "stem planned" : "stem"} d=${down(scale.x(ms), AXIS)} />`)}
  </g>`;
}

/** @param {Placed} spot */
function dose({ x, y, things }) {
  const all = /** @type {ChartDose[]} */ (/** @type {unknown} */ (things));
  const [first] = all;
  return svg`${doseSign({ x, things: all }, y)}
    ${
      first && all.length === 1
        ? svg`<g class="dose"><rect class="under" x=${x - 10} y=${y + 13} width="20" height="20" />${routeGlyph(first.route, x, y + 23)}</g>`
        : nothing
    }`;
}

/** A dosing session's number in a circle, or those of several in one sign. @param {{x: number, things: {number: number, planned?: boolean}[]}} spot @param {number} y */
export function doseSign({ x, things }, y) {
  const [first, last] = [things[0], things.at(-1)];
  const isPlanned = things.length === 1 && first?.planned;
  return svg`<g class=${isPlanned ? "dose planned" : "dose"}>
    ${
      things.length > 1
        ? svg`<rect class="reach" x=${x - 21} y=${y - 12} width="42" height="24" rx="12" />
          <rect class="disc" x=${x - 19.5} y=${y - 10.5} width="39" height="21" rx="10.5" />`
        : svg`<circle class="reach" cx=${x} cy=${y} r="14" /><circle class="disc" cx=${x} cy=${y} r="11" />`
    }
    <text class="count" x=${x} y=${y + 4.5} text-anchor="middle">${things.length > 1 ? `${first?.number}–${last?.number}` : first?.number}</text>
  </g>`;
}

/** @param {Lane} lane @param {Placed} spot @param {string|null} selected */
function inLane({ kind }, spot, selected) {
  const { things, x, y } = spot;
  if (things.length > 1) return count(spot, selected);
  const [thing] = things;
  return kind === "tasks"
    ? task(/** @type {any} */ (thing), x, y)
    : mark(/** @type {any} */ (thing), x, y, selected);
}

/** @param {Placed} spot @param {string|null} selected */
function count({ x, y, things }, selected) {
  const wide = COUNT - 5;
  const isHere = things.some(({ id }) => id === selected);
  const rings = things.some((thing) => "ring" in thing && thing.ring);
  return svg`<rect class="reach" x=${x - wide / 2 - 2} y=${y - 11} width=${wide + 4} height="22" rx="11" />
    <rect class=${isHere || rings ? "pill here" : "pill"} x=${x - wide / 2} y=${y - 9} width=${wide} height="18" rx="9" />
    <text class="many" x=${x} y=${y + 4} text-anchor="middle">${things.length > 999 ? "999+" : things.length}</text>`;
}

/** An entry's place: whole, in part, open or not, with what belongs to it. @param {ChartMark} mark @param {number} x @param {number} y @param {string|null} selected */
export function mark({ id, filled, ring, commented, part, pinned }, x, y, selected) {
  return svg`<circle class="reach" cx=${x} cy=${y} r="11" />
    ${ring || id === selected ? svg`<circle class=${id === selected ? "halo here" : "halo"} cx=${x} cy=${y} r="10" />` : nothing}
    ${part ? svg`<path class=${filled ? "half filled" : "half"} d=${`M${x} ${y - 5.5}a5.5 5.500 0 0 0 0 11z`} /><path class="edge" d=${`M${x} ${y - 5.5}a5.500 5.500 0 0 1 0 11`} />` : svg`<circle class=${filled ? "filled" : "open"} cx=${x} cy=${y} r=${filled ? 6.25 : 5.25} />`}
    ${commented ? svg`<path class="said" d=${`M${x - 4.5} ${y + 8.75}h9`} />` : nothing}
    ${pinned ? svg`<path class="pin" d=${`M${x} ${y - 12.5}l3 3-3 3-3-3z`} />` : nothing}`;
}

/** @param {ChartTask} task @param {number} x @param {number} y */
function task({ state }, x, y) {
  return svg`<circle class="reach" cx=${x} cy=${y} r="11" />
    <rect class=${`task ${state}`} x=${x - 5} y=${y - 5} width="10" height="10" rx="2" />
    ${state === "done" ? svg`<path class="ticked" d=${`M${x - 2.5} ${y}l2 2.200 3.500-4.400`} />` : nothing}
    ${state === "declined" ? svg`<path class="ticked" d=${`M${x - 3} ${y}h6`} />` : nothing}`;
}

/** @param {Plot} plot @param {Span} sight */
function bands(plot, sight) {
  return svg`<path class="rule" d=${`M${sight.from} ${plot.top}H${sight.to}`} />${bandsDrawn(plot, sight)}`;
}

/** Every other band shaded, and a line where each begins. @param {Box} box @param {Span} across  pixels */
export function bandsDrawn(box, { from: left, to: right }) {
  return bandsOf(box).map(
    ({ top, bottom, from }, index) => svg`
      ${index % 2 ? nothing : svg`<rect class="band" x=${left} width=${right - left} y=${top} height=${bottom - top} />`}
      ${from > box.series.min ? svg`<path class="cut" d=${`M${left} ${bottom}H${right}`} />` : nothing}`,
  );
}

/** @param {Plot} plot @param {Span} sight */
function course({ series, lines }, sight) {
  const isSeen = (/** @type {{x: number}[]} */ line) =>
    (line.at(-1)?.x ?? 0) >= sight.from && (line[0]?.x ?? 0) <= sight.to;
  return svg`<g class=${series.bands.length ? "series measure" : "series rating"}>
    ${lines.map((line, index) => {
      if (!isSeen(line)) return nothing;
      const at = line.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
      return svg`<path class="course" d=${`M${at.join("L")}`} />${tails(line, lines[index - 1], lines[index + 1])}`;
    })}
  </g>`;
}

/** Where a line breaks off, a few dots go on as if to say: nothing is known from here. They lead nowhere. @param {{x: number, y: number}[]} line @param {{x: number}[]|undefined} before @param {{x: number}[]|undefined} after */
function tails(line, before, after) {
  const [first, last] = [line.at(0), line.at(-1)];
  if (!first || !last) return nothing;
  const back = before ? Math.min(18, (first.x - (before.at(-1)?.x ?? first.x)) / 3) : 0;
  const on = after ? Math.min(18, ((after[0]?.x ?? last.x) - last.x) / 3) : 0;
  return svg`${back > 4 ? svg`<path class="gap" d=${`M${first.x - 6} ${first.y}h${6 - back}`} />` : nothing}
    ${on > 4 ? svg`<path class="gap" d=${`M${last.x + 6} ${last.y}h${on - 6}`} />` : nothing}`;
}

/** @param {Plot} plot @param {Placed} spot @param {string|null} selected */
function point({ series, plotTop, plot }, { x, y, things }, selected) {
  const isHere = things.some(({ id }) => id === selected);
  const kind = series.bands.length ? "measure" : "rating";
  const yAt = (/** @type {any} */ { value }) =>
    plotTop + plot - ((value - series.min) / (series.max - series.min)) * plot;
  const all = things.map(yAt);
  const [top, bottom] = things.length > 1 ? [Math.min(...all), Math.max(...all)] : [y, y];
  return svg`<g class=${kind}>
    <circle class="reach" cx=${x} cy=${(top + bottom) / 2} r="10" />
    ${isHere ? svg`<circle class="halo here" cx=${x} cy=${y} r="9" />` : nothing}
    ${
      things.length > 1
        ? svg`<path class="range" d=${`M${x} ${top - 2}V${bottom + 2}`} />`
        : svg`<circle class="point" cx=${x} cy=${y} r=${kind === "measure" ? 4.5 : 3} />`
    }
  </g>`;
}

/** @param {{plotTop: number}} plot @param {{x: number, y: number, things: {}[]}} spot @param {number} [air]  pixels between the point and its number */
export function value({ plotTop }, { x, y, things }, air = 9) {
  const [thing] = /** @type {any[]} */ (things);
  return svg`<text class="value" text-anchor="middle" x=${x} y=${y - plotTop < 8 ? y + air + 10 : y - air}>${thing.value}</text>`;
}

/**
 * The names at the side: rows, bands and the numbers these begin with. They stay while time is scrolled.
 * @param {Layout} layout @param {number} room  pixels of names and plot
 */
export function names({ lanes, plots, gutter }, room) {
  return svg`${lanes.map(
    ({ name, phase, top, bottom }) =>
      svg`<g data-phase=${phase || nothing}><text class="lane-name" x="2" y=${(top + bottom) / 2 + 4}>${fitted(name, gutter - 8)}</text></g>`,
  )}
  ${plots.map(
    (plot) => svg`<path class="rule" d=${`M0 ${plot.top}H${gutter}`} />
      <text class="plot-name" x="2" y=${plot.top + TITLE - 7}>${fitted(plot.series.label, room - 8)}</text>
      ${bandNames(plot, gutter)}`,
  )}`;
}

/** The bands' names and the numbers they begin with; without bands, both ends. @param {Box} box @param {number} gutter  pixels they have */
export function bandNames(box, gutter) {
  const { bands, min, max } = box.series;
  const number = (/** @type {number} */ value, /** @type {number} */ y) =>
    svg`<text class="cut-number" text-anchor="end" x=${gutter - 5} y=${y}>${value}</text>`;
  if (bands.length === 0)
    return svg`${number(max, box.plotTop + 8)}${number(min, box.plotTop + box.plot + 3)}`;
  return bandsOf(box).map(
    ({ name, from, at, cutAt }) => svg`
      <text class="band-name" x="2" y=${at + 4}>${fitted(name, gutter - CUT - 4)}</text>
      ${from > min ? number(from, cutAt + 4) : nothing}`,
  );
}
