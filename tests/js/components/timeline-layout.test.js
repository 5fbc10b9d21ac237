import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bandsOf,
  fitted,
  layOut,
  onPaper,
  wholeOf,
} from "../../../static/js/components/timeline/layout.js";
import { rowsOf } from "../../../static/js/components/timeline/rows.js";
import { DAY_MS, zoomed } from "../../../static/js/components/timeline/scale.js";
import { chartOf } from "../chart.js";

test("every entry, dose, task and result is on exactly one row and in one spot, however close one looks", () => {
  const data = chartOf(3, 400);
  const whole = wholeOf(data);
  for (const factor of [1, 0.5, 0.1, 0.01, 0.001]) {
    const { rows } = layOut(data, zoomed(whole, factor, whole), 800);
    const found = rows.flat().flatMap(({ things }) => things.map(({ id }) => id));
    const all = [
      data.doses,
      data.marks,
      data.tasks,
      ...data.series.map(({ points }) => points),
    ].flatMap((list) => list.map(({ id }) => id));
    assert.equal(found.length, all.length);
    assert.deepEqual(new Set(found), new Set(all));
  }
});

test("entries are on the lane of their phase", () => {
  const { lanes } = layOut(chartOf(4, 200), wholeOf(chartOf(4, 200)), 800);
  for (const { kind, phase, spots } of lanes.filter(({ kind }) => kind === "lane")) {
    assert.equal(kind, "lane");
    assert.ok(
      spots.every(({ things }) =>
        things.every((thing) => /** @type {any} */ (thing).phase === phase),
      ),
    );
  }
});

test("no row reaches into the next one, and what stands on it stays within", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const data = chartOf(seed, 150);
    const { lanes, plots, height } = layOut(data, wholeOf(data), 700);
    const rows = [...lanes, ...plots];
    for (const [index, { top, bottom, spots }] of rows.entries()) {
      assert.ok(bottom <= (rows[index + 1]?.top ?? height));
      assert.ok(spots.every(({ y }) => y >= top && y <= bottom));
    }
  }
});

test("at the closest nothing is counted that can be told apart on a level of its own", () => {
  const data = chartOf(9, 150);
  const whole = wholeOf(data);
  const { lanes } = layOut(data, zoomed(whole, 0, whole), 800);
  assert.ok(lanes.every(({ spots }) => spots.every(({ things }) => things.length === 1)));
});

test("names of bands and the numbers they begin with never lie over one another, also where bands are narrow", () => {
  const series = {
    ...chartOf(1, 1).series[0],
    min: 0,
    max: 100,
    bands: [0, 3, 5, 51].map((from) => ({ from, name: `from ${from}` })),
  };
  const found = bandsOf(/** @type {any} */ ({ series, plotTop: 0, plot: 88 }));
  assert.deepEqual(
    found.map(({ from }) => from),
    [51, 5, 3, 0],
  );
  for (const [index, { at, cutAt }] of found.entries()) {
    assert.ok(index === 0 || at - (found[index - 1]?.at ?? 0) >= 13);
    assert.ok(index === 0 || cutAt - (found[index - 1]?.cutAt ?? 0) >= 13);
  }
});

test("a name that has no room is cut, and shows it", () => {
  assert.equal(fitted("mild", 100), "mild");
  assert.equal(fitted("moderately severe", 60), "moderat…");
});

test("paper holds what lies within the stretch that is looked at, and nothing of it is out of the page", () => {
  const data = chartOf(5, 300);
  const { from } = wholeOf(data);
  const shown = { from: from + 20 * DAY_MS, to: from + 60 * DAY_MS };
  const { part, layout } = onPaper(data, shown);
  assert.ok(part.marks.length > 0 && part.marks.length < data.marks.length);
  assert.ok(part.marks.every(({ ms }) => ms >= shown.from && ms <= shown.to));
  for (const { x, y } of layout.rows.flat()) {
    assert.ok(x >= 0 && x <= layout.scale.width && y >= 0 && y <= layout.height);
  }
});

test("the list of a phone has every entry once, newest first, results of a day on one line, and says where nothing was written", () => {
  const data = chartOf(6, 120);
  const rows = rowsOf(data, wholeOf(data));
  assert.deepEqual(
    rows.flatMap(({ mark }) => (mark ? [mark.id] : [])),
    data.marks.map(({ id }) => id).reverse(),
  );
  assert.ok(rows.every(({ ms }, index) => ms <= (rows[index - 1]?.ms ?? Number.POSITIVE_INFINITY)));
  const results = data.series.flatMap(({ points }) => points);
  assert.equal(rows.flatMap(({ points = [] }) => points).length, results.length);
  const quiet = rowsOf(
    {
      ...data,
      doses: [],
      series: [],
      tasks: [],
      marks: data.marks.slice(0, 2).map((mark, index) => ({ ...mark, ms: index * 9 * DAY_MS })),
    },
    { from: 0, to: 10 * DAY_MS },
  );
  assert.deepEqual(
    quiet.map((row) => row.quiet),
    [0, 9],
  );
});
