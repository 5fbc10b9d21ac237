/** Sharing as a deliberate act: with whom, exactly what, and what it means; and its end. */

import { html, nothing } from "lit-html";
import { formValues, phaseLabel } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { openSheet } from "../../components/sheet.js";
import { whenWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { answersShown } from "../beside.js";
import { placeWords } from "../place.js";

/** @import { Dosing, Entry, Person } from "../../vault/types.js" */
/** @import { TemplateResult } from "lit-html" */
/** @import { Beside } from "../beside.js" */
/** @typedef {{person: string, dosing?: boolean}} Given */

/**
 * @param {Entry} entry
 * @param {Person[]} readers  linked therapists, at least one
 * @param {Dosing[]} dosings
 * @param {Beside} beside
 * @param {TemplateResult} [score]  of a measure or a rating
 * @returns {Promise<Given|undefined>} undefined: not shared
 */
export function shareSheet(entry, readers, dosings, beside, score) {
  let person = /** @type {Person} */ (readers[0]);
  return openSheet(
    (/** @type {(answer?: Given) => void} */ close, draw) => {
      const save = (/** @type {SubmitEvent} */ event) => {
        const { dosing } = formValues(event);
        close({ person: person.id, ...(person.dosing ? {} : { dosing: dosing === "on" }) });
      };
      const choose = (/** @type {Person} */ reader) => {
        person = reader;
        draw();
      };
      const { name } = person;
      return html`<form autocomplete="off" @submit=${save}>
      <h2>${t("share.title", { name })}</h2>
      ${readers.length > 1 ? whom(readers, person, choose) : nothing}
      <p>${t("share.exactly", { name })}</p>
      ${preview(entry, dosings, beside, score)}
      ${
        person.dosing
          ? html`<p class="soft small">${t("share.dosingOn", { name })}</p>`
          : dosings.length
            ? html`<label class="choice">
              <input type="checkbox" autocomplete="off" name="dosing" data-testid="share-dosing" />
              <span>${t("share.dosing")}<span class="hint">${t("share.dosingHint", { name })}</span></span>
            </label>`
            : nothing
      }
      <p class="soft small">${t("share.keep")}</p>
      <div class="foot">
        <button type="button" class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn" data-testid="share-now">${t("share.yes", { name })}</button>
      </div>
    </form>`;
    },
    t("share.title", { name: person.name }),
  );
}

/** @param {Person[]} readers @param {Person} chosen @param {(reader: Person) => void} choose */
function whom(readers, chosen, choose) {
  return html`<fieldset>
    <legend>${t("share.with")}</legend>
    ${readers.map(
      (reader) => html`<label class="choice">
        <input type="radio" autocomplete="off" name="person" ?checked=${reader === chosen} @change=${() => choose(reader)} />
        ${reader.name}
      </label>`,
    )}
  </fieldset>`;
}

/** @param {Entry} entry @param {Dosing[]} dosings @param {Beside} beside @param {TemplateResult} [score] */
function preview({ summary, title, text, prompt, answers }, dosings, beside, score) {
  return html`<div class="card excerpt" tabindex="0" role="group">
    ${phaseLabel(summary.phase, placeWords(summary, dosings))}
    ${title ? html`<h3 dir="auto">${title}</h3>` : nothing}
    <p class="soft small">${capital(whenWords(summary.happened))}</p>
    ${prompt ? html`<p class="soft">${prompt.text}</p>` : nothing}${prose(text)}
    ${score ?? answersShown(answers, beside)}
  </div>`;
}

/** @param {string} name @returns {Promise<boolean|undefined>} */
export function confirmStop(name) {
  return openSheet(
    (/** @type {(answer?: boolean) => void} */ close) => html`<div>
      <h2>${t("entry.stopTitle", { name })}</h2>
      <p>${t("entry.stopHonest", { name })}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn" @click=${() => close(true)} data-testid="confirm-stop">${t("entry.stop")}</button>
      </div>
    </div>`,
    t("entry.stopTitle", { name }),
  );
}
