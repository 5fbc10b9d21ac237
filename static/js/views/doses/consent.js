/** Consent notes: what is sealed, what sharing means, that nobody watches. Read before the first course, kept with their date, readable ever after. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { textsOf } from "../../domain/foreign.js";
import { instantOf, textOf } from "../../domain/payloads.js";
import { instant, whenWords } from "../../ui/dates.js";
import { language, t } from "../../ui/i18n.js";
import { headBack } from "../shared/frame.js";

/** @import { Document } from "../../domain/documents.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** Changes with every change of what the notes say. */
const VERSION = "1";

/** @returns {string[]} the notes as they are shown now */
const lines = () => [1, 2, 3, 4, 5].map((n) => t(`consent.${n}`));

/** @type {OpenScreen} */
export default async (app, { query }) => {
  const [noted] = await app.vault.documents({ kind: "consent" });
  const agree = async () => {
    await noteConsent(app);
    const to = query.get("then");
    if (to === "course") return app.go("/course/new", true);
    app.say(t("consent.kept"));
    app.back("/dosing");
  };
  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/dosing")}
      <h1>${t("consent.title")}</h1>
      <p class="soft lead">${t("consent.lead")}</p>
      ${noted ? asNoted(noted) : nothing}
      ${noted?.body.version === VERSION ? nothing : toBeRead(noted, agree)}
    </main>`,
  };
};

/** @param {App} app */
async function noteConsent({ vault }) {
  const body = { version: VERSION, language, lines: lines(), agreed: instant() };
  await vault.saveDocument({ kind: "consent", body });
}

/** @param {Document} noted */
function asNoted({ body, written }) {
  const shown = textsOf(body.lines);
  return html`<ol class="notes" data-testid="consent-noted">
      ${each(shown, (line) => html`<li>${line}</li>`)}
    </ol>
    <p class="soft small">${t("consent.agreed", { when: whenWords(instantOf(body.agreed, written)), version: textOf(body.version) })}</p>`;
}

/** @param {Document|undefined} before @param {() => void} agree */
function toBeRead(before, agree) {
  return html`${before ? html`<p class="notice quiet after">${t("consent.newer")}</p>` : nothing}
    <ol class="notes">${lines().map((line) => html`<li>${line}</li>`)}</ol>
    <button class="btn after" @click=${agree} data-testid="consent-read">${t("consent.read")}</button>`;
}
