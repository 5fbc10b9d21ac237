/**
 * What is read, with all that belongs to it: the person's words large, the part that is shared and what was shown before, a private note, a
 * deliberate tick that can be undone, a pin, an answer in a sentence or two. Several results of one measure are read as one.
 */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { each, inCard } from "../../components/rows.js";
import { whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { patternGiven, scoreGiven } from "../measures/score-given.js";
import { answersShown } from "../shared/beside.js";
import { comments } from "../shared/comments.js";
import { content } from "../shared/content.js";
import { explain } from "../shared/explain.js";
import { measureOf } from "../shared/packs.js";
import { placeWords } from "../shared/place.js";
import { scoreLine } from "../shared/score-names.js";
import { answerForm } from "./answer-form.js";
import { earlierShown } from "./earlier-shown.js";
import { privateNote } from "./private-note.js";
import { told } from "./told.js";

/** @import { Dosing, DosingWhole } from "../../domain/dosings.js" */
/** @import { Entry } from "../../domain/entries.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { App } from "../shared/types.js" */

/** @typedef {Awaited<ReturnType<typeof readingPane>>} Pane */

/**
 * @param {App} app
 * @param {string[]} ids  what is read, by date: the last one whole
 * @param {string} boundary  what the reader must know about being told late
 * @param {(reviewed: boolean) => boolean} [ticked]  after the tick was set or taken back; answers whether the screen is left
 */
export async function readingPane(app, ids, boundary, ticked = () => false) {
  const { vault } = app;
  const id = ids.at(-1) ?? "";
  let [entries, kept, beside] = await Promise.all([
    read(),
    vault.beside({ id }),
    content("beside"),
  ]);
  let entry = /** @type {Entry} */ (entries.at(-1));
  const measure = await measureOf(vault, entry.summary.instrument);
  const [note, answer, earlier, dose] = await Promise.all([
    privateNote(app, id, kept.notes),
    answerForm(app, id, refresh),
    earlierShown(app, id),
    doseOf(),
  ]);

  function read() {
    return Promise.all(ids.map((one) => vault.entry({ id: one })));
  }

  /** @returns {Promise<DosingWhole|null>} the dosing session it belongs to, where that is shared */
  async function doseOf() {
    const { dosing } = entry.summary;
    return dosing ? vault.dosing({ id: dosing }).catch(() => null) : null;
  }

  async function refresh() {
    [entries, kept] = await Promise.all([read(), vault.beside({ id })]);
    entry = /** @type {Entry} */ (entries.at(-1));
    app.draw();
  }

  /** @param {boolean} reviewed */
  async function review(reviewed) {
    try {
      await vault.review({ entry: ids, reviewed });
      if (!ticked(reviewed)) await refresh();
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @returns {Promise<boolean>} whether it is to be brought now */
  async function pin() {
    try {
      await vault.pin({ id, pinned: !kept.pinned });
      await refresh();
    } catch (error) {
      app.say(explain(error));
    }
    return kept.pinned;
  }

  /** @param {Dosing[]} dosings @param {Person} person */
  function render(dosings, person) {
    const { summary, title } = entry;
    return html`<h1 class="unseen phone-only">${person.name}</h1>
      <div class="pane">
        <div class="pane-main">
          <article class="reading" data-item=${id}>
            <p class="print-only soft small" dir="auto">${person.name}</p>
            ${phaseLabel(summary.phase, placeWords(summary, dosings))}
            <h2 data-arrive tabindex="-1" dir="auto" class=${title ? "" : "unseen"}>${title || summary.title || scoreLine(summary)}</h2>
            <p class="soft small">${t("reading.sharedAt", { when: whenWords(summary.happened) })}</p>
            ${summary.part ? html`<p class="small part" data-testid="part">${t("pane.part", summary.part)}</p>` : nothing}
            ${given(entry)} ${before()}
          </article>
          ${earlier.render()} ${dose ? doseWords(dose) : nothing}
          ${comments(entry.comments)}
        </div>
        <div class="pane-side">
          <p class="soft small boundary watching">${boundary} <a href="#/help">${t("do.help")}</a></p>
          <div class="line marks">
            ${entries.every(({ summary: { reviewed } }) => reviewed) ? reviewedMark(() => review(false)) : tick(() => review(true))}
            ${pinMark(kept.pinned, pin)}
          </div>
          ${answer.render(person.name)} ${note.render(person.name)}
        </div>
      </div>`;
  }

  /** @param {Entry} one */
  function given({ summary, text, prompt, answers }) {
    const words = html`${text ? prose(text) : nothing}${answersShown(answers, beside)}`;
    return html`${prompt ? html`<p class="question soft" dir="auto">${prompt.text}</p>` : nothing}
      ${told(measure, answers, summary.happened)}
      ${summary.kind === "entry" ? words : html`${measure ? patternGiven(measure, answers) : nothing}${scoreGiven(entry, measure)}`}`;
  }

  /** The results of the same measure that came before it, the newest first. */
  function before() {
    const others = entries.slice(0, -1).toReversed();
    if (others.length === 0) return nothing;
    return html`<section class="group stack" data-testid="results-before">
      <h3>${t("pane.earlier")}</h3>
      ${each(
        others,
        ({ summary, answers }) => html`<div>
          <p>${scoreLine(summary)} <span class="soft small">${whenWords(summary.happened)}</span></p>
          ${told(measure, answers, summary.happened)}
        </div>`,
        inCard,
      )}
    </section>`;
  }

  return {
    render,
    refresh,
    pin,
    /** @param {boolean} reviewed */
    review,
    ids,
    person: entry.summary.author,
    written: entry.summary.written,
    leave: async () => {
      const done = await Promise.all([answer.leave(), note.settle()]);
      return done.every(Boolean);
    },
  };
}

/** @param {DosingWhole} dose what was said around it: never amounts, readings or effects */
export function doseWords({ number, happened, setting, support, note }) {
  const lines = [
    ...(setting ? [t("pane.setting", { text: setting })] : []),
    ...(support ? [t("pane.support", { text: support })] : []),
    ...(note ? [t("pane.doseNote", { text: note })] : []),
  ];
  if (lines.length === 0) return nothing;
  return html`<section class="about-dose soft small" data-testid="about-dose">
    <h3>${t("pane.dose", { n: number, when: whenWords(happened) })}</h3>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </section>`;
}

/** @param {() => void} act */
function tick(act) {
  return html`<button type="button" class="btn" @click=${act} data-testid="review">${t("reading.review")}</button>`;
}

/** @param {() => void} undo */
function reviewedMark(undo) {
  return html`<span class="line" data-testid="reviewed">${icon("tick")}${t("reading.isReviewed")}</span>
    <button type="button" class="btn quiet" @click=${undo} data-testid="unreview">${t("reading.unreview")}</button>`;
}

/** @param {boolean} pinned @param {() => void} act */
function pinMark(pinned, act) {
  return html`${pinned ? html`<span class="line" data-testid="pinned">${icon("pin")}${t("pane.pinned")}</span>` : nothing}
    <button type="button" class="btn quiet" @click=${act} data-testid="pin">${t(pinned ? "pane.unpin" : "pane.pin")}</button>`;
}
