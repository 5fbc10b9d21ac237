/** One person's timeline, and beside it the entry that is read. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { msOf } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { content } from "../content.js";
import { attention, headBack, lockAndHelp } from "../frame.js";
import { measures } from "../packs.js";
import { linkWords } from "../person-words.js";
import { timelineView } from "../timeline-view.js";
import { caseload, caseWords, unread } from "./caseload.js";
import { rail } from "./rail.js";
import { readingPane } from "./reading.js";

/** @import { OpenScreen } from "../types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const [id = "", entryId = null] = rest;
  const [known, texts] = await Promise.all([measures(app.vault), content("help-texts")]);
  let cases = await caseload(app.vault);
  const here = () => cases.find(({ person }) => person.id === id);
  const pane = entryId
    ? await readingPane(app, entryId, texts.watching.therapist, () => nextUnread())
    : null;

  /** @returns {string|null} where the next entry to read is, after this one and then from the beginning */
  function nextUnread() {
    const one = here();
    const waiting = one ? unread(one.timeline).filter((entry) => entry.id !== entryId) : [];
    const current = one?.timeline.entries.find((entry) => entry.id === entryId);
    const next =
      waiting.find(({ happened }) => current && msOf(happened) > msOf(current.happened)) ??
      waiting[0];
    return next ? `#/person/${id}/${next.id}` : null;
  }

  const lines = timelineView({
    measures: known,
    view: {
      href: (entry) => `#/person/${id}/${entry.id}`,
      filled: ({ reviewed }) => reviewed,
      state: ({ reviewed }) => t(reviewed ? "reading.reviewed" : "reading.open"),
      ring: true,
      selected: entryId,
    },
    legend: t("reading.legend"),
    draw: app.draw,
  });

  function render() {
    const one = here();
    if (!one)
      return html`<main class="column" id="main">${headBack(app, "/")}<h1>${t("error.not-found")}</h1></main>`;
    const { person, timeline } = one;
    return html`<main class=${pane ? "reading-room open" : "reading-room"} id="main">
      <section class="timeline-side">
        <header class="head line apart phone-only">
          <a class="btn bare edge-start" href="#/">${icon("back")}${t("do.back")}</a>
          ${lockAndHelp(app)}
        </header>
        ${attention(app)}
        <div class="line apart bar">
          <div>
            <h1>${person.name}</h1>
            <p class="soft small">${caseWords(one)}</p>
          </div>
          ${lines.switch()}
        </div>
        ${
          person.state === "linked" && timeline.dosings.length === 0
            ? html`<p class="soft small">${t("reading.noDosing", { name: person.name })}</p>`
            : nothing
        }
        ${lines.render(timeline)}
        <details class="as-table">
          <summary>${t("reading.more")}</summary>
          <p>${linkWords(person)}</p>
          <a class="btn second" href=${`#/number/${id}`}>${t("reading.number")}</a>
        </details>
      </section>
      <aside class="entry-side" aria-label=${t("reading.pane")}>
        ${
          pane
            ? pane.render(timeline.dosings, person)
            : html`<p class="empty">${t("reading.choose")}</p>
              <p class="soft small">${texts.watching.therapist}</p>`
        }
      </aside>
    </main>`;
  }

  return {
    rail: () => rail(cases, id),
    render,
    leave: async () => pane?.leave(),
    close: lines.close,
    changed: async (items) => {
      cases = await caseload(app.vault);
      if (entryId && items.includes(entryId)) await pane?.refresh();
      app.draw();
    },
  };
};
