/** Where this browser or address lacks what is needed: the cause, and the way out. */

import { html } from "lit-html";
import { t } from "../../ui/i18n.js";

/** @import { Lack } from "../../ui/lacking.js" */

/** @param {Lack} lack @param {() => void} again */
export function lackingPage(lack, again) {
  return html`<div class="hearth">
    <main class="column stack" id="main">
      <h1>${t("lack.title")}</h1>
      <p data-testid="lack">${t(`lack.${lack}`)}</p>
      <p class="soft">${t(`lack.${lack}.way`)}</p>
      <button class="btn" @click=${again}>${t("screen.again")}</button>
    </main>
    <footer><a class="btn bare" href="/help" data-testid="help">${t("do.help")}</a></footer>
  </div>`;
}
