// "Contact me": an item without words, shown to one therapist. Who sends it sees whether it has gone; who receives it ticks it off.

import { requestPayload } from "../../domain/payloads.js";
import { isDocument } from "../device/books.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { audienceOf, waitingGrant } from "./audience.js";
import { putOp, revisionOf } from "./entries.js";
import { review } from "./reviews.js";

/** @import { ContactRequest } from "../../domain/people.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

const KIND = "request";

export class Requests {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @returns {ContactRequest[]} one's own, or those of the people who share; what was asked last first */
  list() {
    const { library, session } = this.#unlocked;
    return library.everyones(KIND).flatMap((one) => {
      const peer = one.foreign ? session.peerByLog(one.log) : audienceOf(this.#unlocked, one.id);
      return peer ? [this.#request(one, peer)] : [];
    });
  }

  /** @param {{person: string}} input @returns {Promise<ContactRequest>} */
  async ask({ person }) {
    const peer = this.#unlocked.peer(person);
    if (peer.contact.state !== "linked" || peer.contact.role !== "therapist")
      throw new VaultError("not-linked");
    const { own } = this.#unlocked.session;
    const revision = revisionOf(own, newId(), requestPayload(this.#unlocked.now()));
    const { item, rev } = revision.content;
    await this.#unlocked.save({
      ops: [putOp(revision, null), { kind: "grant", log: peer.out, revs: [{ item, rev }] }],
      revisions: [revision],
    });
    return this.#request(this.#shown(item), peer);
  }

  /** Takes it back: what has not gone never goes; what has gone is no longer handed out. @param {{id: string}} input */
  async withdraw({ id }) {
    const { fact, foreign } = this.#shown(id);
    const peer = audienceOf(this.#unlocked, id);
    if (foreign) throw new VaultError("not-found");
    const { own } = this.#unlocked.session;
    await this.#unlocked.save({
      ops: [
        ...(peer ? [{ kind: /** @type {const} */ ("revoke"), log: peer.out, items: [id] }] : []),
        { kind: "del", log: own, item: id, last: fact.rev ?? "" },
      ],
    });
  }

  /** A therapist has seen it: private to them, on all their devices. @param {{id: string}} input */
  async seen({ id }) {
    await review(this.#unlocked, [this.#shown(id)], true);
  }

  /** @param {ShownDocument} shown @param {Peer} peer @returns {ContactRequest} */
  #request({ id, foreign, kept, line }, { id: person, contact }) {
    const { library } = this.#unlocked;
    const isSent = foreign || (kept === "backed-up" && !waitingGrant(this.#unlocked, id));
    return {
      id,
      person,
      name: contact.name,
      written: line.written,
      state: isSent ? "sent" : "waiting",
      seen: library.isReviewed(id),
    };
  }

  /** @param {string} id @returns {ShownDocument} */
  #shown(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || !isDocument(shown, KIND)) throw new VaultError("not-found");
    return shown;
  }
}
