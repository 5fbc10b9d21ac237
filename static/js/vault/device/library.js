// What the screens are shown: made from the ledger and the outbox when it is asked for, and forgotten at every change.

import { msOf, placeAmong } from "../../domain/phases.js";
import { isDocument, isEntry, makeBooks, NO_SHELF } from "./books.js";
import { standingOf } from "./standing.js";
import { WordIndex } from "./word-index.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { Piece } from "../../domain/search.js" */
/** @import { HeldBack, Share } from "../../domain/sharing.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { Books, Shelf, ShownComment, ShownDocument, ShownDosing, ShownEntry, ShownExcerpt, ShownTerms } from "./books.js" */
/** @import { Holdings, Shown } from "./holdings.js" */
/** @import { Peer } from "./session.js" */

/** What others ask of one: it is folded away where they are muted. */
const CALLING = ["assignment", "request"];

/** @typedef {{sharedCount: number, lastShareAt: string|null}} Sums */

export class Library {
  #holdings;
  /** @type {Books | null} */
  #books = null;
  #isStale = true;
  /** @type {WeakMap<Shelf, Sums & {unread: number}>} */
  #sums = new WeakMap();
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
   * @returns {Pick<Timeline, "dosings"|"entries">}
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
    const isFolded = (/** @type {Shown} */ { foreign, log }) =>
      foreign && CALLING.includes(kind) && this.#isQuiet(log);
    const found = this.#book.documents
      .filter((one) => isDocument(one, kind))
      .filter((one) => !isFolded(one));
    return found.sort((a, b) => msOf(b.line.written) - msOf(a.line.written));
  }

  /** @param {string} author b64 id_pk @returns {""|"muted"|"blocked"} whether one does not want to hear from them */
  quiet(author) {
    const what = this.#book.quiet.get(author);
    return what === "muted" || what === "blocked" ? what : "";
  }

  /** @param {string} log that somebody else writes @returns {boolean} whether it makes no mark */
  #isQuiet(log) {
    return this.quiet(this.#holdings.session.peerByLog(log)?.author ?? "") !== "";
  }

  /** @param {string} item @returns {boolean} whether this account has ticked it off */
  isReviewed(item) {
    return this.#book.reviewed.get(item) ?? false;
  }

  /** @param {Peer} peer @returns {Person} */
  person(peer) {
    const { id, contact } = peer;
    const { name, role, verified, dosing } = contact;
    const counted =
      role === "therapist"
        ? { ...sums(this.#sharedWith(peer)), unread: this.#unreadComments(peer) }
        : this.#sumsOf(this.shelf(peer.in));
    return {
      id,
      name,
      role,
      state: standingOf(this.#holdings, peer),
      verified,
      dosing,
      ...counted,
      quiet: this.quiet(peer.author),
      ...(this.#isQuiet(peer.in) && { unread: 0 }),
    };
  }

  /** @param {Shelf} shelf of one who shares @returns {Sums & {unread: number}} kept as long as nothing on it changes */
  #sumsOf(shelf) {
    const known = this.#sums.get(shelf);
    if (known) return known;
    const unread = shelf.entries.filter(
      ({ id, line }) => line.kind === "entry" && !this.isReviewed(id),
    );
    const made = { ...sums(shelf.entries), unread: unread.length };
    this.#sums.set(shelf, made);
    return made;
  }

  /** @param {string} id @returns {ShownComment[]} of an entry, the oldest first */
  comments(id) {
    const found = this.#book.comments.get(id) ?? [];
    return [...found].sort((a, b) => msOf(a.line.written) - msOf(b.line.written));
  }

  /**
   * @param {ShownComment} comment
   * @returns {ShownComment | undefined} the one answer to it, by the person whose entry it is about
   */
  answerTo({ id, foreign, line }) {
    const about = this.#holdings.shown(line.parent.item);
    return this.comments(id).find((one) =>
      foreign ? !one.foreign : one.foreign && one.log === about?.log,
    );
  }

  /** @param {Peer} peer @returns {ShownComment[]} all that this person has written to one's own */
  commentsFrom(peer) {
    return [...this.#book.comments.values()].flat().filter(({ log }) => log === peer.in);
  }

  /** @param {string} item own @param {Peer} peer @returns {Instant | null | undefined} when this person opened it; null: one does not know when; undefined: nobody has said so */
  openedBy(item, peer) {
    return this.#book.openedBy.get(item)?.get(peer.in);
  }

  /** @param {string} item @returns {boolean} */
  isOpened(item) {
    return this.#book.opened.has(item);
  }

  /** @param {string} item @returns {Instant | null} when it was first opened on this account, where that was noted */
  openedAt(item) {
    return this.#book.opened.get(item) ?? null;
  }

  /** @param {string} item own @returns {Pick<Share, "person"|"name"|"state">[]} to whom this very item is shown */
  shares(item) {
    const { session } = this.#holdings;
    return [...(this.#book.shares.get(item) ?? [])].flatMap(([log, state]) => {
      const peer = session.peerByLog(log);
      return peer && peer.contact.state !== "closed"
        ? [{ person: peer.id, name: peer.contact.name, state }]
        : [];
    });
  }

  /** @param {string} item @param {string} log a pair log @returns {boolean} whether it is shown there, or about to be */
  isGranted(item, log) {
    return this.#book.shares.get(item)?.has(log) ?? false;
  }

  /** @param {string} entry own @returns {ShownExcerpt[]} */
  excerpts(entry) {
    return this.#book.excerpts.get(entry) ?? [];
  }

  /** @param {string} entry own @returns {ReadonlyMap<string, ShownTerms>} terms under which it is or was shared, by b64 id_pk */
  terms(entry) {
    return this.#book.terms.get(entry) ?? new Map();
  }

  /** @returns {ShownTerms[]} of all entries and people */
  allTerms() {
    return [...this.#book.terms.values()].flatMap((ofItem) => [...ofItem.values()]);
  }

  /** @param {string} entry own @param {string} rev its current one @returns {Share[]} of the whole and of parts */
  entryShares(entry, rev) {
    const termsOf = (/** @type {string} */ person) => {
      const author = this.#holdings.session.peer(person)?.author ?? "";
      return this.terms(entry).get(author)?.line.share;
    };
    const whole = this.shares(entry).map((share) => {
      return { ...share, part: null, until: termsOf(share.person)?.until ?? null };
    });
    const parts = this.excerpts(entry).flatMap(({ id, line: { part, parent } }) =>
      this.shares(id).map((share) => {
        const terms = termsOf(share.person);
        const isBehind = ![parent.rev, terms?.rev].includes(rev) && share.state === "current";
        const state = /** @type {Share["state"]} */ (isBehind ? "older" : share.state);
        return { ...share, state, part, until: terms?.until ?? null };
      }),
    );
    return [...whole, ...parts];
  }

  /** @param {string} entry own @returns {HeldBack[]} */
  #waits(entry) {
    return [...this.terms(entry).values()].flatMap(({ line: { share } }) => {
      const peer = this.#holdings.session.peers().find(({ author }) => author === share.person);
      const isLinked = peer?.contact.state === "linked";
      return share.waits && isLinked
        ? [{ person: peer.id, name: peer.contact.name, until: share.waits }]
        : [];
    });
  }

  /** @param {{text: string, limit?: number}} input @returns {Promise<EntrySummary[]>} own entries that have all its words, newest first */
  async find({ text, limit }) {
    await this.#index.read(this.shelf(this.#own).entries);
    // What has changed while the index was read has its words read the next time.
    const found = this.#index.having(text, this.shelf(this.#own).entries, limit);
    return found.map((entry) => this.summary(entry));
  }

  /** @param {{text: string, ids: string[]}} input  a screenful @returns {Promise<[id: string, pieces: Piece[]][]>} where the words stand in each of these own entries */
  async placesFound({ text, ids }) {
    const wanted = new Set(ids);
    const shown = this.shelf(this.#own).entries.filter(({ id }) => wanted.has(id));
    return this.#index.places(text, shown);
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
      part: "part" in line ? line.part : null,
      shares: foreign ? [] : this.entryShares(id, fact.rev ?? ""),
      waits: foreign ? [] : this.#waits(id),
      comments: comments.length,
      unreadComment: comments
        .flatMap((comment) => [comment, this.answerTo(comment)])
        .some((one) => one?.foreign && !this.isOpened(one.id) && !this.#isQuiet(one.log)),
      reviewed: foreign && (this.#book.reviewed.get(id) ?? false),
      opened: foreign && this.isOpened(id),
      conflictCopy: line.conflict,
      instrument: line.instrument,
      total: line.total,
    };
  }

  /** @param {Peer} peer @returns {ShownEntry[]} */
  #sharedWith(peer) {
    return this.shelf(this.#own).entries.filter(({ id }) =>
      [id, ...this.excerpts(id).map((excerpt) => excerpt.id)].some((item) =>
        this.isGranted(item, peer.out),
      ),
    );
  }

  /** @param {Peer} peer @returns {number} */
  #unreadComments(peer) {
    return this.commentsFrom(peer).filter(({ id }) => !this.isOpened(id)).length;
  }
}

/** @param {readonly ShownEntry[]} shared @returns {Sums} */
function sums(shared) {
  const all = shared.map(({ line }) => line.written.at);
  const last = all.reduce((a, b) => (a > b ? a : b), "");
  return { sharedCount: shared.length, lastShareAt: last || null };
}
