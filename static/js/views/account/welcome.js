/** For one who is new here: what this is, in one paragraph, and the two ways in. */

import { html, nothing } from "lit-html";
import { languageChoice, mark } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { mark as readMark } from "../../ui/mark.js";

/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  const left = readMark();
  if (!left) return { render: () => welcome(app) };
  const { lost } = await import("./lost.js");
  return { render: () => lost(app, left) };
};

/** @param {App} app */
function welcome(app) {
  return html`<div class="hearth">
    <main class="column">
      <div>
        ${mark()}
        <h1>${app.name}</h1>
      </div>
      ${app.invite ? html`<p class="card">${t("welcome.invited")}</p>` : nothing}
      <p>${t("welcome.what")}</p>
      <p class="soft small">${t("welcome.watching")}</p>
      <div class="actions">
        <a class="btn" href="#/sign-up" data-testid="sign-up">${t("welcome.signUp")}</a>
        <a class="btn quiet" href="#/sign-in" data-testid="sign-in">${t("welcome.signIn")}</a>
      </div>
    </main>
    <footer>
      <a class="btn bare" href="#/help" data-testid="help">${t("do.help")}</a>
      ${languageChoice(app, "language")}
    </footer>
  </div>`;
}
