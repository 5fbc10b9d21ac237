// What the screens are shown: made from the ledger and the outbox when it is asked for, and forgotten at every change.

import { msOf, placeAmong } from "../model/phases.js";
import { isDocument, isEntry, makeBooks, NO_SHELF } from "./books.js";
import { standingOf } from "./standing.js";
import { WordIndex } from "./word-index.js";

/** @import { Dosing, EntrySummary, Instant, Person, Share, Timeline } from "./types.js" */
/** @import { Books, Shelf, ShownComment, ShownDocument, ShownDosing, ShownEntry } from "./books.js" */
/** @import { Holdings } from "./holdings.js" */
/** @import { Peer } from "./session.js" */

export class Library {
  #holdings;
  /** @type {Books | null} */
  #books = null;
  #isStale = true;
  #index;

  /** @param {Holdings} holdings */
  constructor(holdings) {
    this.#holdings = holdings;
    this.#index = new WordIndex(holdings);
  }

  /** Something has changed. */
  reset() {
    this.#isStale = true;
  }

  /** @param {number} [limit] @returns {EntrySummary[]} own, newest first */
  entries(limit) {
    const { entries } = this.shelf(this.#own);
    return entries.slice(0, limit).map((entry) => this.summary(entry));
  }

  /**
   * @param {string} id
   * @returns {EntrySummary | null} own or shared with this account
   */
  entry(id) {
    const shown = this.#holdings.shown(id);
    return shown && isEntry(shown) ? this.summary(shown) : null;
  }

  /** @returns {Dosing[]} own, by date */
  dosings() {
    return this.#dosingsOf(this.#own);
  }

  /**
   * @param {Peer} [peer] whose; absent: one's own
   * @returns {Omit<Timeline, "person">}
   */
  timeline(peer) {
    const log = peer?.in ?? this.#own;
    const entries = this.shelf(log).entries.map((entry) => this.summary(entry));
    return { dosings: this.#dosingsOf(log), entries: entries.reverse() };
  }

  /** @param {string} kind @returns {ShownDocument[]} own, what was written last first */
  documents(kind) {
    return this.everyones(kind).filter(({ foreign }) => !foreign);
  }

  /** @param {string} kind @returns {ShownDocument[]} own and others', what was written last first */
  everyones(kind) {
    const found = this.#book.documents.filter((one) => isDocument(one, kind));
    return found.sort((a, b) => msOf(b.line.written) - msOf(a.line.written));
  }

  /** @param {string} item @returns {boolean} whether this account has ticked it off */
  isReviewed(item) {
    return this.#book.reviewed.get(item) ?? false;
  }

  /** @param {Peer} peer @returns {Person} */
  person(peer) {
    const { id, contact } = peer;
    const { name, role, verified, dosing } = contact;
    const shared = role === "therapist" ? this.#sharedWith(peer) : this.shelf(peer.in).entries;
    const unread =
      role === "therapist"
        ? this.#unreadComments(peer)
        : shared.filter(({ id, line }) => line.kind === "entry" && !this.isReviewed(id)).length;
    const lastShareAt = shared.reduce(
      (last, { line: { written } }) => (last > written.at ? last : written.at),
      "",
    );
    return {
      id,
      name,
      role,
      state: standingOf(this.#holdings, peer),
      verified,
      dosing,
      sharedCount: shared.length,
      unread,
      lastShareAt: lastShareAt || null,
    };
  }

  /** @param {string} id @returns {ShownComment[]} of an entry, the oldest first */
  comments(id) {
    const found = this.#book.comments.get(id) ?? [];
    return [...found].sort((a, b) => msOf(a.line.written) - msOf(b.line.written));
  }

  /** @param {string} item @returns {boolean} */
  isOpened(item) {
    return this.#book.opened.has(item);
  }

  /** @param {string} item @returns {Instant | null} when it was first opened on this account, where that was noted */
  openedAt(item) {
    return this.#book.opened.get(item) ?? null;
  }

  /** @param {string} item own @returns {Share[]} */
  shares(item) {
    const { session } = this.#holdings;
    return [...(this.#book.shares.get(item) ?? [])].flatMap(([log, state]) => {
      const peer = session.peerByLog(log);
      return peer && peer.contact.state !== "closed"
        ? [{ person: peer.id, name: peer.contact.name, state }]
        : [];
    });
  }

  /** @param {{text: string, limit?: number}} input @returns {Promise<EntrySummary[]>} own entries in which it stands, newest first */
  async find({ text, limit }) {
    await this.#index.read(this.shelf(this.#own).entries);
    // What has changed while the index was read has its words read the next time.
    const found = this.#index.having(text, this.shelf(this.#own).entries, limit);
    return found.map((entry) => this.summary(entry));
  }

  get #own() {
    return this.#holdings.session.own;
  }

  /** @returns {Books} */
  get #book() {
    if (this.#books === null || this.#isStale) this.#books = makeBooks(this.#holdings, this.#books);
    this.#isStale = false;
    return this.#books;
  }

  /** @param {string} log @returns {Shelf} the same object as long as nothing on it has changed */
  shelf(log) {
    return this.#book.shelves.get(log) ?? NO_SHELF;
  }

  /** @param {string} log @returns {Dosing[]} */
  #dosingsOf(log) {
    const { dosings } = this.shelf(log);
    return dosings
      .map((dosing) => this.dosing(dosing))
      .sort((a, b) => msOf(a.happened) - msOf(b.happened));
  }

  /** @param {ShownDosing} dosing @returns {Dosing} */
  dosing({ id, log, foreign, fact, kept, line }) {
    const { happened, route, number, state, note, course = null } = line;
    return {
      id,
      author: this.#author(log, foreign),
      rev: fact.rev ?? "",
      happened,
      route,
      number,
      state,
      note,
      course,
      kept,
    };
  }

  /** @param {string} log @param {boolean} foreign @returns {string | null} */
  #author(log, foreign) {
    return foreign ? (this.#holdings.session.peerByLog(log)?.id ?? null) : null;
  }

  /** @param {ShownEntry} shown @returns {EntrySummary} */
  summary({ id, log, foreign, fact, kept, line }) {
    const comments = this.#book.comments.get(id) ?? [];
    const { doses } = this.shelf(log);
    const placed = placeAmong(doses, msOf(line.happened), line.phase);
    return {
      id,
      author: this.#author(log, foreign),
      rev: fact.rev ?? "",
      kind: line.kind,
      phase: placed.phase,
      dosing: line.dosing ?? placed.dosing,
      happened: line.happened,
      written: line.written,
      prompt: line.prompt,
      title: line.title,
      preview: line.preview,
      kept,
      shares: foreign ? [] : this.shares(id),
      comments: comments.length,
      unreadComment: comments.some((comment) => comment.foreign && !this.isOpened(comment.id)),
      reviewed: foreign && (this.#book.reviewed.get(id) ?? false),
      opened: foreign && this.isOpened(id),
      conflictCopy: line.conflict,
      instrument: line.instrument,
      total: line.total,
    };
  }

  /** @param {Peer} peer @returns {ShownEntry[]} */
  #sharedWith(peer) {
    const { shares } = this.#book;
    return this.shelf(this.#own).entries.filter(({ id }) => shares.get(id)?.has(peer.out));
  }

  /** @param {Peer} peer @returns {number} */
  #unreadComments(peer) {
    const all = [...this.#book.comments.values()].flat();
    return all.filter(({ log, id }) => log === peer.in && !this.isOpened(id)).length;
  }
}
