/** What of a dosing session stays with the person: amount, readings, side effects. Each optional, none judged. */

import { html } from "lit-html";
import { field, icon } from "../../components/controls.js";
import { select } from "../../components/fields.js";
import { t } from "../../ui/i18n.js";
import { said } from "../shared/kept-form.js";

/** @import { DosingDetails } from "../../domain/dosings.js" */
/** @typedef {DosingDetails["vitals"][number]} Reading */
/** @typedef {DosingDetails["effects"][number]} Effect */

const VITALS = /** @type {const} */ (["pressure", "pulse", "oxygen", "temperature", "other"]);
/** Our own list, validated by nobody. */
const EFFECTS = /** @type {const} */ ([
  "nausea",
  "vomiting",
  "dizziness",
  "headache",
  "tiredness",
  "unsteady",
  "blurred",
  "racing",
  "anxiety",
  "apart",
  "confusion",
  "other",
]);
const STRENGTHS = /** @type {const} */ (["none", "0", "1", "2", "3"]);

/**
 * @param {object} given
 * @param {DosingDetails|null} given.details
 * @param {Reading[]} given.readings as they stand in the form
 * @param {(gone?: number) => void} given.change  a reading comes, or the one at this index goes
 */
export function detailFields({ details, readings, change }) {
  const effects = new Map(details?.effects.map((one) => [one.what, one]));
  const isFilled = details && (details.amount || details.vitals.length || details.effects.length);
  return html`<details class="own-details" ?open=${Boolean(isFilled)}>
    <summary data-testid="own-details">${t("details.own")}</summary>
    <div class="stack">
      <p class="soft small">${t("details.ownHint")}</p>
      ${field({ name: "amount", label: t("details.amount"), value: details?.amount ?? "", optional: true })}
      <fieldset class="stack">
        <legend>${t("details.readings")}</legend>
        ${readings.map((reading, index) => readingFields(reading, index, () => change(index)))}
        <button type="button" class="btn second" @click=${() => change()} data-testid="add-reading">${icon("plus")}${t("details.addReading")}</button>
      </fieldset>
      <fieldset class="stack">
        <legend>${t("details.effects")}</legend>
        <p class="soft small">${t("details.effectsHint")}</p>
        ${EFFECTS.map((what) => effectFields(what, effects.get(what)))}
      </fieldset>
    </div>
  </details>`;
}

/** @param {Reading} reading @param {number} index @param {() => void} remove */
function readingFields({ what, value, at }, index, remove) {
  const known = VITALS.find((one) => one === what) ?? "other";
  return html`<div class="noted">
    ${select({ name: `what-${index}`, label: t("details.reading"), values: VITALS, chosen: known, words: (one) => t(`details.vital.${one}`) })}
    ${field({ name: `value-${index}`, label: t("details.value"), value, optional: true, plain: true })}
    ${field({ name: `at-${index}`, label: t("details.at"), type: "time", value: at, optional: true })}
    <button type="button" class="btn bare" @click=${remove} aria-label=${t("details.removeReading")}>${icon("close")}</button>
  </div>`;
}

/** @param {typeof EFFECTS[number]} what @param {Effect|undefined} noted */
function effectFields(what, noted) {
  const effect = t(`details.effect.${what}`);
  const chosen = noted ? String(noted.intensity) : "none";
  return html`<div class="effect">
    <span>${effect}</span>
    <select autocomplete="off" name=${`effect-${what}`} aria-label=${t("details.strength", { effect })} data-testid=${`effect-${what}`}>
      ${STRENGTHS.map((one) => html`<option value=${one} ?selected=${one === chosen}>${t(`details.strength.${one}`)}</option>`)}
    </select>
    <input
      autocomplete="off"
      name=${`duration-${what}`}
      aria-label=${t("details.duration", { effect })}
      placeholder=${t("details.durationHint")}
      .value=${noted?.duration ?? ""}
    />
  </div>`;
}

/** @param {FormData} values @param {number} index @returns {Reading} */
export function readingOf(values, index) {
  return {
    what: said(values, `what-${index}`),
    value: said(values, `value-${index}`),
    at: said(values, `at-${index}`),
  };
}

/**
 * @param {FormData} values
 * @param {number} readings how many there are in the form
 * @param {Effect[]} before those that the form has no row for stay
 * @returns {DosingDetails}
 */
export function detailsFrom(values, readings, before) {
  const noted = EFFECTS.flatMap((what) => {
    const intensity = said(values, `effect-${what}`);
    const duration = said(values, `duration-${what}`);
    if (intensity === "none" || intensity === "") return [];
    return [{ what, intensity: Number(intensity), duration }];
  });
  const others = before.filter(({ what }) => !EFFECTS.some((one) => one === what));
  const vitals = Array.from({ length: readings }, (_, index) => readingOf(values, index));
  return {
    amount: said(values, "amount"),
    vitals: vitals.filter(({ value }) => value !== ""),
    effects: [...noted, ...others],
  };
}
