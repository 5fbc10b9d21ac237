// One transaction of sync, prepared: static/js/sync/types.js, `Change`. What has to be sealed is sealed before it begins; memory follows after it.

import { summarise } from "../../domain/summaries.js";
import { readPayload } from "../../protocol/items.js";
import { mergeRings, openRing, rebaseRing, withContact } from "../../protocol/ring.js";
import { logRange, toBuffer } from "../../store/database.js";
import { Stale } from "../../wire/errors.js";
import { parseHeader } from "../../wire/headers.js";
import { Filing } from "../device/filing.js";
import { ringWrites } from "../device/local-ring.js";
import { noticeWrite } from "../device/notices.js";
import { OutboxChange } from "../device/outbox-change.js";

/** @import { Contact, Ring } from "../../protocol/ring.js" */
/** @import { Write } from "../../store/database.js" */
/** @import { Change, Fork, Op, Place } from "../../sync/types.js" */
/** @import { ContentRow, Fact } from "../device/chunks.js" */
/** @import { StoredRecord } from "../device/facts.js" */
/** @import { Holdings, SentRow, SyncMeta } from "../device/holdings.js" */
/** @import { NewOp, Revision } from "../device/outbox-change.js" */
/** @import { Peer, Session } from "../device/session.js" */
/** @import { OpenedRecord } from "./opening.js" */

/** What goes out besides the first record of a pair log, by its name. @typedef {(log: string) => NewOp[]} OnLinked */
/** The head of an own pair log that its audience says they have seen. @typedef {Place & {person: string}} Acknowledged */

export class Commit {
  #holdings;
  #change;
  #filing;
  #outbox;
  #onLinked;
  /** @type {SyncMeta} */
  #meta;
  /** @type {SentRow[]} */
  #sent;
  #session;
  /** @type {Ring} */
  #ring;
  /** @type {Write[]} */
  #writes = [];
  /** @type {Set<string> | null} places of all facts that are filed */
  #filed = null;
  /** @type {Set<string>} items whose look may have changed */
  touched = new Set();
  /** Whether there is something to tell the person that the change itself does not name. */
  isTold = false;
  /** @type {Acknowledged[]} */
  acknowledged = [];

  /**
   * @param {Holdings} holdings
   * @param {Change} change
   * @param {OnLinked} onLinked
   */
  constructor(holdings, change, onLinked) {
    this.#holdings = holdings;
    this.#change = change;
    this.#onLinked = onLinked;
    this.#filing = new Filing(holdings);
    this.#outbox = new OutboxChange(holdings);
    const { heads, said, keys } = holdings.meta;
    this.#meta = { ...holdings.meta, heads: { ...heads }, said: { ...said }, keys: { ...keys } };
    this.#sent = holdings.sent;
    this.#session = holdings.session;
    this.#ring = holdings.session.ring;
  }

  /**
   * All or nothing; then memory follows. Exclusive work: what it begins with must still hold when it ends.
   * @param {Holdings} holdings
   * @param {Change} change
   * @param {OnLinked} onLinked
   * @returns {Promise<Commit>} carried out
   */
  static async run(holdings, change, onLinked) {
    const commit = new Commit(holdings, change, onLinked);
    await commit.#run();
    return commit;
  }

  async #run() {
    await this.#prepare();
    const { version } = this.#holdings.meta;
    const filed = await this.#filing.writes();
    const meta = {
      ...this.#meta,
      version: version + 1,
      nextPack: filed.nextPack,
      packs: filed.packs,
    };
    const ring = await this.#ringWrites();
    const outbox = await this.#outbox.writes();
    await this.#holdings.db.apply(
      [
        { expect: "meta", key: "sync", version },
        ...this.#writes,
        ...filed.writes,
        ...ring,
        ...outbox,
        { put: "meta", key: "sync", value: meta },
      ],
      this.#change.durability,
    );
    this.#holdings.meta = meta;
    this.#holdings.sent = this.#sent;
    this.#filing.take();
    await this.#outbox.take();
    if (ring.length > 0) this.#holdings.takeRing(this.#ring);
  }

  async #prepare() {
    const {
      rewind = [],
      records = [],
      fills = [],
      acked = [],
      unlink = [],
      sent = [],
      forks = [],
      front = [],
    } = this.#change;
    const again = await this.#revisionsOf(front);
    for (const place of rewind) await this.#rewind(place);
    const opened = /** @type {OpenedRecord[]} */ (records);
    for (const record of opened) await this.#take(record);
    const sentHere = new Set(acked.map(({ hash }) => hash));
    const elsewhere = opened.filter(({ own, hash }) => own && !sentHere.has(hash));
    this.#takeBack(elsewhere.filter(({ type }) => type === "revoke"));
    this.#meetDevices(elsewhere.filter(({ type }) => type === "device"));
    this.#meetWaiting(opened);
    for (const record of /** @type {OpenedRecord[]} */ (fills)) this.#fill(record);
    this.#takeMeta();
    await this.#takeAcked(acked, opened);
    if (unlink.length > 0) this.#dropSent(({ log }) => unlink.includes(log));
    for (const frame of sent) this.#send(/** @type {any} */ (frame));
    this.#takeOps();
    for (const fork of forks) this.#fork(fork);
    this.#outbox.prepend(front, again);
    this.#queueAcks();
    this.#tell();
  }

  #takeMeta() {
    const { epoch, cursor, strict, whole, heads = {} } = this.#change;
    if (epoch !== undefined) this.#meta.epoch = epoch;
    if (cursor !== undefined) this.#meta.cursor = cursor;
    if (strict !== undefined) this.#meta.strict = strict;
    if (whole !== undefined) this.#meta.whole = whole;
    Object.assign(this.#meta.heads, heads);
  }

  /** @param {readonly Op[]} ops @returns {Promise<Revision[]>} the words of puts that come back from the log */
  async #revisionsOf(ops) {
    const revisions = [];
    for (const op of ops) {
      const fact = op.kind === "put" ? this.#holdings.ledger.revs.get(op.rev) : undefined;
      const content =
        fact && (await this.#holdings.contents([fact])).get(op.kind === "put" ? op.rev : "");
      if (fact && content) revisions.push({ fact: { ...fact, seq: 0 }, content });
    }
    return revisions;
  }

  /** @param {{log: string, from: number}} place */
  async #rewind({ log, from }) {
    this.#writes.push({ remove: "records", key: logRange(log, from) });
    this.#filing.drop((fact) => fact.log === log && fact.seq >= from);
    this.#dropSent((frame) => frame.log === log);
    /** @type {StoredRecord[]} */
    const records = await this.#holdings.db.getAll("records", logRange(log));
    if (log === this.#holdings.session.own) this.#meta.generation = 0;
    delete this.#meta.said[log];
    delete this.#meta.keys[log];
    for (const record of records) if (record.seq < from) this.#note(record);
  }

  /** @param {StoredRecord} record what it says of its log besides its facts */
  #note({ log, seq, type, foreign, header, payload }) {
    if (type === "key") this.#meta.keys[log] = new DataView(payload).getUint32(32);
    if (foreign && type !== "ack") this.#meta.said[log] = seq;
    if (foreign || (type !== "ring" && type !== "ack")) return;
    const { generation, peerSeq } = parseHeader(new Uint8Array(header));
    if (type === "ack") this.#meta.said[log] = peerSeq;
    else this.#meta.generation = Math.max(this.#meta.generation, generation);
  }

  /** @param {(frame: SentRow) => boolean} isGone */
  #dropSent(isGone) {
    for (const { log, seq } of this.#sent.filter(isGone))
      this.#writes.push({ remove: "sent", key: [log, seq] });
    this.#sent = this.#sent.filter((frame) => !isGone(frame));
  }

  /** @param {OpenedRecord} record that stands here already, with words that were missing */
  #fill({ facts, contents }) {
    this.#filing.fill(facts, contents);
    for (const { item } of facts) if (item) this.touched.add(item);
  }

  /** @param {OpenedRecord} record */
  async #take(record) {
    this.#follow(record);
    if (record.ring) await this.#takeRing(record.ring, record.generation);
    this.#store(record.stored, record.facts, record.contents);
    if (!record.own) this.#takeForeign(record);
  }

  /**
   * Another device's word since a log was lost goes before a grant of that log, which was older and only comes back.
   * @param {readonly OpenedRecord[]} revokes
   */
  #takeBack(revokes) {
    if (revokes.length === 0) return;
    const gone = new Set(
      revokes.flatMap(({ log, facts }) => facts.map(({ item }) => `${log} ${item}`)),
    );
    this.#outbox.update((op) => {
      if (op.kind !== "grant" || !op.again) return op;
      const revs = op.revs.filter(({ item }) => !gone.has(`${op.log} ${item}`));
      return revs.length > 0 ? { ...op, revs } : null;
    });
  }

  /** Who signs in says so in the log. A device that sees the log for the first time is told of nobody. @param {readonly OpenedRecord[]} records */
  #meetDevices(records) {
    const { meta, isWhole } = this.#holdings;
    const isNew = (/** @type {OpenedRecord} */ { log, seq }) => seq > (meta.heads[log]?.seq ?? 0);
    this.isTold = isWhole && records.some(isNew);
    if (this.isTold) this.#writes.push(noticeWrite({ type: "device-new", item: null }));
  }

  /**
   * What the chain of hashes does not say: that rings count on, and keys too.
   * @param {OpenedRecord} record
   * @throws {Stale}
   */
  #follow({ log, seq, ring, generation, bundle }) {
    if (seq <= (this.#holdings.meta.heads[log]?.seq ?? 0)) return;
    if (ring && generation !== this.#meta.generation + 1)
      throw new Stale("a ring that does not follow the last one");
    if (bundle && bundle.epoch <= (this.#meta.keys[log] ?? 0))
      throw new Stale("a key that does not follow the last one");
  }

  /** @param {StoredRecord} stored @param {Fact[]} facts @param {Iterable<ContentRow>} contents */
  #store(stored, facts, contents) {
    this.#writes.push({ put: "records", value: stored });
    if (!this.#isFiled(stored)) this.#filing.add(facts, contents);
    this.#note(stored);
    for (const { item } of facts) if (item) this.touched.add(item);
  }

  /** @param {StoredRecord} record @returns {boolean} whether it only comes back into a half-wiped store, whose packs still say it */
  #isFiled({ log, seq }) {
    if (seq > (this.#holdings.meta.heads[log]?.seq ?? 0)) return false;
    this.#filed ??= new Set(this.#holdings.ledger.facts().map((fact) => `${fact.log}:${fact.seq}`));
    return this.#filed.has(`${log}:${seq}`);
  }

  /** @param {Ring} ring of another device, or one's own that came back @param {number} generation */
  async #takeRing(ring, generation) {
    const isOld = generation < this.#meta.generation;
    const isWaiting = this.#outbox.ops().some((op) => op.kind === "ring");
    const base = isWaiting && !isOld ? await this.#publishedRing() : null;
    if (base) this.#ring = rebaseRing(base, this.#ring, ring);
    else
      this.#ring = isOld || isWaiting ? mergeRings(ring, this.#ring) : mergeRings(this.#ring, ring);
  }

  /** @returns {Promise<Ring | null>} the last one of the log that is known here: what waits grew from it */
  async #publishedRing() {
    const { db, session } = this.#holdings;
    const now = this.#writes.flatMap((write) =>
      "put" in write && write.put === "records" ? [write.value] : [],
    );
    const stored = now.some(isRing) ? [] : await db.getAll("records", logRange(session.own));
    const last = [...stored, ...now].findLast(isRing);
    if (!last) return null;
    const { generation } = parseHeader(new Uint8Array(last.header));
    return openRing(session.accountKey, session.idPk, generation, new Uint8Array(last.payload));
  }

  /** @returns {Session} with the ring as it is by now */
  #reader() {
    if (this.#session.ring !== this.#ring) this.#session = this.#session.withRing(this.#ring);
    return this.#session;
  }

  /** @param {OpenedRecord} record of a pair log that somebody else writes */
  #takeForeign({ log, type, facts, bundle, peerSeq, peerHash }) {
    const peer = this.#reader().peerByLog(log);
    if (!peer) return;
    const { contact } = peer;
    if (type === "close") this.#unlinked(peer);
    if (bundle && bundle.epoch > epochOf(contact))
      this.#setContact({ ...contact, bundle: bundle.data });
    const gone = new Set(facts.map(({ item }) => item));
    if (type === "revoke") this.#filing.erase((fact) => fact.log === log && gone.has(fact.item));
    if (facts.some((fact) => fact.type === "close")) {
      this.#filing.erase((fact) => fact.log === log);
      for (const item of this.#holdings.ledger.items.values())
        if (item.log === log) this.touched.add(item.id);
    }
    if (type === "ack")
      this.acknowledged.push({ person: peer.id, log: peer.out, seq: peerSeq, hash: peerHash });
  }

  /**
   * Who is waited for, against what they have said. Their `open` may have come before the ring that says they are waited for.
   * @param {readonly OpenedRecord[]} brought
   */
  #meetWaiting(brought) {
    const came = new Set(brought.map(({ log, type }) => (type === "open" ? log : null)));
    for (const peer of this.#reader().peers()) {
      if (peer.contact.state !== "waiting") continue;
      const { opened, closed } = this.#holdings.ledger.log(peer.in);
      if (closed) this.#unlinked(peer);
      else if (opened || came.has(peer.in)) this.#link(peer.contact, peer.out);
    }
  }

  /** @param {Contact} contact who has confirmed what this account answered @param {string} out */
  #link(contact, out) {
    this.#setContact({ ...contact, state: "linked" });
    this.#outbox.append([{ kind: "open", log: out }, ...this.#onLinked(out)]);
  }

  /**
   * Somebody has ended the link: so does this account, and the server hands out nothing more. Where it has already, the planner knows.
   * @param {Peer} peer
   */
  #unlinked({ id, contact, out }) {
    this.#outbox.append([{ kind: "close", log: out }]);
    if (contact.state === "closed") return;
    this.#setContact({ ...contact, state: "closed" });
    this.#writes.push(noticeWrite({ type: "link-ended", item: id }));
  }

  /** @param {Contact} contact */
  #setContact(contact) {
    this.#ring = withContact(this.#ring, contact);
    this.#outbox.append([{ kind: "ring", log: this.#holdings.session.own }]);
  }

  /** @param {readonly Place[]} places @param {readonly OpenedRecord[]} brought */
  async #takeAcked(places, brought) {
    const pulled = new Set(brought.map(({ hash }) => hash));
    const acked = new Set(places.map(({ hash }) => hash));
    const frames = this.#sent.filter(({ hash }) => acked.has(hash));
    for (const frame of frames) if (!pulled.has(frame.hash)) await this.#storeSent(frame);
    this.#dropSent(({ hash }) => acked.has(hash));
    const done = new Set(frames.flatMap(({ covers }) => covers));
    this.#remove((op) => done.has(op.n));
  }

  /** @param {SentRow} frame as if it had been pulled */
  async #storeSent({ stored, facts }) {
    const { outbox } = this.#holdings;
    const known = facts.map((fact) => {
      const line = fact.type === "put" ? outbox.lines.get(fact.rev ?? "") : undefined;
      return line ? { ...line.fact, ...fact } : fact;
    });
    const contents = await this.#holdings.contents(known.filter(({ type }) => type === "put"));
    this.#store(stored, known, contents.values());
  }

  /** @param {SentRow & {bytes: Uint8Array}} frame */
  #send({ log, seq, hash, prev, covers, ops, bytes, stored, facts }) {
    const row = {
      log,
      seq,
      hash,
      prev,
      covers,
      ops,
      bytes: toBuffer(bytes),
      stored,
      facts,
    };
    this.#sent = [...this.#sent, row];
    this.#writes.push({ put: "sent", value: row });
  }

  #takeOps() {
    const { done = [], aside = [], retry } = this.#change;
    const gone = new Set(done);
    if (done.length > 0) this.#remove((op) => gone.has(op.n));
    const reasons = new Map(aside.map(({ n, reason }) => [n, reason]));
    if (aside.length > 0)
      this.#outbox.update((op) =>
        reasons.has(op.n) ? { ...op, aside: reasons.get(op.n) ?? "" } : op,
      );
    if (retry) this.#outbox.update(({ aside: _aside, ...op }) => /** @type {Op} */ (op));
  }

  /** @param {(op: Op) => boolean} isGone */
  #remove(isGone) {
    for (const op of this.#outbox.ops().filter(isGone)) this.#touch(op);
    this.#outbox.update((op) => (isGone(op) ? null : op));
  }

  /** @param {Op} op */
  #touch(op) {
    if (op.kind === "put" || op.kind === "del") this.touched.add(op.item);
    if (op.kind === "grant") for (const { item } of op.revs) this.touched.add(item);
    if (op.kind === "revoke") for (const item of op.items) this.touched.add(item);
  }

  /** @param {Fork} fork */
  #fork({ op, covers, copy, body }) {
    this.touched.add(op.item);
    const instead = copy
      ? { item: copy.item, rev: copy.rev }
      : { item: op.item, rev: body.current };
    const ops = this.#outbox.ops();
    this.#outbox.update((one) =>
      one.kind === "grant" ? renamed(one, op, isTaken(one, op.item, ops) ? null : instead) : one,
    );
    this.#remove((one) => covers.includes(one.n) && (one.n !== op.n || !copy));
    if (!copy) return;
    this.touched.add(copy.item);
    const { size, ...ids } = copy;
    const { content } = /** @type {{content: ContentRow}} */ (body);
    const line = summarise(readPayload(content.json));
    const fact = { log: op.log, seq: 0, type: /** @type {const} */ ("put"), ...ids, size, line };
    this.#outbox.replace(
      { kind: "put", n: op.n, log: op.log, ...ids, base: null, size },
      { fact, content },
    );
  }

  #queueAcks() {
    const linked = new Set(this.#sent.flatMap(({ covers }) => covers));
    for (const { log } of this.#change.acks ?? []) {
      const ops = this.#outbox.ops();
      const isQueued = ops.some((op) => op.kind === "ack" && op.log === log && !linked.has(op.n));
      if (!isQueued) this.#outbox.append([{ kind: "ack", log }]);
    }
  }

  #tell() {
    const { notices = [], quarantine = [] } = this.#change;
    for (const notice of notices) this.#writes.push(noticeWrite(notice));
    for (const record of /** @type {OpenedRecord[]} */ (quarantine)) {
      const { log, seq, unreadable, frame } = record;
      this.#writes.push({ put: "quarantine", value: { log, seq, reason: unreadable, frame } });
    }
  }

  /** @returns {Promise<Write[]>} */
  async #ringWrites() {
    if (this.#ring === this.#holdings.session.ring) return [];
    return ringWrites(this.#holdings, this.#ring);
  }
}

/**
 * @param {Op & {kind: "grant"}} grant
 * @param {{item: string, rev: string}} lost
 * @param {{item: string, rev: string} | null} instead  null: what was lost was taken back since, and its copy is not to be shown either
 * @returns {Op | null} the same, naming what became of the lost revision; null where it names nothing any more
 */
function renamed(grant, lost, instead) {
  const isLost = (/** @type {{item: string, rev: string}} */ { item, rev }) =>
    item === lost.item && rev === lost.rev;
  if (!grant.revs.some(isLost)) return grant;
  const revs = grant.revs.flatMap((one) => (isLost(one) ? (instead ?? []) : one));
  return revs.length > 0 ? { ...grant, revs } : null;
}

/** @param {Op} grant @param {string} item @param {readonly Op[]} ops @returns {boolean} whether the person has ended the sharing of this item since */
function isTaken(grant, item, ops) {
  return ops.some((op) => {
    if (op.n < grant.n || op.aside) return false;
    if (op.kind === "del") return op.item === item;
    if (op.log !== grant.log) return false;
    return op.kind === "close" || (op.kind === "revoke" && op.items.includes(item));
  });
}

/** @param {Contact} contact @returns {number} epoch of the bundle that is pinned */
function epochOf({ bundle }) {
  return new DataView(bundle.buffer, bundle.byteOffset).getUint32(32);
}

/** @param {StoredRecord} record @returns {boolean} */
function isRing({ type, foreign }) {
  return type === "ring" && !foreign;
}
