// What an unlocked vault works with, and the one way in which it writes: words, their place in the outbox and the ring in one transaction.

import { isEqual } from "../../wire/encoding.js";
import { toVaultError, wasChanged } from "../errors.js";
import { VaultError } from "../vault-error.js";
import { batchName, openPack } from "./chunks.js";
import { ringWrites } from "./local-ring.js";
import { OutboxChange } from "./outbox-change.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { Notice } from "../../domain/notices.js" */
/** @import { Ring } from "../../protocol/ring.js" */
/** @import { Write } from "../../store/database.js" */
/** @import { Op, Reason, SyncState } from "../../sync/types.js" */
/** @import { Lent } from "../lent.js" */
/** @import { Network } from "../network.js" */
/** @import { SyncStatus } from "../types.js" */
/** @import { ContentRow } from "./chunks.js" */
/** @import { Holdings } from "./holdings.js" */
/** @import { Library } from "./library.js" */
/** @import { NewOp, Revision } from "./outbox-change.js" */
/** @import { Peer } from "./session.js" */

/**
 * What is saved at once.
 * @typedef {object} Saving
 * @property {NewOp[]} ops
 * @property {Revision[]} [revisions]           the words of the puts among them
 * @property {(ring: Ring) => Ring} [ring]      what becomes of the ring; its operation is queued with it
 * @property {(op: Op) => boolean} [drop]       what waits and is not to happen any more
 * @property {() => Promise<Write[]|null>} [writes]  what else changes on this device with it, asked for at every attempt; null: nothing is to be saved at all
 */

/**
 * Sync, as whoever writes asks for it.
 * @typedef {object} Rounds
 * @property {(reason: Reason) => void} wake  there is something to send, or somebody looks
 * @property {() => Promise<void>} round      resolves when one that the person asked for has ended
 * @property {() => void} stop
 * @property {(isSeen: boolean) => void} listen  whether it is to be heard at once what comes
 * @property {() => void} roused  another tab asks for a round
 * @property {(state: SyncState) => Promise<void>} heard  how it stands, as another tab says
 * @property {() => Promise<SyncStatus>} status
 * @property {(items: string[]) => void} changed  here, for this page and the other tabs
 * @property {(notice: Pick<Notice, "type"|"item">) => Promise<void>} notify      until it is dismissed
 * @property {(notice: Pick<Notice, "type"|"item">) => Promise<void>} notifyOnce  and never again once it was
 * @property {(notice: Notice) => void} pass      told until the next lock, and stored nowhere
 * @property {(id: string) => Promise<void>} dismiss
 * @property {() => Promise<void>} tell           the page, how it stands
 * @property {() => void} tellLater               the page and the other tabs, when it can
 */

/** Tries when another tab was first. */
const ATTEMPTS = 5;

export class Unlocked {
  /**
   * @param {Lent} lent
   * @param {Holdings} holdings
   * @param {Network} network
   * @param {Library} library
   * @param {Rounds} syncing
   */
  constructor(lent, holdings, network, library, syncing) {
    this.lent = lent;
    this.holdings = holdings;
    this.network = network;
    this.library = library;
    this.syncing = syncing;
  }

  get session() {
    return this.holdings.session;
  }

  /** @returns {Instant} */
  now() {
    return { at: new Date(this.lent.now()).toISOString(), zone: this.lent.zone() };
  }

  /**
   * @param {string} id contact id
   * @returns {Peer}
   * @throws {VaultError} `not-found`
   */
  peer(id) {
    const peer = this.session.peer(id);
    if (!peer) throw new VaultError("not-found");
    return peer;
  }

  /**
   * Resolves once it lies on this device for good; then sync is told.
   * @param {Saving} saving
   * @throws {VaultError} `storage-full` or `storage-failed`: nothing was changed
   */
  async save(saving) {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.holdings.exclusive(() => this.#attempt(saving));
        break;
      } catch (error) {
        if (!wasChanged(error) || attempt === ATTEMPTS) throw toVaultError(error);
        await this.holdings.refresh();
      }
    }
    this.changed(saving.ops.flatMap(itemsOf));
    this.syncing.wake("op");
  }

  /** @param {string[]} items whose look has changed */
  changed(items) {
    this.library.reset();
    this.syncing.changed(items);
  }

  /** @param {Saving} saving */
  async #attempt({ ops, revisions = [], ring: change, drop, writes: beside }) {
    const { holdings, session } = this;
    const more = beside ? await beside() : [];
    if (!more) return;
    const outbox = new OutboxChange(holdings);
    const ring = change?.(session.ring);
    if (drop) outbox.update((op) => (drop(op) ? null : op));
    outbox.append(ring ? [...ops, { kind: "ring", log: session.own }] : ops, revisions);
    /** @type {Write[]} */
    const writes = [
      ...(await outbox.writes()),
      ...(ring ? await ringWrites(holdings, ring) : []),
      ...more,
    ];
    await holdings.db.apply(writes, "strict");
    await outbox.take();
    if (ring) holdings.takeRing(ring);
    await this.#readBack(revisions);
  }

  /** Only what opens again from the device counts as saved. @param {readonly Revision[]} revisions all in one batch */
  async #readBack(revisions) {
    const { outbox, db } = this.holdings;
    const batch = outbox.lines.get(revisions[0]?.content.rev ?? "")?.batch;
    if (batch === undefined) return;
    const stored = await db.get("outbox", batch);
    const rows = await openPack(this.session, batchName(batch), stored.pack);
    const isKept = (/** @type {ContentRow} */ { rev, json }) =>
      rows.some((row) => row.rev === rev && isEqual(row.json, json));
    if (!revisions.every(({ content }) => isKept(content))) throw new VaultError("storage-failed");
  }
}

/** @param {NewOp} op @returns {string[]} */
function itemsOf(op) {
  if (op.kind === "put" || op.kind === "del") return [op.item];
  if (op.kind === "grant") return op.revs.map(({ item }) => item);
  return op.kind === "revoke" ? op.items : [];
}
