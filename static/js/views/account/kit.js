/** The recovery kit: nine groups of four to write down, to print, to copy, to share, to keep as a picture or a text. Neutral file names; passphrase and handle are in no file. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { qrCode } from "../../components/qr-code.js";
import { dayOf, instant, longDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { saveFile } from "../../ui/save-file.js";
import { kitPicture } from "./kit-picture.js";

/** @import { TemplateResult } from "lit-html" */
/** @typedef {{kitCode: string, handle: string, passphrase?: string}} Kit  passphrase: only when it was generated */

/** @param {{draw: () => void}} app @returns {(kept: Kit, head: unknown, next: () => void) => TemplateResult} head: the ways out of it */
export function kitPage(app) {
  let said = "";

  /** @param {string} code */
  async function copy(code) {
    const copied = navigator.clipboard.writeText(code);
    said = await copied.then(
      () => t("kit.copied"),
      () => t("kit.copyFailed"),
    );
    app.draw();
  }

  return (kept, head, next) => page(kept, head, next, copy, said);
}

/** @param {Kit} kept @param {unknown} head @param {() => void} next @param {(code: string) => Promise<void>} copy @param {string} said of the copy */
function page(kept, head, next, copy, said) {
  const { kitCode, handle, passphrase } = kept;
  const made = t("kit.made", { when: longDay(dayOf(instant())) });
  return html`<div class="hearth long">
    <main class="column" id="main">
      ${head}
      <h1>${t("kit.title")}</h1>
      <p class="screen-only">${t("kit.what")}</p>
      <section class="card kit" aria-label=${t("kit.title")}>
        <dl>
          <dt>${t("kit.code")}</dt>
          <dd>
            <ol class="code groups" role="list" data-testid="kit-code">
              ${kitCode.split("-").map((group) => html`<li><span>${group}</span></li>`)}
            </ol>
          </dd>
          <dt>${t("kit.handle")}</dt>
          <dd class="code">${handle}</dd>
          ${
            passphrase
              ? html`<dt class="screen-only">${t("kit.passphrase")}</dt>
                <dd class="code screen-only" data-testid="kit-passphrase">${passphrase}</dd>`
              : nothing
          }
          <dt class="print-only">${t("kit.passphraseLine")}</dt>
          <dd class="print-only blank-line"></dd>
          <dt>${t("kit.server")}</dt>
          <dd class="code">${location.host}</dd>
        </dl>
        <p class="soft small">${t("kit.finder")}</p>
        <figure>
          ${qrCode(kitCode, t("kit.qr"))}
          <figcaption class="soft small print-only">${made}</figcaption>
        </figure>
      </section>
      <div class="line screen-only">
        <button class="btn second" @click=${() => print()}>${t("kit.print")}</button>
        <button class="btn second" @click=${() => savePicture(kept)} data-testid="kit-picture">${t("kit.picture")}</button>
        <button class="btn second" @click=${() => saveText(kept)} data-testid="kit-text">${t("kit.text")}</button>
        ${
          navigator.clipboard
            ? html`<button class="btn second" @click=${() => copy(kitCode)} data-testid="kit-copy">${icon("copy")}${t("kit.copy")}</button>`
            : nothing
        }
        ${
          "share" in navigator
            ? html`<button class="btn second" @click=${() => navigator.share({ text: textOf(kept) }).catch(() => {})} data-testid="kit-share">${icon("share")}${t("kit.share")}</button>`
            : nothing
        }
      </div>
      <p class="screen-only state-line" role="status" data-testid="kit-said">${said}</p>
      <p class="soft small screen-only">${t("kit.files")}</p>
      ${passphrase ? html`<p class="soft small screen-only">${t("kit.passphraseApart")}</p>` : nothing}
      <button class="btn screen-only" @click=${next} data-testid="kit-kept">${t("kit.kept")}</button>
    </main>
  </div>`;
}

/** What a file holds: whoever finds it in a cloud cannot come in with it alone. @param {Kit} kept @returns {[label: string, value: string][]} */
function lines({ kitCode }) {
  return [
    [t("kit.code"), kitCode],
    [t("kit.handle"), t("kit.handleApart")],
    [t("kit.server"), location.host],
  ];
}

/** @param {Kit} kept @returns {string} */
function textOf(kept) {
  const text = lines(kept).map(([label, value]) => `${label}\n${value}\n`);
  return [...text, `${t("kit.finder")}\n`].join("\n");
}

/** @param {Kit} kept */
function saveText(kept) {
  saveFile(new Blob([textOf(kept)], { type: "text/plain" }), `${t("kit.fileName")}.txt`);
}

/** @param {Kit} kept */
async function savePicture(kept) {
  saveFile(await kitPicture(lines(kept), kept.kitCode), `${t("kit.fileName")}.png`);
}
