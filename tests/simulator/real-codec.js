// The real wire in place of the quick one: real frames and pages, SHA-256, Ed25519, and the one verifier on the server's and the devices' side.
// Sealing stays that of the quick codec: sync never looks into a body.

import { Identity } from "../../static/js/protocol/keys.js";
import { b64Decode, b64Encode, h, utf8, utf8Text } from "../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../static/js/wire/feed.js";
import { START } from "../../static/js/wire/headers.js";
import { conflictItem, conflictRev, logId } from "../../static/js/wire/ids.js";
import { boxLength } from "../../static/js/wire/limits.js";
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

const BOX_START = 1_120;

/** @type {typeof fakeCodec} */
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

  async build(account, { audience, seq, prev, type }, content) {
    const { identity, id } = account;
    const head = { ...START, seq: seq - 1, hash: b64Decode(prev) };
    const sign = (name, ...parts) => identity.sign(name, ...parts);
    const members = membersOf(type, content, audience);
    const record = await buildRecord(
      sign,
      b64Decode(id),
      b64Decode(audience),
      head,
      type,
      wired(content),
      members,
    );
    return { bytes: buildFrame(record), hash: b64Encode(recordHash(record)) };
  },

  frame({ header, signature, ...content }) {
    return buildFrame({ header, signature, payload: wired(content).payload });
  },

  async parse(bytes) {
    return Promise.all(parseFrames(bytes).map(verified));
  },

  page: ({ epoch, after, next, more }, frames) =>
    buildPage(b64Decode(epoch), after, next, more, frames),

  async readPage(bytes) {
    const { epoch, next, more, records } = parsePage(bytes);
    return {
      epoch: b64Encode(epoch),
      next,
      more,
      records: await Promise.all(records.map(verified)),
    };
  },
};

/** Signature and body hash; the chain is the engine's and the server's own matter. */
async function verified(record) {
  const { header } = record;
  const before = {
    ...START,
    seq: header.seq - 1,
    hash: header.prev,
    generation: header.generation - 1,
  };
  const { head, content } = await verifyRecord(
    record,
    header.type === "ring" ? before : { ...before, generation: 0 },
  );
  const rows = content.rows.map(({ item, rev, digest, body }) => ({
    item: b64Encode(item),
    rev: b64Encode(rev),
    digest: b64Encode(digest),
    body: body && utf8Text(body),
  }));
  const isPlain = header.type === "ring" || header.type === "device";
  return {
    log: b64Encode(header.log),
    author: b64Encode(header.author),
    audience: b64Encode(header.audience),
    seq: header.seq,
    prev: b64Encode(header.prev),
    hash: b64Encode(head.hash),
    type: header.type,
    generation: header.generation,
    items: header.items.map(b64Encode),
    lasts: header.revs.map(b64Encode),
    peer: { seq: header.peerSeq, hash: b64Encode(header.peerHash) },
    rows: rows.length > 0 ? rows : undefined,
    box: content.box.length > 0 ? utf8Text(content.box.slice(BOX_START, -16)) : undefined,
    data: isPlain ? utf8Text(content.payload) : undefined,
    header,
    signature: record.signature,
  };
}

function membersOf(type, { generation, items, lasts, peer }, audience) {
  if (type === "ring") return { generation };
  if (type === "put") return { epoch: 1 };
  if (type === "grant") return { kem: h(utf8(`kem of ${audience}`)) };
  if (type === "revoke") return { items: items.map((item) => b64Decode(item)) };
  if (type === "del")
    return {
      items: items.map((item) => b64Decode(item)),
      revs: lasts.map((rev) => b64Decode(rev)),
    };
  return type === "ack" ? { peerSeq: peer.seq, peerHash: b64Decode(peer.hash) } : {};
}

function wired({ rows, box, data }) {
  if (data) return plainContent(utf8(data));
  if (!rows) return EMPTY;
  const wiredRows = rows.map(({ item, rev, digest, body }) => ({
    item: b64Decode(item),
    rev: b64Decode(rev),
    digest: b64Decode(digest),
    body: body ? utf8(body) : null,
  }));
  return box ? grantContent(wiredRows, wiredBox(box, rows.length)) : putContent(wiredRows);
}

function wiredBox(box, count) {
  const bytes = new Uint8Array(boxLength(count));
  bytes.set(utf8(box), BOX_START);
  return bytes;
}
