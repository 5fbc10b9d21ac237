// What must be true when everything has healed: judged by what people were told, and by a new phone that knows nothing.

import { wireCodec } from "./wire-codec.js";

/** @import { Around, Save } from "./history.js" */
/** @import { Tab } from "./machine.js" */

/** Told to somebody who has done nothing to be told so. */
const ALARMS = [
  "history-changed",
  "app-old",
  "set-aside",
  "missing",
  "identity-changed",
  "capture-aside",
];

/** @param {Around} around @param {Tab} phone @returns {Promise<string[]>} what is wrong; empty when nothing is */
export async function judge(around, phone) {
  const truth = await textsOf(around, phone);
  const faults = around.crashes.map(
    (error) => `crash: ${/** @type {Error} */ (error).stack ?? error}`,
  );
  faults.push(...around.lies);
  /** @type {Set<string>} */
  const drafts = new Set();
  for (const machine of around.machines.filter((one) => one !== phone.machine)) {
    for (const tab of machine.tabs.filter(({ isAlive, isOpen }) => isAlive && isOpen)) {
      faults.push(...(await judgeTab(around, tab, truth)));
      const left = await finished(around, tab.vault.drafts());
      for (const { text } of left) drafts.add(`${machine.name} ${text}`);
    }
  }
  const words = new Set(truth.map(([, text]) => text));
  const isThere = (/** @type {Save} */ { token, machine }) =>
    words.has(token) || drafts.has(`${machine} ${token}`);
  const lost = around.saves.filter(
    (save) =>
      save.told < Infinity && !hasRival(around, save) && !isKept(around, save, isThere, new Set()),
  );
  faults.push(...lost.map((save) => `lost: ${JSON.stringify(save)}`));
  for (const [text, copies] of Map.groupBy(truth, ([, text]) => text)) {
    // Two tabs that finish one draft are two people, who may both have it.
    const kept = around.saves.filter(({ kind, token }) => kind === "entry" && token === text);
    if (copies.length > Math.max(1, kept.length)) faults.push(`doubled: ${text}`);
    if (!around.saves.some(({ token }) => token === text)) faults.push(`nobody wrote ${text}`);
  }
  return faults;
}

/**
 * Runs the world until a question is answered.
 * @template T
 * @param {Around} around
 * @param {Promise<T>} asked
 * @returns {Promise<T>}
 */
export async function finished({ gates }, asked) {
  let isOver = false;
  const over = asked.finally(() => {
    isOver = true;
  });
  over.catch(() => {});
  await gates.open();
  // Perhaps it waits for another tab, with an end to its patience.
  for (let waits = 0; !isOver && waits < 10; waits++) await gates.later(60_000);
  if (!isOver) throw new Error("nothing moves, and it is not answered");
  return over;
}

/** @param {Around} around @param {Tab} tab @returns {Promise<[item: string, text: string][]>} */
async function textsOf(around, { vault }) {
  const texts = [];
  for (const { id } of await finished(around, vault.entries())) {
    const { text } = await finished(around, vault.entry({ id }));
    texts.push(/** @type {[string, string]} */ ([id, text]));
  }
  return texts.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same words in every tab, nothing that waits, and nobody alarmed. @param {Around} around @param {Tab} tab @param {[string, string][]} truth */
async function judgeTab(around, tab, truth) {
  const faults = [];
  const { state, waiting, notices } = await finished(around, tab.vault.syncStatus());
  if (waiting > 0) faults.push(`stuck with ${waiting}`);
  if (state !== "idle" && tab === tab.machine.tab) faults.push(`ends ${state}`);
  const alarms = notices.filter(({ type }) => ALARMS.includes(type));
  if (alarms.length > 0) faults.push(`alarmed: ${JSON.stringify(alarms)}`);
  const mine = JSON.stringify(await textsOf(around, tab));
  if (mine !== JSON.stringify(truth))
    faults.push(`diverged: ${mine} against ${JSON.stringify(truth)}`);
  return faults.map((fault) => `${tab.name}: ${fault}`);
}

/**
 * There, or thrown away since, or somebody had it on the screen and went on from it.
 * @param {Around} around
 * @param {Save} save
 * @param {(save: Save) => boolean} isThere
 * @param {Set<Save>} seen
 * @returns {boolean}
 */
function isKept(around, save, isThere, seen) {
  if (seen.has(save)) return false;
  seen.add(save);
  if (isThere(save) || around.gone.some(({ token }) => token === save.token)) return true;
  const after = around.saves.filter(({ on }) => on === save.token);
  return after.some((next) => isKept(around, next, isThere, seen));
}

/** Of one draft that two tabs go on writing, the device keeps what was written last. @param {Around} around @param {Save} draft */
function hasRival({ saves }, draft) {
  const isRival = (/** @type {Save} */ one) =>
    one !== draft && one.item === draft.item && one.on !== draft.token && one.token !== draft.on;
  return draft.kind === "draft" && draft.item !== null && saves.some(isRival);
}

/** @param {Around} around @param {Save} save @returns {boolean} whether the server has ever had these words, or what became of them */
export function isStored(around, save) {
  const { everStored } = around.server;
  const isNamed = (/** @type {string} */ place) =>
    around.saves.some(({ item, rev }) => `${around.own} ${item} ${rev}` === place);
  const isPublished = (/** @type {Save} */ { item, rev }) => {
    if (!item) return false;
    // Its tab was killed before it was told: what stands there of the item under no name that anybody was told is it.
    if (!rev)
      return [...everStored].some(
        (place) => place.startsWith(`${around.own} ${item} `) && !isNamed(place),
      );
    const copy = `${wireCodec.conflictItem(item, rev)} ${wireCodec.conflictRev(item, rev)}`;
    const places = [`${item} ${rev}`, copy];
    return places.some((place) => everStored.has(`${around.own} ${place}`));
  };
  return isKept(around, save, isPublished, new Set());
}
