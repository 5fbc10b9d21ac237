// A measure that is shared each time it is filled in, and what sharing asks for as time goes by: ends that were set, and what a series brings.

import { plain } from "../../domain/foreign.js";
import { instantOf, textOf } from "../../domain/payloads.js";
import { msOf } from "../../domain/phases.js";
import { readPayload } from "../../protocol/items.js";
import { VaultError } from "../vault-error.js";
import { nextDocument } from "./documents.js";
import { endShare, keepTerms, readTerms, settleParts, shownItems } from "./terms.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { Series } from "../../domain/sharing.js" */
/** @import { ShownDocument } from "../device/books.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Sharing } from "./sharing.js" */

const KIND = "series";

/** One as it is kept. @typedef {{shown: ShownDocument, peer: Peer, series: Series}} Kept */

export class SeriesBook {
  #unlocked;
  #sharing;
  /** @type {Promise<void>} */
  #turn = Promise.resolve();

  /** @param {Unlocked} unlocked @param {Sharing} sharing */
  constructor(unlocked, sharing) {
    this.#unlocked = unlocked;
    this.#sharing = sharing;
  }

  /** @returns {Promise<Series[]>} that have not ended */
  async list() {
    return (await this.#kept()).map(({ series }) => series);
  }

  /** @param {{person: string, instrument: string, until?: Instant|null}} input @returns {Promise<Series>} the one that runs, with this end, or a new one */
  async start({ person, instrument, until = null }) {
    const peer = this.#unlocked.peer(person);
    if (peer.contact.state !== "linked") throw new VaultError("not-linked");
    const running = (await this.#kept()).find(
      ({ series }) => series.person === person && series.instrument === instrument,
    );
    const since = running?.series.since ?? this.#unlocked.now();
    const id = await this.#keep(running?.shown, { person: peer.author, instrument, since, until });
    return { id, person, name: peer.contact.name, instrument, since, until };
  }

  /** @param {{id: string}} input */
  async end({ id }) {
    const found = (await this.#kept()).find(({ shown }) => shown.id === id);
    if (!found) throw new VaultError("not-found");
    const { instrument, since } = found.series;
    const until = this.#unlocked.now();
    await this.#keep(found.shown, { person: found.peer.author, instrument, since, until });
  }

  /**
   * An entry that is about to be kept, and that no series is to bring to anybody.
   * @param {string} id
   * @param {string} instrument
   */
  async keepBack(id, instrument) {
    const running = (await this.#kept()).filter(({ series }) => series.instrument === instrument);
    for (const { peer } of running) {
      const terms = await readTerms(this.#unlocked, id, peer.author);
      const { ops, revisions } = await keepTerms(this.#unlocked, terms, "asked");
      await this.#unlocked.save({ ops, revisions });
    }
  }

  /** @param {{person: string}} input */
  async endAll({ person }) {
    for (const { id } of (await this.list()).filter((one) => one.person === person))
      await this.end({ id });
  }

  /**
   * When all has been pulled, so that two devices do not each do it: what has come to its end ends, and what a save asks for is looked after.
   * Nothing fails with it: it is tried again.
   */
  upkeep() {
    this.#turn = this.#turn
      .then(() => this.#endDue())
      .then(() => this.#follow())
      .catch(() => {});
    return this.#turn;
  }

  /** What a series brings is shared, as far as the next-day guard lets it, and parts that a change left as they were are no older version. */
  afterSave() {
    this.#turn = this.#turn.then(() => this.#follow()).catch(() => {});
    return this.#turn;
  }

  async #endDue() {
    const { library, lent, session } = this.#unlocked;
    const due = library.allTerms().filter(({ line: { share } }) => {
      return share.until && msOf(share.until) <= lent.now();
    });
    for (const { line } of due) {
      const { item, person, waits } = line.share;
      const peer = session.peers().find(({ author }) => author === person);
      if (peer && (waits || shownItems(this.#unlocked, item, peer).length > 0))
        await this.#unlocked.save(await endShare(this.#unlocked, item, peer));
    }
  }

  async #follow() {
    for (const terms of this.#unlocked.library.allTerms()) {
      const act = await settleParts(this.#unlocked, terms);
      if (act) await this.#unlocked.save(act);
    }
    for (const kept of await this.#kept()) await this.#bring(kept);
  }

  /** @param {Kept} kept */
  async #bring({ peer, series: { person, instrument, since } }) {
    const { library, session } = this.#unlocked;
    if (peer.contact.state !== "linked") return;
    const fresh = library
      .shelf(session.own)
      .entries.filter(({ line }) => line.instrument === instrument)
      .filter(({ line }) => msOf(line.happened) >= msOf(since))
      // Once it was spoken of, shared, ended or held back, it is the person's own business.
      .filter(({ id }) => !library.terms(id).has(peer.author));
    for (const { id } of fresh) await this.#sharing.share({ id, person, parts: "whole" });
  }

  /** @returns {Promise<Kept[]>} that have not ended */
  async #kept() {
    const { library, holdings, lent, session } = this.#unlocked;
    const read = library.documents(KIND).map(async (shown) => {
      const row = await holdings.content(shown.fact);
      const { person, instrument, since, until } = row ? plain(readPayload(row.json)) : {};
      const peer = session.peers().find(({ author }) => author === person);
      const began = instantOf(since, null);
      const end = instantOf(until, null);
      if (!peer || !began || (end && msOf(end) <= lent.now())) return [];
      const series = { id: shown.id, person: peer.id, name: peer.contact.name };
      const about = { instrument: textOf(instrument), since: began, until: end };
      return [{ shown, peer, series: { ...series, ...about } }];
    });
    return (await Promise.all(read)).flat();
  }

  /** @param {ShownDocument|undefined} shown @param {{person: string, instrument: string, since: Instant, until: Instant|null}} body @returns {Promise<string>} its id */
  async #keep(shown, body) {
    const { item, ...next } = await nextDocument(this.#unlocked, KIND, body, shown);
    await this.#unlocked.save(next);
    return item;
  }
}
