// What the logs stored on this device say, in memory while unlocked: facts replayed in their order. The outbox plays no part in it.

/** @import { Fact } from "./chunks.js" */

/**
 * An item as its author's log has it.
 * @typedef {object} LedgerItem
 * @property {string} id
 * @property {string} log      own private log, or the pair log through which it was granted
 * @property {boolean} foreign
 * @property {Fact|null} fact  of the current revision; the last one there was, where it is deleted
 * @property {boolean} deleted deleted, withdrawn, or the pair log is closed
 * @property {import("./holdings.js").Shown} [shown]  as the screens have it, once it was asked for
 */

export class Ledger {
  /** @type {Map<number, Fact[]>} by pack */
  #chunks = new Map();
  /** @type {Map<string, LedgerItem>} */
  items = new Map();
  /** @type {Map<string, Fact>} own revisions in the log */
  revs = new Map();
  /** @type {Map<string, Map<string, Fact>>} item → pair log → the newest grant in force */
  shares = new Map();
  /** @type {Map<string, {opened: boolean, closed: boolean}>} pair logs */
  logs = new Map();
  /** @type {Map<string, Set<string>>} item → items whose parent it is or was */
  children = new Map();
  /** @type {Map<string, Fact[]>} item of somebody else → what they had shown of it before */
  #earlier = new Map();

  /**
   * @param {number} pack with a higher number than all before it
   * @param {Fact[]} facts
   */
  add(pack, facts) {
    this.#chunks.set(pack, facts);
    for (const fact of facts) this.#apply(fact, pack);
  }

  /**
   * Changes what was said before: all is replayed.
   * @param {ReadonlyMap<number, Fact[] | null>} changes by pack; null: it is gone
   */
  replace(changes) {
    for (const [pack, facts] of changes) {
      if (facts) this.#chunks.set(pack, facts);
      else this.#chunks.delete(pack);
    }
    const chunks = this.chunks();
    for (const map of [
      this.#chunks,
      this.items,
      this.revs,
      this.shares,
      this.logs,
      this.children,
      this.#earlier,
    ])
      map.clear();
    for (const [pack, facts] of chunks) this.add(pack, facts);
  }

  /** @returns {[pack: number, facts: Fact[]][]} in their order */
  chunks() {
    return [...this.#chunks].sort(([a], [b]) => a - b);
  }

  /** @returns {Fact[]} in their order */
  facts() {
    return this.chunks().flatMap(([, facts]) => facts);
  }

  /** @param {string} [item] @returns {Fact[]} revisions of it that somebody else has shown, in their order */
  granted(item = "") {
    const { fact, foreign } = this.items.get(item) ?? {};
    return fact && foreign ? [...(this.#earlier.get(item) ?? []), fact] : [];
  }

  /** @param {string} log @returns {{opened: boolean, closed: boolean}} */
  log(log) {
    return this.logs.get(log) ?? { opened: false, closed: false };
  }

  /** @param {Fact} fact @param {number} pack */
  #apply(fact, pack) {
    fact.pack = pack;
    if (fact.type === "open") this.logs.set(fact.log, { opened: true, closed: false });
    else if (fact.type === "close") this.#close(fact);
    else if (fact.foreign) this.#applyForeign(fact);
    else this.#applyOwn(fact);
  }

  /** @param {Fact} fact */
  #close({ log, foreign }) {
    this.logs.set(log, { opened: true, closed: true });
    for (const shared of this.shares.values()) shared.delete(log);
    if (!foreign) return;
    for (const item of this.items.values()) if (item.log === log) item.deleted = true;
  }

  /** @param {Fact} fact */
  #applyOwn(fact) {
    const { type, log, item = "", rev = "" } = fact;
    if (type === "put") {
      this.revs.set(rev, fact);
      this.#stand(fact, item);
    } else if (type === "del") this.#fall(item, log);
    else if (type === "grant") this.#sharesOf(item).set(log, fact);
    else this.#sharesOf(item).delete(log);
  }

  /** @param {Fact} fact */
  #applyForeign(fact) {
    const { type, log, item = "" } = fact;
    // An id that somebody else's item has already cannot be taken over.
    if ((this.items.get(item)?.log ?? log) !== log) return;
    if (type === "grant") this.#stand(this.#delivered(fact), item);
    else this.#fall(item, log);
  }

  /** @param {Fact} fact of a grant @returns {Fact} a revision is delivered once: granted again it comes without its words, and is the one that is here */
  #delivered(fact) {
    const { item = "", rev, row } = fact;
    if (row !== undefined || this.items.get(item)?.deleted) return fact;
    return this.granted(item).find((one) => one.rev === rev && one.row !== undefined) ?? fact;
  }

  /** @param {Fact} fact @param {string} id */
  #stand(fact, id) {
    const { log, foreign = false, line } = fact;
    const before = this.items.get(id)?.fact;
    if (before === fact) return;
    if (foreign && before) this.#earlier.set(id, [...(this.#earlier.get(id) ?? []), before]);
    this.items.set(id, { id, log, foreign, fact, deleted: false });
    if (!line || !("parent" in line) || !line.parent) return;
    const siblings = this.children.get(line.parent.item) ?? new Set();
    this.children.set(line.parent.item, siblings.add(id));
  }

  /** @param {string} id @param {string} log */
  #fall(id, log) {
    const item = this.items.get(id);
    if (item?.log === log) item.deleted = true;
  }

  /** @param {string} item @returns {Map<string, Fact>} */
  #sharesOf(item) {
    const shared = this.shares.get(item) ?? new Map();
    this.shares.set(item, shared);
    return shared;
  }
}
