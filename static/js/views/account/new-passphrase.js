/** Choosing a passphrase: a field that can be looked at while one types, and six words for whoever wants them. */

import { html } from "lit-html";
import { field } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";

/** @import { App } from "../shared/types.js" */

/** @param {App} app @param {string} generated what is said of the six words */
export function newPassphrase(app, generated = t("access.generated")) {
  const chosen = { value: "", generated: false, shown: false };
  /** @type {Promise<void>|null} */
  let coming = null;
  /** What is said to be wrong, and what was wrong with what the six words have taken the place of. @type {string|undefined} */
  let said;
  /** @type {string|undefined} */
  let past;

  async function make() {
    const vault = await app.ready;
    Object.assign(chosen, {
      value: await vault.generatePassphrase(),
      generated: true,
      shown: true,
    });
    past = said;
    app.draw();
  }

  function generate() {
    coming ??= make().finally(() => {
      coming = null;
    });
  }

  /**
   * Whoever goes on while the six words are still on their way goes on once they stand in the field.
   * @param {SubmitEvent} event
   * @returns {boolean} whether the form is sent again by itself, and this time nothing is to be done
   */
  function isComing(event) {
    if (!coming) return false;
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    coming.then(() => form.requestSubmit());
    return true;
  }

  function show() {
    chosen.shown = !chosen.shown;
    app.draw();
  }

  return {
    chosen,
    isComing,
    /** @param {{name: string, label: string, wrong: string|undefined}} options */
    fields({ name, label, wrong }) {
      said = wrong;
      return html`${field({
        name,
        label,
        hint: chosen.generated ? generated : t("signUp.passphraseHint"),
        value: chosen.value,
        type: chosen.shown ? "text" : "password",
        plain: true,
        // What is typed into an open field the browser would write into its own files.
        autocomplete: chosen.shown ? "off" : "new-password",
        wrong: wrong === past ? undefined : wrong,
        change: (value) => {
          chosen.value = value;
          past = undefined;
        },
      })}
      <div class="line">
        <button type="button" class="btn second" @click=${generate} data-testid="generate">${t("signUp.generate")}</button>
        <label class="choice"
          ><input type="checkbox" autocomplete="off" .checked=${chosen.shown} @change=${show} data-testid="show-passphrase" />${t("do.show")}</label
        >
      </div>`;
    },
  };
}
