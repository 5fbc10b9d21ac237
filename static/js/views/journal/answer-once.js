/** Below a therapist's comment: it can be answered once, or not at all. What is typed lies on this device until it goes. */

import { html, nothing } from "lit-html";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { watching } from "../shared/frame.js";
import { KeptText, keptForm } from "../shared/kept-text.js";

/** @import { Comment } from "../../domain/entries.js" */
/** @import { App } from "../shared/types.js" */

export class AnswerOnce {
  #app;
  #refresh;
  /** What is being answered, and what was typed. @type {{comment: Comment, answer: KeptText}|null} */
  #open = null;

  /** @param {App} app @param {() => Promise<void>} refresh after it has been given */
  constructor(app, refresh) {
    this.#app = app;
    this.#refresh = refresh;
  }

  /** @param {readonly Comment[]} comments: the first of which an answer was begun stands open */
  async begin(comments) {
    for (const comment of comments.filter(isOpen)) {
      const answer = this.#answerTo(comment);
      if (!(await answer.resume())) continue;
      this.#open = { comment, answer };
      return;
    }
  }

  /** Before another screen or the lock. @returns {Promise<boolean>} whether what was typed is on the device */
  async leave() {
    return this.#open ? this.#open.answer.flush() : true;
  }

  /** @param {Comment} comment @param {boolean} reaches  whether its author would still get an answer */
  below(comment, reaches) {
    if (!isOpen(comment) || !reaches) return nothing;
    if (this.#open?.comment.id === comment.id) return this.#form(comment, this.#open.answer);
    const begin = () => {
      this.#open = { comment, answer: this.#answerTo(comment) };
      this.#app.draw();
      document.getElementById("answer")?.focus();
    };
    return this.#open
      ? nothing
      : html`<button class="btn quiet edge-start" @click=${begin} data-testid="answer-comment">${t("comment.answer")}</button>`;
  }

  /** @param {Comment} comment */
  #answerTo({ id }) {
    return new KeptText(this.#app, `answer ${id}`);
  }

  /** @param {Comment} comment @param {KeptText} answer */
  #form({ id, name }, answer) {
    const form = keptForm(answer, {
      id: "answer",
      kind: "answer",
      label: t("comment.answerTo", { name }),
      hint: t("comment.once", { name }),
      large: true,
      state: answer.isKept ? t("comment.draft") : "",
      below: html`<div class="line">
          <button class="btn" data-testid="send-answer">${t("comment.send", { name })}</button>
          <button type="button" class="btn quiet" @click=${() => this.#drop(answer)} data-testid="drop-answer">${t("comment.leave")}</button>
        </div>`,
      send: () => this.#send(id, name, answer),
    });
    return html`${form} ${watching()}`;
  }

  /** @param {KeptText} answer */
  async #drop(answer) {
    await answer.drop();
    this.#open = null;
    this.#app.draw();
  }

  /** @param {string} comment @param {string} name of its author @param {KeptText} answer */
  async #send(comment, name, answer) {
    const typed = answer.text;
    const text = typed.trim();
    if (!text) return;
    try {
      // First what runs comes to its end: a draft must not arrive after what it became.
      await answer.flush();
      await this.#app.vault.answerComment({ comment, text });
      await answer.became(typed, "");
      this.#open = null;
      this.#app.say(t("comment.sent", { name }));
      await this.#refresh();
    } catch (error) {
      answer.wrong = explain(error);
      this.#app.draw();
    }
  }
}

/** @param {Comment} comment @returns {boolean} of somebody else, and not answered */
function isOpen({ author, answer }) {
  return author !== null && answer === null;
}
