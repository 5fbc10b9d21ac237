/** Below a therapist's comment: it can be answered once, or not at all. What is typed lies on this device until it goes. */

import { html, nothing } from "lit-html";
import { grow } from "../../components/prose.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../explain.js";
import { watching } from "../frame.js";

/** @import { App } from "../types.js" */
/** @import { Comment } from "../../vault/types.js" */

/** @param {string} comment @returns {string} name of the form in which its answer lies */
const formOf = (comment) => `answer ${comment}`;

export class AnswerOnce {
  #app;
  #refresh;
  /** @type {Comment|null} the one that is being answered */
  #open = null;
  #text = "";
  #state = "";
  /** @type {string|undefined} */
  #wrong;
  #autosave = new Autosave(
    () => this.#keep(),
    (now, error) => this.#report(now, error),
  );

  /** @param {App} app @param {() => Promise<void>} refresh after it has been given */
  constructor(app, refresh) {
    this.#app = app;
    this.#refresh = refresh;
  }

  /** @param {readonly Comment[]} comments: the first of which an answer was begun stands open */
  async begin(comments) {
    for (const comment of comments.filter(isOpen)) {
      const [left] = (await this.#app.vault.form({ form: formOf(comment.id) })) ?? [];
      if (left) return this.#show(comment, left[1]);
    }
  }

  /** Before another screen or the lock. */
  leave() {
    return this.#autosave.flush();
  }

  /** @param {Comment} comment @param {boolean} reaches  whether its author would still get an answer */
  below(comment, reaches) {
    if (!isOpen(comment) || !reaches) return nothing;
    if (this.#open?.id === comment.id) return this.#form(comment);
    const begin = () => {
      this.#show(comment, "");
      this.#app.draw();
      document.getElementById("answer")?.focus();
    };
    return this.#open
      ? nothing
      : html`<button class="btn quiet edge-start" @click=${begin} data-testid="answer-comment">${t("comment.answer")}</button>`;
  }

  /** @param {Comment} comment @param {string} text */
  #show(comment, text) {
    this.#open = comment;
    this.#text = text;
    this.#state = "";
    this.#wrong = undefined;
  }

  /** @param {Comment} comment */
  #form({ name }) {
    const type = (/** @type {InputEvent} */ event) => {
      const area = /** @type {HTMLTextAreaElement} */ (event.target);
      this.#text = area.value;
      this.#autosave.touch();
      grow(area);
    };
    return html`<form autocomplete="off" class="stack answer" @submit=${(/** @type {Event} */ event) => this.#send(event)}>
      <div class="field">
        <label for="answer">${t("comment.answerTo", { name })}</label>
        <p class="hint" id="answer-hint">${t("comment.once", { name })}</p>
        <textarea
          id="answer"
          autocomplete="off"
          class="words"
          rows="2"
          dir="auto"
          aria-describedby="answer-hint"
          data-testid="answer-box"
          .value=${this.#text}
          @input=${type}
        ></textarea>
        ${this.#wrong ? html`<p class="wrong" role="alert">${this.#wrong}</p>` : nothing}
        <p class="soft small state-line" data-testid="answer-kept">${this.#state}</p>
      </div>
      <div class="line">
        <button class="btn" data-testid="send-answer">${t("comment.send", { name })}</button>
        <button type="button" class="btn quiet" @click=${() => this.#drop()} data-testid="drop-answer">${t("comment.leave")}</button>
      </div>
      ${watching()}
    </form>`;
  }

  async #keep() {
    if (!this.#open) return;
    const form = formOf(this.#open.id);
    if (this.#text.trim() === "") return this.#app.vault.discardForm({ form });
    await this.#app.vault.saveForm({ form, values: [["text", this.#text]] });
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  #report(now, error) {
    if (now === "typing") return;
    this.#wrong = now === "failed" ? explain(error) : undefined;
    this.#state = now === "kept" && this.#text.trim() ? t("comment.draft") : "";
    this.#app.draw();
  }

  async #drop() {
    this.#text = "";
    this.#autosave.touch();
    await this.#autosave.flush();
    this.#open = null;
    this.#app.draw();
  }

  /** @param {Event} event */
  async #send(event) {
    event.preventDefault();
    const text = this.#text.trim();
    const comment = this.#open;
    if (!text || !comment) return;
    try {
      // First what runs comes to its end: a draft must not arrive after what it became.
      await this.#autosave.flush();
      await this.#app.vault.answerComment({ comment: comment.id, text });
      await this.#app.vault.discardForm({ form: formOf(comment.id) });
      this.#open = null;
      this.#app.say(t("comment.sent", { name: comment.name }));
      await this.#refresh();
    } catch (error) {
      this.#wrong = explain(error);
      this.#app.draw();
    }
  }
}

/** @param {Comment} comment @returns {boolean} of somebody else, and not answered */
function isOpen({ author, answer }) {
  return author !== null && answer === null;
}
