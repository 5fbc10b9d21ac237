import assert from "node:assert/strict";
import { test } from "node:test";
import { clear, crowd, named, spread } from "../../../static/js/components/timeline/room.js";
import { numbers } from "../numbers.js";

const ROOM = 18;
const CELL = 32;

/** @param {number} seed @param {number} count @returns {{id: number, x: number}[]} crowded in some places and not in others */
function things(seed, count) {
  const { below } = numbers(seed);
  let x = 0;
  return Array.from({ length: count }, (_, id) => {
    x += below(5) === 0 ? below(120) : below(9);
    return { id, x };
  });
}

test("marks that would cover one another stand on levels, others stay on the first", () => {
  const { spots, levels } = crowd([{ x: 0 }, { x: 5 }, { x: 8 }, { x: 40 }], 15, CELL, 3);
  assert.deepEqual(
    spots.map(({ level }) => level),
    [0, 1, 2, 0],
  );
  assert.equal(levels, 3);
});

test("where levels do not suffice, what is there is counted", () => {
  const crowded = [0, 1, 2, 3, 4, 200].map((x) => ({ x }));
  const { spots } = crowd(crowded, ROOM, CELL, 3);
  assert.deepEqual(
    spots.map((spot) => spot.things.length),
    [5, 1],
  );
});

test("every thing is in exactly one spot, in its order, whatever the crowd", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const all = things(seed, 120);
    const { spots } = crowd(all, ROOM, CELL, 1 + (seed % 5));
    assert.deepEqual(
      spots.flatMap((spot) => spot.things.map(({ id }) => id)),
      all.map(({ id }) => id),
    );
  }
});

test("no spot lies over another one on its level, and a count over none on any", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { spots } = crowd(things(seed, 120), ROOM, CELL, 1 + (seed % 5));
    const boxes = spots.map((spot) => {
      const isMany = spot.things.length > 1;
      const half = isMany ? CELL / 2 - 2.5 : ROOM / 2;
      return { from: spot.x - half, to: spot.x + half, level: spot.level, isMany };
    });
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.level !== other.level && !one.isMany && !other.isMany) continue;
        assert.ok(other.from >= one.to - 1e-9 || one.from >= other.to - 1e-9, `seed ${seed}`);
      }
    }
  }
});

test("a spot stands no further from what it holds than a count is wide", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { spots } = crowd(things(seed, 120), ROOM, CELL, 3);
    for (const { x, things: held } of spots) {
      assert.ok(held.every((thing) => Math.abs(thing.x - x) < CELL));
    }
  }
});

test("words beneath one another never lie over each other, keep their order, and stay where they were when there is room", () => {
  const { below } = numbers(5);
  for (let round = 0; round < 500; round += 1) {
    const wanted = Array.from({ length: 6 }, () => below(100)).sort((a, b) => a - b);
    const placed = spread(wanted, 13);
    for (const [index, at] of placed.entries()) {
      assert.ok(index === 0 || at - (placed[index - 1] ?? 0) >= 13 - 1e-9);
      assert.ok(Math.abs(at - (wanted[index] ?? 0)) <= 13 * 6);
    }
  }
  assert.deepEqual(spread([0, 20, 60], 13), [0, 20, 60]);
});

test("numbers that are written have room, and the last one is always among them", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const points = things(seed, 60);
    const written = named(points, 26);
    assert.equal(written.at(-1), points.at(-1));
    for (const [index, { x }] of written.entries()) {
      assert.ok(index === 0 || x - (written[index - 1]?.x ?? 0) >= 26);
    }
  }
  assert.deepEqual(named([], 26), []);
});

test("of signs that would lie over one another the first ones stand, and no other could", () => {
  const { below } = numbers(21);
  for (let round = 0; round < 50; round += 1) {
    const points = Array.from({ length: 80 }, () => ({ x: below(300), y: below(100) }));
    const found = clear(points, 19);
    const isOver = (
      /** @type {{x: number, y: number}} */ a,
      /** @type {{x: number, y: number}} */ b,
    ) => Math.abs(a.x - b.x) < 19 && Math.abs(a.y - b.y) < 19;
    for (const [index, point] of points.entries()) {
      const before = points.slice(0, index).filter((one) => found.has(one));
      assert.equal(found.has(point), !before.some((one) => isOver(one, point)));
    }
  }
});
