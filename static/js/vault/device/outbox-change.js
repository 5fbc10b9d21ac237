// One change of the outbox: operations go, come, or become others; words that stay queued stay sealed with them.

import { batchName, chunkOf, contentName, sealChunk } from "./chunks.js";

/** @import { Write } from "../../store/database.js" */
/** @import { Op } from "../../sync/types.js" */
/** @import { ContentRow, Fact } from "./chunks.js" */
/** @import { Holdings } from "./holdings.js" */
/** @import { Batch } from "./outbox.js" */

/** A revision that is queued. @typedef {{fact: Fact, content: ContentRow}} Revision */
/** An operation before storage has given it its number. @typedef {Op extends infer O ? O extends Op ? Omit<O, "n"> : never : never} NewOp */

export class OutboxChange {
  #holdings;
  /** @type {Map<number, Batch | null>} by n; null: it goes */
  #changed = new Map();
  /** @type {Map<number, Revision[]>} revisions that come into a batch */
  #incoming = new Map();
  #next;
  #first;

  /** @param {Holdings} holdings */
  constructor(holdings) {
    this.#holdings = holdings;
    this.#next = holdings.outbox.next;
    this.#first = holdings.outbox.first;
  }

  /** @returns {Op[]} as they will be, in their order */
  ops() {
    const batches = new Map(this.#holdings.outbox.batches);
    for (const [n, batch] of this.#changed) {
      if (batch) batches.set(n, batch);
      else batches.delete(n);
    }
    return [...batches.values()].flatMap(({ ops }) => ops).sort((a, b) => a.n - b.n);
  }

  /**
   * @param {(op: Op) => Op | null} become null: the operation goes
   */
  update(become) {
    const batches = new Map([...this.#holdings.outbox.batches, ...this.#changed]);
    for (const batch of batches.values()) {
      if (!batch) continue;
      const ops = batch.ops.map(become).filter((op) => op !== null);
      const isSame = ops.length === batch.ops.length && ops.every((op, i) => op === batch.ops[i]);
      if (!isSame) this.#changed.set(batch.n, ops.length > 0 ? { ...batch, ops } : null);
    }
  }

  /**
   * @param {Op} op that takes the place of the one with its number
   * @param {Revision} revision its words
   */
  replace(op, revision) {
    this.update((one) => (one.n === op.n ? op : one));
    const batch = this.#holdings.outbox.batchOf(op.n);
    if (batch) this.#incoming.set(batch.n, [...(this.#incoming.get(batch.n) ?? []), revision]);
  }

  /** @param {readonly NewOp[]} ops @param {readonly Revision[]} [revisions] their words */
  append(ops, revisions = []) {
    if (ops.length === 0) return;
    this.#put(this.#next, ops, revisions);
    this.#next += ops.length;
  }

  /** @param {readonly NewOp[]} ops @param {readonly Revision[]} [revisions] their words */
  prepend(ops, revisions = []) {
    if (ops.length === 0) return;
    this.#first -= ops.length;
    this.#put(this.#first, ops, revisions);
  }

  /** @returns {Promise<Write[]>} */
  async writes() {
    for (const [n, revisions] of this.#incoming) await this.#seal(n, revisions);
    return [...this.#changed].map(([n, batch]) => {
      if (!batch) return { remove: "outbox", key: n };
      // A batch that comes anew must not take the number of one that another tab has just stored.
      return this.#holdings.outbox.batches.has(n)
        ? { put: "outbox", value: batch }
        : { add: "outbox", value: batch };
    });
  }

  /** After the transaction: memory follows. */
  async take() {
    for (const [n, batch] of this.#changed) {
      if (batch) await this.#holdings.take(batch);
      else this.#holdings.outbox.remove(n);
    }
  }

  /** @param {number} n @param {readonly NewOp[]} ops @param {readonly Revision[]} revisions */
  #put(n, ops, revisions) {
    const numbered = ops.map((op, i) => /** @type {Op} */ ({ ...op, n: n + i }));
    this.#changed.set(n, { n, length: ops.length, ops: numbered, pack: null, lines: null });
    if (revisions.length > 0) this.#incoming.set(n, [...revisions]);
  }

  /** @param {number} n @param {Revision[]} incoming */
  async #seal(n, incoming) {
    const batch = this.#changed.get(n);
    if (!batch) return;
    const revisions = [...(await this.#staying(batch)), ...incoming];
    const contents = new Map(
      revisions.map(({ content }) => [contentName(content.item, content.rev), content]),
    );
    const chunk = chunkOf(
      revisions.map(({ fact }) => fact),
      contents,
    );
    this.#changed.set(n, {
      ...batch,
      ...(await sealChunk(this.#holdings.session, batchName(n), chunk)),
    });
  }

  /** @param {Batch} batch @returns {Promise<Revision[]>} revisions of it that an operation still names */
  async #staying({ n, ops }) {
    const named = new Set(ops.map((op) => (op.kind === "put" ? op.rev : "")));
    const facts = [...this.#holdings.outbox.lines.values()]
      .filter(({ batch, fact }) => batch === n && named.has(fact.rev ?? ""))
      .map(({ fact }) => fact);
    const contents = await this.#holdings.contents(facts);
    return facts.flatMap((fact) => {
      const content = contents.get(fact.rev ?? "");
      return content ? [{ fact, content }] : [];
    });
  }
}
