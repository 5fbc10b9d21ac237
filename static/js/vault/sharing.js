// Showing entries to somebody, ending that, and what is written back: comments and reviews.

import { commentPayload } from "../model/payloads.js";
import { withContact } from "../protocol/ring.js";
import { isEqual } from "../wire/encoding.js";
import { GRANT_ROWS, ITEMS } from "../wire/limits.js";
import { isEntry } from "./books.js";
import { newId } from "./contents.js";
import { parentOfShown, putOp, revisionOf } from "./entries.js";
import { review } from "./reviews.js";
import { VaultError } from "./vault-error.js";

/** @import { Contact, Ring } from "../protocol/ring.js" */
/** @import { Comment } from "./types.js" */
/** @import { Entries } from "./entries.js" */
/** @import { Shown } from "./holdings.js" */
/** @import { ShownComment } from "./books.js" */
/** @import { NewOp } from "./outbox-change.js" */
/** @import { Peer } from "./session.js" */
/** @import { Unlocked } from "./unlocked.js" */

export class Sharing {
  #unlocked;
  #entries;

  /**
   * @param {Unlocked} unlocked
   * @param {Entries} entries
   */
  constructor(unlocked, entries) {
    this.#unlocked = unlocked;
    this.#entries = entries;
  }

  /** @param {{id: string, person: string, dosing?: boolean}} input */
  async share({ id, person, dosing }) {
    const shown = this.#entry(id);
    const peer = this.#linked(person);
    if (shown.foreign) throw new VaultError("not-found");
    const grant = grantsOf(peer.out, [{ item: id, rev: shown.fact.rev ?? "" }]);
    const isChanged = dosing !== undefined && dosing !== peer.contact.dosing;
    if (!isChanged) return this.#unlocked.save({ ops: grant });
    const ring = contactChange(peer.contact, { dosing });
    await this.#unlocked.save({ ops: [...grant, ...this.#dosings(peer, dosing)], ring });
  }

  /** @param {{id: string, person: string}} input */
  async unshare({ id, person }) {
    const peer = this.#unlocked.peer(person);
    await this.#unlocked.save({ ops: [{ kind: "revoke", log: peer.out, items: [id] }] });
  }

  /** @param {{person: string}} input */
  async closeLink({ person }) {
    const peer = this.#unlocked.peer(person);
    const isOpen = this.#unlocked.holdings.ledger.log(peer.out).opened || this.#opens(peer);
    const ring = contactChange(peer.contact, { state: "closed" });
    await this.#unlocked.save({ ops: isOpen ? [{ kind: "close", log: peer.out }] : [], ring });
  }

  /** @param {{entry: string, text: string}} input @returns {Promise<Comment>} */
  async comment({ entry, text }) {
    const shown = this.#entry(entry);
    const { session, holdings } = this.#unlocked;
    const payload = commentPayload(
      parentOfShown(this.#unlocked, shown),
      text,
      this.#unlocked.now(),
    );
    const revision = revisionOf(session.own, newId(), payload);
    const { item, rev } = revision.content;
    const grants = this.#readersOf(shown).flatMap((log) => grantsOf(log, [{ item, rev }]));
    await this.#unlocked.save({ ops: [putOp(revision, null), ...grants], revisions: [revision] });
    return this.#entries.comment(/** @type {ShownComment} */ (holdings.shown(item)));
  }

  /** @param {{entry: string|string[], reviewed: boolean}} input */
  async review({ entry, reviewed }) {
    const all = [entry].flat().map((id) => this.#entry(id));
    await review(this.#unlocked, all, reviewed);
  }

  /** @param {string} id @returns {Shown} */
  #entry(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || !isEntry(shown)) throw new VaultError("not-found");
    return shown;
  }

  /** @param {string} person @returns {Peer} */
  #linked(person) {
    const peer = this.#unlocked.peer(person);
    if (peer.contact.state !== "linked") throw new VaultError("not-linked");
    return peer;
  }

  /** @param {Peer} peer @returns {boolean} whether its opening waits to be sent */
  #opens({ out }) {
    return this.#unlocked.holdings.outbox.ops.some((op) => op.kind === "open" && op.log === out);
  }

  /** @param {Shown} shown @returns {string[]} pair logs of those who can read it besides oneself */
  #readersOf(shown) {
    const { session, library } = this.#unlocked;
    if (!shown.foreign)
      return library.shares(shown.id).map(({ person }) => this.#unlocked.peer(person).out);
    const author = session.peerByLog(shown.log);
    if (author?.contact.state !== "linked") throw new VaultError("not-linked");
    return [author.out];
  }

  /** @param {Peer} peer @param {boolean} dosing @returns {NewOp[]} every dosing session shown to them, or no longer */
  #dosings(peer, dosing) {
    const revs = this.#unlocked.library.dosings().map(({ id, rev }) => ({ item: id, rev }));
    return dosing
      ? grantsOf(peer.out, revs)
      : revokesOf(
          peer.out,
          revs.map(({ item }) => item),
        );
  }
}

/**
 * @param {Contact} contact who is meant
 * @param {Partial<Contact>} members what becomes different
 * @returns {(ring: Ring) => Ring} changes them as they stand in the ring it is given, which may be newer
 */
export function contactChange({ idPk }, members) {
  return (ring) => {
    const contact = ring.contacts.find((one) => isEqual(one.idPk, idPk));
    return contact ? withContact(ring, { ...contact, ...members }) : ring;
  };
}

/** @param {string} log @param {{item: string, rev: string}[]} revs @returns {NewOp[]} */
function grantsOf(log, revs) {
  return slices(revs, GRANT_ROWS).map((slice) => ({ kind: "grant", log, revs: slice }));
}

/** @param {string} log @param {string[]} items @returns {NewOp[]} */
function revokesOf(log, items) {
  return slices(items, ITEMS).map((slice) => ({ kind: "revoke", log, items: slice }));
}

/** @template T @param {T[]} values @param {number} most @returns {T[][]} */
function slices(values, most) {
  return Array.from({ length: Math.ceil(values.length / most) }, (_, i) =>
    values.slice(i * most, (i + 1) * most),
  );
}
