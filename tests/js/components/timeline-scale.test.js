import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DAY_MS,
  datesOf,
  isClosest,
  pieces,
  scaleOf,
  stepOf,
  thinned,
  ticksOf,
  widened,
  zoomed,
} from "../../../static/js/components/timeline/scale.js";
import { numbers } from "../numbers.js";

const START = Date.UTC(2026, 9, 20);
const MONTH = { from: START, to: START + 28 * DAY_MS };

test("what is shown fills the room, and the rest runs on beyond it at the same scale", () => {
  const course = scaleOf(MONTH, MONTH, 600);
  assert.equal(course.width, 600);
  assert.equal(Math.round(course.x(MONTH.from)), 26);
  assert.equal(Math.round(course.x(MONTH.to)), 574);
  const years = scaleOf({ from: START - 1000 * DAY_MS, to: MONTH.to }, MONTH, 600);
  assert.ok(years.width > 20_000);
  assert.equal(years.perDay, course.perDay);
  assert.equal(Math.round(years.ms(years.x(START))), START);
});

test("a few days stand where today is looked for, with the past before them", () => {
  const { from, to } = widened({ from: START, to: START + 2 * DAY_MS }, 14);
  assert.equal(to - from, 14 * DAY_MS);
  assert.ok(START - from > to - (START + 2 * DAY_MS));
  assert.deepEqual(widened(MONTH, 14), MONTH);
});

test("looking closer and wider stays within what there is, keeps what one looks at in sight, and ends at a day", () => {
  const { below } = numbers(7);
  const whole = { from: START - 900 * DAY_MS, to: MONTH.to };
  for (let round = 0; round < 2000; round += 1) {
    const from = whole.from + below(900) * DAY_MS;
    const shown = { from, to: Math.min(from + (1 + below(300)) * DAY_MS, whole.to) };
    const at = shown.from + (below(1000) / 1000) * (shown.to - shown.from);
    const next = zoomed(shown, (1 + below(40)) / 10, whole, at);
    assert.ok(next.from >= whole.from - 1 && next.to <= whole.to + 1);
    assert.ok(next.from <= at + 1 && next.to >= at - 1);
    assert.ok(next.to - next.from >= DAY_MS - 1);
  }
  let shown = whole;
  for (let round = 0; round < 30; round += 1) shown = zoomed(shown, 0.5, whole);
  assert.ok(isClosest(shown));
  for (let round = 0; round < 30; round += 1) shown = zoomed(shown, 2, whole);
  assert.deepEqual(shown, whole);
});

test("dates on the axis are Mondays once they are a week apart, and never nearer than words need", () => {
  const scale = scaleOf(MONTH, MONTH, 600);
  const ticks = ticksOf(scale);
  assert.equal(stepOf(scale.perDay), 7);
  assert.ok(ticks.length >= 3);
  assert.ok(ticks.every((ms) => new Date(ms).getUTCDay() === 1));
  assert.ok(scale.x(ticks[1] ?? 0) - scale.x(ticks[0] ?? 0) >= 92);
});

test("no date on the axis lies over another one, over the word for today, or beyond the end, however one looks", () => {
  const { below } = numbers(11);
  for (let round = 0; round < 500; round += 1) {
    const whole = { from: START - below(3000) * DAY_MS, to: MONTH.to };
    const shown = { from: MONTH.to - (1 + below(3000)) * DAY_MS, to: MONTH.to };
    const scale = scaleOf(whole, shown, 300 + below(900));
    const now = whole.from + (below(1000) / 1000) * (whole.to - whole.from);
    const dates = datesOf(scale, now, { from: 0, to: scale.width }).map(scale.x);
    for (const [index, x] of dates.entries()) {
      assert.ok(x + 84 <= (dates[index + 1] ?? scale.width));
      assert.ok(x + 84 <= scale.x(now) - 26 || x >= scale.x(now) + 26);
    }
  }
});

test("a line that is thinned touches the same lowest and highest pixels in every column, and begins and ends where it did", () => {
  const { below } = numbers(3);
  const line = Array.from({ length: 5000 }, (_, n) => ({ x: n / 20, y: below(100) }));
  const kept = thinned(line);
  assert.ok(kept.length <= 4 * 250 + 4);
  assert.deepEqual([kept[0], kept.at(-1)], [line[0], line.at(-1)]);
  for (let column = 0; column < 250; column += 1) {
    const within = (/** @type {{x: number}} */ { x }) => Math.floor(x) === column;
    const [all, some] = [line, kept].map((points) => points.filter(within).map(({ y }) => y));
    assert.equal(Math.min(...(some ?? [])), Math.min(...(all ?? [])));
    assert.equal(Math.max(...(some ?? [])), Math.max(...(all ?? [])));
  }
});

test("a line is broken where nothing is known", () => {
  const points = [0, 1, 2, 9, 10].map((day) => ({ ms: day * DAY_MS }));
  assert.deepEqual(
    pieces(points, 4).map((line) => line.length),
    [3, 2],
  );
});
