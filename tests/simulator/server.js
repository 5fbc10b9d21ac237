// A model of the server: what docs/api.md says of POST /records and GET /feed, and what goes wrong with servers.

import { ZERO } from "../../static/js/sync/engine-feed.js";

/**
 * @typedef {object} Log
 * @property {string} author
 * @property {string} audience
 * @property {import("./fake-codec.js").Record[]} records
 * @property {boolean[][]} live  for every grant, which of its rows are handed out
 * @property {{seq: number, hash: string, generation: number, closed: boolean}} head
 */

export class Server {
  /** Revisions and grants that were ever stored durably, under any epoch: what clients may have been told. */
  everStored = new Set();
  /** Revisions that are refused whenever they come. */
  poison = new Set();
  isDown = false;
  isFull = false;
  /** Connections of an earlier run of the server are dead. */
  run = 0;
  pageRecords = 1_000;
  #codec;
  #world;
  #links = new Set();
  #state;

  /**
   * @param {import("./world.js").World} world
   * @param {typeof import("./fake-codec.js").fakeCodec} codec
   */
  constructor(world, codec) {
    this.#world = world;
    this.#codec = codec;
    this.#state = {
      epoch: codec.epoch(1),
      logs: new Map(),
      feeds: new Map(),
      revs: new Map(),
      deleted: new Map(),
    };
  }

  get epoch() {
    return this.#state.epoch;
  }

  /** @param {string} inviter @param {string} answerer */
  link(inviter, answerer) {
    this.#links.add(`${inviter} ${answerer}`);
  }

  /** @param {string} log @returns {import("./fake-codec.js").Record[]} */
  records(log) {
    return this.#state.logs.get(log)?.records ?? [];
  }

  /** @returns {object} a backup */
  snapshot() {
    const { logs, feeds, revs, deleted } = this.#state;
    const copy = (map, of) => new Map([...map].map(([key, value]) => [key, of(value)]));
    return {
      logs: copy(logs, (log) => ({
        ...log,
        records: [...log.records],
        live: log.live.map((rows) => [...rows]),
      })),
      feeds: copy(feeds, (feed) => [...feed]),
      revs: copy(revs, (own) => new Map(own)),
      deleted: copy(deleted, (own) => new Set(own)),
    };
  }

  /** @param {object} snapshot @param {boolean} isAnnounced whether it has a new epoch */
  restore(snapshot, isAnnounced) {
    const kept = this.#state;
    this.#state = snapshot;
    const copy = this.snapshot();
    this.run++;
    this.#state = { ...copy, epoch: isAnnounced ? this.#codec.epoch(this.run + 1) : kept.epoch };
  }

  /** @param {string} account @param {number} after @returns {Uint8Array} */
  feed(account, after) {
    const feed = this.#state.feeds.get(account) ?? [];
    if (after > feed.length) throw { kind: "feed-ahead", epoch: this.epoch };
    const entries = feed.slice(after, after + this.pageRecords);
    const next = after + entries.length;
    const frames = entries.map(({ log, seq }) => this.#served(account, log, seq));
    return this.#codec.page({ epoch: this.epoch, after, next, more: next < feed.length }, frames);
  }

  #served(account, id, seq) {
    const log = this.#state.logs.get(id);
    const record = log.records[seq - 1];
    if (record.type !== "grant") return this.#codec.frame(record);
    const bodies = this.#state.revs.get(log.author);
    const isAudience = log.audience === account;
    const rows = record.rows.map((row, i) => {
      const body = isAudience && log.live[seq - 1][i] ? (bodies.get(row.rev)?.body ?? null) : null;
      return { ...row, body };
    });
    return this.#codec.frame({ ...record, rows });
  }

  /**
   * @param {string} account
   * @param {Uint8Array} bytes
   * @returns {Promise<import("../../static/js/sync/types.js").PushAnswer>}
   */
  async push(account, bytes) {
    const records = await this.#world.hold(this.#codec.parse(bytes));
    if (records.length > 256) throw { kind: "refused" };
    const logs = Map.groupBy(records, (record) => record.log);
    const own = this.#codec.logId(account, account);
    const order = [...logs.keys()].sort((a, b) => Number(b === own) - Number(a === own));
    const results = order.map((log) => this.#store(account, log, logs.get(log)));
    return { epoch: this.epoch, results };
  }

  #store(account, id, records) {
    let accepted = 0;
    let problem = null;
    for (const [index, record] of records.entries()) {
      const type = this.isFull ? "out-of-space" : this.#take(account, record);
      if (type) {
        problem = { type, detail: "", index };
        break;
      }
      accepted++;
    }
    const { seq = 0, hash = ZERO } = this.#state.logs.get(id)?.head ?? {};
    return { log: id, accepted, head: { seq, hash }, problem };
  }

  /** @returns {string | null} why not */
  #take(account, record) {
    if (record.author !== account) return "tampered";
    const log = this.#state.logs.get(record.log) ?? newLog(record);
    const { head } = log;
    if (record.seq <= head.seq)
      return log.records[record.seq - 1].hash === record.hash ? null : "stale";
    if (record.seq !== head.seq + 1 || record.prev !== head.hash) return "stale";
    return this.#refusal(record, log) ?? this.#append(record, log);
  }

  #refusal(record, { head, audience }) {
    const { author, type, rows = [] } = record;
    const revs = this.#state.revs.get(author) ?? new Map();
    if (head.closed) return "malformed";
    if (type === "ring" && record.generation !== head.generation + 1) return "stale";
    if (type === "open" && head.seq > 0) return "malformed";
    if (type === "open" && !this.#mayOpen(author, audience)) return "not-linked";
    if (type !== "open" && author !== audience && head.seq === 0) return "malformed";
    if (rows.some((row) => this.poison.has(row.rev))) return "malformed";
    if (
      type === "put" &&
      rows.some(({ rev, digest }) => revs.has(rev) && revs.get(rev).digest !== digest)
    )
      return "tampered";
    if (type === "grant" && rows.some(({ rev, digest }) => revs.get(rev)?.digest !== digest))
      return "unknown-revision";
    return null;
  }

  #mayOpen(author, audience) {
    const back = this.#state.logs.get(this.#codec.logId(audience, author));
    return this.#links.has(`${author} ${audience}`) || (back !== undefined && !back.head.closed);
  }

  #append(record, log) {
    const { author, audience, type, items = [], rows = [] } = record;
    const { logs, revs, deleted } = this.#state;
    logs.set(record.log, log);
    const own = fill(revs, author, () => new Map());
    const gone = fill(deleted, author, () => new Set());
    log.records.push(record);
    log.live.push(rows.map(({ item }) => !gone.has(item)));
    log.head = {
      seq: record.seq,
      hash: record.hash,
      generation: type === "ring" ? record.generation : log.head.generation,
      closed: type === "close",
    };
    for (const { item, rev, digest, body } of rows) {
      this.everStored.add(`${record.log} ${item} ${rev}`);
      if (type !== "put") continue;
      own.set(rev, { item, digest, body: body ?? own.get(rev)?.body ?? null });
      gone.delete(item);
    }
    for (const item of type === "del" ? items : []) gone.add(item);
    this.#withdraw(record, author);
    for (const reader of new Set([author, audience]))
      fill(this.#state.feeds, reader, () => []).push({ log: record.log, seq: record.seq });
    return null;
  }

  #withdraw({ log: id, type, items }, author) {
    if (!["del", "revoke", "close"].includes(type)) return;
    for (const [other, log] of this.#state.logs) {
      if (log.author !== author || (type !== "del" && other !== id)) continue;
      log.records.forEach((record, n) => {
        record.rows?.forEach((row, i) => {
          if (type === "close" || items.includes(row.item)) log.live[n][i] = false;
        });
      });
    }
  }
}

/** @returns {Log} */
function newLog({ author, audience }) {
  return {
    author,
    audience,
    records: [],
    live: [],
    head: { seq: 0, hash: ZERO, generation: 0, closed: false },
  };
}

function fill(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}
