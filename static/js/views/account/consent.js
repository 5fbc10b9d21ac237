/** Consent: asked of everybody who has not agreed to the text as it is now, before any other screen; afterwards it shows what was agreed to, and when. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { textsOf } from "../../domain/foreign.js";
import { instantOf, textOf } from "../../domain/payloads.js";
import { whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { agreement, consentLines, VERSION } from "../shared/consent.js";
import { headBack, lockAndHelp } from "../shared/frame.js";

/** @import { Document } from "../../domain/documents.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { name }) => {
  const noted = await app.vault.documents({ kind: "consent" });
  const agreed = noted.find(({ body }) => body.version === VERSION);
  if (agreed) return { render: () => agreedPage(app, agreed) };
  return askingPage(app, noted.length > 0, name === "consent");
};

/** @param {App} app @param {Document} noted */
function agreedPage(app, { body, written }) {
  const when = whenWords(instantOf(body.agreed, written));
  return html`<main class="column" id="main">
    ${headBack(app, "/me")}
    <h1>${t("consent.title")}</h1>
    <ol class="notes" data-testid="consent-noted">
      ${each(textsOf(body.lines), (line) => html`<li>${line}</li>`)}
    </ol>
    <p class="soft small">${t("consent.agreed", { when, version: textOf(body.version) })}</p>
  </main>`;
}

/**
 * @param {App} app
 * @param {boolean} isAgain  an earlier text was agreed to
 * @param {boolean} isPlace  one came to this page itself, and it leads back
 */
function askingPage(app, isAgain, isPlace) {
  const role = app.status.role ?? "patient";
  let isSaving = false;
  let hasFailed = false;

  async function agree() {
    if (isSaving) return;
    isSaving = true;
    app.draw();
    try {
      await app.vault.saveDocument({ kind: "consent", body: agreement(role) });
      await app.reopen();
    } catch {
      hasFailed = true;
    } finally {
      isSaving = false;
      app.draw();
    }
  }

  const toMe = html`<a class="btn quiet edge-start" href="#/me">${t("consent.toMe")}</a>`;
  return {
    full: true,
    render: () => html`<main class="column" id="main">
      ${isPlace ? headBack(app, "/me") : html`<header class="head line apart">${lockAndHelp(app)}</header>`}
      <h1>${t("consent.title")}</h1>
      <p class="lead">${t(isAgain ? "consent.newer" : "consent.lead")}</p>
      ${consentLines(role)}
      ${hasFailed ? html`<p class="wrong" role="alert">${t("consent.failed")}</p>` : nothing}
      <button class="btn fill after" aria-disabled=${isSaving ? "true" : nothing} @click=${agree} data-testid="agree">
        ${t(isSaving ? "consent.saving" : "consent.agree")}
      </button>
      <p class="soft small after">${t(role === "patient" ? "consent.leave" : "consent.leaveTherapist")}</p>
      ${isPlace ? nothing : toMe}
    </main>`,
  };
}
