// What could not be sent or opened. It stays on the device as it is: the person sees that it is here, and can take it along.

import { b64Encode } from "../../wire/encoding.js";
import { VaultError } from "../vault-error.js";
import { Captures } from "./captures.js";

/** @import { StoreName } from "../../store/database.js" */
/** @import { Outbox } from "../device/outbox.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Aside, Unopened, Unsent } from "../types.js" */
/** @import { Drafts } from "./drafts.js" */

/** Records read from the store at once: each may come to some hundred kilobytes. */
const BATCH = 32;
/** Who is linked with somebody that sends for long sees the first of it. */
const MOST = 200;

export class SetAside {
  #unlocked;
  #drafts;

  /** @param {Unlocked} unlocked @param {Drafts} drafts */
  constructor(unlocked, drafts) {
    this.#unlocked = unlocked;
    this.#drafts = drafts;
  }

  /** @returns {Promise<Aside>} */
  async list() {
    const keys = await this.#unlocked.holdings.db.getAllKeys(QUARANTINE);
    const [records, drafts, captures] = await Promise.all([
      this.records(keys.slice(0, MOST)),
      this.#drafts.waiting(),
      new Captures(this.#unlocked).waiting(),
    ]);
    const unopened = [
      ...captures.odd.map((key) => piece("captures", key, "capture")),
      ...drafts.odd.map((key) => piece("drafts", key, "draft")),
      ...records.map(({ log, seq, why }) => this.#record(log, seq, why)),
    ];
    const more = captures.odd.length + drafts.odd.length + keys.length - MOST;
    return { unsent: this.#unsent(), unopened: unopened.slice(0, MOST), more: Math.max(more, 0) };
  }

  /**
   * @param {any[]} [some] keys; absent: all
   * @returns {Promise<{log: string, seq: number, why: string}[]>} records and batches of the outbox that do not open
   */
  async records(some) {
    const { db } = this.#unlocked.holdings;
    const keys = some ?? (await db.getAllKeys(QUARANTINE));
    const found = [];
    for (let at = 0; at < keys.length; at += BATCH) {
      const places = keys.slice(at, at + BATCH).map((key) => ({ store: QUARANTINE, key }));
      for (const row of (await db.getMany(places)).filter(Boolean))
        found.push({ log: String(row.log), seq: Number(row.seq), why: String(row.reason) });
    }
    return found;
  }

  /**
   * @param {{id: string}} input of something in the list
   * @returns {Promise<string>} JSON of all that the device has of it; bytes, which are sealed or as they were received, are base64url
   * @throws {VaultError} `not-found`
   */
  async open({ id }) {
    const [store, key] = JSON.parse(id);
    const isOne = [QUARANTINE, "captures", "drafts"].includes(store);
    const row = isOne && (await this.#unlocked.holdings.db.get(store, key));
    if (!row) throw new VaultError("not-found");
    return JSON.stringify(row, (_, value) => bytesAsText(value), 2);
  }

  /** @returns {Unsent[]} */
  #unsent() {
    const { holdings, library, session } = this.#unlocked;
    return holdings.outbox.ops
      .filter(({ aside }) => aside !== undefined)
      .map((op) => ({
        kind: op.kind,
        name: session.peerByLog(op.log)?.contact.name ?? null,
        entry: library.entry(itemOf(op)),
      }));
  }

  /** @param {string} log @param {number} seq @param {string} why @returns {Unopened} */
  #record(log, seq, why) {
    const { session } = this.#unlocked;
    const name = session.peerByLog(log)?.contact.name;
    const from = log.startsWith("outbox ") ? "outbox" : name === undefined ? "own" : "person";
    return {
      ...piece(QUARANTINE, [log, seq], from),
      name: name ?? null,
      isNewer: why === "unsupported",
    };
  }
}

const QUARANTINE = /** @type {const} */ ("quarantine");

/** @param {StoreName} store @param {string|[string, number]} key @param {Unopened["from"]} from @returns {Unopened} */
function piece(store, key, from) {
  return { id: JSON.stringify([store, key]), from, name: null, isNewer: false };
}

/** @param {Outbox["ops"][number]} op @returns {string} the item that it is about, or the first of them */
function itemOf(op) {
  if (op.kind === "put" || op.kind === "del") return op.item;
  if (op.kind === "grant") return op.revs[0]?.item ?? "";
  return op.kind === "revoke" ? (op.items[0] ?? "") : "";
}

/** @param {unknown} value */
function bytesAsText(value) {
  if (value instanceof ArrayBuffer) return b64Encode(new Uint8Array(value));
  return value instanceof Uint8Array
    ? b64Encode(/** @type {Uint8Array<ArrayBuffer>} */ (value))
    : value;
}
