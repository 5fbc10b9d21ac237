// Invites, and the people they lead to: docs/protocol.md section 7.

import {
  buildLink,
  inviteId,
  openAnswer,
  openOffer,
  parseLink,
  sealAnswer,
  sealOffer,
} from "../../protocol/invites.js";
import { KemKey } from "../../protocol/keys.js";
import { generateSecret } from "../../protocol/random.js";
import { hasRoom, withContact } from "../../protocol/ring.js";
import { safetyNumber } from "../../protocol/safety-number.js";
import { buildBundle } from "../../wire/bundles.js";
import { b64Decode, b64Encode, isEqual } from "../../wire/encoding.js";
import { ProtocolError } from "../../wire/errors.js";
import { standingOf } from "../device/standing.js";
import { toVaultError } from "../errors.js";
import { NetworkProblem } from "../network.js";
import { VaultError } from "../vault-error.js";
import { boundaryGrants, requireBoundary } from "./boundaries.js";
import { contactChange } from "./sharing.js";

/** @import { Person, Role } from "../../domain/people.js" */
/** @import { Answer, Link, Offer } from "../../protocol/invites.js" */
/** @import { Contact, ContactState, OpenInvite, Ring } from "../../protocol/ring.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { OwnInvite } from "../network.js" */

/** One who has answered and waits for one's word. @typedef {{id: string, name: string, role: Role, contested: boolean}} Answered */

/** 72 hours, less a minute for the way to the server. */
const INVITE_SECONDS = 72 * 3600 - 60;
/** Kept a little longer than it lives, so that an answer at the last moment can still be opened. */
const GRACE_SECONDS = 24 * 3600;

export class People {
  #unlocked;
  /** @type {Map<string, {link: Link, offer: Offer, answer?: Bytes}>} opened, waiting for the person's word; answer: once it was given */
  #offers = new Map();
  /** @type {Map<string, Answer>} opened, waiting for the person's word */
  #answers = new Map();

  /** @type {Answered[]} when it was asked last */
  #answered = [];

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @returns {Person[]} */
  list() {
    const { library, session } = this.#unlocked;
    return session.peers().map((peer) => library.person(peer));
  }

  /** @returns {Promise<{link: string, id: string, expires: number}>} */
  async createInvite() {
    const { session, lent, network } = this.#unlocked;
    const { name, role } = session.ring;
    requireBoundary(this.#unlocked);
    requireRoom(session.ring);
    // The server is asked first: it says what time it is, and nothing is kept where it cannot be reached.
    await network.session().catch(throwVaultError);
    const secret = generateSecret();
    const id = inviteId(secret);
    const expires = this.#unlocked.network.seconds() + INVITE_SECONDS;
    const offer = await sealOffer(secret, await this.#bundle(), name, role, expires);
    // The secret lies here before anybody can answer; an invite that never reached the server is taken out again.
    await this.#unlocked.save({ ops: [], ring: this.#withInvite({ id, secret, expires }) });
    await network.leaveOffer(b64Encode(id), offer, expires).catch(async (error) => {
      await this.#unlocked.save({ ops: [], ring: withoutInvite(id) });
      throw toVaultError(error);
    });
    return { link: buildLink(lent.origin, session.idPk, secret), id: b64Encode(id), expires };
  }

  /** @param {{link: string}} input @returns {Promise<{id: string, name: string, role: Role}>} */
  async openInvite({ link: text }) {
    const link = this.#parse(text);
    const id = b64Encode(inviteId(link.secret));
    const { offer: sealed, state } = await this.#unlocked.network.offer(id).catch(notThere);
    const offer = await openOffer(link.secret, link.inviter, sealed).catch(invalid);
    // One who finds it answered by somebody else still answers: the server refuses, and tells the inviter that there were two.
    if (state === "contested" || (state !== "open" && this.#isKnown(link.inviter)))
      throw new VaultError("invite-spent");
    if (offer.expires <= this.#unlocked.network.seconds()) throw new VaultError("invite-expired");
    this.#check(offer.role, offer.bundle.idPk);
    this.#offers.set(id, { link, offer });
    return { id, name: offer.name, role: offer.role };
  }

  /** @param {{id: string}} input of an invite that was opened */
  async acceptInvite({ id }) {
    const opened = this.#offers.get(id);
    if (!opened) throw new VaultError("not-found");
    requireBoundary(this.#unlocked);
    const { network, session } = this.#unlocked;
    const { offer } = opened;
    // After a lost answer the same bytes again: other ones would look like a second person.
    opened.answer ??= await this.#answerTo(opened.link);
    const { answer } = opened;
    const contact = this.#contact(offer, this.#isOpen(offer) ? "linked" : "waiting");
    requireRoom(withContact(session.ring, contact));
    // Whom one has answered is known here before they can be told: their word may come while this page is gone.
    await this.#unlocked.save({ ops: [], ring: (ring) => withContact(ring, contact) });
    await network
      .answer(id, answer)
      .catch(notThere)
      .catch(async (error) => {
        if (error.reason === "invite-invalid" || error.reason === "invite-spent") {
          await this.#unlocked.save({
            ops: [],
            ring: contactChange(contact, { state: "closed" }),
          });
        }
        throw error;
      });
    this.#offers.delete(id);
  }

  /** @param {Link} link @returns {Promise<Bytes>} sealed for its inviter */
  async #answerTo({ secret, inviter }) {
    const { session } = this.#unlocked;
    const { name, role } = session.ring;
    return sealAnswer(secret, inviter, session.identity, await this.#bundle(), name, role);
  }

  /** @returns {Promise<Answered[]>} */
  async answers() {
    const { session, network } = this.#unlocked;
    if (session.ring.invites.length === 0) return [];
    const invites = await network.ownInvites().catch(throwVaultError);
    const answered = await Promise.all(invites.map((invite) => this.#openAnswer(invite)));
    this.#answered = answered.filter((answer) => answer !== null);
    return this.#answered;
  }

  /** Whether somebody has answered, or one more: then the screens are told. Without a network nobody has. */
  async look() {
    const before = JSON.stringify(this.#answered);
    const answers = await this.answers().catch(() => this.#answered);
    if (JSON.stringify(answers) !== before) this.#unlocked.changed([]);
  }

  /** @param {{id: string, accept: boolean}} input */
  async confirmAnswer({ id, accept }) {
    const answer = this.#answers.get(id);
    if (!answer) throw new VaultError("not-found");
    if (!accept) return this.#refuse(id);
    requireBoundary(this.#unlocked);
    const contact = this.#contact(answer, "linked");
    const { session, holdings } = this.#unlocked;
    requireRoom(withContact(session.ring, contact));
    const { out: log } = session.peerOf(contact);
    const ring = (/** @type {Ring} */ one) =>
      withoutInvite(b64Decode(id))(withContact(one, contact));
    const ops = [{ kind: /** @type {const} */ ("open"), log }, ...boundaryGrants(holdings, log)];
    await this.#unlocked.save({ ops, ring });
    this.#answers.delete(id);
  }

  /** @param {{person: string}} input @returns {string[]} */
  safetyNumber({ person }) {
    const { contact } = this.#unlocked.peer(person);
    return safetyNumber(this.#unlocked.session.idPk, contact.idPk);
  }

  /** It is them: what spoke against it is settled with that. @param {{person: string}} input */
  async markCompared({ person }) {
    const peer = this.#unlocked.peer(person);
    const isChanged = standingOf(this.#unlocked.holdings, peer) === "changed";
    const more = isChanged ? { state: /** @type {const} */ ("linked") } : {};
    await this.#unlocked.save({
      ops: [],
      ring: contactChange(peer.contact, { verified: "in_person", ...more }),
    });
  }

  /**
   * Nothing more is shared with this contact, on any device, until the safety number is compared or they are linked anew.
   * @param {string} log theirs
   */
  async distrust(log) {
    const { session, syncing } = this.#unlocked;
    const peer = session.peerByLog(log);
    if (peer?.contact.state !== "linked") return;
    await this.#unlocked.save({
      ops: [],
      drop: (op) => op.kind === "grant" && op.log === peer.out,
      ring: contactChange(peer.contact, { state: "closed", verified: "link" }),
    });
    await syncing.notify({ type: "identity-changed", item: peer.id });
  }

  /** @param {string} id */
  async #refuse(id) {
    await this.#unlocked.network.withdrawInvite(id).catch(notThere);
    await this.#unlocked.save({ ops: [], ring: withoutInvite(b64Decode(id)) });
    this.#answers.delete(id);
  }

  /** @param {OwnInvite} invite @returns {Promise<Answered | null>} */
  async #openAnswer({ id, state, answer }) {
    const { session, syncing } = this.#unlocked;
    const invite = session.ring.invites.find((one) => b64Encode(one.id) === id);
    if (!invite || !answer) return null;
    const opened = await openAnswer(invite.secret, session.idPk, answer).catch(orNull);
    const contested = state === "contested" || !opened;
    if (contested) await syncing.notify({ type: "invite-contested", item: id });
    if (!opened || opened.role === session.ring.role || this.#isKnown(opened.bundle.idPk))
      return null;
    if (this.#isBlocked(opened.bundle.idPk)) return null;
    this.#answers.set(id, opened);
    return { id, name: opened.name, role: opened.role, contested };
  }

  /** @param {Bytes} idPk @returns {boolean} */
  #isBlocked(idPk) {
    return this.#unlocked.library.quiet(b64Encode(idPk)) === "blocked";
  }

  /** @param {Bytes} idPk @returns {boolean} whether this person is linked already, confirmed perhaps on another device */
  #isKnown(idPk) {
    const { session } = this.#unlocked;
    return session
      .peers()
      .some(({ contact }) => isEqual(contact.idPk, idPk) && contact.state !== "closed");
  }

  /** @param {Offer} offer @returns {boolean} whether these two were linked before, and neither has ended it: there is nothing to wait for */
  #isOpen({ bundle }) {
    const { session, holdings } = this.#unlocked;
    const peer = session.peerOf(/** @type {Contact} */ ({ idPk: bundle.idPk }));
    return [peer.in, peer.out].every((log) => holdings.ledger.log(log).opened);
  }

  /** @param {string} text @returns {Link} */
  #parse(text) {
    try {
      const link = parseLink(text);
      if (link.origin === this.#unlocked.lent.origin) return link;
    } catch (error) {
      throw new VaultError("invite-invalid", error);
    }
    throw new VaultError("invite-invalid");
  }

  /** @param {Role} role @param {Bytes} idPk */
  #check(role, idPk) {
    const { session, holdings } = this.#unlocked;
    if (isEqual(idPk, session.idPk)) throw new VaultError("invite-own");
    if (role === session.ring.role) throw new VaultError("invite-same-role");
    const peer = session.peer(session.peerOf(/** @type {Contact} */ ({ idPk })).id);
    // A pair log that was closed stays closed: these two cannot be linked again.
    const isClosed = peer && [peer.in, peer.out].some((log) => holdings.ledger.log(log).closed);
    if (isClosed || this.#isBlocked(idPk)) throw new VaultError("invite-invalid");
  }

  /** @param {Offer | Answer} person @param {ContactState} state @returns {Contact} */
  #contact({ bundle, name, role }, state) {
    const since = this.#unlocked.network.seconds();
    return {
      idPk: bundle.idPk,
      bundle: bundle.data,
      name,
      role,
      verified: "link",
      state,
      dosing: false,
      since,
    };
  }

  /** @returns {Promise<Bytes>} own, of the newest KEM epoch */
  async #bundle() {
    const { session } = this.#unlocked;
    const newest = session.ring.kem.reduce((a, b) => (a.epoch > b.epoch ? a : b));
    const kem = await KemKey.fromSeed(newest.secret);
    return buildBundle(session.sign, session.idPk, newest.epoch, kem.public);
  }

  /** @param {OpenInvite} invite @returns {(ring: Ring) => Ring} dead ones go at the same time */
  #withInvite(invite) {
    const living = this.#unlocked.network.seconds() - GRACE_SECONDS;
    return (ring) => ({
      ...ring,
      invites: [...ring.invites.filter(({ expires }) => expires > living), invite],
    });
  }
}

/** @param {Bytes} id @returns {(ring: Ring) => Ring} */
function withoutInvite(id) {
  return (ring) => ({ ...ring, invites: ring.invites.filter((one) => !isEqual(one.id, id)) });
}

/** @param {unknown} error @returns {never} */
function invalid(error) {
  throw error instanceof ProtocolError ? new VaultError("invite-invalid", error) : error;
}

/** @param {unknown} error @returns {null} */
function orNull(error) {
  if (error instanceof ProtocolError) return null;
  throw error;
}

/** @param {unknown} error @returns {never} */
function notThere(error) {
  const name = error instanceof NetworkProblem ? error.problem : "";
  if (name === "not-found") throw new VaultError("invite-invalid", error);
  if (name === "invite-spent") throw new VaultError("invite-spent", error);
  throw toVaultError(error);
}

/** @param {unknown} error @returns {never} */
function throwVaultError(error) {
  throw toVaultError(error);
}

/** The limit is met here, before anybody is told of anything, and not by sync. @param {Ring} ring @throws {VaultError} `ring-full` */
function requireRoom(ring) {
  if (!hasRoom(ring)) throw new VaultError("ring-full");
}
