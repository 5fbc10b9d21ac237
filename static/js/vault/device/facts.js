// What a verified record means for this device: the row that is stored of it, and its facts.

import { toBuffer } from "../../store/database.js";
import { b64Encode, concat } from "../../wire/encoding.js";
import { isPrivate } from "../../wire/headers.js";
import { recordHash } from "../../wire/records.js";

/** @import { SealedRecord, Content } from "../../wire/records.js" */
/** @import { Fact } from "./chunks.js" */

/**
 * A record as it lies here: enough to make it again byte for byte. `rows` are the canonical rows of a put or grant; `payload` is the rest:
 * a grant's box, or the whole payload of the other types.
 * @typedef {{log: string, seq: number, hash: string, prev: string, type: string, foreign: boolean, epoch: number, header: ArrayBuffer,
 *   signature: ArrayBuffer, rows: ArrayBuffer, payload: ArrayBuffer}} StoredRecord
 */

/** What is known of the words of one row. @typedef {Pick<Fact, "line"|"size"|"bad">} Words */

/**
 * @param {SealedRecord} record
 * @param {Content} content
 * @param {boolean} foreign
 * @returns {StoredRecord}
 */
export function storedRecord(record, content, foreign) {
  const { header, signature, payload } = record;
  const hasRows = content.rows.length > 0;
  const rows = content.rows.flatMap((row) => [row.item, row.rev, row.digest]);
  return {
    log: b64Encode(header.log),
    seq: header.seq,
    hash: b64Encode(recordHash(record)),
    prev: b64Encode(header.prev),
    type: header.type,
    foreign,
    epoch: header.epoch,
    header: toBuffer(header.data),
    signature: toBuffer(signature),
    rows: concat(...rows).buffer,
    payload: toBuffer(hasRows ? content.box : payload),
  };
}

/**
 * @param {SealedRecord} record
 * @param {Content} content
 * @param {boolean} foreign
 * @param {(row: number) => Words} wordsOf
 * @param {number} now milliseconds since 1970
 * @returns {Fact[]}
 */
export function factsOf({ header }, { rows }, foreign, wordsOf, now) {
  const place = { log: b64Encode(header.log), seq: header.seq, ...(foreign && { foreign }) };
  const items = header.items.map(b64Encode);
  if (header.type === "put" || header.type === "grant") {
    const type = header.type;
    return rows.map((row, i) => {
      return { ...place, type, item: b64Encode(row.item), rev: b64Encode(row.rev), ...wordsOf(i) };
    });
  }
  if (header.type === "del") return items.map((item) => ({ ...place, type: "del", item, at: now }));
  if (header.type === "revoke") return items.map((item) => ({ ...place, type: "revoke", item }));
  if (header.type === "open" || header.type === "close") return [{ ...place, type: header.type }];
  return [];
}

/** @param {SealedRecord} record @param {string} author the account's own id_pk @returns {"private"|"out"|"in"|null} null: none of ours */
export function directionOf({ header }, author) {
  const isOwn = b64Encode(header.author) === author;
  if (isOwn) return isPrivate(header) ? "private" : "out";
  return b64Encode(header.audience) === author ? "in" : null;
}
