/** Signing in on a device that is new to the person: handle, passphrase, kit code. Everything may be pasted. */

import { html, nothing } from "lit-html";
import { FIELD_OF, fault, field, formValues, icon } from "../../components/controls.js";
import { passphraseField } from "../../components/passphrase.js";
import { t } from "../../ui/i18n.js";
import { mark } from "../../ui/mark.js";
import { explain } from "../shared/explain.js";

/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default (app) => {
  /** @type {{handle?: string, kitCode?: string, all?: string}} */
  let wrong = {};
  let busy = false;
  let isOpen = false;
  /** @param {boolean} next */
  const turn = (next) => {
    isOpen = next;
    app.draw();
  };
  const left = mark();

  /** @param {SubmitEvent} event */
  async function signIn(event) {
    const { handle = "", passphrase = "", kitCode = "" } = formValues(event);
    if (busy) return;
    busy = true;
    wrong = {};
    app.draw();
    try {
      const vault = await app.ready;
      await app.enter(await vault.signIn({ handle, passphrase, kitCode }));
    } catch (error) {
      const { reason = "" } = /** @type {{reason?: string}} */ (error);
      wrong = { [FIELD_OF[reason] ?? "all"]: explain(error) };
    } finally {
      busy = false;
      app.draw();
    }
  }

  return {
    render: () => html`<div class="hearth long">
      <main class="column">
        <header class="head line apart">
          <a class="btn bare edge-start" href="#/">${icon("back")}${t("do.back")}</a>
          <a class="btn bare edge-end" href="#/help">${t("do.help")}</a>
        </header>
        <h1>${t("signIn.title")}</h1>
        <p>${t("signIn.lead")}</p>
        <form autocomplete="off" class="stack" @submit=${signIn} novalidate data-testid="sign-in-form">
          ${field({ name: "handle", label: t("signUp.handle"), autocomplete: "username", plain: true, value: left?.handle ?? "", wrong: wrong.handle })}
          ${passphraseField({ name: "passphrase", label: t("signUp.passphrase") }, isOpen, turn)}
          ${field({ name: "kitCode", label: t("signIn.kitCode"), hint: t("signIn.kitCodeHint"), plain: true, wrong: wrong.kitCode })}
          ${fault(wrong.all)}
          <button class="btn fill" aria-disabled=${busy ? "true" : nothing} data-testid="sign-in-now">
            ${busy ? t("signIn.going") : t("signIn.go")}
          </button>
          <a class="btn quiet fill" href="#/recover" data-testid="recover">${t("signIn.forgotten")}</a>
          <a class="btn quiet fill" href="#/sign-up">${t("signIn.new")}</a>
        </form>
      </main>
    </div>`,
  };
};
