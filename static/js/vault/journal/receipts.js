// What has been shared with whom, and what became of it: read from the terms of each share, the logs and what the others let one know.

import { msOf } from "../../domain/phases.js";
import { logRange } from "../../store/database.js";
import { parseHeader } from "../../wire/headers.js";
import { isEntryLine } from "../device/books.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { Receipt } from "../../domain/ledger.js" */
/** @import { ShareTerms } from "../../domain/sharing.js" */
/** @import { StoredRecord } from "../device/facts.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Sharing } from "./sharing.js" */

/** An item as one person was granted it: the last time, and whether that has ended. @typedef {{item: string, seq: number, ended: number|null}} Granted */
/** @typedef {Omit<Receipt, "when"|"what"|"person"|"name">} About */

export class Receipts {
  #unlocked;
  #sharing;

  /**
   * @param {Unlocked} unlocked
   * @param {Sharing} sharing
   */
  constructor(unlocked, sharing) {
    this.#unlocked = unlocked;
    this.#sharing = sharing;
  }

  /** @param {{person?: string}} input @returns {Promise<Receipt[]>} the last first, and after them what nobody noted the time of */
  async list({ person }) {
    const { session } = this.#unlocked;
    const peers = person === undefined ? session.peers() : [this.#unlocked.peer(person)];
    const found = await Promise.all(peers.map((peer) => this.#with(peer)));
    return found.flat().sort((a, b) => timeOf(b.when) - timeOf(a.when));
  }

  /** @param {Peer} peer @returns {Promise<Receipt[]>} */
  async #with(peer) {
    const terms = await this.#sharing.shares({ person: peer.id });
    const granted = this.#granted(peer);
    const acks = await this.#acks(peer);
    const lastNoted = new Map(terms.map(({ item, events }) => [item, events.at(-1)?.what]));
    const said = [
      ...terms.flatMap((one) => this.#events(one)),
      ...this.#byEntry(granted).flatMap((one) => logged(one, lastNoted, acks)),
      ...granted.flatMap(({ item }) => this.#opened(item, peer)),
      ...this.#written(peer),
    ];
    return said.map((line) => ({ ...line, person: peer.id, name: peer.contact.name }));
  }

  /** @param {ShareTerms} terms */
  #events({ item, events, part }) {
    const nameless = { item, kind: /** @type {const} */ ("entry"), title: "", instrument: null };
    const about = this.#about(item) ?? nameless;
    return events.map(({ what, at }) => ({ ...about, part, what, when: at }));
  }

  /** @param {readonly Granted[]} granted @returns {(Granted & {about: About})[]} what was granted last of each entry and dosing session */
  #byEntry(granted) {
    const found = granted.flatMap((one) => {
      const about = this.#about(one.item);
      return about ? [{ ...one, about }] : [];
    });
    const inOrder = found.sort((a, b) => a.seq - b.seq);
    return [...new Map(inOrder.map((one) => [one.about.item, one])).values()];
  }

  /** @param {string} item @param {Peer} peer */
  #opened(item, peer) {
    const when = this.#unlocked.library.openedBy(item, peer);
    const about = when === undefined ? null : this.#about(item);
    return about ? [{ ...about, what: /** @type {const} */ ("opened"), when: when ?? null }] : [];
  }

  /** @param {Peer} peer what they have written about one's entries, and what one answered */
  #written(peer) {
    const { library } = this.#unlocked;
    return library.commentsFrom(peer).flatMap((comment) => {
      const about = this.#about(comment.line.parent.item);
      const answer = library.answerTo(comment);
      if (!about) return [];
      const said = { ...about, what: /** @type {const} */ ("commented") };
      return [
        { ...said, when: comment.line.written },
        ...(answer
          ? [{ ...about, what: /** @type {const} */ ("answered"), when: answer.line.written }]
          : []),
      ];
    });
  }

  /** @param {string} id own @returns {About | null} null: neither an entry, in whole or in parts, nor a dosing session */
  #about(id) {
    const { ledger } = this.#unlocked.holdings;
    const lineOf = (/** @type {string} */ item) =>
      (this.#unlocked.holdings.shown(item)?.fact ?? ledger.items.get(item)?.fact)?.line;
    const line = lineOf(id);
    const nothing = { instrument: null, part: null };
    if (line?.kind === "dosing") return { item: id, kind: "dosing", title: "", ...nothing };
    if (!isEntryLine(line)) return null;
    if (!("part" in line)) {
      const { kind, title, instrument } = line;
      return { item: id, kind, title, instrument, part: null };
    }
    const whole = lineOf(line.parent.item);
    const { kind, title, instrument } = isEntryLine(whole) ? whole : line;
    return { item: line.parent.item, kind, title, instrument, part: line.part };
  }

  /** @param {Peer} peer @returns {Granted[]} as one's own log to them has it */
  #granted({ out }) {
    /** @type {Map<string, Granted>} */
    const granted = new Map();
    for (const { log, type, item = "", seq } of this.#unlocked.holdings.ledger.facts()) {
      if (log !== out) continue;
      if (type === "grant") granted.set(item, { item, seq, ended: null });
      const known = granted.get(item);
      const gone = type === "close" ? [...granted.values()] : known ? [known] : [];
      if (type !== "grant") for (const one of gone) one.ended ??= seq;
    }
    return [...granted.values()];
  }

  /** @param {Peer} peer @returns {Promise<number[]>} up to which records of one's own log they have said that they have it */
  async #acks(peer) {
    /** @type {StoredRecord[]} */
    const records = await this.#unlocked.holdings.db.getAll("records", logRange(peer.in));
    return records
      .filter(({ type }) => type === "ack")
      .map(({ header }) => parseHeader(new Uint8Array(header)).peerSeq);
  }
}

/**
 * What only the logs know, and without a time: that it has arrived; and where no terms were kept, that it was shared and has ended.
 * @param {Granted & {about: About}} granted
 * @param {ReadonlyMap<string, string|undefined>} lastNoted by entry of which terms were kept
 * @param {readonly number[]} acks
 */
function logged({ seq, ended, about }, lastNoted, acks) {
  const isThere = acks.some((ack) => ack >= seq && ack < (ended ?? Infinity));
  const isEnded = ended !== null && lastNoted.get(about.item) !== "ended";
  /** @type {[boolean, Receipt["what"]][]} */
  const lines = [
    [!lastNoted.has(about.item), "shared"],
    [isThere, "delivered"],
    [isEnded, "ended"],
  ];
  return lines.filter(([is]) => is).map(([, what]) => ({ ...about, what, when: null }));
}

/** @param {Instant|null} when */
function timeOf(when) {
  return when ? msOf(when) : 0;
}
