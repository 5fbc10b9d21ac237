// What was deleted, as long as its words are here, and earlier versions of an entry, one's own or as somebody else has shown it.

import { plain } from "../../domain/foreign.js";
import { answersOf, instantOf, scoredOf, textOf } from "../../domain/payloads.js";
import { isEntry, isEntryLine } from "../device/books.js";
import { forgetWords } from "../device/filing.js";
import { wasChanged } from "../errors.js";
import { VaultError } from "../vault-error.js";
import { promptOf } from "./entries.js";

/** @import { DeletedEntry, EntrySummary, Version, VersionSummary } from "../../domain/entries.js" */
/** @import { EntryLine } from "../../domain/summaries.js" */
/** @import { Fact } from "../device/chunks.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Entries } from "./entries.js" */

/** A revision whose words are here. @typedef {Fact & {rev: string, line: EntryLine}} Kept */

export class Earlier {
  #unlocked;
  #entries;

  /** @param {Unlocked} unlocked @param {Entries} entries */
  constructor(unlocked, entries) {
    this.#unlocked = unlocked;
    this.#entries = entries;
  }

  /** @returns {DeletedEntry[]} deleted last first */
  trash() {
    const listed = [...this.#deleted()].flatMap(([id, at]) => {
      const fact = this.#entries.lastFact(id);
      if (!isKept(fact)) return [];
      const { kind, title, preview, happened } = fact.line;
      const deletedAt = at === null ? null : new Date(at).toISOString();
      return [{ id, kind, title, preview, happened, deletedAt }];
    });
    const order = (/** @type {DeletedEntry} */ { deletedAt }) => deletedAt ?? "9";
    return listed.sort((a, b) => (order(a) < order(b) ? 1 : -1));
  }

  /** @param {{id?: string}} input */
  async emptyTrash({ id }) {
    const { holdings } = this.#unlocked;
    const known = [...this.#deleted()].filter(([, at]) => at !== null).map(([item]) => item);
    const items = new Set(
      known.filter((item) => [undefined, item, this.#excerptOf(item)].includes(id)),
    );
    try {
      await holdings.exclusive(() => forgetWords(holdings, items));
    } catch (error) {
      if (!wasChanged(error)) throw error;
      // Another tab was first: what it wrote is read, and the rest forgotten after it.
      await holdings.refresh();
      await holdings.exclusive(() => forgetWords(holdings, items));
    }
    this.#unlocked.changed([...items]);
  }

  /** @param {{id: string}} input @returns {VersionSummary[]} newest first; of somebody else's, those that were shown */
  versions({ id }) {
    const current = this.#entry(id).fact.rev;
    return this.#revisions(id).map(({ rev, line: { written, title, preview } }) => {
      return { rev, written, title, preview, current: rev === current };
    });
  }

  /** @param {{id: string, rev: string}} input @returns {Promise<Version>} */
  async version({ id, rev }) {
    const { line } = this.#revision(id, rev);
    const payload = plain(await this.#entries.payload({ item: id, rev }));
    return {
      rev,
      written: line.written,
      happened: instantOf(payload.happened, line.written),
      title: textOf(payload.title),
      text: textOf(payload.text),
      prompt: promptOf(payload.prompt),
      answers: answersOf(payload.answers),
      scored: scoredOf(payload),
    };
  }

  /**
   * @param {{id: string, rev: string}} input
   * @returns {Promise<EntrySummary>}
   * @throws {VaultError} `offline` while the newest version is on this device alone: the next one would be sent in its place
   */
  async restoreVersion({ id, rev }) {
    const { fact, kept } = this.#shown(id);
    this.#revision(id, rev);
    if (kept === "device") throw new VaultError("offline");
    const payload = await this.#entries.payload({ item: id, rev });
    return this.#entries.write(id, fact.rev ?? null, payload);
  }

  /** @param {string} item @returns {string | null} the entry of which it holds parts, whose words go with it */
  #excerptOf(item) {
    const { line } = this.#entries.lastFact(item);
    return line && isEntryLine(line) && "part" in line ? line.parent.item : null;
  }

  /** @returns {Map<string, number|null>} own items that are deleted, and when this device stored it; null: it is not sent yet */
  #deleted() {
    const { ledger, outbox } = this.#unlocked.holdings;
    /** @type {Map<string, number|null>} */
    const deleted = new Map();
    for (const { type, item = "", at = 0 } of ledger.facts()) {
      if (type !== "del" || outbox.pending.has(item)) continue;
      const known = ledger.items.get(item);
      if (known?.deleted && !known.foreign) deleted.set(item, at);
    }
    for (const [item, { op }] of outbox.pending) if (op.kind === "del") deleted.set(item, null);
    return deleted;
  }

  /** @param {string} id @returns {Shown} own */
  #shown(id) {
    const shown = this.#entry(id);
    if (shown.foreign) throw new VaultError("not-found");
    return shown;
  }

  /** @param {string} id @returns {Shown} */
  #entry(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || !isEntry(shown)) throw new VaultError("not-found");
    return shown;
  }

  /** @param {string} id @param {string} wanted @returns {Kept} */
  #revision(id, wanted) {
    const found = this.#revisions(id).find(({ rev }) => rev === wanted);
    if (!found) throw new VaultError("not-found");
    return found;
  }

  /** @param {string} id @returns {Kept[]} newest first */
  #revisions(id) {
    const { ledger, outbox } = this.#unlocked.holdings;
    const given = ledger.granted(id);
    const queued = [...outbox.lines.values()].map(({ fact }) => fact);
    const all = given.length > 0 ? given : [...ledger.revs.values(), ...queued];
    return all
      .filter(({ item }) => item === id)
      .filter(isKept)
      .reverse();
  }
}

/** @param {Fact} fact @returns {fact is Kept} */
function isKept(fact) {
  return fact.row !== undefined && isEntryLine(fact.line) && !("part" in fact.line);
}
