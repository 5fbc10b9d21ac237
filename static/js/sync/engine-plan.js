// What the front of the outbox becomes: docs/protocol.md section 5, "Current revision".
// Pure and without state: the same queue gives the same plan.

/** @import { Change, Draft, DelOp, GrantOp, Head, ItemView, Op, PutOp, Queue, RevokeOp } from "./types.js" */

/** Bytes a push holds at most, and records; bytes and rows of one put. Protocol limits. */
export const PUSH_BYTES = 4_194_304;
export const PUSH_RECORDS = 256;
const PUT_BYTES = 1_048_576;
/** @type {{[kind: string]: number}} */
const ROWS = { put: 1_024, del: 64, grant: 64, revoke: 64 };
/** Bytes beside the sealed body: form, item, rev, length. */
const ROW_BYTES = 37;

/**
 * A record to be linked, its place in the log still open.
 * @typedef {Omit<Draft, "seq" | "prev">} Link
 */

/**
 * @typedef {object} Plan
 * @property {number[]} done      operations with nothing left to do
 * @property {NonNullable<Change["aside"]>} aside  operations that can never be published
 * @property {NonNullable<Change["notices"]>} notices
 * @property {{op: PutOp, covers: number[], current: string}[]} forks
 * @property {Link[]} links       private log first
 */

/**
 * @param {Queue} queue
 * @param {{own: string, heads: {[log: string]: Head}, rows: number, bytes: number}} state
 * @returns {Plan}
 */
export function planQueue(queue, state) {
  const planner = new Planner(queue, state);
  for (const op of queue.ops) planner.take(op);
  return planner.plan();
}

class Planner {
  #queue;
  #state;
  /** @type {Plan} */
  #plan = { done: [], aside: [], notices: [], forks: [], links: [] };
  /** @type {Map<string, ItemView>} items as they will be once what is planned so far has been published */
  #views = new Map();
  /** @type {Map<string, {op: PutOp, by: PutOp | DelOp}>} revisions nobody will see, because a later operation stands on them */
  #covered;
  #shared;
  #followed;
  /** @type {Map<string, Batch[]>} by log */
  #batches = new Map();
  #queued;
  #deleted;
  /** @type {Set<string>} logs in which a `close` is planned */
  #closing = new Set();

  /**
   * @param {Queue} queue
   * @param {{own: string, heads: {[log: string]: Head}, rows: number, bytes: number}} state
   */
  constructor(queue, state) {
    this.#queue = queue;
    this.#state = state;
    this.#shared = sharedRevs(queue);
    this.#covered = coveredPuts(queue, this.#shared);
    this.#followed = new Set(queue.ops.map((op) => (op.kind === "put" ? op.base : null)));
    this.#queued = new Set(queue.ops.map((op) => (op.kind === "put" ? op.rev : null)));
    this.#deleted = deletedPuts(queue);
  }

  /** @returns {Plan} */
  plan() {
    const own = this.#batches.get(this.#state.own) ?? [];
    this.#batches.delete(this.#state.own);
    const batches = [own, ...this.#batches.values()].flat();
    return { ...this.#plan, links: batches.map((batch) => batch.link) };
  }

  /** @param {Op} op */
  take(op) {
    if (op.kind === "put") this.#takePut(op);
    else if (this.#isOver(op)) this.#plan.done.push(op.n);
    else if (op.aside) return;
    else if (op.kind === "del") this.#takeDel(op);
    else if (op.kind === "grant") this.#takeGrant(op);
    else if (op.kind === "revoke") this.#link(op, 0, [op.n]);
    else this.#takePlain(op);
  }

  /** @param {string} item @returns {ItemView} */
  #view(item) {
    const view = this.#views.get(item) ?? this.#queue.items[item];
    return view ?? { rev: null, deleted: false, known: [] };
  }

  /** @param {PutOp} op */
  #takePut(op) {
    const view = this.#view(op.item);
    if (view.known.includes(op.rev)) this.#plan.done.push(op.n);
    else if (op.aside || this.#covered.has(op.rev)) return;
    else if (view.deleted || view.rev === null || view.rev === this.#base(op.base)) {
      this.#link(op, op.size + ROW_BYTES, this.#covers(op));
      this.#views.set(op.item, { ...view, rev: op.rev, deleted: false });
    } else if (this.#isSuperseded(op)) this.#plan.done.push(op.n);
    else this.#plan.forks.push({ op, covers: this.#covers(op), current: view.rev });
  }

  /** @param {PutOp} op @returns {boolean} lost to another revision, and not worth a conflict copy: its writers went on from it */
  #isSuperseded(op) {
    const isHistory = op.again && this.#followed.has(op.rev) && !this.#shared.has(op.rev);
    return isHistory || this.#deleted.has(op.rev);
  }

  /** @param {DelOp} op */
  #takeDel(op) {
    const view = this.#view(op.item);
    const last = this.#base(op.last);
    if (view.rev !== null && !view.deleted && view.rev === last) {
      this.#link({ ...op, last }, 0, this.#covers(op));
      this.#views.set(op.item, { ...view, deleted: true });
      return;
    }
    this.#plan.done.push(...this.#covers(op));
    if (view.rev !== null && !view.deleted)
      this.#plan.notices.push({ type: "delete-undone", item: op.item });
  }

  /** @param {GrantOp} op */
  #takeGrant(op) {
    const revs = liveRevs(op, this.#queue);
    const places = revs.map((place) => this.#whereIs(place));
    if (revs.length === 0) this.#plan.done.push(op.n);
    else if (places.includes("nowhere"))
      this.#plan.aside.push({ n: op.n, reason: "unknown-revision" });
    else if (places.every((place) => place === "log")) this.#link({ ...op, revs }, 0, [op.n]);
  }

  /** @param {{item: string, rev: string}} revision @returns {"log" | "queue" | "nowhere"} */
  #whereIs({ item, rev }) {
    if (this.#view(item).known.includes(rev)) return "log";
    return this.#queued.has(rev) ? "queue" : "nowhere";
  }

  /** @param {Exclude<Op, PutOp | DelOp | GrantOp | RevokeOp>} op */
  #takePlain(op) {
    const isOpen = (this.#state.heads[op.log]?.seq ?? 0) > 0;
    const planned = this.#batches.get(op.log);
    const same = planned?.find(({ link }) => link.type === op.kind);
    const isSaid =
      (op.kind === "open" && isOpen) ||
      (op.kind === "close" && !isOpen && !planned) ||
      (op.kind === "ack" && this.#queue.logs[op.log]?.acked);
    if (isSaid) this.#plan.done.push(op.n);
    else if (same) same.link.covers.push(op.n);
    else this.#link(op, 0, [op.n]);
    if (op.kind === "close") this.#closing.add(op.log);
  }

  /** @param {Op} op @returns {boolean} nothing follows a `close`, and after the peer's only an `ack` and one's own */
  #isOver({ log, kind }) {
    const { closed = false, ended = false } = this.#queue.logs[log] ?? {};
    return closed || this.#closing.has(log) || (ended && kind !== "ack" && kind !== "close");
  }

  /**
   * What an operation stands on once the revisions that nobody will see are taken out from under it.
   * @template {string | null} T
   * @param {T} rev
   * @returns {T | string | null}
   */
  #base(rev) {
    /** @type {string | null} */
    let base = rev;
    for (let below = this.#covered.get(base ?? ""); below; below = this.#covered.get(base ?? ""))
      base = below.op.base;
    return base;
  }

  /** @param {PutOp | DelOp} op @returns {number[]} */
  #covers(op) {
    const covers = [op.n];
    let rev = op.kind === "put" ? op.base : op.last;
    let by = op;
    for (let below = this.#covered.get(rev ?? ""); below?.by === by; ) {
      covers.unshift(below.op.n);
      by = below.op;
      rev = below.op.base;
      below = this.#covered.get(rev ?? "");
    }
    return covers;
  }

  /**
   * @param {Op} op
   * @param {number} size
   * @param {number[]} covers
   */
  #link(op, size, covers) {
    const batches = this.#batches.get(op.log) ?? [];
    this.#batches.set(op.log, batches);
    if (!batches.at(-1)?.add(op, size, covers, this.#state))
      batches.push(new Batch(op, size, covers));
  }
}

/** A record being filled. */
class Batch {
  /** @type {Link} */
  link;
  #bytes;
  #names;

  /**
   * @param {Op} op
   * @param {number} size
   * @param {number[]} covers
   */
  constructor(op, size, covers) {
    this.link = { log: op.log, type: op.kind, ops: [op], covers };
    this.#bytes = 4 + size;
    this.#names = new Set(rowNames(op));
  }

  /**
   * @param {Op} op
   * @param {number} size
   * @param {number[]} covers
   * @param {{rows: number, bytes: number}} most
   * @returns {boolean} false: the record is full, or says something else
   */
  add(op, size, covers, { rows, bytes }) {
    const names = rowNames(op);
    const limit = Math.min(ROWS[op.kind] ?? 1, rows);
    const hasRoom =
      this.#names.size + names.length <= limit && this.#bytes + size <= Math.min(PUT_BYTES, bytes);
    if (op.kind !== this.link.type || !hasRoom || names.some((name) => this.#names.has(name)))
      return false;
    this.link.ops.push(op);
    this.link.covers.push(...covers);
    this.#bytes += size;
    for (const name of names) this.#names.add(name);
    return true;
  }
}

/**
 * Never-published revisions that a later operation of this device stands on. One that was shared, that came back from a lost log or stands at the
 * end is published for itself.
 * @param {Queue} queue
 * @param {Set<string>} shared
 * @returns {Map<string, {op: PutOp, by: PutOp | DelOp}>} by revision
 */
function coveredPuts({ ops, items }, shared) {
  /** @type {Map<string, {op: PutOp, by: PutOp | DelOp}>} */
  const covered = new Map();
  const puts = new Map();
  for (const op of ops) {
    if (op.kind !== "put" && op.kind !== "del") continue;
    const below = puts.get(op.kind === "put" ? op.base : op.last);
    if (below && !covered.has(below.rev)) covered.set(below.rev, { op: below, by: op });
    const stays = op.kind === "del" || (!op.aside && (op.again || shared.has(op.rev)));
    if (!stays && !items[op.item]?.known.includes(op.rev)) puts.set(op.rev, op);
  }
  // What is set aside covers nothing, unless it is covered in its turn.
  for (const [rev, { by }] of [...covered].toReversed())
    if (by.aside && !(by.kind === "put" && covered.has(by.rev))) covered.delete(rev);
  return covered;
}

/** @param {Queue} queue @returns {Set<string>} revisions that a queued grant names */
function sharedRevs({ ops, items }) {
  const grants = ops.flatMap((op) => (op.kind === "grant" && !op.aside ? [op] : []));
  return new Set(grants.flatMap((op) => liveRevs(op, { ops, items })).map(({ rev }) => rev));
}

/**
 * @param {Queue} queue
 * @returns {Set<string>} queued revisions whose text the person deleted afterwards: not worth a conflict copy
 */
function deletedPuts({ ops }) {
  const deleted = new Set();
  for (const op of ops.toReversed()) {
    if (op.kind === "del") deleted.add(op.last);
    if (op.kind === "put" && op.base && deleted.has(op.rev)) deleted.add(op.base);
  }
  return deleted;
}

/**
 * @param {GrantOp} grant
 * @param {Pick<Queue, "ops" | "items">} queue
 * @returns {GrantOp["revs"]} without what the person has deleted or stopped sharing since: that is never sent
 */
function liveRevs(grant, { ops, items }) {
  const after = ops.filter((op) => op.n > grant.n && !op.aside);
  return grant.revs.filter(({ item }) => {
    const view = items[item];
    const isDeleted = view?.deleted && !ops.some((op) => op.kind === "put" && op.item === item);
    const isTaken = after.some(
      (op) =>
        (op.kind === "del" && op.item === item) ||
        (op.log === grant.log && op.kind === "revoke" && op.items.includes(item)) ||
        (op.log === grant.log && op.kind === "close"),
    );
    return !isDeleted && !isTaken;
  });
}

/** @param {Op} op @returns {string[]} what may not stand twice in one record */
function rowNames(op) {
  if (op.kind === "put") return [op.rev];
  if (op.kind === "del") return [op.item];
  if (op.kind === "grant") return op.revs.map(({ rev }) => rev);
  return op.kind === "revoke" ? op.items : [];
}
