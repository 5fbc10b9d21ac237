// Items (docs/protocol.md sections 2 and 4).

import { lbl } from "../wire/encoding.js";
import { Malformed, Unsupported } from "../wire/errors.js";
import { buildJson, parsePayload } from "../wire/json.js";
import { SEALED_BODY } from "../wire/limits.js";
import { derive, prepare } from "./kdf.js";
import { FLOOR, ITEM_FLOOR, pad, paddedLength, unpad } from "./padding.js";
import { openSealed, seal, sealedLength } from "./seal.js";

/** @import { Bytes } from "../wire/encoding.js" */
/** @import { JsonObject } from "../wire/json.js" */

export const VERSION = 1;

/** Content keys of one epoch of J. */
export class CekSource {
  #prepared;

  /** @param {Bytes} journalKey J, 32 bytes */
  constructor(journalKey) {
    this.#prepared = prepare(journalKey);
  }

  /**
   * @param {Bytes} item
   * @param {Bytes} rev
   * @returns {Promise<Bytes>} KDF(J, "cek", item, rev): the content key of one revision
   */
  async cek(item, rev) {
    return derive(await this.#prepared, "cek", item, rev);
  }
}

/**
 * @param {Bytes} cek
 * @param {Bytes} author id_pk
 * @param {Bytes} item
 * @param {Bytes} rev
 * @param {Bytes} payload JSON
 * @param {{salt: Bytes, size?: number}} [earlier] of a sealed body, 24 bytes and how many it has: makes it again
 * @returns {Promise<Bytes>} sealed body of a revision
 * @throws {Malformed} past 262,144 bytes
 */
export async function sealItem(cek, author, item, rev, payload, earlier) {
  const floor = (earlier?.size ?? Infinity) < itemSize(payload) ? FLOOR : ITEM_FLOOR;
  const plaintext = pad(payload, floor);
  const sealed = await seal(cek, lbl("item", author, item, rev), plaintext, earlier?.salt);
  if (sealed.length > SEALED_BODY) throw new Malformed("an item too long to be sealed in one body");
  return sealed;
}

/**
 * @param {Bytes} cek
 * @param {Bytes} author id_pk
 * @param {Bytes} item
 * @param {Bytes} rev
 * @param {Bytes} sealed
 * @returns {Promise<Bytes>} payload JSON, not parsed
 * @throws what `openSealed` and `unpad` throw
 */
export async function openItem(cek, author, item, rev, sealed) {
  const plaintext = await openSealed(cek, lbl("item", author, item, rev), sealed);
  return unpad(plaintext, [ITEM_FLOOR, FLOOR]);
}

/**
 * @param {Bytes} payload JSON
 * @returns {number} bytes of its sealed body
 */
export function itemSize(payload) {
  return sealedLength(paddedLength(payload.length, ITEM_FLOOR));
}

/**
 * @param {JsonObject} payload
 * @returns {Bytes}
 */
export function buildPayload(payload) {
  return buildJson(payload);
}

/**
 * @param {Bytes} json
 * @returns {JsonObject} the payload, members and kinds nobody knows included
 * @throws {Malformed} for what is no payload
 * @throws {Unsupported} for a payload of another version
 */
export function readPayload(json) {
  const payload = parsePayload(json);
  if (payload.v !== VERSION) throw new Unsupported("a payload of another version");
  if (typeof payload.kind !== "string") throw new Malformed("a payload without a kind");
  return payload;
}
