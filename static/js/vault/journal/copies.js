// What a copy of the account is made of: everything of one's own that is here, and what others said to one. Nothing is formatted here.

import { SORTS, sortOf } from "../../domain/copy/data.js";
import { msOf } from "../../domain/phases.js";
import { readPayload } from "../../protocol/items.js";
import { ProtocolError } from "../../wire/errors.js";
import { VaultError } from "../vault-error.js";
import { Captures } from "./captures.js";

/** @import { Standing, Taken, TakenPerson, Unread } from "../../domain/copy/data.js" */
/** @import { Payload } from "../../domain/payloads.js" */
/** @import { Summary } from "../../domain/summaries.js" */
/** @import { Fact } from "../device/chunks.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { CopyList, CopyPage } from "../types.js" */
/** @import { SetAside } from "./aside.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Earlier } from "./earlier.js" */
/** @import { Entries } from "./entries.js" */

/**
 * An item as it was listed. `facts`: its revisions whose words are here, the last one stands; `payload`: in their place, where it is in no log yet.
 * @typedef {{id: string, author: string|null, state: Standing, kind: string, ms: number, facts: Fact[], payload?: Payload}} Row
 */

/** What of others' is taken along: what they said to one. What they share of their own is theirs. */
const RECEIVED = ["comment", "assignment", "boundary"];
/** Bytes of sealed bodies in one page, about. */
const PAGE = 2_000_000;

export class Copies {
  #unlocked;
  #parts;
  /** @type {Row[]} */
  #rows = [];

  /** @param {Unlocked} unlocked @param {{aside: SetAside, entries: Entries, earlier: Earlier, drafts: Drafts}} parts */
  constructor(unlocked, parts) {
    this.#unlocked = unlocked;
    this.#parts = parts;
  }

  /** @returns {Promise<CopyList>} */
  async list() {
    const { session } = this.#unlocked;
    const [drafts, captures, aside] = await Promise.all([
      this.#parts.drafts.waiting(),
      new Captures(this.#unlocked).waiting(),
      this.#parts.aside.records(),
    ]);
    const rows = new Map(this.#stored().map((row) => [row.id, row]));
    for (const one of drafts.opened) rows.set(one.item, unsent(one, "kept"));
    for (const one of captures.opened) rows.set(one.item, unsent(one, "capture"));
    const all = [...rows.values()];
    this.#rows = all.filter(isHere);
    this.#rows.sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1));
    const unread = [
      ...all
        .filter((row) => !isHere(row))
        .map(({ id, facts }) => ({ id, why: facts[0]?.bad ?? "missing" })),
      ...drafts.odd.map((id) => ({ id, why: "draft" })),
      ...captures.odd.map((id) => ({ id, why: "capture" })),
      ...aside.map(({ log, seq, why }) => ({ id: `${log} ${seq}`, why })),
    ];
    const owner = { id: session.author, name: session.ring.name, role: session.ring.role };
    const head = { made: this.#unlocked.now(), owner, people: this.#people() };
    return { head, counts: this.#counts(), unread, total: this.#rows.length };
  }

  /** @param {{from: number}} input @returns {Promise<CopyPage>} @throws {VaultError} `not-found` past the end of what was listed */
  async page({ from }) {
    if (from > this.#rows.length) throw new VaultError("not-found");
    /** @type {CopyPage} */
    const page = { items: [], unread: [], next: null };
    let [at, bytes] = [from, 0];
    for (; at < this.#rows.length && bytes < PAGE; at++) {
      const row = /** @type {Row} */ (this.#rows[at]);
      bytes += row.facts.reduce((sum, { size = 0 }) => sum + size, 0);
      await this.#take(row, page);
    }
    if (at < this.#rows.length) page.next = at;
    return page;
  }

  /** @param {Row} row @param {CopyPage} page */
  async #take({ id, author, state, facts, payload }, page) {
    /** @type {Taken["revisions"]} */
    const revisions = payload ? [{ rev: null, payload }] : [];
    for (const fact of facts) {
      const read = await this.#read(fact);
      if ("payload" in read) revisions.push({ rev: fact.rev ?? "", payload: read.payload });
      else page.unread.push({ id, why: read.why });
    }
    if (revisions.length > 0) page.items.push({ id, author, state, revisions });
  }

  /** @param {Fact} fact @returns {Promise<{payload: Payload}|{why: string}>} */
  async #read(fact) {
    const row = await this.#unlocked.holdings.content(fact);
    if (!row) return { why: "missing" };
    try {
      return { payload: readPayload(row.json) };
    } catch (error) {
      return { why: error instanceof ProtocolError ? error.kind : "malformed" };
    }
  }

  /** @returns {Row[]} what the logs and the outbox have */
  #stored() {
    const { holdings, session } = this.#unlocked;
    const earlier = this.#revisions();
    const rows = holdings
      .allShown()
      .filter((shown) => this.#isTaken(shown))
      .map(({ id, log, foreign, fact, line }) => {
        const author = foreign ? (session.peerByLog(log)?.author ?? "") : null;
        return rowOf(
          id,
          author,
          "kept",
          foreign ? [fact] : standingLast(earlier.get(id), fact),
          line,
        );
      });
    const trash = this.#parts.earlier.trash().map(({ id }) => {
      const fact = this.#parts.entries.lastFact(id);
      return rowOf(id, null, "trash", standingLast(earlier.get(id), fact), fact.line);
    });
    return [...rows, ...trash];
  }

  /** @param {Shown} shown @returns {boolean} */
  #isTaken({ log, foreign, line }) {
    if (!foreign) return true;
    const { session, library } = this.#unlocked;
    const author = session.peerByLog(log)?.author;
    if (!author || library.quiet(author) === "blocked") return false;
    return line ? RECEIVED.includes(kindOf(line)) : session.ring.role === "patient";
  }

  /** @returns {Map<string, Fact[]>} own revisions whose words are here by item, in their order */
  #revisions() {
    const { ledger, outbox } = this.#unlocked.holdings;
    /** @type {Map<string, Fact[]>} */
    const found = new Map();
    for (const fact of [
      ...ledger.revs.values(),
      ...[...outbox.lines.values()].map((one) => one.fact),
    ]) {
      const { item = "", row } = fact;
      if (row === undefined) continue;
      const before = found.get(item);
      if (before) before.push(fact);
      else found.set(item, [fact]);
    }
    return found;
  }

  /** @returns {{[sort: string]: number}} */
  #counts() {
    const counts = Object.fromEntries(SORTS.map((sort) => [sort, 0]));
    for (const { kind, state } of this.#rows) {
      const sort = sortOf(kind, state);
      counts[sort] = (counts[sort] ?? 0) + 1;
    }
    return counts;
  }

  /** @returns {TakenPerson[]} whom one is or was linked with, and what each is shown now */
  #people() {
    const { session, library, holdings } = this.#unlocked;
    const own = holdings.allShown().filter(({ foreign }) => !foreign);
    return session.peers().map(({ author, out, contact: { name, role, state, dosing } }) => {
      const isShown = state !== "closed";
      const sees = isShown
        ? own.filter(({ id }) => library.isGranted(id, out)).map(({ id }) => id)
        : [];
      return { id: author, name, role, state, dosing, sees: sees.sort() };
    });
  }
}

/** @param {Row} row */
function isHere({ facts, payload }) {
  return payload !== undefined || facts.some(({ row }) => row !== undefined);
}

/** @param {readonly Fact[]} [earlier] @param {Fact} [fact] that stands @returns {Fact[]} it last; of drafts it alone */
function standingLast(earlier = [], fact) {
  if (!fact) return [];
  const isDraft = fact.line?.kind === "document" && fact.line.of === "draft";
  return [...(isDraft ? [] : earlier.filter(({ rev }) => rev !== fact.rev)), fact];
}

/** @param {string} id @param {string|null} author @param {Standing} state @param {Fact[]} facts @param {Summary} [line] @returns {Row} */
function rowOf(id, author, state, facts, line) {
  return { id, author, state, kind: line ? kindOf(line) : "", ms: msOfLine(line), facts };
}

/** @param {{item: string, payload: Payload}} one that is in no log yet @param {Standing} state @returns {Row} */
function unsent({ item, payload }, state) {
  const ms = msOf(payload.happened ?? payload.written ?? { at: "" });
  return { id: item, author: null, state, kind: String(payload.kind), ms, facts: [], payload };
}

/** @param {Summary} line */
function kindOf(line) {
  if (line.kind === "document") return line.of;
  return "part" in line ? "excerpt" : line.kind;
}

/** @param {Summary} [line] */
function msOfLine(line) {
  if (line && "happened" in line && !("part" in line)) return msOf(line.happened);
  return line && "written" in line && line.written ? msOf(line.written) : 0;
}
