// The device's IndexedDB: sealed bytes, random ids and counters. What lies in it is described in docs/architecture.md, "On the device".
// Values hold ArrayBuffers only: WebKit's private windows refuse Blobs, and a view would be stored with the whole buffer under it.

import { deleteDB, openDB } from "../../vendor/idb.js";

/** @import { IDBPDatabase, IDBPTransaction } from "idb" */

/** @typedef {"device"|"meta"|"records"|"packs"|"summaries"|"outbox"|"sent"|"drafts"|"notices"|"quarantine"|"captures"} StoreName */
/** @typedef {string | number | (string | number)[]} Key */

/**
 * One change within a transaction. `add` fails the whole transaction as `changed` where the key is taken; `expect` does so where the value's
 * `version` is another one (0: there is no value).
 * @typedef {{put: StoreName, value: any, key?: Key} | {add: StoreName, value: any} | {remove: StoreName, key: Key | IDBKeyRange}
 *   | {clear: StoreName} | {expect: StoreName, key: Key, version: number}} Write
 */

/** Key paths; null: the key is given with the value. @type {Record<StoreName, string | string[] | null>} */
const STORES = {
  device: null,
  meta: null,
  records: ["log", "seq"],
  packs: "id",
  summaries: "id",
  outbox: "n",
  sent: ["log", "seq"],
  drafts: "id",
  notices: "id",
  quarantine: ["log", "seq"],
  captures: "id",
};
const NAMES = /** @type {StoreName[]} */ (Object.keys(STORES));
/** 2: captures. */
const VERSION = 2;

/** The transaction changed nothing. */
export class StoreProblem extends Error {
  /**
   * @param {"quota"|"storage"|"changed"} kind quota: the device is full · changed: another tab was first
   * @param {unknown} [cause]
   */
  constructor(kind, cause) {
    super(`storage: ${kind}`, { cause });
    this.name = "StoreProblem";
    this.kind = kind;
  }
}

export class Database {
  #name;
  /** @type {Promise<IDBPDatabase> | null} */
  #opening = null;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
  }

  /**
   * @param {StoreName} store
   * @param {Key} key
   * @returns {Promise<any>} undefined when there is none
   */
  get(store, key) {
    return this.#run([store], "readonly", {}, (tx) => tx.objectStore(store).get(key));
  }

  /**
   * @param {StoreName} store
   * @param {IDBKeyRange} [range]
   * @returns {Promise<any[]>} in the order of their keys
   */
  getAll(store, range) {
    return this.#run([store], "readonly", {}, (tx) => tx.objectStore(store).getAll(range));
  }

  /**
   * @param {StoreName} store
   * @returns {Promise<any[]>} in order
   */
  getAllKeys(store) {
    return this.#run([store], "readonly", {}, (tx) => tx.objectStore(store).getAllKeys());
  }

  /**
   * Everything in these stores as it stood at one moment.
   * @param {StoreName[]} stores
   * @returns {Promise<{keys: any[], values: any[]}[]>} in the order asked for; of `packs` the keys alone, since their values are what takes space
   */
  snapshot(stores) {
    return this.#run(stores, "readonly", {}, (tx) =>
      Promise.all(
        stores.map(async (name) => {
          const store = tx.objectStore(name);
          const values = name === "packs" ? [] : store.getAll();
          const [keys, all] = await Promise.all([store.getAllKeys(), values]);
          return { keys, values: all };
        }),
      ),
    );
  }

  /**
   * Several reads in one transaction.
   * @param {{store: StoreName, key: Key}[]} places
   * @returns {Promise<any[]>}
   */
  getMany(places) {
    if (places.length === 0) return Promise.resolve([]);
    return this.#run(storesOf(places.map(({ store }) => store)), "readonly", {}, (tx) =>
      Promise.all(places.map(({ store, key }) => tx.objectStore(store).get(key))),
    );
  }

  /**
   * @param {StoreName} store
   * @param {(IDBKeyRange | undefined)[]} ranges
   * @returns {Promise<number[]>}
   */
  count(store, ranges) {
    return this.#run([store], "readonly", {}, (tx) =>
      Promise.all(ranges.map((range) => tx.objectStore(store).count(range))),
    );
  }

  /**
   * All of it or nothing.
   * @param {Write[]} writes carried out in order
   * @param {"strict"|"relaxed"} durability strict: once this resolves, a power cut does not undo it
   * @returns {Promise<void>}
   * @throws {StoreProblem}
   */
  async apply(writes, durability) {
    if (writes.length === 0) return;
    await this.#run(storesOf(writes.map(storeOf)), "readwrite", { durability }, (tx) =>
      Promise.all(writes.map((write) => perform(tx, write))),
    );
  }

  /** Lets go of the handle; the next call opens it again. */
  async close() {
    const opening = this.#opening;
    this.#opening = null;
    (await opening?.catch(() => null))?.close();
  }

  /** Deletes the whole database. Other tabs let go of theirs when they are told. */
  async erase() {
    await this.close();
    await deleteDB(this.#name).catch(fail);
  }

  /**
   * @template T
   * @param {StoreName[]} stores
   * @param {"readonly"|"readwrite"} mode
   * @param {{durability?: "strict"|"relaxed"}} options
   * @param {(tx: IDBPTransaction<any, any, any>) => Promise<T>} work awaits nothing but requests of `tx`
   * @returns {Promise<T>}
   */
  async #run(stores, mode, options, work) {
    try {
      return await this.#attempt(stores, mode, options, work);
    } catch (error) {
      if (!isDeadHandle(error)) return fail(error);
      // WebKit drops the connection under a page that slept; the handle never recovers, a new one works.
      await this.close();
      return this.#attempt(stores, mode, options, work).catch(fail);
    }
  }

  /**
   * @template T
   * @param {StoreName[]} stores
   * @param {"readonly"|"readwrite"} mode
   * @param {{durability?: "strict"|"relaxed"}} options
   * @param {(tx: IDBPTransaction<any, any, any>) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #attempt(stores, mode, options, work) {
    const db = await this.#open();
    const tx = db.transaction(stores, mode, options);
    // A full disk fires `abort` and not `error`: `done` hears both.
    const done = tx.done.then(
      () => null,
      (error) => error ?? new StoreProblem("storage"),
    );
    const result = await work(tx).catch((error) => stop(tx, error));
    const broken = await done;
    if (result instanceof Stopped) throw cause(result.error, broken);
    if (broken) throw broken;
    return result;
  }

  /** @returns {Promise<IDBPDatabase>} */
  #open() {
    this.#opening ??= openDB(this.#name, VERSION, {
      upgrade: (db) => {
        const missing = NAMES.filter((name) => !db.objectStoreNames.contains(name));
        for (const name of missing) db.createObjectStore(name, { keyPath: STORES[name] });
      },
      blocking: () => this.close(),
      terminated: () => {
        this.#opening = null;
      },
    });
    this.#opening.catch(() => {
      this.#opening = null;
    });
    return this.#opening;
  }
}

class Stopped {
  /** @param {unknown} error */
  constructor(error) {
    this.error = error;
  }
}

/**
 * @param {unknown} first what stopped the work
 * @param {unknown} last  what ended the transaction
 * @returns {unknown} the one that says why, rather than that it was aborted
 */
function cause(first, last) {
  const isAbort = /** @type {DOMException} */ (first).name === "AbortError";
  return isAbort && last ? last : first;
}

/** @param {IDBPTransaction<any, any, any>} tx @param {unknown} error @returns {Stopped} */
function stop(tx, error) {
  try {
    tx.abort();
  } catch {
    // it has ended already
  }
  return new Stopped(error);
}

/** @param {IDBPTransaction<unknown, string[], "readwrite">} tx @param {Write} write */
async function perform(tx, write) {
  const store = tx.objectStore(storeOf(write));
  if ("put" in write) await store.put(write.value, write.key);
  else if ("add" in write) await store.add(write.value);
  else if ("remove" in write) await store.delete(write.key);
  else if ("clear" in write) await store.clear();
  else if (((await store.get(write.key))?.version ?? 0) !== write.version)
    throw new StoreProblem("changed");
}

/** @param {Write} write @returns {StoreName} */
function storeOf(write) {
  if ("put" in write) return write.put;
  if ("add" in write) return write.add;
  if ("remove" in write) return write.remove;
  return "clear" in write ? write.clear : write.expect;
}

/** @param {StoreName[]} names @returns {StoreName[]} each once */
function storesOf(names) {
  return [...new Set(names)];
}

/** @param {unknown} error @returns {boolean} */
function isDeadHandle(error) {
  const { name, message } = /** @type {DOMException} */ (error);
  return name === "InvalidStateError" || (name === "UnknownError" && /connection/i.test(message));
}

/** @param {unknown} error @returns {never} */
function fail(error) {
  if (error instanceof StoreProblem) throw error;
  const { name } = /** @type {DOMException} */ (error ?? {});
  if (name === "QuotaExceededError") throw new StoreProblem("quota", error);
  throw new StoreProblem(name === "ConstraintError" ? "changed" : "storage", error);
}

/**
 * @param {string} log
 * @param {number} [from]
 * @returns {IDBKeyRange} the keys `[log, seq]` of one log from that seq on
 */
export function logRange(log, from = 0) {
  return IDBKeyRange.bound([log, from], [log, Number.MAX_SAFE_INTEGER]);
}

/**
 * @param {Uint8Array} bytes
 * @returns {ArrayBuffer} of exactly these bytes
 */
export function toBuffer(bytes) {
  return /** @type {ArrayBuffer} */ (bytes.slice().buffer);
}
