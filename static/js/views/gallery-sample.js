/** An invented stretch of time for the gallery's drawings. */

import { t } from "../ui/i18n.js";

/** @import { ChartData } from "../components/timeline-types.js" */

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
  const doses = [6, 14, 22].map((day, index) => ({
    id: `dose-${index}`,
    ms: START + day * DAY,
    number: index + 1,
    route: t("route.short.iv"),
    about: t("chart.doseAt", { n: index + 1, route: t("route.iv"), when: "" }),
    planned: index === 2,
  }));
  const marks = DAYS.flatMap((days, lane) => days.map((day) => mark(day, lane, doses))).sort(
    (a, b) => a.ms - b.ms,
  );
  return {
    label: t("design.chart"),
    lanes: Object.fromEntries(PHASES.map((phase) => [phase, t(`phase.${phase}`)])),
    doses,
    marks,
    series: [series()],
    now: START + 20 * DAY,
    today: t("chart.today"),
    day: (ms) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }).format(ms),
    selected: "m-1-14.1",
  };
}

/** @param {number} day @param {number} lane @param {{id: string, ms: number}[]} doses */
function mark(day, lane, doses) {
  const phase = PHASES[lane] ?? "preparation";
  const ms = START + day * DAY;
  const near = doses.findLast((dose) => dose.ms <= ms + 2 * DAY);
  return {
    id: `m-${lane}-${day}`,
    ms,
    phase,
    dose: near?.id ?? null,
    title: t("design.sample.title"),
    about: () => t(`phase.${phase}`),
    href: "#/design",
    filled: day < 14,
    ring: day === 19,
    commented: day === 10,
  };
}

function series() {
  const values = [17, 13, 9];
  return {
    label: t("design.sample.number"),
    min: 0,
    max: 27,
    bands: [0, 5, 10, 15, 20].map((from) => ({ from, name: String(from) })),
    gapDays: 31,
    points: values.map((value, index) => ({
      id: `p-${index}`,
      ms: START + index * 8 * DAY,
      value,
    })),
  };
}
