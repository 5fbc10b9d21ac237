/** A few words in one field: sealed on this device as they are typed, until they are sent, kept elsewhere or thrown away. */

import { html, nothing } from "lit-html";
import { formFoot } from "../../components/fields.js";
import { grow } from "../../components/prose.js";
import { roomFor } from "../../domain/pages.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import { explain } from "./explain.js";

/** @import { App } from "./types.js" */

export class KeptText {
  #app;
  #form;
  #base;
  #autosave = new Autosave(
    () => this.#keep(),
    (now, error) => this.#report(now, error),
  );
  /** What stands in the field. */
  text;
  /** Whether just this lies on the device, and nowhere else. */
  isKept = false;
  /** Why it could not be kept or sent. @type {string|undefined} */
  wrong;

  /**
   * @param {App} app
   * @param {string} form  name under which it lies on the device
   * @param {string} [base]  what stands there where nothing was typed
   */
  constructor(app, form, base = "") {
    this.#app = app;
    this.#form = form;
    this.#base = base;
    this.text = base;
  }

  /** Goes on with what an earlier page left. @returns {Promise<boolean>} whether it left something */
  async resume() {
    const [left] = (await this.#app.vault.form({ form: this.#form })) ?? [];
    if (!left) return false;
    this.text = left[1];
    this.isKept = true;
    return true;
  }

  /** The field's `input`. @param {InputEvent} event */
  type = (event) => {
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    this.text = area.value;
    const before = this.wrong;
    this.wrong = this.#tooLong();
    if (this.wrong !== before) this.#app.draw();
    this.#autosave.touch();
    grow(area);
  };

  /** Before it is sent, before another screen and before the lock. @returns {Promise<boolean>} whether all of it is on the device */
  flush() {
    return this.#autosave.flush();
  }

  /**
   * It was sent, or is kept elsewhere; what was typed since then stays.
   * @param {string} sent
   * @param {string} base  what stands there from now on
   */
  async became(sent, base) {
    this.#base = base;
    this.wrong = undefined;
    if (this.text !== sent) return;
    this.text = base;
    this.isKept = false;
    await this.#app.vault.discardForm({ form: this.#form });
  }

  /** Nothing of it is wanted any more. */
  async drop() {
    this.text = this.#base;
    this.#autosave.touch();
    await this.#autosave.flush();
  }

  async #keep() {
    const form = this.#form;
    if (this.text === this.#base) await this.#app.vault.discardForm({ form });
    else await this.#app.vault.saveForm({ form, values: [["text", this.text]] });
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  #report(now, error) {
    this.isKept = now === "kept" && this.text !== this.#base;
    if (now === "typing") return;
    this.wrong = now === "failed" ? explain(error) : this.#tooLong();
    this.#app.draw();
  }

  /** @returns {string|undefined} said as the limit is reached, and not only when it is sent */
  #tooLong() {
    return roomFor(this.text) === "full" ? t("error.too-long") : undefined;
  }
}

/**
 * The field, in a form of its own with what belongs below it.
 * @param {KeptText} kept
 * @param {{id: string, kind: string, label: string, hint?: string, above?: unknown, below?: unknown, rows?: number, large?: boolean,
 *   state: string, done?: () => void, send?: () => void}} how  kind: the form's class; above: right above the field; large: as the words of an
 *   entry are; state: where the text lies, in words; done: when one leaves the field; send: by the form's button
 */
export function keptForm(kept, { id, kind, label, hint, rows = 2, large = false, ...how }) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    return how.send?.();
  };
  return html`<form autocomplete="off" class=${`stack ${kind}`} @submit=${submit}>
    <div class="field">
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
      ${how.above}
      <textarea
        id=${id}
        autocomplete="off"
        class=${large ? "words" : nothing}
        rows=${rows}
        dir="auto"
        aria-describedby=${hint ? `${id}-hint` : nothing}
        .value=${kept.text}
        @input=${kept.type}
        @change=${how.done ?? nothing}
      ></textarea>
    </div>
    ${formFoot({ wrong: kept.wrong, state: how.state }, how.below)}
  </form>`;
}
