/** A form that is kept however one leaves it: by its button, by another screen, by the lock or the page's end. */

import { FORM } from "../../components/fields.js";
import { explain } from "../explain.js";

/** @import { App } from "../types.js" */

export class KeptForm {
  #app;
  #save;
  #touched = false;
  /** @type {Promise<boolean>} */
  #turn = Promise.resolve(true);
  /** Why it could not be kept. @type {string|undefined} */
  wrong;

  /**
   * @param {App} app
   * @param {(values: FormData) => Promise<void>} save
   */
  constructor(app, save) {
    this.#app = app;
    this.#save = save;
  }

  /** Something was typed or chosen: what the form's `input` event and buttons beside the fields call. */
  touch = () => {
    this.#touched = true;
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
    if (isTouched && isKept) this.#app.say(words);
    return isKept;
  }

  /** As the form's button: kept even where nothing was changed. @param {Event} event @returns {Promise<boolean>} */
  submit(event) {
    event.preventDefault();
    this.#touched = true;
    return this.keep();
  }

  /** Nothing of it is to be kept any more. */
  forget() {
    this.#touched = false;
  }

  async #keep() {
    const form = /** @type {HTMLFormElement|null} */ (document.getElementById(FORM));
    if (!this.#touched || !form) return true;
    this.#touched = false;
    try {
      await this.#save(new FormData(form));
      this.wrong = undefined;
      return true;
    } catch (error) {
      this.#touched = true;
      this.wrong = explain(error);
      this.#app.draw();
      return false;
    }
  }
}

/** @param {FormData} values @param {string} name @returns {string} */
export function said(values, name) {
  const value = values.get(name);
  return typeof value === "string" ? value.trim() : "";
}
