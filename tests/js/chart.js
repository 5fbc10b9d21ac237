/** An invented timeline for tests. */

import { numbers } from "./numbers.js";

/** @import { ChartData, ChartMark } from "../../static/js/components/timeline/types.js" */

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);
const PHASES = /** @type {const} */ (["preparation", "reflection", "integration"]);

/** @param {number} seed @param {number} count  entries @returns {ChartData} */
export function chartOf(seed, count) {
  const { below } = numbers(seed);
  const thing = (/** @type {string} */ id, /** @type {number} */ ms) => {
    return { id, ms, title: id, about: () => "", href: `#/${id}` };
  };
  const byTime = (/** @type {{ms: number}} */ a, /** @type {{ms: number}} */ b) => a.ms - b.ms;
  const some = () => START + below(90 * 24) * 3_600_000;
  const doses = Array.from({ length: 6 }, (_, index) => {
    const about = { number: index + 1, route: "iv", planned: index === 5 };
    return { ...thing(`dose-${index}`, START + (5 + index * 7) * DAY_MS), ...about };
  });
  /** @type {ChartMark[]} */
  const marks = Array.from({ length: count }, (_, index) => ({
    ...thing(`mark-${index}`, some() + index),
    phase: PHASES[below(3)] ?? "preparation",
    dose: `dose-${below(6)}`,
    filled: below(2) === 0,
    ring: false,
    commented: below(4) === 0,
    part: below(6) === 0,
    pinned: false,
  }));
  const tasks = ["open", "done", "declined"].map((state, index) => {
    return { ...thing(`task-${index}`, some()), state: /** @type {any} */ (state) };
  });
  const points = Array.from({ length: 40 }, (_, index) => {
    return { ...thing(`point-${index}`, some()), value: below(28) };
  });
  const bands = [0, 5, 10, 15, 20].map((from) => ({ from, name: `from ${from}` }));
  return {
    label: "An invented timeline",
    lanes: Object.fromEntries(PHASES.map((phase) => [phase, phase])),
    doses,
    marks: marks.sort(byTime),
    tasks: tasks.sort(byTime),
    series: [
      { id: "m", label: "M", min: 0, max: 27, bands, gapDays: 31, points: points.sort(byTime) },
    ],
    now: START + 90 * DAY_MS,
    day: (ms) => new Date(ms).toISOString().slice(5, 10),
    month: (ms) => new Date(ms).toISOString().slice(0, 7),
    words: {
      today: "today",
      tasks: "assigned",
      closer: "closer",
      entries: (n) => `${n} entries`,
      readings: (n) => `${n} values`,
      doses: (first, last) => `${first} to ${last}`,
    },
    selected: null,
  };
}
