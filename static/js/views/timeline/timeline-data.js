/** From the vault's timeline to what is drawn: the same for one's own and for a therapist's view of it. */

import {
  dateOf,
  dayOf,
  dayWordsOf,
  instant,
  isoDay,
  msOf,
  shortDay,
  shortMonth,
  whenWords,
} from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { distanceWords } from "../shared/place.js";
import { bandName, scoreName } from "../shared/score-names.js";

/** @import { ChartData, ChartDose, ChartMark, ChartPoint, ChartSeries, ChartTask } from "../../components/timeline/types.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { Measure } from "../shared/content.js" */

const PHASES = ["preparation", "reflection", "integration"];
/** A personal rating is given on some days: further apart, the line would tell of days nobody knows. */
const RATING_GAP_DAYS = 4;
/** A measure looks back two weeks; two of them are joined over a month. */
const MEASURE_GAP_DAYS = 31;

/**
 * @typedef {object} View
 * @property {(entry: EntrySummary) => string} href
 * @property {(dose: Dosing) => string} doseHref
 * @property {(entry: EntrySummary) => boolean} filled
 * @property {(entry: EntrySummary) => string} state  in words
 * @property {boolean} ring   whether the newest open one is ringed
 * @property {string|null} selected
 */

/**
 * @param {Timeline} timeline
 * @param {Measure[]} measures
 * @param {View} view
 * @param {ChartTask[]} [tasks] by time
 * @returns {ChartData}
 */
export function chartData({ dosings, entries, pinned }, measures, view, tasks = []) {
  const doses = dosings
    .filter(({ state }) => state !== "cancelled")
    .map((dose) => chartDose(dose, view));
  const written = entries.filter(({ kind }) => kind === "entry");
  const newest = view.ring ? written.findLast((entry) => !view.filled(entry))?.id : undefined;
  const byId = new Map(dosings.map((dose) => [dose.id, dose]));
  const seen = { ...view, newest, pins: new Set(pinned), today: dayOf(instant()) };
  const marks = written.map((entry) => chartMark(entry, byId, seen));
  const all = [...doses, ...marks];
  const now = Date.now();
  return {
    label: t("chart.label", {
      from: day(Math.min(now, ...ends(all))),
      to: day(Math.max(now, ...ends(all))),
    }),
    lanes: Object.fromEntries(PHASES.map((phase) => [phase, t(`phase.${phase}`)])),
    doses,
    marks,
    tasks,
    series: [...measureSeries(entries, measures, seen), ...ratingSeries(entries, seen)],
    now,
    day,
    month: (ms) => shortMonth(isoDay(ms)),
    words: chartWords(),
    selected: view.selected,
  };
}

/** @returns {ChartData["words"]} */
export function chartWords() {
  const between = (
    /** @type {number} */ n,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => {
    return { n, from: day(from), to: day(to) };
  };
  return {
    today: t("chart.today"),
    tasks: t("chart.tasks"),
    closer: t("chart.opens"),
    entries: (n, from, to) => t("chart.entriesIn", between(n, from, to)),
    readings: (n, from, to) => t("chart.valuesIn", between(n, from, to)),
    doses: (first, last) => t("chart.dosesIn", { first, last }),
  };
}

/** @param {number} ms @returns {string} "19 Nov", and with the year when it is another one */
export const day = (ms) => shortDay(isoDay(ms));

/** @param {number} ms @returns {string} "19 November 2026" */
export const dated = (ms) => dateOf(isoDay(ms));

/** Words of a date are slow to make and asked for with every drawing. @param {() => string} make @returns {() => string} */
function once(make) {
  /** @type {string|undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
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

/** @param {Dosing} dosing @param {View} view @returns {ChartDose} */
function chartDose(dosing, view) {
  const { id, number, route, happened, state } = dosing;
  const planned = state === "planned";
  return {
    id,
    ms: msOf(happened),
    number,
    route,
    title: t("dose.number", { n: number }),
    about: () =>
      [
        t(`route.${route}`),
        capital(whenWords(happened)),
        ...(planned ? [t("dose.planned")] : []),
      ].join(" · "),
    href: view.doseHref(dosing),
    planned,
  };
}

/** @typedef {View & {newest: string|undefined, pins: Set<string>, today: string}} Seen */

/** @param {EntrySummary} entry @param {Map<string, Dosing>} byId @param {Seen} view @returns {ChartMark} */
function chartMark(entry, byId, view) {
  return {
    id: entry.id,
    ms: msOf(entry.happened),
    phase: entry.phase,
    dose: entry.dosing,
    title: entry.title || t("entry.untitled"),
    about: once(() => aboutEntry(entry, byId.get(entry.dosing ?? ""), view)),
    href: view.href(entry),
    filled: view.filled(entry),
    ring: entry.id === view.newest,
    commented: entry.comments > 0,
    part: Boolean(entry.part),
    pinned: view.pins.has(entry.id),
  };
}

/** @param {EntrySummary} entry @param {Dosing|undefined} dose @param {Seen} view @returns {string} "Reflection · 3 hours after dose 3 · yesterday, 18:20 · 2 of 5 parts shared · to read" */
function aboutEntry(entry, dose, view) {
  const said = [
    t(`phase.${entry.phase}`),
    dose ? distanceWords(dose, entry.happened) : "",
    whenWords(entry.happened, view.today),
    entry.part ? t("chart.part", entry.part) : "",
    view.state(entry),
    entry.comments > 0 ? t("chart.commented") : "",
    view.pins.has(entry.id) ? t("chart.pinned") : "",
  ];
  return said.filter(Boolean).join(" · ");
}

/** @param {EntrySummary[]} entries @param {Measure[]} measures @param {Seen} view @returns {ChartSeries[]} */
function measureSeries(entries, measures, view) {
  return measures
    .map(({ id, name, total, better, bands }) => ({
      id,
      label: t(`chart.${better}`, { name }),
      min: total.min,
      max: total.max,
      bands: bands.map((band) => ({ from: band.from, name: bandName(band) })),
      gapDays: MEASURE_GAP_DAYS,
      points: scored(entries, "measure", id).map((entry) => {
        const band = bands.findLast(({ from }) => from <= (entry.total ?? 0));
        const title = t("entry.measure", { name, n: entry.total });
        return chartPoint(entry, title, band ? bandName(band) : "", view);
      }),
    }))
    .filter(({ points }) => points.length > 0);
}

/** @param {EntrySummary[]} entries @param {Seen} view @returns {ChartSeries[]} */
function ratingSeries(entries, view) {
  const names = new Set(
    entries.filter(({ kind }) => kind === "rating").map(({ instrument }) => instrument),
  );
  return [...names]
    .map((id) => ({
      id: `rating:${id}`,
      label: t("chart.ratings", { name: scoreName(id) }),
      min: 0,
      max: 10,
      bands: [],
      gapDays: RATING_GAP_DAYS,
      points: scored(entries, "rating", id).map((entry) => {
        const title = t("chart.ratingAt", { name: scoreName(id), n: entry.total });
        return chartPoint(entry, title, "", view);
      }),
    }))
    .filter(({ points }) => points.length > 0);
}

/** @param {EntrySummary[]} entries @param {string} kind @param {string|null} instrument */
function scored(entries, kind, instrument) {
  return entries.filter(
    (entry) => entry.kind === kind && entry.instrument === instrument && entry.total !== null,
  );
}

/** @param {EntrySummary} entry @param {string} title @param {string} band @param {Seen} view @returns {ChartPoint} */
function chartPoint(entry, title, band, view) {
  return {
    id: entry.id,
    ms: msOf(entry.happened),
    value: entry.total ?? 0,
    title,
    about: once(() =>
      [band, capital(whenWords(entry.happened, view.today))].filter(Boolean).join(" · "),
    ),
    href: view.href(entry),
  };
}

/** @param {Dosing} dose @returns {string} "Dose 3, Friday 20 November" */
export function doseHeading({ number, happened }) {
  return t("chart.doseOn", { n: number, day: dayWordsOf(happened) });
}
