// Whom one does not want to hear from: muted, or blocked for good. One document for each person, of one's own: nobody else learns of it.

import { nextDocument } from "./documents.js";

/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Sharing } from "./sharing.js" */

export class Quiet {
  #unlocked;
  #sharing;

  /**
   * @param {Unlocked} unlocked
   * @param {Sharing} sharing
   */
  constructor(unlocked, sharing) {
    this.#unlocked = unlocked;
    this.#sharing = sharing;
  }

  /** @param {{person: string, muted: boolean}} input what they write makes no mark and is folded away, or does again */
  async mute({ person, muted }) {
    if (this.#now(person) !== "blocked") await this.#write(person, muted ? "muted" : "");
  }

  /** The link ends, and nothing of theirs is shown or taken any more. @param {{person: string}} input */
  async block({ person }) {
    await this.#write(person, "blocked");
    await this.#sharing.closeLink({ person });
  }

  /** @param {string} person @returns {string} */
  #now(person) {
    return this.#unlocked.library.quiet(this.#unlocked.peer(person).author);
  }

  /** @param {string} person @param {string} what */
  async #write(person, what) {
    const { author } = this.#unlocked.peer(person);
    const { library } = this.#unlocked;
    const old = library.documents("quiet").find(({ line }) => line.person === author);
    const { ops, revisions } = await nextDocument(
      this.#unlocked,
      "quiet",
      { person: author, what },
      old,
    );
    await this.#unlocked.save({ ops, revisions });
  }
}
