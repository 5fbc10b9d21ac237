/** An answer to what was shared, in a sentence or two: kept on the device as it is typed, and sent when one says so. */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { KeptText, keptForm } from "../shared/kept-text.js";

/** @import { App } from "../shared/types.js" */

/**
 * @param {App} app
 * @param {string} id  of the entry
 * @param {() => Promise<void>} sent
 */
export async function answerForm(app, id, sent) {
  const answer = new KeptText(app, `comment ${id}`);
  await answer.resume();
  // However often it is pressed, what stands in the form is sent once.
  let act = crypto.randomUUID();

  /** @param {string} name */
  async function send(name) {
    const typed = answer.text;
    const text = typed.trim();
    if (!text) return;
    try {
      // First what runs comes to its end: a draft must not arrive after the comment that it became.
      await answer.flush();
      await app.vault.comment({ entry: id, text, act });
      act = crypto.randomUUID();
      await answer.became(typed, "");
      app.say(t("reading.sent", { name }));
      await sent();
    } catch (error) {
      answer.wrong = `${t("reading.kept")} ${explain(error)}`;
      app.draw();
    }
  }

  /** @param {string} name of the person who shared */
  function render(name) {
    return keptForm(answer, {
      id: "comment",
      kind: "answer",
      label: t("reading.comment"),
      large: true,
      state: answer.isKept ? t("comment.draft") : "",
      below: html`<button class="btn second" data-testid="send-comment">${t("reading.send")}</button>`,
      send: () => send(name),
    });
  }

  return { render, leave: () => answer.flush() };
}
