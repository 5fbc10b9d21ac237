// From a payload to what lies on the device, and back.

import { summarise } from "../../domain/summaries.js";
import { buildPayload, itemSize, readPayload } from "../../protocol/items.js";
import { generateSecret } from "../../protocol/random.js";
import { SALT } from "../../protocol/seal.js";
import { b64Encode } from "../../wire/encoding.js";
import { Malformed } from "../../wire/errors.js";
import { ID, SEALED_BODY } from "../../wire/limits.js";

/** @import { Payload } from "../../domain/payloads.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { ContentRow, Fact } from "./chunks.js" */
/** @import { Words } from "./facts.js" */

/** @returns {string} 16 random bytes as b64: an item or a revision */
export function newId() {
  return b64Encode(generateSecret(ID));
}

/**
 * @param {string} log own private log
 * @param {string} item
 * @param {Payload} payload
 * @returns {{fact: Fact, content: ContentRow}} a new revision that nobody has yet
 * @throws {Malformed} when it is too long for one sealed body
 */
export function newRevision(log, item, payload) {
  const json = buildPayload(payload);
  const size = itemSize(json);
  if (size > SEALED_BODY) throw new Malformed("longer than one sealed body");
  const rev = newId();
  const fact = {
    log,
    seq: 0,
    type: /** @type {const} */ ("put"),
    item,
    rev,
    size,
    line: summarise(payload),
  };
  return { fact, content: { item, rev, salt: generateSecret(SALT), json } };
}

/**
 * @param {Bytes} json
 * @param {number} size bytes of the sealed body
 * @returns {Words} what lists need of it
 * @throws {import("../../wire/errors.js").ProtocolError} for what is no payload
 */
export function wordsOf(json, size) {
  return { line: summarise(readPayload(json)), size };
}
