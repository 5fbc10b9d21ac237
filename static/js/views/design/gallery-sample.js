/** An invented stretch of time for the gallery's drawings. */

import { shortMonth } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { chartWords, day } from "../timeline/timeline-data.js";

/** @import { ChartData } from "../../components/timeline/types.js" */

const DAY = 86_400_000;
const START = Date.UTC(2026, 9, 20, 10);
const PHASES = /** @type {const} */ (["preparation", "reflection", "integration"]);
/** Days of entries after the start, by phase. */
const DAYS = [
  [1, 2.1, 5.6, 13.2],
  [6.1, 6.4, 7, 14.1, 14.3],
  [8, 10, 12, 16, 19],
];

/** @returns {ChartData} */
export function sampleChart() {
  const doses = [6, 14, 22].map((at, index) => ({
    id: `dose-${index}`,
    ms: START + at * DAY,
    number: index + 1,
    route: /** @type {const} */ (["iv", "nasal", "im"])[index] ?? "other",
    title: t("dose.number", { n: index + 1 }),
    about: () => t(`route.${["iv", "nasal", "im"][index]}`),
    href: "#/design",
    planned: index === 2,
  }));
  const marks = DAYS.flatMap((days, lane) => days.map((at) => mark(at, lane, doses))).sort(
    (a, b) => a.ms - b.ms,
  );
  return {
    label: t("design.chart"),
    lanes: Object.fromEntries(PHASES.map((phase) => [phase, t(`phase.${phase}`)])),
    doses,
    marks,
    tasks: [],
    series: [series()],
    now: START + 20 * DAY,
    day,
    month: (ms) => shortMonth(new Date(ms).toISOString().slice(0, 10)),
    words: chartWords(),
    selected: "m-1-14.1",
  };
}

/** @param {number} at  days @param {number} lane @param {{id: string, ms: number}[]} doses */
function mark(at, lane, doses) {
  const phase = PHASES[lane] ?? "preparation";
  const ms = START + at * DAY;
  const near = doses.findLast((dose) => dose.ms <= ms + 2 * DAY);
  return {
    id: `m-${lane}-${at}`,
    ms,
    phase,
    dose: near?.id ?? null,
    title: t("design.sample.title"),
    about: () => t(`phase.${phase}`),
    href: "#/design",
    filled: at < 14,
    ring: at === 19,
    commented: at === 10,
    part: at === 12,
    pinned: at === 16,
  };
}

function series() {
  const values = [17, 13, 9];
  return {
    id: "sample",
    label: t("design.sample.number"),
    min: 0,
    max: 27,
    bands: [0, 5, 10, 15, 20].map((from) => ({ from, name: String(from) })),
    gapDays: 31,
    points: values.map((value, index) => ({
      id: `p-${index}`,
      ms: START + index * 8 * DAY,
      value,
      title: String(value),
      about: () => day(START + index * 8 * DAY),
      href: "#/design",
    })),
  };
}
