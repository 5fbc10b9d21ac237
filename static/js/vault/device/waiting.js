// What only this device has. Whoever says that something is backed up, or would be lost, asks here.

/** @import { Database } from "../../store/database.js" */

/**
 * @param {Database} db read, not remembered: other tabs write and send as well; works while locked
 * @returns {Promise<number>} operations in the outbox, drafts that hold more than was queued of them, and words from the lock
 */
export async function countWaiting(db) {
  const [outbox, drafts, captures] = await db.snapshot(["outbox", "drafts", "captures"]);
  const ops = (outbox?.values ?? []).flatMap((batch) => batch.ops);
  const queued = new Set(ops.map(({ item }) => item));
  // A draft from before drafts were backed up does not say that it waits.
  const typed = (drafts?.values ?? []).filter(
    ({ waits = true, item }) => waits && !queued.has(item),
  );
  return ops.length + typed.length + (captures?.keys.length ?? 0);
}
