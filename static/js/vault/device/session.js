// The secrets of an unlocked account, in memory only: locking ends the worker that holds them.

import { CekSource } from "../../protocol/items.js";
import { Identity, KemKey } from "../../protocol/keys.js";
import { b64Encode } from "../../wire/encoding.js";
import { accountId, logId } from "../../wire/ids.js";
import { LocalSeal } from "./local-seal.js";

/** @import { Contact, Ring } from "../../protocol/ring.js" */
/** @import { Bytes } from "../../wire/encoding.js" */

/**
 * A contact with the ids that logs and screens know them by.
 * @typedef {{id: string, author: string, contact: Contact, out: string, in: string}} Peer
 */

export class Session {
  /** @type {Map<number, CekSource>} */
  #ceks = new Map();
  /** @type {Promise<KemKey[]> | null} */
  #kems = null;
  /** @type {Map<string, Peer>} */
  #byId = new Map();
  /** @type {Map<string, Peer>} */
  #byLog = new Map();

  /**
   * @param {Bytes} accountKey A
   * @param {Identity} identity
   * @param {Ring} ring
   */
  constructor(accountKey, identity, ring) {
    this.accountKey = accountKey;
    this.identity = identity;
    this.idPk = identity.public;
    this.author = b64Encode(identity.public);
    this.own = b64Encode(logId(identity.public, identity.public));
    this.local = new LocalSeal(accountKey, identity.public);
    this.sign = identity.sign.bind(identity);
    this.ring = ring;
    this.setRing(ring);
  }

  /**
   * @param {Bytes} accountKey
   * @param {Ring} ring
   * @returns {Promise<Session>}
   */
  static async of(accountKey, ring) {
    return new Session(accountKey, await Identity.fromSeed(ring.sign), ring);
  }

  /** @param {Ring} ring the account's newest */
  setRing(ring) {
    this.ring = ring;
    this.#kems = null;
    const peers = ring.contacts.map((contact) => this.peerOf(contact));
    this.#byId = new Map(peers.map((peer) => [peer.id, peer]));
    this.#byLog = new Map(
      peers.flatMap((peer) => [
        [peer.out, peer],
        [peer.in, peer],
      ]),
    );
  }

  /**
   * @param {Ring} ring newer than this one's
   * @returns {Session} the same person with that ring, while it is not stored yet
   */
  withRing(ring) {
    return new Session(this.accountKey, this.identity, ring);
  }

  /** @param {Contact} contact @returns {Peer} */
  peerOf(contact) {
    return {
      id: b64Encode(accountId(contact.idPk)),
      author: b64Encode(contact.idPk),
      contact,
      out: b64Encode(logId(this.idPk, contact.idPk)),
      in: b64Encode(logId(contact.idPk, this.idPk)),
    };
  }

  /** @returns {Peer[]} */
  peers() {
    return [...this.#byId.values()];
  }

  /** @param {string} id contact id @returns {Peer | undefined} */
  peer(id) {
    return this.#byId.get(id);
  }

  /** @param {string} log a pair log, in either direction @returns {Peer | undefined} */
  peerByLog(log) {
    return this.#byLog.get(log);
  }

  /** @returns {number} epoch of J that new revisions are sealed under */
  get epoch() {
    return Math.max(...this.ring.journal.map(({ epoch }) => epoch));
  }

  /** @param {number} epoch @returns {CekSource | null} null for an epoch that is not in the ring */
  ceks(epoch) {
    const known = this.#ceks.get(epoch);
    if (known) return known;
    const key = this.ring.journal.find((one) => one.epoch === epoch);
    if (!key) return null;
    const source = new CekSource(key.secret);
    this.#ceks.set(epoch, source);
    return source;
  }

  /** @returns {Promise<KemKey[]>} of every epoch, the newest first */
  kems() {
    const newestFirst = this.ring.kem.toSorted((a, b) => b.epoch - a.epoch);
    this.#kems ??= Promise.all(newestFirst.map(({ secret }) => KemKey.fromSeed(secret)));
    return this.#kems;
  }
}
