// Showing entries to somebody, ending that, and what is written back: comments and reviews.

import { commentPayload } from "../../domain/payloads.js";
import { msOf } from "../../domain/phases.js";
import { withContact } from "../../protocol/ring.js";
import { isEqual } from "../../wire/encoding.js";
import { GRANT_ROWS, ITEMS } from "../../wire/limits.js";
import { isEntry } from "../device/books.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { parentOfShown, putOp, revisionOf } from "./entries.js";
import { review } from "./reviews.js";
import {
  endAllShares,
  endShare,
  heldBackUntil,
  keepTerms,
  makeExcerpt,
  readTerms,
  revokes,
  runningWith,
  shownItems,
} from "./terms.js";

/** @import { Comment } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { ShareAnswer, ShareAsked, ShareTerms, Terms } from "../../domain/sharing.js" */
/** @import { Contact, Ring } from "../../protocol/ring.js" */
/** @import { ShownComment, ShownEntry, ShownTerms } from "../device/books.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { NewOp } from "../device/outbox-change.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Entries } from "./entries.js" */
/** @import { Act } from "./terms.js" */

/** Entries whose sharing changes in one transaction. */
const AT_ONCE = 32;

export class Sharing {
  #unlocked;
  #entries;
  /** Comments by the act of sending them, in this session. @type {Map<string, Promise<Comment>>} */
  #sent = new Map();

  /**
   * @param {Unlocked} unlocked
   * @param {Entries} entries
   */
  constructor(unlocked, entries) {
    this.#unlocked = unlocked;
    this.#entries = entries;
  }

  /** @param {ShareAsked} asked @returns {Promise<ShareAnswer>} */
  async share({ dosing, ...asked }) {
    const peer = this.#linked(asked.person);
    const { answer, ops, revisions } = await this.#act(peer, asked);
    const isChanged = dosing !== undefined && dosing !== peer.contact.dosing;
    if (!isChanged || answer.state === "waits") await this.#unlocked.save({ ops, revisions });
    else {
      const ring = contactChange(peer.contact, { dosing });
      await this.#unlocked.save({ ops: [...ops, ...this.#dosings(peer, dosing)], revisions, ring });
    }
    return answer;
  }

  /**
   * Many at once, as for a new therapist. What cannot be shared in the parts that were agreed stays out.
   * @param {{ids: string[], person: string, like?: string}} input
   * @returns {Promise<{shared: string[], waits: string[]}>}
   */
  async shareMany({ ids, person, like }) {
    const peer = this.#linked(person);
    const model = like === undefined ? undefined : this.#unlocked.peer(like);
    /** @type {{shared: string[], waits: string[]}} */
    const told = { shared: [], waits: [] };
    for (const some of slices([...new Set(ids)], AT_ONCE)) {
      const found = await Promise.all(
        some.map(async (id) => {
          const parts = await this.#partsLike(id, model);
          return this.#act(peer, { id, ...(parts && { parts }) }).catch(orNull);
        }),
      );
      const acts = found.filter((act) => act !== null);
      await this.#unlocked.save({
        ops: acts.flatMap(({ ops }) => ops),
        revisions: acts.flatMap(({ revisions }) => revisions),
      });
      for (const { id, answer } of acts) told[answer.state].push(id);
    }
    return told;
  }

  /** @param {{id: string, person: string}} input */
  async unshare({ id, person }) {
    await this.#unlocked.save(await endShare(this.#unlocked, id, this.#unlocked.peer(person)));
  }

  /** @param {{id: string}} input of an own entry: its sharing ends with it */
  async deleteEntry({ id }) {
    const { fact } = this.#own(id);
    const { ops, revisions } = await endAllShares(this.#unlocked, id);
    const { own } = this.#unlocked.session;
    const del = /** @type {const} */ ({ kind: "del", log: own, item: id, last: fact.rev ?? "" });
    await this.#unlocked.save({ ops: [...ops, del], revisions });
  }

  /** @param {{item?: string, person?: string}} input @returns {Promise<ShareTerms[]>} what was changed last first */
  async shares({ item, person }) {
    const { library } = this.#unlocked;
    const author = person === undefined ? undefined : this.#unlocked.peer(person).author;
    const found = library
      .allTerms()
      .filter(({ line: { share } }) => item === undefined || share.item === item)
      .filter(({ line: { share } }) => author === undefined || share.person === author)
      .sort((a, b) => msOf(b.line.written) - msOf(a.line.written));
    return Promise.all(found.map((shown) => this.#shareTerms(shown)));
  }

  /**
   * All entries at once, and dosing sessions with them; the link stays.
   * @param {{person: string}} input
   */
  async unshareAll({ person }) {
    const peer = this.#unlocked.peer(person);
    for (const some of slices(runningWith(this.#unlocked, peer), AT_ONCE)) {
      const acts = await Promise.all(some.map((id) => endShare(this.#unlocked, id, peer)));
      await this.#unlocked.save({
        ops: acts.flatMap(({ ops }) => ops),
        revisions: acts.flatMap(({ revisions }) => revisions),
      });
    }
    await this.showDosings({ person, dosing: false });
  }

  /** The standing choice, for all dosing sessions there are and will be. @param {{person: string, dosing: boolean}} input */
  async showDosings({ person, dosing }) {
    const peer = dosing ? this.#linked(person) : this.#unlocked.peer(person);
    if (peer.contact.dosing === dosing) return;
    const ring = contactChange(peer.contact, { dosing });
    await this.#unlocked.save({ ops: this.#dosings(peer, dosing), ring });
  }

  /** @param {{id?: string, happened?: Instant|null}} input @returns {Promise<Instant|null>} */
  async guardedUntil({ id, happened }) {
    if (id !== undefined) return heldBackUntil(this.#unlocked, this.#own(id).line);
    const written = this.#unlocked.now();
    return heldBackUntil(this.#unlocked, { happened: happened ?? written, written });
  }

  /** @param {{person: string}} input */
  async closeLink({ person }) {
    const peer = this.#unlocked.peer(person);
    const isOpen = this.#unlocked.holdings.ledger.log(peer.out).opened || this.#opens(peer);
    const ring = contactChange(peer.contact, { state: "closed" });
    const running = runningWith(this.#unlocked, peer);
    await this.#unlocked.save({ ops: isOpen ? [{ kind: "close", log: peer.out }] : [], ring });
    for (const some of slices(running, AT_ONCE)) {
      const acts = await Promise.all(some.map((item) => this.#noteEnd(item, peer)));
      await this.#unlocked.save({
        ops: acts.flatMap(({ ops }) => ops),
        revisions: acts.flatMap(({ revisions }) => revisions),
      });
    }
  }

  /**
   * @param {{entry: string, text: string, act?: string}} input  act: names this sending; asked for again, it is the same comment
   * @returns {Promise<Comment>}
   */
  comment({ act = newId(), ...input }) {
    const sent = this.#sent.get(act) ?? this.#comment(input);
    this.#sent.set(act, sent);
    // What has failed can be tried again.
    sent.catch(() => this.#sent.delete(act));
    return sent;
  }

  /** @param {{entry: string, text: string}} input @returns {Promise<Comment>} */
  async #comment({ entry, text }) {
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

  /**
   * @param {Peer} peer
   * @param {Omit<ShareAsked, "person"|"dosing">} asked
   * @returns {Promise<Act & {id: string, answer: ShareAnswer}>} prepared
   */
  async #act(peer, { id, parts, reason, until, override = false }) {
    const shown = this.#own(id);
    const before = await readTerms(this.#unlocked, id, peer.author);
    const isRunning = before.waits || shownItems(this.#unlocked, id, peer).length > 0;
    const agreed = {
      ...before,
      parts: parts ?? before.parts,
      reason: reason ?? (isRunning ? before.reason : ""),
      until: until === undefined ? (isRunning ? before.until : null) : until,
    };
    const waits = override ? null : await heldBackUntil(this.#unlocked, shown.line);
    if (!waits)
      return { ...(await this.#grant(shown, peer, agreed)), id, answer: { state: "shared" } };
    const kept = await keepTerms(this.#unlocked, { ...agreed, waits }, "waits");
    return { ...kept, id, answer: { state: "waits", until: waits } };
  }

  /** @param {ShownEntry} shown own @param {Peer} peer @param {Terms} agreed @returns {Promise<Act>} the whole or its excerpt, and nothing else of it any more */
  async #grant(shown, peer, agreed) {
    const { id, fact } = shown;
    const rev = fact.rev ?? "";
    const made =
      agreed.parts === "whole"
        ? null
        : await makeExcerpt(this.#unlocked, shown, agreed.parts, agreed.excerpt);
    const { item } = made ?? { item: id };
    const before = shownItems(this.#unlocked, id, peer);
    const others = before.filter((one) => one !== item);
    const terms = { ...agreed, waits: null, rev, excerpt: made?.item ?? null };
    const kept = await keepTerms(this.#unlocked, terms, before.length > 0 ? "updated" : "shared");
    return {
      ops: [
        ...(made?.ops ?? []),
        ...revokes(peer.out, others),
        ...grantsOf(peer.out, [{ item, rev: made?.rev ?? rev }]),
        ...kept.ops,
      ],
      revisions: [...(made?.revisions ?? []), ...kept.revisions],
    };
  }

  /** @param {string} id @param {Peer|undefined} model @returns {Promise<Terms["parts"]|undefined>} as agreed with them, where something was */
  async #partsLike(id, model) {
    if (!model || !this.#unlocked.library.terms(id).has(model.author)) return undefined;
    return (await readTerms(this.#unlocked, id, model.author)).parts;
  }

  /** @param {string} item @param {Peer} peer @returns {Promise<Act>} */
  async #noteEnd(item, peer) {
    const terms = await readTerms(this.#unlocked, item, peer.author);
    return keepTerms(this.#unlocked, { ...terms, waits: null, until: null }, "ended");
  }

  /** @param {ShownTerms} shown @returns {Promise<ShareTerms>} */
  async #shareTerms({ id, line: { share } }) {
    const { library, session } = this.#unlocked;
    const terms = await readTerms(this.#unlocked, share.item, share.person);
    const peer = session.peers().find(({ author }) => author === share.person);
    const rev = this.#unlocked.holdings.shown(share.item)?.fact.rev ?? "";
    const found = library.entryShares(share.item, rev).find(({ person }) => person === peer?.id);
    const { person: _person, rev: _rev, ...kept } = terms;
    return {
      ...kept,
      id,
      person: peer?.id ?? "",
      name: peer?.contact.name ?? "",
      part: found?.part ?? null,
      state: found?.state ?? (terms.waits ? "waits" : "ended"),
    };
  }

  /** @param {string} id @returns {ShownEntry} */
  #own(id) {
    const shown = this.#entry(id);
    if (shown.foreign) throw new VaultError("not-found");
    return shown;
  }

  /** @param {string} id @returns {ShownEntry} */
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

/** @param {unknown} error @returns {null} for what is not there */
function orNull(error) {
  if (error instanceof VaultError && error.reason === "not-found") return null;
  throw error;
}

/** @template T @param {T[]} values @param {number} most @returns {T[][]} */
function slices(values, most) {
  return Array.from({ length: Math.ceil(values.length / most) }, (_, i) =>
    values.slice(i * most, (i + 1) * most),
  );
}
