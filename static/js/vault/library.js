// What the screens are shown: made from the ledger and the outbox when it is asked for, and forgotten at every change.

import { countedDoses, msOf, placeAmong } from "../model/phases.js";
import { WordIndex } from "./word-index.js";

/** @import { CommentLine, DocumentLine, DosingLine, EntryLine, Summary } from "../model/summaries.js" */
/** @import { CountedDose } from "../model/phases.js" */
/** @import { Dosing, EntrySummary, Person, Share, Timeline } from "./types.js" */
/** @import { Holdings, Shown } from "./holdings.js" */
/** @import { Peer } from "./session.js" */

/** @typedef {Shown & {line: EntryLine}} ShownEntry */
/** @typedef {Shown & {line: DosingLine}} ShownDosing */
/** @typedef {Shown & {line: CommentLine}} ShownComment */

/** @typedef {Shown & {line: DocumentLine}} ShownDocument */

/**
 * Whose things: the log they came through, the own one for one's own. Entries stand newest first.
 * @typedef {{entries: ShownEntry[], dosings: ShownDosing[], doses: CountedDose[]}} Shelf
 */

/**
 * @typedef {object} Books
 * @property {Map<string, Shelf>} shelves             by log
 * @property {Shown[]} documents                      of all kinds and people
 * @property {Map<string, ShownComment[]>} comments   by the item they belong to
 * @property {Map<string, boolean>} reviewed          by entry
 * @property {Set<string>} opened                     items that have been opened on this account
 * @property {Map<string, Map<string, Share["state"]>>} shares  by entry and pair log
 */

export class Library {
  #holdings;
  /** @type {Books | null} */
  #books = null;
  #index;

  /** @param {Holdings} holdings */
  constructor(holdings) {
    this.#holdings = holdings;
    this.#index = new WordIndex(holdings);
  }

  /** Something has changed. */
  reset() {
    this.#books = null;
  }

  /** @param {number} [limit] @returns {EntrySummary[]} own, newest first */
  entries(limit) {
    const { entries } = this.#shelf(this.#own);
    return entries.slice(0, limit).map((entry) => this.#summary(entry));
  }

  /**
   * @param {string} id
   * @returns {EntrySummary | null} own or shared with this account
   */
  entry(id) {
    const shown = this.#holdings.shown(id);
    return shown && isEntry(shown) ? this.#summary(shown) : null;
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
    const entries = this.#shelf(log).entries.map((entry) => this.#summary(entry));
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
    const { name, role, state, verified, dosing } = contact;
    const shared = role === "therapist" ? this.#sharedWith(peer) : this.timeline(peer).entries;
    const unread =
      role === "therapist"
        ? this.#unreadComments(peer)
        : shared.filter(({ kind, reviewed }) => kind === "entry" && !reviewed).length;
    const lastShareAt = shared.reduce(
      (last, { written }) => (last > written.at ? last : written.at),
      "",
    );
    return {
      id,
      name,
      role,
      state,
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
    await this.#index.read(this.#shelf(this.#own).entries);
    // What has changed while the index was read has its words read the next time.
    const found = this.#index.having(text, this.#shelf(this.#own).entries, limit);
    return found.map((entry) => this.#summary(entry));
  }

  get #own() {
    return this.#holdings.session.own;
  }

  /** @returns {Books} */
  get #book() {
    this.#books ??= makeBooks(this.#holdings);
    return this.#books;
  }

  /** @param {string} log @returns {Shelf} */
  #shelf(log) {
    return this.#book.shelves.get(log) ?? { entries: [], dosings: [], doses: [] };
  }

  /** @param {string} log @returns {Dosing[]} */
  #dosingsOf(log) {
    const { dosings } = this.#shelf(log);
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
  #summary({ id, log, foreign, fact, kept, line }) {
    const comments = this.#book.comments.get(id) ?? [];
    const { doses } = this.#shelf(log);
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

  /** @param {Peer} peer @returns {EntrySummary[]} */
  #sharedWith(peer) {
    const isShared = (/** @type {ShownEntry} */ { id }) =>
      this.#book.shares.get(id)?.has(peer.out) ?? false;
    return this.#shelf(this.#own)
      .entries.filter(isShared)
      .map((entry) => this.#summary(entry));
  }

  /** @param {Peer} peer @returns {number} */
  #unreadComments(peer) {
    const all = [...this.#book.comments.values()].flat();
    return all.filter(({ log, id }) => log === peer.in && !this.isOpened(id)).length;
  }
}

/** @param {Holdings} holdings @returns {Books} */
function makeBooks(holdings) {
  /** @type {Books} */
  const books = {
    shelves: new Map(),
    documents: [],
    comments: new Map(),
    reviewed: new Map(),
    opened: new Set(),
    shares: sharesOf(holdings),
  };
  const shown = holdings.allShown();
  for (const one of shown) {
    if (isEntry(one)) shelfOf(books, one.log).entries.push(one);
    else if (isDosing(one)) shelfOf(books, one.log).dosings.push(one);
    else if (one.line?.kind === "document") books.documents.push(one);
    else takeChild(books, holdings, one);
  }
  for (const shelf of books.shelves.values()) {
    shelf.entries = newestFirst(shelf.entries);
    shelf.doses = countedDoses(
      shelf.dosings.map(({ id, line }) => ({ id, happened: line.happened, state: line.state })),
    );
  }
  return books;
}

/** @param {Books} books @param {string} log @returns {Shelf} */
function shelfOf(books, log) {
  const shelf = books.shelves.get(log) ?? { entries: [], dosings: [], doses: [] };
  books.shelves.set(log, shelf);
  return shelf;
}

/** @param {Books} books @param {Holdings} holdings @param {Shown} child */
function takeChild(books, holdings, child) {
  const { line } = child;
  if (!line || !("parent" in line)) return;
  const parent = holdings.shown(line.parent.item);
  const { session } = holdings;
  const author = parent?.foreign ? session.peerByLog(parent.log)?.author : session.author;
  // What hangs on a thing names its author: nothing can be hung on somebody else's of the same id.
  if (line.kind !== "receipt" && (!parent || line.parent.author !== author)) return;
  if (line.kind === "comment") {
    const siblings = books.comments.get(line.parent.item) ?? [];
    siblings.push(/** @type {ShownComment} */ ({ ...child, line }));
    books.comments.set(line.parent.item, siblings);
  } else if (child.foreign) return;
  else if (line.kind === "review") books.reviewed.set(line.parent.item, line.reviewed);
  else if (line.what === "opened") books.opened.add(line.parent.item);
}

/** @param {Holdings} holdings @returns {Books["shares"]} what has been granted, and what is about to be */
function sharesOf(holdings) {
  /** @type {Books["shares"]} */
  const shares = new Map();
  for (const [item, granted] of holdings.ledger.shares) {
    const rev = holdings.shown(item)?.fact.rev;
    const states = [...granted].map(
      ([log, fact]) =>
        /** @type {[string, Share["state"]]} */ ([log, fact.rev === rev ? "current" : "older"]),
    );
    if (rev !== undefined && states.length > 0) shares.set(item, new Map(states));
  }
  for (const op of holdings.outbox.ops) {
    if (op.aside) continue;
    if (op.kind === "grant")
      for (const { item } of op.revs)
        shares.set(item, new Map(shares.get(item)).set(op.log, "waiting"));
    if (op.kind === "revoke") for (const item of op.items) shares.get(item)?.delete(op.log);
    if (op.kind === "close") for (const states of shares.values()) states.delete(op.log);
  }
  return shares;
}

/** @param {Shown} shown @returns {shown is ShownEntry} */
export function isEntry(shown) {
  return isEntryLine(shown.line);
}

/** @param {Summary | undefined} line @returns {line is EntryLine} */
export function isEntryLine(line) {
  return line?.kind === "entry" || line?.kind === "measure" || line?.kind === "rating";
}

/** @param {Shown} shown @returns {shown is ShownDosing} */
export function isDosing(shown) {
  return shown.line?.kind === "dosing";
}

/** @param {Shown} shown @param {string} kind @returns {shown is ShownDocument} */
export function isDocument(shown, kind) {
  return shown.line?.kind === "document" && shown.line.of === kind;
}

/** @param {readonly ShownEntry[]} entries @returns {ShownEntry[]} */
function newestFirst(entries) {
  const dated = entries.map((entry) => {
    const { happened, written } = entry.line;
    return { entry, happened: msOf(happened), written: msOf(written) };
  });
  dated.sort(
    (a, b) =>
      b.happened - a.happened || b.written - a.written || (a.entry.id < b.entry.id ? -1 : 1),
  );
  return dated.map(({ entry }) => entry);
}
