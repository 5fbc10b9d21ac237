/** Two things that can be changed about an entry: when it happened, and where it belongs. */

import { html } from "lit-html";
import { field, formValues } from "../../components/controls.js";
import { openSheet } from "../../components/sheet.js";
import { clockOf, dayOf, fromWall, shortDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { dosesByDate, placeWords } from "../shared/place.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Phase } from "../../domain/phases.js" */

/**
 * @param {Instant} moment
 * @returns {Promise<Instant|undefined>} in the same zone
 */
export function chooseWhen(moment) {
  return openSheet((/** @type {(answer?: Instant) => void} */ close) => {
    const save = (/** @type {SubmitEvent} */ event) => {
      const { day, time } = formValues(event);
      close(day && time ? fromWall(day, time, moment.zone) : undefined);
    };
    return html`<form autocomplete="off" @submit=${save} novalidate>
      <h2>${t("write.when")}</h2>
      <p class="soft small">${t("write.whenHint")}</p>
      ${field({ name: "day", label: t("write.day"), type: "date", value: dayOf(moment) })}
      ${field({ name: "time", label: t("write.time"), type: "time", value: clockOf(moment) })}
      ${foot(close)}
    </form>`;
  }, t("write.when"));
}

/**
 * @param {EntryDraft} draft
 * @param {Dosing[]} dosings
 * @param {{phase: Phase, dosing: string|null}} byDate
 * @returns {Promise<{phase: Phase|null, dosing: string|null}|undefined>} null: by its date
 */
export function choosePlace(draft, dosings, byDate) {
  const moment = draft.happened ?? { at: new Date().toISOString(), zone: "UTC" };
  const now = placeWords({ ...byDate, happened: moment }, dosings);
  return openSheet(
    (/** @type {(answer?: {phase: Phase|null, dosing: string|null}) => void} */ close) => {
      const save = (/** @type {SubmitEvent} */ event) => {
        const { phase, dosing } = formValues(event);
        close({ phase: /** @type {Phase} */ (phase) || null, dosing: dosing || null });
      };
      return html`<form autocomplete="off" @submit=${save}>
      <h2>${t("write.place")}</h2>
      <fieldset>
        <legend class="unseen">${t("write.phase")}</legend>
        ${phaseChoice("", t("write.byDate"), !draft.phase, t("write.byDateIs", { place: now }))}
        ${["preparation", "reflection", "integration"].map((phase) =>
          phaseChoice(phase, t(`phase.${phase}`), draft.phase === phase),
        )}
      </fieldset>
      <div class="field">
        <label for="field-dosing">${t("write.dose")}</label>
        <select autocomplete="off" id="field-dosing" name="dosing" data-testid="dosing">
          <option value="">${t("write.byDate")}</option>
          ${dosesByDate(dosings).map(
            ({ id, number, happened }) => html`<option value=${id} ?selected=${id === draft.dosing}>
              ${t("write.doseOption", { n: number, day: shortDay(dayOf(happened)) })}
            </option>`,
          )}
        </select>
      </div>
      ${foot(close)}
    </form>`;
    },
    t("write.place"),
  );
}

/** @param {string} value @param {string} label @param {boolean} chosen @param {string} [hint] */
function phaseChoice(value, label, chosen, hint) {
  return html`<label class="choice" data-phase=${value}>
    <input type="radio" autocomplete="off" name="phase" value=${value} ?checked=${chosen} />
    <span>${value ? html`<span class="phase">${label}</span>` : label}
      ${hint ? html`<span class="hint">${hint}</span>` : ""}</span>
  </label>`;
}

/** @param {(answer?: any) => void} close */
function foot(close) {
  return html`<div class="foot">
    <button type="button" class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
    <button class="btn" data-testid="keep">${t("write.keep")}</button>
  </div>`;
}
