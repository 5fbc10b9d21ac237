// What is being written and not kept yet: sealed on this device as it is typed, and backed up about once a minute as an item of its own
// (docs/protocol.md section 9, `draft`), so that it can be gone on with on another device.

import {
  answersOf,
  ENTRY_KINDS,
  instantOf,
  phaseOf,
  scoredOf,
  textOf,
} from "../../domain/payloads.js";
import { draftItem } from "../../protocol/drafts.js";
import { readPayload } from "../../protocol/items.js";
import { b64Decode, b64Encode, utf8, utf8Text } from "../../wire/encoding.js";
import { conflictItem } from "../../wire/ids.js";
import { newId } from "../device/contents.js";
import { throwVaultError, wasChanged } from "../errors.js";
import { promptOf, putOp, revisionOf } from "./entries.js";

/** @import { DraftSaved, EntryDraft, FormValues } from "../../domain/drafts.js" */
/** @import { Payload } from "../../domain/payloads.js" */
/** @import { Write } from "../../store/database.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/**
 * A draft as it lies here. `id`: of the entry, or `form ` and a form's name; `item`: what it is backed up as; `from`: the revision of that
 * which it was gone on with from; `base`: the last one that this device queued, or `from`; `waits`: it holds more than `base`; `mark`: a new
 * one with every text that is stored, absent in drafts of before there were marks.
 * @typedef {{id: string, sealed: ArrayBuffer, item: string, from: string|null, base: string|null, waits: boolean, version: number,
 *   mark?: string}} StoredDraft
 */

/** @typedef {NonNullable<EntryDraft["seen"]>} Seen */

/** @typedef {EntryDraft & {savedAt: string}} SavedDraft */

/** What is typed within it becomes one revision. */
const INTERVAL_MS = 45_000;
const FORM = "form ";
/** Members that are of this device, or stand elsewhere in the payload. */
const OWN = ["id", "savedAt", "caret", "scroll", "seen"];

export class Drafts {
  #unlocked;
  /** @type {Map<string, Seen>} what forms were opened with */
  #opened = new Map();
  /** @type {(() => void)|null} */
  #cancel = null;
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {EntryDraft} draft @returns {Promise<DraftSaved>} sealed on this device when it resolves */
  async save(draft) {
    const { seen, ...words } = draft;
    const saved = { ...words, savedAt: this.#unlocked.now().at };
    return this.#inTurn(async () => {
      const id = draft.id ?? newId();
      const stored = await this.#store(id, saved, seen);
      if (stored) return { id, seen: stored, apart: false };
      // Another tab went on with it: neither takes the other's words.
      const other = newId();
      const apart = await this.#store(other, { ...saved, rev: null });
      return { id: other, seen: apart ?? undefined, apart: true };
    });
  }

  /** @returns {Promise<SavedDraft[]>} of entries, the newest first */
  async list() {
    const drafts = (await this.#inTurn(() => this.#all())).filter(({ id }) => !id.startsWith(FORM));
    return drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  }

  /** @returns {Promise<{opened: {item: string, payload: Payload}[], odd: string[]}>} what only this device has of them, as it would be backed up, and ids of what does not open */
  async waiting() {
    const opened = [];
    const odd = [];
    for (const row of (await this.#rows()).filter(({ waits = true }) => waits)) {
      const draft = await this.#open(row);
      const { item, base } = this.#follow(row);
      const written = { at: textOf(draft?.savedAt), zone: this.#unlocked.now().zone };
      if (draft) opened.push({ item, payload: { ...draftPayload(row.id, draft, base), written } });
      else odd.push(row.id);
    }
    return { opened, odd };
  }

  /** It was kept, or is thrown away. @param {{id: string, seen?: Seen}} input */
  async discard({ id, seen }) {
    await this.#inTurn(() => this.#discard(id, seen));
  }

  /** @param {{form: string, values: FormValues}} input */
  async saveForm({ form, values }) {
    const id = FORM + form;
    const saved = { savedAt: this.#unlocked.now().at, values };
    const { item, rev } = this.#opened.get(form) ?? {};
    // Of two tabs with the same form the last wins: its fields are few, and seen before they are kept.
    const seen = item === undefined ? undefined : { item, rev: rev ?? null };
    await this.#inTurn(() => this.#store(id, saved, seen));
  }

  /** @param {{form: string}} input @returns {Promise<FormValues|null>} null where nothing is left */
  async form({ form }) {
    const found = (await this.#inTurn(() => this.#all())).find(({ id }) => id === FORM + form);
    if (!found) return null;
    this.#opened.set(form, /** @type {Seen} */ (found.seen));
    return Array.isArray(found.values) ? found.values.filter(isField) : null;
  }

  /** @param {{form: string}} input */
  async discardForm({ form }) {
    const seen = this.#opened.get(form);
    this.#opened.delete(form);
    await this.#inTurn(() => this.#discard(FORM + form, seen));
  }

  /** Queues what is not backed up yet. What cannot be, because it is too long or the device is full, goes on waiting. */
  async backUp() {
    this.#cancel?.();
    this.#cancel = null;
    await this.#inTurn(async () => {
      const waiting = (await this.#rows()).filter(({ waits = true }) => waits);
      for (const row of waiting) await this.#queue(row).catch(() => {});
      if (waiting.length > 0) this.#later();
    });
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} one after another, so that none sees half of another */
  #inTurn(work) {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** @returns {Promise<StoredDraft[]>} */
  #rows() {
    return this.#unlocked.holdings.db.getAll("drafts");
  }

  /**
   * @param {string} id
   * @param {object} saved
   * @param {Seen} [seen]
   * @returns {Promise<Seen|null>} to go on with; null: nothing is stored, because what lies here is not what was seen
   */
  async #store(id, saved, seen) {
    const { db, session } = this.#unlocked.holdings;
    const sealed = await session.local.seal("draft", id, utf8(JSON.stringify({ ...saved, id })));
    const mark = newId();
    /** @type {StoredDraft} */
    let value;
    for (;;) {
      /** @type {StoredDraft|undefined} */
      const before = await db.get("drafts", id).catch(throwVaultError);
      if (seen?.mark && before?.mark && before.mark !== seen.mark) return null;
      const version = before?.version ?? 0;
      value = {
        ...this.#place(id, before, seen),
        id,
        sealed,
        waits: true,
        version: version + 1,
        mark,
      };
      /** @type {Write[]} */
      const writes = [
        { expect: "drafts", key: id, version },
        { put: "drafts", value },
      ];
      const isStored = await db.apply(writes, "strict").then(() => true, orChanged);
      if (isStored) break;
    }
    this.#later();
    this.#unlocked.syncing.tellLater();
    return { item: value.item, rev: value.from, mark };
  }

  #later() {
    this.#cancel ??= this.#unlocked.lent.clock.after(INTERVAL_MS, () =>
      this.backUp().catch(() => {}),
    );
  }

  /**
   * @param {string} id
   * @param {StoredDraft|undefined} before
   * @param {Seen} [seen]
   * @returns {Pick<StoredDraft, "item"|"from"|"base">}
   */
  #place(id, before, seen) {
    // Gone on with from a newer revision than the one that lies here came of.
    const isOther = seen && before && seen.rev !== (before.from ?? null);
    if (before?.item && !isOther) return before;
    const item = seen?.item ?? this.#itemOf(id);
    const from = seen?.rev ?? null;
    return { item, from, base: from };
  }

  /** @param {string} of */
  #itemOf(of) {
    return b64Encode(draftItem(this.#unlocked.session.idPk, of));
  }

  /** @returns {Promise<(SavedDraft & {id: string, seen: Seen, values?: unknown})[]>} on this device and backed up by others, each once */
  async #all() {
    const { library } = this.#unlocked;
    const rows = (await this.#rows()).filter((row) => this.#isNewest(row));
    const here = await Promise.all(rows.map((row) => this.#open(row)));
    const items = new Set(rows.map(({ item, id }) => item ?? this.#itemOf(id)));
    const ids = new Set(rows.map(({ id }) => id));
    const others = library.documents("draft").filter(({ id }) => !items.has(id));
    const elsewhere = await Promise.all(others.map((shown) => this.#openShown(shown, ids)));
    return [...here, ...elsewhere].filter((draft) => draft !== null);
  }

  /** @param {StoredDraft} row @returns {boolean} false: another device went on with it, kept it, or threw it away */
  #isNewest({ waits = true, item, base }) {
    return waits || this.#unlocked.holdings.shown(item)?.fact.rev === base;
  }

  /** @param {StoredDraft} row */
  async #open({ id, sealed, item = this.#itemOf(id), from = null, mark }) {
    const json = await this.#unlocked.session.local.open("draft", id, sealed).catch(() => null);
    const saved = json && JSON.parse(utf8Text(json));
    // Before drafts were backed up, a form's were its values alone.
    const draft = Array.isArray(saved)
      ? { values: saved, savedAt: this.#unlocked.now().at }
      : saved;
    return draft && { ...draft, id, seen: { item, rev: from, ...(mark && { mark }) } };
  }

  /** @param {ShownDocument} shown @param {ReadonlySet<string>} ids that stand for another draft here */
  async #openShown({ id: item, fact, line }, ids) {
    const row = await this.#unlocked.holdings.content(fact);
    if (!row) return null;
    const { draft_of: of, body, conflict_of: copied } = readPayload(row.json);
    if (typeof of !== "string" || typeof body !== "object" || body === null) return null;
    const seen = { item, rev: fact.rev ?? null };
    const draft = { ...asTyped(body), savedAt: line.written.at, seen };
    if (!copied && !ids.has(of)) return { ...draft, id: of };
    // Two devices went on with it: this one becomes an entry of its own, whichever device it is gone on with.
    return { ...draft, rev: null, id: this.#itemOf(item) };
  }

  /** What another tab has gone on with since it was seen stays: nobody has read it. @param {string} id @param {Seen} [seen] */
  async #discard(id, seen) {
    const { holdings, session } = this.#unlocked;
    const { db } = holdings;
    /** @type {StoredDraft|undefined} */
    const row = await db.get("drafts", id).catch(throwVaultError);
    const item = row ? this.#follow(row).item : (seen?.item ?? this.#itemOf(id));
    const last = holdings.shown(item)?.fact.rev;
    const writes = () => this.#removal(id, seen);
    if (last)
      await this.#unlocked.save({ ops: [{ kind: "del", log: session.own, item, last }], writes });
    else
      for (let isGone = false; !isGone; ) {
        const removal = await writes();
        isGone =
          removal === null || (await db.apply(removal, "strict").then(() => true, orChanged));
      }
    this.#unlocked.syncing.tellLater();
  }

  /** @param {string} id @param {Seen} [seen] @returns {Promise<Write[]|null>} null: it is not what was seen */
  async #removal(id, seen) {
    /** @type {StoredDraft|undefined} */
    const row = await this.#unlocked.holdings.db.get("drafts", id).catch(throwVaultError);
    const isOther = seen?.mark && row?.mark && row.mark !== seen.mark;
    // Of two tabs with the same form the last wins.
    if (isOther && !id.startsWith(FORM)) return null;
    const version = row?.version ?? 0;
    return [
      { expect: "drafts", key: id, version },
      { remove: "drafts", key: id },
    ];
  }

  /** @param {StoredDraft} row */
  async #queue(row) {
    const { session } = this.#unlocked;
    const { item, base } = this.#follow(row);
    const draft = await this.#open(row);
    // One revision of it waits already: the next comes when that has gone, so that an hour without a network is one, not sixty.
    if (!draft || this.#isQueued(item)) return;
    const { id, version = 0 } = row;
    const payload = { ...draftPayload(id, draft, base), written: this.#unlocked.now() };
    const revision = revisionOf(session.own, item, payload);
    const place = { item, from: row.from ?? null, base: revision.content.rev };
    await this.#unlocked.save({
      ops: [putOp(revision, base)],
      revisions: [revision],
      writes: async () => [
        { expect: "drafts", key: id, version },
        { put: "drafts", value: { ...row, ...place, waits: false, version: version + 1 } },
      ],
    });
  }

  /** @param {StoredDraft} row @returns {{item: string, base: string|null}} where its last revision stands by now: perhaps as a conflict copy */
  #follow({ id, item = this.#itemOf(id), base = null }) {
    const { holdings } = this.#unlocked;
    if (base === null || holdings.shown(item)?.fact.rev === base) return { item, base };
    const copy = b64Encode(conflictItem(b64Decode(item), b64Decode(base)));
    const shown = holdings.shown(copy);
    return shown ? { item: copy, base: shown.fact.rev ?? null } : { item, base };
  }

  /** @param {string} item @returns {boolean} */
  #isQueued(item) {
    const { outbox, sent } = this.#unlocked.holdings;
    const linked = new Set(sent.flatMap(({ covers }) => covers));
    return outbox.ops.some((op) => op.kind === "put" && op.item === item && !linked.has(op.n));
  }
}

/** @param {string} id @param {object} draft @param {string|null} base @returns {Payload} all but when it was written */
function draftPayload(id, draft, base) {
  const body = Object.fromEntries(Object.entries(draft).filter(([name]) => !OWN.includes(name)));
  return { v: 1, kind: "draft", prev: base, draft_of: id, body };
}

/** @param {unknown} error @returns {false} another tab has just stored the same draft */
function orChanged(error) {
  return wasChanged(error) ? false : throwVaultError(error);
}

/** @param {Payload} body of another device, perhaps with members of a later version @returns {EntryDraft & {values: unknown}} */
function asTyped(body) {
  const { kind, rev, values, scored } = body;
  return {
    ...body,
    values,
    kind: ENTRY_KINDS.includes(kind) ? kind : "entry",
    rev: textOf(rev) || null,
    title: textOf(body.title),
    text: textOf(body.text),
    prompt: promptOf(body.prompt),
    phase: phaseOf(body.phase),
    dosing: textOf(body.dosing) || null,
    happened: instantOf(body.happened, null),
    ...(body.answers && { answers: answersOf(body.answers) }),
    scored: scored ? scoredOf(scored) : null,
  };
}

/** @param {unknown} field @returns {field is [string, string]} */
function isField(field) {
  return Array.isArray(field) && field.length === 2 && field.every((one) => textOf(one) === one);
}
