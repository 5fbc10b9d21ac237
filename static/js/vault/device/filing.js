// Puts facts and words into sealed packs, takes them out again, and merges small packs. Everything is sealed before the transaction begins.

import { chunksOf, contentName, isContent, PACK, packName, sealChunk } from "./chunks.js";
import { isMissing } from "./holdings.js";

/** @import { Write } from "../../store/database.js" */
/** @import { Chunk, ContentRow, Fact } from "./chunks.js" */
/** @import { Holdings } from "./holdings.js" */

/** One change of the packs: what it writes, and what it does to the ledger once written. */
export class Filing {
  #holdings;
  /** @type {Fact[]} */
  #added = [];
  /** @type {Map<string, ContentRow>} */
  #contents = new Map();
  /** @type {Map<number, Fact[]>} what is left of packs that are written anew */
  #rewritten = new Map();
  /** @type {Map<number, Fact[] | null>} */
  #changes = new Map();
  /** @type {[number, Fact[]][]} */
  #filed = [];

  /** @param {Holdings} holdings */
  constructor(holdings) {
    this.#holdings = holdings;
  }

  /**
   * @param {readonly Fact[]} facts
   * @param {Iterable<ContentRow>} contents their words
   */
  add(facts, contents) {
    this.#added.push(...facts);
    for (const row of contents) this.#contents.set(contentName(row.item, row.rev), row);
  }

  /** @param {(fact: Fact) => boolean} isGone facts to be taken out as if they had never been there */
  drop(isGone) {
    for (const [pack, facts] of this.#holdings.ledger.chunks()) {
      const kept = this.#left(pack, facts).filter((fact) => !isGone(fact));
      if (kept.length < facts.length) this.#rewritten.set(pack, kept);
    }
  }

  /** @param {(fact: Fact) => boolean} isErased revisions whose words are to be forgotten; the facts stay */
  erase(isErased) {
    for (const [pack, facts] of this.#holdings.ledger.chunks()) {
      const left = this.#left(pack, facts);
      const isHit = (/** @type {Fact} */ fact) => fact.row !== undefined && isErased(fact);
      if (!left.some(isHit)) continue;
      this.#rewritten.set(
        pack,
        left.map((fact) => (isHit(fact) ? withoutWords(fact) : fact)),
      );
    }
  }

  /**
   * Words that come after all for revisions that are filed without.
   * @param {readonly Fact[]} facts as they are with their words
   * @param {Iterable<ContentRow>} contents
   */
  fill(facts, contents) {
    for (const row of contents) this.#contents.set(contentName(row.item, row.rev), row);
    const filled = new Map(facts.map((fact) => [revisionName(fact), fact]));
    for (const [pack, filed] of this.#holdings.ledger.chunks()) {
      const left = this.#left(pack, filed);
      const isHit = (/** @type {Fact} */ fact) => isMissing(fact) && filled.has(revisionName(fact));
      if (!left.some(isHit)) continue;
      this.#rewritten.set(
        pack,
        left.map((fact) => (isHit(fact) ? { ...fact, ...filled.get(revisionName(fact)) } : fact)),
      );
    }
  }

  /** @returns {Promise<{writes: Write[], nextPack: number, packs: number}>} */
  async writes() {
    const rewritten = [...this.#rewritten].map(([pack, facts]) => this.#rewrite(pack, facts));
    const { nextPack: first } = this.#holdings.meta;
    const chunks = chunksOf(this.#added, this.#contents);
    const added = chunks.map((chunk, i) => this.#write(first + i, chunk));
    this.#filed = chunks.map(({ facts }, i) => [first + i, facts]);
    const writes = (await Promise.all([...rewritten, ...added])).flat();
    const nextPack = first + chunks.length;
    const gone = [...this.#changes.values()].filter((facts) => facts === null).length;
    return { writes, nextPack, packs: this.#holdings.meta.packs - gone + chunks.length };
  }

  /** After the transaction: the ledger follows. */
  take() {
    const { ledger } = this.#holdings;
    if (this.#changes.size > 0) {
      ledger.replace(this.#changes);
      this.#holdings.forget();
    }
    for (const [pack, facts] of this.#filed) ledger.add(pack, facts);
  }

  /** @param {number} pack @param {Fact[]} facts */
  #left(pack, facts) {
    return this.#rewritten.get(pack) ?? facts;
  }

  /** @param {Fact} fact @returns {ContentRow | undefined} words that have come for it now: only then it has a line */
  #contentOf({ item, rev, line }) {
    return line === undefined ? undefined : this.#contents.get(contentName(item, rev));
  }

  /** @param {number} pack @param {Fact[]} facts @returns {Promise<Write[]>} */
  async #rewrite(pack, facts) {
    if (facts.length === 0) {
      this.#changes.set(pack, null);
      return [
        { remove: "packs", key: pack },
        { remove: "summaries", key: pack },
      ];
    }
    const old = await this.#holdings.pack(pack);
    const kept = facts.map((fact) => [
      fact,
      fact.row === undefined ? this.#contentOf(fact) : old[fact.row],
    ]);
    const [chunk] = chunksOf(
      facts,
      contentsOf(/** @type {[Fact, ContentRow | undefined][]} */ (kept)),
    );
    this.#changes.set(pack, chunk?.facts ?? []);
    return this.#write(pack, /** @type {Chunk} */ (chunk));
  }

  /** @param {number} id @param {Chunk} chunk @returns {Promise<Write[]>} */
  async #write(id, chunk) {
    const { pack, lines } = await sealChunk(this.#holdings.session, packName(id), chunk);
    return [
      { put: "packs", value: { id, sealed: pack } },
      { put: "summaries", value: { id, sealed: lines } },
    ];
  }
}

/** @param {[Fact, ContentRow | undefined][]} pairs @returns {Map<string, ContentRow>} */
function contentsOf(pairs) {
  const contents = new Map();
  for (const [fact, row] of pairs) {
    if (row && isContent(fact)) contents.set(contentName(fact.item, fact.rev), row);
  }
  return contents;
}

/** @param {Fact} fact @returns {string} which revision of which record it is */
function revisionName({ log, seq, item, rev }) {
  return `${log}:${seq} ${item} ${rev}`;
}

/** @param {Fact} fact @returns {Fact} */
function withoutWords({ row: _row, line: _line, ...fact }) {
  return { ...fact, bad: "withdrawn" };
}

/** Small packs at the end from which on they are merged. */
const SMALL_PACKS = 32;

/**
 * Merges the small packs at the end into full ones. Only the tab that syncs does so.
 * @param {Holdings} holdings
 * @returns {Promise<void>}
 */
export async function mergeSmallPacks(holdings) {
  const chunks = holdings.ledger.chunks();
  const from = chunks.findLastIndex(([, facts]) => facts.length >= PACK / 2) + 1;
  const small = chunks.slice(from);
  if (small.length < SMALL_PACKS) return;
  const contents = new Map();
  for (const [pack, facts] of small) {
    const rows = await holdings.pack(pack);
    for (const { item, rev, row } of facts)
      if (row !== undefined) contents.set(contentName(item, rev), rows[row]);
  }
  const merged = chunksOf(
    small.flatMap(([, facts]) => facts),
    contents,
  );
  await writeMerged(
    holdings,
    small.map(([pack]) => pack),
    merged,
  );
}

/** A deleted entry can be brought back on this device for so long. */
const TRASH_MS = 30 * 24 * 3_600_000;

/**
 * Forgets the words of what was deleted long ago. Only the tab that syncs does so.
 * @param {Holdings} holdings
 * @param {number} now milliseconds since 1970
 * @returns {Promise<void>}
 */
export async function emptyTrash(holdings, now) {
  const { ledger, outbox } = holdings;
  const old = ledger
    .facts()
    .filter(({ type, at }) => type === "del" && at !== undefined && now - at > TRASH_MS);
  const gone = old
    .map(({ item = "" }) => item)
    .filter((item) => ledger.items.get(item)?.deleted && !outbox.pending.has(item));
  await forgetWords(holdings, new Set(gone));
}

/**
 * The words of these items are erased on this device; what the log says of them stays.
 * @param {Holdings} holdings
 * @param {ReadonlySet<string>} items
 * @returns {Promise<void>}
 */
export async function forgetWords(holdings, items) {
  if (items.size > 0) await erase(holdings, ({ item = "" }) => items.has(item));
}

/**
 * Of drafts, only what stands is kept: no earlier version of one is ever shown.
 * @param {Holdings} holdings
 * @returns {Promise<void>}
 */
export async function forgetDrafts(holdings) {
  const { ledger } = holdings;
  await erase(holdings, ({ item = "", rev, line, foreign }) => {
    const isDraft = !foreign && line?.kind === "document" && line.of === "draft";
    const last = isDraft ? ledger.items.get(item) : undefined;
    return last !== undefined && (last.deleted || last.fact?.rev !== rev);
  });
}

/** @param {Holdings} holdings @param {(fact: Fact) => boolean} isErased of puts */
async function erase(holdings, isErased) {
  const { meta, db } = holdings;
  const filing = new Filing(holdings);
  filing.erase((fact) => fact.type === "put" && isErased(fact));
  const { writes, packs } = await filing.writes();
  if (writes.length === 0) return;
  const next = { ...meta, version: meta.version + 1, packs };
  await db.apply(
    [
      { expect: "meta", key: "sync", version: meta.version },
      ...writes,
      { put: "meta", key: "sync", value: next },
    ],
    "relaxed",
  );
  holdings.meta = next;
  filing.take();
}

/** @param {Holdings} holdings @param {number[]} packs the ones that are merged, in order @param {Chunk[]} chunks */
async function writeMerged(holdings, packs, chunks) {
  /** @type {Write[]} */
  const writes = [];
  /** @type {Map<number, Fact[] | null>} */
  const changes = new Map(packs.map((pack) => [pack, null]));
  for (const [i, chunk] of chunks.entries()) {
    // The merged ones take the first numbers of those they replace, so that the order of all packs stays.
    const id = /** @type {number} */ (packs[i]);
    const { pack, lines } = await sealChunk(holdings.session, packName(id), chunk);
    changes.set(id, chunk.facts);
    writes.push(
      { put: "packs", value: { id, sealed: pack } },
      { put: "summaries", value: { id, sealed: lines } },
    );
  }
  for (const key of packs.slice(chunks.length)) {
    writes.push({ remove: "packs", key }, { remove: "summaries", key });
  }
  const { version } = holdings.meta;
  const left = holdings.meta.packs - packs.length + chunks.length;
  const meta = { ...holdings.meta, version: version + 1, packs: left };
  await holdings.db.apply(
    [
      { expect: "meta", key: "sync", version },
      ...writes,
      { put: "meta", key: "sync", value: meta },
    ],
    "relaxed",
  );
  holdings.meta = meta;
  holdings.ledger.replace(changes);
  holdings.forget();
}
