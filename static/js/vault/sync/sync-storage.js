// What is lent to sync of this device's storage (static/js/sync/types.js, `Storage`).

import { logRange } from "../../store/database.js";
import { b64Encode } from "../../wire/encoding.js";
import { Tampered } from "../../wire/errors.js";
import { parseHeader } from "../../wire/headers.js";
import { mergeSmallPacks } from "../device/filing.js";
import { asideCount } from "../device/holdings.js";
import { headsOf } from "../device/local-ring.js";
import { noticeWrite } from "../device/notices.js";
import { wasChanged } from "../errors.js";
import { Commit } from "./commit.js";
import { rowsOf } from "./sync-vault.js";

/** @import { Change, Counts, Meta, Op, Place, Queue, Sent } from "../../sync/types.js" */
/** @import { Fact } from "../device/chunks.js" */
/** @import { StoredRecord } from "../device/facts.js" */
/** @import { Holdings, SentRow } from "../device/holdings.js" */
/** @import { Acknowledged, OnLinked } from "./commit.js" */
/** @import { OpenedRecord } from "./opening.js" */

export class SyncStorage {
  #holdings;
  #onChanged;
  #onLinked;
  /** Whether the last thing to be stored found no room. */
  isFull = false;

  /**
   * @param {Holdings} holdings
   * @param {(items: string[]) => void} onChanged
   * @param {OnLinked} [onLinked]
   */
  constructor(holdings, onChanged, onLinked = () => []) {
    this.#holdings = holdings;
    this.#onChanged = onChanged;
    this.#onLinked = onLinked;
  }

  /** @returns {Promise<Meta>} */
  async load() {
    if (await this.#holdings.refresh()) this.#onChanged([]);
    const { meta, sent, session, db } = this.#holdings;
    const logs = Object.keys(meta.heads);
    const counts = await db.count(
      "records",
      logs.map((log) => logRange(log)),
    );
    const { epoch, cursor, strict, heads } = meta;
    const stored = Object.fromEntries(logs.map((log, i) => [log, counts[i] ?? 0]));
    return {
      own: session.own,
      epoch,
      cursor,
      strict,
      whole: this.#holdings.isWhole,
      heads,
      stored,
      sent: sent.map(asSent),
      gaps: this.#holdings.gaps().length,
      ...this.#counts(),
    };
  }

  /** @returns {Promise<Counts>} */
  async counts() {
    await this.#holdings.refresh();
    return this.#counts();
  }

  /**
   * @param {Change} change
   * @returns {Promise<Counts>}
   */
  async commit(change) {
    const { ringVersion } = this.#holdings;
    const run = () =>
      this.#holdings.exclusive(() => Commit.run(this.#holdings, change, this.#onLinked));
    const commit = await run().catch(async (error) => {
      this.isFull = error.kind === "quota";
      if (!wasChanged(error)) throw error;
      await this.#holdings.refresh();
      return run();
    });
    this.isFull = false;
    await this.#compareHeads(
      commit.acknowledged,
      /** @type {OpenedRecord[]} */ (change.records ?? []),
    );
    await this.#holdings.exclusive(() => mergeSmallPacks(this.#holdings));
    // With the ring people change: who was waited for is linked.
    const isRing = ringVersion !== this.#holdings.ringVersion;
    if (commit.touched.size > 0 || change.notices?.length || commit.isTold || isRing)
      this.#onChanged([...commit.touched]);
    return this.#counts();
  }

  /**
   * @param {{log: string, seq: number}[]} places
   * @returns {Promise<{[place: string]: string}>}
   */
  async hashes(places) {
    const found = await this.#records(places);
    return Object.fromEntries(
      found
        .filter((record) => record !== undefined)
        .map(({ log, seq, hash }) => [`${log}:${seq}`, hash]),
    );
  }

  /**
   * @param {number} bytes
   * @returns {Promise<Queue>}
   */
  async queue(bytes) {
    await this.#holdings.refresh();
    await this.#compareFirst();
    const linked = new Set(this.#holdings.sent.flatMap(({ covers }) => covers));
    const free = this.#holdings.outbox.ops.filter((op) => !linked.has(op.n));
    const ops = front(free, bytes);
    return { ops, ...this.#views(ops), more: ops.length < free.length };
  }

  /**
   * @param {string} log
   * @param {number} from
   * @returns {Promise<Op[]>}
   */
  async orphans(log, from) {
    /** @type {StoredRecord[]} */
    const records = await this.#holdings.db.getAll("records", logRange(log, from));
    const ops = records.flatMap((record) => this.#said(record));
    const isAgain = (/** @type {Op} */ op, /** @type {number} */ i) =>
      (op.kind === "ring" || op.kind === "ack") &&
      ops.findIndex(({ kind }) => kind === op.kind) < i;
    return ops.filter((op, i) => !isAgain(op, i));
  }

  /**
   * @param {Place[]} places
   * @returns {Promise<Uint8Array[]>}
   */
  async frames(places) {
    const frames = new Map(
      this.#holdings.sent.map((frame) => [`${frame.log}:${frame.seq}`, frame]),
    );
    return places.map(({ log, seq }) => new Uint8Array(frames.get(`${log}:${seq}`)?.bytes ?? []));
  }

  /** @returns {Counts} */
  #counts() {
    const { ops } = this.#holdings.outbox;
    return { waiting: ops.length, aside: asideCount(ops) };
  }

  /** @param {readonly Op[]} ops @returns {Pick<Queue, "items"|"logs">} what the log has of all they name */
  #views(ops) {
    const { ledger, session } = this.#holdings;
    /** @type {Queue["items"]} */
    const items = {};
    /** @type {Queue["logs"]} */
    const logs = {};
    for (const op of ops) {
      if (op.log !== session.own)
        logs[op.log] = {
          closed: ledger.log(op.log).closed,
          ended: ledger.log(session.peerByLog(op.log)?.in ?? "").closed,
          acked: this.#isAcked(op.log),
        };
      for (const { item, revs } of named(op)) {
        const found = ledger.items.get(item);
        const view = items[item] ?? {
          rev: found?.fact?.rev ?? null,
          deleted: found?.deleted ?? false,
          known: [],
        };
        view.known.push(
          ...revs.filter((rev) => ledger.revs.get(rev)?.item === item && !view.known.includes(rev)),
        );
        items[item] = view;
      }
    }
    return { items, logs };
  }

  /** @param {string} log own pair log @returns {boolean} whether its last ack names all that the peer has said */
  #isAcked(log) {
    const { session, meta } = this.#holdings;
    const newest = meta.said[session.peerByLog(log)?.in ?? ""] ?? 0;
    return (meta.said[log] ?? 0) >= newest;
  }

  /** @param {StoredRecord} record of an own log @returns {Op[]} what it said, to be said again */
  #said(record) {
    const { log, type } = record;
    const header = parseHeader(new Uint8Array(record.header));
    const items = header.items.map(b64Encode);
    const again = { n: 0, log, again: true };
    if (b64Encode(header.author) !== this.#holdings.session.author || type === "device") return [];
    if (type === "put")
      return rowsOf(record).map((row) =>
        this.#putAgain(record, b64Encode(row.item), b64Encode(row.rev)),
      );
    if (type === "del") {
      return items.map((item, i) => ({
        ...again,
        kind: "del",
        item,
        last: b64Encode(header.revs[i] ?? row0),
      }));
    }
    if (type === "grant") {
      const revs = rowsOf(record).map((row) => ({
        item: b64Encode(row.item),
        rev: b64Encode(row.rev),
      }));
      return [{ ...again, kind: "grant", revs }];
    }
    if (type === "revoke") return [{ n: 0, log, kind: "revoke", items }];
    return [/** @type {Op} */ ({ n: 0, log, kind: type })];
  }

  /** @param {StoredRecord} record @param {string} item @param {string} rev @returns {Op} */
  #putAgain({ log, seq }, item, rev) {
    const facts = this.#holdings.ledger
      .facts()
      .filter((fact) => fact.item === item && fact.log === log && fact.type === "put");
    const at = facts.findIndex((fact) => fact.rev === rev && fact.seq === seq);
    const base = facts[at - 1]?.rev ?? null;
    return { n: 0, log, kind: "put", item, rev, base, size: facts[at]?.size ?? 0, again: true };
  }

  /** @param {{log: string, seq: number}[]} places @returns {Promise<(StoredRecord | undefined)[]>} */
  #records(places) {
    const wanted = places.filter(({ seq }) => seq > 0);
    return this.#holdings.db.getMany(
      wanted.map(({ log, seq }) => ({ store: "records", key: [log, seq] })),
    );
  }

  /**
   * On a device that has just signed in, before it writes anything: what the feed has shown holds the head that the server named then, and all that the
   * ring knows of. If not, everything is looked at again from the beginning when the person asks.
   * @throws {Tampered}
   */
  async #compareFirst() {
    const { db } = this.#holdings;
    const first = await db.get("meta", "promised");
    if (!first) return;
    const known = await this.hashes(first.places);
    /** @param {Place} place */
    const isHere = ({ log, seq, hash }) => known[`${log}:${seq}`] === hash;
    if (first.places.every(isHere))
      return db.apply([{ remove: "meta", key: "promised" }], "strict");
    await this.commit({ durability: "strict", cursor: 0 });
    throw new Tampered("less than another device of this account has seen");
  }

  /**
   * Heads that somebody names who has seen them. A different one in a ring of this account's other device means that the server shows two histories; one
   * that a contact acknowledges and nobody has signed is that contact's word against this person's.
   * @param {readonly Acknowledged[]} acknowledged
   * @param {readonly OpenedRecord[]} records
   */
  async #compareHeads(acknowledged, records) {
    const named = records.flatMap(({ ring }) => (ring ? headsOf(ring) : []));
    const known = await this.hashes([...acknowledged, ...named]);
    if (named.some(({ log, seq, hash }) => (known[`${log}:${seq}`] ?? hash) !== hash))
      throw new Tampered("another past than another device of this account was shown");
    const told = acknowledged
      .filter(({ log, seq, hash }) => (known[`${log}:${seq}`] ?? hash) !== hash)
      .map(({ person }) => noticeWrite({ type: "ack-differs", item: person }));
    if (named.some(({ log, seq }) => known[`${log}:${seq}`] === undefined))
      told.push(noticeWrite({ type: "history-changed", item: null }));
    if (told.length > 0) await this.#holdings.db.apply(told, "relaxed");
  }
}

const row0 = new Uint8Array(16);

/** @param {SentRow} frame @returns {Sent} */
function asSent({ log, seq, hash, prev, ops, bytes }) {
  const [n, count, size] = [Math.min(...ops), ops.length, bytes.byteLength];
  return { log, seq, hash, prev, count, n, size };
}

/** @param {readonly Op[]} ops @param {number} bytes @returns {Op[]} from the front until their sizes reach `bytes`, at least one */
function front(ops, bytes) {
  let size = 0;
  const end = ops.findIndex((op) => {
    // What was set aside stays in the queue, so that it can be covered, but is not sent.
    size += op.kind === "put" && !op.aside ? op.size : 0;
    return size >= bytes;
  });
  return ops.slice(0, end === -1 ? ops.length : end + 1);
}

/** @param {Op} op @returns {{item: string, revs: string[]}[]} items it names, with revisions it asks for */
function named(op) {
  if (op.kind === "put") return [{ item: op.item, revs: [op.rev] }];
  if (op.kind === "del") return [{ item: op.item, revs: [op.last] }];
  if (op.kind === "grant") return op.revs.map(({ item, rev }) => ({ item, revs: [rev] }));
  if (op.kind === "revoke") return op.items.map((item) => ({ item, revs: [] }));
  return [];
}
