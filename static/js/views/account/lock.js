/** The lock: who writes here, the passphrase, help. It stands before the vault has answered and works without a network. */

import { html, nothing } from "lit-html";
import { formValues, mark } from "../../components/controls.js";
import { passphraseField } from "../../components/passphrase.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";

/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default (app) => {
  /** @type {string|undefined} */
  let wrong;
  let busy = false;
  let isOpen = false;
  /** @param {boolean} next */
  const turn = (next) => {
    isOpen = next;
    app.draw();
  };

  /** @param {SubmitEvent} event */
  async function unlock(event) {
    const { passphrase = "" } = formValues(event);
    if (busy) return;
    busy = true;
    app.draw();
    try {
      const vault = await app.ready;
      await app.enter(await vault.unlock({ passphrase }));
    } catch (error) {
      wrong = explain(error);
    } finally {
      busy = false;
      app.draw();
    }
  }

  return {
    render: () => html`<div class="hearth">
      <main class="column" id="main">
        <div>
          ${mark()}
          <h1>${app.name}</h1>
          <p class="soft">
            ${app.status.handle ? t("lock.as", { handle: app.status.handle }) : t("lock.title")}
          </p>
        </div>
        ${app.invite ? html`<p class="card">${t("lock.invited")}</p>` : nothing}
        <form autocomplete="off" class="stack" @submit=${unlock} novalidate>
          ${passphraseField({ name: "passphrase", label: t("lock.passphrase"), wrong, focus: true }, isOpen, turn)}
          <button class="btn fill" aria-disabled=${busy ? "true" : nothing} data-testid="unlock">
            ${busy ? t("lock.opening") : t("lock.unlock")}
          </button>
        </form>
        ${
          app.status.captures
            ? html`<a class="btn second fill" href="#/capture" data-testid="capture-open">${t("lock.capture")}</a>`
            : nothing
        }
        <details class="soft small">
          <summary class="choice">${t("lock.forgotten")}</summary>
          <div class="stack">
            <p>${t("lock.forgottenAnswer")}</p>
            <a class="btn second fill" href="#/recover" data-testid="recover">${t("lock.recover")}</a>
          </div>
        </details>
      </main>
      <footer><a class="btn bare" href="#/help" data-testid="help">${t("do.help")}</a></footer>
    </div>`,
  };
};
