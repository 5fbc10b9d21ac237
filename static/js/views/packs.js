/** The programme packs that may be asked from: those that come with the app, in the person's language. */

import { readPack } from "../model/programme/pack.js";
import { content } from "./content.js";

/** @import { Pack, Prompt } from "../model/programme/pack.js" */
/** @import { PromptShown } from "../vault/types.js" */

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

/** @returns {Promise<Pack[]>} */
export async function packs() {
  const files = await Promise.all(BUILT_IN.map((name) => content(`packs/${name}`)));
  return files.map(readPack).filter((pack) => pack !== null);
}

/** @param {string|null|undefined} id @returns {Promise<{pack: Pack, prompt: Prompt}|null>} null where no pack has it any more */
export async function findPrompt(id) {
  for (const pack of id ? await packs() : []) {
    const prompt = pack.prompts.find((one) => one.id === id);
    if (prompt) return { pack, prompt };
  }
  return null;
}

/** @param {{pack: Pack, prompt: Prompt}} found @returns {PromptShown} as it was shown, for good */
export function shownPrompt({ pack, prompt: { id, text, phase } }) {
  return { pack: pack.id, id, version: pack.version, text, phase };
}
