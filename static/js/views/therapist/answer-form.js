/** An answer to what was shared, in a sentence or two: kept on the device as it is typed, and sent when one says so. */

import { html, nothing } from "lit-html";
import { grow } from "../../components/prose.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../explain.js";

/** @import { App } from "../types.js" */

/**
 * @param {App} app
 * @param {string} id  of the entry
 * @param {() => Promise<void>} sent
 */
export async function answerForm(app, id, sent) {
  const { vault } = app;
  // An answer that was begun lies on the device as a draft; nobody has another one of somebody else's entry.
  let answer = (await vault.drafts()).find((draft) => draft.id === id)?.text ?? "";
  let isKept = answer !== "";
  /** @type {string|undefined} */
  let wrong;
  const autosave = new Autosave(keep, report);

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
      await sent();
    } catch (error) {
      wrong = `${t("reading.kept")} ${explain(error)}`;
      app.draw();
    }
  }

  /** @param {string} name of the person who shared */
  function render(name) {
    return html`<form autocomplete="off" class="stack answer" @submit=${(/** @type {SubmitEvent} */ event) => send(event, name)}>
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
        <p class="soft small state-line" data-testid="answer-kept">${isKept ? t("reading.draft") : nothing}</p>
      </div>
      <button class="btn second" data-testid="send-comment">${t("reading.send")}</button>
    </form>`;
  }

  return { render, leave: () => autosave.flush() };
}
