// What a therapist tells everybody they are linked with: how they read, and when they are away. One item, granted at each new link and at each change.

import { boundaryOf, isWhole } from "../../domain/boundaries.js";
import { plain } from "../../domain/foreign.js";
import { readPayload } from "../../protocol/items.js";
import { isDocument } from "../device/books.js";
import { VaultError } from "../vault-error.js";
import { nextDocument } from "./documents.js";

/** @import { Boundary, BoundarySaid } from "../../domain/boundaries.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { Holdings } from "../device/holdings.js" */
/** @import { NewOp } from "../device/outbox-change.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

const KIND = "boundary";

export class Boundaries {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{person?: string}} input one's own without a person @returns {Promise<Boundary|null>} null: nothing has been said */
  async read({ person } = {}) {
    const peer = person === undefined ? null : this.#unlocked.peer(person);
    if (peer && peer.contact.state !== "linked") return null;
    const all = this.#unlocked.library.everyones(KIND);
    const shown = all.find((one) => (peer ? one.log === peer.in : !one.foreign));
    return shown ? this.#open(shown) : null;
  }

  /** @param {BoundarySaid} said @returns {Promise<Boundary>} */
  async save(said) {
    const { session, library } = this.#unlocked;
    if (session.ring.role !== "therapist") throw new VaultError("not-found");
    if (!isWhole(said)) throw new VaultError("boundary-missing");
    const [old] = library.documents(KIND);
    const next = await nextDocument(this.#unlocked, KIND, boundaryOf(said), old);
    const { item, rev, ops, revisions } = next;
    const grants = this.#linked().map(({ out }) => grantOf(out, item, rev));
    await this.#unlocked.save({ ops: [...ops, ...grants], revisions });
    return /** @type {Boundary} */ (await this.read());
  }

  /** Whoever was linked by a device that did not know of it yet is told. */
  async tellAll() {
    const [own] = this.#unlocked.library.documents(KIND);
    if (!own) return;
    const rev = own.fact.rev ?? "";
    const isCurrent = new Set(
      this.#unlocked.library
        .shares(own.id)
        .filter(({ state }) => state !== "older")
        .map(({ person }) => person),
    );
    const untold = this.#linked().filter(({ id }) => !isCurrent.has(id));
    if (untold.length === 0) return;
    await this.#unlocked.save({ ops: untold.map(({ out }) => grantOf(out, own.id, rev)) });
  }

  #linked() {
    return this.#unlocked.session.peers().filter(({ contact }) => contact.state === "linked");
  }

  /** @param {ShownDocument} shown @returns {Promise<Boundary|null>} */
  async #open({ id, log, foreign, fact, kept, line }) {
    const row = await this.#unlocked.holdings.content(fact);
    if (!row) return null;
    const person = foreign ? (this.#unlocked.session.peerByLog(log)?.id ?? null) : null;
    return { id, person, written: line.written, kept, ...boundaryOf(plain(readPayload(row.json))) };
  }
}

/** @param {Holdings} holdings @param {string} log of somebody who is linked just now @returns {NewOp[]} what tells them how one reads */
export function boundaryGrants(holdings, log) {
  const own = holdings.allShown().filter((one) => !one.foreign && isDocument(one, KIND));
  const all = /** @type {ShownDocument[]} */ (own);
  const [newest] = all.sort((a, b) => (a.line.written.at < b.line.written.at ? 1 : -1));
  return newest ? [grantOf(log, newest.id, newest.fact.rev ?? "")] : [];
}

/**
 * A therapist says how they read before anybody is linked with them.
 * @param {Unlocked} unlocked
 * @throws {VaultError} `boundary-missing`
 */
export function requireBoundary({ session, library }) {
  if (session.ring.role === "therapist" && library.documents(KIND).length === 0)
    throw new VaultError("boundary-missing");
}

/** @param {string} log @param {string} item @param {string} rev @returns {NewOp} */
function grantOf(log, item, rev) {
  return { kind: "grant", log, revs: [{ item, rev }] };
}
