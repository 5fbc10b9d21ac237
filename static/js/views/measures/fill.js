/**
 * Filling in a measure: one question a screen, every one can be skipped, every answer is on the device at once as a draft. The
 * words are the instrument's own and stand in its own language.
 */

import { html, nothing } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { icon } from "../../components/controls.js";
import {
  asksForHelp,
  isHard,
  isTold,
  itemsOf,
  labelsOf,
  measureDraft,
  totalOf,
  valuesFrom,
} from "../../domain/measures.js";
import { Autosave } from "../../ui/autosave.js";
import { instant } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { parts, t } from "../../ui/i18n.js";
import { holdReload, keepStorage } from "../../ui/offline.js";
import { chooseCountry, contacts } from "../shared/contacts.js";
import { selfCheck } from "../shared/content.js";
import { explain } from "../shared/explain.js";
import { lockIcon, watching } from "../shared/frame.js";
import { measures } from "../shared/packs.js";
import { calmScreen } from "./calm.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { Item } from "../../domain/measures.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { OpenScreen } from "../shared/types.js" */
/** @import { Calm } from "./calm.js" */

/** Entries among which the total before this one is looked for. */
const LOOKED_AT = 1000;

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const [known, check, drafts, found, running, entries] = await Promise.all([
    measures(vault),
    selfCheck(),
    vault.drafts(),
    contacts(app),
    vault.series(),
    vault.entries({ limit: LOOKED_AT }),
  ]);
  let people = found;
  const measure = [...known, check].find(({ id }) => id === rest[0]);
  if (!measure) throw new Error(`no measure ${rest[0]}`);
  const instrument = measure;
  const readers = running
    .filter((one) => one.instrument === instrument.id)
    .map(({ name }) => name)
    .join(", ");
  const last = entries.find((one) => one.instrument === instrument.id && one.total !== null);
  /** Kept from those who see this measure each time. */
  let alone = false;
  const items = itemsOf(instrument);
  const begun = drafts.find(({ rev, scored }) => !rev && scored?.instrument === instrument.id);
  let id = begun?.id;
  let seen = begun?.seen;
  const values = valuesFrom(begun?.answers ?? []);
  let step = afterLast(items, values);
  let state = begun ? t("write.device") : "";
  let failed = false;
  /** Not null: the question about harming oneself has just been answered above 0. @type {Calm|null} */
  let calm = null;
  const release = holdReload();
  const autosave = new Autosave(keep, report);

  /** @returns {EntryDraft} */
  const draft = () => ({
    ...measureDraft(instrument, values),
    ...(id && { id }),
    ...(seen && { seen }),
  });

  async function keep() {
    ({ id, seen } = await vault.saveDraft(draft()));
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  function report(now, error) {
    failed = now === "failed";
    if (failed) state = explain(error);
    else if (now === "kept") state = t("write.device");
    if (failed) announce(state);
    app.draw();
  }

  /** @param {Item} item @param {number|null} value */
  function answer(item, value) {
    values[item.id] = value;
    autosave.touch();
    autosave.flush();
    calm = item.id === instrument.safetyItem && asksForHelp(instrument, values) ? "asked" : null;
    if (!calm) step += 1;
    arrive();
  }

  /** @param {number} to */
  function goTo(to) {
    step = to;
    arrive();
  }

  /** The new question is read out, and the next Tab begins there. */
  function arrive() {
    app.draw();
    scrollTo(0, 0);
    /** @type {HTMLElement|null} */ (document.querySelector("main h1"))?.focus();
  }

  /** @param {"safe"|"now"} said */
  function say(said) {
    calm = said;
    arrive();
  }

  /** @param {string} country */
  function choose(country) {
    people = chooseCountry(people, country);
    app.draw();
  }

  function goOn() {
    calm = null;
    goTo(step + 1);
  }

  async function done() {
    try {
      // First what runs comes to its end: a draft must not arrive after the entry that it became.
      await autosave.flush();
      const entry = await vault.saveEntry({ ...draft(), alone, happened: instant() });
      autosave.stop();
      keepStorage();
      app.go(`/entry/${entry.id}`, true);
    } catch (error) {
      autosave.touch();
      report("failed", error);
    }
  }

  async function discard() {
    await autosave.stop();
    if (id) await vault.discardDraft({ id, ...(seen && { seen }) });
    app.back("/measures");
  }

  /** Said before the first answer, above the last button and after the question about harming oneself. */
  function readBy() {
    if (!readers) return nothing;
    const change = (/** @type {Event} */ event) => {
      alone = /** @type {HTMLInputElement} */ (event.target).checked;
      app.draw();
    };
    return html`<div class="notice quiet" data-testid="series-said">
      <p>${t(alone ? "measure.seriesAlone" : "measure.seriesSaid", { name: readers })}</p>
      <label class="choice"><input type="checkbox" autocomplete="off" .checked=${alone} @change=${change} data-testid="alone" />${t("measure.alone")}</label>
    </div>`;
  }

  const isEmpty = () => Object.values(values).every((value) => value === null);

  /** @param {Item} item */
  function question(item) {
    // Where every question says by itself what it asks about, the instruction need not be read twenty times.
    const isInstructed = instrument.instruction && (step === 0 || !instrument.stem);
    return html`${step === 0 ? readBy() : nothing}
      ${isInstructed ? html`<p class="soft" translate="no" lang=${instrument.language}>${instrument.instruction}</p>` : nothing}
      <p class="soft small">${t("measure.step", { n: step + 1, all: items.length })}</p>
      <h1 class="question" id="item" tabindex="-1" translate="no" lang=${instrument.language}>
        ${instrument.stem ? html`<span class="soft small item-stem">${instrument.stem}</span>` : nothing}${item.text}
      </h1>
      ${keyed(
        item.id,
        answerButtons(instrument, item, values[item.id], (value) => answer(item, value)),
      )}
      <div class="line apart">
        ${step > 0 ? html`<button class="btn quiet edge-start" @click=${() => goTo(step - 1)} data-testid="previous">${t("measure.previous")}</button>` : html`<span></span>`}
        <button class="btn quiet edge-end" @click=${() => answer(item, values[item.id] ?? null)} data-testid="skip-item">
          ${t(typeof values[item.id] === "number" ? "measure.next" : "measure.skip")}
        </button>
      </div>`;
  }

  function review() {
    const blank = instrument.items.filter((item) => typeof values[item.id] !== "number").length;
    return html`<h1 tabindex="-1">${t("measure.review")}</h1>
      ${blank > 0 && !instrument.personal ? html`<p class="notice quiet">${t("measure.blanks", { n: blank })}</p>` : nothing}
      <ul class="rows lined">
        ${items.map(
          (item, index) => html`<li>
            <button class="row" @click=${() => goTo(index)} data-testid="change-answer">
              <span class="grow"><span class="soft small" translate="no" lang=${instrument.language}>${item.text}</span>
                <span class="asked">${labelOf(instrument, item, values[item.id])}</span></span>
            </button>
          </li>`,
        )}
      </ul>
      ${isTold(instrument, values) ? html`<p class="notice quiet" data-testid="tell">${t("measure.tell")}</p>` : nothing}
      ${isHard(instrument, totalOf(instrument, values), last?.total ?? null) ? turnTo() : nothing}
      ${readBy()}
      <div class="actions after">
        <button class="btn" @click=${done} ?disabled=${isEmpty()} data-testid="keep-measure">${t("measure.keep")}</button>
        <button class="btn quiet" @click=${discard} data-testid="discard-measure">${t("measure.discard")}</button>
      </div>`;
  }

  function honest() {
    const isRead = readers !== "" && !alone;
    return html`<p class="soft">${t(isRead ? "calm.honestShared" : "calm.honest")}</p> ${readBy()}`;
  }

  function inside() {
    if (calm) return calmScreen(calm, people, choose, honest(), say, goOn);
    const item = items[step];
    return item ? question(item) : review();
  }

  return {
    full: true,
    render: () => html`<div class="editor measure-fill">
      <header class="line apart" data-bar="head">
        <button class="btn bare edge-start" @click=${() => app.back("/measures")} aria-label=${t("write.close")} data-testid="close-measure">
          ${icon("back")}
        </button>
        <p class=${failed ? "small wrong" : "soft small"} data-testid="state">${state}</p>
        <div class="line">${lockIcon(app)}<a class="btn bare edge-end" href="#/help" data-testid="help">${t("do.help")}</a></div>
      </header>
      <main id="main" class=${calm ? "stack help" : "stack"} aria-label=${instrument.name}>${inside()}${calm ? nothing : watching()}</main>
    </div>`,
    leave: () => autosave.flush(),
    close: release,
  };
};

/** @param {Item[]} items @param {Record<string, unknown>} values @returns {number} the question one had come to */
function afterLast(items, values) {
  return items.findLastIndex(({ id }) => typeof values[id] === "number") + 1;
}

/** @param {Measure} measure @param {Item} item @param {number|null|undefined} value */
function labelOf(measure, item, value) {
  const label = labelsOf(measure, item).find((one) => one.value === value)?.label;
  return label
    ? html`<span translate="no" lang=${measure.language}>${label}</span>`
    : html`<span class="soft">${t("entry.blank")}</span>`;
}

/**
 * @param {Measure} measure
 * @param {Item} item
 * @param {number|null|undefined} given
 * @param {(value: number) => void} choose
 */
function answerButtons(measure, item, given, choose) {
  const isScale = item.least !== undefined;
  const button = (/** @type {{value: number, label: string}} */ { value, label }) => html`<button
    class="answer-button"
    aria-pressed=${String(given === value)}
    @click=${() => choose(value)}
    data-value=${value}
    data-testid=${`answer-${value}`}
  >
    ${label}${isScale || measure.personal ? nothing : html` <span class="soft" aria-hidden="true">${value}</span>`}
  </button>`;
  return html`<div class=${isScale ? "answer-scale" : "answer-list"} role="group" aria-labelledby="item" translate="no" lang=${measure.language}>
      ${labelsOf(measure, item).map(button)}
    </div>
    ${isScale ? html`<p class="line apart fill soft small" translate="no" lang=${measure.language}><span>${t("measure.end", { n: 0, name: item.least })}</span><span>${t("measure.end", { n: 10, name: item.most })}</span></p>` : nothing}`;
}

/** Somebody to turn to, where the answers are hard and no question has asked about harming oneself. */
function turnTo() {
  const help = html`<a href="#/help">${t("do.help")}</a>`;
  return html`<p class="notice quiet" data-testid="turn-to">${parts("measure.turnTo", { help })}</p>`;
}
