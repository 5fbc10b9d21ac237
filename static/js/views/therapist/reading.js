/** An entry as it is read: the person's words large; a deliberate tick that can be undone; an answer in a sentence or two. */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { grow, prose } from "../../components/prose.js";
import { whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { comments } from "../comments.js";
import { explain } from "../explain.js";
import { watching } from "../frame.js";
import { placeWords } from "../place.js";

/** @import { App } from "../types.js" */
/** @import { Dosing, Person } from "../../vault/types.js" */

/** Answers that were begun and not sent, by entry; in memory while unlocked. @type {Map<string, string>} */
const begun = new Map();

/**
 * @param {App} app
 * @param {string} id  of the entry
 * @param {string} boundary  what the reader must know about being told late
 * @param {() => string|null} nextUnread
 */
export async function readingPane(app, id, boundary, nextUnread) {
  const { vault } = app;
  let entry = await vault.entry({ id });
  /** @type {string|undefined} */
  let wrong;

  async function refresh() {
    entry = await vault.entry({ id });
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
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("comment"));
    const text = area.value.trim();
    if (!text) return;
    try {
      await vault.comment({ entry: id, text });
      begun.delete(id);
      area.value = "";
      wrong = undefined;
      app.say(t("reading.sent", { name }));
      await refresh();
    } catch (error) {
      wrong = `${t("reading.kept")} ${explain(error)}`;
      app.draw();
    }
  }

  /** @param {Dosing[]} dosings @param {Person} person */
  function render(dosings, person) {
    const { summary, title, text, prompt } = entry;
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
            ? prose(text)
            : html`<p class="words">${t("entry.measure", { name: summary.instrument, n: summary.total })}</p>`
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
            .value=${begun.get(id) ?? ""}
            @input=${(/** @type {InputEvent} */ event) => {
              const area = /** @type {HTMLTextAreaElement} */ (event.target);
              begun.set(id, area.value);
              grow(area);
            }}
          ></textarea>
          ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
        </div>
        <div class="line">
          ${summary.reviewed ? reviewed(() => review(false)) : tick(() => review(true))}
          <button class="btn second" data-testid="send-comment">${t("reading.send")}</button>
        </div>
      </form>
      ${watching()}`;
  }

  return { render, refresh };
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
