// What the records of a store say, and what the screen shows. Worked out from the records whenever it is asked for: slow, and plain to see through.

/** @import { ItemView } from "../../static/js/sync/types.js" */
/** @import { Op, OpenedRow, View } from "./types.js" */

/** @typedef {{rev: string, deleted: boolean, revs: string[]}} Folded  an item as its log has it */

/**
 * @param {View[]} views records of an own private log, in order
 * @returns {Map<string, Folded>}
 */
export function foldItems(views) {
  /** @type {Map<string, Folded>} */
  const items = new Map();
  for (const { record } of views) {
    for (const { item, rev } of record.rows ?? []) {
      const revs = items.get(item)?.revs ?? [];
      items.set(item, { rev, deleted: false, revs: [...revs, rev] });
    }
    for (const item of record.items ?? []) {
      const { rev = "", revs = [] } = items.get(item) ?? {};
      items.set(item, { rev, revs, deleted: true });
    }
  }
  return items;
}

/**
 * @param {View[]} views records of an own private log, in order
 * @param {Op[]} ops the outbox
 * @returns {Map<string, string>} item → rev: the last queued put (nothing after a queued delete), else what the log says
 */
export function shownItems(views, ops) {
  const items = new Map();
  for (const [item, { rev, deleted }] of foldItems(views)) if (!deleted) items.set(item, rev);
  for (const op of ops) {
    if (op.kind === "put") items.set(op.item, op.rev);
    if (op.kind === "del") items.delete(op.item);
  }
  return items;
}

/**
 * @param {View[]} views records of a foreign log, in order
 * @returns {Map<string, OpenedRow>} what it shares now, by item
 */
export function sharedItems(views) {
  const items = new Map();
  for (const { type, opened, record } of views) {
    for (const row of opened ?? []) items.set(row.item, row);
    for (const item of record.items ?? []) items.delete(item);
    if (type === "close") items.clear();
  }
  return items;
}

/**
 * @param {View[]} views records of an own pair log, in order
 * @param {Op[]} ops queued for it
 * @returns {Set<string>} items that it shares, or will when the outbox is empty
 */
export function grantedItems(views, ops) {
  /** @type {Set<string>} */
  const items = new Set();
  for (const { type, record } of views) {
    for (const { item } of record.rows ?? []) items.add(item);
    for (const item of record.items ?? []) items.delete(item);
    if (type === "close") items.clear();
  }
  for (const op of ops) {
    if (op.kind === "grant") for (const { item } of op.revs) items.add(item);
    if (op.kind === "revoke") for (const item of op.items) items.delete(item);
    if (op.kind === "close") items.clear();
  }
  return items;
}

/**
 * @param {View[]} views records of an own private log, in order
 * @param {Op[]} ops
 * @returns {{[item: string]: ItemView}} what the engine is told of every item that `ops` name
 */
export function viewItems(views, ops) {
  const fold = foldItems(views);
  /** @type {{[item: string]: ItemView}} */
  const found = {};
  for (const { item, rev } of ops.flatMap(namedRevs)) {
    const { rev: current = null, deleted = false, revs = [] } = fold.get(item) ?? {};
    const view = found[item] ?? { rev: current, deleted, known: [] };
    found[item] = view;
    if (revs.includes(rev)) view.known.push(rev);
  }
  return found;
}

/** @param {Op} op @returns {{item: string, rev: string}[]} */
function namedRevs(op) {
  if (op.kind === "put") return [op];
  if (op.kind === "del") return [{ item: op.item, rev: op.last }];
  return op.kind === "grant" ? op.revs : [];
}
