/** The kit code where one comes in with it: typed, or scanned from the kit. */

import { html, nothing } from "lit-html";
import { field, icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { camera } from "./camera.js";

/** @import { App } from "../shared/types.js" */

/** As the kit's picture holds it. */
const CODE = /^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/;

/** @param {App} app */
export function kitCodeField(app) {
  let isOther = false;
  const scanner = camera(app, take, "kit.cameraFailed");

  /** @param {string} text that the camera has read */
  function take(text) {
    isOther = !CODE.test(text);
    const input = /** @type {HTMLInputElement|null} */ (document.getElementById("field-kitCode"));
    if (input && !isOther) {
      input.value = text;
      input.focus();
    }
    app.draw();
  }

  /** @param {{value?: string, wrong: string|undefined}} state */
  function render({ value = "", wrong }) {
    return html`${field({
      name: "kitCode",
      label: t("signIn.kitCode"),
      hint: t("signIn.kitCodeHint"),
      plain: true,
      value,
      wrong,
    })}
      ${isOther ? html`<p class="wrong" role="alert">${t("kit.scanOther")}</p>` : nothing}
      <button type="button" class="btn quiet edge-start" @click=${scanner.turn} data-testid="scan-kit">
        ${icon("scan")}${scanner.isOn() ? t("camera.stop") : t("kit.scan")}
      </button>
      <video class="camera" hidden muted playsinline aria-label=${t("camera.view")}></video>`;
  }

  return { render, close: scanner.stop };
}
