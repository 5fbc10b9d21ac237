// The vault as the engine is lent it, over either codec: the only one here that knows texts and keys.

import { placeName } from "../../static/js/sync/engine-feed.js";

/** @import { Draft, Fork, GrantOp, PutOp } from "../../static/js/sync/types.js" */
/** @import { SimStorage } from "./storage.js" */
/** @import { Account, Codec, Content, OpenedRow, Record, Row, View } from "./types.js" */
/** @import { World } from "./world.js" */

export class SimVault {
  #codec;
  #account;
  #storage;
  #world;
  #peers;

  /**
   * @param {World} world
   * @param {Codec} codec
   * @param {Account} account
   * @param {string[]} peers ids of other accounts
   * @param {SimStorage} storage
   */
  constructor(world, codec, account, peers, storage) {
    this.#world = world;
    this.#codec = codec;
    this.#account = account;
    this.#peers = peers;
    this.#storage = storage;
  }

  /** @param {string} peer @returns {string} */
  logTo(peer) {
    return this.#codec.logId(this.#account.id, peer);
  }

  /** @param {string} item @param {string} rev @param {string} text @returns {string} */
  seal(item, rev, text) {
    return this.#codec.seal(this.#codec.cek(this.#account, item, rev), text);
  }

  /** @param {string} item @param {string} rev @returns {string | null} own text; null: not here */
  text(item, rev) {
    const body = this.#storage.body(item, rev);
    return body ? this.#codec.open(this.#codec.cek(this.#account, item, rev), body) : null;
  }

  /** @param {Uint8Array} bytes */
  async read(bytes) {
    const page = await this.#world.hold(this.#codec.readPage(bytes));
    const places = page.records.map(({ log, seq, type }) => `${log.slice(0, 4)}:${seq} ${type}`);
    this.#world.note(() => `page to ${page.next} of ${page.epoch}: ${places.join(", ")}`);
    return { ...page, records: page.records.map((record) => this.#view(record)) };
  }

  /** @param {Draft} draft */
  async link({ log, seq, prev, type, ops }) {
    const puts = ops.flatMap((op) => (op.kind === "put" ? [op] : []));
    const bare = puts.filter(({ item, rev }) => !this.#storage.body(item, rev));
    if (bare.length > 0) throw { kind: "unlinkable", ops: bare.map(({ n }) => n) };
    const content = this.#content({ type, ops, log });
    const place = { log, seq, prev: prev ?? "", type, audience: this.#audience(log) };
    const { bytes, hash } = await this.#world.hold(
      this.#codec.build(this.#account, place, content),
    );
    const [record] = await this.#world.hold(this.#codec.parse(bytes));
    const view = this.#view(/** @type {Record} */ (record));
    return { log, seq, prev: place.prev, hash, bytes, view };
  }

  /** @param {{op: PutOp, covers: number[], current: string}} lost @returns {Promise<Fork>} */
  async fork({ op, covers, current }) {
    const text = this.text(op.item, op.rev);
    if (text === null) throw { kind: "unlinkable", ops: [op.n] };
    if (this.text(op.item, current) === text) return { op, covers, copy: null, body: { current } };
    const item = this.#codec.conflictItem(op.item, op.rev);
    const rev = this.#codec.conflictRev(op.item, op.rev);
    const sealed = this.seal(item, rev, text);
    return { op, covers, copy: { item, rev, size: op.size }, body: { sealed } };
  }

  /** @param {string} log @param {number} seq */
  async frame(log, seq) {
    const view = this.#storage.records.get(placeName(log, seq));
    return view ? this.#codec.frame(view.record) : null;
  }

  /** @param {string} log own @returns {string} id */
  #audience(log) {
    return this.#peers.find((peer) => this.logTo(peer) === log) ?? this.#account.id;
  }

  /** @param {Pick<Draft, "type" | "ops" | "log">} draft @returns {Content} */
  #content({ type, ops, log }) {
    if (type === "ring") return this.#ring();
    if (type === "ack") return { peer: this.#peerHead(log) };
    if (type === "device") return { data: "a device" };
    const revs = ops.flatMap((op) => (op.kind === "put" ? [op] : []));
    if (type === "put") return { rows: revs.map(({ item, rev }) => this.#row(item, rev)) };
    const dels = ops.flatMap((op) => (op.kind === "del" ? [op] : []));
    if (type === "del")
      return { items: dels.map(({ item }) => item), lasts: dels.map(({ last }) => last) };
    if (type === "revoke")
      return { items: ops.flatMap((op) => (op.kind === "revoke" ? op.items : [])) };
    const grants = ops.flatMap((op) => (op.kind === "grant" ? op.revs : []));
    return type === "grant" ? this.#grant(grants, log) : {};
  }

  /** @param {string} item @param {string} rev @returns {Row} */
  #row(item, rev) {
    const body = this.#storage.body(item, rev);
    return { item, rev, digest: this.#codec.digest(body ?? ""), body };
  }

  /** @returns {Content} */
  #ring() {
    const generation = this.#storage.generation() + 1;
    const ring = JSON.stringify(this.#storage.meta.ring);
    return { generation, data: this.#codec.seal(this.#ringKey(), ring) };
  }

  #ringKey() {
    return this.#codec.cek(this.#account, "ring", "ring");
  }

  /** @param {GrantOp["revs"]} revs @param {string} log @returns {Content} */
  #grant(revs, log) {
    const ceks = revs.map(({ item, rev }) => this.#codec.cek(this.#account, item, rev));
    const rows = revs.map(({ item, rev }) => ({ ...this.#row(item, rev), body: null }));
    return { rows, box: this.#codec.box(this.#audience(log), ceks) };
  }

  /** @param {string} log own pair log */
  #peerHead(log) {
    const back = this.#codec.logId(this.#audience(log), this.#account.id);
    const { seq = 0, hash = "" } = this.#storage.heads[back] ?? {};
    return { seq, hash };
  }

  /** @param {Record} record @returns {View} */
  #view(record) {
    const { log, seq, prev, hash, type, author } = record;
    const own = author === this.#account.id;
    const back = own ? null : this.#back(author);
    const fills = this.#fills(record);
    try {
      return { log, seq, prev, hash, type, own, back, record, fills, ...this.#opened(record, own) };
    } catch {
      return { log, seq, prev, hash, type, own, back, record, unreadable: "wrong_key" };
    }
  }

  /** @param {Record} record @returns {boolean} whether it stands here already, and brings words that were not handed out before */
  #fills({ log, seq, hash, rows = [] }) {
    const stored = this.#storage.records.get(placeName(log, seq));
    const missing = stored?.hash === hash ? stored.record.rows : [];
    return Boolean(missing?.some(({ body }, i) => body === null && rows[i]?.body !== null));
  }

  /** @param {Record} record @param {boolean} own @returns {Pick<View, "ring" | "opened">} */
  #opened({ type, data = "", rows = [], box = "" }, own) {
    if (type === "ring") return { ring: JSON.parse(this.#codec.open(this.#ringKey(), data)) };
    if (type === "put") rows.map((row) => this.#openRow(row, this.#cek(row)));
    if (type !== "grant" || own) return {};
    const ceks = this.#codec.openBox(this.#account, box);
    return { opened: rows.map((row, i) => this.#openRow(row, ceks[i] ?? "")) };
  }

  /** @param {Row} row */
  #cek({ item, rev }) {
    return this.#codec.cek(this.#account, item, rev);
  }

  /** @param {Row} row @param {string} cek @returns {OpenedRow} */
  #openRow({ item, rev, body }, cek) {
    return { item, rev, text: body ? this.#codec.open(cek, body) : null };
  }

  /** @param {string} author @returns {string | null} */
  #back(author) {
    const log = this.logTo(author);
    const isOpen = (this.#storage.heads[log]?.seq ?? 0) > 0 && !this.#storage.isClosed(log);
    return isOpen ? log : null;
  }
}
