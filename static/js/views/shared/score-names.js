/** What a measure or a personal rating is called wherever it is listed. */

import { hasWords, t } from "../../ui/i18n.js";

/** @import { Instrument } from "../../domain/measures.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */

/** Names of our own ratings; one that somebody else's app named keeps its name. */
export const RATINGS = [
  "mood",
  "anxiety",
  "hope",
  "connection",
  "sleep",
  "energy",
  "pain",
  "craving",
];

/** Names of the measures of this server's packs, by id. @type {Map<string, string>} */
const packNames = new Map();

/** @param {readonly {id: string, name: string}[]} measures of packs: what they are called from now on */
export function nameMeasures(measures) {
  for (const { id, name } of measures) packNames.set(id, name);
}

/** @param {{id: string, name?: string}} band @returns {string} */
export function bandName({ id, name }) {
  return name ?? t(`band.${id}`);
}

/** @param {string} source a work as one looks it up, "Kroenke et al. 2001", or a name for what is no single work @returns {string} */
export function sourceWords(source) {
  return hasWords(`source.${source}`) ? t(`source.${source}`) : source;
}

/**
 * What a noticeable change is, and by whom: one rule for whoever fills in a measure and whoever reads it.
 * @param {Pick<Instrument, "change">} instrument
 * @returns {string[]} sentences
 */
export function changeRule({ change }) {
  if (!change?.by) return [];
  const { points: n, percent, by: source, reliable, reliableBy } = change;
  const rule = t(`change.rule.${percent ? "share" : "points"}`, { n, percent, source });
  if (!reliable) return [rule];
  return [rule, t("change.rule.reliable", { n: reliable, source: reliableBy })];
}

/** @param {string|null} id @returns {string} of an instrument or a personal rating, as a person reads it */
export function scoreName(id) {
  if (id === "self-check") return t("measure.check");
  if (id === "ratings") return t("measures.ratings");
  return RATINGS.includes(id ?? "") ? t(`rating.${id}`) : (packNames.get(id ?? "") ?? id ?? "");
}

/** @param {Pick<EntrySummary, "instrument"|"total">} entry @returns {string} "PHQ-9: 12" */
export function scoreLine({ instrument, total }) {
  const name = scoreName(instrument);
  if (instrument === "self-check") return name;
  return total === null ? t("entry.noTotal", { name }) : t("entry.measure", { name, n: total });
}
