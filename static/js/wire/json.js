// docs/protocol.md section 1, "JSON": what JSON.parse would let pass (doubled members, fractions) is refused here.

import { utf8, utf8Text } from "./encoding.js";
import { Malformed } from "./errors.js";
import { JSON_DEPTH } from "./limits.js";

/** @typedef {{[member: string]: any}} JsonObject */

const WHITE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/**
 * @param {unknown} value
 * @returns {import("./encoding.js").Bytes} without white space outside strings
 */
export function buildJson(value) {
  return utf8(JSON.stringify(value));
}

/**
 * @param {Uint8Array} bytes
 * @returns {any} value whose numbers are integers in ±(2^53 − 1)
 * @throws {Malformed}
 */
export function parseJson(bytes) {
  return parsed(utf8Text(bytes), false);
}

/**
 * As `parseJson`, for item payloads: one object, whose numbers may be fractions.
 * @param {Uint8Array} bytes
 * @returns {JsonObject}
 * @throws {Malformed}
 */
export function parsePayload(bytes) {
  const text = utf8Text(bytes);
  checkDepth(text);
  // Our own writers' text comes back unchanged from parse and stringify, which proves that no member is doubled.
  const value = tryParse(text);
  if (value !== undefined && JSON.stringify(value) === text) return asObject(value);
  return asObject(parsed(text, true));
}

/**
 * Whatever an engine finds no room for, each under another name, is no JSON here.
 * @param {string} text
 * @param {boolean} fractions
 * @returns {unknown}
 * @throws {Malformed}
 */
function parsed(text, fractions) {
  checkDepth(text);
  try {
    return new Parser(text, fractions).document();
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed("not JSON");
  }
}

/** Before anything is parsed, so that no engine's own limit is met first. @param {string} text @throws {Malformed} */
function checkDepth(text) {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === BRACKET || code === BRACE) depth++;
    else if (code === BRACKET_END || code === BRACE_END) depth--;
    if (depth > JSON_DEPTH) throw new Malformed("JSON nested too deeply");
  }
}

/** @param {string} text @param {number} start of its first quote @returns {number} where its last quote stands, or behind the text */
function endOfString(text, start) {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE)
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** @param {string} text @returns {unknown} undefined when it does not parse */
function tryParse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {JsonObject} */
function asObject(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Malformed("not a JSON object");
  return value;
}

/**
 * @param {unknown} value
 * @param {readonly string[]} required
 * @param {readonly string[]} [optional]
 * @returns {JsonObject} the value, if it is an object with every required member and no unknown one
 * @throws {Malformed}
 */
export function members(value, required, optional = []) {
  const object = asObject(value);
  const missing = required.find((name) => !Object.hasOwn(object, name));
  if (missing !== undefined) throw new Malformed(`missing member ${missing}`);
  const unknown = Object.keys(object).find(
    (name) => !required.includes(name) && !optional.includes(name),
  );
  if (unknown !== undefined) throw new Malformed(`unknown member ${unknown}`);
  return object;
}

/**
 * @param {unknown} value
 * @param {number} [least]
 * @param {number} [most]
 * @returns {number} the value, if it is an integer within these bounds
 * @throws {Malformed}
 */
export function integer(value, least = 0, most = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    throw new Malformed(`not an integer between ${least} and ${most}`);
  }
  return value;
}

/**
 * @param {unknown} value
 * @returns {string} the value, if it is text
 * @throws {Malformed}
 */
export function text(value) {
  if (typeof value !== "string") throw new Malformed("not text");
  return value;
}

/**
 * @param {unknown} value
 * @returns {boolean} the value, if it is true or false
 * @throws {Malformed}
 */
export function boolean(value) {
  if (typeof value !== "boolean") throw new Malformed("not true or false");
  return value;
}

/**
 * @param {unknown} value
 * @returns {unknown[]} the value, if it is a list
 * @throws {Malformed}
 */
export function list(value) {
  if (!Array.isArray(value)) throw new Malformed("not a list");
  return value;
}

class Parser {
  #text;
  #fractions;
  #at = 0;

  /**
   * @param {string} text
   * @param {boolean} fractions whether numbers may be other than safe integers
   */
  constructor(text, fractions) {
    this.#text = text;
    this.#fractions = fractions;
  }

  /** @returns {unknown} */
  document() {
    const value = this.#value();
    this.#match(WHITE);
    if (this.#at !== this.#text.length) throw new Malformed("JSON with something after it");
    return value;
  }

  /** @returns {unknown} */
  #value() {
    this.#match(WHITE);
    const first = this.#text[this.#at];
    if (first === "{") return this.#object();
    if (first === "[") return this.#array();
    if (first === '"') return this.#string();
    const word = this.#match(WORD);
    return word ? JSON.parse(word[0]) : this.#number();
  }

  #object() {
    /** @type {[string, unknown][]} */
    const entries = [];
    this.#at++;
    if (this.#isNext("}")) return {};
    do {
      this.#match(WHITE);
      const name = this.#string();
      if (!this.#isNext(":")) throw new Malformed("not JSON");
      entries.push([name, this.#value()]);
    } while (this.#isNext(","));
    if (!this.#isNext("}")) throw new Malformed("not JSON");
    if (new Set(entries.map(([name]) => name)).size !== entries.length)
      throw new Malformed("JSON member twice");
    return Object.fromEntries(entries);
  }

  #array() {
    /** @type {unknown[]} */
    const values = [];
    this.#at++;
    if (this.#isNext("]")) return values;
    do values.push(this.#value());
    while (this.#isNext(","));
    if (!this.#isNext("]")) throw new Malformed("not JSON");
    return values;
  }

  /** @returns {string} */
  #string() {
    const start = this.#at;
    this.#at = endOfString(this.#text, start) + 1;
    const text = tryParse(this.#text.slice(start, this.#at));
    if (typeof text !== "string") throw new Malformed("not JSON");
    return text;
  }

  /** @returns {number} */
  #number() {
    const found = this.#match(NUMBER);
    if (!found) throw new Malformed("not JSON");
    const value = Number(found[0]);
    const isFraction =
      found[1] !== undefined || found[2] !== undefined || !Number.isSafeInteger(value);
    const isRefused = this.#fractions
      ? !Number.isFinite(value)
      : isFraction || Object.is(value, -0);
    if (isRefused) throw new Malformed("not a number that may stand here");
    return value;
  }

  /** @param {string} character @returns {boolean} */
  #isNext(character) {
    this.#match(WHITE);
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  /** @param {RegExp} pattern sticky @returns {RegExpExecArray | null} */
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}
