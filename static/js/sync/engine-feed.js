// What a page of the feed means for the logs kept here: docs/protocol.md section 5, "Rollback and omission" and "Epoch of the server".

/** @import { Change, Head, Page, Place, RecordView, State } from "./types.js" */

/** `prev` of the first record of a log: 32 zero bytes. */
export const ZERO = "A".repeat(43);

/** @type {Readonly<Head>} */
const NONE = Object.freeze({ seq: 0, hash: ZERO, shown: 0, mine: false });

/** @param {Head} head @returns {number} up to where the feed itself has shown the log */
export function fedOf({ fed, shown }) {
  return fed ?? shown;
}

/**
 * @param {Head} head
 * @param {number} fed
 * @returns {Head} with that, which is written down only while it is behind
 */
export function fedUpTo({ fed: _fed, ...head }, fed) {
  return fed < head.shown ? { ...head, fed } : head;
}

/**
 * Whatever the server took before a pull begins, the feed shows in that pull. Where it does not, the server has lost it, and says nothing.
 * @param {{[log: string]: Head}} heads at the end of the feed
 * @returns {boolean}
 */
export function hasLost(heads) {
  return Object.values(heads).some((head) => fedOf(head) < head.shown);
}

/**
 * What to do about a page: store it, ask what an own log's replaced records said, raise the alarm, or take it for a broken answer.
 * @typedef {{kind: "apply", change: Change, changed: boolean}
 *   | {kind: "orphans", log: string, from: number}
 *   | {kind: "alarm"}
 *   | {kind: "broken"}} Verdict
 */

/**
 * @param {string} log
 * @param {number} seq
 * @returns {string} how `Storage.hashes` names a place
 */
export function placeName(log, seq) {
  return `${log}:${seq}`;
}

/**
 * Follows the chain of every log in the page. Signatures and body hashes have been verified by the vault.
 * @param {State} state
 * @param {Page} page
 * @param {{[place: string]: string}} known hashes of what is stored, for every record of the page and the one before it
 * @returns {Verdict}
 */
export function followPage(state, page, known) {
  const follower = new Follower(state, known);
  for (const record of page.records) {
    const verdict = follower.follow(record);
    if (verdict) return verdict;
  }
  const changed =
    page.records.length > 0 || page.next !== state.cursor || page.epoch !== state.epoch;
  return {
    kind: "apply",
    changed,
    change: { ...follower.change(), epoch: page.epoch, cursor: page.next },
  };
}

class Follower {
  #state;
  #known;
  /** @type {{[log: string]: Head}} */
  #heads = {};
  /** @type {RecordView[]} */
  #records = [];
  /** @type {Place[]} */
  #acked = [];
  /** @type {Set<string>} */
  #unlink = new Set();
  /** @type {Set<string>} */
  #acks = new Set();
  #retry = false;
  /** @type {RecordView[]} */
  #fills = [];

  /**
   * @param {State} state
   * @param {{[place: string]: string}} known
   */
  constructor(state, known) {
    this.#state = state;
    this.#known = { ...known };
  }

  /** @returns {Change} relaxed: whatever is lost with it is pulled again */
  change() {
    const quarantine = this.#records.filter((record) => record.unreadable);
    return {
      durability: "relaxed",
      records: this.#records,
      ...(this.#fills.length > 0 && { fills: this.#fills }),
      heads: this.#heads,
      acked: this.#acked,
      unlink: [...this.#unlink],
      acks: [...this.#acks].map((log) => ({ log, kind: "ack" })),
      retry: this.#retry,
      quarantine,
      notices: quarantine.map((record) => ({ type: "set-aside", item: record.log })),
    };
  }

  /** @param {RecordView} record @returns {Verdict | null} */
  follow(record) {
    const { log, seq, hash } = record;
    const head = this.#heads[log] ?? this.#state.heads[log] ?? { ...NONE, mine: record.own };
    const have = this.#known[placeName(log, seq)];
    if (seq <= head.shown) return this.#seeAgain(head, record, have);
    if (seq !== head.shown + 1) return { kind: "broken" };
    if (record.prev !== this.#hashBefore(head, log, seq)) return { kind: "alarm" };
    // Whether it has been said already is looked up when it is to be linked.
    if (!record.own && record.back && record.type !== "ack") this.#acks.add(record.back);
    // The server takes nothing but an ack and a close after it: what is signed already is looked at again.
    if (!record.own && record.back && record.type === "close") this.#unlink.add(record.back);
    // What was refused for want of a link is tried again when the peer's side is there.
    if (!record.own && record.type === "open") this.#retry = true;
    if (seq <= head.seq) return this.#meetAgain(head, record, have);
    this.#heads[log] = fedUpTo({ ...head, seq, hash, shown: seq }, seq);
    this.#append(record);
    return null;
  }

  /** @param {Head} head @param {RecordView} record @param {string | undefined} have @returns {Verdict | null} */
  #seeAgain(head, record, have) {
    if (have !== record.hash) return { kind: "alarm" };
    if (head.fed !== undefined)
      this.#heads[record.log] = fedUpTo(head, Math.max(head.fed, record.seq));
    if (record.fills) this.#fills.push(record);
    return null;
  }

  /** @param {Head} head @param {string} log @param {number} seq */
  #hashBefore(head, log, seq) {
    if (seq === 1) return ZERO;
    return seq === head.seq + 1 ? head.hash : this.#known[placeName(log, seq - 1)];
  }

  /**
   * A place that was filled here before the server was restored, or before the store was half wiped.
   * @param {Head} head
   * @param {RecordView} record
   * @param {string | undefined} have
   * @returns {Verdict | null}
   */
  #meetAgain(head, record, have) {
    const { log, seq, hash } = record;
    const expected = seq === head.seq ? head.hash : (have ?? hash);
    if (expected !== hash)
      return this.#state.strict ? { kind: "alarm" } : { kind: "orphans", log, from: seq };
    this.#heads[log] = fedUpTo({ ...head, shown: seq }, seq);
    if (have === undefined) this.#append(record);
    else if (record.fills) this.#fills.push(record);
    return null;
  }

  /** @param {RecordView} record */
  #append(record) {
    const { log, seq, hash } = record;
    this.#records.push(record);
    this.#known[placeName(log, seq)] = hash;
    const sent = this.#state.sent.find((frame) => frame.log === log && frame.seq === seq);
    if (sent?.hash === hash) this.#acked.push({ log, seq, hash });
    else if (sent) this.#unlink.add(log);
  }
}
