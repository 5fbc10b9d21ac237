/** Two pages below Me: what the server knows, as it says itself, and which code this is. */

import { html, nothing } from "lit-html";
import { dayOf, hereZone, longDay } from "../../ui/dates.js";
import { locale, t } from "../../ui/i18n.js";
import { buildInfo } from "../../ui/offline.js";
import { operatorWords } from "../shared/consent.js";
import { content } from "../shared/content.js";
import { headBack } from "../shared/frame.js";

/** @import { App, Screen } from "../shared/types.js" */
/** @typedef {{handle: string, created: number, credentials: unknown[], links: unknown[], records: number, revisions: number, bytes: number, delivered: number, room: number}} Known  room: bytes stored and brought to others that the account may have */

/** @param {App} app @returns {Promise<Screen>} */
export async function serverKnows(app) {
  const known = /** @type {Known|null} */ (await app.vault.serverKnows().catch(() => null));
  const { sentences } = (await content("help-texts")).serverKnows;
  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/me")}
      <h1>${t("knows.title")}</h1>
      <p class="soft lead">${known ? t("knows.lead") : t("knows.offline")}</p>
      ${known ? facts(knownFacts(known)) : nothing}
      ${known && isNearlyFull(known) ? html`<p class="notice" data-testid="nearly-full">${t("knows.nearlyFull")}</p>` : nothing}
      <div class="stack group">
        ${sentences.map((/** @type {string} */ sentence) => html`<p>${sentence}</p>`)}
      </div>
    </main>`,
  };
}

/** @param {Known} known @returns {[string, string][]} */
function knownFacts(known) {
  const { handle, created, credentials, links, records, revisions, bytes, delivered, room } = known;
  const number = new Intl.NumberFormat(locale);
  const since = dayOf({ at: new Date(created * 1000).toISOString(), zone: hereZone() });
  return [
    [t("knows.handle"), handle],
    [t("knows.created"), longDay(since)],
    [t("knows.ways"), number.format(credentials.length)],
    [t("knows.links"), number.format(links.length)],
    [t("knows.pieces"), number.format(revisions)],
    [t("knows.records"), number.format(records)],
    [t("knows.bytes"), number.format(bytes)],
    [t("knows.delivered"), number.format(delivered)],
    [t("knows.room"), number.format(room)],
  ];
}

/** @param {Known} known @returns {boolean} */
function isNearlyFull({ bytes, delivered, room }) {
  return bytes + delivered > 0.8 * room;
}

/** @param {App} app @returns {Promise<Screen>} */
export async function about(app) {
  const build = await buildInfo().catch(() => null);
  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/me")}
      <h1>${t("about.title")}</h1>
      ${
        build
          ? facts([
              [t("about.version"), build.version],
              [t("about.fingerprint"), (build.fingerprint.match(/.{1,8}/g) ?? []).join(" ")],
            ])
          : nothing
      }
      <div class="stack group soft">
        <p data-testid="operator">${operatorWords()}</p>
        <p>${t("about.fingerprintHint")}</p>
        <p>${t("about.licence")}</p>
      </div>
    </main>`,
  };
}

/** @param {[label: string, value: string][]} rows */
function facts(rows) {
  return html`<dl class="facts card">
    ${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd class="code">${value}</dd></div>`)}
  </dl>`;
}
