/** A device whose browser has thrown the journal away: what is safe, what was only here, and the way back. */

import { html } from "lit-html";
import { hereZone, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { clearMark } from "../../ui/mark.js";

/** @import { Mark } from "../../ui/mark.js" */
/** @import { App } from "../shared/types.js" */

/** @param {App} app @param {Mark} left */
export function lost(app, { waiting, backedUpAt }) {
  const when = backedUpAt && whenWords({ at: backedUpAt, zone: hereZone() });
  const begin = () => {
    clearMark();
    app.reopen();
  };
  return html`<div class="hearth">
    <main class="column stack" id="main">
      <h1>${t("lost.title")}</h1>
      <p>${t("lost.what")}</p>
      <p data-testid="lost-safe">${when ? t("lost.safeAt", { when }) : t("lost.safe")}</p>
      <p>${waiting ? t("lost.only", { n: waiting }) : t("lost.none")}</p>
      <div class="actions">
        <a class="btn" href="#/sign-in" data-testid="sign-in">${t("welcome.signIn")}</a>
        <button class="btn quiet" @click=${begin} data-testid="begin-new">${t("lost.new")}</button>
      </div>
    </main>
    <footer><a class="btn bare" href="#/help" data-testid="help">${t("do.help")}</a></footer>
  </div>`;
}
