// The people who share with this account, a small row each, and what is to be read of them all. What is made of a shelf is kept as long as nothing on it changes.

import { oldestFirst, queueOf, sharedMeasures } from "../../domain/caseload.js";
import { msOf } from "../../domain/phases.js";

/** @import { CaseRow, Queue, QueueRow } from "../../domain/caseload.js" */
/** @import { DoseAt } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Shelf } from "../device/books.js" */
/** @import { Peer } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/** @typedef {{name: string, queue: QueueRow[], measures: CaseRow["measures"]}} Made */

/** @type {Made} of one who has shared nothing to read */
const NOTHING = { name: "", queue: [], measures: [] };

export class Caseload {
  #unlocked;
  /** @type {WeakMap<Shelf, Made>} */
  #made = new WeakMap();
  /** What the queue was put together from. @type {{made: Made[], rows: QueueRow[]}} */
  #queue = { made: [], rows: [] };

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @returns {CaseRow[]} everybody who shares or is about to, in no order */
  list() {
    const now = msOf(this.#unlocked.now());
    const met = this.#meetings();
    return this.#peers().map((peer) => {
      const shelf = this.#unlocked.library.shelf(peer.in);
      const { queue, measures } = this.#of(peer, shelf);
      const person = this.#unlocked.library.person(peer);
      const oldest = queue[0]?.written ?? null;
      const said = {
        toRead: person.quiet ? 0 : queue.length,
        oldest,
        met: met.get(peer.author) ?? null,
        measures,
      };
      return { person, ...dosesAround(shelf, now), ...said };
    });
  }

  /** @param {{from?: number, limit?: number}} input @returns {Queue} of everybody, the oldest first */
  queue({ from = 0, limit }) {
    const { library } = this.#unlocked;
    const heard = this.#peers().filter(({ author }) => library.quiet(author) === "");
    const made = heard.map((peer) => this.#of(peer, library.shelf(peer.in)));
    const before = this.#queue.made;
    if (made.length !== before.length || made.some((one, i) => one !== before[i])) {
      this.#queue = { made, rows: made.flatMap(({ queue }) => queue).sort(oldestFirst) };
    }
    const { rows } = this.#queue;
    return { total: rows.length, rows: rows.slice(from, limit && from + limit) };
  }

  /** @returns {Peer[]} */
  #peers() {
    const { session } = this.#unlocked;
    return session
      .peers()
      .filter(({ contact }) => contact.role === "patient" && contact.state !== "closed");
  }

  /** @param {Peer} peer @param {Shelf} shelf @returns {Made} */
  #of({ id, contact: { name } }, shelf) {
    if (shelf.entries.length === 0) return NOTHING;
    const known = this.#made.get(shelf);
    if (known?.name === name) return known;
    const { library } = this.#unlocked;
    const doses = new Map(
      shelf.dosings.map(({ id, line: { number, happened } }) => [id, { number, happened }]),
    );
    const unreviewed = shelf.entries.filter((one) => !library.isReviewed(one.id));
    const summaries = unreviewed.map((one) => library.summary(one));
    const queue = queueOf(summaries, { id, name }, doses);
    const made = { name, queue, measures: sharedMeasures(shelf.entries.map(({ line }) => line)) };
    this.#made.set(shelf, made);
    return made;
  }

  /** @returns {Map<string, Instant>} last meeting by author */
  #meetings() {
    /** @type {Map<string, Instant>} */
    const last = new Map();
    for (const { line } of this.#unlocked.library.documents("meeting")) {
      const { person, at } = line;
      const known = last.get(person ?? "");
      if (person && at && (!known || msOf(known) < msOf(at))) last.set(person, at);
    }
    return last;
  }
}

/** @param {Shelf} shelf @param {number} now @returns {{last: DoseAt|null, next: DoseAt|null}} */
function dosesAround({ doses, dosings }, now) {
  const at = (/** @type {{id: string}|undefined} */ dose) => {
    const line = dosings.find(({ id }) => id === dose?.id)?.line;
    return line ? { number: line.number, happened: line.happened } : null;
  };
  return {
    last: at(doses.findLast(({ ms }) => ms <= now)),
    next: at(doses.find(({ ms }) => ms > now)),
  };
}
