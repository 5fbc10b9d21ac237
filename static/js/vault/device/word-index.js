// The words of one's own entries, for searching: in memory while unlocked, read pack by pack when they are first asked for.

import { answersOf, answerWords, textOf } from "../../domain/payloads.js";
import { fold, hasAll, placeFound, wantedWords } from "../../domain/search.js";
import { readPayload } from "../../protocol/items.js";

/** @import { Piece } from "../../domain/search.js" */
/** @import { ShownEntry } from "./books.js" */
/** @import { Holdings } from "./holdings.js" */

/** Entries that are read in one go; between two of them the worker answers others. */
const SLICE = 256;

export class WordIndex {
  #holdings;
  /** @type {Map<string, {rev: string, words: string}>} by entry: all its words, folded */
  #entries = new Map();
  /** @type {Promise<void>} */
  #turn = Promise.resolve();

  /** @param {Holdings} holdings */
  constructor(holdings) {
    this.#holdings = holdings;
  }

  /** @param {readonly ShownEntry[]} shown all that are to be found from now on; only those that have changed are read */
  async read(shown) {
    const turn = this.#turn.then(() => this.#read(shown));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /**
   * @param {string} text
   * @param {readonly ShownEntry[]} shown
   * @param {number} [limit]
   * @returns {ShownEntry[]} the first of them that have all its words, in their order
   */
  having(text, shown, limit = shown.length) {
    const wanted = wantedWords(text);
    const found = [];
    for (const entry of shown) {
      if (found.length >= limit) break;
      const read = this.#entries.get(entry.id);
      if (read && read.rev === entry.fact.rev && hasAll(read.words, wanted)) found.push(entry);
    }
    return found;
  }

  /**
   * @param {string} text
   * @param {readonly ShownEntry[]} shown  few: each is opened
   * @returns {Promise<[id: string, pieces: Piece[]][]>} where the words stand in each
   */
  async places(text, shown) {
    const wanted = wantedWords(text);
    const rows = await this.#holdings.contents(shown.map(({ fact }) => fact));
    return [...rows.values()].map(({ item, json }) => [
      item,
      placeFound(wordsOf(readPayload(json)), wanted),
    ]);
  }

  /** @param {readonly ShownEntry[]} shown */
  async #read(shown) {
    const facts = shown
      .filter(({ id, fact }) => this.#entries.get(id)?.rev !== fact.rev)
      .map(({ fact }) => fact);
    for (let at = 0; at < facts.length; at += SLICE) {
      const rows = await this.#holdings.contents(facts.slice(at, at + SLICE));
      for (const { item, rev, json } of rows.values()) {
        this.#entries.set(item, { rev, words: fold(wordsOf(readPayload(json))) });
      }
    }
    if (this.#entries.size > shown.length) this.#forget(new Set(shown.map(({ id }) => id)));
  }

  /** @param {ReadonlySet<string>} kept */
  #forget(kept) {
    for (const id of this.#entries.keys()) if (!kept.has(id)) this.#entries.delete(id);
  }
}

/** @param {import("../../domain/payloads.js").Payload} payload @returns {string} */
function wordsOf({ title, text, answers }) {
  return [title, text, ...answersOf(answers).map(answerWords)].map(textOf).join("\n");
}
