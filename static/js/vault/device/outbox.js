// What only this device has, in memory while unlocked: operations in the order in which they will be published, and the lines of their revisions.

/** @import { Op } from "../../sync/types.js" */
/** @import { Fact } from "./chunks.js" */

/**
 * What was saved at once, as it is stored: `length` numbers from `n` on belong to it; `pack` and `lines` hold the revisions of its puts.
 * @typedef {{n: number, length: number, ops: Op[], pack: ArrayBuffer|null, lines: ArrayBuffer|null}} Batch
 */

/**
 * What is shown of an item instead of what its log says; `fact` is null after a delete.
 * @typedef {{op: Op, fact: Fact|null, batch: number}} Pending
 */

export class Outbox {
  /** @type {Map<number, Batch>} */
  batches = new Map();
  /** @type {Map<string, {fact: Fact, batch: number}>} by revision */
  lines = new Map();
  /** @type {Map<string, Pending> | null} */
  #pending = null;
  /** @type {Op[] | null} */
  #ops = null;

  /**
   * @param {Batch} batch
   * @param {readonly Fact[]} facts of its revisions
   */
  set(batch, facts) {
    this.remove(batch.n);
    this.batches.set(batch.n, batch);
    for (const fact of facts) this.lines.set(fact.rev ?? "", { fact, batch: batch.n });
  }

  /** @param {number} n of a batch */
  remove(n) {
    for (const [rev, { batch }] of this.lines) if (batch === n) this.lines.delete(rev);
    this.batches.delete(n);
    this.#pending = null;
    this.#ops = null;
  }

  /** @returns {Op[]} in their order */
  get ops() {
    this.#ops ??= [...this.batches.values()].flatMap(({ ops }) => ops).sort((a, b) => a.n - b.n);
    return this.#ops;
  }

  /** @returns {number} the next number at the end */
  get next() {
    let next = 1;
    for (const { n, length } of this.batches.values()) next = Math.max(next, n + length);
    return next;
  }

  /** @returns {number} the lowest number in use */
  get first() {
    return Math.min(1, ...this.batches.keys());
  }

  /** @returns {Map<string, Pending>} by item */
  get pending() {
    if (this.#pending) return this.#pending;
    const pending = new Map();
    for (const op of this.ops) {
      if (op.kind === "del" && !op.aside) pending.set(op.item, { op, fact: null, batch: 0 });
      if (op.kind !== "put") continue;
      const line = this.lines.get(op.rev);
      if (line) pending.set(op.item, { op, ...line });
    }
    this.#pending = pending;
    return pending;
  }

  /** @param {number} n of an operation @returns {Batch | undefined} the one it lies in */
  batchOf(n) {
    for (const batch of this.batches.values()) {
      if (n >= batch.n && n < batch.n + batch.length) return batch;
    }
    return undefined;
  }
}
