// People who write on several devices, and the book they keep: what they typed, what stood on the screen when they did, and what they were told.
// The book knows nothing of records and logs; it is what the whole is judged by.

/**
 * @typedef {object} Save
 * @property {string} token    unique, part of the text
 * @property {string} account
 * @property {string} device
 * @property {string} item
 * @property {string} rev
 * @property {string | null} on  token on the screen when this was written
 * @property {boolean} told    the screen said that it is on the device
 * @property {boolean} gone    the device was wiped before the server ever had it
 * @property {number[]} ops    in the outbox
 * @property {boolean} [isTwin] the words of another device, typed again
 */

/**
 * @typedef {object} Act  a delete, share or unshare
 * @property {"delete" | "share" | "unshare"} kind
 * @property {string} account
 * @property {string} device
 * @property {string} item
 * @property {string | null} on
 * @property {boolean} told
 * @property {boolean} gone
 * @property {number} order
 * @property {number[]} ops
 */

export class Book {
  /** @type {Save[]} */
  saves = [];
  /** @type {Act[]} */
  acts = [];
  /** @type {{account: string, device: string, key: string, value: string, told: boolean, gone: boolean}[]} */
  rings = [];
  /** @type {string[]} */
  lies = [];
  #order = 0;

  get nextOrder() {
    return this.#order++;
  }

  /** @param {string} token @returns {Save | undefined} who first wrote it */
  save(token) {
    return this.saves.find((save) => save.token === token);
  }

  /** @param {string | null} token @returns {Set<string>} what its writer had seen, the token included */
  seenBy(token) {
    const seen = new Set(token ? [token] : []);
    for (const at of seen) {
      for (const { token: written, on } of this.saves) if (written === at && on) seen.add(on);
    }
    return seen;
  }
}

/** The token of a text. @param {string | null} text */
export function tokenOf(text) {
  return text?.match(/word-\d+-[\w-]+/)?.[0] ?? null;
}

/** Types on one device. */
export class Typist {
  #around;
  #device;

  /** @param {object} around @param {import("./device.js").Device} device */
  constructor(around, device) {
    this.#around = around;
    this.#device = device;
  }

  /** Opens something, thinks, and saves. @param {{pick: number | null, thinkMs: number, size: number}} how pick null: something new */
  write({ pick, thinkMs, size }) {
    const tab = this.#device.tab;
    if (!tab) return;
    const opened = pick === null ? null : this.#picked(pick);
    const item = opened?.item ?? this.#around.world.random.id();
    this.#around.world.after(thinkMs, () => this.#save(tab, item, opened, this.#newToken(), size));
  }

  /** Types what another device shows for the same item. @param {import("./device.js").Device} other @param {number} pick */
  writeTwin(other, pick) {
    const tab = this.#device.tab;
    const opened = this.#picked(pick);
    if (!tab || !opened) return;
    const rev = other.storage.shown().get(opened.item);
    const token = rev ? tokenOf(other.tab?.vault.text(opened.item, rev) ?? null) : null;
    if (token && !this.#around.book.seenBy(opened.token).has(token))
      this.#save(tab, opened.item, opened, token, 100, true);
  }

  /** @param {number} pick */
  delete(pick) {
    const opened = this.#picked(pick);
    if (!opened) return;
    const { item, rev } = opened;
    const shared = this.#device.peers
      .map((peer) => this.#pairLog(peer))
      .filter((log) => this.#storage.granted(log).has(item));
    this.#act("delete", opened, () => {
      this.#storage.enqueue({ log: this.#storage.own, kind: "del", item, last: rev });
      for (const log of shared) this.#storage.enqueue({ log, kind: "revoke", items: [item] });
    });
  }

  /** @param {number} pick */
  share(pick) {
    const opened = this.#picked(pick);
    const [peer] = this.#device.peers;
    const log = this.#pairLog(peer);
    const isOpen = this.#storage.heads[log] || this.#storage.ops().some((op) => op.log === log);
    if (!opened || !isOpen || this.#storage.isClosed(log)) return;
    const { item } = opened;
    this.#act("share", opened, (act) => {
      const rev = this.#storage.shown().get(item);
      if (!rev) return;
      act.on = tokenOf(this.#device.tab.vault.text(item, rev));
      this.#storage.enqueue({ log, kind: "grant", revs: [{ item, rev }] });
    });
  }

  /** @param {number} pick */
  unshare(pick) {
    const [peer] = this.#device.peers;
    const log = this.#pairLog(peer);
    const items = [...this.#storage.granted(log)];
    if (items.length === 0) return;
    const item = items[pick % items.length];
    this.#act("unshare", { item, token: null }, () =>
      this.#storage.enqueue({ log, kind: "revoke", items: [item] }),
    );
  }

  /** @param {number} key */
  changeRing(key) {
    const entry = {
      account: this.#device.account.name,
      device: this.#device.name,
      key: `contact-${key}`,
      value: this.#newToken(),
      told: false,
      gone: false,
      ops: [],
    };
    this.#commit(() => {
      this.#storage.setRing({ ...this.#storage.meta.ring, [entry.key]: entry.value });
      this.#storage.enqueue({ log: this.#storage.own, kind: "ring" });
      this.#around.book.rings.push(entry);
    }, entry);
  }

  /** @param {string} kind @param {string} log */
  queue(kind, log) {
    this.#commit(() => this.#storage.enqueue({ log, kind }), { ops: [] });
  }

  get #storage() {
    return this.#device.storage;
  }

  #pairLog(peer) {
    return this.#around.codec.logId(this.#device.account.id, peer);
  }

  #newToken() {
    const { book, world } = this.#around;
    return `word-${book.nextOrder}-${world.random.id().slice(0, 6)}`;
  }

  /** @param {number} pick @returns {{item: string, rev: string, token: string | null} | null} */
  #picked(pick) {
    const tab = this.#device.tab;
    const items = [...this.#storage.shown()];
    if (items.length === 0 || !tab) return null;
    const [item, rev] = items[pick % items.length];
    return { item, rev, token: tokenOf(tab.vault.text(item, rev)) };
  }

  #save(tab, item, opened, token, size, isTwin = false) {
    if (!tab.isAlive) return;
    const rev = this.#around.world.random.id();
    const body = tab.vault.seal(item, rev, `${token} and more`);
    const save = {
      token,
      account: this.#device.account.name,
      device: this.#device.name,
      item,
      rev,
      on: opened?.token ?? null,
      told: false,
      gone: false,
      isTwin,
      ops: [],
    };
    this.#commit(() => {
      this.#storage.setBody(item, rev, body);
      this.#storage.enqueue({
        log: this.#storage.own,
        kind: "put",
        item,
        rev,
        base: opened?.rev ?? null,
        size,
      });
      this.#around.book.saves.push(save);
    }, save);
  }

  #act(kind, { item, token }, write) {
    const { book } = this.#around;
    const act = {
      kind,
      account: this.#device.account.name,
      device: this.#device.name,
      item,
      on: token,
      told: false,
      gone: false,
      order: book.nextOrder,
      ops: [],
    };
    this.#commit(() => {
      book.acts.push(act);
      write(act);
    }, act);
  }

  /** One strict transaction; the screen says so only when it is done. */
  async #commit(write, entry) {
    const tab = this.#device.tab;
    if (!tab) return;
    const { storage } = this.#device;
    try {
      await tab.call("save", () => {
        const before = new Set(storage.outbox.keys());
        storage.transact(write);
        entry.ops = [...storage.outbox.keys()].filter((n) => !before.has(n));
      });
      entry.told = true;
      this.#around.world.tell(`${this.#device.name} saved ${JSON.stringify(entry)}`);
      tab.runner.wake("op");
      if (this.#device.tabs.length > 1) this.#device.wake("op");
    } catch {
      // The screen says "not saved". What was thrown by mistake is kept by the device and fails the history.
    }
  }
}
