// Record headers and heads of logs (docs/protocol.md section 5). A header is kept as the bytes that travelled.

import { b64Decode, b64Encode, isEqual } from "./encoding.js";
import { Malformed, Tampered, Unsupported } from "./errors.js";
import { logId } from "./ids.js";
import { buildJson, integer, list, members, parseJson, text } from "./json.js";
import { DIGEST, HEADER, ID, ITEMS, PUBLIC_KEY, U32 } from "./limits.js";
import { checkPublicKey } from "./signatures.js";

/** @import { Bytes } from "./encoding.js" */

/** @typedef {"key"|"ring"|"device"|"put"|"del"|"open"|"grant"|"revoke"|"ack"|"close"} RecordType */

/**
 * Where a log stands: the last seq and record hash, and what the next record must follow besides.
 * `generation` and `epoch` are those of the last `ring` and `key` record, 0 before the first.
 * @typedef {{seq: number, hash: Bytes, generation: number, epoch: number, closed: boolean}} Head
 */

/**
 * Members that only some types have. `items` are those of `del` and `revoke` (1 to 64), `revs` the last revisions seen by a `del`.
 * @typedef {object} TypeMembers
 * @property {number} [generation]
 * @property {number} [epoch]
 * @property {Bytes} [kem]
 * @property {Bytes[]} [items]
 * @property {Bytes[]} [revs]
 * @property {number} [peerSeq]
 * @property {Bytes} [peerHash]
 */

/**
 * A parsed header. Members that its type does not have are 0 or empty.
 * @typedef {{data: Bytes, log: Bytes, author: Bytes, audience: Bytes, seq: number, prev: Bytes, type: RecordType, body: Bytes}
 *   & Required<TypeMembers>} Header
 */

export const VERSION = 1;
const PRIVATE_TYPES = ["key", "ring", "device", "put", "del"];
const PAIR_TYPES = ["key", "open", "grant", "revoke", "ack", "close"];

const COMMON = ["v", "log", "author", "audience", "seq", "prev", "type", "body"];
/** @type {Record<RecordType, string[]>} */
const MEMBERS = {
  key: [],
  ring: ["generation"],
  device: [],
  put: ["epoch"],
  del: ["items"],
  open: [],
  grant: ["kem"],
  revoke: ["items"],
  ack: ["peer_seq", "peer_hash"],
  close: [],
};

/** @type {Readonly<Head>} where every log begins */
export const START = Object.freeze({
  seq: 0,
  hash: new Uint8Array(DIGEST),
  generation: 0,
  epoch: 0,
  closed: false,
});

/**
 * @param {Header} header
 * @returns {boolean} whether this belongs to the author's private log
 */
export function isPrivate(header) {
  return isEqual(header.author, header.audience);
}

/**
 * @param {Uint8Array} author
 * @param {Uint8Array} audience
 * @param {Head} head what the record follows
 * @param {RecordType} type
 * @param {Uint8Array} body H(canonical body)
 * @param {TypeMembers} [more]
 * @returns {Bytes}
 */
export function buildHeader(author, audience, head, type, body, more = {}) {
  return buildJson({
    v: VERSION,
    log: b64Encode(logId(author, audience)),
    author: b64Encode(author),
    audience: b64Encode(audience),
    seq: head.seq + 1,
    prev: b64Encode(head.hash),
    type,
    body: b64Encode(body),
    ...Object.fromEntries(MEMBERS[type].map((name) => [name, written(name, more)])),
  });
}

/**
 * @param {Bytes} data
 * @returns {Header}
 * @throws {Unsupported} for another version or an unknown type
 * @throws {Tampered} for a log id that does not fit author and audience
 * @throws {Malformed} for everything else that does not hold
 */
export function parseHeader(data) {
  if (data.length > HEADER) throw new Malformed(`a header has at most ${HEADER} bytes`);
  const value = parseJson(data);
  if (typeof value !== "object" || value === null) throw new Malformed("a header is an object");
  if (integer(value.v) !== VERSION) throw new Unsupported(`records of version ${value.v}`);
  const type = recordType(value.type);
  members(value, [...COMMON, ...MEMBERS[type]]);
  const header = {
    data,
    log: b64Decode(value.log, ID),
    author: checkPublicKey(b64Decode(value.author, PUBLIC_KEY)),
    audience: checkPublicKey(b64Decode(value.audience, PUBLIC_KEY)),
    seq: integer(value.seq, 1),
    prev: b64Decode(value.prev, DIGEST),
    type,
    body: b64Decode(value.body, DIGEST),
    ...typeMembers(type, value),
  };
  if (!isEqual(header.log, logId(header.author, header.audience))) {
    throw new Tampered("the log id does not fit author and audience");
  }
  checkPlace(header);
  return header;
}

/** @param {unknown} value @returns {RecordType} */
function recordType(value) {
  const type = text(value);
  if (!Object.hasOwn(MEMBERS, type)) throw new Unsupported(`records of type "${type}"`);
  return /** @type {RecordType} */ (type);
}

/** @param {string} name @param {TypeMembers} more @returns {unknown} */
function written(name, more) {
  const { items = [], revs } = more;
  if (name === "items" && revs)
    return items.map((item, i) => [item, revs[i] ?? item].map(b64Encode));
  if (name === "items") return items.map(b64Encode);
  if (name === "kem") return b64Encode(given(more.kem));
  if (name === "peer_hash") return b64Encode(given(more.peerHash));
  if (name === "peer_seq") return given(more.peerSeq);
  return given(name === "epoch" ? more.epoch : more.generation);
}

/** @template T @param {T | undefined} value @returns {T} */
function given(value) {
  if (value === undefined) throw new TypeError("a member of this record type is missing");
  return value;
}

/**
 * @param {RecordType} type
 * @param {import("./json.js").JsonObject} value
 * @returns {Required<TypeMembers>}
 */
function typeMembers(type, value) {
  const found = {
    generation: 0,
    epoch: 0,
    kem: none,
    items: [],
    revs: [],
    peerSeq: 0,
    peerHash: none,
  };
  if (type === "ring") return { ...found, generation: integer(value.generation, 1) };
  if (type === "put") return { ...found, epoch: integer(value.epoch, 1, U32) };
  if (type === "grant") return { ...found, kem: b64Decode(value.kem, DIGEST) };
  if (type === "ack") {
    const peerHash = b64Decode(value.peer_hash, DIGEST);
    return { ...found, peerSeq: integer(value.peer_seq, 1), peerHash };
  }
  if (type === "revoke") return { ...found, items: distinct(listed(value.items).map(id)) };
  if (type === "del") {
    const pairs = listed(value.items).map(pair);
    return {
      ...found,
      items: distinct(pairs.map(([item]) => item)),
      revs: pairs.map(([, rev]) => rev),
    };
  }
  return found;
}

const none = new Uint8Array(0);

/** @param {unknown} value @returns {unknown[]} */
function listed(value) {
  const values = list(value);
  if (values.length < 1 || values.length > ITEMS)
    throw new Malformed(`not a list of 1 to ${ITEMS}`);
  return values;
}

/** @param {unknown} value @returns {Bytes} */
function id(value) {
  return b64Decode(value, ID);
}

/** @param {unknown} value @returns {[Bytes, Bytes]} */
function pair(value) {
  const [item, rev, ...more] = list(value);
  if (more.length > 0) throw new Malformed("not an item with its last revision");
  return [id(item), id(rev)];
}

/** @param {Bytes[]} items @returns {Bytes[]} */
function distinct(items) {
  if (new Set(items.map(b64Encode)).size !== items.length)
    throw new Malformed("an item stands twice in one record");
  return items;
}

/** @param {Header} header */
function checkPlace(header) {
  const isOwn = isPrivate(header);
  if (!(isOwn ? PRIVATE_TYPES : PAIR_TYPES).includes(header.type)) {
    throw new Malformed(`"${header.type}" does not belong in this log`);
  }
  if (!isOwn && (header.type === "open") !== (header.seq === 1)) {
    throw new Malformed('a pair log begins with its one "open"');
  }
}
