/** Everybody who shares, in words: the dose, how much is to read, how long it has been quiet. No ranking, no words of entries. */

import { measuresOut, QUIET_DAYS, quietDays } from "../../domain/caseload.js";
import { dayOf, daysBetween, dayWordsOf, instant, shortDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { linkWords } from "../shared/person-words.js";

/** @import { CaseRow } from "../../domain/caseload.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Measure } from "../shared/content.js" */

/** Days ahead in which a dose is the first thing to know. */
const SOON = 8;

/** @param {CaseRow} row @param {Instant} [now] @returns {string} "2 days since dose 3 · 4 to read", as it stands at the side */
export function caseWords(row, now = instant()) {
  if (row.person.state !== "linked") return linkWords(row.person);
  return [doseWords(row, now), row.toRead ? readWords(row) : quietWords(row, now)]
    .filter(Boolean)
    .join(" · ");
}

/** @param {CaseRow} row @param {Instant} now @returns {string} */
export function doseWords({ last, next }, now) {
  const today = dayOf(now);
  const until = next ? daysBetween(today, dayOf(next.happened)) : Infinity;
  const since = last ? daysBetween(dayOf(last.happened), today) : Infinity;
  if (last && since === 0) return t("caseload.today", { dose: last.number });
  if (next && (until < SOON || !last)) {
    const values = { n: until, dose: next.number };
    return t(["caseload.today", "caseload.tomorrow"][until] ?? "caseload.until", values);
  }
  return last ? t("caseload.since", { n: since, dose: last.number }) : "";
}

/** @param {CaseRow} row @returns {string} "" where nothing is to read */
export function readWords({ toRead }) {
  return toRead ? t("room.toRead", { n: toRead }) : "";
}

/** @param {CaseRow} row @returns {string} "the oldest from yesterday" */
export function oldestWords({ oldest }) {
  return oldest ? t("room.oldest", { when: nearDay(oldest) }) : "";
}

/** @param {CaseRow} row @param {Instant} now @returns {string} */
export function quietWords(row, now) {
  const n = quietDays(row, now);
  if (n === null) return t("caseload.noShares");
  return n >= QUIET_DAYS ? t("caseload.quiet", { n }) : "";
}

/** @param {CaseRow} row @param {Instant} now @returns {string} quiet, or when something was shared last */
export function shareWords(row, now) {
  const { lastShareAt } = row.person;
  const quiet = quietWords(row, now);
  if (quiet || !lastShareAt) return quiet;
  return t("room.lastShare", { when: nearDay({ at: lastShareAt, zone: now.zone }) });
}

/** @param {CaseRow} row @param {Measure[]} known @param {Instant} now @returns {string[]} measures whose time has come */
export function measureWords(row, known, now) {
  return measuresOut(row, known, now).map(({ instrument, state, days }) => {
    const name = known.find(({ id }) => id === instrument)?.name ?? instrument;
    return state === "due" ? t("room.due", { name }) : t("room.missed", { name, n: days });
  });
}

/** @param {Instant} value @returns {string} "yesterday", else as short as a row has room for */
export function nearDay(value) {
  const day = dayOf(value);
  return daysBetween(day, dayOf(instant())) < 2 ? dayWordsOf(value) : shortDay(day);
}
