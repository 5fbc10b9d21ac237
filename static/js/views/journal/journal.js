/** The journal: by day, by dosing session or as a calendar, found as one types, filtered by phase and kind; drafts and trash apart. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { each } from "../../components/rows.js";
import { dayOf, dayWordsOf, instant, whenWords } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { growing } from "../../ui/growing.js";
import { capital, joined, t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { doseGroups, entryRow, groupsOf } from "../shared/entry-rows.js";
import { head } from "../shared/frame.js";
import { phaseChips } from "../shared/phase-chips.js";
import { scoreName } from "../shared/score-names.js";
import { recall } from "../shared/screen.js";
import { calendar } from "./calendar.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Phase } from "../../domain/phases.js" */
/** @import { Piece } from "../../domain/search.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */
/** @typedef {EntryDraft & {savedAt: string}} Draft */
/** @typedef {EntrySummary["kind"]} Kind */
/** @typedef {"day"|"dose"|"calendar"} Order */

/** Rows that are drawn at first, and more with every screen that is scrolled. */
const STEP = 60;
/** After so long without a key, all that a search finds is fetched, and not its first rows only. */
const REST_MS = 250;
const KINDS = /** @type {Kind[]} */ (["entry", "measure", "rating"]);
const ORDERS = /** @type {Order[]} */ (["day", "dose", "calendar"]);

const ALL = {
  phase: /** @type {Phase|null} */ (null),
  drafts: false,
  kind: /** @type {Kind|null} */ (null),
};
const FRESH = {
  ...ALL,
  order: /** @type {Order} */ ("day"),
  month: "",
  day: /** @type {string|null} */ (null),
  text: "",
  rows: STEP,
  /** Whether the ways to look at it stand open, where there is little room. */
  isOpen: false,
};
/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  // What stays as it was when one comes back from an entry; who comes by another way finds everything.
  const kept = recall(app, "journal", () => ({ ...FRESH }));
  // A step of the history that has been here before has a state.
  if (history.state === null) Object.assign(kept, FRESH);
  let [entries, drafts, dosings] = await Promise.all([
    kept.text
      ? vault.find({ text: kept.text })
      : vault.entries(kept.rows > STEP ? {} : { limit: STEP }),
    vault.drafts(),
    vault.dosings(),
  ]);
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let rest;
  /** @type {Map<string, Piece[]>} where the words that are looked for stand, by entry */
  let places = new Map();
  const grown = growing(kept.rows, () => {
    app.draw();
    showPlaces();
  });
  // The first rows stand at once; the rest of the list is fetched when they do.
  if (kept.text) setTimeout(showPlaces);
  else if (entries.length === STEP) setTimeout(refresh);

  /** @param {string} text */
  async function search(text) {
    Object.assign(kept, { text, drafts: false });
    places = new Map();
    grown.restart();
    clearTimeout(rest);
    if (!text) return refresh();
    const mine = ++asked;
    const found = await vault.find({ text, limit: STEP });
    if (mine !== asked) return;
    entries = found;
    app.draw();
    showPlaces();
    rest = setTimeout(refresh, REST_MS);
  }

  /** Opens the rows that are drawn, for the line in which each has the words. */
  async function showPlaces() {
    const { text } = kept;
    const drawn = shownEntries().slice(0, grown.shown());
    const ids = drawn.map(({ id }) => id).filter((id) => !places.has(id));
    if (!text || ids.length === 0) return;
    const found = await vault.placesFound({ text, ids });
    if (text !== kept.text) return;
    places = new Map([...places, ...found]);
    app.draw();
  }

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
    places = new Map();
    app.draw();
    await showPlaces();
  }

  /** @param {Partial<typeof kept>} change */
  function choose(change) {
    Object.assign(kept, change);
    grown.restart();
    app.draw();
    for (const chip of document.querySelectorAll(".filters .chip[aria-pressed=true]"))
      chip.scrollIntoView({ inline: "nearest", block: "nearest" });
    showPlaces();
  }

  function turn() {
    kept.isOpen = !kept.isOpen;
    app.draw();
  }

  function shownEntries() {
    return entries.filter(
      ({ kind, phase }) =>
        (kept.kind ? kind === kept.kind : kind !== "rating") &&
        (!kept.phase || phase === kept.phase),
    );
  }

  /** @param {Draft} draft */
  async function discard(draft) {
    const { id = "", seen } = draft;
    await vault.discardDraft({ id, ...(seen && { seen }) });
    await refresh();
    const run = async () => {
      await vault.saveDraft(draft);
      await refresh();
    };
    app.say({ text: t("journal.discarded"), action: t("do.undo"), run });
  }

  function list() {
    if (kept.drafts) return draftList(app, drafts, discard);
    const wanted = shownEntries();
    if (kept.order === "calendar") return month(wanted);
    if (wanted.length === 0) return empty(app, notHere(kept, entries.length));
    const cut = wanted.slice(0, grown.shown());
    const groups = kept.order === "dose" ? doseGroups(cut, dosings) : groupsOf(cut, dayTitle);
    return groups.map(
      ({ title, rows }) => html`<section class="group">
        <h2>${title}</h2>
        <ul class="rows lined">
          ${each(rows, (entry) => html`<li>${entryRow(entry, places.get(entry.id))}</li>`)}
        </ul>
      </section>`,
    );
  }

  /** @param {EntrySummary[]} wanted */
  function month(wanted) {
    const chosen = { month: kept.month || dayOf(instant()).slice(0, 7), day: kept.day };
    return calendar(app, wanted, dosings, chosen, choose);
  }

  function kinds() {
    if (!entries.some(({ kind }) => kind !== "entry")) return nothing;
    return html`<div class="chips run" role="group" aria-label=${t("journal.kinds")}>
      ${KINDS.map(
        (kind) => html`<button
          class="chip"
          data-testid=${`kind-${kind}`}
          aria-pressed=${String(kept.kind === kind)}
          @click=${() => choose({ kind: kept.kind === kind ? null : kind, drafts: false })}
        >
          ${t(`journal.kind.${kind}`)}
        </button>`,
      )}
    </div>`;
  }

  function onlySome() {
    const what = [
      ...(kept.drafts ? [t("journal.drafts")] : []),
      ...(kept.phase ? [t(`phase.${kept.phase}`)] : []),
      ...(kept.kind ? [t(`journal.kind.${kept.kind}`)] : []),
    ];
    if (what.length === 0) return nothing;
    return html`<p class="line only-some">
      <span class="soft small">${t("journal.only", { what: joined(what) })}</span>
      <button class="btn quiet" @click=${() => choose(ALL)} data-testid="show-all">${t("journal.showAll")}</button>
    </p>`;
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
      ${head(app, nothing, t("journal.title"))}
      <div class="filters">
        <div class="find-line">
        <label class="find">
          <span class="unseen">${t("journal.findHint")}</span>${icon("search")}
          <input
            type="search"
            autocomplete="off"
            data-testid="find"
            placeholder=${t("journal.findHint")}
            .value=${kept.text}
            @focus=${() => vault.find({ text: "", limit: 1 })}
            @input=${(/** @type {InputEvent} */ event) =>
              search(/** @type {HTMLInputElement} */ (event.target).value.trim())}
          />
        </label>
        <button class="btn second" aria-expanded=${String(kept.isOpen)} aria-controls="folded" @click=${turn} data-testid="filter">${icon("scales")}${t("journal.filter")}</button>
        </div>
        <div id="folded" class="folded" ?data-shut=${!kept.isOpen}>
        ${order()}
        ${phaseChips(t("journal.all"), kept.drafts ? undefined : /** @type {Phase|null} */ (kept.phase), (phase) => choose({ phase, drafts: false }), drafts.length ? draftChip : nothing)}
        ${kinds()}
        </div>
        ${onlySome()}
      </div>
      ${list()}
      <p class="after"><a class="btn quiet edge-start" href="#/trash" data-testid="trash">${t("journal.trash")}</a></p>
      <div class="write-here" data-bar="foot">
        <a class="btn" href="#/write" data-testid="write">${icon("pen")}${t("today.write")}</a>
      </div>
    </main>`;
  }

  function order() {
    const labels = { day: "journal.byDay", dose: "journal.byDose", calendar: "journal.calendar" };
    const offered = ORDERS.filter((one) => one !== "dose" || dosings.length > 0);
    return html`<div class="segments" role="group" aria-label=${t("journal.order")}>
      ${offered.map(
        (one) => html`<button
          aria-pressed=${String(kept.order === one)}
          @click=${() => choose({ order: one })}
          data-testid=${`order-${one}`}
        >
          ${t(labels[one])}
        </button>`,
      )}
    </div>`;
  }

  return {
    title: t("nav.journal"),
    render,
    changed: refresh,
    close: () => {
      kept.rows = grown.shown();
      grown.stop();
      clearTimeout(rest);
    },
  };
};

/** @param {EntrySummary} entry */
function dayTitle({ happened }) {
  return capital(dayWordsOf(happened));
}

/** @param {typeof FRESH} kept @param {number} others entries that the chosen filters leave out @returns {string} */
function notHere(kept, others) {
  if (kept.text) return others ? t("journal.notFoundHere", { n: others }) : t("journal.notFound");
  if (kept.kind) return t("journal.emptyKind");
  return t(others ? "journal.emptyPhase" : "journal.empty");
}

/** @param {Draft} draft @returns {string} where one goes on with it */
function draftPlace({ id, kind, scored }) {
  if (kind === "rating" && scored?.instrument === "ratings") return "#/rate";
  return scored ? `#/fill/${scored.instrument}` : `#/write?draft=${id}`;
}

/** @param {App} app @param {Draft[]} drafts @param {(draft: Draft) => void} discard */
function draftList(app, drafts, discard) {
  if (drafts.length === 0) return empty(app, t("journal.emptyDrafts"));
  return html`<ul class="rows lined">
    ${each(drafts, (draft) => {
      const { at } = { at: draft.savedAt };
      const zone = draft.happened?.zone ?? instant().zone;
      return html`<li class="line">
        <a class="row" href=${draftPlace(draft)}>
          <span class="grow">
            <span class="preview" dir="auto">${draft.scored ? scoreName(draft.scored.instrument) : draft.title || draft.text || draft.prompt?.text}</span>
            <span class="soft small">${t("journal.draft", { when: whenWords({ at, zone }) })}</span>
          </span>
        </a>
        <button class="btn quiet edge-end" @click=${() => discard(draft)}>${t("journal.discard")}</button>
      </li>`;
    })}
  </ul>`;
}
