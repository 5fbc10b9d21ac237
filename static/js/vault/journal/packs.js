// A clinic's own packs: docs/packs.md. What the server hands out is kept as it came, so that it is there with no network, and opened from what is kept.

import { lineOf } from "../../domain/foreign.js";
import { readPack } from "../../domain/programme/pack.js";
import { b64Decode, utf8 } from "../../wire/encoding.js";
import { Malformed, ProtocolError, Tampered } from "../../wire/errors.js";
import { parseJson } from "../../wire/json.js";
import { verify } from "../../wire/signatures.js";

/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { InstalledPacks } from "../types.js" */

/** @typedef {{name: string, text: string, signature: string|null}} Served */

const LABEL = "pack";
const HOUR_MS = 3_600_000;
const TIMEOUT_MS = 30_000;
/** Characters of all packs together. */
const MOST = 8_388_608;

export class Packs {
  #unlocked;
  /** When the server was asked last. */
  #askedAt = -Infinity;
  /** What was opened last, by the answer it was in. @type {{text: string, opened: Promise<InstalledPacks>}|null} */
  #last = null;

  /** @param {Unlocked} unlocked */
  constructor(unlocked) {
    this.#unlocked = unlocked;
  }

  /** @returns {Promise<InstalledPacks>} of what is on this device; the server is asked meanwhile, and `changed` tells when that brought something else */
  async list() {
    // Without a network, or with a server that knows no packs, what is kept stays.
    this.#ask().catch(() => {});
    const text = await this.#kept();
    if (this.#last?.text !== text) this.#last = { text, opened: openAll(text) };
    return this.#last.opened;
  }

  /** @returns {Promise<string>} the server's last answer, "" before there was one */
  async #kept() {
    return (await this.#unlocked.holdings.db.get("meta", "packs"))?.text ?? "";
  }

  async #ask() {
    const { lent, holdings, syncing } = this.#unlocked;
    if (lent.now() - this.#askedAt < HOUR_MS) return;
    this.#askedAt = lent.now();
    try {
      const answer = await lent.fetch(`${lent.origin}/packs.json`, {
        cache: "no-cache",
        credentials: "omit",
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await answer.text();
      if (!answer.ok || text.length > MOST || text === (await this.#kept())) return;
      await holdings.db.apply([{ put: "meta", key: "packs", value: { text } }], "strict");
      syncing.changed([]);
    } catch (error) {
      this.#askedAt = -Infinity;
      throw error;
    }
  }
}

/** @param {string} text an answer of the server @returns {Promise<InstalledPacks>} */
async function openAll(text) {
  const { key, packs } = readAnswer(text);
  /** @type {InstalledPacks} */
  const found = { packs: [], refused: [] };
  for (const served of packs) {
    try {
      const pack = await openPack(key, served);
      if (!readPack(pack)) throw new Malformed("not a pack of a known format");
      found.packs.push(pack);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      const reason = error instanceof Tampered ? "changed" : "unreadable";
      found.refused.push({
        name: lineOf(served.name),
        reason: key && served.signature ? reason : "unsigned",
      });
    }
  }
  return found;
}

/** @param {string} text @returns {{key: string|null, packs: Served[]}} */
function readAnswer(text) {
  try {
    const { key, packs } = JSON.parse(text);
    return { key, packs: packs.filter((/** @type {any} */ one) => typeof one.text === "string") };
  } catch {
    return { key: null, packs: [] };
  }
}

/**
 * @param {string|null} key the operator's, b64
 * @param {Served} served
 * @returns {Promise<any>} the pack's JSON
 * @throws {Malformed} where pack, key or signature cannot be read
 * @throws {Tampered} where the signature does not hold
 */
export async function openPack(key, { text, signature }) {
  const pack = parseJson(utf8(text));
  const signed = utf8(canonical(pack));
  await verify(b64Decode(key), b64Decode(signature), LABEL, signed);
  return pack;
}

/**
 * @param {any} value of strict JSON
 * @returns {string} what is signed: members in the order of their names, no white space
 * @throws {Malformed}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "string" && !value.isWellFormed())
    throw new Malformed("half a surrogate pair");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(checkName(name))}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}

/** @param {string} name @returns {string} */
function checkName(name) {
  if ([...name].some((one) => one > "\u007f")) throw new Malformed("a member's name is not ASCII");
  return name;
}
