/** One's own timeline: the same view a linked therapist has of what is shared. */

import { html } from "lit-html";
import { coursesOf } from "../../domain/courses.js";
import { t } from "../../ui/i18n.js";
import { head } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { tasksOf } from "./timeline-tasks.js";
import { timelineView } from "./timeline-view.js";

/** @import { ChartTask } from "../../components/timeline/types.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const courses = await app.vault.documents({ kind: "course" });
  const lines = timelineView({
    whose: "own",
    name: app.status.name || t("timeline.title"),
    measures: await measures(app.vault),
    courses: new Map(coursesOf(courses).map(({ id, name }) => [id, name])),
    view: {
      href: ({ id }) => `#/entry/${id}`,
      doseHref: ({ id }) => `#/dosing/${id}`,
      filled: ({ shares }) => shares.length > 0,
      state: ({ shares }) => t(shares.length ? "timeline.shared" : "timeline.open"),
      ring: false,
      selected: null,
    },
    filled: t("timeline.legend"),
    app,
  });
  let [timeline, tasks] = await gather(app);

  return {
    title: t("nav.timeline"),
    render: () => html`<main class="column wide" id="main">
      ${head(app, "", t("timeline.title"))}
      <div class="line apart bar">
        <div class="line">
          <a class="btn second" href="#/dosing" data-testid="dosing-sessions">${t("timeline.dosing")}</a>
          <a class="btn second" href="#/measures" data-testid="measures">${t("timeline.measures")}</a>
        </div>
        ${lines.switch()}
      </div>
      ${lines.render(timeline, tasks)}
    </main>`,
    changed: async () => {
      [timeline, tasks] = await gather(app);
      app.draw();
    },
    close: lines.close,
  };
};

/** @param {App} app @returns {Promise<[Timeline, ChartTask[]]>} with what was given, open to be done from Today */
async function gather({ vault }) {
  const [timeline, given, courses] = await Promise.all([
    vault.timeline(),
    vault.assignments(),
    vault.documents({ kind: "course" }),
  ]);
  const going = coursesOf(courses).filter(({ ended }) => ended === null);
  const packs = going.flatMap((course) => course.packs);
  return [timeline, tasksOf(given, timeline, packs, () => "#/")];
}
