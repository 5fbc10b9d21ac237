// The real wire in place of the quick one: real frames and pages, SHA-256, Ed25519, and the one verifier on the server's and the devices' side.
// Sealing stays that of the quick codec: sync never looks into a body.

import { Identity } from "../../static/js/protocol/keys.js";
import { b64Decode, b64Encode, h, utf8, utf8Text } from "../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../static/js/wire/feed.js";
import { START } from "../../static/js/wire/headers.js";
import { conflictItem, conflictRev, logId } from "../../static/js/wire/ids.js";
import { BOX_ENC, boxLength, TAG } from "../../static/js/wire/limits.js";
import {
  buildFrame,
  buildRecord,
  EMPTY,
  grantContent,
  parseFrames,
  plainContent,
  putContent,
  recordHash,
  verifyRecord,
} from "../../static/js/wire/records.js";
import { fakeCodec } from "./fake-codec.js";

/** @import { Bytes } from "../../static/js/wire/encoding.js" */
/** @import { RecordType, TypeMembers } from "../../static/js/wire/headers.js" */
/** @import { Content as WireContent, SealedRecord } from "../../static/js/wire/records.js" */
/** @import { Row as WireRow } from "../../static/js/wire/rows.js" */
/** @import { Codec, Content, Record, Row } from "./types.js" */

/** @type {Codec} */
export const realCodec = {
  ...fakeCodec,
  name: "real",

  async account(name) {
    const identity = await Identity.fromSeed(h(utf8(`seed of ${name}`)));
    return { name, id: b64Encode(identity.public), secret: `secret-${name}`, identity };
  },

  epoch: (n) => b64Encode(h(utf8(`epoch ${n}`)).slice(0, 16)),
  logId: (author, audience) => b64Encode(logId(b64Decode(author), b64Decode(audience))),
  conflictItem: (item, rev) => b64Encode(conflictItem(b64Decode(item), b64Decode(rev))),
  conflictRev: (item, rev) => b64Encode(conflictRev(b64Decode(item), b64Decode(rev))),
  digest: (body) => b64Encode(h(utf8(body))),

  async build({ identity, id }, { audience, seq, prev, type }, content) {
    if (!identity) throw new Error("an account of the other codec");
    const record = await buildRecord(
      (name, ...parts) => identity.sign(name, ...parts),
      b64Decode(id),
      b64Decode(audience),
      { ...START, seq: seq - 1, hash: b64Decode(prev) },
      /** @type {RecordType} */ (type),
      wired(content),
      membersOf(type, content, audience),
    );
    return { bytes: buildFrame(record), hash: b64Encode(recordHash(record)) };
  },

  frame({ header, signature, ...content }) {
    return buildFrame({ header, signature, payload: wired(content).payload });
  },

  parse: async (bytes) => Promise.all(parseFrames(/** @type {Bytes} */ (bytes)).map(verified)),

  page: ({ epoch, after, next, more }, frames) =>
    buildPage(b64Decode(epoch), after, next, more, frames),

  async readPage(bytes) {
    const { epoch, next, more, records } = parsePage(/** @type {Bytes} */ (bytes));
    const read = await Promise.all(records.map(verified));
    return { epoch: b64Encode(epoch), next, more, records: read };
  },
};

/**
 * Signature and body hash; the chain is the engine's and the server's own matter.
 * @param {SealedRecord} record
 * @returns {Promise<Record>}
 */
async function verified(record) {
  const { header, signature } = record;
  const { seq, prev, generation } = header;
  const before = { ...START, seq: seq - 1, hash: prev, generation: generation - 1 };
  const { head, content } = await verifyRecord(record, before);
  return {
    log: b64Encode(header.log),
    author: b64Encode(header.author),
    audience: b64Encode(header.audience),
    seq,
    prev: b64Encode(prev),
    hash: b64Encode(head.hash),
    type: header.type,
    generation,
    items: header.items.map(b64Encode),
    lasts: header.revs.map(b64Encode),
    peer: { seq: header.peerSeq, hash: b64Encode(header.peerHash) },
    ...said(content, header.type),
    header,
    signature,
  };
}

/** @param {WireContent} content @param {string} type @returns {Content} */
function said({ rows, box, payload }, type) {
  if (type === "ring" || type === "device") return { data: utf8Text(payload) };
  if (rows.length === 0) return {};
  const read = rows.map(({ item, rev, digest, body }) => ({
    item: b64Encode(item),
    rev: b64Encode(rev),
    digest: b64Encode(digest),
    body: body && utf8Text(body),
  }));
  return type === "grant"
    ? { rows: read, box: utf8Text(box.slice(BOX_ENC, -TAG)) }
    : { rows: read };
}

/**
 * @param {string} type
 * @param {Content} content
 * @param {string} audience
 * @returns {TypeMembers}
 */
function membersOf(type, { generation, items = [], lasts = [], peer }, audience) {
  if (type === "ring") return { generation };
  if (type === "put") return { epoch: 1 };
  if (type === "grant") return { kem: h(utf8(`kem of ${audience}`)) };
  if (type === "ack") return { peerSeq: peer?.seq, peerHash: b64Decode(peer?.hash) };
  const members = { items: items.map((item) => b64Decode(item)) };
  return type === "del" ? { ...members, revs: lasts.map((rev) => b64Decode(rev)) } : members;
}

/** @param {Content} content @returns {WireContent} */
function wired({ rows, box, data }) {
  if (data) return plainContent(utf8(data));
  if (!rows) return EMPTY;
  const wiredRows = rows.map(wiredRow);
  return box ? grantContent(wiredRows, wiredBox(box, rows.length)) : putContent(wiredRows);
}

/** @param {Row} row @returns {WireRow} */
function wiredRow({ item, rev, digest, body }) {
  const ids = { item: b64Decode(item), rev: b64Decode(rev), digest: b64Decode(digest) };
  return { ...ids, body: body ? utf8(body) : null };
}

/** @param {string} box @param {number} count @returns {Bytes} as long as a real one */
function wiredBox(box, count) {
  const bytes = new Uint8Array(boxLength(count));
  bytes.set(utf8(box), BOX_ENC);
  return bytes;
}
