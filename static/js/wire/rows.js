// Rows of `put` and `grant` payloads in their three forms (docs/protocol.md section 5).

import { b64Encode, Cursor, concat, hashBody, u16be, u32be } from "./encoding.js";
import { Malformed } from "./errors.js";
import { DIGEST, ID, SEALED_BODY } from "./limits.js";

/** @import { Bytes } from "./encoding.js" */

export const ROW = ID + ID + DIGEST;

/**
 * One revision: item (16), rev (16), H(sealed body) (32), and the sealed body where it is at hand.
 * @typedef {{item: Bytes, rev: Bytes, digest: Bytes, body: Bytes | null}} Row
 */

/**
 * A row of a grant on its way up: row `row` (from 0) of the `put` with `seq` in the author's private log.
 * @typedef {{seq: number, row: number}} Place
 */

/**
 * Lent by whoever holds the author's private log: that row. Throws what it likes for a missing one.
 * @typedef {(seq: number, row: number) => Row} Resolve
 */

/**
 * @param {Bytes} item
 * @param {Bytes} rev
 * @param {Bytes} body sealed
 * @returns {Promise<Row>} its hash computed
 */
export async function rowOf(item, rev, body) {
  return { item, rev, digest: await hashBody(body), body };
}

/**
 * @param {readonly (Row | Place)[]} rows
 * @returns {Bytes} form 1 where the body is at hand, form 0 where it is not, form 2 for a place
 */
export function buildRows(rows) {
  return concat(...rows.flatMap(rowParts));
}

/** @param {Row | Place} row @returns {Bytes[]} */
function rowParts(row) {
  if ("seq" in row) return [Uint8Array.of(2), u32be(row.seq), u16be(row.row)];
  if (row.body === null) return [Uint8Array.of(0), row.item, row.rev, row.digest];
  return [Uint8Array.of(1), row.item, row.rev, u32be(row.body.length), row.body];
}

/**
 * @param {readonly Row[]} rows
 * @returns {Bytes} what is hashed and signed: `item ‖ rev ‖ H(sealed body)` for every row
 */
export function canonicalRows(rows) {
  return concat(...rows.flatMap((row) => [row.item, row.rev, row.digest]));
}

/**
 * @param {Cursor} cursor
 * @param {number} count
 * @param {Resolve} [resolve] form 2 is read only where it is lent
 * @returns {Promise<Row[]>}
 * @throws {Malformed} for an unknown form, a body over its limit, bytes that end early, or a revision that stands twice
 */
export async function parseRows(cursor, count, resolve) {
  const parsed = Array.from({ length: count }, () => parseRow(cursor, resolve));
  const rows = await Promise.all(parsed);
  if (new Set(rows.map((row) => b64Encode(row.rev))).size !== count) {
    throw new Malformed("a revision stands twice in one record");
  }
  return rows;
}

/**
 * Reads from the cursor at once; only the hash of a body is waited for.
 * @param {Cursor} cursor
 * @param {Resolve} [resolve]
 * @returns {Row | Promise<Row>}
 */
function parseRow(cursor, resolve) {
  const form = cursor.u8();
  if (form === 1) return rowOf(cursor.take(ID), cursor.take(ID), cursor.prefixed(SEALED_BODY));
  if (form === 0)
    return { item: cursor.take(ID), rev: cursor.take(ID), digest: cursor.take(DIGEST), body: null };
  if (form === 2 && resolve) return { ...resolve(cursor.u32be(), cursor.u16be()), body: null };
  throw new Malformed(`a row of form ${form}`);
}
