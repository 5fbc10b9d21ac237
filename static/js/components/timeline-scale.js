/** The arithmetic of the timeline, without a document: where time lies on a line, and how marks make room for one another. */

export const DAY_MS = 86_400_000;

/** Pixels a day takes at the least and at the most. */
const LEAST = 9;
const MOST = 44;
/** Pixels between two dates on the axis, at the least. */
const TICK_ROOM = 92;
/** Steps between dates, in days. */
const STEPS = [1, 2, 7, 14, 28, 84, 364];

/**
 * @typedef {object} Scale
 * @property {number} from   ms
 * @property {number} to     ms
 * @property {number} perDay pixels
 * @property {number} width  pixels of the whole line
 * @property {(ms: number) => number} x
 */

/**
 * @param {number} first  ms of the earliest thing
 * @param {number} last   ms of the latest thing
 * @param {number} room   pixels that are to be seen at once
 * @param {number} [edge] pixels kept free at either end
 * @returns {Scale}
 */
export function scaleOf(first, last, room, edge = 24) {
  const days = Math.max((last - first) / DAY_MS, 1);
  const perDay = Math.min(Math.max((room - 2 * edge) / days, LEAST), MOST);
  const width = Math.max(Math.ceil(days * perDay + 2 * edge), room);
  // Few days do not fill the room: most of what is left of it lies before them, as the past does.
  const spare = Math.max(width - 2 * edge - days * perDay, 0) / perDay;
  const from = first - spare * 0.7 * DAY_MS;
  const to = last + spare * 0.3 * DAY_MS;
  return { from, to, perDay, width, x: (ms) => edge + ((ms - from) / DAY_MS) * perDay };
}

/**
 * Days that get a date on the axis; weeks begin on Monday.
 * @param {Scale} scale
 * @returns {number[]} ms of midnights, UTC
 */
export function ticksOf({ from, to, perDay }) {
  const step = STEPS.find((days) => days * perDay >= TICK_ROOM) ?? 364;
  const monday = 4 * DAY_MS; // 5 January 1970
  const size = step * DAY_MS;
  const first = Math.ceil((from - monday) / size) * size + monday;
  const ticks = [];
  for (let ms = first; ms <= to; ms += size) ticks.push(ms);
  return ticks;
}

/**
 * Marks that would cover one another stand below one another.
 * @template {{x: number}} M
 * @param {M[]} marks  by x
 * @param {number} room  pixels a mark needs
 * @param {number} [most]  levels; what finds no room on any lies on the last
 * @returns {{placed: (M & {level: number})[], levels: number}}
 */
export function stacked(marks, room, most = 5) {
  /** @type {number[]} */
  const ends = [];
  const placed = marks.map((mark) => {
    const free = ends.findIndex((end) => end + room <= mark.x);
    const level = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[level] = mark.x;
    return { ...mark, level };
  });
  return { placed, levels: Math.max(ends.length, 1) };
}

/**
 * A line that is broken where nothing is known.
 * @template {{ms: number}} P
 * @param {P[]} points  by time
 * @param {number} gapDays  more than so many days apart are two lines
 * @returns {P[][]}
 */
export function pieces(points, gapDays) {
  /** @type {P[][]} */
  const found = [];
  for (const point of points) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && point.ms - before.ms <= gapDays * DAY_MS) last.push(point);
    else found.push([point]);
  }
  return found;
}
