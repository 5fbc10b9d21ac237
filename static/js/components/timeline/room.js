/** How things on the timeline make room for one another, without a document. Nothing lies over anything else. */

/**
 * One place on a row: one thing, or several that would cover one another.
 * @template M
 * @typedef {object} Spot
 * @property {number} x      pixels, of its middle
 * @property {number} level  rows above or below one another, from 0
 * @property {M[]} things
 */

/**
 * Things that would cover one another stand on levels, and where these do not suffice they become one spot in each cell.
 * What is drawn of a spot lies between `x - room / 2` and `x + room / 2`, of several things within the cell that begins half a room before.
 * @template {{x: number}} M
 * @param {M[]} things  by x
 * @param {number} room  pixels that one needs
 * @param {number} cell  pixels that a spot of several needs, not less than `room`
 * @param {number} most  levels
 * @returns {{spots: Spot<M>[], levels: number}}
 */
export function crowd(things, room, cell, most) {
  /** @type {Spot<M>[]} */
  const spots = [];
  for (let from = 0; from < things.length; ) {
    const end = endOfRun(things, from, room);
    const stacked = stack(things.slice(from, end), room, most);
    if (stacked) {
      spots.push(...stacked);
      from = end;
    }
    while (from < end) {
      const next = endOfCell(things, from, cell);
      spots.push(...inCell(things.slice(from, next), room, cell, most));
      from = next;
    }
  }
  return { spots, levels: spots.reduce((most, { level }) => Math.max(most, level + 1), 1) };
}

/** @param {{x: number}[]} things @param {number} from @param {number} room @returns {number} index after the last that touches the one before */
function endOfRun(things, from, room) {
  let end = from + 1;
  while (end < things.length && xOf(things, end) - xOf(things, end - 1) < room) end += 1;
  return end;
}

/** @param {{x: number}[]} things @param {number} from @param {number} cell */
function endOfCell(things, from, cell) {
  let end = from + 1;
  while (end < things.length && xOf(things, end) < xOf(things, from) + cell) end += 1;
  return end;
}

/** @param {{x: number}[]} things @param {number} index */
function xOf(things, index) {
  return /** @type {{x: number}} */ (things[index]).x;
}

/**
 * @template {{x: number}} M
 * @param {M[]} run @param {number} room @param {number} most
 * @returns {Spot<M>[]|null} null: there are not levels enough
 */
function stack(run, room, most) {
  /** @type {number[]} where each level ends */
  const ends = [];
  /** @type {Spot<M>[]} */
  const spots = [];
  for (const thing of run) {
    const free = ends.findIndex((end) => end + room <= thing.x);
    const level = free >= 0 ? free : ends.length;
    if (level >= most) return null;
    ends[level] = thing.x;
    spots.push({ x: thing.x, level, things: [thing] });
  }
  return spots;
}

/**
 * @template {{x: number}} M
 * @param {M[]} things @param {number} room @param {number} cell @param {number} most
 * @returns {Spot<M>[]}
 */
function inCell(things, room, cell, most) {
  const start = xOf(things, 0);
  if (things.length > most) return [{ x: start + (cell - room) / 2, level: 0, things }];
  // Each on a level of its own; none reaches into the next cell.
  return things.map((thing, level) => {
    return { x: Math.min(thing.x, start + cell - room), level, things: [thing] };
  });
}

/**
 * Words beneath one another: as near as can be to where they belong, and never over one another.
 * @param {number[]} wanted  from top to bottom
 * @param {number} room  pixels each needs
 * @returns {number[]}
 */
export function spread(wanted, room) {
  const placed = [...wanted];
  for (let index = 1; index < placed.length; index += 1) {
    const before = /** @type {number} */ (placed[index - 1]);
    placed[index] = Math.max(/** @type {number} */ (placed[index]), before + room);
  }
  // What was pushed down takes the others half of the way up.
  const pushed = placed.reduce((most, at, index) => Math.max(most, at - (wanted[index] ?? at)), 0);
  return placed.map((at) => at - pushed / 2);
}

/**
 * Which of many get their number written: the last, the first, and as many between as have room.
 * @template {{x: number}} M
 * @param {M[]} points  by x
 * @param {number} room  pixels a number needs
 * @returns {M[]}
 */
export function named(points, room) {
  const last = points.at(-1);
  if (!last) return [];
  let before = Number.NEGATIVE_INFINITY;
  const found = points.slice(0, -1).filter(({ x }) => {
    const isFree = x - before >= room && last.x - x >= room;
    if (isFree) before = x;
    return isFree;
  });
  return [...found, last];
}

/**
 * Which of many have room for a sign of their own, whatever line they belong to.
 * @template {{x: number, y: number}} M
 * @param {M[]} points  those that matter most first
 * @param {number} room  pixels a sign is wide and high
 * @returns {Set<M>}
 */
export function clear(points, room) {
  /** @type {M[]} */
  const found = [];
  for (const point of points) {
    const isFree = found.every(
      ({ x, y }) => Math.abs(point.x - x) >= room || Math.abs(point.y - y) >= room,
    );
    if (isFree) found.push(point);
  }
  return new Set(found);
}
