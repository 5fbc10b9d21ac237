// Records: header ‖ signature ‖ payload, their frames and the one verifier (docs/protocol.md section 5).

import { readBundle } from "./bundles.js";
import { Cursor, concat, h, isEqual, lbl, u32be } from "./encoding.js";
import { Malformed, Stale, Tampered } from "./errors.js";
import { buildHeader, parseHeader } from "./headers.js";
import {
  BUNDLE,
  boxLength,
  DEVICE,
  GRANT_ROWS,
  HEADER,
  ID,
  PUT_PAYLOAD,
  PUT_ROWS,
  RING,
  SEALED_BODY,
  SIGNATURE,
} from "./limits.js";
import { buildRows, canonicalRows, parseRows } from "./rows.js";
import { verify } from "./signatures.js";

/** @import { Bundle } from "./bundles.js" */
/** @import { Bytes } from "./encoding.js" */
/** @import { Head, Header, RecordType, TypeMembers } from "./headers.js" */
/** @import { Place, Resolve, Row } from "./rows.js" */
/** @import { Sign } from "./signatures.js" */

/**
 * One record as it travels, its header parsed. Nothing is verified yet.
 * @typedef {{header: Header, signature: Bytes, payload: Bytes}} SealedRecord
 */

/**
 * What a record carries: the payload as it travels and the canonical body that is hashed.
 * @typedef {{payload: Bytes, canonical: Bytes, rows: Row[], box: Bytes}} Content
 */

/**
 * What `verifyRecord` found: the head after the record, what it carries, and the bundle of a `key` record.
 * @typedef {{head: Head, content: Content, bundle: Bundle | null}} Verified
 */

const none = new Uint8Array(0);

/** @type {Readonly<Content>} of `del`, `open`, `revoke`, `ack` and `close` */
export const EMPTY = Object.freeze({ payload: none, canonical: none, rows: [], box: none });

/** With every body in form 1, as the audience receives it. */
const GRANT_PAYLOAD = 4 + GRANT_ROWS * (1 + ID + ID + 4 + SEALED_BODY) + 4 + boxLength(GRANT_ROWS);

/** @type {Partial<Record<RecordType, number>>} */
const PAYLOAD_LIMITS = {
  key: BUNDLE,
  ring: RING,
  device: DEVICE,
  put: PUT_PAYLOAD,
  grant: GRANT_PAYLOAD,
};

/**
 * @param {Bytes} data
 * @returns {Content} of `key`, `ring` and `device` records: the same bytes in both places
 */
export function plainContent(data) {
  return { payload: data, canonical: data, rows: [], box: none };
}

/**
 * @param {Row[]} rows 1 to 1,024
 * @returns {Content} of a `put`
 */
export function putContent(rows) {
  const payload = concat(u32be(rows.length), buildRows(rows));
  return { payload, canonical: canonicalRows(rows), rows, box: none };
}

/**
 * @param {Row[]} rows 1 to 64
 * @param {Bytes} box
 * @param {Place[]} [places] stand for the rows on the way up
 * @returns {Content} of a `grant`
 */
export function grantContent(rows, box, places) {
  const count = u32be(rows.length);
  const payload = concat(count, buildRows(places ?? rows), u32be(box.length), box);
  return { payload, canonical: concat(count, canonicalRows(rows), box), rows, box };
}

/**
 * @param {Sign} sign the author's identity, lent
 * @param {Bytes} author
 * @param {Bytes} audience
 * @param {Head} head what the record follows
 * @param {RecordType} type
 * @param {Content} [content]
 * @param {TypeMembers} [more]
 * @returns {Promise<SealedRecord>}
 */
export async function buildRecord(sign, author, audience, head, type, content = EMPTY, more = {}) {
  const data = buildHeader(author, audience, head, type, h(content.canonical), more);
  return {
    header: parseHeader(data),
    signature: await sign("record", data),
    payload: content.payload,
  };
}

/**
 * @param {{header: {data: Bytes}, signature: Bytes}} record
 * @returns {Bytes} H(LBL("rec", header, signature)): what the next record names as `prev`
 */
export function recordHash(record) {
  return h(lbl("rec", record.header.data, record.signature));
}

/**
 * @param {SealedRecord} record
 * @returns {Bytes} the record as it lies on the wire and on disk
 */
export function buildFrame(record) {
  const { header, signature, payload } = record;
  return concat(u32be(header.data.length), header.data, signature, u32be(payload.length), payload);
}

/**
 * @param {Bytes} data whole frames
 * @returns {SealedRecord[]} whose parts are views of `data`
 * @throws {Malformed}
 * @throws {import("./errors.js").Unsupported}
 */
export function parseFrames(data) {
  const cursor = new Cursor(data);
  const records = [];
  while (cursor.left > 0) records.push(parseFrame(cursor));
  return records;
}

/** @param {Cursor} cursor @returns {SealedRecord} */
function parseFrame(cursor) {
  const header = parseHeader(cursor.prefixed(HEADER));
  return { header, signature: cursor.take(SIGNATURE), payload: cursor.prefixed(GRANT_PAYLOAD) };
}

/**
 * @param {SealedRecord} record
 * @param {Resolve} [resolve]
 * @returns {Promise<Content>} what the record carries, the canonical body rebuilt from the rows
 * @throws {Malformed}
 */
export async function parseContent(record, resolve) {
  const { header, payload } = record;
  if (payload.length > (PAYLOAD_LIMITS[header.type] ?? 0)) {
    throw new Malformed(`a payload of ${payload.length} bytes is too long for "${header.type}"`);
  }
  if (header.type === "put") return parsePut(payload);
  if (header.type === "grant") return parseGrant(payload, resolve);
  return plainContent(payload);
}

/** @param {Bytes} payload @returns {Promise<Content>} */
async function parsePut(payload) {
  const cursor = new Cursor(payload);
  const rows = await parseRows(cursor, rowCount(cursor, PUT_ROWS));
  cursor.done();
  return { payload, canonical: canonicalRows(rows), rows, box: none };
}

/** @param {Bytes} payload @param {Resolve} [resolve] @returns {Promise<Content>} */
async function parseGrant(payload, resolve) {
  const cursor = new Cursor(payload);
  const rows = await parseRows(cursor, rowCount(cursor, GRANT_ROWS), resolve);
  const box = cursor.prefixed(boxLength(GRANT_ROWS));
  if (box.length !== boxLength(rows.length)) {
    throw new Malformed("a box of another length than its rows ask for");
  }
  cursor.done();
  return { payload, canonical: concat(u32be(rows.length), canonicalRows(rows), box), rows, box };
}

/** @param {Cursor} cursor @param {number} most @returns {number} */
function rowCount(cursor, most) {
  const count = cursor.u32be();
  if (count < 1 || count > most) throw new Malformed(`${count} rows, where 1 to ${most} may stand`);
  return count;
}

/**
 * The record holds and follows `head`. Checks in the order of docs/protocol.md section 5; what `parseHeader` refuses was refused before.
 * @param {SealedRecord} record
 * @param {Head} head
 * @param {Resolve} [resolve]
 * @returns {Promise<Verified>}
 * @throws {Malformed} payload, limits, a closed log
 * @throws {Tampered} signature, body hash, a bundle of somebody else
 * @throws {Stale} seq, prev, generation, epoch
 */
export async function verifyRecord(record, head, resolve) {
  const { header } = record;
  const content = await parseContent(record, resolve);
  await verify(header.author, record.signature, "record", header.data);
  if (!isEqual(h(content.canonical), header.body))
    throw new Tampered("the body is not the one that was signed");
  const bundle = header.type === "key" ? await ownBundle(record) : null;
  return { head: nextHead(record, head, bundle), content, bundle };
}

/** @param {SealedRecord} record @returns {Promise<Bundle>} */
async function ownBundle(record) {
  const bundle = await readBundle(record.payload);
  if (!isEqual(bundle.idPk, record.header.author))
    throw new Tampered("the bundle is not its author's");
  return bundle;
}

/** @param {SealedRecord} record @param {Head} head @param {Bundle | null} bundle @returns {Head} */
function nextHead(record, head, bundle) {
  const { header } = record;
  if (header.seq !== head.seq + 1 || !isEqual(header.prev, head.hash)) {
    throw new Stale(`record ${header.seq} does not follow record ${head.seq}`);
  }
  if (head.closed) throw new Malformed('nothing follows a "close"');
  if (header.type === "ring" && header.generation !== head.generation + 1) {
    throw new Stale(`ring ${header.generation} does not follow ring ${head.generation}`);
  }
  if (bundle && bundle.epoch <= head.epoch) {
    throw new Stale(`bundle ${bundle.epoch} does not follow bundle ${head.epoch}`);
  }
  return {
    seq: header.seq,
    hash: recordHash(record),
    generation: header.type === "ring" ? header.generation : head.generation,
    epoch: bundle ? bundle.epoch : head.epoch,
    closed: header.type === "close",
  };
}
