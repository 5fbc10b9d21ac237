// One's own entries, and reading an entry, one's own or shared.

import { plain } from "../../domain/foreign.js";
import {
  answersOf,
  entryPayload,
  openedPayload,
  phaseOf,
  scoredOf,
  textOf,
} from "../../domain/payloads.js";
import { readPayload } from "../../protocol/items.js";
import { isEntry } from "../device/books.js";
import { PACK } from "../device/chunks.js";
import { newId, newRevision } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { settingsOf } from "./settings.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { Comment, Entry, EntrySummary, PromptShown } from "../../domain/entries.js" */
/** @import { Payload } from "../../domain/payloads.js" */
/** @import { Phase } from "../../domain/phases.js" */
/** @import { ShownComment, ShownEntry } from "../device/books.js" */
/** @import { Fact } from "../device/chunks.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { NewOp, Revision } from "../device/outbox-change.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

export class Entries {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{limit?: number}} input @returns {EntrySummary[]} */
  list({ limit }) {
    return this.#unlocked.library.entries(limit);
  }

  /** @param {{id: string}} input @returns {Promise<Entry>} */
  async open({ id }) {
    const { library } = this.#unlocked;
    const shown = this.#shown(id);
    const [raw, comments] = await Promise.all([this.payload(shown.fact), this.#comments(id)]);
    const payload = plain(raw);
    await this.#markOpened(shown);
    // Of the revision whose words these are, whatever another tab has written or deleted meanwhile: what is typed over them stands on it.
    const now = library.entry(id);
    const summary = now && now.rev === shown.fact.rev ? now : library.summary(shown);
    const prompt = promptOf(payload.prompt);
    const byPrompt = prompt?.phase ?? null;
    return {
      summary,
      title: textOf(payload.title),
      text: textOf(payload.text),
      prompt,
      phaseChosen: phaseOf(payload.phase) === byPrompt ? null : phaseOf(payload.phase),
      dosingChosen: textOf(payload.dosing) || null,
      answers: answersOf(payload.answers),
      scored: scoredOf(payload),
      comments,
    };
  }

  /** @param {EntryDraft} draft @returns {Promise<EntrySummary>} its draft is another's to forget */
  async save(draft) {
    const id = draft.id ?? newId();
    const shown = this.#unlocked.holdings.shown(id);
    if (shown && (shown.foreign || !isEntry(shown))) throw new VaultError("not-found");
    // Kept by another device meanwhile, of the same draft: both stand, as with any two who did not know of each other.
    const base = draft.rev ?? (shown?.kept === "device" ? (shown.fact.rev ?? null) : null);
    return this.write(id, base, await this.#payloadOf(draft, base));
  }

  /** @param {readonly EntryDraft[]} drafts new entries, kept by the pack */
  async importMany(drafts) {
    const { own } = this.#unlocked.session;
    for (let at = 0; at < drafts.length; at += PACK) {
      const payloads = drafts.slice(at, at + PACK).map((draft) => this.#payloadOf(draft, null));
      const revisions = (await Promise.all(payloads)).map((payload) =>
        revisionOf(own, newId(), payload),
      );
      await this.#unlocked.save({
        ops: revisions.map((revision) => putOp(revision, null)),
        revisions,
      });
    }
  }

  /** @param {{id: string}} input @returns {Promise<EntrySummary>} */
  async restore({ id }) {
    const fact = this.lastFact(id);
    return this.write(id, fact.rev ?? null, await this.payload(fact));
  }

  /**
   * @param {Pick<Fact, "item"|"rev">} fact
   * @returns {Promise<Payload>}
   * @throws {VaultError} `not-found` when its words are not here
   */
  async payload(fact) {
    const row = await this.#unlocked.holdings.content(fact);
    if (!row) throw new VaultError("not-found");
    return readPayload(row.json);
  }

  /**
   * A new revision of an own entry.
   * @param {string} id
   * @param {string | null} base revision it is written on
   * @param {Payload} payload
   * @returns {Promise<EntrySummary>} of this revision, whatever another tab has written or deleted meanwhile
   */
  async write(id, base, payload) {
    const { session, library } = this.#unlocked;
    const said = { ...payload, prev: base, written: this.#unlocked.now() };
    const revision = revisionOf(session.own, id, said);
    await this.#unlocked.save({ ops: [putOp(revision, base)], revisions: [revision] });
    const { fact } = revision;
    const kept = { id, log: session.own, foreign: false, fact, line: fact.line, kept: "device" };
    const shown = library.entry(id);
    return shown && shown.rev === fact.rev
      ? shown
      : library.summary(/** @type {ShownEntry} */ (kept));
  }

  /** @param {EntryDraft} draft @param {string | null} base @returns {Promise<Payload>} */
  async #payloadOf(draft, base) {
    const { holdings } = this.#unlocked;
    const row = base === null ? null : await holdings.content({ item: draft.id ?? "", rev: base });
    const before = row && readPayload(row.json);
    const promptPhase = draft.prompt?.phase ?? null;
    return entryPayload(draft, { before, prev: base, now: this.#unlocked.now(), promptPhase });
  }

  /** @param {string} id @returns {ShownEntry} */
  #shown(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || !isEntry(shown)) throw new VaultError("not-found");
    return shown;
  }

  /** @param {string} id @returns {Fact} of the last revision of an own item, deleted or not */
  lastFact(id) {
    const { outbox, ledger } = this.#unlocked.holdings;
    const pending = outbox.pending.get(id);
    const last =
      pending?.op.kind === "del"
        ? (outbox.lines.get(pending.op.last)?.fact ?? ledger.revs.get(pending.op.last))
        : pending?.fact;
    const item = ledger.items.get(id);
    const fact = last ?? (item?.foreign ? null : item?.fact);
    if (!fact) throw new VaultError("not-found");
    return fact;
  }

  /** @param {string} id @returns {Promise<Comment[]>} */
  async #comments(id) {
    return Promise.all(this.#unlocked.library.comments(id).map((comment) => this.comment(comment)));
  }

  /** @param {ShownComment} shown @returns {Promise<Comment>} with its answer */
  async comment(shown) {
    const answer = this.#unlocked.library.answerTo(shown);
    const said = await this.#said(shown);
    return answer ? { ...said, answer: await this.#said(answer) } : said;
  }

  /** @param {ShownComment} shown @returns {Promise<Comment>} */
  async #said({ id, log, foreign, fact, kept, line }) {
    const { session } = this.#unlocked;
    const peer = foreign ? session.peerByLog(log) : undefined;
    const row = await this.#unlocked.holdings.content(fact);
    const text = row ? textOf(readPayload(row.json).text) : "";
    const name = peer ? peer.contact.name : session.ring.name;
    const muted = peer !== undefined && this.#unlocked.library.quiet(peer.author) !== "";
    const author = peer?.id ?? null;
    return { id, author, name, text, written: line.written, kept, muted, answer: null };
  }

  /** A shared entry, and what others say about it, count as opened from now on, on all devices of this account. @param {ShownEntry} shown */
  async #markOpened(shown) {
    const { library } = this.#unlocked;
    const comments = library.comments(shown.id);
    const unread = [shown, ...comments, ...comments.map((one) => library.answerTo(one))]
      .filter((one) => one !== undefined)
      .filter(({ id, foreign }) => foreign && !library.isOpened(id));
    if (unread.length === 0) return;
    const revisions = unread.map((one) => this.#receipt(one));
    const told = unread[0] === shown && revisions[0] ? await this.#tell(shown, revisions[0]) : [];
    const ops = [...revisions.map((revision) => putOp(revision, null)), ...told];
    // Reading goes on where the receipt cannot be kept: the device may be full.
    await this.#unlocked.save({ ops, revisions }).catch(() => {});
  }

  /** @param {Shown} shown @param {Revision} receipt @returns {Promise<NewOp[]>} its author is told, where whoever reads it lets them know */
  async #tell({ log }, { content: { item, rev } }) {
    const { session } = this.#unlocked;
    const peer = session.peerByLog(log);
    const isTold = session.ring.role === "therapist" && peer?.contact.state === "linked";
    if (!isTold || (await settingsOf(this.#unlocked)).tellOpened === false) return [];
    return [{ kind: "grant", log: peer.out, revs: [{ item, rev }] }];
  }

  /** @param {Shown} shown @returns {Revision} */
  #receipt(shown) {
    const { session } = this.#unlocked;
    return revisionOf(
      session.own,
      newId(),
      openedPayload(parentOfShown(this.#unlocked, shown), this.#unlocked.now()),
    );
  }
}

/**
 * @param {Unlocked} unlocked
 * @param {Shown} shown
 * @returns {import("../../domain/payloads.js").Parent} as what hangs on it names it
 */
export function parentOfShown({ session }, { id, log, foreign, fact }) {
  const peer = foreign ? session.peerByLog(log) : undefined;
  const author = peer ? peer.author : session.author;
  return { author, item: id, rev: fact.rev ?? "" };
}

/**
 * @param {string} log own private log
 * @param {string} item
 * @param {Payload} payload
 * @returns {Revision}
 * @throws {VaultError} `too-long` when it is longer than one sealed body
 */
export function revisionOf(log, item, payload) {
  try {
    return newRevision(log, item, payload);
  } catch (error) {
    throw new VaultError("too-long", error);
  }
}

/** @param {Revision} revision @param {string | null} base @returns {NewOp} */
export function putOp({ fact, content }, base) {
  return {
    kind: "put",
    log: fact.log,
    item: content.item,
    rev: content.rev,
    base,
    size: fact.size ?? 0,
  };
}

/** @param {any} prompt @returns {PromptShown | null} */
export function promptOf(prompt) {
  if (typeof prompt !== "object" || prompt === null) return null;
  const { pack, id, version, text, phase } = prompt;
  const asShown = { pack: textOf(pack), id: textOf(id), text: textOf(text) };
  return { ...asShown, version: Number(version) || 0, phase: phaseOf(phase) };
}
