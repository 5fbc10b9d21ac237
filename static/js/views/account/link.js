/** Linking two people: make an invitation, or open one that was given. Nothing is shared by it. */

import { html, nothing } from "lit-html";
import { field, formValues, icon } from "../../components/controls.js";
import { qrCode } from "../../components/qr-code.js";
import { hereZone, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";
import { isUnsaid, toSetup } from "../shared/say-boundary.js";
import { answerCards } from "../sharing/answers.js";
import { camera } from "./camera.js";
import { openedInvite } from "./opened-invite.js";

/** @import { App, OpenScreen, Screen } from "../shared/types.js" */
/** @import { Answer } from "../sharing/answers.js" */

/** @type {OpenScreen} */
export default async (app) => {
  if (app.invite) return openedInvite(app, app.invite);
  const role = app.status.role ?? "patient";
  if (await isUnsaid(app)) return toBeSaid(app);
  /** @type {{link: string, expires: number}|null} */
  let made = null;
  /** @type {Answer[]} */
  let answers = [];
  /** @type {string|undefined} */
  let wrong;
  const home = role === "patient" ? "/people" : "/";
  const scanner = camera(app, openLink, "link.cameraFailed");

  async function make() {
    try {
      made = await app.vault.createInvite();
    } catch (error) {
      app.say(explain(error));
    }
    app.draw();
  }

  /** Who has answered stands in the place of the invitation; after one's word on it they are found among the people. */
  async function changed() {
    const before = answers.length;
    answers = await app.vault.answers().catch(() => answers);
    if (before > 0 && answers.length === 0) return app.go(home, true);
    app.draw();
  }

  /** @param {string} link */
  function openLink(link) {
    scanner.stop();
    app.invite = link.trim();
    app.reopen();
  }

  /** @param {SubmitEvent} event */
  function paste(event) {
    const { link = "" } = formValues(event);
    if (/\/i#./.test(link)) return openLink(link);
    wrong = t("error.invite-invalid");
    app.draw();
  }

  /** @param {string} link */
  async function copy(link) {
    await navigator.clipboard.writeText(link);
    app.say(t("link.copied"));
  }

  /** @param {{link: string, expires: number}} invite */
  function invitation({ link, expires }) {
    const until = whenWords({ at: new Date(expires * 1000).toISOString(), zone: hereZone() });
    return html`<section class="card stack" data-testid="invitation">
      ${qrCode(link, t("link.qr"))}
      <p>${t("link.scan", { until, them: t(`link.them.${role}`) })}</p>
      <div class="field">
        <label for="invite-link">${t("link.field")}</label>
        <input id="invite-link" class="code" readonly autocomplete="off" .value=${link} data-testid="invite-link" />
      </div>
      <div class="line">
        <button class="btn second" @click=${() => copy(link)} data-testid="copy">${icon("copy")}${t("link.copy")}</button>
        ${
          "share" in navigator
            ? html`<button class="btn second" @click=${() => navigator.share({ url: link }).catch(() => {})}>${icon("share")}${t("link.send")}</button>`
            : nothing
        }
      </div>
      <p class="soft small">${t("link.next")}</p>
    </section>`;
  }

  return {
    close: scanner.stop,
    changed,
    isNear: () => made !== null,
    render: () => html`<main class="column" id="main">
      ${headBack(app, home)}
      <h1>${t(`link.title.${role}`)}</h1>
      <p class="soft lead">${t("link.lead")}</p>
      <div class="cards" aria-live="polite">${answerCards(app, answers)}</div>
      ${
        answers.length > 0
          ? nothing
          : made
            ? invitation(made)
            : html`<button class="btn" @click=${make} data-testid="make-invitation">${t("link.make")}</button>`
      }
      <section class="group stack">
        <h2>${t("link.have")}</h2>
        <form autocomplete="off" class="stack fill" @submit=${paste} novalidate>
          ${field({ name: "link", label: t("link.paste"), plain: true, wrong })}
          <div class="line">
            <button class="btn second" data-testid="open-link">${t("link.open")}</button>
            <button type="button" class="btn second" @click=${scanner.turn} data-testid="scan">
              ${icon("scan")}${scanner.isOn() ? t("camera.stop") : t("link.camera")}
            </button>
          </div>
        </form>
        <video class="camera" hidden muted playsinline aria-label=${t("camera.view")}></video>
      </section>
    </main>`,
  };
};

/** @param {App} app @returns {Screen} */
function toBeSaid(app) {
  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/")}
      <h1>${t("link.title.therapist")}</h1>
      ${toSetup()}
    </main>`,
  };
}
