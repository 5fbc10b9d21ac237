// What of the ledger and the outbox belongs together: by log the entries and dosing sessions, and what hangs on them.

import { countedDoses, msOf } from "../../domain/phases.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { CountedDose } from "../../domain/phases.js" */
/** @import { Share } from "../../domain/sharing.js" */
/** @import { CommentLine, DocumentLine, DosingLine, EntryLine, ExcerptLine, ReceiptLine, ShareLine, Summary } from "../../domain/summaries.js" */
/** @import { Fact } from "./chunks.js" */
/** @import { Holdings, Shown } from "./holdings.js" */
/** @import { Peer } from "./session.js" */

/** @typedef {Shown & {line: EntryLine|ExcerptLine}} ShownEntry */
/** @typedef {Shown & {line: ExcerptLine}} ShownExcerpt  one's own: what others are shown of an entry */
/** @typedef {Shown & {line: DosingLine}} ShownDosing */
/** @typedef {Shown & {line: CommentLine}} ShownComment */

/** @typedef {Shown & {line: DocumentLine}} ShownDocument */
/** @typedef {Shown & {line: DocumentLine & {share: ShareLine}}} ShownTerms */

/**
 * Whose things: the log they came through, the own one for one's own. Entries stand newest first. `facts`: all that it was made of, and
 * what of it has been ticked off.
 * @typedef {{entries: ShownEntry[], dosings: ShownDosing[], doses: CountedDose[], facts: (Fact|Shown["kept"])[]}} Shelf
 */

/**
 * @typedef {object} Books
 * @property {Map<string, Shelf>} shelves             by log
 * @property {Shown[]} documents                      of all kinds and people
 * @property {Map<string, ShownComment[]>} comments   by the item they belong to
 * @property {Map<string, boolean>} reviewed          by entry
 * @property {Map<string, Instant|null>} opened       items that have been opened on this account, and when; null: nobody noted it
 * @property {Map<string, Map<string, Instant|null>>} openedBy  own items of which others say that they have opened them, by item and their pair log
 * @property {Map<string, Map<string, Share["state"]>>} shares  by item and pair log
 * @property {Map<string, ShownExcerpt[]>} excerpts   own, by the entry they are of
 * @property {Map<string, string>} quiet              people one does not want to hear from, by b64 id_pk: `muted` or `blocked`
 * @property {Map<string, Map<string, ShownTerms>>} terms  by entry and b64 id_pk of the other: what was written last
 */

/** @type {Shelf} of somebody who has shared nothing */
export const NO_SHELF = { entries: [], dosings: [], doses: [], facts: [] };

/**
 * @param {Holdings} holdings
 * @param {Books | null} before  as they were: a shelf on which nothing has changed stays the same object, so that what is made of it can be kept
 * @returns {Books}
 */
export function makeBooks(holdings, before) {
  /** @type {Books} */
  const books = {
    shelves: new Map(),
    documents: [],
    comments: new Map(),
    reviewed: new Map(),
    opened: new Map(),
    openedBy: new Map(),
    shares: sharesOf(holdings),
    excerpts: new Map(),
    terms: new Map(),
    quiet: new Map(),
  };
  const all = holdings.allShown();
  takeQuiet(books, all);
  const blocked = new Set(
    holdings.session.peers().flatMap((peer) => (isBlocked(books, peer) ? [peer.in] : [])),
  );
  for (const one of all) {
    if (one.foreign && blocked.has(one.log)) continue;
    if (isEntry(one)) put(shelfOf(books, one.log), "entries", one);
    else if (isDosing(one)) put(shelfOf(books, one.log), "dosings", one);
    else if (isExcerpt(one)) takeExcerpt(books, one);
    else if (one.line?.kind === "document") {
      books.documents.push(one);
      if (isTerms(one)) takeTerms(books, one);
    } else takeChild(books, holdings, one);
  }
  for (const [log, shelf] of books.shelves)
    books.shelves.set(log, settled(shelf, before?.shelves.get(log)));
  return books;
}

/** @param {Shelf} shelf @param {"entries"|"dosings"} part @param {any} shown */
function put(shelf, part, shown) {
  shelf[part].push(shown);
  shelf.facts.push(shown.fact, shown.kept);
}

/** @param {Shelf} shelf just filled @param {Shelf | undefined} before @returns {Shelf} in order; the one before where it has the same on it */
function settled(shelf, before) {
  const { facts } = shelf;
  if (before?.facts.length === facts.length && facts.every((one, i) => one === before.facts[i]))
    return before;
  const doses = shelf.dosings.map(({ id, line: { happened, state } }) => ({ id, happened, state }));
  return { ...shelf, entries: newestFirst(shelf.entries), doses: countedDoses(doses) };
}

/** @param {Books} books @param {string} log @returns {Shelf} */
function shelfOf(books, log) {
  const shelf = books.shelves.get(log) ?? { entries: [], dosings: [], doses: [], facts: [] };
  books.shelves.set(log, shelf);
  return shelf;
}

/** @param {Books} books @param {ShownExcerpt} excerpt */
function takeExcerpt({ excerpts }, excerpt) {
  const { item } = excerpt.line.parent;
  excerpts.set(item, [...(excerpts.get(item) ?? []), excerpt]);
}

/** Two devices may each have begun one: the last word holds. @param {Books} books @param {ShownTerms} terms */
function takeTerms(books, terms) {
  const { item, person } = terms.line.share;
  const ofItem = books.terms.get(item) ?? new Map();
  books.terms.set(item, ofItem);
  const known = ofItem.get(person);
  if (!known || msOf(known.line.written) < msOf(terms.line.written)) ofItem.set(person, terms);
}

/** Of two about one person the last word holds, but a block stays. @param {Books} books @param {Shown[]} all */
function takeQuiet({ quiet }, all) {
  const own = all.filter((one) => !one.foreign && isDocument(one, "quiet"));
  const said = /** @type {ShownDocument[]} */ (own).map(({ line }) => line);
  for (const { person = "", quiet: what = "" } of said.sort(
    (a, b) => msOf(a.written) - msOf(b.written),
  ))
    if (quiet.get(person) !== "blocked") quiet.set(person, what);
}

/** @param {Books} books @param {Peer} peer @returns {boolean} */
function isBlocked({ quiet }, { author }) {
  return quiet.get(author) === "blocked";
}

/** @param {Books} books @param {Holdings} holdings @param {Shown} child */
function takeChild(books, holdings, child) {
  const { line } = child;
  if (line?.kind !== "comment" && line?.kind !== "review" && line?.kind !== "receipt") return;
  const parent = holdings.shown(line.parent.item);
  const { session } = holdings;
  const author = parent?.foreign ? session.peerByLog(parent.log)?.author : session.author;
  // What hangs on a thing names its author: nothing can be hung on somebody else's of the same id.
  if (line.kind !== "receipt" && (!parent || line.parent.author !== author)) return;
  if (line.kind === "comment") {
    // What is said about parts of an entry stands with the entry.
    const on = parent && isExcerpt(parent) ? parent.line.parent.item : line.parent.item;
    const siblings = books.comments.get(on) ?? [];
    siblings.push(/** @type {ShownComment} */ ({ ...child, line }));
    books.comments.set(on, siblings);
  } else if (line.kind === "review" && !child.foreign) {
    books.reviewed.set(line.parent.item, line.reviewed);
    if (parent) shelfOf(books, parent.log).facts.push(child.fact);
  } else if (line.kind === "receipt" && line.what === "opened") {
    if (!child.foreign) books.opened.set(line.parent.item, line.written ?? null);
    else if (line.parent.author === session.author) takeOpenedBy(books, child.log, line);
  }
}

/** @param {Books} books @param {string} log of the one who says it @param {ReceiptLine} line */
function takeOpenedBy({ openedBy }, log, { parent, written }) {
  /** @type {Map<string, Instant|null>} */
  const by = openedBy.get(parent.item) ?? new Map();
  openedBy.set(parent.item, by);
  if (!by.has(log)) by.set(log, written ?? null);
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

/** @param {Shown} shown @returns {shown is ShownEntry} an entry, or what somebody else shows of one */
export function isEntry(shown) {
  return isEntryLine(shown.line) && !isExcerpt(shown);
}

/** @param {Shown} shown @returns {shown is ShownExcerpt} */
export function isExcerpt(shown) {
  return !shown.foreign && isEntryLine(shown.line) && "part" in shown.line;
}

/** @param {Shown} shown @returns {shown is ShownTerms} */
function isTerms(shown) {
  const { foreign, line } = shown;
  return !foreign && line?.kind === "document" && line.share !== undefined;
}

/** @param {Summary | undefined} line @returns {line is EntryLine|ExcerptLine} */
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
