/** One person's timeline, and beside it the entry that is read. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { instant, msOf, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { content } from "../shared/content.js";
import { attention, headBack, lockAndHelp } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { linkWords } from "../shared/person-words.js";
import { quietActs } from "../shared/quiet-person.js";
import { tasksOf } from "../timeline/timeline-tasks.js";
import { timelineView } from "../timeline/timeline-view.js";
import { caseWords, measureWords } from "./caseload.js";
import { meetings } from "./meetings.js";
import { rail } from "./rail.js";
import { doseWords, readingPane } from "./reading.js";

/** @import { ChartTask } from "../../components/timeline/types.js" */
/** @import { CaseRow } from "../../domain/caseload.js" */
/** @import { DosingWhole } from "../../domain/dosings.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const [id = "", entryId = null] = rest;
  const [known, texts] = await Promise.all([measures(app.vault), content("help-texts")]);
  let [cases, timeline, tasks] = await gather();
  const here = () => cases.find(({ person }) => person.id === id);
  const met = here() ? await meetings(app, id) : null;
  const isDose = timeline.dosings.some((dose) => dose.id === entryId);
  const dose = entryId && isDose ? await app.vault.dosing({ id: entryId }) : null;
  const pane =
    entryId && !isDose ? await readingPane(app, [entryId], texts.watching.therapist) : null;

  /** @returns {Promise<[CaseRow[], Timeline, ChartTask[]]>} the one person's timeline with what they were given, and of the others a row each */
  async function gather() {
    const rows = await app.vault.caseload();
    const linked = rows.some(({ person }) => person.id === id && person.state === "linked");
    if (!linked) return [rows, { person: null, dosings: [], entries: [], pinned: [] }, []];
    const [timeline, given] = await Promise.all([
      app.vault.timeline({ person: id }),
      app.vault.assignments({ person: id }),
    ]);
    return [rows, timeline, tasksOf(given, timeline, [], () => `#/assign/${id}`)];
  }

  /** @returns {string|null} where the next entry to read is, after this one and then from the beginning */
  function nextUnread() {
    const waiting = timeline.entries.filter(
      (entry) => entry.kind === "entry" && !entry.reviewed && entry.id !== entryId,
    );
    const current = timeline.entries.find((entry) => entry.id === entryId);
    const next =
      waiting.find(({ happened }) => current && msOf(happened) > msOf(current.happened)) ??
      waiting[0];
    return next ? `#/person/${id}/${next.id}` : null;
  }

  const lines = timelineView({
    whose: id,
    name: here()?.person.name ?? "",
    measures: known,
    view: {
      href: (entry) => `#/person/${id}/${entry.id}`,
      doseHref: (dose) => `#/person/${id}/${dose.id}`,
      filled: ({ reviewed }) => reviewed,
      state: ({ reviewed }) => t(reviewed ? "reading.reviewed" : "reading.open"),
      ring: true,
      selected: entryId,
    },
    filled: t("reading.legend"),
    meeting: () => {
      const met = here()?.met;
      return met ? msOf(met) : null;
    },
    app,
  });

  function render() {
    const one = here();
    if (!one)
      return html`<main class="column" id="main">${headBack(app, "/")}<h1>${t("error.not-found")}</h1></main>`;
    const { person } = one;
    return html`<main class=${pane || dose ? "reading-room open" : "reading-room"} id="main">
      <section class="timeline-side">
        <header class="head line apart phone-only">
          <a class="btn bare edge-start" href="#/">${icon("back")}${t("do.back")}</a>
          ${lockAndHelp(app)}
        </header>
        ${attention(app)}
        <div class="line apart bar">
          <div>
            <h1 dir="auto">${person.name}</h1>
            <p class="soft small">${[caseWords(one), ...measureWords(one, known, instant())].join(" · ")}</p>
          </div>
          ${lines.switch()}
        </div>
        ${met?.short(
          html`<a class="btn second" href=${`#/brief/${id}`} data-testid="brief">${t("brief.open")}</a>`,
          html`<a class="btn second" href=${`#/assign/${id}`} data-testid="assign">${t("assigned.open")}</a>`,
        )}
        ${
          person.state === "linked" && timeline.dosings.length === 0
            ? html`<p class="soft small">${t("reading.noDosing", { name: person.name })}</p>`
            : nothing
        }
        ${lines.render(timeline, tasks)}
        <details class="as-table">
          <summary>${t("reading.more")}</summary>
          <p>${linkWords(person)}</p>
          <a class="btn second" href=${`#/number/${id}`}>${t("reading.number")}</a>
          ${quietActs(app, person)}
        </details>
      </section>
      <aside class="entry-side" aria-label=${t("reading.pane")}>
        ${
          pane || dose
            ? html`<nav class="line apart entry-bar" aria-label=${t("reading.pane")}>
                  <a class="btn bare edge-start" href=${`#/person/${id}`} data-testid="close-entry">${icon("back")}${t("reading.toTimeline")}</a>
                  ${nextLink(nextUnread())}
                </nav>
                ${pane ? pane.render(timeline.dosings, person) : doseBeside(dose, person.name)}`
            : html`<p class="empty">${t("reading.choose")}</p>
              <p class="soft small">${texts.watching.therapist}</p>`
        }
      </aside>
    </main>`;
  }

  return {
    rail: () => rail(cases, id),
    isNear: () => true,
    render,
    leave: async () => pane?.leave(),
    close: lines.close,
    changed: async (items) => {
      [cases, timeline, tasks] = await gather();
      await met?.refresh();
      if (entryId && items.includes(entryId)) await pane?.refresh();
      app.draw();
    },
  };
};

/** @param {string|null} next */
function nextLink(next) {
  if (!next) return nothing;
  return html`<a class="btn bare edge-end" href=${next} data-testid="next-to-read">${t("reading.next")}${icon("forward")}</a>`;
}

/** @param {DosingWhole|null} dose what was said of a dosing session, beside the timeline @param {string} name whose */
function doseBeside(dose, name) {
  if (!dose) return nothing;
  const { number, route, happened } = dose;
  return html`<h1 class="unseen phone-only">${name}</h1>
    <h2 data-arrive tabindex="-1">${t("chart.doseAt", { n: number, route: t(`route.${route}`), when: whenWords(happened) })}</h2>
    ${doseWords(dose)}`;
}
