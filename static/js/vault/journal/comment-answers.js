// What a person answers to a comment: once, and for nobody but the one who wrote it.

import { commentPayload } from "../../domain/payloads.js";
import { newId } from "../device/contents.js";
import { VaultError } from "../vault-error.js";
import { parentOfShown, putOp, revisionOf } from "./entries.js";

/** @import { Comment } from "../../domain/entries.js" */
/** @import { ShownComment } from "../device/books.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Entries } from "./entries.js" */

export class CommentAnswers {
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

  /**
   * @param {{comment: string, text: string}} input of somebody else, on an own entry
   * @returns {Promise<Comment>} the comment with its answer
   * @throws {VaultError} `not-found`: it is none, or was answered; `not-linked`: its author would not get it
   */
  async give({ comment, text }) {
    const { session, library } = this.#unlocked;
    const shown = this.#shown(comment);
    const peer = session.peerByLog(shown.log);
    if (library.answerTo(shown)) throw new VaultError("not-found");
    if (peer?.contact.state !== "linked") throw new VaultError("not-linked");
    const parent = parentOfShown(this.#unlocked, shown);
    const payload = commentPayload(parent, text, this.#unlocked.now());
    const revision = revisionOf(session.own, newId(), payload);
    const { item, rev } = revision.content;
    await this.#unlocked.save({
      ops: [putOp(revision, null), { kind: "grant", log: peer.out, revs: [{ item, rev }] }],
      revisions: [revision],
    });
    this.#unlocked.changed([shown.line.parent.item]);
    return this.#entries.comment(shown);
  }

  /** @param {string} id @returns {ShownComment} */
  #shown(id) {
    const { holdings } = this.#unlocked;
    const shown = holdings.shown(id);
    const { line } = shown ?? {};
    const about = line?.kind === "comment" ? holdings.shown(line.parent.item) : null;
    if (!shown?.foreign || line?.kind !== "comment" || !about || about.foreign)
      throw new VaultError("not-found");
    return { ...shown, line };
  }
}
