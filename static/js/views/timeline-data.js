/** From the vault's timeline to what is drawn: the same for one's own and for a therapist's view of it. */

import { dayOf, shortDay, whenWords } from "../ui/dates.js";
import { capital, t } from "../ui/i18n.js";
import { distanceWords } from "./place.js";
import { bandName, scoreName } from "./score-names.js";

/** @import { ChartData, ChartDose, ChartMark, ChartSeries } from "../components/timeline-types.js" */
/** @import { Dosing, EntrySummary, Timeline } from "../vault/types.js" */
/** @import { Measure } from "./content.js" */

const PHASES = ["preparation", "reflection", "integration"];
/** A personal rating is given on some days: further apart, the line would tell of days nobody knows. */
const RATING_GAP_DAYS = 4;
/** A measure looks back two weeks; two of them are joined over a month. */
const MEASURE_GAP_DAYS = 31;

/**
 * @typedef {object} View
 * @property {(entry: EntrySummary) => string} href
 * @property {(entry: EntrySummary) => boolean} filled
 * @property {(entry: EntrySummary) => string} state  in words
 * @property {boolean} ring   whether the newest open one is ringed
 * @property {string|null} selected
 */

/**
 * @param {Timeline} timeline
 * @param {Measure[]} measures
 * @param {View} view
 * @returns {ChartData}
 */
export function chartData({ dosings, entries }, measures, view) {
  const doses = dosings.filter(({ state }) => state !== "cancelled").map(chartDose);
  const written = entries.filter(({ kind }) => kind === "entry");
  const newest = view.ring ? written.findLast((entry) => !view.filled(entry))?.id : undefined;
  const marks = written.map((entry) => chartMark(entry, dosings, view, newest));
  const all = [...doses, ...marks];
  const day = (/** @type {number} */ ms) => shortDay(new Date(ms).toISOString().slice(0, 10));
  const now = Date.now();
  return {
    label: t("chart.label", {
      from: day(Math.min(now, ...ends(all))),
      to: day(Math.max(now, ...ends(all))),
    }),
    lanes: Object.fromEntries(PHASES.map((phase) => [phase, t(`phase.${phase}`)])),
    doses,
    marks,
    series: [...measureSeries(entries, measures), ...ratingSeries(entries)],
    now,
    today: t("chart.today"),
    day,
    selected: view.selected,
  };
}

/** @param {{ms: number}[]} all by time within each kind */
function ends(all) {
  return all.length
    ? [
        all.reduce((a, b) => (a.ms < b.ms ? a : b)).ms,
        all.reduce((a, b) => (a.ms > b.ms ? a : b)).ms,
      ]
    : [];
}

/** @param {Dosing} dosing @returns {ChartDose} */
function chartDose({ id, number, route, happened, state }) {
  const when = whenWords(happened);
  return {
    id,
    ms: Date.parse(happened.at),
    number,
    route: t(`route.short.${route}`),
    about: t("chart.doseAt", { n: number, route: t(`route.${route}`), when }),
    planned: state === "planned" && Date.parse(happened.at) > Date.now(),
  };
}

/** @param {EntrySummary} entry @param {Dosing[]} dosings @param {View} view @param {string|undefined} newest @returns {ChartMark} */
function chartMark(entry, dosings, view, newest) {
  const dose = dosings.find(({ id }) => id === entry.dosing);
  const about = () =>
    [
      t(`phase.${entry.phase}`),
      dose ? distanceWords(dose, entry.happened) : capital(whenWords(entry.happened)),
      view.state(entry),
    ].join(" · ");
  return {
    id: entry.id,
    ms: Date.parse(entry.happened.at),
    phase: entry.phase,
    dose: entry.dosing,
    title: entry.title || t("entry.untitled"),
    about,
    href: view.href(entry),
    filled: view.filled(entry),
    ring: entry.id === newest,
    commented: entry.comments > 0,
  };
}

/** @param {EntrySummary[]} entries @param {Measure[]} measures @returns {ChartSeries[]} */
function measureSeries(entries, measures) {
  return measures
    .map(({ id, name, total, better, bands }) => ({
      label: t(`chart.${better}`, { name }),
      min: total.min,
      max: total.max,
      bands: bands.map((band) => ({ from: band.from, name: bandName(band) })),
      gapDays: MEASURE_GAP_DAYS,
      points: pointsOf(entries, "measure", id),
    }))
    .filter(({ points }) => points.length > 0);
}

/** @param {EntrySummary[]} entries @returns {ChartSeries[]} */
function ratingSeries(entries) {
  const names = new Set(
    entries.filter(({ kind }) => kind === "rating").map(({ instrument }) => instrument),
  );
  return [...names]
    .map((name) => ({
      label: t("chart.ratings", { name: scoreName(name) }),
      min: 0,
      max: 10,
      bands: [],
      gapDays: RATING_GAP_DAYS,
      points: pointsOf(entries, "rating", name),
    }))
    .filter(({ points }) => points.length > 0);
}

/** @param {EntrySummary[]} entries @param {string} kind @param {string|null} instrument */
function pointsOf(entries, kind, instrument) {
  return entries
    .filter(
      (entry) => entry.kind === kind && entry.instrument === instrument && entry.total !== null,
    )
    .map(({ id, happened, total }) => ({ id, ms: Date.parse(happened.at), value: total ?? 0 }));
}

/** @param {EntrySummary} entry @returns {string} "19 Nov" */
export function entryDay({ happened }) {
  return shortDay(dayOf(happened));
}
