/** Two pages below Me: another passphrase, and the kit once more or a new one. What each ends is said before it is done. */

import { html, nothing } from "lit-html";
import { fault, field, formValues, icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { headBack, lockAndHelp } from "../shared/frame.js";
import { kitPage } from "./kit.js";
import { proof } from "./kit-proof.js";
import { newPassphrase } from "./new-passphrase.js";

/** @import { App, Screen } from "../shared/types.js" */

/** One thing at a time, and why it failed. @param {App} app */
function attempts(app) {
  const one = {
    busy: false,
    /** @type {{reason?: string}|null} */
    failed: null,
    /** @param {() => Promise<unknown>} action */
    async run(action) {
      if (one.busy) return;
      one.busy = true;
      one.failed = null;
      app.draw();
      try {
        await action();
      } catch (error) {
        one.failed = /** @type {{reason?: string}} */ (error);
      } finally {
        one.busy = false;
        app.draw();
      }
    },
    /** @param {boolean} isOfField @returns {string|undefined} */
    words(isOfField) {
      const { reason } = one.failed ?? {};
      return one.failed && (reason === "wrong-passphrase") === isOfField
        ? explain(one.failed)
        : undefined;
    },
  };
  return one;
}

/** @param {string|undefined} wrong */
function present(wrong) {
  return field({
    name: "passphrase",
    label: t("access.present"),
    type: "password",
    autocomplete: "current-password",
    plain: true,
    wrong,
  });
}

/** @param {App} app @returns {Screen} */
export function changePassphrase(app) {
  const secret = newPassphrase(app);
  const attempt = attempts(app);
  /** @type {string|undefined} */
  let weak;

  /** @param {SubmitEvent} event */
  function change(event) {
    if (secret.isComing(event)) return;
    const { passphrase = "", next = "" } = formValues(event);
    weak = undefined;
    return attempt.run(async () => {
      const about = /** @type {any} */ ({ ...app.status, passphrase: next });
      const { passphrase: reason } = await app.vault.checkSignUp(about);
      // The vault looks at the present one first: so what is wrong with either is said in one go.
      weak = reason && explain({ reason });
      await app.vault.changePassphrase({ passphrase, next });
      app.go("/me", true);
      app.say(t("access.changed"));
    });
  }

  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/me")}
      <h1>${t("access.passphrase")}</h1>
      <p class="lead">${t("access.changeLead")}</p>
      <form autocomplete="off" class="stack group" @submit=${change} novalidate data-testid="passphrase-form">
        ${present(attempt.words(true))}
        ${secret.fields({ name: "next", label: t("access.new"), wrong: weak ?? attempt.words(false) })}
        <button class="btn fill" aria-disabled=${attempt.busy ? "true" : nothing} data-testid="change-passphrase">
          ${attempt.busy ? t("signUp.making") : t("access.change")}
        </button>
      </form>
    </main>`,
  };
}

/** @param {App} app @returns {Screen} */
export function ownKit(app) {
  const attempt = attempts(app);
  const kit = kitPage(app);
  /** @type {{kitCode: string, handle: string, ask?: number[]}|null} ask: of a new one */
  let shown = null;
  let isProving = false;

  /** @param {SubmitEvent} event */
  function open(event) {
    const { passphrase = "" } = formValues(event);
    const isNew = /** @type {HTMLButtonElement|null} */ (event.submitter)?.value === "new";
    return attempt.run(async () => {
      shown = await (isNew
        ? app.vault.startNewKit({ passphrase })
        : app.vault.showKit({ passphrase }));
      scrollTo(0, 0);
    });
  }

  function next() {
    isProving = Boolean(shown?.ask);
    if (isProving) app.draw();
    else app.go("/me", true);
  }

  /** @param {{characters: string}} input */
  function finish(input) {
    return attempt.run(async () => {
      await app.vault.finishNewKit(input);
      app.go("/me", true);
      app.say(t("access.kitMade"));
    });
  }

  function again() {
    isProving = false;
    app.draw();
  }

  function away() {
    shown = null;
    app.draw();
  }

  const head = (/** @type {() => void} */ back) => html`<header class="head line apart">
    <button class="btn bare edge-start" @click=${back} data-testid="back">${icon("back")}${t("do.back")}</button>
    ${lockAndHelp(app)}
  </header>`;

  const form = () => html`<main class="column" id="main">
    ${headBack(app, "/me")}
    <h1>${t("access.kit")}</h1>
    <p class="lead">${t("access.kitLead")}</p>
    <form autocomplete="off" class="stack group" @submit=${open} novalidate>
      ${present(attempt.words(true))}
      ${fault(attempt.words(false))}
      <button class="btn fill" aria-disabled=${attempt.busy ? "true" : nothing} data-testid="show-kit">${t("access.showKit")}</button>
      <p>${t("access.newKitHint")}</p>
      <button class="btn second fill" value="new" aria-disabled=${attempt.busy ? "true" : nothing} data-testid="new-kit">${t("access.newKit")}</button>
    </form>
  </main>`;

  return {
    render() {
      if (!shown) return form();
      if (!isProving) return kit(shown, head(away), next);
      /** @type {Record<string, string>} */
      const characters = attempt.failed ? { characters: explain(attempt.failed) } : {};
      const { ask = [] } = shown;
      const { busy } = attempt;
      return proof({
        ask,
        wrong: characters,
        busy,
        askCode: false,
        finish,
        head: head(again),
        again,
        go: t("access.finishKit"),
      });
    },
  };
}
