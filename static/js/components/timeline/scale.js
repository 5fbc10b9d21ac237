/** The arithmetic of the timeline's axis, without a document: where time lies on a line, what is shown of it, where it breaks off. */

export const DAY_MS = 86_400_000;

/** Pixels between two dates on the axis, at the least. */
const TICK_ROOM = 92;
/** Pixels a date takes, and half of what the word for today takes. */
const DATE = 84;
const TODAY = 26;
/** Steps between dates, in days. */
const STEPS = [1, 2, 7, 14, 28, 84, 364];
/** Nothing is looked at more closely than a day across the room. */
const CLOSEST_MS = DAY_MS;

/** @typedef {{from: number, to: number}} Span  ms */

/**
 * @typedef {object} Scale
 * @property {number} from   ms
 * @property {number} to     ms
 * @property {number} perDay pixels
 * @property {number} width  pixels of the whole line
 * @property {(ms: number) => number} x
 * @property {(x: number) => number} ms
 */

/**
 * All of `whole`, so large that `shown` fills the room.
 * @param {Span} whole
 * @param {Span} shown
 * @param {number} room  pixels that are to be seen at once
 * @param {number} [edge] pixels kept free at either end
 * @returns {Scale}
 */
export function scaleOf(whole, shown, room, edge = 26) {
  const perDay = Math.max(room - 2 * edge, 1) / (Math.max(shown.to - shown.from, 1) / DAY_MS);
  const from = Math.min(whole.from, shown.from);
  const to = Math.max(whole.to, shown.to);
  const width = Math.max(((to - from) / DAY_MS) * perDay + 2 * edge, room);
  return {
    from,
    to,
    perDay,
    width,
    x: (ms) => edge + ((ms - from) / DAY_MS) * perDay,
    ms: (x) => from + ((x - edge) / perDay) * DAY_MS,
  };
}

/** @param {Span} span @param {number} days  at the least @returns {Span} few days do not fill the room: most of what is left lies before them, as the past does */
export function widened({ from, to }, days) {
  const spare = Math.max(days * DAY_MS - (to - from), 0);
  return { from: from - spare * 0.7, to: to + spare * 0.3 };
}

/**
 * @param {Span} shown
 * @param {number} factor  below 1: closer
 * @param {Span} whole     nothing beyond it comes into sight
 * @param {number} [at]    ms that keeps its place; the middle
 * @returns {Span}
 */
export function zoomed(shown, factor, whole, at = (shown.from + shown.to) / 2) {
  const length = shown.to - shown.from;
  const wanted = Math.min(Math.max(length * factor, CLOSEST_MS), whole.to - whole.from);
  const before = length > 0 ? ((at - shown.from) / length) * wanted : wanted / 2;
  const from = Math.max(Math.min(at - before, whole.to - wanted), whole.from);
  return { from, to: from + wanted };
}

/** @param {Span} shown @returns {boolean} whether there is nothing closer */
export function isClosest({ from, to }) {
  return to - from <= CLOSEST_MS * 1.01;
}

/**
 * Days that get a date on the axis; weeks begin on Monday.
 * @param {Pick<Scale, "from"|"to"|"perDay">} scale
 * @returns {number[]} ms of midnights, UTC
 */
export function ticksOf({ from, to, perDay }) {
  const size = stepOf(perDay) * DAY_MS;
  const monday = 4 * DAY_MS; // 5 January 1970
  const first = Math.ceil((from - monday) / size) * size + monday;
  const ticks = [];
  for (let ms = first; ms <= to; ms += size) ticks.push(ms);
  return ticks;
}

/** @param {number} perDay @returns {number} days from one date on the axis to the next */
export function stepOf(perDay) {
  const year = 364;
  const found = STEPS.find((days) => days * perDay >= TICK_ROOM);
  return found ?? year * Math.ceil(TICK_ROOM / (year * perDay));
}

/**
 * Dates that are written on the axis: none lies over the word for today, none beyond the end.
 * @param {Scale} scale
 * @param {number} now  ms
 * @param {Span} sight  pixels
 * @returns {number[]} ms
 */
export function datesOf(scale, now, sight) {
  const today = scale.x(now);
  return ticksOf(scale).filter((ms) => {
    const x = scale.x(ms);
    const isSeen = x > sight.from - DATE && x < sight.to;
    return isSeen && x + DATE < scale.width && (x + DATE < today - TODAY || x > today + TODAY);
  });
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

/**
 * As much of a line as can be told apart: of every column of pixels the first, the lowest, the highest and the last point.
 * @template {{x: number, y: number}} P
 * @param {P[]} line  by x
 * @returns {P[]}
 */
export function thinned(line) {
  /** @type {P[]} */
  const kept = [];
  for (let from = 0; from < line.length; ) {
    const first = /** @type {P} */ (line[from]);
    const column = Math.floor(first.x);
    let [low, high, to] = [from, from, from];
    for (; to < line.length && Math.floor(/** @type {P} */ (line[to]).x) === column; to += 1) {
      if (/** @type {P} */ (line[to]).y < /** @type {P} */ (line[low]).y) low = to;
      if (/** @type {P} */ (line[to]).y > /** @type {P} */ (line[high]).y) high = to;
    }
    const wanted = [...new Set([from, low, high, to - 1])].sort((a, b) => a - b);
    kept.push(...wanted.map((index) => /** @type {P} */ (line[index])));
    from = to;
  }
  return kept;
}
