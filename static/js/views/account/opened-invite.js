/** An invitation that was opened: whose it is, and one's word on it. The link is forgotten with the answer. */

import { html, nothing } from "lit-html";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { isAlike } from "../shared/person-words.js";
import { isUnsaid, toSetup } from "../shared/say-boundary.js";

/** @import { App, Screen } from "../shared/types.js" */

/** @param {App} app @param {string} link @returns {Promise<Screen>} */
export async function openedInvite(app, link) {
  let busy = false;
  const forget = () => {
    app.invite = null;
    app.go(app.status.role === "patient" ? "/people" : "/", true);
    app.reopen();
  };
  /** @type {Awaited<ReturnType<typeof app.vault.openInvite>>} */
  let offer;
  try {
    offer = await app.vault.openInvite({ link });
  } catch (error) {
    return { render: () => failed(explain(error), forget) };
  }
  const { id, name, role } = offer;
  const [unsaid, people] = await Promise.all([isUnsaid(app), app.vault.people()]);

  async function accept() {
    if (busy) return;
    busy = true;
    try {
      await app.vault.acceptInvite({ id });
      forget();
      app.say(t("invite.sent", { name }));
    } catch (error) {
      busy = false;
      app.say(explain(error));
    }
  }

  return {
    render: () => html`<main class="column" id="main">
      <div class="stack invite">
        <h1>${t("invite.title", { name })}</h1>
        <p>${t(`invite.${role}`, { name })}</p>
        ${isAlike(people, name) ? html`<p class="notice" role="alert" data-testid="alike">${t("invite.alike")}</p>` : nothing}
        ${unsaid ? toSetup() : html`<p>${t("invite.ask")}</p>`}
        <div class="line">
          ${unsaid ? nothing : html`<button class="btn" @click=${accept} data-testid="accept-invite">${t("invite.yes", { name })}</button>`}
          <button class="btn quiet" @click=${forget} data-testid="decline-invite">${t("invite.no")}</button>
        </div>
      </div>
    </main>`,
  };
}

/** @param {string} why @param {() => void} forget */
function failed(why, forget) {
  return html`<main class="column" id="main">
    <div class="stack invite">
      <h1>${t("invite.failed")}</h1>
      <p>${why}</p>
      <button class="btn" @click=${forget}>${t("invite.toPeople")}</button>
    </div>
  </main>`;
}
