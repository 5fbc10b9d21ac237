/** What was given and when it is asked, in words (catalogue `assigned`). */

import { dayWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";

/** @import { Due } from "../../domain/assignments.js" */

/** @param {Due|null} due @returns {string} "2 days before the next dose" */
export function dueWords(due) {
  if (due === null) return t("assigned.any");
  if ("date" in due) return t("assigned.on", { day: dayWords(due.date) });
  if (due.days === 0) return t("assigned.doseDay");
  return t(due.days < 0 ? "assigned.before" : "assigned.after", { n: Math.abs(due.days) });
}
