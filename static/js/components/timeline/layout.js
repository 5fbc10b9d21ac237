/** Where everything of a timeline stands: rows from top to bottom, spots on each from left to right. */

import { textWidth } from "../text-width.js";
import { crowd, named, spread } from "./room.js";
import { DAY_MS, isClosest, pieces, scaleOf, thinned } from "./scale.js";

/** @import { Spot } from "./room.js" */
/** @import { Scale, Span } from "./scale.js" */
/** @import { ChartData, ChartSeries, ChartThing } from "./types.js" */

export const AXIS = 38;
export const TITLE = 24;
const LANES_TOP = 82;
/** Pixels from one level of a lane to the next, which a mark needs; and what a count of several needs. */
export const ROOM = 18;
export const COUNT = 32;
export const DOSE_ROOM = 25;
export const DOSES = 46;
const POINT = 9;
export const VALUE = 26;
/** Levels of a lane, and without end where there is nothing closer to look at. */
const LEVELS = 5;
/** Pixels of the rows, however narrow the room; and of the names at their side. */
const LEAST = 120;
const GUTTER = { least: 88, most: 168 };
/** Pixels that a band's number, and a line of words, take. */
export const CUT = 26;
const LINE = 13;
/** How wide the room for the drawing is, for its height; and the pixels within which that is followed. */
const SHAPE = 1.85;
const PAPER = { least: 900, most: 1400 };
export const PHASES = /** @type {const} */ (["preparation", "reflection", "integration"]);

/** @typedef {Spot<ChartThing & {x: number}> & {key: string, y: number}} Placed  one spot, where it stands */
/** @typedef {{kind: "lane"|"tasks", name: string, phase: string, top: number, bottom: number, spots: Placed[]}} Lane */
/** @typedef {{series: Pick<ChartSeries, "min"|"max"|"bands">, plotTop: number, plot: number}} Box  where the bands of a series stand */
/** @typedef {{series: ChartSeries, top: number, plotTop: number, plot: number, bottom: number, spots: Placed[], values: Placed[], lines: {x: number, y: number}[][]}} Plot */
/** @typedef {{scale: Scale, gutter: number, room: number, doses: Placed[], lanes: Lane[], plots: Plot[], rows: Placed[][], byKey: Map<string, Placed>, height: number}} Layout */

/** @param {ChartData} data @returns {Span} from the first thing to the last, and today */
export function wholeOf({ doses, marks, tasks, series, now }) {
  const all = [doses, marks, tasks, ...series.map(({ points }) => points)];
  const ends = all.flatMap((list) => [list.at(0)?.ms ?? now, list.at(-1)?.ms ?? now]);
  return { from: Math.min(now, ...ends) - DAY_MS, to: Math.max(now, ...ends) + 1.5 * DAY_MS };
}

/**
 * @param {ChartData} data
 * @param {Span} shown
 * @param {number} width  pixels of the names at the side and of what is seen of the rows
 * @returns {Layout}
 */
export function layOut(data, shown, width) {
  const gutter = gutterOf(data);
  const room = Math.max(width - gutter, LEAST);
  const scale = scaleOf(wholeOf(data), shown, room);
  const levels = isClosest(shown) ? Number.POSITIVE_INFINITY : LEVELS;
  const doses = placed(data.doses, scale, DOSE_ROOM, DOSES, 1, () => AXIS);
  const lanes = lanesOf(data, scale, levels);
  const plots = plotsOf(data.series, scale, (lanes.at(-1)?.bottom ?? LANES_TOP) + 8);
  const rows = [doses, ...lanes.map(({ spots }) => spots), ...plots.map(({ spots }) => spots)];
  return {
    scale,
    gutter,
    room,
    doses,
    lanes,
    plots,
    rows: rows.filter(({ length }) => length > 0),
    byKey: new Map(rows.flat().map((spot) => [spot.key, spot])),
    height: (plots.at(-1)?.bottom ?? lanes.at(-1)?.bottom ?? LANES_TOP) + 10,
  };
}

/**
 * @param {ChartThing[]} things by time
 * @param {Scale} scale @param {number} room @param {number} cell @param {number} most
 * @param {(spot: Spot<ChartThing>, levels: number) => number} y
 * @returns {Placed[]} by x
 */
function placed(things, scale, room, cell, most, y) {
  const { spots, levels } = crowd(
    things.map((thing) => ({ ...thing, x: scale.x(thing.ms) })),
    room,
    cell,
    most,
  );
  return spots.map((spot) => {
    return { ...spot, y: y(spot, levels), key: `${spot.things.length}:${spot.things[0]?.id}` };
  });
}

/** @param {ChartData} data @param {Scale} scale @param {number} most @returns {Lane[]} */
function lanesOf({ lanes: names, marks, tasks, words }, scale, most) {
  let top = LANES_TOP;
  const lane = (
    /** @type {Lane["kind"]} */ kind,
    /** @type {string} */ phase,
    /** @type {string} */ name,
    /** @type {ChartThing[]} */ things,
  ) => {
    const start = top + ROOM / 2 + 5;
    const spots = placed(things, scale, ROOM, COUNT, most, ({ level }, levels) => {
      return start + rowOf(level, levels) * ROOM;
    });
    const bottom = Math.max(start, ...lowest(spots)) + ROOM / 2 + 5;
    top = bottom + 4;
    return { kind, phase, name, top: start - ROOM / 2 - 5, bottom, spots };
  };
  const found = PHASES.map((phase) =>
    lane(
      "lane",
      phase,
      names[phase] ?? "",
      marks.filter((mark) => mark.phase === phase),
    ),
  );
  return tasks.length ? [...found, lane("tasks", "", words.tasks, tasks)] : found;
}

/** The first stands in the middle and the others around it, so that near ones read as a cluster and not as a fall. @param {number} level @param {number} levels */
function rowOf(level, levels) {
  const middle = Math.ceil((levels - 1) / 2);
  return level % 2 ? middle - (level + 1) / 2 : middle + level / 2;
}

/** @param {Placed[]} spots */
function lowest(spots) {
  return spots.length ? [spots.reduce((most, { y }) => Math.max(most, y), 0)] : [];
}

/** @param {ChartSeries[]} list @param {Scale} scale @param {number} from @returns {Plot[]} */
function plotsOf(list, scale, from) {
  let top = from;
  return list.map((series) => {
    const plot = series.bands.length ? Math.max(series.bands.length * 22, 72) : 46;
    const box = { series, top, plotTop: top + TITLE, plot, bottom: top + TITLE + plot + 12 };
    top = box.bottom;
    const y = (/** @type {{value: number}} */ { value }) => yOf(box, value);
    const spots = placed(series.points, scale, POINT, POINT, 1, ({ things }) =>
      y(/** @type {any} */ (things[0])),
    );
    const lines = pieces(series.points, series.gapDays).map((line) =>
      thinned(line.map((point) => ({ x: scale.x(point.ms), y: y(point) }))),
    );
    const alone = spots.filter(({ things }) => things.length === 1);
    return { ...box, spots, lines, values: series.bands.length ? named(alone, VALUE) : [] };
  });
}

/** @param {{series: Pick<ChartSeries, "min"|"max">, plotTop: number, plot: number}} box @param {number} value */
export function yOf({ series: { min, max }, plotTop, plot }, value) {
  return plotTop + plot - ((value - min) / (max - min)) * plot;
}

/**
 * @param {Box} box
 * @returns {{name: string, from: number, top: number, bottom: number, at: number, cutAt: number}[]} from top to bottom; `at` and `cutAt`: where its name and the number it begins with are written
 */
export function bandsOf(box) {
  const { bands, max, min } = box.series;
  const found = bands
    .map(({ from, name }, index) => {
      const end = bands[index + 1]?.from ?? max;
      return { name, from, top: yOf(box, end), bottom: yOf(box, Math.max(from, min)) };
    })
    .reverse();
  const at = spread(
    found.map(({ top, bottom }) => (top + bottom) / 2),
    LINE,
  );
  const cutAt = spread(
    found.map(({ bottom }) => bottom),
    LINE,
  );
  return found.map((band, index) => {
    return { ...band, at: at[index] ?? 0, cutAt: cutAt[index] ?? 0 };
  });
}

/** @param {ChartData} data @returns {number} pixels of the names at the side */
function gutterOf({ lanes, series, tasks, words }) {
  return sideOf([...Object.values(lanes), ...(tasks.length ? [words.tasks] : [])], series);
}

/** @param {string[]} names  of rows @param {Pick<ChartSeries, "bands">[]} series @returns {number} pixels of them and of the bands' names and numbers */
export function sideOf(names, series) {
  const wide = (/** @type {string} */ text) => textWidth(text) + 12;
  const bands = series.flatMap((one) => one.bands.map(({ name }) => wide(name) + CUT));
  return Math.min(Math.max(GUTTER.least, ...names.map(wide), ...bands), GUTTER.most);
}

/** @param {string} text @param {number} room  pixels @returns {string} as much of it as there is room for */
export function fitted(text, room) {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  let cut = "";
  do {
    letters.pop();
    cut = `${letters.join("").trimEnd()}…`;
  } while (letters.length > 1 && textWidth(cut) > room);
  return cut;
}

/**
 * @param {ChartData} data
 * @param {Span} shown
 * @returns {{part: ChartData, layout: Layout}} what lies within, so wide that it fills the page
 */
export function onPaper(data, shown) {
  const isIn = (/** @type {{ms: number}} */ { ms }) => ms >= shown.from && ms <= shown.to;
  const part = {
    ...data,
    selected: null,
    doses: data.doses.filter(isIn),
    marks: data.marks.filter(isIn),
    tasks: data.tasks.filter(isIn),
    series: data.series
      .map((one) => ({ ...one, points: one.points.filter(isIn) }))
      .filter(({ points }) => points.length > 0),
  };
  const { height } = layOut(part, shown, PAPER.least);
  const width = Math.min(Math.max(height * SHAPE, PAPER.least), PAPER.most);
  return { part, layout: layOut(part, shown, width) };
}
