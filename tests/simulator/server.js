// A model of the server: what docs/api.md says of POST /records and GET /feed, and what goes wrong with servers.

import { ZERO } from "../../static/js/sync/engine-feed.js";

/** @import { PushAnswer } from "../../static/js/sync/types.js" */
/** @import { Codec, Record } from "./types.js" */

/**
 * @typedef {object} Log
 * @property {string} author
 * @property {string} audience
 * @property {Record[]} records
 * @property {boolean[][]} live  for every grant, which of its rows are handed out
 * @property {{seq: number, hash: string, generation: number, closed: boolean}} head
 *
 * @typedef {{item: string, digest: string, body: string | null}} Held
 *
 * @typedef {object} Snapshot  a backup: what lies on the disk
 * @property {Map<string, Log>} logs
 * @property {Map<string, {log: string, seq: number}[]>} feeds  by account
 * @property {Map<string, Map<string, Held>>} revs  by account and revision
 * @property {Map<string, Set<string>>} deleted  items, by account
 */

export class Server {
  /** Revisions and grants that were ever stored durably, under any epoch: what clients may have been told. */
  /** @type {Set<string>} */
  everStored = new Set();
  /** Revisions that are refused whenever they come. */
  /** @type {Set<string>} */
  poison = new Set();
  isDown = false;
  isFull = false;
  /** Connections of an earlier run of the server are dead. */
  run = 0;
  pageRecords = 1_000;
  #codec;
  #world;
  /** @type {Set<string>} */
  #links = new Set();
  /** @type {Snapshot & {epoch: string}} */
  #state;

  /**
   * @param {import("./world.js").World} world
   * @param {Codec} codec
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

  /** @param {string} author @param {string} audience */
  logId(author, audience) {
    return this.#codec.logId(author, audience);
  }

  /** @param {string} log @returns {Record[]} */
  records(log) {
    return this.#state.logs.get(log)?.records ?? [];
  }

  /** @returns {Snapshot} a backup */
  snapshot() {
    return copied(this.#state);
  }

  /** @param {Snapshot} snapshot @param {boolean} isAnnounced whether it has a new epoch */
  restore(snapshot, isAnnounced) {
    const { epoch } = this.#state;
    this.run++;
    const next = isAnnounced ? this.#codec.epoch(this.run + 1) : epoch;
    this.#state = { ...copied(snapshot), epoch: next };
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

  /** @param {string} account @param {string} id @param {number} seq @returns {Uint8Array} */
  #served(account, id, seq) {
    const log = /** @type {Log} */ (this.#state.logs.get(id));
    const record = /** @type {Record} */ (log.records[seq - 1]);
    if (record.type !== "grant") return this.#codec.frame(record);
    const held = this.#state.revs.get(log.author);
    const isAudience = log.audience === account;
    const rows = (record.rows ?? []).map((row, i) => {
      const isLive = isAudience && log.live[seq - 1]?.[i];
      return { ...row, body: isLive ? (held?.get(row.rev)?.body ?? null) : null };
    });
    return this.#codec.frame({ ...record, rows });
  }

  /**
   * @param {string} account
   * @param {Uint8Array} bytes
   * @returns {Promise<PushAnswer>}
   */
  async push(account, bytes) {
    const records = await this.#world.hold(this.#codec.parse(bytes));
    if (records.length > 256) throw { kind: "refused" };
    const logs = Map.groupBy(records, (record) => record.log);
    const own = this.#codec.logId(account, account);
    const order = [...logs].sort(([a], [b]) => Number(b === own) - Number(a === own));
    const results = order.map(([log, group]) => this.#store(account, log, group));
    return { epoch: this.epoch, results };
  }

  /** @param {string} account @param {string} id @param {Record[]} records */
  #store(account, id, records) {
    let accepted = 0;
    let problem = null;
    const after = this.#state.feeds.get(account)?.length ?? 0;
    for (const [index, record] of records.entries()) {
      const type = this.isFull ? "out-of-space" : this.#take(account, record);
      if (type) {
        problem = { type, detail: "", index };
        break;
      }
      accepted++;
    }
    const { seq = 0, hash = ZERO } = this.#state.logs.get(id)?.head ?? {};
    const next = this.#state.feeds.get(account)?.length ?? 0;
    const added = next > after ? { after, next } : null;
    return { log: id, accepted, head: { seq, hash }, added, problem };
  }

  /** @param {string} account @param {Record} record @returns {string | null} why not */
  #take(account, record) {
    if (record.author !== account) return "tampered";
    const log = this.#state.logs.get(record.log) ?? newLog(record);
    const { head } = log;
    if (record.seq <= head.seq)
      return log.records[record.seq - 1]?.hash === record.hash ? null : "stale";
    if (record.seq !== head.seq + 1 || record.prev !== head.hash) return "stale";
    const why = this.#refusal(record, log);
    if (!why) this.#append(record, log);
    return why;
  }

  /** @param {Record} record @param {Log} log @returns {string | null} */
  #refusal(record, { head, audience }) {
    const { author, type, rows = [] } = record;
    const revs = this.#state.revs.get(author) ?? new Map();
    const isPrivate = author === audience;
    if (head.closed) return "malformed";
    if (type === "ring" && record.generation !== head.generation + 1) return "stale";
    if (!isPrivate && (type === "open") !== (head.seq === 0)) return "malformed";
    if (type === "open" && !this.#mayOpen(author, audience)) return "not-linked";
    if (rows.some((row) => this.poison.has(row.rev))) return "malformed";
    const differs = rows.some(
      ({ rev, digest }) => revs.get(rev)?.digest !== digest && revs.has(rev),
    );
    if (type === "put" && differs) return "tampered";
    const isUnknown = rows.some(({ rev, digest }) => revs.get(rev)?.digest !== digest);
    return type === "grant" && isUnknown ? "unknown-revision" : null;
  }

  /** @param {string} author @param {string} audience */
  #mayOpen(author, audience) {
    const back = this.#state.logs.get(this.#codec.logId(audience, author));
    return this.#links.has(`${author} ${audience}`) || (back !== undefined && !back.head.closed);
  }

  /** @param {Record} record @param {Log} log */
  #append(record, log) {
    const { author, audience, type, seq, hash, items = [], rows = [] } = record;
    const { logs, revs, deleted, feeds } = this.#state;
    logs.set(record.log, log);
    const own = filled(revs, author, () => new Map());
    const gone = filled(deleted, author, () => new Set());
    log.records.push(record);
    log.live.push(rows.map(({ item }) => !gone.has(item)));
    const generation = type === "ring" ? (record.generation ?? 0) : log.head.generation;
    log.head = { seq, hash, generation, closed: type === "close" };
    for (const { item, rev, digest, body } of type === "put" ? rows : []) {
      this.everStored.add(`${record.log} ${item} ${rev}`);
      own.set(rev, { item, digest, body: body ?? own.get(rev)?.body ?? null });
      gone.delete(item);
    }
    for (const item of type === "del" ? items : []) gone.add(item);
    this.#withdraw(record);
    for (const reader of new Set([author, audience]))
      filled(feeds, reader, () => []).push({ log: record.log, seq });
  }

  /** @param {Record} record after which some bodies are handed out no more */
  #withdraw({ log: id, type, author, items = [] }) {
    if (!["del", "revoke", "close"].includes(type)) return;
    for (const [other, log] of this.#state.logs) {
      if (log.author !== author || (type !== "del" && other !== id)) continue;
      log.live = log.records.map(({ rows = [] }, n) =>
        rows.map(({ item }, i) => {
          const isTaken = type === "close" || items.includes(item);
          return !isTaken && Boolean(log.live[n]?.[i]);
        }),
      );
    }
  }
}

/** @param {Snapshot} state @returns {Snapshot} */
function copied({ logs, feeds, revs, deleted }) {
  return {
    logs: new Map([...logs].map(([id, log]) => [id, copiedLog(log)])),
    feeds: new Map([...feeds].map(([id, feed]) => [id, [...feed]])),
    revs: new Map([...revs].map(([id, own]) => [id, new Map(own)])),
    deleted: new Map([...deleted].map(([id, own]) => [id, new Set(own)])),
  };
}

/** @param {Log} log @returns {Log} */
function copiedLog(log) {
  return { ...log, records: [...log.records], live: log.live.map((rows) => [...rows]) };
}

/** @param {Record} record its first @returns {Log} */
function newLog({ author, audience }) {
  const head = { seq: 0, hash: ZERO, generation: 0, closed: false };
  return { author, audience, records: [], live: [], head };
}

/** @template V @param {Map<string, V>} map @param {string} key @param {() => V} make @returns {V} */
function filled(map, key, make) {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
