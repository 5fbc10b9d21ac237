/** I have my kit: at sign-in and at the lock, the kit code opens the account, and a new passphrase is chosen at once. */

import { html, nothing } from "lit-html";
import { FIELD_OF, fault, field, formValues, icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { mark } from "../../ui/mark.js";
import { explain } from "../shared/explain.js";
import { newPassphrase } from "./new-passphrase.js";

/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default (app) => {
  const isKnown = app.status.state === "locked";
  const secret = newPassphrase(app);
  const typed = { handle: mark()?.handle ?? "", kitCode: "" };
  /** @type {{handle?: string, kitCode?: string, all?: string}} */
  let wrong = {};
  let busy = false;
  /** Whom the kit has let in. @type {{handle: string, name: string}|null} */
  let found = null;

  /** @param {() => Promise<unknown>} action */
  async function alone(action) {
    if (busy) return;
    busy = true;
    wrong = {};
    app.draw();
    try {
      await action();
    } catch (error) {
      const { reason = "" } = /** @type {{reason?: string}} */ (error);
      const words = reason === "sign-in-failed" && !found ? t("recover.failed") : explain(error);
      wrong = { [FIELD_OF[reason] ?? "all"]: words };
    } finally {
      busy = false;
      app.draw();
    }
  }

  /** @param {SubmitEvent} event */
  function start(event) {
    Object.assign(typed, formValues(event));
    return alone(async () => {
      const vault = await app.ready;
      found = await vault.startRecovery(typed);
      scrollTo(0, 0);
    });
  }

  /** @param {SubmitEvent} event */
  function finish(event) {
    if (secret.isComing(event)) return;
    const { passphrase = "" } = formValues(event);
    return alone(async () => app.enter(await app.vault.finishRecovery({ passphrase })));
  }

  function kitForm() {
    return html`<h1>${t("recover.title")}</h1>
      <p>${isKnown ? t("recover.leadHere") : t("recover.lead")}</p>
      <form autocomplete="off" class="stack" @submit=${start} novalidate data-testid="kit-form">
        ${isKnown ? nothing : field({ name: "handle", label: t("signUp.handle"), autocomplete: "username", plain: true, value: typed.handle, wrong: wrong.handle })}
        ${field({ name: "kitCode", label: t("signIn.kitCode"), hint: t("signIn.kitCodeHint"), plain: true, value: typed.kitCode, wrong: wrong.kitCode })}
        ${fault(wrong.all)}
        <button class="btn fill" aria-disabled=${busy ? "true" : nothing} data-testid="recover-start">
          ${busy ? t("signIn.going") : t("signUp.go")}
        </button>
      </form>
      <p class="soft small">${t("recover.neither")}</p>`;
  }

  /** @param {string} name */
  function passphraseForm(name) {
    return html`<h1>${t("recover.newTitle")}</h1>
      <p>${t("recover.newLead", { name })}</p>
      <form autocomplete="off" class="stack" @submit=${finish} novalidate>
        ${secret.fields({ name: "passphrase", label: t("access.new"), wrong: undefined })}
        ${fault(wrong.all)}
        <button class="btn fill" aria-disabled=${busy ? "true" : nothing} data-testid="recover-finish">
          ${busy ? t("signUp.making") : t("recover.finish")}
        </button>
      </form>`;
  }

  return {
    render: () => html`<div class="hearth long">
      <main class="column" id="main">
        <header class="head line apart">
          <a class="btn bare edge-start" href=${isKnown ? "#/" : "#/sign-in"}>${icon("back")}${t("do.back")}</a>
          <a class="btn bare edge-end" href="#/help">${t("do.help")}</a>
        </header>
        ${found ? passphraseForm(found.name) : kitForm()}
      </main>
    </div>`,
  };
};
