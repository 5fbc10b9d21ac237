/** What the editor begins with: a blank page, a prompt, a draft to go on with, or an entry to change. */

import { findPrompt, shownPrompt } from "../shared/packs.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { Entry, EntrySummary, PromptShown } from "../../domain/entries.js" */
/** @import { Prompt } from "../../domain/programme/pack.js" */
/** @import { VaultClient } from "../shared/types.js" */

/**
 * @typedef {object} Beginning
 * @property {EntryDraft} draft
 * @property {Entry|null} entry    the one that is changed
 * @property {Prompt|null} prompt  with its hint and choices, where the pack still has it
 * @property {boolean} kept        the draft is on this device already
 */

/**
 * @param {VaultClient} vault
 * @param {URLSearchParams} query  `draft`, `entry`, `prompt` or `given` (an assignment) with an id, or none
 * @returns {Promise<Beginning>}
 */
export async function beginning(vault, query) {
  const drafts = await vault.drafts();
  const given = await givenPrompt(vault, query.get("given"));
  const wanted = {
    draft: query.get("draft"),
    entry: query.get("entry"),
    prompt: given?.id ?? query.get("prompt"),
  };
  const id = wanted.draft ?? wanted.entry;
  const begun = drafts.find((draft) =>
    id ? draft.id === id : wanted.prompt && !draft.rev && draft.prompt?.id === wanted.prompt,
  );
  const entry = await entryOf(vault, wanted.entry ?? (begun?.rev ? begun.id : undefined));
  const found = await findPrompt(vault, begun?.prompt?.id ?? entry?.prompt?.id ?? wanted.prompt);
  // A pack says it in the person's own language; a question in the therapist's own words stands in no pack.
  const shown = found ? shownPrompt(found) : given;
  const draft = begun ?? (entry ? draftOf(entry) : blank(shown));
  return { draft, entry, prompt: found?.prompt ?? null, kept: Boolean(begun) };
}

/**
 * Keeps the words as an entry. What is typed while that is under way is not in it: it stays a draft of that entry, to be kept in its turn.
 * @param {VaultClient} vault
 * @param {EntryDraft} draft  as it stands on the page, and goes on being changed by it
 * @returns {Promise<{saved: EntrySummary, isAll: boolean}>} isAll: nothing was typed, chosen or set beside the words meanwhile
 */
export async function keepEntry(vault, draft) {
  const kept = { ...draft };
  const saved = await vault.saveEntry({ ...kept });
  const isAll = /** @type {(keyof EntryDraft)[]} */ (Object.keys(draft)).every(
    (name) => draft[name] === kept[name],
  );
  if (!isAll) Object.assign(draft, { id: saved.id, rev: saved.rev });
  return { saved, isAll };
}

/** @param {VaultClient} vault @param {string|null} id of an assignment @returns {Promise<PromptShown|null>} */
async function givenPrompt(vault, id) {
  const found = id ? (await vault.assignments()).find((one) => one.id === id) : undefined;
  return found?.prompt ?? null;
}

/** @param {VaultClient} vault @param {string|null|undefined} id */
async function entryOf(vault, id) {
  return id ? vault.entry({ id }) : null;
}

/** @param {Entry} entry @returns {EntryDraft} */
function draftOf({ summary, title, text, prompt, phaseChosen, dosingChosen, answers, scored }) {
  const { id, rev, happened } = summary;
  const chosen = { phase: phaseChosen, dosing: dosingChosen, happened };
  return { id, rev, title, text, prompt, ...chosen, answers, scored };
}

/** @param {EntryDraft["prompt"]} prompt @returns {EntryDraft} */
function blank(prompt) {
  return { title: "", text: "", prompt, phase: null, dosing: null, happened: null };
}
