// What of one's own stands beside the entries: courses, threads, settings and the like. Sealed as everything is; nobody else is given them.

import { bodyOf, DOCUMENT_KINDS, documentPayload } from "../../domain/payloads.js";
import { readPayload } from "../../protocol/items.js";
import { isDocument } from "../device/books.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { putOp, revisionOf } from "./entries.js";

/** @import { Document } from "../../domain/documents.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { NewOp, Revision } from "../device/outbox-change.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

export class Documents {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{kind: string}} input @returns {Promise<Document[]>} */
  async list({ kind }) {
    const shown = this.#unlocked.library.documents(kind);
    const opened = await Promise.all(shown.map((one) => this.#open(one)));
    return opened.filter((one) => one !== null);
  }

  /** @param {{id?: string, kind: string, rev?: string, body: {[member: string]: any}}} input @returns {Promise<Document>} */
  async save({ id = newId(), kind, rev, body }) {
    const { session, holdings } = this.#unlocked;
    const shown = holdings.shown(id);
    const isOther = shown && (shown.foreign || !isDocument(shown, kind));
    if (isOther || !DOCUMENT_KINDS.includes(kind)) throw new VaultError("not-found");
    const prev = rev ?? shown?.fact.rev ?? null;
    const payload = documentPayload(kind, body, { prev, now: this.#unlocked.now() });
    const revision = revisionOf(session.own, id, payload);
    await this.#unlocked.save({ ops: [putOp(revision, prev)], revisions: [revision] });
    const saved = await this.#open(this.#shown(id));
    if (!saved) throw new VaultError("storage-failed");
    return saved;
  }

  /** @param {{id: string}} input */
  async delete({ id }) {
    const { fact } = this.#shown(id);
    const { own } = this.#unlocked.session;
    await this.#unlocked.save({ ops: [{ kind: "del", log: own, item: id, last: fact.rev ?? "" }] });
  }

  /** @param {string} id @returns {ShownDocument} */
  #shown(id) {
    const shown = this.#unlocked.holdings.shown(id);
    const { line } = shown ?? {};
    if (!shown || shown.foreign || line?.kind !== "document") throw new VaultError("not-found");
    return { ...shown, line };
  }

  /** @param {ShownDocument} shown @returns {Promise<Document | null>} null when its words are not here */
  async #open({ id, fact, kept, line }) {
    const row = await this.#unlocked.holdings.content(fact);
    if (!row) return null;
    const { of: kind, written } = line;
    return { id, kind, rev: fact.rev ?? "", written, kept, body: bodyOf(readPayload(row.json)) };
  }
}

/**
 * The next revision of what is kept as one JSON object of its own members, prepared to be saved.
 * @param {Unlocked} unlocked
 * @param {string} kind
 * @param {{[member: string]: any}} body  members that become different; the others, known here or not, stay as they are
 * @param {Pick<Shown, "id"|"fact">} [old]  the one that is changed; absent: a new one
 * @param {string} [id]  of a new one, where it must be known beforehand
 * @returns {Promise<{ops: NewOp[], revisions: Revision[], item: string, rev: string}>}
 */
export async function nextDocument(unlocked, kind, body, old, id = newId()) {
  const { session, holdings } = unlocked;
  const row = old && (await holdings.content(old.fact));
  const prev = old?.fact.rev ?? null;
  const whole = { ...(row && readPayload(row.json)), ...body };
  const payload = documentPayload(kind, whole, { prev, now: unlocked.now() });
  const revision = revisionOf(session.own, old?.id ?? id, payload);
  const { item, rev } = revision.content;
  return { ops: [putOp(revision, prev)], revisions: [revision], item, rev };
}
