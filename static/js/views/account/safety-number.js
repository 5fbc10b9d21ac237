/** The safety number: twelve groups of five digits that both see, compared in the room by eye, or by the camera of one and the picture of the other. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { qrCode } from "../../components/qr-code.js";
import { t } from "../../ui/i18n.js";
import { endLink } from "../shared/end-link.js";
import { headBack } from "../shared/frame.js";
import { camera } from "./camera.js";

/** @import { OpenScreen } from "../shared/types.js" */

/** @param {string} text @returns {string} its digits */
const digitsOf = (text) => text.replace(/\D/g, "");

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const id = rest[0] ?? "";
  const [groups, people] = await Promise.all([
    app.vault.safetyNumber({ person: id }),
    app.vault.people(),
  ]);
  const person = people.find((one) => one.id === id);
  const name = person?.name ?? "";
  const digits = groups.join("");
  let different = false;
  const scanner = camera(app, compare, "number.cameraFailed");

  async function same() {
    await app.vault.markCompared({ person: id });
    app.say(t("number.marked"));
    app.back(`/person/${id}`);
  }

  function warn() {
    different = true;
    app.draw();
  }

  /** @param {string} text of the picture on the other's screen */
  async function compare(text) {
    const shown = digitsOf(text);
    if (shown === digits) return same();
    if (shown.length === digits.length && /^[\d ]+$/.test(text)) return warn();
    app.say(t("number.notOne"));
    app.draw();
  }

  async function end() {
    if (person && (await endLink(app, person))) app.back("/people");
  }

  const warning =
    () => html`<section class="notice stack after" role="alert" data-testid="number-warning">
    <p><b>${t("number.isDifferent")}</b></p>
    <p>${t("number.warn")}</p>
    ${person?.state === "closed" ? nothing : html`<button class="btn quiet edge-start" @click=${end} data-testid="end-link">${t("person.end")}</button>`}
  </section>`;

  return {
    close: scanner.stop,
    render: () => html`<main class="column" id="main">
      ${headBack(app, `/person/${id}`)}
      <h1>${t("number.title")}</h1>
      ${different ? warning() : nothing}
      <p class="lead">${t("number.lead", { name })}</p>
      <ol class="card number code" data-testid="safety-number">
        ${groups.map((group) => html`<li>${group}</li>`)}
      </ol>
      ${person?.verified === "in_person" && !different ? html`<p class="soft">${t("number.already")}</p>` : nothing}
      ${
        different
          ? nothing
          : html`<div class="line after">
            <button class="btn" @click=${same} data-testid="number-same">${t("number.same")}</button>
            <button class="btn quiet" @click=${warn} data-testid="number-different">${t("number.different")}</button>
          </div>`
      }
      <section class="group stack">
        <h2>${t("number.byCamera")}</h2>
        <p class="soft">${t("number.byCameraLead", { name })}</p>
        ${qrCode(groups.join(" "), t("number.qr"))}
        <button class="btn second" @click=${scanner.turn} data-testid="number-scan">
          ${icon("scan")}${scanner.isOn() ? t("camera.stop") : t("number.scan", { name })}
        </button>
        <video class="camera" hidden muted playsinline aria-label=${t("camera.view")}></video>
      </section>
    </main>`,
  };
};
