/** A form that is kept however one leaves it: by its button, by another screen, by the lock; and by a page that just ends, which leaves what was typed for the next time. */

import { FORM } from "../../components/fields.js";
import { roomFor } from "../../domain/pages.js";
import { Autosave } from "../../ui/autosave.js";
import { t } from "../../ui/i18n.js";
import { explain } from "./explain.js";

/** @import { App, VaultClient } from "./types.js" */

export class KeptForm {
  #app;
  #name;
  #save;
  #draft;
  #touched;
  #isApart = false;
  #isWhole;
  /** Whether what was typed lacks what it can't be saved without, and is a draft until then. */
  isWaiting = false;
  /** @type {Promise<boolean>} */
  #turn = Promise.resolve(true);
  /** Why it could not be kept. @type {string|undefined} */
  wrong;

  /** Where what is typed lies meanwhile, in words. */
  state = "";

  /**
   * @param {App} app
   * @param {{name: string, left: FormData|null, save: (values: FormData) => Promise<boolean|void>, isWhole?: (values: FormData) => boolean}} form  left: what an earlier page left, and the fields now show;
   *   save: true: both versions stand; isWhole: whether it can be saved, or is left as a draft
   */
  constructor(app, { name, left, save, isWhole = () => true }) {
    this.#app = app;
    this.#name = name;
    this.#save = save;
    this.#isWhole = isWhole;
    this.#touched = left !== null;
    if (left) this.state = t("form.left");
    this.#draft = new Autosave(
      () => this.#keepDraft(),
      (now, error) => this.#report(now, error),
    );
  }

  /** Whether something was typed or chosen that is not kept yet. */
  get isTouched() {
    return this.#touched;
  }

  /** Something was typed or chosen: what the form's `input` event and buttons beside the fields call. */
  touch = () => {
    this.#touched = true;
    this.#draft.touch();
  };

  /** @returns {Promise<boolean>} whether all that was typed is kept; one save never runs beside another */
  keep() {
    this.#turn = this.#turn.then(() => this.#keep());
    return this.#turn;
  }

  /** Before another screen, the lock or the page's end. @param {string} words that say it was kept @returns {Promise<boolean>} */
  async leave(words) {
    const isTouched = this.#touched;
    const isKept = await this.keep();
    if (isTouched && isKept) this.said(words);
    return isKept;
  }

  /** @param {string} words */
  said(words) {
    if (this.isWaiting) this.#app.say(t("form.waiting"));
    else this.#app.say(this.#isApart ? t("form.both") : words);
  }

  /** As the form's button: kept even where nothing was changed. @param {Event} event @returns {Promise<boolean>} */
  submit(event) {
    event.preventDefault();
    this.#touched = true;
    return this.keep();
  }

  /** Nothing of it is to be kept any more. */
  async forget() {
    this.#touched = false;
    await this.#forgetDraft();
  }

  async #keepDraft() {
    const form = formNow();
    if (!form || !this.#touched) return;
    const values = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    await this.#app.vault.saveForm({
      form: this.#name,
      values: /** @type {import("../../domain/drafts.js").FormValues} */ (values),
    });
  }

  async #forgetDraft() {
    // First what runs comes to its end: a draft must not arrive after what it became.
    await this.#draft.flush();
    await this.#app.vault.discardForm({ form: this.#name });
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} error */
  #report(now, error) {
    if (now === "typing") return;
    this.state = now === "kept" ? t("form.draft") : explain(error);
    const form = formNow();
    const isFull = form && roomFor([...new FormData(form)]) === "full";
    this.wrong = isFull ? t("error.too-long") : undefined;
    this.#app.draw();
  }

  async #keep() {
    const form = formNow();
    if (!this.#touched || !form) return true;
    const values = new FormData(form);
    this.isWaiting = !this.#isWhole(values);
    if (this.isWaiting) {
      this.#draft.touch();
      return this.#draft.flush();
    }
    this.#touched = false;
    try {
      if (await this.#save(values)) this.#isApart = true;
      this.wrong = undefined;
      // What was typed meanwhile is in the draft alone, until it is kept in its turn.
      if (this.#touched) return this.#draft.flush();
      this.state = "";
      await this.#forgetDraft();
      return true;
    } catch (error) {
      this.#touched = true;
      this.wrong = explain(error);
      this.#app.draw();
      return false;
    }
  }
}

/** @returns {HTMLFormElement|null} */
function formNow() {
  return /** @type {HTMLFormElement|null} */ (document.getElementById(FORM));
}

/** @param {VaultClient} vault @param {string} form its name @returns {Promise<FormData|null>} what a page that ended left of it */
export async function leftOf(vault, form) {
  const values = await vault.form({ form });
  if (!values) return null;
  const data = new FormData();
  for (const [name, value] of values) data.append(name, value);
  return data;
}

/** @param {FormData} values @param {string} name @returns {string} */
export function said(values, name) {
  const value = values.get(name);
  return typeof value === "string" ? value.trim() : "";
}
