// Files what was written while the device was locked: each capture becomes an entry in the transaction that removes it.

import { textOf } from "../../domain/payloads.js";
import { captureItem, openCapture } from "../../protocol/captures.js";
import { readPayload } from "../../protocol/items.js";
import { b64Decode, b64Encode } from "../../wire/encoding.js";
import { Malformed, ProtocolError } from "../../wire/errors.js";
import { DIGEST, ID } from "../../wire/limits.js";
import { noticeWrite } from "../device/notices.js";
import { putOp, revisionOf } from "./entries.js";

/** @import { Payload } from "../../domain/payloads.js" */
/** @import { Write } from "../../store/database.js" */
/** @import { StoredCapture } from "../device/capture-writer.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/** A capture that opened. @typedef {{stored: StoredCapture, item: string, payload: Payload}} Opened */

export class Captures {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** Called at every unlock. What does not open, or finds no room, stays as it is, and the person is told. */
  async file() {
    const { db } = this.#unlocked.holdings;
    /** @type {StoredCapture[]} */
    const stored = await db.getAll("captures");
    if (stored.length === 0) return;
    const opened = [];
    for (const one of stored) opened.push(await this.#open(one));
    try {
      await this.#save(opened.filter((one) => one !== null));
    } catch {
      this.#unlocked.syncing.pass({ id: "captures-wait", type: "captures-wait", item: null });
    }
  }

  /** @returns {Promise<{opened: {item: string, payload: Payload}[], odd: string[]}>} what waits to be filed, and ids of what does not open */
  async waiting() {
    /** @type {StoredCapture[]} */
    const stored = await this.#unlocked.holdings.db.getAll("captures");
    const all = await Promise.all(stored.map((one) => this.#open(one)));
    const odd = stored.filter((_, i) => !all[i]).map(({ id }) => textOf(id));
    return { opened: all.filter((one) => one !== null), odd };
  }

  /** @param {StoredCapture} stored @returns {Promise<Opened | null>} null: it does not open, and the person is told once */
  async #open(stored) {
    const { session, syncing } = this.#unlocked;
    try {
      const id = b64Decode(stored.id, ID);
      const kem = b64Decode(stored.kem, DIGEST);
      const sealed = new Uint8Array(stored.sealed);
      const json = await openCapture(await session.kems(), session.idPk, id, kem, sealed);
      const payload = readPayload(json);
      if (payload.kind !== "entry") throw new Malformed("a capture that is no entry");
      return { stored, item: b64Encode(captureItem(session.idPk, id)), payload };
    } catch (error) {
      if (!(error instanceof ProtocolError || error instanceof TypeError)) throw error;
      await syncing.notifyOnce({ type: "capture-aside", item: textOf(stored.id) });
      return null;
    }
  }

  /** @param {Opened[]} opened */
  async #save(opened) {
    const { session, holdings } = this.#unlocked;
    const isKnown = (/** @type {string} */ item) =>
      holdings.ledger.items.has(item) || holdings.outbox.pending.has(item);
    const isNew = (/** @type {Opened} */ { item, payload }) =>
      !isKnown(item) && textOf(payload.text).trim() !== "";
    const revisions = opened
      .filter(isNew)
      .map(({ item, payload }) => revisionOf(session.own, item, payload));
    /** @type {Write[]} */
    const writes = opened.flatMap(({ stored: { id, version } }) => [
      { expect: "captures", key: id, version },
      { remove: "captures", key: id },
    ]);
    // Of no entry: one notice stands for all that were filed until it is read.
    if (revisions.length > 0) writes.push(noticeWrite({ type: "captured", item: null }));
    await this.#unlocked.save({
      ops: revisions.map((revision) => putOp(revision, null)),
      revisions,
      writes: async () => writes,
    });
  }
}
