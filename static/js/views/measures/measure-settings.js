/** Which measures are asked of this person, and what they passed over: documents of their own, beside the entries. */

import { instant } from "../../ui/dates.js";
import { changeSettings } from "../shared/settings.js";

/** @import { Document } from "../../domain/documents.js" */
/** @import { Skip } from "../../domain/measure-due.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { VaultClient } from "../shared/types.js" */

/**
 * @param {readonly Measure[]} measures
 * @param {Document|undefined} settings
 * @returns {string[]} ids: those asked of everyone, unless the person said otherwise
 */
export function chosenMeasures(measures, settings) {
  const own = settings?.body.measures ?? {};
  return measures.filter(({ id, ...one }) => own[id] ?? one.default).map(({ id }) => id);
}

/** @param {VaultClient} vault @param {string} id @param {boolean} asked */
export async function chooseMeasure(vault, id, asked) {
  await changeSettings(vault, ({ measures }) => ({ measures: { ...measures, [id]: asked } }));
}

/** @param {VaultClient} vault @param {string} id of an instrument: not asked again until its next time */
export async function skipMeasure(vault, id) {
  await vault.saveDocument({ kind: "skip", body: { measure: id, at: instant() } });
}

/** @param {readonly Document[]} skips @returns {Skip[]} those of measures */
export function skipsOf(skips) {
  return skips
    .filter(({ body }) => typeof body.measure === "string" && typeof body.at?.at === "string")
    .map(({ body }) => ({ instrument: body.measure, at: body.at }));
}
