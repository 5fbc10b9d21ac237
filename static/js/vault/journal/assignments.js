// What a therapist gives one person: an item granted to them alone. They may decline it, in an item granted to its giver alone; doing it sends nothing.

import { assignmentOf, OWN_PACK } from "../../domain/assignments.js";
import { plain } from "../../domain/foreign.js";
import { readPayload } from "../../protocol/items.js";
import { isDocument } from "../device/books.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { audienceOf } from "./audience.js";
import { nextDocument } from "./documents.js";
import { parentOfShown } from "./entries.js";

/** @import { Assignment, NewAssignment } from "../../domain/assignments.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { NewOp } from "../device/outbox-change.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

const KIND = "assignment";
const REPLY = "reply";
const DECLINED = "declined";

export class Assignments {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{person?: string}} [input] @returns {Promise<Assignment[]>} what one gave or was given; what was given last first */
  async list({ person } = {}) {
    const found = this.#unlocked.library.everyones(KIND).flatMap((shown) => {
      const peer = this.#other(shown);
      const isMeant = peer?.contact.state === "linked" && (person ?? peer.id) === peer.id;
      return isMeant ? [this.#open(shown, peer)] : [];
    });
    return (await Promise.all(found)).filter((one) => one !== null);
  }

  /** @param {NewAssignment} input @returns {Promise<Assignment>} */
  async give({ person, prompt, ...said }) {
    const peer = this.#unlocked.peer(person);
    const { session } = this.#unlocked;
    const isTheirs = session.ring.role === "therapist" && peer.contact.state === "linked";
    if (!isTheirs) throw new VaultError("not-linked");
    const id = newId();
    const shown = prompt?.pack === OWN_PACK ? { ...prompt, id } : prompt;
    const body = { ...said, ...(shown && { prompt: shown }) };
    if (!assignmentOf(body)) throw new VaultError("not-found");
    const item = await this.#put(id, KIND, body, peer);
    return /** @type {Assignment} */ (await this.#open(this.#shown(item, KIND), peer));
  }

  /** It is no longer handed out; what was done of it stays with the person. @param {{id: string}} input */
  async takeBack({ id }) {
    await this.#withdraw(this.#shown(id, KIND));
  }

  /** @param {{id: string, declined: boolean}} input of what one was given; false takes it back */
  async decline({ id, declined }) {
    const shown = this.#shown(id, KIND);
    const peer = this.#other(shown);
    if (!shown.foreign || !peer) throw new VaultError("not-found");
    const reply = this.#replyTo(shown, peer);
    if (declined === Boolean(reply)) return;
    if (reply) await this.#withdraw(reply);
    else {
      const parent = parentOfShown(this.#unlocked, shown);
      await this.#put(newId(), REPLY, { parent, what: DECLINED }, peer);
    }
    this.#unlocked.changed([id]);
  }

  /** @param {string} id @param {string} kind @param {object} body @param {Peer} peer who alone is given it @returns {Promise<string>} item */
  async #put(id, kind, body, peer) {
    const next = await nextDocument(this.#unlocked, kind, body, undefined, id);
    const { item, rev, ops, revisions } = next;
    const grant = /** @type {NewOp} */ ({ kind: "grant", log: peer.out, revs: [{ item, rev }] });
    await this.#unlocked.save({ ops: [...ops, grant], revisions });
    return item;
  }

  /** @param {ShownDocument} shown one's own */
  async #withdraw({ id, foreign, fact }) {
    if (foreign) throw new VaultError("not-found");
    const peer = audienceOf(this.#unlocked, id);
    const { own } = this.#unlocked.session;
    /** @type {NewOp[]} */
    const ops = [
      ...(peer ? [{ kind: /** @type {const} */ ("revoke"), log: peer.out, items: [id] }] : []),
      { kind: "del", log: own, item: id, last: fact.rev ?? "" },
    ];
    await this.#unlocked.save({ ops });
  }

  /** @param {ShownDocument} shown @returns {Peer | undefined} who gave it, or to whom it was given */
  #other({ id, log, foreign }) {
    return foreign ? this.#unlocked.session.peerByLog(log) : audienceOf(this.#unlocked, id);
  }

  /** @param {ShownDocument} shown @param {Peer} peer @returns {ShownDocument | undefined} what the one who was given it has said to it */
  #replyTo(shown, peer) {
    const { author } = parentOfShown(this.#unlocked, shown);
    const replies = this.#unlocked.holdings
      .childrenOf(shown.id)
      .map((one) => (isDocument(one, REPLY) ? one : null))
      .filter((one) => one !== null);
    return replies.find(
      ({ foreign, log, line }) =>
        foreign !== shown.foreign &&
        (!foreign || log === peer.in) &&
        line.parent?.author === author,
    );
  }

  /** @param {ShownDocument} shown @param {Peer} peer @returns {Promise<Assignment | null>} null: its words are not here, or are none that are known here */
  async #open(shown, peer) {
    const { id, fact, kept, line } = shown;
    const row = await this.#unlocked.holdings.content(fact);
    const said = row && assignmentOf(plain(readPayload(row.json)));
    if (!said) return null;
    const reply = this.#replyTo(shown, peer);
    const declined = reply ? reply.line.written : null;
    const { name } = peer.contact;
    return { id, person: peer.id, name, given: line.written, kept, declined, ...said };
  }

  /** @param {string} id @param {string} kind @returns {ShownDocument} */
  #shown(id, kind) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || !isDocument(shown, kind)) throw new VaultError("not-found");
    return shown;
  }
}
