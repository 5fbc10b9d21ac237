/**
 * Words from the locked app: one field, large and dark. What is typed is sealed as it is typed, can be added to, and is read by nobody
 * before the journal is unlocked: once it is done, or the page is hidden, it is gone from here.
 */

import { html } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { CAPTURE_BYTES, divide } from "../../domain/pages.js";
import { Autosave } from "../../ui/autosave.js";
import { instant } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { t } from "../../ui/i18n.js";
import { setNight } from "../../ui/look.js";
import { holdReload } from "../../ui/offline.js";
import { CaptureClient } from "../../vault/door/capture-client.js";
import { watching } from "../shared/watching.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { CaptureKept } from "../../vault/types.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** How long a change may wait; sealing and storing it takes some 50 ms more. */
const PAUSE_MS = 250;

/** What is being written, and how it lies here. @typedef {{parts: {kept: CaptureKept, text: string}[], text: string, happened: Instant|null}} Capture */

/** @type {OpenScreen} */
export default (app) => {
  if (!app.status.captures) return { full: true, render: notYet };
  const client = new CaptureClient();
  const release = holdReload();
  setNight(true);
  let capture = blank();
  let isHidden = false;
  let state = t("capture.sealed");
  let failed = false;
  const autosave = new Autosave(keep, report, PAUSE_MS);

  /** As one capture, or as many as the words need; a part that did not change stays as it is. */
  async function keep() {
    const { parts, text, happened } = capture;
    const now = instant();
    const texts = divide(text, CAPTURE_BYTES);
    for (let i = 0; i < Math.max(texts.length, parts.length); i++) {
      const [part = "", before] = [texts[i], parts[i]];
      if (before?.text === part) continue;
      const kept = await client.keep({
        kept: before?.kept ?? null,
        text: part,
        happened: happened ?? now,
        written: now,
      });
      parts[i] = { kept, text: part };
    }
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  function report(now, error) {
    if (now === "typing") return;
    failed = now === "failed";
    say(now === "failed" ? notKept(error) : t("capture.kept"));
  }

  /** @param {string} words */
  function say(words) {
    if (state === words) return;
    state = words;
    announce(words);
    app.draw();
  }

  /** @param {InputEvent} event */
  function type(event) {
    capture.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    if (!capture.happened) begin();
    autosave.touch();
  }

  /** What was said of the words before says nothing of these. */
  function begin() {
    capture.happened = instant();
    say(t("capture.sealed"));
  }

  /** Whatever is kept is never shown again; whatever is not stays. */
  async function putAway() {
    isHidden = true;
    app.draw();
    const isKept = await autosave.flush();
    if (isKept) capture = blank();
    isHidden = false;
    app.draw();
    return isKept;
  }

  async function done() {
    if (capture.text === "") return app.go("/");
    if (await putAway()) document.getElementById("capture")?.focus();
  }

  return {
    full: true,
    render: () => html`<div class="capture">
      <main id="main">
        <h1 class="unseen">${t("capture.title")}</h1>
        <form id="capture-page" autocomplete="off"></form>
        ${keyed(
          isHidden ? null : capture,
          html`<textarea
            id="capture"
            form="capture-page"
            class="words"
            data-testid="capture"
            autocomplete="off"
            autocapitalize="sentences"
            aria-label=${t("capture.title")}
            placeholder=${t("capture.begin")}
            dir="auto"
            autofocus
            ?readonly=${isHidden}
            .value=${isHidden ? "" : capture.text}
            @input=${type}
          ></textarea>`,
        )}
        <p class=${failed ? "small wrong" : "soft small"} data-testid="capture-state">${state}</p>
        ${watching("watching.short", t("do.help"))}
      </main>
      <footer class="line apart">
        <a class="btn bare edge-start" href="#/" data-testid="back">${t("do.back")}</a>
        <a class="btn bare" href="#/help" data-testid="help">${t("do.help")}</a>
        <button class="btn second" @click=${done} data-testid="capture-done">${t("capture.done")}</button>
      </footer>
    </div>`,
    leave: putAway,
    close: () => {
      setNight(false);
      client.end();
      release();
    },
  };
};

/** @returns {Capture} */
function blank() {
  return { parts: [], text: "", happened: null };
}

/** @param {unknown} error @returns {string} */
function notKept(error) {
  const { reason } = /** @type {{reason?: string}} */ (error ?? {});
  return t(reason === "storage-full" ? "capture.full" : "capture.failed");
}

/** A device that has not been unlocked since it can do this, or a therapist's. */
function notYet() {
  return html`<div class="capture">
    <main id="main">
      <h1 class="unseen">${t("capture.title")}</h1>
      <p>${t("capture.notYet")}</p>
    </main>
    <footer class="line apart">
      <a class="btn bare edge-start" href="#/help" data-testid="help">${t("do.help")}</a>
      <a class="btn second" href="#/">${t("do.back")}</a>
    </footer>
  </div>`;
}
