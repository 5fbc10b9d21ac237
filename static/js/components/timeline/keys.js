/** Where the arrow keys lead on a drawing of rows. */

const STEPS = new Map([
  ["ArrowRight", 1],
  ["ArrowLeft", -1],
]);
const ROWS = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/**
 * Along a row, to its ends with Home and End, and to what lies nearest in the row above or below.
 * @template {{x: number}} Spot
 * @param {Spot[][]} rows  each from left to right
 * @param {Spot} here  one of them
 * @param {string} key  `KeyboardEvent.key`
 * @returns {Spot|undefined}
 */
export function stepFrom(rows, here, key) {
  const index = rows.findIndex((row) => row.includes(here));
  const row = rows[index] ?? [];
  if (key === "Home") return row[0];
  if (key === "End") return row.at(-1);
  const step = STEPS.get(key);
  if (step) return row[row.indexOf(here) + step];
  const other = rows[index + (ROWS.get(key) ?? Number.NaN)];
  return other?.reduce((near, one) =>
    Math.abs(one.x - here.x) < Math.abs(near.x - here.x) ? one : near,
  );
}
