/** One's own timeline: the same view a linked therapist has of what is shared. */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";
import { measures } from "../content.js";
import { head } from "../frame.js";
import { timelineView, viewSwitch } from "../timeline-view.js";

/** @import { OpenScreen } from "../types.js" */
/** @import { EntrySummary } from "../../vault/types.js" */

let overlaid = false;

/** @type {OpenScreen} */
export default async (app) => {
  const known = await measures();
  let timeline = await app.vault.timeline();
  const view = {
    href: (/** @type {EntrySummary} */ { id }) => `#/entry/${id}`,
    filled: (/** @type {EntrySummary} */ { shares }) => shares.length > 0,
    state: (/** @type {EntrySummary} */ { shares }) =>
      t(shares.length ? "timeline.shared" : "timeline.open"),
    ring: false,
    selected: null,
  };
  const choose = (/** @type {boolean} */ value) => {
    overlaid = value;
    app.draw();
  };

  return {
    title: t("nav.timeline"),
    render: () => html`<main class="column wide" id="main">
      ${head(app, "", t("timeline.title"))}
      <div class="line apart bar">
        <a class="btn second" href="#/dosing" data-testid="dosing-sessions">${t("timeline.dosing")}</a>
        ${viewSwitch(overlaid, choose)}
      </div>
      ${timelineView({ timeline, measures: known, view, legend: t("timeline.legend"), overlaid })}
    </main>`,
    changed: async () => {
      timeline = await app.vault.timeline();
      app.draw();
    },
  };
};
