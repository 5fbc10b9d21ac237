/** Erasing the account: what goes and what stays with others, the passphrase, seven days that can be taken back, or the kit code and no wait. */

import { html, nothing } from "lit-html";
import { field, formValues } from "../../components/controls.js";
import { dayOf, hereZone, longDay } from "../../ui/dates.js";
import { locale, t } from "../../ui/i18n.js";
import { saveFile } from "../../ui/save-file.js";
import { confirmStep } from "../shared/confirm.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";
import { remove } from "./remove.js";

/** @import { Erased, ErasedCounts, Erasing } from "../../vault/types.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app) => {
  /** @type {Erased|null} */
  let erased = null;
  /** @type {string|undefined} */
  let wrong;
  let state = await read();

  /** @returns {Promise<Erasing|null>} */
  async function read() {
    return app.vault.erasure().catch((error) => {
      wrong = explain(error);
      return null;
    });
  }

  /** @param {() => Promise<unknown>} act */
  async function run(act) {
    wrong = undefined;
    try {
      await act();
      if (!erased) state = await read();
    } catch (error) {
      wrong = explain(error);
    }
    app.draw();
  }

  /** @param {SubmitEvent} event */
  function ask(event) {
    const { passphrase = "" } = formValues(event);
    return run(() => app.vault.askErasure({ passphrase }));
  }

  /** @param {SubmitEvent} event */
  async function now(event) {
    const { kitCode = "" } = formValues(event);
    const sure = {
      title: t("erase.sure"),
      honest: t("erase.sureHonest"),
      yes: t("erase.now"),
      testid: "erase-confirm",
    };
    if (!(await confirmStep(sure))) return;
    await run(async () => {
      erased = await app.vault.eraseNow({ kitCode });
    });
  }

  const takeBack = () => run(() => app.vault.takeBackErasure());

  function body() {
    if (erased) return done(app, erased);
    if (!state) return html`<h1>${t("erase.title")}</h1><p>${wrong}</p>`;
    if (state.due === null)
      return html`${title()}${copyFirst(app)}${account(state)}${asking(state, ask, wrong)}`;
    return html`${title()}${pending(state.due, takeBack)}${copyFirst(app)}${account(state)}${noWait(now, wrong)}`;
  }

  return {
    render: () => html`<main class="column" id="main">${headBack(app, "/me")}${body()}</main>`,
  };
};

/** @param {App} app who writes can take it along */
function copyFirst({ status }) {
  if (status.role !== "patient") return nothing;
  return html`<p class="group"><a class="btn second" href="#/me/copy" data-testid="copy-first">${t("erase.copy")}</a></p>`;
}

function title() {
  return html`<h1>${t("erase.title")}</h1>
    <p class="lead">${t("erase.lead")}</p>`;
}

/** What it takes, and what it does not. @param {Erasing} state */
function account({ counts, backups }) {
  const { accounts } = counts.kept;
  return html`<div class="stack group">
    ${note("gone", `${countWords(counts)} ${t("erase.goneMore")}`)}
    ${accounts ? note("links", t("erase.linksHint")) : nothing}
    ${accounts ? note("kept", t("erase.keptHint", keptValues(counts))) : nothing}
    ${note("backups", t("erase.backupsHint", { n: days(backups) }))}
    ${note("devices", t("erase.devicesHint"))}
    ${note("receipt", t("erase.receiptHint"))}
  </div>`;
}

/** @param {string} name @param {string} hint */
function note(name, hint) {
  return html`<p><b>${t(`erase.${name}`)}</b><span class="soft block">${hint}</span></p>`;
}

/** @param {Erasing} state @param {(event: SubmitEvent) => void} ask @param {string|undefined} wrong */
function asking({ wait }, ask, wrong) {
  return html`<form autocomplete="off" class="stack group" @submit=${ask} novalidate>
    <p>${t("erase.wait", { n: days(wait) })}</p>
    ${field({ name: "passphrase", label: t("lock.passphrase"), type: "password", autocomplete: "current-password", wrong })}
    <button class="btn care edge-start" data-testid="erase-ask">${t("erase.ask", { n: days(wait) })}</button>
  </form>`;
}

/** @param {number} due seconds @param {() => void} takeBack */
function pending(due, takeBack) {
  return html`<section class="card stack" data-testid="erase-pending">
    <p>${t("erase.pending", { day: dayWords(due) })}</p>
    <button class="btn" @click=${takeBack} data-testid="take-back">${t("erase.takeBack")}</button>
  </section>`;
}

/** @param {(event: SubmitEvent) => void} now @param {string|undefined} wrong */
function noWait(now, wrong) {
  return html`<form autocomplete="off" class="stack group" @submit=${now} novalidate>
    <h2>${t("erase.noWait")}</h2>
    ${field({ name: "kitCode", label: t("signIn.kitCode"), hint: t("erase.noWaitHint"), plain: true, wrong })}
    <button class="btn care edge-start" data-testid="erase-now">${t("erase.now")}</button>
  </form>`;
}

/** @param {App} app @param {Erased} erased */
function done(app, { receipt, at, counts }) {
  const file = () => new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" });
  return html`<h1>${t("erase.done")}</h1>
    <div class="stack">
      <p class="lead">${t("erase.doneHint", { day: dayWords(at) })} ${countWords(counts)}</p>
      <p class="soft">${t("erase.receiptHint")}</p>
      <p>${t("erase.doneDevice")}</p>
      <div class="actions">
        <button class="btn second" @click=${() => saveFile(file(), "afterglow-receipt.json")} data-testid="save-receipt">${t("erase.save")}</button>
        <button class="btn care edge-start" @click=${() => remove(app)} data-testid="remove">${t("me.remove")}</button>
      </div>
    </div>`;
}

/** @param {ErasedCounts} counts */
function countWords({ revisions, records, bytes }) {
  const { format } = new Intl.NumberFormat(locale);
  return t("erase.goneHint", {
    pieces: format(revisions),
    records: format(records),
    bytes: format(bytes),
  });
}

/** @param {ErasedCounts} counts */
function keptValues({ kept }) {
  const { format } = new Intl.NumberFormat(locale);
  return { n: kept.accounts, records: format(kept.records) };
}

/** @param {number} seconds */
function days(seconds) {
  return Math.round(seconds / 86_400);
}

/** @param {number} seconds */
function dayWords(seconds) {
  return longDay(dayOf({ at: new Date(seconds * 1000).toISOString(), zone: hereZone() }));
}
