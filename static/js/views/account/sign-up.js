/** Signing up: who one is, the passphrase, consent, the kit, the proof that the kit can be read. Nothing is sent before the last step. */

import { html, nothing } from "lit-html";
import { field, formValues, icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { agreement, consentLines } from "../shared/consent.js";
import { chooseCountry, contacts, countryChoice } from "../shared/contacts.js";
import { explain } from "../shared/explain.js";
import { recall } from "../shared/screen.js";
import { kitPage } from "./kit.js";
import { proof } from "./kit-proof.js";
import { newPassphrase } from "./new-passphrase.js";

/** @import { Role } from "../../domain/people.js" */
/** @import { SignUpStart } from "../../vault/types.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** Failures of the server that send one back to the form. @type {Record<string, string>} */
const BACK_TO = { "handle-taken": "handle", "handle-invalid": "handle" };

const PLACE = "sign-up";
const FRESH = { name: "", handle: "", role: /** @type {Role} */ ("patient") };

/** @type {OpenScreen} */
export default async (app) => {
  let found = await contacts(app);
  // What was typed waits while one looks into Help; the passphrase alone does not, and whoever comes by another way begins anew.
  if (history.state === null) app.remembered.delete(PLACE);
  const chosen = recall(app, PLACE, () => ({ ...FRESH }));
  /** @type {Record<string, string>} */
  let wrong = {};
  const secret = newPassphrase(app, t("signUp.generated"));
  const kit = kitPage(app);
  let busy = false;
  let askCode = false;
  /** @type {SignUpStart|null} */
  let started = null;
  /** @type {"form"|"consent"|"kit"|"proof"} */
  let step = "form";
  let hasSeenKit = false;

  /** @param {typeof step} next */
  function turn(next) {
    step = next;
    hasSeenKit ||= next === "kit";
    // From the form on, another kit is made.
    wrong = next === "form" && hasSeenKit ? { again: t("kit.newHandleHint") } : {};
    app.draw();
    scrollTo(0, 0);
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }

  /** @param {() => Promise<unknown>} action @param {(error: unknown) => void} failed */
  async function alone(action, failed) {
    if (busy) return;
    busy = true;
    app.draw();
    try {
      await action();
    } catch (error) {
      failed(error);
    } finally {
      busy = false;
      app.draw();
    }
  }

  /** @param {string} country */
  function choose(country) {
    found = chooseCountry(found, country);
    app.draw();
  }

  /** @param {SubmitEvent} event */
  function start(event) {
    if (secret.isComing(event)) return;
    const { passphrase = "", ...typed } = formValues(event);
    Object.assign(chosen, typed);
    if (found.here) choose(found.here.id);
    return alone(() => begin(passphrase), refuse);
  }

  /** All that does not do is said at once. @param {string} passphrase */
  async function begin(passphrase) {
    const input = { ...chosen, name: chosen.name.trim(), passphrase };
    const vault = await app.ready;
    const faults = Object.entries(await vault.checkSignUp(input));
    wrong = Object.fromEntries(faults.map(([field, reason]) => [field, explain({ reason })]));
    if (!input.name) wrong = { name: t("signUp.nameMissing"), ...wrong };
    if (Object.keys(wrong).length > 0) return;
    started = await vault.startSignUp(input);
    turn("consent");
  }

  /** @param {unknown} error */
  function refuse(error) {
    wrong = { passphrase: explain(error) };
  }

  /** @param {InputEvent} event */
  function keep(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (!(name in FRESH)) return;
    app.remembered.set(PLACE, Object.assign(chosen, { [name]: value }));
  }

  /** @param {{characters: string, code?: string}} input */
  function finish(input) {
    return alone(
      async () => {
        const consent = agreement(chosen.role);
        const status = await app.vault.finishSignUp({ ...input, consent });
        app.remembered.delete(PLACE);
        await app.enter(status);
      },
      (error) => {
        const { reason = "" } = /** @type {{reason?: string}} */ (error);
        askCode ||= reason === "registration-code";
        const place = BACK_TO[reason];
        if (place) turn("form");
        wrong = {
          [place ?? (reason === "registration-code" ? "code" : "characters")]: explain(error),
        };
        if (place) wrong.again = t("kit.newHandleHint");
      },
    );
  }

  function form() {
    return html`<div class="hearth long">
      <main class="column">
        <header class="head line apart">
          <a class="btn bare edge-start" href="#/">${icon("back")}${t("do.back")}</a>
          <a class="btn bare edge-end" href="#/help">${t("do.help")}</a>
        </header>
        <h1>${t("signUp.title")}</h1>
        ${wrong.again ? html`<p class="card">${wrong.again}</p>` : nothing}
        <form autocomplete="off" class="stack" @submit=${start} @input=${keep} novalidate data-testid="sign-up">
          <fieldset class="fill">
            <legend>${t("signUp.role")}</legend>
            ${role("patient")} ${role("therapist")}
          </fieldset>
          ${field({ name: "name", label: t("signUp.name"), hint: t("signUp.nameHint"), value: chosen.name, wrong: wrong.name })}
          ${field({ name: "handle", label: t("signUp.handle"), hint: t("signUp.handleHint"), value: chosen.handle, autocomplete: "username", plain: true, wrong: wrong.handle })}
          ${secret.fields({ name: "passphrase", label: t("signUp.passphrase"), wrong: wrong.passphrase })}
          ${found.countries.length > 0 ? countryChoice(found, choose, t("signUp.country")) : nothing}
          <button class="btn fill" aria-disabled=${busy ? "true" : nothing} data-testid="continue">
            ${busy ? t("signUp.making") : t("signUp.go")}
          </button>
        </form>
      </main>
    </div>`;
  }

  /** @param {typeof step} before */
  const head = (before) => html`<header class="head line apart">
    <button class="btn bare edge-start" @click=${() => turn(before)} data-testid="back">${icon("back")}${t("do.back")}</button>
    <a class="btn bare edge-end" href="#/help" target="_blank" rel="noopener" data-testid="help">${t("do.help")}</a>
  </header>`;

  function consent() {
    return html`<div class="hearth long">
      <main class="column" id="main">
        ${head("form")}
        <h1>${t("consent.title")}</h1>
        <p class="lead">${t("consent.lead")}</p>
        ${consentLines(chosen.role, "_blank")}
        <button class="btn fill after" @click=${() => turn("kit")} data-testid="agree">${t("consent.agree")}</button>
        <p class="soft small">${t("consent.ends")}</p>
      </main>
    </div>`;
  }

  /** @param {Role} value */
  function role(value) {
    return html`<label class="choice">
      <input type="radio" autocomplete="off" name="role" value=${value} ?checked=${chosen.role === value} data-testid=${`role-${value}`} />
      <span>${t(`signUp.${value}`)}<span class="hint">${t(`signUp.${value}Hint`)}</span></span>
    </label>`;
  }

  return {
    render() {
      if (step === "form" || !started) return form();
      const { kitCode, ask } = started;
      const { handle } = chosen;
      const { value: passphrase, generated } = secret.chosen;
      if (step === "consent") return consent();
      if (step === "kit") {
        const shown = { kitCode, handle, ...(generated ? { passphrase } : {}) };
        return kit(shown, head("consent"), () => turn("proof"));
      }
      const again = () => turn("kit");
      return proof({ ask, wrong, busy, askCode, finish, head: head("kit"), again });
    },
  };
};
