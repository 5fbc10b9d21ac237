// Everything that this device holds of the unlocked account: the database, and what of it is kept in memory. Screens and sync read it here.

import { batchName, isContent, openLines, openPack, packName } from "./chunks.js";
import { Ledger } from "./ledger.js";
import { openLocalRing } from "./local-ring.js";
import { Outbox } from "./outbox.js";

/** @import { Summary } from "../../domain/summaries.js" */
/** @import { Database, Write } from "../../store/database.js" */
/** @import { Head, Op } from "../../sync/types.js" */
/** @import { ContentRow, Fact } from "./chunks.js" */
/** @import { StoredRecord } from "./facts.js" */
/** @import { LedgerItem } from "./ledger.js" */
/** @import { Batch } from "./outbox.js" */
/** @import { Session } from "./session.js" */

/**
 * Where syncing stands. `packs` says how many there must be, so that a half-wiped store is noticed.
 * @typedef {object} SyncMeta
 * @property {number} version   counts transactions, so that other tabs see that they are behind
 * @property {string|null} epoch
 * @property {number} cursor
 * @property {boolean} strict
 * @property {boolean} [whole]  absent in stores of before it was noted
 * @property {{[log: string]: Head}} heads
 * @property {number} nextPack
 * @property {number} packs
 * @property {number} generation of the last ring in the log
 * @property {{[log: string]: number}} said  own pair logs: what the last ack acknowledges; others': seq of the last record that is no ack
 * @property {{[log: string]: number}} keys  epoch of the last key in the log; absent in older stores
 */

/**
 * A frame that was signed and is perhaps sent, with what will lie here once the server has it.
 * @typedef {{log: string, seq: number, hash: string, prev: string, covers: number[], ops: number[], bytes: ArrayBuffer,
 *   stored: StoredRecord, facts: Fact[]}} SentRow
 */

/**
 * An item as the screens show it: its last queued revision, else what the log says.
 * @typedef {{id: string, log: string, foreign: boolean, fact: Fact, line: Summary|undefined, kept: "device"|"backed-up"}} Shown
 */

/** @type {Readonly<SyncMeta>} */
export const NEW_META = Object.freeze({
  version: 0,
  epoch: null,
  cursor: 0,
  strict: false,
  whole: false,
  heads: {},
  nextPack: 1,
  packs: 0,
  generation: 0,
  said: {},
  keys: {},
});

/** Packs kept open: entries that are read lie near each other. */
const OPEN_PACKS = 4;

export class Holdings {
  ledger = new Ledger();
  outbox = new Outbox();
  /** @type {SyncMeta} */
  meta = NEW_META;
  /** @type {SentRow[]} */
  sent = [];
  ringVersion = 0;
  /** @type {Map<string, Promise<ContentRow[]>>} */
  #open = new Map();
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /**
   * @param {Database} db
   * @param {Session} session
   */
  constructor(db, session) {
    this.db = db;
    this.session = session;
  }

  /**
   * One change or reading of what is in memory at a time, so that none sees half of another.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  exclusive(work) {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Reads everything lists need. What cannot be opened is put aside with its bytes, and fetched again where the server has it. */
  load() {
    return this.exclusive(() => this.#load());
  }

  /** @returns {LedgerItem[]} items whose words ought to be here and are not; where a link has ended nothing counts as missing */
  gaps() {
    const { ledger, session } = this;
    const isEnded = (/** @type {string} */ log) =>
      ledger.log(session.peerByLog(log)?.out ?? "").closed;
    return [...ledger.items.values()].filter(
      ({ deleted, fact, log }) => !deleted && fact && isMissing(fact) && !isEnded(log),
    );
  }

  /** @returns {Promise<boolean>} whether another tab had changed something */
  refresh() {
    return this.exclusive(async () => {
      const [meta, ring] = await this.db.getMany([
        { store: "meta", key: "sync" },
        { store: "meta", key: "ring" },
      ]);
      await this.#takeStoredRing(ring);
      if ((meta?.version ?? 0) === this.meta.version) return this.#takeAdded();
      await this.#load();
      return true;
    });
  }

  async #load() {
    const names = /** @type {const} */ (["meta", "sent", "summaries", "packs", "outbox"]);
    const [meta, sent, summaries, packs, outbox] = await this.db.snapshot([...names]);
    const stored = Object.fromEntries((meta?.keys ?? []).map((key, i) => [key, meta?.values[i]]));
    await this.#takeStoredRing(stored.ring);
    const now = /** @type {SyncMeta} */ (stored.sync ?? NEW_META);
    const ledger = await this.#readLedger(now, summaries?.values ?? [], packs?.keys.length ?? 0);
    const waiting = await this.#readOutbox(outbox?.values ?? []);
    this.ledger = ledger ?? new Ledger();
    this.outbox = waiting;
    this.sent = sent?.values ?? [];
    this.meta = ledger ? now : await this.#startOver(now);
    this.#open.clear();
  }

  /** @returns {Promise<boolean>} whether another tab had queued something */
  async #takeAdded() {
    const keys = /** @type {number[]} */ (await this.db.getAllKeys("outbox"));
    const added = keys.filter((n) => !this.outbox.batches.has(n));
    const batches = await this.db.getMany(added.map((key) => ({ store: "outbox", key })));
    for (const batch of batches) if (batch) await this.take(batch);
    return added.length > 0;
  }

  /** @param {Batch} batch stored in the outbox just now, here or in another tab */
  async take(batch) {
    const facts = batch.lines ? await openLines(this.session, batchName(batch.n), batch.lines) : [];
    this.#open.delete(batchName(batch.n));
    this.outbox.set(batch, facts);
  }

  /** Whether all that the server has was here once: only then what is not here does not exist. */
  get isWhole() {
    return this.meta.whole ?? this.meta.cursor > 0;
  }

  /** How many revisions with words are here, or what is left of them. */
  get pieces() {
    return this.ledger.facts().filter(isContent).length;
  }

  /**
   * @param {string} id
   * @returns {Shown | null} null when there is none, or it is deleted
   */
  shown(id) {
    const pending = this.outbox.pending.get(id);
    if (pending) return this.#pendingShown(id, pending.fact);
    const item = this.ledger.items.get(id);
    if (!item || item.deleted || !item.fact) return null;
    // Made once for every fact: there may be tens of thousands, and they are gone through after every change.
    item.shown ??= shownOf(item, item.fact);
    return item.shown;
  }

  /** @returns {Shown[]} every item that is not deleted */
  allShown() {
    const { items } = this.ledger;
    const all = [];
    for (const id of items.keys()) all.push(this.shown(id));
    for (const id of this.outbox.pending.keys()) if (!items.has(id)) all.push(this.shown(id));
    return all.filter((shown) => shown !== null);
  }

  /** @param {readonly string[]} ids @returns {string[]} these items and what they hang on: a comment shows on its entry, parts on theirs */
  withParents(ids) {
    const all = new Set(ids);
    for (const id of all) {
      const { line } = this.shown(id) ?? {};
      if (line && "parent" in line && line.parent) all.add(line.parent.item);
    }
    return [...all];
  }

  /** @param {string} id @returns {Shown[]} items whose parent it is */
  childrenOf(id) {
    const children = new Set(this.ledger.children.get(id));
    for (const [child, { fact }] of this.outbox.pending) {
      const { line } = fact ?? {};
      if (line && "parent" in line && line.parent?.item === id) children.add(child);
    }
    return [...children].map((child) => this.shown(child)).filter((shown) => shown !== null);
  }

  /**
   * @param {Pick<Fact, "item"|"rev">} fact of a revision
   * @returns {Promise<ContentRow | null>} null when the words are not here
   */
  async content(fact) {
    const found = await this.#find(fact);
    if (found || !this.#placeOf(fact)) return found;
    // Packs were merged meanwhile, here or in another tab: it lies elsewhere now.
    await this.refresh();
    this.#open.clear();
    return this.#find(fact);
  }

  /** @param {Pick<Fact, "item"|"rev">} fact @returns {Promise<ContentRow | null>} */
  async #find(fact) {
    const place = this.#placeOf(fact);
    const row = place && (await this.#rows(place.name))[place.row];
    return row && row.item === fact.item && row.rev === fact.rev ? row : null;
  }

  /** @param {Pick<Fact, "item"|"rev">} fact @returns {{name: string, row: number} | null} where its words lie */
  #placeOf({ item, rev }) {
    const waiting = this.outbox.lines.get(rev ?? "");
    if (waiting) return placed(batchName(waiting.batch), waiting.fact);
    const own = this.ledger.revs.get(rev ?? "");
    const last = own?.item === item ? own : this.ledger.items.get(item ?? "")?.fact;
    const fact =
      last?.rev === rev ? last : this.ledger.granted(item).find((one) => one.rev === rev);
    return fact?.pack !== undefined ? placed(packName(fact.pack), fact) : null;
  }

  /**
   * As `content`, for many, and for work that is exclusive itself.
   * @param {readonly Fact[]} facts
   * @returns {Promise<Map<string, ContentRow>>} words by revision, where they are here
   */
  async contents(facts) {
    const found = new Map();
    for (const fact of facts) {
      const row = await this.#find(fact);
      if (row) found.set(row.rev, row);
    }
    return found;
  }

  /**
   * @param {number} pack
   * @returns {Promise<ContentRow[]>}
   */
  pack(pack) {
    return this.#rows(packName(pack));
  }

  /** @param {import("../../protocol/ring.js").Ring} ring stored just now */
  takeRing(ring) {
    this.ringVersion++;
    this.session.setRing(ring);
  }

  /** @param {{version: number, sealed: ArrayBuffer} | undefined} stored perhaps written by another tab */
  async #takeStoredRing(stored) {
    if (!stored || stored.version === this.ringVersion) return;
    this.session.setRing(await openLocalRing(this.session.local, stored.sealed));
    this.ringVersion = stored.version;
  }

  /** Forgets open packs, after some were written anew. */
  forget() {
    this.#open.clear();
  }

  /** @param {string} id @param {Fact | null} fact @returns {Shown | null} */
  #pendingShown(id, fact) {
    if (!fact) return null;
    const { own } = this.session;
    return { id, log: own, foreign: false, fact, line: fact.line, kept: "device" };
  }

  /** @param {string} name @returns {Promise<ContentRow[]>} */
  #rows(name) {
    const open = this.#open.get(name) ?? this.#openRows(name);
    this.#open.delete(name);
    this.#open.set(name, open);
    for (const oldest of [...this.#open.keys()].slice(0, -OPEN_PACKS)) this.#open.delete(oldest);
    return open;
  }

  /** @param {string} name @returns {Promise<ContentRow[]>} */
  async #openRows(name) {
    const [kind, id] = name.split(" ");
    const store = kind === "pack" ? "packs" : "outbox";
    const stored = await this.db.get(store, Number(id));
    const sealed = kind === "pack" ? stored?.sealed : stored?.pack;
    return sealed ? openPack(this.session, name, sealed) : [];
  }

  /**
   * @param {SyncMeta} meta
   * @param {{id: number, sealed: ArrayBuffer}[]} stored
   * @param {number} packs how many there are
   * @returns {Promise<Ledger | null>} null where some are missing or do not open
   */
  async #readLedger(meta, stored, packs) {
    if (stored.length !== meta.packs || packs !== meta.packs) return null;
    const opened = await Promise.all(
      stored.map(({ id, sealed }) => this.#openChunk(packName(id), sealed)),
    );
    const ledger = new Ledger();
    for (const [i, { id }] of stored.entries()) {
      const facts = opened[i];
      if (!facts) return null;
      ledger.add(id, facts);
    }
    return ledger;
  }

  /** @param {Batch[]} stored @returns {Promise<Outbox>} */
  async #readOutbox(stored) {
    const outbox = new Outbox();
    for (const batch of stored) {
      const facts = batch.lines ? await this.#openChunk(batchName(batch.n), batch.lines) : [];
      if (facts) outbox.set(batch, facts);
      else await this.#putAside(batch);
    }
    return outbox;
  }

  /** @param {string} name @param {ArrayBuffer} sealed @returns {Promise<Fact[] | null>} null where it cannot be opened */
  async #openChunk(name, sealed) {
    return openLines(this.session, name, sealed).catch(() => null);
  }

  /**
   * Part of the store is gone or broken. The server has all of it but the outbox, which stays: without records here, sync pulls everything anew.
   */
  async #startOver(/** @type {SyncMeta} */ before) {
    /** @type {Write[]} */
    const cleared = [{ clear: "records" }, { clear: "packs" }, { clear: "summaries" }];
    const meta = { ...before, version: before.version + 1, packs: 0, whole: false };
    await this.db.apply([...cleared, { put: "meta", key: "sync", value: meta }], "strict");
    return meta;
  }

  /** @param {Batch} batch that cannot be opened: kept with its bytes, and never published */
  async #putAside(batch) {
    await this.db.apply(
      [
        {
          put: "quarantine",
          value: { log: `outbox ${batch.n}`, seq: 0, reason: "tampered", ...batch },
        },
        { remove: "outbox", key: batch.n },
        {
          put: "notices",
          value: { id: `not-sent outbox ${batch.n}`, type: "not-sent", item: null },
        },
      ],
      "strict",
    );
  }
}

/**
 * @param {readonly Op[]} ops
 * @returns {number} how many wait because they were refused
 */
export function asideCount(ops) {
  return ops.filter((op) => op.aside).length;
}

/** @param {LedgerItem} item @param {Fact} fact @returns {Shown} */
function shownOf({ id, log, foreign }, fact) {
  return { id, log, foreign, fact, line: fact.line, kept: "backed-up" };
}

/** @param {string} name @param {Fact} fact @returns {{name: string, row: number} | null} */
function placed(name, { row }) {
  return row === undefined ? null : { name, row };
}

/** @param {Fact} fact @returns {boolean} whether it names words that ought to be here and are not */
export function isMissing(fact) {
  return isContent(fact) && fact.row === undefined && fact.bad === undefined;
}
