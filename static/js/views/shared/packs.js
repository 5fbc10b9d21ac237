/** The programme packs that may be asked from, in the person's language: those that come with the app, and those of the clinic. */

import { packMeasures } from "../../domain/pack-measures.js";
import { readPack } from "../../domain/programme/pack.js";
import { source } from "../../ui/i18n.js";
import { keepClinicLines } from "./clinic-lines.js";
import { builtInMeasures, content, overlay, selfCheck } from "./content.js";
import { nameMeasures } from "./score-names.js";

/** @import { PromptShown } from "../../domain/entries.js" */
/** @import { Pack, Prompt } from "../../domain/programme/pack.js" */
/** @import { Measure } from "./content.js" */
/** @import { VaultClient } from "./types.js" */

/** Files in content/packs, in the order in which they are asked and listed. */
export const BUILT_IN = [
  "core",
  "ending",
  "pain",
  "trauma",
  "anxiety",
  "nothing-happened",
  "frightening",
];

/** @param {VaultClient} vault @returns {Promise<Pack[]>} */
export async function packs(vault) {
  const files = await Promise.all(BUILT_IN.map((name) => content(`packs/${name}`)));
  const { packs: own } = await vault.packs();
  keepClinicLines(own);
  const others = own.filter(({ id }) => !BUILT_IN.includes(id));
  const all = [
    ...files,
    ...others.map(({ translations, ...pack }) => overlay(pack, translations?.[source()])),
  ];
  return all.map(readPack).filter((pack) => pack !== null);
}

/** @param {VaultClient} vault @returns {Promise<Measure[]>} every instrument, each followed by its short forms, and then those of the clinic's packs */
export async function measures(vault) {
  const [known, { packs: own }] = await Promise.all([builtInMeasures(), vault.packs()]);
  const others = own.filter(({ id }) => !BUILT_IN.includes(id)).flatMap(packMeasures);
  nameMeasures(others);
  return [...known, ...others];
}

/** @param {VaultClient} vault @param {string|null} instrument @returns {Promise<Measure|undefined>} undefined: a rating, or one that is not known here */
export async function measureOf(vault, instrument) {
  const [known, check] = await Promise.all([measures(vault), selfCheck()]);
  return [...known, check].find(({ id }) => id === instrument);
}

/** @param {VaultClient} vault @param {string|null|undefined} id @returns {Promise<{pack: Pack, prompt: Prompt}|null>} null where no pack has it any more */
export async function findPrompt(vault, id) {
  for (const pack of id ? await packs(vault) : []) {
    const prompt = pack.prompts.find((one) => one.id === id);
    if (prompt) return { pack, prompt };
  }
  return null;
}

/** @param {{pack: Pack, prompt: Prompt}} found @returns {PromptShown} as it was shown, for good */
export function shownPrompt({ pack, prompt: { id, text, phase } }) {
  return { pack: pack.id, id, version: pack.version, text, phase };
}
