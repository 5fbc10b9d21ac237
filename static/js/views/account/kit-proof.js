/** Four characters of the kit, typed back: the proof that it was kept and can be read. */

import { html, nothing } from "lit-html";
import { fault, field, formValues } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";

/**
 * @typedef {object} Proof
 * @property {number[]} ask       positions from 0, hyphens not counted
 * @property {Record<string, string>} wrong
 * @property {boolean} busy
 * @property {boolean} askCode    the server also wants a sign-up code
 * @property {(input: {characters: string, code?: string}) => unknown} finish
 * @property {unknown} head       the ways out of it
 * @property {() => void} again   back to the kit
 * @property {string} [go]        what the button says where nothing begins
 */

/** @param {Proof} options */
export function proof({ ask, wrong, busy, askCode, finish, head, again, go }) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    const { code, ...typed } = formValues(event);
    const characters = ask.map((_, index) => typed[`character-${index}`] ?? "").join("");
    return finish({ characters, ...(code ? { code } : {}) });
  };
  return html`<div class="hearth long">
    <main class="column" id="main">
      ${head}
      <h1>${t("kit.proveTitle")}</h1>
      <p>${t("kit.prove")}</p>
      <form autocomplete="off" class="stack" @submit=${submit} novalidate>
        <div class="characters fill">${ask.map((position, index) => character(position, index, wrong.characters))}</div>
        ${fault(wrong.characters)}
        ${askCode ? field({ name: "code", label: t("signUp.code"), wrong: wrong.code, plain: true }) : nothing}
        <button class="btn fill" aria-disabled=${busy ? "true" : nothing} data-testid="finish">
          ${busy ? t("signUp.making") : (go ?? t("kit.finish"))}
        </button>
        <button type="button" class="btn quiet fill" @click=${again}>${t("kit.again")}</button>
      </form>
    </main>
  </div>`;
}

/** @param {number} position @param {number} index @param {string|undefined} wrong */
function character(position, index, wrong) {
  const group = Math.floor(position / 4) + 1;
  const place = (position % 4) + 1;
  return html`<label class="field">
    <span class="label">${t("kit.characterOf", { group, place })}</span>
    <input
      class="code"
      name=${`character-${index}`}
      data-testid=${`character-${index}`}
      data-position=${position}
      maxlength="1"
      aria-invalid=${wrong ? "true" : nothing}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      @input=${onward}
    />
  </label>`;
}

/** From one box to the next as one types. @param {Event} event */
function onward(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const boxes = [...(input.form?.querySelectorAll("[data-position]") ?? [])];
  const next = boxes[boxes.indexOf(input) + 1];
  if (input.value && next instanceof HTMLElement) next.focus();
}
