/** What could not be sent or opened: that it is still here, what it is, and a way to try again or to take it along. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { saveFile } from "../../ui/save-file.js";
import { ifEmpty } from "../shared/coming.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";
import { syncWords } from "../shared/sync-words.js";

/** @import { Unopened, Unsent } from "../../vault/types.js" */
/** @import { App, Screen } from "../shared/types.js" */

/** @param {App} app @returns {Promise<Screen>} */
export async function setAside(app) {
  const { vault } = app;
  let { unsent, unopened, more } = await vault.aside();
  let isTrying = false;

  async function read() {
    ({ unsent, unopened, more } = await vault.aside());
    app.draw();
  }

  async function tryAgain() {
    if (isTrying) return;
    isTrying = true;
    app.draw();
    // Where it failed, the words beside the button say so.
    await vault.syncNow().catch(() => {});
    isTrying = false;
    await read();
  }

  /** @param {string} id */
  async function save(id) {
    try {
      const json = await vault.asideFile({ id });
      saveFile(new Blob([json], { type: "application/json" }), "afterglow-unopened.json");
    } catch (error) {
      app.say(explain(error));
    }
  }

  function notSent() {
    if (unsent.length === 0) return nothing;
    return html`<section class="card stack">
      <h2>${t("aside.unsent")}</h2>
      <ul class="rows fill">${each(unsent, unsentRow)}</ul>
      <p class="soft">${t("aside.unsentHint")}</p>
      <div class="line apart fill">
        <p class="soft small" data-testid="sync-words">${syncWords(app, instant())}</p>
        <button class="btn second" aria-disabled=${isTrying ? "true" : nothing} @click=${tryAgain} data-testid="try-aside">${t("aside.again")}</button>
      </div>
    </section>`;
  }

  function notOpened() {
    if (unopened.length === 0) return nothing;
    return html`<section class="card stack">
      <h2>${t("aside.unopened")}</h2>
      <p class="soft">${t("aside.unopenedHint")}</p>
      <ul class="rows fill">${each(unopened, (piece) => unopenedRow(piece, save))}</ul>
      ${more ? html`<p class="soft">${t("aside.more", { n: more })}</p>` : nothing}
    </section>`;
  }

  return {
    title: t("aside.title"),
    render: () => html`<main class="column me" id="main">
      ${headBack(app, "/me")}
      <h1>${t("aside.title")}</h1>
      ${unsent.length + unopened.length ? html`<p class="lead">${t("aside.lead")}</p>` : ifEmpty(app, html`<p class="lead">${t("aside.none")}</p>`)}
      ${notSent()} ${notOpened()}
    </main>`,
    changed: read,
  };
}

/** @param {Unsent} unsent */
function unsentRow({ kind, name, entry }) {
  const about = entry ? entry.preview || entry.title : "";
  const words = html`<b>${unsentWords(kind, name)}</b>
    ${about ? html`<span class="preview" dir="auto">${about}</span>` : nothing}`;
  return html`<li data-testid="unsent">
    ${entry ? html`<a class="row" href=${`#/entry/${entry.id}`}><span class="grow">${words}</span></a>` : html`<p>${words}</p>`}
  </li>`;
}

/** @param {Unsent["kind"]} kind @param {string|null} name */
function unsentWords(kind, name) {
  if (kind === "put" || kind === "del") return t(`aside.${kind}`);
  if (name === null) return t("aside.account");
  return t(kind === "grant" || kind === "revoke" ? `aside.${kind}` : "aside.link", { name });
}

/** @param {Unopened} piece @param {(id: string) => void} save */
function unopenedRow({ id, from, name, isNewer }, save) {
  return html`<li class="line apart" data-testid="unopened">
    <span class="grow"><b>${t(`aside.from.${from}`, { name })}</b>
      ${isNewer ? html`<span class="soft small">${t("aside.newer")}</span>` : nothing}</span>
    <button class="btn quiet" @click=${() => save(id)} data-testid="save-aside">${t("row.save")}</button>
  </li>`;
}
