// docs/protocol.md section 1, "Conventions": integers, base64url, PAE, labels and H.

import { sha256 } from "../../vendor/hashes.js";
import { Malformed } from "./errors.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128).fill(255);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * @param {string} text
 * @returns {Bytes} UTF-8
 */
export function utf8(text) {
  return encoder.encode(text);
}

/**
 * @param {Uint8Array} bytes UTF-8; a byte order mark is kept as a character
 * @returns {string}
 * @throws {Malformed}
 */
export function utf8Text(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Malformed("not UTF-8");
  }
}

/**
 * @param {...Uint8Array} parts
 * @returns {Bytes} a fresh array of exactly the joined length
 */
export function concat(...parts) {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 * @returns {boolean} whether both hold the same bytes; takes the same time wherever they differ
 */
export function isEqual(a, b) {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++)
    difference |= /** @type {number} */ (a[i]) ^ /** @type {number} */ (b[i]);
  return difference === 0;
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 * @returns {number} negative, zero or positive: bytewise order, the shorter first
 */
export function compareBytes(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = /** @type {number} */ (a[i]) - /** @type {number} */ (b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** @param {number} value @returns {Bytes} */
export function u32be(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** @param {number} value @returns {Bytes} */
export function u16be(value) {
  return Uint8Array.of(value >> 8, value & 255);
}

/** @param {number} value at most 2^53 − 1 @returns {Bytes} */
export function u64be(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** Reads fixed and length-prefixed fields from bytes; every overrun is `malformed`. */
export class Cursor {
  #data;
  #view;
  #position = 0;

  /** @param {Bytes} data */
  constructor(data) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  /** How many bytes are left. */
  get left() {
    return this.#data.length - this.#position;
  }

  /** @returns {number} */
  u8() {
    return this.#view.getUint8(this.#advance(1));
  }

  /** @returns {number} */
  u16be() {
    return this.#view.getUint16(this.#advance(2));
  }

  /** @returns {number} */
  u32be() {
    return this.#view.getUint32(this.#advance(4));
  }

  /**
   * @param {number} length
   * @returns {Bytes} a view of the next bytes, not a copy
   */
  take(length) {
    const at = this.#advance(length);
    return this.#data.subarray(at, at + length);
  }

  /**
   * @param {number} limit
   * @returns {Bytes} the bytes behind a u32be length of at most `limit`
   */
  prefixed(limit) {
    const length = this.u32be();
    if (length > limit) throw new Malformed(`a length of ${length} is over the limit of ${limit}`);
    return this.take(length);
  }

  /** @throws {Malformed} when bytes are left */
  done() {
    if (this.left !== 0) throw new Malformed("bytes after the end");
  }

  /** @param {number} length @returns {number} where the read begins */
  #advance(length) {
    if (length > this.left) throw new Malformed("cut short");
    const at = this.#position;
    this.#position += length;
    return at;
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {string} base64url without padding (RFC 4648 section 5)
 */
export function b64Encode(bytes) {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < digits; k++) text += ALPHABET[(group >> (18 - 6 * k)) & 63];
  }
  return text;
}

/**
 * @param {unknown} text
 * @param {number} [length] bytes expected
 * @returns {Bytes}
 * @throws {Malformed} for padding, white space, other alphabets, non-zero trailing bits or another length
 */
export function b64Decode(text, length) {
  if (typeof text !== "string" || text.length % 4 === 1) throw new Malformed("not base64url");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? 255;
    if (value === 255) throw new Malformed("not base64url");
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new Malformed("base64url with trailing bits");
  if (length !== undefined && bytes.length !== length)
    throw new Malformed(`expected ${length} bytes`);
  return bytes;
}

/**
 * Pre-authentication encoding, as in PASETO v4.
 * @param {...Uint8Array} parts
 * @returns {Bytes} u64le(count) ‖ (u64le(length) ‖ bytes)*
 */
export function pae(...parts) {
  let length = 8;
  for (const part of parts) length += 8 + part.length;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  // Lengths here stay below 2^32, so the upper half of every u64le is zero.
  view.setUint32(0, parts.length, true);
  let at = 8;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 8);
    at += 8 + part.length;
  }
  return bytes;
}

/** @type {Map<string, Bytes>} */
const labelNames = new Map();

/** @param {string} name @returns {Bytes} */
function labelName(name) {
  const known = labelNames.get(name);
  if (known) return known;
  const bytes = utf8(`afterglow/v1/${name}`);
  labelNames.set(name, bytes);
  return bytes;
}

/**
 * @param {string} name one of the labels of docs/protocol.md
 * @param {...Uint8Array} parts
 * @returns {Bytes} LBL(name, parts…)
 */
export function lbl(name, ...parts) {
  return pae(labelName(name), ...parts);
}

/**
 * @param {Uint8Array} data
 * @returns {Bytes} H(x): SHA-256 (FIPS 180-4), 32 bytes
 */
export function h(data) {
  return /** @type {Bytes} */ (sha256(data));
}

/**
 * H(x) off this thread: for sealed bodies, of which there may be thousands.
 * @param {Bytes} data
 * @returns {Promise<Bytes>}
 */
export async function hashBody(data) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}
