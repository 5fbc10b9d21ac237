// The vault as the engine is lent it, over either codec: the only one here that knows texts and keys.

import { placeName } from "../../static/js/sync/engine-feed.js";

export class SimVault {
  #codec;
  #account;
  #storage;
  #world;
  #peers;

  /**
   * @param {import("./world.js").World} world
   * @param {typeof import("./fake-codec.js").fakeCodec} codec
   * @param {{id: string, secret: string}} account
   * @param {string[]} peers ids of other accounts
   * @param {import("./storage.js").SimStorage} storage
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

  async read(bytes) {
    const page = await this.#world.hold(this.#codec.readPage(bytes));
    const places = page.records.map(({ log, seq, type }) => `${log.slice(0, 4)}:${seq} ${type}`);
    this.#world.note(() => `page to ${page.next} of ${page.epoch}: ${places.join(", ")}`);
    return { ...page, records: page.records.map((record) => this.#view(record)) };
  }

  async link(draft) {
    const bare = draft.ops.filter(
      ({ kind, item, rev }) => kind === "put" && !this.#storage.body(item, rev),
    );
    if (bare.length > 0) throw { kind: "unlinkable", ops: bare.map(({ n }) => n) };
    const content = this.#content(draft);
    const audience = this.#peers.find((peer) => this.logTo(peer) === draft.log) ?? this.#account.id;
    const { log, seq, prev, type } = draft;
    const place = { log, seq, prev, type, audience };
    const { bytes, hash } = await this.#world.hold(
      this.#codec.build(this.#account, place, content),
    );
    const record = { ...content, log, seq, prev, hash, type, author: this.#account.id, audience };
    const [parsed] = await this.#world.hold(this.#codec.parse(bytes));
    return { log, seq, prev, hash, bytes, view: this.#view({ ...record, ...parsed }) };
  }

  async fork({ op, covers, current }) {
    const text = this.text(op.item, op.rev);
    if (text === null) throw { kind: "unlinkable", ops: [op.n] };
    if (this.text(op.item, current) === text) return { op, covers, current, copy: null };
    const item = this.#codec.conflictItem(op.item, op.rev);
    const rev = this.#codec.conflictRev(op.item, op.rev);
    const body = this.seal(item, rev, text);
    return { op, covers, current, copy: { item, rev, size: op.size }, body };
  }

  async frame(log, seq) {
    const view = this.#storage.records.get(placeName(log, seq));
    return view ? this.#codec.frame(view.record) : null;
  }

  #content({ type, ops, log }) {
    if (type === "put") return { rows: ops.map(({ item, rev }) => this.#row(item, rev)) };
    if (type === "del")
      return { items: ops.map(({ item }) => item), lasts: ops.map(({ last }) => last) };
    if (type === "revoke") return { items: ops.flatMap(({ items }) => items) };
    if (type === "ring") return this.#ring();
    if (type === "grant")
      return this.#grant(
        ops.flatMap(({ revs }) => revs),
        log,
      );
    if (type === "ack") return { peer: this.#peerHead(log) };
    return type === "device" ? { data: "a device" } : {};
  }

  #row(item, rev) {
    const body = this.#storage.body(item, rev);
    return { item, rev, digest: this.#codec.digest(body), body };
  }

  #ring() {
    const generation = this.#storage.generation() + 1;
    return {
      generation,
      data: this.#codec.seal(this.#ringKey(), JSON.stringify(this.#storage.meta.ring)),
    };
  }

  #ringKey() {
    return this.#codec.cek(this.#account, "ring", "ring");
  }

  #grant(revs, log) {
    const audience = this.#peers.find((peer) => this.logTo(peer) === log);
    const ceks = revs.map(({ item, rev }) => this.#codec.cek(this.#account, item, rev));
    const rows = revs.map(({ item, rev }) => ({ ...this.#row(item, rev), body: null }));
    return { rows, box: this.#codec.box(audience, ceks) };
  }

  #peerHead(log) {
    const peer = this.#peers.find((one) => this.logTo(one) === log);
    const { seq, hash } = this.#storage.heads[this.#codec.logId(peer, this.#account.id)];
    return { seq, hash };
  }

  #view(record) {
    const { log, seq, prev, hash, type, author } = record;
    const own = author === this.#account.id;
    const view = { log, seq, prev, hash, type, own, back: own ? null : this.#back(author), record };
    try {
      if (type === "ring") view.ring = JSON.parse(this.#codec.open(this.#ringKey(), record.data));
      if (type === "put")
        record.rows.forEach(
          ({ item, rev, body }) =>
            body && this.#codec.open(this.#codec.cek(this.#account, item, rev), body),
        );
      if (type === "grant" && !own) view.opened = this.#opened(record);
    } catch {
      view.unreadable = "wrong_key";
    }
    return view;
  }

  #opened({ rows, box }) {
    const ceks = this.#codec.openBox(this.#account, box);
    return rows.map(({ item, rev, body }, i) => ({
      item,
      rev,
      text: body ? this.#codec.open(ceks[i], body) : null,
    }));
  }

  #back(author) {
    const log = this.logTo(author);
    return (this.#storage.heads[log]?.seq ?? 0) > 0 && !this.#storage.isClosed(log) ? log : null;
  }
}
