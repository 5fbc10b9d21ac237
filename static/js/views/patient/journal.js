/** The journal: by day or by dosing session, found as one types, filtered by phase; drafts apart. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { dayOf, dayWords, instant, whenWords } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { growing } from "../../ui/growing.js";
import { capital, t } from "../../ui/i18n.js";
import { head } from "../frame.js";
import { phaseChips } from "../phase-chips.js";
import { doseGroups, entryRow, groupsOf } from "./entry-rows.js";

/** @import { OpenScreen } from "../types.js" */
/** @import { EntryDraft, EntrySummary, Phase } from "../../vault/types.js" */
/** @typedef {EntryDraft & {savedAt: string}} Draft */

/** Rows that are drawn at first, and more with every screen that is scrolled. */
const STEP = 60;

/** What stays as it was when one comes back from an entry. */
const kept = {
  phase: /** @type {Phase|null} */ (null),
  drafts: false,
  byDose: false,
  text: "",
  rows: STEP,
};

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  let [entries, drafts, dosings] = await Promise.all([
    kept.text
      ? vault.find({ text: kept.text })
      : vault.entries(kept.rows > STEP ? {} : { limit: STEP }),
    vault.drafts(),
    vault.dosings(),
  ]);
  let asked = 0;
  const grown = growing(kept.rows, app.draw);
  // The first rows stand at once; the rest of the list is fetched when they do.
  if (!kept.text && entries.length === STEP) setTimeout(refresh);

  async function refresh() {
    const mine = ++asked;
    const [found, begun, doses] = await Promise.all([
      kept.text ? vault.find({ text: kept.text }) : vault.entries(),
      vault.drafts(),
      vault.dosings(),
    ]);
    if (mine !== asked) return;
    [entries, drafts, dosings] = [found, begun, doses];
    if (kept.text) announce(t("journal.found", { n: shownEntries().length }));
    app.draw();
  }

  /** @param {Partial<typeof kept>} change */
  function choose(change) {
    Object.assign(kept, change);
    grown.restart();
    app.draw();
  }

  function shownEntries() {
    return entries.filter(
      ({ kind, phase }) => kind !== "rating" && (!kept.phase || phase === kept.phase),
    );
  }

  /** @param {Draft} draft */
  async function discard(draft) {
    await vault.discardDraft({ id: draft.id ?? "" });
    await refresh();
    const run = async () => {
      await vault.saveDraft(draft);
      await refresh();
    };
    app.say({ text: t("journal.discarded"), action: t("do.undo"), run });
  }

  function list() {
    if (kept.drafts) return draftList(drafts, discard);
    const wanted = shownEntries();
    if (wanted.length === 0) return empty(entries.length > 0);
    const cut = wanted.slice(0, grown.shown());
    const groups = kept.byDose ? doseGroups(cut, dosings) : groupsOf(cut, dayTitle);
    return groups.map(
      ({ title, rows }) => html`<section class="group">
        <h2>${title}</h2>
        <ul class="rows lined">
          ${rows.map((entry) => html`<li>${entryRow(entry)}</li>`)}
        </ul>
      </section>`,
    );
  }

  function render() {
    const draftChip = html`<button
      class="chip"
      data-testid="filter-drafts"
      aria-pressed=${String(kept.drafts)}
      @click=${() => choose({ drafts: !kept.drafts, phase: null })}
    >
      ${t("journal.drafts")}
    </button>`;
    return html`<main class="column journal" id="main">
      ${head(app, nothing, t("journal.title"), dosings.length ? order() : nothing)}
      <div class="filters">
        <label class="find">
          <span class="unseen">${t("journal.findHint")}</span>${icon("search")}
          <input
            type="search"
            autocomplete="off"
            data-testid="find"
            placeholder=${t("journal.findHint")}
            .value=${kept.text}
            @input=${(/** @type {InputEvent} */ event) => {
              kept.text = /** @type {HTMLInputElement} */ (event.target).value.trim();
              refresh();
            }}
          />
        </label>
        ${phaseChips(t("journal.all"), kept.drafts ? undefined : /** @type {Phase|null} */ (kept.phase), (phase) => choose({ phase, drafts: false }), drafts.length ? draftChip : nothing)}
      </div>
      ${list()}
      <a class="btn write-here" href="#/write" data-testid="write">${icon("pen")}${t("today.write")}</a>
    </main>`;
  }

  function order() {
    const segment = (/** @type {boolean} */ byDose, /** @type {string} */ label) => html`<button
      aria-pressed=${String(kept.byDose === byDose)}
      @click=${() => choose({ byDose })}
    >
      ${label}
    </button>`;
    return html`<div class="segments" role="group" aria-label=${t("journal.order")}>
      ${segment(false, t("journal.byDay"))}${segment(true, t("journal.byDose"))}
    </div>`;
  }

  return {
    title: t("nav.journal"),
    render,
    changed: refresh,
    close: () => {
      kept.rows = grown.shown();
      grown.stop();
    },
  };
};

/** @param {EntrySummary} entry */
function dayTitle({ happened }) {
  return capital(dayWords(dayOf(happened), dayOf(instant())));
}

/** @param {boolean} others whether there is anything at all */
function empty(others) {
  if (kept.text) return html`<p class="empty">${t("journal.notFound")}</p>`;
  return html`<p class="empty">${t(others ? "journal.emptyPhase" : "journal.empty")}</p>`;
}

/** @param {Draft[]} drafts @param {(draft: Draft) => void} discard */
function draftList(drafts, discard) {
  if (drafts.length === 0) return html`<p class="empty">${t("journal.emptyDrafts")}</p>`;
  return html`<ul class="rows lined">
    ${drafts.map((draft) => {
      const { at } = { at: draft.savedAt };
      const zone = draft.happened?.zone ?? instant().zone;
      return html`<li class="line">
        <a class="row" href=${`#/write?draft=${draft.id}`}>
          <span class="grow">
            <span class="preview">${draft.title || draft.text || draft.prompt?.text}</span>
            <span class="soft small">${t("journal.draft", { when: whenWords({ at, zone }) })}</span>
          </span>
        </a>
        <button class="btn quiet edge-end" @click=${() => discard(draft)}>${t("journal.discard")}</button>
      </li>`;
    })}
  </ul>`;
}
