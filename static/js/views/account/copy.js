/** Take a copy: what will be in it, what it means that anyone can read it, the making, and what is in it. */

import { html, nothing } from "lit-html";
import { fault } from "../../components/controls.js";
import { announce } from "../../ui/focus.js";
import { locale, t } from "../../ui/i18n.js";
import { lastCopyWords, noteCopy } from "../../ui/last-copy.js";
import { saveFile } from "../../ui/save-file.js";
import { comingWords, isWhole } from "../shared/coming.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";
import { makeCopy } from "./copy-file.js";

/** @import { App, Screen } from "../shared/types.js" */
/** @import { CopyFile } from "./copy-file.js" */

/** @param {App} app @returns {Promise<Screen>} */
export async function takeCopy(app) {
  const { vault } = app;
  let list = await vault.copyList();
  /** @type {AbortController|null} */
  let making = null;
  let done = 0;
  /** @type {CopyFile|null} */
  let file = null;
  let failed = "";

  async function make() {
    const mine = new AbortController();
    making = mine;
    [done, failed] = [0, ""];
    app.draw();
    try {
      file = await makeCopy(vault, label, { signal: mine.signal, tell });
      announce(t("copy.ready"));
    } catch (error) {
      if (!mine.signal.aborted)
        failed = error instanceof RangeError ? t("copy.tooMuch") : explain(error);
    }
    making = null;
    app.draw();
  }

  /** @param {number} now */
  function tell(now) {
    done = now;
    app.draw();
  }

  function stop() {
    making?.abort();
    app.say(t("copy.stopped"));
  }

  /** @param {CopyFile} made */
  function save({ blob, name, at }) {
    saveFile(blob, name);
    noteCopy(at);
    app.say(t("copy.saved"));
  }

  function before() {
    return html`<section class="card stack">
        <h2>${t("copy.what")}</h2>
        ${counted(list.counts)} ${unreadWords(list.unread.length)}
        <p class="soft">${t("copy.holds")}</p>
      </section>
      ${isWhole(app) ? nothing : html`<p class="notice">${comingWords(app)}</p>`}
      ${fault(failed)}
      <button class="btn" @click=${make} data-testid="make-copy">${t("copy.make")}</button>`;
  }

  function during() {
    return html`<section class="card stack">
        <h2>${t("copy.making")}</h2>
        <progress class="fill" max=${list.total} value=${done} aria-label=${t("copy.making")}></progress>
        <p>${t("copy.progress", { n: done, of: list.total })}</p>
      </section>
      <button class="btn second" @click=${stop} data-testid="stop-copy">${t("do.cancel")}</button>`;
  }

  /** @param {CopyFile} made */
  function after(made) {
    return html`<section class="card stack">
        <h2>${t("copy.ready")}</h2>
        ${counted(made.counts)} ${unreadWords(made.unread.length)}
        <p class="soft">${t("copy.sealNot")}</p>
      </section>
      <button class="btn" @click=${() => save(made)} data-testid="save-copy">${t("copy.save", { size: size(made.blob.size) })}</button>`;
  }

  return {
    render: () => html`<main class="column me" id="main">
      ${headBack(app, "/me")}
      <h1>${t("copy.title")}</h1>
      <p class="lead">${t("copy.lead")}</p>
      <p class="notice">${t("copy.open")}</p>
      ${making ? during() : file ? after(file) : before()}
      <p class="soft group" data-testid="last-copy">${lastCopyWords()}</p>
    </main>`,
    changed: async () => {
      if (making || file) return;
      list = await vault.copyList();
      app.draw();
    },
    close: () => making?.abort(),
  };
}

/** @type {import("../../domain/copy/markdown.js").Label} */
const label = (name) => t(`copy.file.${name}`);

/** @param {{[sort: string]: number}} counts */
function counted(counts) {
  const some = Object.entries(counts).filter(([, n]) => n > 0);
  const number = new Intl.NumberFormat(locale);
  return html`<ul class="rows fill">
    ${some.map(([sort, n]) => html`<li class="line apart"><span>${t(`copy.file.n.${sort}`)}</span><b data-testid=${`n-${sort}`}>${number.format(n)}</b></li>`)}
  </ul>`;
}

/** @param {number} n */
function unreadWords(n) {
  return n > 0
    ? html`<p class="notice" data-testid="copy-unread">${t("copy.unread", { n })}</p>`
    : nothing;
}

/** @param {number} bytes @returns {string} */
function size(bytes) {
  const [unit, by] = bytes < 1_000_000 ? ["kilobyte", 1_000] : ["megabyte", 1_000_000];
  const most = unit === "kilobyte" ? 0 : 1;
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: most }).format(
    bytes / by,
  );
}
