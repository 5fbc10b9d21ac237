// Records, frames and sealing that cost microseconds, so that thousands of histories fit a test run. The shapes are those of the real ones
// (real-codec.js); nothing here is a secret.

import { ZERO } from "../../static/js/sync/engine-feed.js";
import { hashText } from "./random.js";

/** @import { Codec, Content, Record } from "./types.js" */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** @type {Codec} */
export const fakeCodec = {
  name: "fake",
  account: async (name) => ({ name, id: `id-${name}`, secret: `secret-${name}` }),
  epoch: (n) => `epoch-${n}`,
  logId: (author, audience) => hashText(`log ${author} ${audience}`).slice(0, 22),
  conflictItem: (item, rev) => hashText(`conflict-item ${item} ${rev}`).slice(0, 22),
  conflictRev: (item, rev) => hashText(`conflict-rev ${item} ${rev}`).slice(0, 22),
  digest: (body) => hashText(body),

  seal: (cek, text) => `${hashText(cek + text).slice(0, 8)}${crypt(cek, hex(text))}`,

  open(cek, body) {
    const text = unhex(crypt(cek, body.slice(8)));
    if (hashText(cek + text).slice(0, 8) !== body.slice(0, 8)) throw { kind: "wrong_key" };
    return text;
  },

  cek: (account, item, rev) => hashText(`cek ${account.secret} ${item} ${rev}`),

  /** Opens for anybody here, but does not read like what is in it. */
  box: (audience, ceks) => crypt(hashText(`box ${audience}`), ceks.join("")),
  openBox: (account, box) => crypt(hashText(`box ${account.id}`), box).match(/.{32}/g) ?? [],

  async build(account, place, content) {
    const { log, audience, seq, prev, type } = place;
    const { generation, items, lasts, peer } = content;
    const body = hashText(canonical(content));
    const parts = { log, author: account.id, audience, seq, prev, type, body };
    const header = JSON.stringify({ ...parts, generation, items, lasts, peer });
    const signature = hashText(`sign ${account.id} ${header}`);
    const bytes = this.frame({ ...content, header, signature });
    return { bytes, hash: recordHash(header, signature) };
  },

  frame({ header, signature, rows, box, data }) {
    return encoder.encode(`${JSON.stringify({ header, signature, rows, box, data })}\n`);
  },

  parse: async (bytes) => lines(bytes).map(parseFrame),

  page(meta, frames) {
    const all = frames.map((frame) => decoder.decode(frame)).join("");
    return encoder.encode(`${JSON.stringify(meta)}\n${all}`);
  },

  async readPage(bytes) {
    const [meta = "", ...frames] = lines(bytes);
    return { ...json(meta), records: frames.map(parseFrame) };
  },
};

/** @param {Uint8Array} bytes @returns {string[]} */
function lines(bytes) {
  const text = decoder.decode(bytes);
  if (!text.endsWith("\n")) throw { kind: "malformed" };
  return text.slice(0, -1).split("\n");
}

/** @param {string} text @returns {any} */
function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw { kind: "malformed" };
  }
}

/** @param {string} line @returns {Record} */
function parseFrame(line) {
  const { header, signature, ...content } = json(line);
  const parsed = json(header);
  for (const row of content.rows ?? []) if (row.body) row.digest = hashText(row.body);
  if (signature !== hashText(`sign ${parsed.author} ${header}`)) throw { kind: "tampered" };
  if (hashText(canonical(content)) !== parsed.body) throw { kind: "tampered" };
  return { ...parsed, ...content, header, signature, hash: recordHash(header, signature) };
}

/** @param {Content} content */
function canonical({ rows, box, data }) {
  return JSON.stringify([rows?.map(({ item, rev, digest }) => [item, rev, digest]), box, data]);
}

/** @param {string} header @param {string} signature */
function recordHash(header, signature) {
  return `${hashText(`rec ${header} ${signature}`)}${ZERO.slice(32)}`;
}

/** @param {string} text */
function hex(text) {
  return [...encoder.encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} digits */
function unhex(digits) {
  const pairs = digits.match(/../g) ?? [];
  return new TextDecoder().decode(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
}

/**
 * Turns every digit by one of a stream made of the key; the same again turns it back.
 * @param {string} key
 * @param {string} digits
 */
function crypt(key, digits) {
  let stream = hashText(key);
  let out = "";
  for (let i = 0; i < digits.length; i++) {
    if (i % 32 === 0 && i > 0) stream = hashText(stream + key);
    const mixed = digit(digits, i) ^ digit(stream, i % 32);
    out += mixed.toString(16);
  }
  return out;
}

/** @param {string} digits @param {number} i */
function digit(digits, i) {
  return Number.parseInt(digits.charAt(i), 16);
}
