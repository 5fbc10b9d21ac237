// People who write on a device, and enter in the book what they did.

import { tokenOf } from "./book.js";

/** @import { Act, RingChange, Save } from "./book.js" */
/** @import { Device } from "./device.js" */
/** @import { Tab } from "./tab.js" */
/** @import { Around, NewOp, Op } from "./types.js" */

/** @typedef {{item: string, rev: string, token: string | null}} Opened */

export class Typist {
  #around;
  #device;

  /** @param {Around} around @param {Device} device */
  constructor(around, device) {
    this.#around = around;
    this.#device = device;
  }

  /** Opens something, thinks, and saves. @param {{pick: number | null, thinkMs: number, size: number}} how pick null: something new */
  write({ pick, thinkMs, size }) {
    const { world } = this.#around;
    const { tab } = this.#device;
    if (!tab) return;
    const opened = pick === null ? null : this.#picked(pick);
    const item = opened?.item ?? world.random.id();
    world.after(thinkMs, () => this.#save(tab, item, opened, this.#newToken(), size));
  }

  /** Types what another device shows for the same item. @param {Device} other @param {number} pick */
  writeTwin(other, pick) {
    const { tab } = this.#device;
    const opened = this.#picked(pick);
    if (!tab || !opened) return;
    const rev = other.storage.shown().get(opened.item);
    const token = rev ? tokenOf(other.tab?.vault.text(opened.item, rev) ?? null) : null;
    if (token && !this.#around.book.seenBy(opened.token).has(token))
      this.#save(tab, opened.item, opened, token, 100, true);
  }

  /** Whoever was shown the entry is told to forget it. @param {number} pick */
  delete(pick) {
    const opened = this.#picked(pick);
    if (!opened) return;
    const { item, rev } = opened;
    const shared = this.#pairLogs.filter((log) => this.#storage.granted(log).has(item));
    this.#act("delete", opened, () => {
      this.#storage.enqueue({ log: this.#storage.own, kind: "del", item, last: rev });
      for (const log of shared) this.#storage.enqueue({ log, kind: "revoke", items: [item] });
    });
  }

  /** @param {number} pick */
  share(pick) {
    const opened = this.#picked(pick);
    const [log] = this.#pairLogs;
    if (!opened || !log || !this.#isOpen(log)) return;
    const { item } = opened;
    this.#act("share", opened, (act) => {
      const rev = this.#storage.shown().get(item);
      if (!rev) return;
      act.on = tokenOf(this.#device.tab?.vault.text(item, rev) ?? null);
      this.#storage.enqueue({ log, kind: "grant", revs: [{ item, rev }] });
    });
  }

  /** @param {number} pick */
  unshare(pick) {
    const [log = ""] = this.#pairLogs;
    const items = [...this.#storage.granted(log)];
    const item = items[pick % items.length];
    if (!item) return;
    this.#act("unshare", { item, token: null }, (act) => {
      act.seen = [...this.#storage.granted(log)];
      this.#storage.enqueue({ log, kind: "revoke", items: [item] });
    });
  }

  /** @param {number} number */
  changeRing(number) {
    const { account, name } = this.#device;
    const [key, value] = [`contact-${number}`, this.#newToken()];
    /** @type {RingChange} */
    const change = {
      account: account.name,
      device: name,
      key,
      value,
      told: false,
      gone: false,
      ops: [],
    };
    this.#commit(() => {
      this.#storage.setRing({ ...this.#storage.meta.ring, [key]: value });
      this.#storage.enqueue({ log: this.#storage.own, kind: "ring" });
      this.#around.book.rings.push(change);
    }, change);
  }

  /** @param {"open" | "close" | "device"} kind @param {string} log */
  queue(kind, log) {
    const op = /** @type {NewOp} */ ({ log, kind });
    this.#commit(() => this.#storage.enqueue(op), { told: false, ops: [] });
  }

  get #storage() {
    return this.#device.storage;
  }

  get #pairLogs() {
    const { account, peers } = this.#device;
    return peers.map((peer) => this.#around.codec.logId(account.id, peer));
  }

  /** @param {string} log */
  #isOpen(log) {
    const isQueued = this.#storage.ops().some((/** @type {Op} */ op) => op.log === log);
    return (this.#storage.heads[log] || isQueued) && !this.#storage.isClosed(log);
  }

  #newToken() {
    const { book, world } = this.#around;
    return `word-${book.nextOrder}-${world.random.id().slice(0, 6)}`;
  }

  /** @param {number} pick @returns {Opened | null} */
  #picked(pick) {
    const { tab } = this.#device;
    const items = [...this.#storage.shown()];
    const [item, rev] = items[pick % items.length] ?? [];
    if (!item || !rev || !tab) return null;
    return { item, rev, token: tokenOf(tab.vault.text(item, rev)) };
  }

  /**
   * @param {Tab} tab
   * @param {string} item
   * @param {Opened | null} opened
   * @param {string} token
   * @param {number} size
   */
  #save(tab, item, opened, token, size, isTwin = false) {
    if (!tab.isAlive) return;
    const { account, name } = this.#device;
    const rev = this.#around.world.random.id();
    const body = tab.vault.seal(item, rev, `${token} and more`);
    const by = { account: account.name, device: name, told: false, gone: false, ops: [] };
    /** @type {Save} */
    const save = { token, item, rev, on: opened?.token ?? null, isTwin, ...by };
    const base = opened?.rev ?? null;
    this.#commit(() => {
      this.#storage.setBody(item, rev, body);
      this.#storage.enqueue({ log: this.#storage.own, kind: "put", item, rev, base, size });
      this.#around.book.saves.push(save);
    }, save);
  }

  /**
   * @param {Act["kind"]} kind
   * @param {{item: string, token: string | null}} opened
   * @param {(act: Act) => void} write
   */
  #act(kind, { item, token }, write) {
    const { book } = this.#around;
    const { account, name } = this.#device;
    const by = { account: account.name, device: name, told: false, gone: false, ops: [] };
    /** @type {Act} */
    const act = { kind, item, on: token, order: 0, ...by };
    this.#commit(() => {
      act.order = book.nextOrder;
      book.acts.push(act);
      write(act);
    }, act);
  }

  /**
   * One strict transaction; the screen says so only when it is done.
   * @param {() => void} write
   * @param {{told: boolean, ops: number[]}} entry of the book
   */
  async #commit(write, entry) {
    const { tab, storage, name } = this.#device;
    if (!tab) return;
    try {
      await tab.call("save", () => {
        const before = new Set(storage.outbox.keys());
        storage.transact(write);
        entry.ops = [...storage.outbox.keys()].filter((n) => !before.has(n));
      });
      entry.told = true;
      this.#around.world.tell(`${name} saved ${JSON.stringify(entry)}`);
      this.#device.wake("op");
    } catch {
      // The screen says "not saved". What was thrown by mistake is kept by the device and fails the history.
    }
  }
}
