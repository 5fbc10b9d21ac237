// The book that the people who type keep: what they typed, what stood on the screen when they did, and what they were told.
// It knows nothing of records and logs; it is what the whole is judged by.

/**
 * @typedef {object} Save
 * @property {string} token    unique, part of the text
 * @property {string} account
 * @property {string} device
 * @property {string} item
 * @property {string} rev
 * @property {string | null} on  token on the screen when this was written
 * @property {boolean} told    the screen said that it is on the device
 * @property {boolean} gone    the device was wiped before the server ever had it
 * @property {number[]} ops    in the outbox
 * @property {boolean} isTwin  the words of another device, typed again
 *
 * @typedef {object} Act  a delete, share or unshare
 * @property {"delete" | "share" | "unshare"} kind
 * @property {string} account
 * @property {string} device
 * @property {string} item
 * @property {string | null} on
 * @property {boolean} told
 * @property {boolean} gone
 * @property {number} order
 * @property {number[]} ops
 * @property {string[]} [seen]  of an unshare: all that stood there as shared
 *
 * @typedef {{account: string, device: string, key: string, value: string, told: boolean, gone: boolean, ops: number[]}} RingChange
 */

export class Book {
  /** @type {Save[]} */
  saves = [];
  /** @type {Act[]} */
  acts = [];
  /** @type {RingChange[]} */
  rings = [];
  /** @type {string[]} */
  lies = [];
  #order = 0;

  get nextOrder() {
    return this.#order++;
  }

  /** @param {string | null} token @returns {Save | undefined} who first wrote it */
  save(token) {
    return this.saves.find((save) => save.token === token);
  }

  /** @param {string | null} token @returns {Set<string>} what its writer had seen, the token included */
  seenBy(token) {
    const seen = new Set(token ? [token] : []);
    for (const at of seen) {
      for (const { token: written, on } of this.saves) if (written === at && on) seen.add(on);
    }
    return seen;
  }

  /**
   * What only the wiped device had is gone, and nobody can be blamed.
   * @param {string} device
   * @param {(n: number) => boolean} isQueued
   * @param {(save: {item: string, rev: string}) => boolean} isStored the server ever had it, or its conflict copy
   */
  forget(device, isQueued, isStored) {
    const saves = this.saves.filter((save) => save.device === device);
    const others = [...this.acts, ...this.rings].filter((entry) => entry.device === device);
    for (const save of saves) if (save.ops.some(isQueued)) save.gone = !isStored(save);
    for (const entry of others) if (entry.ops.some(isQueued)) entry.gone = true;
    // What the last one of them stood for had left the outbox before.
    for (const { on, gone } of saves.toReversed()) {
      for (const below of saves.filter(({ token }) => gone && token === on))
        below.gone ||= !isStored(below);
    }
    for (const entry of [...saves, ...others]) entry.ops = [];
  }
}

/** @param {string | null} text @returns {string | null} its token */
export function tokenOf(text) {
  return text?.match(/word-\d+-[\w-]+/)?.[0] ?? null;
}
