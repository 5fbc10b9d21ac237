/** What a therapist gave, where it is due on the timeline (catalogue `assigned`). */

import { isDone, placeOf } from "../../domain/assignments.js";
import { msOf } from "../../domain/phases.js";
import { instant, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { dueWords } from "../shared/assigned-words.js";
import { scoreName } from "../shared/score-names.js";

/** @import { ChartTask } from "../../components/timeline/types.js" */
/** @import { Assignment } from "../../domain/assignments.js" */
/** @import { Timeline } from "../../domain/timelines.js" */

const NOON_MS = 43_200_000;

/**
 * @param {readonly Assignment[]} assignments
 * @param {Timeline} timeline
 * @param {readonly string[]} packs  of the course that goes on, where they are known
 * @param {(one: Assignment) => string} href
 * @returns {ChartTask[]} by time; what waits for a dose without a date stands where it was given
 */
export function tasksOf(assignments, timeline, packs, href) {
  const facts = { entries: timeline.entries, packs };
  const now = instant();
  return assignments
    .map((one) => {
      const place = placeOf(one, timeline.dosings, now);
      const state = one.declined ? "declined" : isDone(one, facts, place) ? "done" : "open";
      return {
        id: one.id,
        ms: place.day ? Date.parse(place.day) + NOON_MS : msOf(one.given),
        title: one.prompt?.text ?? (one.title || scoreName(one.instrument)),
        about: () => aboutTask(one, state),
        href: href(one),
        state: /** @type {ChartTask["state"]} */ (state),
      };
    })
    .sort((a, b) => a.ms - b.ms);
}

/** @param {Assignment} one @param {string} state @returns {string} "Given by Dr Holm · for tomorrow · left out" */
function aboutTask({ due, given }, state) {
  return [
    t("chart.given", { when: whenWords(given) }),
    dueWords(due),
    t(`chart.task.${state}`),
  ].join(" · ");
}
