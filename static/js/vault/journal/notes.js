// What one who reads keeps for themselves: private notes, what to bring to the next meeting, when one has met. Sealed to this account alone and never granted.

import { textOf } from "../../domain/payloads.js";
import { msOf } from "../../domain/phases.js";
import { readPayload } from "../../protocol/items.js";
import { isDocument, isEntry } from "../device/books.js";
import { VaultError } from "../vault-error.js";
import { nextDocument } from "./documents.js";
import { parentOfShown } from "./entries.js";

/** @import { Meeting, Note } from "../../domain/brief.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { Shown } from "../device/holdings.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

export class Notes {
  #unlocked;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @param {{id: string}} input an entry that is shared with this account @returns {Promise<{notes: Note[], pinned: boolean}>} */
  async beside({ id }) {
    this.#entry(id);
    const notes = await Promise.all(this.#hanging(id, "note").map((one) => this.#note(one)));
    return { notes, pinned: this.isPinned(id) };
  }

  /**
   * Two devices may each have begun a note on the same entry, or two windows changed one: both stand.
   * @param {{id: string, note?: string, rev?: string, text: string}} input  `note`, `rev`: which one is changed; no words left: it goes
   * @returns {Promise<Note|null>}
   */
  async save({ id, note, rev, text }) {
    const about = this.#entry(id);
    const old = this.#hanging(id, "note").find(
      ({ id, fact }) => id === note && (rev ?? fact.rev) === fact.rev,
    );
    if (text.trim() !== "") return this.#note(await this.#write(about, "note", { text }, old));
    if (old) await this.#delete(old);
    return null;
  }

  /** @param {{id: string, pinned: boolean}} input */
  async pin({ id, pinned }) {
    const about = this.#entry(id);
    await this.#write(about, "pin", { pinned }, this.#hanging(id, "pin").at(-1));
    this.#unlocked.changed([id]);
  }

  /** @param {string} id @returns {boolean} whether it is to be brought to the next meeting */
  isPinned(id) {
    return this.#hanging(id, "pin").at(-1)?.line.pinned === true;
  }

  /** @param {{person: string, at: Meeting["at"]}} input @returns {Promise<Meeting>} */
  async meet({ person, at }) {
    const { author } = this.#unlocked.peer(person);
    const { id } = await this.#put("meeting", { person: author, at }, undefined);
    return { id, at };
  }

  /** @param {{person: string}} input @returns {Meeting[]} the last first */
  meetings({ person }) {
    const { author } = this.#unlocked.peer(person);
    return this.#unlocked.library
      .documents("meeting")
      .filter(({ line }) => line.person === author)
      .flatMap(({ id, line: { at } }) => (at ? [{ id, at }] : []))
      .sort((a, b) => msOf(b.at) - msOf(a.at));
  }

  /** @param {{id: string}} input of a meeting that was noted by mistake */
  async unmeet({ id }) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown || shown.foreign || !isDocument(shown, "meeting")) throw new VaultError("not-found");
    await this.#delete(shown);
  }

  /** @param {string} person contact id @returns {Promise<Note[]>} on what this person shares or shared, the oldest first */
  async about(person) {
    const { author } = this.#unlocked.peer(person);
    const found = this.#unlocked.library
      .documents("note")
      .filter(({ line }) => line.parent?.author === author);
    return Promise.all(found.reverse().map((one) => this.#note(one)));
  }

  /** @param {string} person contact id @returns {string[]} entries that are to be brought */
  pinned(person) {
    const { author } = this.#unlocked.peer(person);
    const pins = this.#unlocked.library
      .documents("pin")
      .flatMap(({ line: { parent } }) => (parent?.author === author ? [parent.item] : []));
    return [...new Set(pins)].filter((id) => this.isPinned(id));
  }

  /** @param {string} id @returns {Shown} */
  #entry(id) {
    const shown = this.#unlocked.holdings.shown(id);
    if (!shown?.foreign || !isEntry(shown)) throw new VaultError("not-found");
    return shown;
  }

  /** @param {string} id @param {string} kind @returns {ShownDocument[]} own, what was written last at the end */
  #hanging(id, kind) {
    return this.#unlocked.holdings
      .childrenOf(id)
      .filter((one) => isDocument(one, kind))
      .filter(({ foreign }) => !foreign)
      .sort((a, b) => msOf(a.line.written) - msOf(b.line.written));
  }

  /** @param {ShownDocument} shown @returns {Promise<Note>} */
  async #note({ id, fact, kept, line }) {
    const row = await this.#unlocked.holdings.content(fact);
    const text = row ? textOf(readPayload(row.json).text) : "";
    const { parent, written } = line;
    return { id, rev: fact.rev ?? "", item: parent?.item ?? "", text, written, kept };
  }

  /** @param {Shown} about @param {"note"|"pin"} kind @param {object} body @param {ShownDocument|undefined} old */
  #write(about, kind, body, old) {
    const parent = parentOfShown(this.#unlocked, about);
    return this.#put(kind, { ...body, parent, person: parent.author }, old);
  }

  /**
   * @param {string} kind
   * @param {object} body
   * @param {ShownDocument|undefined} old  the one that is changed; what else it says stays
   * @returns {Promise<ShownDocument>}
   */
  async #put(kind, body, old) {
    const { item, ...next } = await nextDocument(this.#unlocked, kind, body, old);
    await this.#unlocked.save(next);
    return /** @type {ShownDocument} */ (this.#unlocked.holdings.shown(item));
  }

  /** @param {ShownDocument} shown */
  async #delete({ id, fact }) {
    const { own } = this.#unlocked.session;
    await this.#unlocked.save({ ops: [{ kind: "del", log: own, item: id, last: fact.rev ?? "" }] });
  }
}
