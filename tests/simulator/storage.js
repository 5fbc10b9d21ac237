// The device's storage as the engine is lent it, in memory: every method is one transaction, strict ones survive a power cut, relaxed ones may not.
// What the logs say of items is worked out from the records whenever it is asked for: slow, and plain to see through.

import { placeName } from "../../static/js/sync/engine-feed.js";

export class SimStorage {
  /** Set by faults. */
  isFull = false;
  isBroken = false;
  /** Told of every operation that leaves the outbox. @type {(op: object, why: string) => void} */
  onDrop = () => {};
  own;
  records = new Map();
  bodies = new Map();
  outbox = new Map();
  sent = [];
  notices = [];
  quarantine = [];
  heads = {};
  meta = { epoch: null, cursor: 0, strict: false, ring: {} };
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

  load() {
    this.#open();
    const stored = {};
    for (const { log } of this.records.values()) stored[log] = (stored[log] ?? 0) + 1;
    const { epoch, cursor, strict } = this.meta;
    const sent = this.sent.map(({ bytes, covers, ops, view, ...place }) => ({
      ...place,
      size: bytes.length,
      count: ops.length,
      n: ops[0],
    }));
    return {
      own: this.own,
      epoch,
      cursor,
      strict,
      heads: this.heads,
      stored,
      sent,
      ...this.counts(),
    };
  }

  counts() {
    const ops = [...this.outbox.values()];
    return { waiting: ops.length, aside: ops.filter((op) => op.aside).length };
  }

  hashes(places) {
    this.#open();
    const names = places.map(({ log, seq }) => placeName(log, seq));
    const known = names.filter((name) => this.records.has(name));
    return Object.fromEntries(known.map((name) => [name, this.records.get(name).hash]));
  }

  frames(places) {
    this.#open();
    return places.map((place) => this.sent.find((frame) => isAt(frame, place)).bytes);
  }

  queue(bytes) {
    this.#open();
    const linked = new Set(this.sent.flatMap(({ covers }) => covers));
    const ops = [];
    let size = 0;
    let more = false;
    for (const op of this.ops().filter(({ n }) => !linked.has(n))) {
      more = size >= bytes;
      if (more) break;
      ops.push(op);
      size += op.aside ? 0 : (op.size ?? 0);
    }
    return { ops, items: this.#views(ops), logs: this.#logs(ops), more };
  }

  orphans(log, from) {
    this.#open();
    const lost = this.#logRecords(log).filter(({ seq, own }) => own && seq >= from);
    const ops = lost.flatMap((view) => this.#orphanOps(view));
    const isFirst = ({ kind }, i) => ops.findIndex((op) => op.kind === kind) === i;
    return ops.filter((op, i) => !["ring", "ack"].includes(op.kind) || isFirst(op, i));
  }

  commit(change) {
    this.#open();
    if (this.isFull && (change.records || change.sent || change.forks)) throw { kind: "quota" };
    this.#transact(change.durability, () => this.#apply(change));
    return this.counts();
  }

  // What the vault does

  /** @param {() => void} write @param {"strict" | "relaxed"} durability */
  transact(write, durability = "strict") {
    this.#open();
    if (this.isFull) throw { kind: "quota" };
    this.#transact(durability, write);
  }

  /** @param {object} op without `n` */
  enqueue(op) {
    const n = Math.max(this.#n, 0) + 1;
    this.#n = n;
    this.#set(this.outbox, n, { ...op, n });
  }

  setBody(item, rev, body) {
    this.#set(this.bodies, `${item} ${rev}`, body);
  }

  setRing(ring) {
    this.#setMeta({ ring });
  }

  body(item, rev) {
    return this.bodies.get(`${item} ${rev}`) ?? null;
  }

  /** @returns {object[]} in order */
  ops() {
    return [...this.outbox.values()].sort((a, b) => a.n - b.n);
  }

  /** @returns {Map<string, string>} own items as they are shown: item → rev */
  shown() {
    const items = new Map();
    for (const [item, { rev, deleted }] of this.#fold()) if (!deleted) items.set(item, rev);
    for (const op of this.ops()) {
      if (op.kind === "put") items.set(op.item, op.rev);
      if (op.kind === "del") items.delete(op.item);
    }
    return items;
  }

  /** @returns {Map<string, {rev: string, text: string | null}>} what a foreign log shares now; null: withheld */
  shared(log) {
    const items = new Map();
    for (const view of this.#logRecords(log)) {
      for (const row of view.opened ?? []) items.set(row.item, row);
      for (const item of view.record.items ?? []) items.delete(item);
      if (view.type === "close") items.clear();
    }
    return items;
  }

  /** @returns {Set<string>} items that an own pair log shares, or will when the outbox is empty */
  granted(log) {
    const items = new Set();
    const said = [
      ...this.#logRecords(log).map(({ record }) => record),
      ...this.ops().filter((op) => op.log === log),
    ];
    for (const { rows, revs, items: taken, type, kind } of said) {
      for (const { item } of rows ?? revs ?? []) items.add(item);
      for (const item of taken ?? []) items.delete(item);
      if ((type ?? kind) === "close") items.clear();
    }
    return items;
  }

  /** @returns {number} */
  generation() {
    const rings = this.#logRecords(this.own).filter(({ type }) => type === "ring");
    return rings.at(-1)?.record.generation ?? 0;
  }

  isClosed(log) {
    return this.#logRecords(log).some(({ type }) => type === "close");
  }

  // What happens to devices

  powerCut() {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  /** Some or all records are gone; heads, cursor and outbox are not. @param {(place: string) => boolean} isLost */
  wipeRecords(isLost) {
    for (const [place, view] of [...this.records]) {
      if (!isLost(place)) continue;
      this.records.delete(place);
      for (const { item, rev } of view.type === "put" ? view.record.rows : []) {
        const isQueued = [...this.outbox.values()].some(
          (op) => op.kind === "put" && op.rev === rev,
        );
        if (!isQueued) this.bodies.delete(`${item} ${rev}`);
      }
    }
    this.#undo = [];
  }

  // Within

  #open() {
    if (this.isBroken) throw { kind: "storage" };
  }

  #transact(durability, write) {
    write();
    if (durability === "strict") this.#undo = [];
  }

  #apply(change) {
    for (const { log, from } of change.rewind ?? []) this.#rewind(log, from);
    for (const view of change.records ?? []) this.#store(view);
    const { epoch, cursor, strict } = change;
    this.#setMeta({
      ...(epoch !== undefined && { epoch }),
      ...(cursor !== undefined && { cursor }),
      ...(strict !== undefined && { strict }),
    });
    if (change.heads) this.#setHeads({ ...this.heads, ...change.heads });
    for (const place of change.acked ?? []) this.#ack(place);
    for (const log of change.unlink ?? [])
      this.#setSent(this.sent.filter((frame) => frame.log !== log));
    if (change.sent) this.#setSent([...this.sent, ...change.sent]);
    for (const n of change.done ?? []) this.#drop(n, "done");
    for (const { n, reason } of change.aside ?? [])
      this.#set(this.outbox, n, { ...this.outbox.get(n), aside: reason });
    if (change.retry)
      for (const op of this.ops()) this.#set(this.outbox, op.n, { ...op, aside: undefined });
    for (const fork of change.forks ?? []) this.#fork(fork);
    this.#front(change.front ?? []);
    for (const ack of change.acks ?? []) this.#queueAck(ack);
    for (const notice of change.notices ?? []) this.#notice(notice);
    this.#setQuarantine([...this.quarantine, ...(change.quarantine ?? [])]);
  }

  #rewind(log, from) {
    for (const view of this.#logRecords(log)) {
      if (view.seq >= from) this.#delete(this.records, placeName(log, view.seq));
    }
    this.#setSent(this.sent.filter((frame) => frame.log !== log));
  }

  #store(view) {
    const place = placeName(view.log, view.seq);
    if (view.ring && !this.records.has(place)) this.#mergeRing(view.ring, view.seq);
    this.#set(this.records, place, view);
    if (!view.own || view.type !== "put") return;
    for (const { item, rev, body } of view.record.rows) if (body) this.setBody(item, rev, body);
  }

  /** Three ways: what this device changed since the ring it saw last stays, everything else is as the record says. */
  #mergeRing(theirs, seq) {
    const last = this.#logRecords(this.own).findLast(({ type }) => type === "ring");
    if (last && last.seq > seq) return;
    const base = last?.ring ?? {};
    const ours = this.ops().some((op) => op.kind === "ring") ? this.meta.ring : {};
    const changed = Object.entries(ours).filter(([key, value]) => base[key] !== value);
    this.#setMeta({ ring: { ...base, ...theirs, ...Object.fromEntries(changed) } });
  }

  #ack(place) {
    const frame = this.sent.find((one) => isAt(one, place));
    if (!frame) return;
    if (!this.records.has(placeName(place.log, place.seq))) this.#store(frame.view);
    for (const n of frame.covers) this.#drop(n, "acked");
    this.#setSent(this.sent.filter((one) => one !== frame));
  }

  #fork({ op, covers, copy, current, body }) {
    for (const n of covers) this.#drop(n, "forked");
    if (copy) {
      this.#set(this.outbox, op.n, { n: op.n, log: op.log, kind: "put", base: null, ...copy });
      this.setBody(copy.item, copy.rev, body);
    }
    const to = copy ? { item: copy.item, rev: copy.rev } : { item: op.item, rev: current };
    for (const grant of this.ops().filter(({ kind }) => kind === "grant")) {
      const revs = grant.revs.map((one) => (one.item === op.item && one.rev === op.rev ? to : one));
      this.#set(this.outbox, grant.n, { ...grant, revs });
    }
  }

  #front(ops) {
    const first = Math.min(0, ...this.outbox.keys()) - ops.length;
    ops.forEach((op, i) => {
      this.#set(this.outbox, first + i, { ...op, n: first + i });
    });
  }

  #queueAck(ack) {
    const linked = new Set(this.sent.flatMap(({ covers }) => covers));
    const isQueued = this.ops().some(
      ({ n, kind, log }) => kind === "ack" && log === ack.log && !linked.has(n),
    );
    if (!isQueued) this.enqueue(ack);
  }

  #orphanOps({ log, seq, type, record }) {
    const { rows = [], items = [], lasts = [] } = record;
    if (type === "put")
      return rows.map((row, i) => this.#orphanPut(log, seq, row, rows.slice(0, i)));
    if (type === "del")
      return items.map((item, i) => ({ log, kind: "del", item, last: lasts[i], again: true }));
    if (type === "grant")
      return [{ log, kind: "grant", revs: rows.map(({ item, rev }) => ({ item, rev })) }];
    if (type === "revoke") return [{ log, kind: "revoke", items }];
    return type === "device" ? [] : [{ log, kind: type }];
  }

  #orphanPut(log, seq, { item, rev }, before) {
    const same = before.findLast((row) => row.item === item);
    const base = same?.rev ?? this.#fold(seq).get(item)?.rev ?? null;
    const size = this.body(item, rev)?.length ?? 0;
    return { log, kind: "put", item, rev, base, size, again: true };
  }

  #views(ops) {
    const fold = this.#fold();
    const views = {};
    const asked = ops
      .flatMap((op) => (op.kind === "grant" ? op.revs : [op]))
      .filter(({ item }) => item);
    for (const { item, rev } of asked) {
      const { rev: current = null, deleted = false, revs = [] } = fold.get(item) ?? {};
      views[item] ??= { rev: current, deleted, known: [] };
      if (revs.includes(rev)) views[item].known.push(rev);
    }
    return views;
  }

  #logs(ops) {
    const logs = new Set(ops.map(({ log }) => log).filter((log) => log !== this.own));
    return Object.fromEntries(
      [...logs].map((log) => [
        log,
        { closed: this.isClosed(log) || this.#isRefused(log), acked: this.#isAcked(log) },
      ]),
    );
  }

  /** It has not begun, and the peer has closed the other direction. */
  #isRefused(log) {
    return !this.heads[log]?.seq && this.isClosed(this.#backs.get(log));
  }

  #isAcked(log) {
    const said = this.#logRecords(log).findLast(({ type }) => type === "ack")?.record.peer.seq ?? 0;
    const heard = [...this.records.values()].filter(
      ({ own, type, back }) => !own && type !== "ack" && back === log,
    );
    return heard.every(({ seq }) => seq <= said);
  }

  /** @returns {Map<string, {rev: string, deleted: boolean, revs: string[]}>} own items as the log below `before` says */
  #fold(before = Number.POSITIVE_INFINITY) {
    const items = new Map();
    for (const { seq, record } of this.#logRecords(this.own)) {
      if (seq >= before) break;
      for (const { item, rev } of record.rows ?? []) {
        const revs = items.get(item)?.revs ?? [];
        items.set(item, { rev, deleted: false, revs: [...revs, rev] });
      }
      for (const item of record.items ?? []) items.set(item, { ...items.get(item), deleted: true });
    }
    return items;
  }

  #logRecords(log) {
    return [...this.records.values()]
      .filter((view) => view.log === log)
      .sort((a, b) => a.seq - b.seq);
  }

  #notice(notice) {
    const others = this.notices.filter(
      ({ type, item }) => type !== notice.type || item !== notice.item,
    );
    this.#assign("notices", [...others, notice]);
  }

  /** @param {number} n @param {"acked" | "done" | "forked"} why */
  #drop(n, why) {
    const op = this.outbox.get(n);
    if (op) this.onDrop(op, why);
    this.#delete(this.outbox, n);
  }

  #setMeta(more) {
    this.#assign("meta", { ...this.meta, ...more });
  }

  #setHeads(heads) {
    this.#assign("heads", heads);
  }

  #setSent(sent) {
    this.#assign("sent", sent);
  }

  #setQuarantine(quarantine) {
    this.#assign("quarantine", quarantine);
  }

  #assign(name, value) {
    const before = this[name];
    this.#undo.push(() => {
      this[name] = before;
    });
    this[name] = value;
  }

  #set(map, key, value) {
    const had = map.has(key);
    const before = map.get(key);
    this.#undo.push(() => (had ? map.set(key, before) : map.delete(key)));
    map.set(key, value);
  }

  #delete(map, key) {
    if (!map.has(key)) return;
    const before = map.get(key);
    this.#undo.push(() => map.set(key, before));
    map.delete(key);
  }
}

function isAt(frame, { log, seq }) {
  return frame.log === log && frame.seq === seq;
}
