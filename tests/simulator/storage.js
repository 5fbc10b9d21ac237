// The device's storage as the engine is lent it, in memory: every method is one transaction; strict ones survive a power cut, relaxed ones may not.

import { placeName } from "../../static/js/sync/engine-feed.js";
import { foldItems, grantedItems, sharedItems, shownItems, viewItems } from "./shown.js";

/** @import { Change, Counts, Fork, Head, Meta, Place, Queue, Sent, SentFrame } from "../../static/js/sync/types.js" */
/** @import { NewOp, Op, OpenedRow, Ring, SentView, View } from "./types.js" */

export class SimStorage {
  /** Set by faults. */
  isFull = false;
  isBroken = false;
  /** Told of every operation that leaves the outbox. @type {(op: Op, why: "acked" | "done" | "forked") => void} */
  onDrop = () => {};
  /** @type {Map<string, View>} by place */
  records = new Map();
  /** @type {Map<string, string>} */
  bodies = new Map();
  /** @type {Map<number, Op>} */
  outbox = new Map();
  /** @type {SentView[]} */
  sent = [];
  /** @type {NonNullable<Change["notices"]>} */
  notices = [];
  /** @type {View[]} */
  quarantine = [];
  /** @type {{[log: string]: Head}} */
  heads = {};
  /** @type {{epoch: string | null, cursor: number, strict: boolean, whole: boolean, ring: Ring}} */
  meta = { epoch: null, cursor: 0, strict: false, whole: false, ring: {} };
  #n = 0;
  /** @type {(() => void)[]} how to take back what a power cut would lose */
  #undo = [];
  #backs;

  /**
   * @param {string} own private log
   * @param {Map<string, string>} backs own pair log → the one that comes back
   */
  constructor(own, backs) {
    this.own = own;
    this.#backs = backs;
  }

  // What the engine is lent

  /** @returns {Meta} */
  load() {
    this.#open();
    /** @type {{[log: string]: number}} */
    const stored = {};
    for (const { log } of this.records.values()) stored[log] = (stored[log] ?? 0) + 1;
    const { epoch, cursor, strict, whole } = this.meta;
    const { own, heads } = this;
    const sent = this.sent.map(sentOf);
    return { own, epoch, cursor, strict, whole, heads, stored, sent, gaps: 0, ...this.counts() };
  }

  /** @returns {Counts} */
  counts() {
    const ops = [...this.outbox.values()];
    return { waiting: ops.length, aside: ops.filter((op) => op.aside).length };
  }

  /** @param {{log: string, seq: number}[]} places */
  hashes(places) {
    this.#open();
    const names = places.map(({ log, seq }) => placeName(log, seq));
    const known = names.flatMap((name) => this.records.get(name) ?? []);
    return Object.fromEntries(known.map(({ log, seq, hash }) => [placeName(log, seq), hash]));
  }

  /** @param {Place[]} places */
  frames(places) {
    this.#open();
    return places.map((place) => {
      const frame = this.sent.find((one) => isAt(one, place));
      if (!frame) throw new Error("a frame that is not there is to be sent");
      return frame.bytes;
    });
  }

  /** @param {number} bytes @returns {Queue} */
  queue(bytes) {
    this.#open();
    const linked = this.#linked();
    /** @type {Op[]} */
    const ops = [];
    let size = 0;
    let more = false;
    for (const op of this.ops().filter(({ n }) => !linked.has(n))) {
      more = size >= bytes;
      if (more) break;
      ops.push(op);
      if (op.kind === "put" && !op.aside) size += op.size;
    }
    return { ops, items: viewItems(this.log(this.own), ops), logs: this.#logs(ops), more };
  }

  /** @param {string} log @param {number} from @returns {Op[]} */
  orphans(log, from) {
    this.#open();
    const lost = this.log(log).filter(({ seq, own }) => own && seq >= from);
    const ops = lost.flatMap((view) => this.#orphanOps(view));
    const isFirst = (/** @type {NewOp} */ { kind }, /** @type {number} */ i) =>
      ops.findIndex((op) => op.kind === kind) === i;
    const once = ops.filter((op, i) => !["ring", "ack"].includes(op.kind) || isFirst(op, i));
    return once.map((op) => /** @type {Op} */ ({ ...op, n: 0 }));
  }

  /** @param {Change} change @returns {Counts} */
  commit(change) {
    this.#open();
    if (this.isFull && (change.records || change.sent || change.forks)) throw { kind: "quota" };
    this.#transact(change.durability, () => this.#apply(change));
    return this.counts();
  }

  // What the vault does

  /** @param {() => void} write @param {"strict" | "relaxed"} [durability] */
  transact(write, durability = "strict") {
    this.#open();
    if (this.isFull) throw { kind: "quota" };
    this.#transact(durability, write);
  }

  /** @param {NewOp} op */
  enqueue(op) {
    const n = this.#n + 1;
    this.#n = Math.max(this.#n, n);
    this.#set(this.outbox, n, /** @type {Op} */ ({ ...op, n }));
  }

  /** @param {string} item @param {string} rev @param {string} body */
  setBody(item, rev, body) {
    this.#set(this.bodies, `${item} ${rev}`, body);
  }

  /** @param {Ring} ring */
  setRing(ring) {
    this.#assign("meta", { ...this.meta, ring });
  }

  /** @param {string} item @param {string} rev @returns {string | null} */
  body(item, rev) {
    return this.bodies.get(`${item} ${rev}`) ?? null;
  }

  /** @returns {Op[]} in order */
  ops() {
    return [...this.outbox.values()].sort((a, b) => a.n - b.n);
  }

  /** @param {string} log @returns {View[]} in order */
  log(log) {
    const views = [...this.records.values()].filter((view) => view.log === log);
    return views.sort((a, b) => a.seq - b.seq);
  }

  /** @returns {Map<string, string>} own items, item → rev */
  shown() {
    return shownItems(this.log(this.own), this.ops());
  }

  /** @param {string} log foreign @returns {Map<string, OpenedRow>} */
  shared(log) {
    return sharedItems(this.log(log));
  }

  /** @param {string} log own pair log @returns {Set<string>} */
  granted(log) {
    return grantedItems(
      this.log(log),
      this.ops().filter((op) => op.log === log),
    );
  }

  /** @returns {number} of the newest ring in the log */
  generation() {
    return this.log(this.own).findLast(({ type }) => type === "ring")?.record.generation ?? 0;
  }

  /** @param {string} log */
  isClosed(log) {
    return this.log(log).some(({ type }) => type === "close");
  }

  // What happens to devices

  powerCut() {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  /** Some or all records are gone; heads, cursor and outbox are not. @param {() => boolean} isLost */
  wipeRecords(isLost) {
    for (const [place, view] of [...this.records]) {
      if (!isLost()) continue;
      this.records.delete(place);
      const queued = new Set(this.ops().map((op) => (op.kind === "put" ? op.rev : null)));
      for (const { item, rev } of view.type === "put" ? (view.record.rows ?? []) : []) {
        if (!queued.has(rev)) this.bodies.delete(`${item} ${rev}`);
      }
    }
    this.#undo = [];
  }

  // Within

  #open() {
    if (this.isBroken) throw { kind: "storage" };
  }

  /** @param {"strict" | "relaxed"} durability @param {() => void} write */
  #transact(durability, write) {
    write();
    if (durability === "strict") this.#undo = [];
  }

  /** @param {Change} change */
  #apply(change) {
    for (const { log, from } of change.rewind ?? []) this.#rewind(log, from);
    const ours = new Set(change.acked?.map(({ hash }) => hash));
    for (const view of /** @type {View[]} */ (change.records ?? [])) {
      this.#store(view);
      if (view.own && view.type === "revoke" && !ours.has(view.hash)) this.#takeBack(view);
    }
    for (const view of /** @type {View[]} */ (change.fills ?? [])) this.#store(view);
    const { epoch = this.meta.epoch, cursor = this.meta.cursor } = change;
    const { strict = this.meta.strict, whole = this.meta.whole } = change;
    this.#assign("meta", { ...this.meta, epoch, cursor, strict, whole });
    this.#assign("heads", { ...this.heads, ...change.heads });
    for (const { log, own, type } of change.records ?? []) {
      if (!own && type === "open") this.#answerOpen(log);
    }
    for (const place of change.acked ?? []) this.#ack(place);
    for (const log of change.unlink ?? []) this.#unlink(log);
    const sent = /** @type {SentView[]} */ (change.sent ?? []);
    this.#assign("sent", [...this.sent, ...sent]);
    for (const n of change.done ?? []) this.#drop(n, "done");
    for (const { n, reason } of change.aside ?? []) this.#setAside(n, reason);
    if (change.retry) for (const { n } of this.ops()) this.#setAside(n, undefined);
    for (const fork of change.forks ?? []) this.#fork(fork);
    this.#front(change.front ?? []);
    for (const ack of change.acks ?? []) this.#queueAck(ack);
    for (const notice of change.notices ?? []) this.#notice(notice);
    const quarantine = /** @type {View[]} */ (change.quarantine ?? []);
    this.#assign("quarantine", [...this.quarantine, ...quarantine]);
  }

  /** @param {string} log @param {number} from */
  #rewind(log, from) {
    for (const { seq } of this.log(log)) {
      if (seq >= from) this.#delete(this.records, placeName(log, seq));
    }
    this.#unlink(log);
  }

  /** @param {string} log */
  #unlink(log) {
    this.#assign(
      "sent",
      this.sent.filter((frame) => frame.log !== log),
    );
  }

  /** @param {View} view */
  #store(view) {
    const place = placeName(view.log, view.seq);
    if (view.ring && !this.records.has(place)) this.#mergeRing(view.ring, view.seq);
    this.#set(this.records, place, view);
    if (!view.own || view.type !== "put") return;
    for (const { item, rev, body } of view.record.rows ?? [])
      if (body) this.setBody(item, rev, body);
  }

  /** Another device's word since a log was lost goes before what only comes back of it. @param {View} revoke */
  #takeBack({ log, record: { items = [] } }) {
    for (const op of this.ops()) {
      if (op.kind !== "grant" || !op.again || op.log !== log) continue;
      const revs = op.revs.filter(({ item }) => !items.includes(item));
      if (revs.length > 0) this.#set(this.outbox, op.n, { ...op, revs });
      else this.#drop(op.n, "done");
    }
  }

  /**
   * Three ways: what this device changed since the ring it saw last stays, everything else is as the record says.
   * @param {Ring} theirs
   * @param {number} seq
   */
  #mergeRing(theirs, seq) {
    const last = this.log(this.own).findLast(({ type }) => type === "ring");
    if (last && last.seq > seq) return;
    const base = last?.ring ?? {};
    const ours = this.ops().some((op) => op.kind === "ring") ? this.meta.ring : {};
    const changed = Object.entries(ours).filter(([key, value]) => base[key] !== value);
    this.setRing({ ...base, ...theirs, ...Object.fromEntries(changed) });
  }

  /** @param {Place} place */
  #ack(place) {
    const frame = this.sent.find((one) => isAt(one, place));
    if (!frame) return;
    if (!this.records.has(placeName(place.log, place.seq))) this.#store(frame.view);
    for (const n of frame.covers) this.#drop(n, "acked");
    this.#assign(
      "sent",
      this.sent.filter((one) => one !== frame),
    );
  }

  /** @param {Fork} fork */
  #fork({ op, covers, copy, body }) {
    for (const n of covers) this.#drop(n, "forked");
    if (copy) {
      const queued = { n: op.n, log: op.log, kind: /** @type {const} */ ("put"), base: null };
      this.#set(this.outbox, op.n, { ...queued, ...copy });
      this.setBody(copy.item, copy.rev, body.sealed);
    }
    const to = copy ? { item: copy.item, rev: copy.rev } : { item: op.item, rev: body.current };
    for (const grant of this.ops()) {
      if (grant.kind !== "grant" || !grant.revs.some(({ rev }) => rev === op.rev)) continue;
      const instead = this.#isTaken(grant, op.item) ? [] : [to];
      const revs = grant.revs.flatMap((one) => (one.rev === op.rev ? instead : [one]));
      if (revs.length > 0) this.#set(this.outbox, grant.n, { ...grant, revs });
      else this.#drop(grant.n, "done");
    }
  }

  /** @param {Op} grant @param {string} item @returns {boolean} whether its sharing was ended since */
  #isTaken(grant, item) {
    const after = this.ops().filter(({ n, aside }) => n > grant.n && !aside);
    return after.some((op) => {
      if (op.kind === "del") return op.item === item;
      const isHere = op.log === grant.log;
      return isHere && (op.kind === "close" || (op.kind === "revoke" && op.items.includes(item)));
    });
  }

  /** @param {Op[]} ops */
  #front(ops) {
    const first = Math.min(0, ...this.outbox.keys()) - ops.length;
    ops.forEach((op, i) => {
      this.#set(this.outbox, first + i, { ...op, n: first + i });
    });
  }

  /** @param {{log: string, kind: "ack"}} ack */
  #queueAck(ack) {
    const linked = this.#linked();
    const isSame = (/** @type {Op} */ { n, kind, log }) =>
      kind === "ack" && log === ack.log && !linked.has(n);
    if (!this.ops().some(isSame)) this.enqueue(ack);
  }

  /** The other side's `open` is answered by one's own, in the transaction that stores it: no fault comes between. @param {string} log foreign */
  #answerOpen(log) {
    const [own] = [...this.#backs].find(([, back]) => back === log) ?? [];
    if (!own || this.heads[own] || this.ops().some((op) => op.log === own)) return;
    this.enqueue({ log: own, kind: "open" });
  }

  /** @param {View} view @returns {NewOp[]} */
  #orphanOps({ log, seq, type, record }) {
    const { rows = [], items = [], lasts = [] } = record;
    if (type === "put")
      return rows.map((row, i) => this.#orphanPut(log, seq, row, rows.slice(0, i)));
    if (type === "del") {
      const [kind, again] = /** @type {const} */ (["del", true]);
      return items.map((item, i) => ({ log, kind, item, last: lasts[i] ?? "", again }));
    }
    if (type === "grant")
      return [
        { log, kind: "grant", revs: rows.map(({ item, rev }) => ({ item, rev })), again: true },
      ];
    if (type === "revoke") return [{ log, kind: "revoke", items }];
    return type === "device" ? [] : [/** @type {NewOp} */ ({ log, kind: type })];
  }

  /**
   * @param {string} log
   * @param {number} seq
   * @param {{item: string, rev: string}} row
   * @param {{item: string, rev: string}[]} before in the same record
   * @returns {NewOp}
   */
  #orphanPut(log, seq, { item, rev }, before) {
    const same = before.findLast((row) => row.item === item);
    const fold = foldItems(this.log(this.own).filter((view) => view.seq < seq));
    const base = same?.rev ?? fold.get(item)?.rev ?? null;
    const size = this.body(item, rev)?.length ?? 0;
    return { log, kind: "put", item, rev, base, size, again: true };
  }

  /** @param {Op[]} ops @returns {Queue["logs"]} */
  #logs(ops) {
    const logs = new Set(ops.map(({ log }) => log).filter((log) => log !== this.own));
    const isOver = (/** @type {string} */ log) => this.isClosed(log) || this.#isRefused(log);
    const entries = [...logs].map((log) => [
      log,
      { closed: isOver(log), acked: this.#isAcked(log) },
    ]);
    return Object.fromEntries(entries);
  }

  /** It has not begun, and the peer has closed the other direction. @param {string} log */
  #isRefused(log) {
    return !this.heads[log]?.seq && this.isClosed(this.#backs.get(log) ?? "");
  }

  /** @param {string} log */
  #isAcked(log) {
    const said = this.log(log).findLast(({ type }) => type === "ack")?.record.peer?.seq ?? 0;
    const heard = this.log(this.#backs.get(log) ?? "").filter(({ type }) => type !== "ack");
    return heard.every(({ seq }) => seq <= said);
  }

  /** @returns {Set<number>} operations that stand in sent frames */
  #linked() {
    return new Set(this.sent.flatMap(({ covers }) => covers));
  }

  /** @param {NonNullable<Change["notices"]>[number]} notice */
  #notice(notice) {
    const isOther = (/** @type {typeof notice} */ { type, item }) =>
      type !== notice.type || item !== notice.item;
    this.#assign("notices", [...this.notices.filter(isOther), notice]);
  }

  /** @param {number} n @param {string | undefined} aside */
  #setAside(n, aside) {
    const op = this.outbox.get(n);
    if (op) this.#set(this.outbox, n, { ...op, aside });
  }

  /** @param {number} n @param {"acked" | "done" | "forked"} why */
  #drop(n, why) {
    const op = this.outbox.get(n);
    if (op) this.onDrop(op, why);
    this.#delete(this.outbox, n);
  }

  /**
   * @template {"meta" | "heads" | "sent" | "notices" | "quarantine"} K
   * @param {K} name
   * @param {SimStorage[K]} value
   */
  #assign(name, value) {
    const before = this[name];
    this.#undo.push(() => Object.assign(this, { [name]: before }));
    Object.assign(this, { [name]: value });
  }

  /** @template K, V @param {Map<K, V>} map @param {K} key @param {V} value */
  #set(map, key, value) {
    const had = map.has(key);
    const before = /** @type {V} */ (map.get(key));
    this.#undo.push(() => (had ? map.set(key, before) : map.delete(key)));
    map.set(key, value);
  }

  /** @template K, V @param {Map<K, V>} map @param {K} key */
  #delete(map, key) {
    if (!map.has(key)) return;
    const before = /** @type {V} */ (map.get(key));
    this.#undo.push(() => map.set(key, before));
    map.delete(key);
  }
}

/** @param {SentFrame} frame @returns {Sent} */
function sentOf({ log, seq, prev, hash, bytes, ops }) {
  return { log, seq, prev, hash, size: bytes.length, count: ops.length, n: ops[0] ?? 0 };
}

/** @param {{log: string, seq: number}} frame @param {{log: string, seq: number}} place */
function isAt(frame, { log, seq }) {
  return frame.log === log && frame.seq === seq;
}
