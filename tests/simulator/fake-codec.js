// Records, frames and sealing that cost microseconds, so that thousands of histories fit a test run. The shapes are those of the real ones
// (real-codec.js); nothing here is a secret.

import { ZERO } from "../../static/js/sync/engine-feed.js";
import { hashText } from "./random.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** @typedef {{item: string, rev: string, digest: string, body: string | null}} Row */

/**
 * A record, parsed. Members that its type does not have are absent.
 * @typedef {{log: string, author: string, audience: string, seq: number, prev: string, hash: string, type: string, header: string, signature: string,
 *   generation?: number, items?: string[], lasts?: string[], peer?: {seq: number, hash: string}, rows?: Row[], box?: string, data?: string}} Record
 */

/** The way a whole history writes and reads; `real-codec.js` has the same members. */
export const fakeCodec = {
  name: "fake",

  /** @param {string} name */
  async account(name) {
    return { name, id: `id-${name}`, secret: `secret-${name}` };
  },

  epoch: (n) => `epoch-${n}`,
  logId: (author, audience) => hashText(`log ${author} ${audience}`).slice(0, 22),
  conflictItem: (item, rev) => hashText(`conflict-item ${item} ${rev}`).slice(0, 22),
  conflictRev: (item, rev) => hashText(`conflict-rev ${item} ${rev}`).slice(0, 22),
  digest: (body) => hashText(body),

  /** @returns {string} hexadecimal; the key of a revision is made of the account's secret, item and rev */
  seal: (cek, text) => `${hashText(cek + text).slice(0, 8)}${crypt(cek, hex(text))}`,

  /** @returns {string} @throws where the key does not fit */
  open(cek, body) {
    const text = unhex(crypt(cek, body.slice(8)));
    if (hashText(cek + text).slice(0, 8) !== body.slice(0, 8)) throw { kind: "wrong_key" };
    return text;
  },

  /** @returns {string} what only the audience opens (here: anybody, but it does not read like its content) */
  box: (audience, ceks) => crypt(hashText(`box ${audience}`), ceks.join("")),
  openBox: (account, box) => crypt(hashText(`box ${account.id}`), box).match(/.{32}/g) ?? [],

  cek: (account, item, rev) => hashText(`cek ${account.secret} ${item} ${rev}`),

  /** @returns {Promise<{bytes: Uint8Array, hash: string}>} */
  async build(account, place, content) {
    const { log, audience, seq, prev, type } = place;
    const { generation, items, lasts, peer } = content;
    const body = hashText(canonical(content));
    const parts = { log, author: account.id, audience, seq, prev, type, body };
    const header = JSON.stringify({ ...parts, generation, items, lasts, peer });
    const signature = hashText(`sign ${account.id} ${header}`);
    const record = { ...parts, ...content, header, signature };
    return { bytes: this.frame(record), hash: recordHash(header, signature) };
  },

  /** @returns {Uint8Array} with the bodies that `rows` have */
  frame({ header, signature, rows, box, data }) {
    return encoder.encode(`${JSON.stringify({ header, signature, rows, box, data })}\n`);
  },

  /** @param {Uint8Array} bytes @returns {Promise<Record[]>} verified but for the chain */
  async parse(bytes) {
    return lines(bytes).map((line) => parseFrame(line));
  },

  /** @returns {Uint8Array} */
  page(meta, frames) {
    return encoder.encode(
      `${JSON.stringify(meta)}\n${frames.map((f) => decoder.decode(f)).join("")}`,
    );
  },

  async readPage(bytes) {
    const [meta, ...frames] = lines(bytes);
    return { ...json(meta), records: frames.map((line) => parseFrame(line)) };
  },
};

/** @param {Uint8Array} bytes @returns {string[]} */
function lines(bytes) {
  const text = decoder.decode(bytes);
  if (!text.endsWith("\n")) throw { kind: "malformed" };
  return text.slice(0, -1).split("\n");
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw { kind: "malformed" };
  }
}

/** @param {string} line @returns {Record} */
function parseFrame(line) {
  const { header, signature, rows, box, data } = json(line);
  const parsed = json(header);
  const content = {
    rows: rows?.map((row) => (row.body ? { ...row, digest: hashText(row.body) } : row)),
    box,
    data,
  };
  if (signature !== hashText(`sign ${parsed.author} ${header}`)) throw { kind: "tampered" };
  if (hashText(canonical({ ...parsed, ...content })) !== parsed.body) throw { kind: "tampered" };
  return { ...parsed, ...content, header, signature, hash: recordHash(header, signature) };
}

function canonical({ rows, box, data }) {
  return JSON.stringify([rows?.map(({ item, rev, digest }) => [item, rev, digest]), box, data]);
}

function recordHash(header, signature) {
  return `${hashText(`rec ${header} ${signature}`)}${ZERO.slice(32)}`;
}

function hex(text) {
  return [...encoder.encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function unhex(text) {
  const pairs = text.match(/../g) ?? [];
  return new TextDecoder().decode(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
}

/** Turns every digit by one of a stream made of the key; the same again turns it back. */
function crypt(key, digits) {
  let stream = hashText(key);
  let out = "";
  for (let i = 0; i < digits.length; i++) {
    if (i % 32 === 0 && i > 0) stream = hashText(stream + key);
    const mixed = Number.parseInt(digits[i], 16) ^ Number.parseInt(stream[i % 32], 16);
    out += mixed.toString(16);
  }
  return out;
}
