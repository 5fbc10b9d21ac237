/** What a measure or a personal rating is called wherever it is listed. */

import { t } from "../ui/i18n.js";

/** @import { EntrySummary } from "../vault/types.js" */

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

/** @param {string|null} id @returns {string} of an instrument or a personal rating, as a person reads it */
export function scoreName(id) {
  if (id === "self-check") return t("measure.check");
  if (id === "ratings") return t("measures.ratings");
  return RATINGS.includes(id ?? "") ? t(`rating.${id}`) : (id ?? "");
}

/** @param {Pick<EntrySummary, "instrument"|"total">} entry @returns {string} "PHQ-9: 12" */
export function scoreLine({ instrument, total }) {
  const name = scoreName(instrument);
  if (instrument === "self-check") return name;
  return total === null ? t("entry.noTotal", { name }) : t("entry.measure", { name, n: total });
}
