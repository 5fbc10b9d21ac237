// Machines as browsers have them: one store, a lock and a channel, and tabs in which the real vault runs. Tabs are killed between any two waits.

import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Database } from "../../../static/js/store/database.js";
import { CaptureWriter } from "../../../static/js/vault/device/capture-writer.js";
import { createVault } from "../../../static/js/vault/door/vault.js";

/** @import { StoreName, Write } from "../../../static/js/store/database.js" */
/** @import { TabMessage } from "../../../static/js/vault/lent.js" */
/** @import { Api } from "./api.js" */
/** @import { Gates } from "./gates.js" */

/** @typedef {{name: StoreName, keys: any[], values: any[]}[]} Dump  all that a store holds */
/** @typedef {{holder: Tab, enter: () => void}} Turn  at the lock */

export const ORIGIN = "http://localhost";
export const PASSPHRASE = "lamp river seven quiet maple door";
/** @type {StoreName[]} with keys of their own */
const KEYED = ["device", "meta"];
/** @type {StoreName[]} */
const STORES = [
  ...KEYED,
  "records",
  "packs",
  "summaries",
  "outbox",
  "sent",
  "drafts",
  "notices",
  "quarantine",
  "captures",
];

// What a passphrase costs is not what is played.
await import("../../../static/vendor/argon2.js");
globalThis.hashwasm.argon2id = /** @type {any} */ (
  async (/** @type {any} */ { password, salt, secret }) =>
    createHash("sha256").update(`${password} ${salt} ${secret}`).digest()
);

/** Whose store a database of the code under test is. @type {WeakMap<Database, Tab | Writer>} */
const holders = new WeakMap();
/** Who makes the next one. @type {Tab | Writer | null} */
let maker = null;
/** Whose transaction is under way. @type {Machine | null} */
let writing = null;

for (const name of /** @type {const} */ ([
  "get",
  "getAll",
  "getAllKeys",
  "snapshot",
  "getMany",
  "count",
  "apply",
])) {
  const method = /** @type {any} */ (Database.prototype[name]);
  Database.prototype[name] = function (/** @type {any[]} */ ...given) {
    if (maker) holders.set(this, maker);
    const holder = holders.get(this);
    const run = () => method.apply(this, given);
    return holder ? holder.transact(`${name} ${labelOf(given[0])}`, run) : run();
  };
}

for (const name of /** @type {const} */ (["put", "add"])) {
  const method = /** @type {any} */ (IDBObjectStore.prototype[name]);
  IDBObjectStore.prototype[name] = function (/** @type {any[]} */ ...given) {
    if (writing?.isFull) throw new DOMException("no room", "QuotaExceededError");
    return method.apply(this, given);
  };
}

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  if (mode === "readwrite") writing?.wrote(options?.durability === "strict");
  return transaction.call(this, stores, mode, options);
};

/** @param {unknown} given @returns {string} */
function labelOf(given) {
  if (typeof given === "string") return given;
  if (!Array.isArray(given)) return "";
  const stores = given.map((one) => storeOf(one));
  return [...new Set(stores)].join(" ");
}

/** @param {any} one a write, a place or a store */
function storeOf(one) {
  return typeof one === "string"
    ? one
    : (one.store ?? one.put ?? one.add ?? one.remove ?? one.clear ?? one.expect);
}

let stores = 0;

export class Machine {
  /** @type {Tab[]} */
  tabs = [];
  /** Pages at the lock. @type {Writer[]} */
  writers = [];
  isFull = false;
  isOnline = true;
  isSignedIn = false;
  /** Of the next requests: the answer is lost, or the request. @type {("answer" | "request")[]} */
  losses = [];
  /** Whether power cuts are played here: what could be undone is kept. */
  hasCuts = false;
  /** @type {string | null} last time of a backup that was said */
  backedUpAt = null;
  /** When the feed was asked for, the last two times. @type {number[]} */
  asked = [];
  #database = `machine-${++stores}`;
  #db = new Database(this.#database);
  /** @type {Dump | null} what would be left after a power cut; null: all of it */
  #safe = null;
  #isFlushed = false;
  /** @type {Turn[]} */
  #line = [];

  /**
   * @param {Gates} gates
   * @param {Api} api
   * @param {string} name
   */
  constructor(gates, api, name) {
    this.gates = gates;
    this.api = api;
    this.name = name;
  }

  get databaseName() {
    return this.#database;
  }

  /** @returns {Tab | undefined} */
  get tab() {
    return this.tabs.find((tab) => tab.isAlive);
  }

  openTab() {
    const tab = new Tab(this);
    this.tabs = [...this.tabs.filter((one) => one.isAlive), tab];
    return tab;
  }

  /** @param {Tab} [tab] all of them when absent */
  kill(tab) {
    const dying = tab ? [tab] : this.tabs;
    for (const one of [...dying, ...(tab ? [] : this.writers)]) one.isAlive = false;
    this.#letGo(({ isAlive }) => !isAlive);
  }

  /** What was not flushed is gone, and all that ran. */
  async cutPower() {
    this.kill();
    const safe = this.#safe;
    this.#safe = null;
    if (safe) await this.restore(safe);
  }

  /** A transaction that writes has begun. @param {boolean} isStrict whether it, and all before it, outlives a power cut */
  wrote(isStrict) {
    this.#isFlushed = isStrict;
  }
  /**
   * @template T
   * @param {() => T | Promise<T>} run
   * @returns {Promise<T>}
   */
  async transact(run) {
    if (this.hasCuts) this.#safe ??= await this.dump();
    this.#isFlushed = false;
    writing = this;
    try {
      return await run();
    } finally {
      writing = null;
      if (this.#isFlushed) this.#safe = null;
    }
  }

  /**
   * One holder at a time, as with navigator.locks; the dead let go.
   * @template T
   * @param {Tab} holder
   * @param {() => Promise<T>} hold
   * @returns {Promise<T>}
   */
  lock(holder, hold) {
    return new Promise((resolve, reject) => {
      // What was under way when the tab was killed may still come here.
      if (!holder.isAlive) return;
      const enter = () => {
        hold()
          .then(resolve, reject)
          .finally(() => this.#letGo((one) => one === holder));
      };
      this.#line.push({ holder, enter });
      if (this.#line.length === 1) enter();
    });
  }

  /** @param {(holder: Tab) => boolean} isGone */
  #letGo(isGone) {
    const [first] = this.#line;
    this.#line = this.#line.filter(({ holder }) => !isGone(holder));
    if (this.#line[0] !== first) this.#line[0]?.enter();
  }

  /** @param {Tab} from @param {TabMessage} message to the other tabs */
  tell(from, message) {
    for (const tab of this.tabs.filter((one) => one !== from && one.isAlive))
      this.gates.pass(tab, `hears ${message.type}`, () => tab.hear(message));
  }

  /** @returns {Promise<Dump>} */
  async dump() {
    const keyed = await this.#db.snapshot(KEYED);
    const others = STORES.filter((name) => !KEYED.includes(name));
    const all = await Promise.all(others.map((name) => this.#db.getAll(name)));
    return [
      ...KEYED.map((name, i) => ({
        name,
        keys: keyed[i]?.keys ?? [],
        values: keyed[i]?.values ?? [],
      })),
      ...others.map((name, i) => ({ name, keys: [], values: all[i] ?? [] })),
    ];
  }

  /** @param {Dump} dump */
  async restore(dump) {
    /** @type {Write[]} */
    const writes = dump.flatMap(({ name, keys, values }) => [
      { clear: name },
      ...values.map((value, i) => ({
        put: name,
        value,
        ...(keys[i] !== undefined && { key: keys[i] }),
      })),
    ]);
    await this.#db.apply(writes, "strict");
  }

  async erase() {
    await this.#db.erase();
  }
}

export class Tab {
  isAlive = true;
  isOpen = false;
  /** @type {{type: string, detail: any}[]} */
  events = [];
  /** @type {(type: string, detail: any) => void} */
  onEvent = () => {};
  /** @type {(error: unknown) => void} */
  onCrash = () => {};

  /** @param {Machine} machine */
  constructor(machine) {
    this.machine = machine;
    this.name = `${machine.name}.${machine.tabs.length}`;
    this.vault = this.#make();
  }

  /** @param {() => Promise<unknown>} enter unlocks, or signs in */
  async open(enter = () => this.vault.unlock({ passphrase: PASSPHRASE })) {
    await enter();
    this.isOpen = true;
  }

  /** @param {string} label @param {() => any} run */
  transact(label, run) {
    return this.machine.gates.pass(this, label, () => this.machine.transact(run));
  }

  /** @param {TabMessage} message */
  hear(message) {
    // Not waited for: what it does waits at gates of its own.
    this.vault.heard(message).catch(this.onCrash);
  }

  #make() {
    const { machine } = this;
    const { gates } = machine;
    const vault = createVault(
      {
        origin: ORIGIN,
        fetch: /** @type {any} */ (
          (/** @type {string} */ url, /** @type {any} */ init) => this.#fetch(url, init)
        ),
        databaseName: machine.databaseName,
        now: () => gates.now,
        zone: () => "Europe/Lisbon",
        clock: { now: () => gates.now, after: (ms, fire) => gates.after(this, ms, fire) },
        random: () => gates.random.next(),
        lock: (_name, hold) => machine.lock(this, hold),
        content: async (name) =>
          JSON.parse(
            readFileSync(new URL(`../../../static/content/${name}.json`, import.meta.url), "utf8"),
          ),
        deviceName: machine.name,
        tell: (message) => machine.tell(this, message),
      },
      (type, detail) => this.isAlive && this.onEvent(type, detail),
    );
    // The first thing a vault does with its store, so that the store is known to be this tab's.
    maker = this;
    vault.status().catch(this.onCrash);
    maker = null;
    return vault;
  }

  /** @param {string} url @param {any} init */
  #fetch(url, { method, body }) {
    const { machine } = this;
    machine.gates.requests++;
    return machine.gates.pass(this, `${method} ${new URL(url).pathname}`, async () => {
      if (url.includes("/feed")) machine.asked = [...machine.asked.slice(-1), machine.gates.opened];
      const loss = machine.isOnline ? machine.losses.shift() : "request";
      if (loss === "request") throw new TypeError("fetch failed");
      const answer = await machine.api.answer(machine, method, new URL(url), body);
      if (loss === "answer") throw new TypeError("connection cut");
      return answer;
    });
  }
}

/** The page at the lock, which can only write. */
export class Writer {
  isAlive = true;

  /** @param {Machine} machine */
  constructor(machine) {
    this.machine = machine;
    this.name = `${machine.name}.lock`;
    this.writer = new CaptureWriter(machine.databaseName);
  }

  /** @param {import("../../../static/js/vault/types.js").Keeping} keeping */
  keep(keeping) {
    maker = this;
    const kept = this.writer.keep(keeping);
    maker = null;
    return kept;
  }

  /** @param {string} label @param {() => any} run */
  transact(label, run) {
    return this.machine.gates.pass(/** @type {any} */ (this), label, () =>
      this.machine.transact(run),
    );
  }
}
