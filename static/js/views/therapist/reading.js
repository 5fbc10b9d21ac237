/** An entry as it is read: the person's words large; a deliberate tick that can be undone; an answer in a sentence or two. */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { grow, prose } from "../../components/prose.js";
import { Autosave } from "../../ui/autosave.js";
import { whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { answersShown } from "../beside.js";
import { comments } from "../comments.js";
import { content } from "../content.js";
import { explain } from "../explain.js";
import { watching } from "../frame.js";
import { measureOf } from "../packs.js";
import { placeWords } from "../place.js";
import { scoreGiven } from "../score-given.js";

/** @import { App } from "../types.js" */
/** @import { Dosing, Person } from "../../vault/types.js" */

/**
 * @param {App} app
 * @param {string} id  of the entry
 * @param {string} boundary  what the reader must know about being told late
 * @param {() => string|null} nextUnread
 */
export async function readingPane(app, id, boundary, nextUnread) {
  const { vault } = app;
  let [entry, beside] = await Promise.all([vault.entry({ id }), content("beside")]);
  const measure = await measureOf(vault, entry.summary.instrument);
  // An answer that was begun lies on the device as a draft; nobody has another one of somebody else's entry.
  let answer = (await vault.drafts()).find((draft) => draft.id === id)?.text ?? "";
  /** @type {string|undefined} */
  let wrong;
  let isKept = answer !== "";
  const autosave = new Autosave(keep, report);

  async function refresh() {
    entry = await vault.entry({ id });
    app.draw();
  }

  async function keep() {
    if (answer.trim() === "") return vault.discardDraft({ id });
    const unused = {
      rev: null,
      title: "",
      prompt: null,
      phase: null,
      dosing: null,
      happened: null,
    };
    await vault.saveDraft({ id, text: answer, ...unused });
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  function report(now, error) {
    isKept = now === "kept" && answer.trim() !== "";
    if (now === "typing") return;
    wrong = now === "failed" ? explain(error) : undefined;
    app.draw();
  }

  /** @param {boolean} reviewed */
  async function review(reviewed) {
    try {
      await vault.review({ entry: id, reviewed });
      await refresh();
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @param {SubmitEvent} event @param {string} name */
  async function send(event, name) {
    event.preventDefault();
    const text = answer.trim();
    if (!text) return;
    try {
      // First what runs comes to its end: a draft must not arrive after the comment that it became.
      await autosave.flush();
      await vault.comment({ entry: id, text });
      await vault.discardDraft({ id });
      answer = "";
      wrong = undefined;
      isKept = false;
      app.say(t("reading.sent", { name }));
      await refresh();
    } catch (error) {
      wrong = `${t("reading.kept")} ${explain(error)}`;
      app.draw();
    }
  }

  /** @param {Dosing[]} dosings @param {Person} person */
  function render(dosings, person) {
    const { summary, title, text, prompt, answers } = entry;
    const next = nextUnread();
    return html`<h1 class="unseen phone-only">${person.name}</h1>
      <div class="line apart entry-bar">
        <a class="btn bare edge-start" href=${`#/person/${person.id}`} data-testid="close-entry"
          >${icon("back")}${t("reading.toTimeline")}</a
        >
        ${next ? html`<a class="btn bare edge-end" href=${next} data-testid="next-to-read">${t("reading.next")}${icon("forward")}</a>` : nothing}
      </div>
      <article class="reading">
        ${phaseLabel(summary.phase, placeWords(summary, dosings))}
        <h2 data-arrive tabindex="-1" dir="auto" class=${title ? "" : "unseen"}>${title || summary.title}</h2>
        <p class="soft small">${t("reading.sharedAt", { when: whenWords(summary.happened) })}</p>
        ${prompt ? html`<p class="question soft">${prompt.text}</p>` : nothing}
        ${
          summary.kind === "entry"
            ? html`${text ? prose(text) : nothing}${answersShown(answers, beside)}`
            : scoreGiven(entry, measure)
        }
      </article>
      <p class="soft small boundary">${boundary}</p>
      ${comments(entry.comments)}
      <form autocomplete="off" class="stack answer" @submit=${(/** @type {SubmitEvent} */ event) => send(event, person.name)}>
        <div class="field">
          <label for="comment">${t("reading.comment")}</label>
          <textarea
            id="comment"
            autocomplete="off"
            class="words"
            rows="2"
            dir="auto"
            data-testid="comment-box"
            .value=${answer}
            @input=${(/** @type {InputEvent} */ event) => {
              const area = /** @type {HTMLTextAreaElement} */ (event.target);
              answer = area.value;
              autosave.touch();
              grow(area);
            }}
          ></textarea>
          ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
          <p class="soft small" data-testid="answer-kept">${isKept ? t("reading.draft") : nothing}</p>
        </div>
        <div class="line">
          ${summary.reviewed ? reviewed(() => review(false)) : tick(() => review(true))}
          <button class="btn second" data-testid="send-comment">${t("reading.send")}</button>
        </div>
      </form>
      ${watching()}`;
  }

  return { render, refresh, leave: () => autosave.flush() };
}

/** @param {() => void} act */
function tick(act) {
  return html`<button type="button" class="btn" @click=${act} data-testid="review">${t("reading.review")}</button>`;
}

/** @param {() => void} undo */
function reviewed(undo) {
  return html`<p class="line" data-testid="reviewed">${icon("tick")}${t("reading.isReviewed")}</p>
    <button type="button" class="btn quiet" @click=${undo} data-testid="unreview">${t("reading.unreview")}</button>`;
}
