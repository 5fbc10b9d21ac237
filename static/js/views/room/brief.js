/** One page before a meeting: what is new since the last one. It says what changed and by which rule, and never whether that is good. */

import { html, nothing } from "lit-html";
import { phaseLabel } from "../../components/controls.js";
import { each, inCard } from "../../components/rows.js";
import { changesOf, rulesOf } from "../../domain/brief.js";
import { bandOf } from "../../domain/measures.js";
import { firstWords } from "../../domain/summaries.js";
import { dayOf, dayWordsOf, instant, shortDay, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { dueWords } from "../shared/assigned-words.js";
import { empty } from "../shared/coming.js";
import { content } from "../shared/content.js";
import { attention, headBack } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { placeWords } from "../shared/place.js";
import { bandName, changeRule, scoreLine, scoreName } from "../shared/score-names.js";
import { meetings } from "./meetings.js";
import { told } from "./told.js";

/** @import { Brief, Compared, Result } from "../../domain/brief.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** So that all of it stands on one page. */
const MOST = { shares: 10, notes: 8, said: 6, given: 4 };
/** The prompts of the core pack that ask for a small act and for how it went. */
const ACTS = ["I2", "I7"];
const FIRST_WORDS = 110;

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const id = rest[0] ?? "";
  const [known, texts, met] = await Promise.all([
    measures(vault),
    content("help-texts"),
    meetings(app, id),
  ]);
  let page = await vault.brief({ person: id });

  async function refresh() {
    page = await vault.brief({ person: id });
    app.draw();
  }

  /** @param {string} item */
  async function unpin(item) {
    await vault.pin({ id: item, pinned: false });
    await refresh();
  }

  function render() {
    const { person, since } = page;
    const parts = [
      pinnedPart(page, unpin),
      askedPart(page),
      measuresPart(page, known),
      actsPart(page),
      givenPart(page),
      notesPart(page),
      saidPart(page),
      sharesPart(page),
    ].filter((part) => part !== nothing);
    return html`<main class="column wide brief" id="main">
      ${headBack(app, `/person/${id}`, printButton())} ${attention(app)}
      <header class="brief-head">
        <p class="soft small">${t("brief.title")} · ${dayWordsOf(instant())}</p>
        <h1 dir="auto">${person.name}</h1>
        <p class="soft" data-testid="since">${since ? t("brief.since", { when: dayWordsOf(since) }) : t("brief.all")}</p>
      </header>
      ${met.render()}
      ${parts.length === 0 ? empty(app, t("brief.none")) : html`<div class="brief-parts">${parts}</div>`}
      <p class="soft small honest watching">${t("brief.honest")} ${texts.watching.therapist}</p>
    </main>`;
  }

  return {
    render,
    changed: async () => {
      await met.refresh();
      await refresh();
    },
  };
};

function printButton() {
  return html`<button class="btn quiet" @click=${() => print()} data-testid="print">${t("brief.print")}</button>`;
}

/** @param {string} name @param {string} title @param {unknown} inside */
function part(name, title, inside) {
  return html`<section data-testid=${`brief-${name}`} data-part=${name}><h2>${title}</h2>${inside}</section>`;
}

/** @param {Brief} page @param {(item: string) => void} unpin */
function pinnedPart(page, unpin) {
  const { pinned } = page;
  if (pinned.length === 0) return nothing;
  return part(
    "pins",
    t("brief.pins"),
    html`<ul class="rows lined">
      ${each(
        pinned,
        (entry) => html`<li class="line apart">
          ${entryLine(page, entry)}
          <button class="btn quiet screen-only" @click=${() => unpin(entry.id)} data-testid="unpin">${t("pane.unpin")}</button>
        </li>`,
      )}
    </ul>`,
  );
}

/** @param {Brief} page */
function sharesPart(page) {
  const { shares, pinned } = page;
  const others = shares.filter((one) => !isAct(one) && !pinned.some(({ id }) => id === one.id));
  if (others.length === 0) return nothing;
  // What is new stands at the end of the list: what does not fit is the oldest.
  const shown = others.slice(-MOST.shares);
  const left = others.length - shown.length;
  return part(
    "shares",
    t("brief.shares"),
    html`<ul class="rows lined">
        ${each(shown, (entry) => html`<li>${entryLine(page, entry)}</li>`)}
      </ul>
      ${left ? html`<p class="soft small">${t("brief.more", { n: left })}</p>` : nothing}`,
  );
}

/** @param {EntrySummary} entry */
function isAct({ prompt }) {
  return ACTS.includes(prompt ?? "");
}

/** Small acts and how they went, as far as they are shared. @param {Brief} page */
function actsPart(page) {
  const acts = page.shares.filter(isAct);
  if (acts.length === 0) return nothing;
  return part(
    "acts",
    t("brief.acts"),
    html`<ul class="rows lined">${each(acts, (entry) => html`<li>${entryLine(page, entry)}</li>`)}</ul>`,
  );
}

/** @param {Brief} page */
function givenPart({ given }) {
  if (given.length === 0) return nothing;
  return part(
    "given",
    t("brief.given"),
    html`<ul class="plain">
      ${each(
        given.slice(0, MOST.given),
        ({ prompt, instrument, title, due, declined }) => html`<li>
          <span dir="auto">${prompt?.text ?? (instrument ? scoreName(instrument) : title)}</span>
          <span class="soft small">${declined ? t("brief.declined", { when: whenWords(declined) }) : dueWords(due)}</span>
        </li>`,
      )}
    </ul>`,
  );
}

/** @param {Brief} page @param {EntrySummary} entry */
function entryLine({ person, dosings }, entry) {
  const { id, kind, phase, title, part: shared, happened, reviewed } = entry;
  const about = [
    whenWords(happened),
    ...(shared ? [t("queue.part", shared)] : []),
    ...(reviewed ? [] : [t("brief.toRead")]),
  ];
  return html`<a class="row" href=${`#/person/${person.id}/${id}`} data-testid="brief-entry">
    <span class="grow">
      ${phaseLabel(phase, placeWords(entry, dosings))}
      <span class="block" dir="auto">${kind === "entry" ? title || t("entry.untitled") : scoreLine(entry)}</span>
      <span class="soft small block">${about.join(" · ")}</span>
    </span>
  </a>`;
}

/** @param {Brief} page @param {Measure[]} known */
function measuresPart(page, known) {
  const found = known.filter(({ id }) => page.results.some(({ instrument }) => instrument === id));
  const fresh = found.filter((measure) => newest(page, measure));
  if (fresh.length === 0) return nothing;
  return part(
    "measures",
    t("brief.measures"),
    html`${each(fresh, (measure) => measureLines(page, measure), inCard)}
      <p class="soft small">${t("brief.screen")}</p>`,
  );
}

/** @param {Brief} page @param {Measure} measure @returns {EntrySummary|undefined} its last result, where that is new */
function newest({ results, answers }, { id }) {
  const last = results.findLast(({ instrument }) => instrument === id);
  return answers.some(({ item }) => item === last?.id) ? last : undefined;
}

/** @param {Brief} page @param {Measure} measure */
function measureLines({ results, answers, since }, measure) {
  const own = results.filter(({ instrument }) => instrument === measure.id);
  const { last, compared } = changesOf(measure, own, since);
  const fresh = own.filter(({ id }) => answers.some(({ item }) => item === id));
  return html`<div class="measure-lines" data-testid="brief-measure">
    <p>${last ? totalWords(measure, last, compared.length > 0) : nothing}</p>
    ${compared.map((one) => html`<p class="small">${comparedWords(one)} <span class="soft">${ruleWords(measure, one)}</span></p>`)}
    ${compared.length > 0 ? html`<p class="soft small">${changeRule(measure).join(" ")}</p>` : nothing}
    ${fresh.map(({ id, happened }) => told(measure, answers.find(({ item }) => item === id)?.answers ?? [], happened))}
  </div>`;
}

/** @param {Measure} measure @param {Result} last @param {boolean} isCompared */
function totalWords(measure, { total, happened }, isCompared) {
  const { name } = measure;
  const day = shortDay(dayOf(happened));
  if (total === null) return t("brief.blank", { name, day });
  if (measure.bands.length === 0) return t("brief.plain", { name, to: total, day });
  const values = { name, to: total, day, band: bandName(bandOf(measure, total)) };
  return isCompared ? t("brief.was", values) : t("brief.one", values);
}

/** @param {Compared} compared */
function comparedWords({ which, from, change: { points } }) {
  const day = shortDay(dayOf(from.happened));
  if (points === 0) return t(`brief.same.${which}`, { day });
  return t(`brief.${points < 0 ? "lower" : "higher"}.${which}`, { n: Math.abs(points), day });
}

/** @param {Measure} measure @param {Compared} compared */
function ruleWords(measure, compared) {
  return rulesOf(measure, compared)
    .map(({ rule, n }) => t(`change.${rule}`, { n }))
    .join(" ");
}

/** @param {Brief} page */
function notesPart({ notes }) {
  if (notes.length === 0) return nothing;
  return part(
    "notes",
    t("brief.notes"),
    html`<ul class="plain">
      ${each(notes.slice(-MOST.notes), ({ text, written }) => html`<li dir="auto">${firstWords(text, FIRST_WORDS)} <span class="soft small">${shortDay(dayOf(written))}</span></li>`)}
    </ul>`,
  );
}

/** @param {Brief} page */
function saidPart({ said, person }) {
  const all = said.flatMap(({ comments }) => comments);
  if (all.length === 0) return nothing;
  const line = (/** @type {string} */ id, /** @type {string} */ text) =>
    html`<li dir="auto">${t(id, { name: person.name, text: firstWords(text, FIRST_WORDS) })}</li>`;
  return part(
    "said",
    t("brief.said"),
    html`<ul class="plain">
      ${each(
        all.slice(-MOST.said),
        ({ text, answer }) =>
          html`${line("brief.mine", text)}${answer ? line("brief.theirs", answer.text) : nothing}`,
      )}
    </ul>`,
  );
}

/** @param {Brief} page */
function askedPart({ asked, person }) {
  if (asked.length === 0) return nothing;
  return part(
    "asked",
    t("brief.asked"),
    html`<ul class="plain">
      ${each(asked, ({ written }) => html`<li>${t("brief.contact", { name: person.name, when: whenWords(written) })}</li>`)}
    </ul>`,
  );
}
