import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DAY_MS,
  pieces,
  scaleOf,
  stacked,
  ticksOf,
} from "../../../static/js/components/timeline-scale.js";

const START = Date.UTC(2026, 9, 20);

test("a course fits the room it is given, and years run on beyond it", () => {
  const course = scaleOf(START, START + 28 * DAY_MS, 600);
  assert.equal(course.width, 600);
  assert.equal(Math.round(course.x(START)), 24);
  assert.equal(Math.round(course.x(START + 28 * DAY_MS)), 576);
  const years = scaleOf(START, START + 1000 * DAY_MS, 600);
  assert.ok(years.width > 9000);
});

test("a few days stand where today is looked for, with the past before them", () => {
  const scale = scaleOf(START, START + 2 * DAY_MS, 600);
  assert.ok(scale.x(START) > 250 && scale.x(START + 2 * DAY_MS) < 500);
  assert.ok(scale.x(scale.from) >= 23 && scale.x(scale.to) <= 577);
});

test("dates on the axis are Mondays once they are a week apart, and never nearer than words need", () => {
  const scale = scaleOf(START, START + 28 * DAY_MS, 600);
  const ticks = ticksOf(scale);
  assert.ok(ticks.length >= 3);
  assert.ok(ticks.every((ms) => new Date(ms).getUTCDay() === 1));
  assert.ok(scale.x(ticks[1] ?? 0) - scale.x(ticks[0] ?? 0) >= 92);
});

test("marks that would cover one another stand on levels, others stay on the first", () => {
  const { placed, levels } = stacked([{ x: 0 }, { x: 5 }, { x: 8 }, { x: 40 }], 15);
  assert.deepEqual(
    placed.map(({ level }) => level),
    [0, 1, 2, 0],
  );
  assert.equal(levels, 3);
});

test("marks of one level are never nearer than the room they need, while there are levels", () => {
  const marks = Array.from({ length: 200 }, (_, n) => ({ x: ((n * n) % 7) + n * 6 }));
  marks.sort((a, b) => a.x - b.x);
  const { placed } = stacked(marks, 15, 50);
  const ends = new Map();
  for (const { x, level } of placed) {
    assert.ok(x - (ends.get(level) ?? Number.NEGATIVE_INFINITY) >= 15);
    ends.set(level, x);
  }
});

test("a line is broken where nothing is known", () => {
  const points = [0, 1, 2, 9, 10].map((day) => ({ ms: day * DAY_MS }));
  assert.deepEqual(
    pieces(points, 4).map((line) => line.length),
    [3, 2],
  );
});
