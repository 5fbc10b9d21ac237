/**
 * What stands around a screen: the ways to the others, at the foot of a phone and at the side of a desk; what the person must be
 * told; the last thing that was done, with its undo.
 */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { each, inCard } from "../../components/rows.js";
import { instant, timeWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { comingWords, isWhole } from "./coming.js";
import { syncWords } from "./sync-words.js";

export { watching } from "./watching.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { Notice } from "../../domain/notices.js" */
/** @import { App, Screen } from "./types.js" */

/** Names of the places in the navigation: icon and words, path, and all screens that belong to it, as `app.js` names them. @type {Record<string, [string, string, string[]][]>} */
export const PLACES = {
  patient: [
    ["today", "/", ["", "write", "prompts"]],
    ["journal", "/journal", ["journal", "entry", "trash", "versions"]],
    [
      "timeline",
      "/timeline",
      ["timeline", "measures", "measure", "fill", "rate", "dosing", "course", "thread"],
    ],
    ["people", "/people", ["people", "person", "ledger", "move", "link", "number"]],
    ["me", "/me", ["me", "sharing", "safety", "erase", "consent"]],
  ],
  therapist: [
    ["people", "/", ["", "person", "brief", "link", "number", "assign"]],
    ["queue", "/queue", ["queue"]],
    ["me", "/me", ["me", "setup", "leaving", "erase", "consent"]],
  ],
};

/** @param {App} app @param {Screen} screen @returns {TemplateResult} */
export function frame(app, screen) {
  const { state, role } = app.status;
  const inside = state === "unlocked" && !screen.full;
  return html`<a class="skip unseen btn" href="#main" @click=${skip}>${t("do.skip")}</a>
    <div class=${inside ? `frame ${role}` : ""}>
      ${inside ? navigation(app, screen) : nothing}${screen.render()}
    </div>
    ${toast(app)}`;
}

/** Without the fragment's help: that says where one is. @param {Event} event */
function skip(event) {
  event.preventDefault();
  const main = document.querySelector("main");
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
}

/** @param {App} app @param {Screen} screen */
function navigation(app, screen) {
  const places = PLACES[app.status.role ?? "patient"] ?? [];
  return html`<nav class="nav" data-bar="foot" aria-label=${t("nav.label")}>
    <ul class="places" role="list">
      ${places.map(
        ([name, path, screens]) => html`<li>
          <a
            href=${`#${path}`}
            data-testid=${`nav-${name}`}
            aria-current=${current(app.place.name, path, screens)}
            >${icon(name)}<span>${t(`nav.${name}`)}</span></a
          >
        </li>`,
      )}
    </ul>
    ${screen.rail?.() ?? nothing}
    <div class="rail-foot">
      <p class="soft small">${syncWords(app, instant())}</p>
      ${lockAndHelp(app)}
    </div>
  </nav>`;
}

/** @param {string} here @param {string} path @param {string[]} screens */
function current(here, path, screens) {
  if (`/${here}` === path) return "page";
  return screens.includes(here) ? "true" : nothing;
}

/** The two ways out, the same on every screen. @param {App} app */
export function lockAndHelp(app) {
  return html`<div class="ways-out">
    <a class="btn bare" href="#/help" data-testid="help">${t("do.help")}</a>
    <button class="btn bare edge-end" @click=${app.lock} data-testid="lock">${t("do.lock")}</button>
  </div>`;
}

/** The way out of a screen that is nothing but a page to write on. @param {App} app */
export function lockIcon(app) {
  return html`<button class="btn bare" @click=${app.lock} aria-label=${t("do.lock")} data-testid="lock">${icon("lock")}</button>`;
}

/**
 * Head of a screen that the navigation leads to.
 * @param {App} app
 * @param {unknown} over  a few soft words above
 * @param {unknown} title
 * @param {unknown} [beside]  at the other end of the title's line
 */
export function head(app, over, title, beside = nothing) {
  return html`<header class="head">
      <div class="line apart">
        <p class="soft small">${over}</p>
        ${lockAndHelp(app)}
      </div>
      <div class="line apart"><h1>${title}</h1>${beside}</div>
    </header>
    ${attention(app)}`;
}

/**
 * Head of a screen one came to from another.
 * @param {App} app
 * @param {string} up  path of the screen above it
 * @param {unknown} [more]  at the other end
 */
export function headBack(app, up, more = nothing) {
  return html`<header class="head line apart">
    ${backButton(app, up)}
    <div class="line">${more}${lockAndHelp(app)}</div>
  </header>`;
}

/** @param {App} app @param {string} up  path of the screen above this one */
export function backButton(app, up) {
  return html`<button class="btn bare edge-start" @click=${() => app.back(up)} data-testid="back">
    ${icon("back")}${t("do.back")}
  </button>`;
}

/** @param {App} app when others' acts were looked for last; pressed, once more */
export function lookedLine({ sync, vault, draw }) {
  const { lookedAt, state } = sync;
  const isNow = lookedAt !== null && Date.now() - Date.parse(lookedAt) < 60_000;
  const at = { at: lookedAt ?? "", zone: instant().zone };
  const looked = lookedAt === null ? "" : t("look.at", { when: timeWords(at) });
  const said = state === "offline" ? t("look.offline") : isNow ? t("look.now") : looked;
  const again = () =>
    vault
      .syncNow()
      .catch(() => {})
      .then(draw);
  return html`<p class="soft small"><span data-testid="looked">${said}</span>
    <button class="btn quiet small" @click=${again} data-testid="look-again">${t("look.again")}</button></p>`;
}

/** @param {App} app what the person must be told, before anything else */
export function attention(app) {
  const { notices, state } = app.sync;
  const isSaid = isWhole(app) && state === "offline";
  return html`${isWhole(app) ? nothing : html`<p class="notice quiet" role="status" data-testid="coming">${comingWords(app)}</p>`}${
    isSaid || state === "signed-out"
      ? html`<p class="notice quiet" data-testid="sync-state">
          ${syncWords(app, instant())}
          ${
            state === "signed-out"
              ? html`<a class="btn quiet" href="#/me">${t("sync.signInAgain")}</a>`
              : nothing
          }
        </p>`
      : nothing
  }
    ${each(notices, (notice) => noticeCard(app, notice), inCard)}`;
}

/** Notices whose item is a person. */
const ABOUT_PEOPLE = ["identity-changed", "link-ended", "missing-theirs", "ack-differs"];

/** Where a notice that is about no entry and nobody leads. @type {{[type: string]: string}} */
const WAYS = {
  erasing: "#/erase",
  erased: "#/me",
  "set-aside": "#/me/aside",
  "not-sent": "#/me/aside",
  captured: "#/journal",
  "capture-aside": "#/me/aside",
  "device-new": "#/me/devices",
};

/** @param {App} app @param {Notice} notice */
function noticeCard(app, { id, type, item }) {
  const isPerson = ABOUT_PEOPLE.includes(type);
  const opens = item && (isPerson || app.status.role === "patient");
  const way = WAYS[type] ?? (opens ? `#/${isPerson ? "person" : "entry"}/${item}` : undefined);
  return html`<section class="notice" data-testid=${`notice-${type}`}>
    <p>${t(`notice.${type}`)}</p>
    <div class="line">
      ${way ? html`<a class="btn quiet" href=${way}>${t("notice.open")}</a>` : nothing}
      <button class="btn quiet" @click=${() => app.vault.dismissNotice({ id })}>
        ${t("notice.dismiss")}
      </button>
    </div>
  </section>`;
}

/** @param {App} app */
function toast(app) {
  if (!app.toast) return nothing;
  const { text, action, run } = app.toast;
  const act = () => {
    app.say(null);
    run?.(app);
  };
  return html`<aside class="toast" data-bar="foot" data-testid="toast">
    <p>${text}</p>
    ${action ? html`<button class="btn quiet" @click=${act}>${action}</button>` : nothing}
    <button class="btn bare edge-end" @click=${() => app.say(null)} aria-label=${t("do.close")}>
      ${icon("close")}
    </button>
  </aside>`;
}
