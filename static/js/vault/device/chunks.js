// Packs and lines: how revisions and what lists need of them lie on the device (docs/architecture.md, "On the device").
// A *pack* holds about 128 plaintexts in one sealed record; beside it, its *lines* hold one fact a row, so that lists open without the pack.

import {
  b64Decode,
  b64Encode,
  Cursor,
  concat,
  u32be,
  utf8,
  utf8Text,
} from "../../wire/encoding.js";
import { Malformed } from "../../wire/errors.js";
import { ID, SEALED_BODY } from "../../wire/limits.js";

/** @import { Summary } from "../../domain/summaries.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { Session } from "./session.js" */

/**
 * A revision with its plaintext. With `salt` (24 bytes) the sealed body can be made again byte for byte.
 * @typedef {{item: string, rev: string, salt: Bytes, json: Bytes}} ContentRow
 */

/**
 * What one row of one record said. Facts of one log stand in the log's order.
 * @typedef {object} Fact
 * @property {string} log
 * @property {number} seq           0: not published yet
 * @property {"put"|"del"|"grant"|"revoke"|"open"|"close"} type
 * @property {boolean} [foreign]    in a log of somebody else's
 * @property {string} [item]
 * @property {string} [rev]
 * @property {number} [size]        bytes of the sealed body
 * @property {Summary} [line]
 * @property {number} [row]         in the pack; absent: the words are not here
 * @property {string} [bad]         it came, but could not be opened: the kind of failure
 * @property {number} [at]          del: when it was stored here, milliseconds since 1970
 * @property {number} [pack]        in memory only
 */

/** Facts that lie together, at most. */
export const PACK = 128;
const SALT = 24;
const VERSION = 1;

/**
 * @param {readonly ContentRow[]} rows
 * @returns {Bytes}
 */
export function buildPack(rows) {
  const parts = rows.flatMap(({ item, rev, salt, json }) => {
    return [b64Decode(item, ID), b64Decode(rev, ID), salt, u32be(json.length), json];
  });
  return concat(u32be(rows.length), ...parts);
}

/**
 * @param {Bytes} bytes
 * @returns {ContentRow[]}
 * @throws {Malformed}
 */
export function parsePack(bytes) {
  const cursor = new Cursor(bytes);
  const rows = Array.from({ length: cursor.u32be() }, () => ({
    item: b64Encode(cursor.take(ID)),
    rev: b64Encode(cursor.take(ID)),
    salt: cursor.take(SALT),
    json: cursor.prefixed(SEALED_BODY),
  }));
  cursor.done();
  return rows;
}

/**
 * @param {readonly Fact[]} facts
 * @returns {Bytes}
 */
export function buildLines(facts) {
  const kept = facts.map(({ pack: _pack, ...fact }) => fact);
  return utf8(JSON.stringify({ v: VERSION, facts: kept }));
}

/**
 * @param {Bytes} bytes
 * @returns {Fact[]}
 * @throws {Malformed}
 */
export function parseLines(bytes) {
  const { v, facts } = JSON.parse(utf8Text(bytes));
  if (v !== VERSION) throw new Malformed("lines of another version");
  return facts;
}

/** Rows and facts that are to lie together; `facts[i].row` points into `rows`. @typedef {{facts: Fact[], rows: ContentRow[]}} Chunk */

/**
 * @param {readonly Fact[]} facts in the order in which they are to lie
 * @param {ReadonlyMap<string, ContentRow>} contents by `item rev`
 * @returns {Chunk[]}
 */
export function chunksOf(facts, contents) {
  const chunks = [];
  for (let at = 0; at < facts.length; at += PACK) {
    chunks.push(chunkOf(facts.slice(at, at + PACK), contents));
  }
  return chunks;
}

/**
 * @param {readonly Fact[]} facts
 * @param {ReadonlyMap<string, ContentRow>} contents by `item rev`
 * @returns {Chunk}
 */
export function chunkOf(facts, contents) {
  /** @type {ContentRow[]} */
  const rows = [];
  const placed = facts.map(({ row: _row, pack: _pack, ...fact }) => {
    const content = isContent(fact) && contents.get(contentName(fact.item, fact.rev));
    return content ? { ...fact, row: rows.push(content) - 1 } : fact;
  });
  return { facts: placed, rows };
}

/** @param {Fact} fact @returns {boolean} whether words belong to it: not so for what one has granted to others */
export function isContent({ type, foreign }) {
  return type === "put" || (type === "grant" && foreign === true);
}

/** @param {string | undefined} item @param {string | undefined} rev @returns {string} */
export function contentName(item, rev) {
  return `${item} ${rev}`;
}

/**
 * @param {Session} session
 * @param {string} name where the chunk lies
 * @param {Chunk} chunk
 * @returns {Promise<{pack: ArrayBuffer, lines: ArrayBuffer}>}
 */
export async function sealChunk(session, name, { facts, rows }) {
  const [pack, lines] = await Promise.all([
    session.local.seal("pack", name, buildPack(rows)),
    session.local.seal("lines", name, buildLines(facts)),
  ]);
  return { pack, lines };
}

/**
 * @param {Session} session
 * @param {string} name
 * @param {ArrayBuffer} sealed
 * @returns {Promise<ContentRow[]>}
 */
export async function openPack(session, name, sealed) {
  return parsePack(await session.local.open("pack", name, sealed));
}

/**
 * @param {Session} session
 * @param {string} name
 * @param {ArrayBuffer} sealed
 * @returns {Promise<Fact[]>}
 */
export async function openLines(session, name, sealed) {
  return parseLines(await session.local.open("lines", name, sealed));
}

/** @param {number} id @returns {string} the name under which a pack is sealed */
export function packName(id) {
  return `pack ${id}`;
}

/** @param {number} n @returns {string} the name under which a batch of the outbox is sealed */
export function batchName(n) {
  return `batch ${n}`;
}
