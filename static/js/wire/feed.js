// Pages of the feed (docs/api.md): `u32be length ‖ JSON ‖ frames`.

import { b64Decode, b64Encode, Cursor, concat, u32be } from "./encoding.js";
import { Malformed } from "./errors.js";
import { boolean, buildJson, integer, members, parseJson } from "./json.js";
import { HEADER, ID, SIGNATURE } from "./limits.js";
import { parseFrames } from "./records.js";

/** @import { Bytes } from "./encoding.js" */
/** @import { SealedRecord } from "./records.js" */

/**
 * One page: the server's epoch, the place asked for, the place to ask for next, and the records.
 * @typedef {{epoch: Bytes, after: number, next: number, more: boolean, records: SealedRecord[]}} Page
 */

/**
 * @param {Uint8Array} epoch
 * @param {number} after
 * @param {number} next
 * @param {boolean} more
 * @param {readonly Uint8Array[]} frames finished
 * @returns {Bytes}
 */
export function buildPage(epoch, after, next, more, frames) {
  const data = buildJson({ epoch: b64Encode(epoch), after, next, more });
  return concat(u32be(data.length), data, ...frames);
}

/**
 * @param {Bytes} data
 * @returns {Page} its records are parsed and not verified
 * @throws {import("./errors.js").Malformed}
 * @throws {import("./errors.js").Unsupported}
 */
export function parsePage(data) {
  const cursor = new Cursor(data);
  const head = parseHead(cursor);
  return { ...head, records: parseFrames(cursor.take(cursor.left)) };
}

/**
 * What came whole of a page that broke off. Places only go up, so the next page may be asked for from behind these frames.
 * @param {Bytes} data the first bytes of a page
 * @returns {Bytes | null} a page of its whole frames, with more to come; null where there is none
 */
export function wholeFrames(data) {
  const frames = [];
  let head;
  try {
    const cursor = new Cursor(data);
    head = parseHead(cursor);
    for (;;) {
      const begin = data.length - cursor.left;
      cursor.prefixed(cursor.left);
      cursor.take(SIGNATURE);
      cursor.prefixed(cursor.left);
      frames.push(data.subarray(begin, data.length - cursor.left));
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  if (!head || frames.length === 0) return null;
  return buildPage(head.epoch, head.after, head.after + frames.length, true, frames);
}

/** @param {Cursor} cursor at the beginning of a page @returns {Omit<Page, "records">} */
function parseHead(cursor) {
  const value = members(parseJson(cursor.prefixed(HEADER)), ["epoch", "after", "next", "more"]);
  const after = integer(value.after);
  return {
    epoch: b64Decode(value.epoch, ID),
    after,
    next: integer(value.next, after),
    more: boolean(value.more),
  };
}
