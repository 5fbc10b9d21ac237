/** The programme packs that may be asked from, in the person's language: those that come with the app, and those of the clinic. */

import { readPack } from "../model/programme/pack.js";
import { source } from "../ui/i18n.js";
import { content, overlay } from "./content.js";

/** @import { Pack, Prompt } from "../model/programme/pack.js" */
/** @import { PromptShown } from "../vault/types.js" */
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
  const others = own.filter(({ id }) => !BUILT_IN.includes(id));
  const all = [
    ...files,
    ...others.map(({ translations, ...pack }) => overlay(pack, translations?.[source()])),
  ];
  return all.map(readPack).filter((pack) => pack !== null);
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
