/**
 * A note beside an entry, for whoever reads alone. What is typed lies on the device as a draft at once; it becomes the sealed note when one
 * leaves the field, the entry or the app.
 */

import { html, nothing } from "lit-html";
import { grow, prose } from "../../components/prose.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../explain.js";

/** @import { App } from "../types.js" */
/** @import { Note } from "../../vault/types.js" */

/**
 * @param {App} app
 * @param {string} id  of the entry
 * @param {Note[]} kept
 */
export async function privateNote(app, id, kept) {
  const { vault } = app;
  const form = `note ${id}`;
  const draft = (await vault.form({ form }))?.[0]?.[1];
  // Two devices may each have begun one: the newest is gone on with, the others are read.
  let note = kept.at(-1);
  const others = kept.slice(0, -1);
  let sealed = note?.text ?? "";
  let text = draft ?? sealed;
  /** @type {"none"|"typed"|"kept"|"sealed"} */
  let state = draft === undefined ? (note ? "sealed" : "none") : "kept";
  /** @type {string|undefined} */
  let wrong;
  const autosave = new Autosave(keep, report);
  /** @type {Promise<boolean>|undefined} */
  let sealing;

  async function keep() {
    await vault.saveForm({ form, values: [["text", text]] });
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  function report(now, error) {
    state = now === "kept" ? "kept" : "typed";
    wrong = now === "failed" ? explain(error) : undefined;
    if (now !== "typing") app.draw();
  }

  /** @returns {Promise<boolean>} whether all that was typed is kept, at least as a draft */
  async function seal() {
    const safe = await autosave.flush();
    if (text === sealed) return safe;
    const typed = text;
    try {
      note =
        (await vault.saveNote({ id, ...(note && { note: note.id }), text: typed })) ?? undefined;
      sealed = typed;
      if (text === typed) await vault.discardForm({ form });
      state = note ? "sealed" : "none";
      wrong = undefined;
    } catch (error) {
      wrong = `${t("pane.noteFailed")} ${explain(error)}`;
    }
    app.draw();
    return safe;
  }

  /** One after the other: two at once would leave two notes. */
  function settle() {
    sealing = (sealing ?? Promise.resolve(true)).then(seal);
    return sealing;
  }

  /** @param {string} name of the person who shared */
  function render(name) {
    return html`<form autocomplete="off" class="private-note stack" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <div class="field">
        <label for="note">${t("pane.note")}</label>
        <p class="hint" id="note-hint">${t("pane.noteHint", { name })}</p>
        ${others.map((one) => html`<div class="earlier-note">${prose(one.text)}</div>`)}
        <textarea
          id="note"
          autocomplete="off"
          rows="3"
          dir="auto"
          aria-describedby="note-hint"
          data-testid="note"
          .value=${text}
          @input=${(/** @type {InputEvent} */ event) => {
            const area = /** @type {HTMLTextAreaElement} */ (event.target);
            text = area.value;
            autosave.touch();
            grow(area);
          }}
          @change=${settle}
        ></textarea>
        ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
        <p class="soft small state-line" data-testid="note-state">${stateWords(state)}</p>
      </div>
    </form>`;
  }

  return { render, settle };
}

/** @param {"none"|"typed"|"kept"|"sealed"} state */
function stateWords(state) {
  if (state === "kept") return t("pane.noteKept");
  return state === "sealed" ? t("pane.noteSealed") : nothing;
}
