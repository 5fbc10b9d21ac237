// A tab: the runner with everything lent to it, each wait of which takes a while, may fail, and is a place where the tab may be killed.

import { SyncRunner } from "../../static/js/sync/runner.js";
import { Request } from "./request.js";
import { SimVault } from "./vault.js";

/** @import { Change, Counts, Network, Storage, SyncState, SyncVault } from "../../static/js/sync/types.js" */
/** @import { Device } from "./device.js" */
/** @import { SentView, View } from "./types.js" */

/** Typical milliseconds of what is not a transaction. @type {{[label: string]: number}} */
const DELAYS = { read: 5, link: 3, reframe: 1 };

export class Tab {
  isAlive = true;
  /** What the engine waits for now. */
  doing = "rest";
  /** @type {Counts & {state: SyncState} | null} */
  status = null;
  enter = () => {};

  /** @param {Device} device */
  constructor(device) {
    const { world, codec } = device.around;
    this.device = device;
    this.vault = new SimVault(world, codec, device.account, device.peers, device.storage);
    this.runner = new SyncRunner({
      network: this.#network(),
      storage: this.#storage(),
      vault: this.#vault(),
      clock: {
        now: () => world.now + device.clockMs,
        after: (ms, fire) => world.after(ms, () => this.isAlive && fire()),
      },
      random: () => world.random.next(),
      lock: (_name, hold) => device.lock(this, hold),
      onStatus: (status) => this.#tell(status),
    });
  }

  /**
   * A wait at whose either end the tab may be gone.
   * @template T
   * @param {string} label
   * @param {() => T | Promise<T>} run
   * @returns {Promise<T>}
   */
  call(label, run) {
    const { device } = this;
    const { world } = device.around;
    const ms = DELAYS[label] ?? 2;
    return new Promise((resolve, reject) => {
      device.reach(this, label, "before");
      world.after(world.random.between(0.2, 1) * ms, async () => {
        if (!this.isAlive) return;
        const settle = await device.outcome(run, resolve, reject);
        device.reach(this, label, "after");
        world.after(world.random.between(0.2, 1) * ms, () => this.isAlive && settle());
      });
    });
  }

  /** @template T @param {string} label @param {() => T | Promise<T>} run @returns {Promise<T>} */
  #work(label, run) {
    this.doing = label;
    this.device.around.world.tell(`${this.device.name} ${label}`);
    return this.call(label, run);
  }

  /** @returns {Storage} */
  #storage() {
    const { storage } = this.device;
    return {
      load: () => this.#work("load", () => storage.load()),
      counts: () => this.#work("load", () => storage.counts()),
      hashes: (places) => this.#work("hashes", () => storage.hashes(places)),
      queue: (bytes) => this.#work("gather", () => storage.queue(bytes)),
      orphans: (log, from) => this.#work("orphans", () => storage.orphans(log, from)),
      frames: (places) => this.#work("frames", () => storage.frames(places)),
      commit: (change) => {
        this.device.around.world.note(() => `${this.device.name} ${brief(change)}`);
        return this.#work(`store ${kindOf(change)}`, () => storage.commit(change));
      },
    };
  }

  /** @returns {SyncVault} */
  #vault() {
    const { vault } = this;
    return {
      read: (bytes) => this.#work("read", () => vault.read(bytes)),
      link: (draft) => this.#work("link", () => vault.link(draft)),
      fork: (lost) => this.#work("fork", () => vault.fork(lost)),
      frame: (log, seq) => this.#work("reframe", () => vault.frame(log, seq)),
    };
  }

  /** @returns {Network} */
  #network() {
    const { server } = this.device.around;
    const { id } = this.device.account;
    return {
      feed: (after) => this.#request("pull", () => server.feed(id, after)),
      push: (frames) => this.#request("push", () => server.push(id, joined(frames))),
    };
  }

  /** @template T @param {"pull" | "push"} label @param {() => T | Promise<T>} handle @returns {Promise<T>} */
  #request(label, handle) {
    const { device } = this;
    this.doing = label;
    device.requests++;
    if (label === "push") device.pushes++;
    device.around.world.tell(`${device.name} ${label}`);
    device.reach(this, label, "before");
    return new Promise((resolve, reject) => {
      new Request(this, label, handle, resolve, reject).send();
    });
  }

  /** @param {Counts & {state: SyncState}} status */
  #tell(status) {
    this.status = status;
    if (status.state !== "busy") this.doing = `rest ${status.state}`;
    this.device.around.world.tell(`${this.device.name} says ${JSON.stringify(status)}`);
  }
}

/** @param {Change} change @returns {string} the state of the engine that stores it */
function kindOf(change) {
  if (change.rewind) return "rewind";
  if (change.records?.length) return "page";
  if (change.forks) return "forks";
  if (change.sent) return "sent";
  if (change.acked?.length) return "acks";
  if (change.aside?.length) return "aside";
  if (change.done) return "done";
  return change.cursor === 0 ? "anew" : "other";
}

/** @param {Change} change @returns {string} as a reader of stories wants it: records by type and rows, no bytes */
function brief(change) {
  const records = /** @type {View[]} */ (change.records ?? []).map(({ log, seq, type, record }) => {
    const rows = (record.rows ?? []).map(
      ({ item, rev }) => `${item.slice(0, 4)}/${rev.slice(0, 4)}`,
    );
    return `${log.slice(0, 4)}:${seq} ${type} ${rows.join(" ")}${record.items ?? ""}`;
  });
  const sent = /** @type {SentView[]} */ (change.sent ?? []).map(
    ({ log, seq, view, covers }) => `${log.slice(0, 4)}:${seq} ${view.type} of ${covers}`,
  );
  return JSON.stringify({ ...change, records, sent, quarantine: undefined });
}

/** @param {Uint8Array[]} frames @returns {Uint8Array} */
function joined(frames) {
  const all = new Uint8Array(frames.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const frame of frames) {
    all.set(frame, at);
    at += frame.length;
  }
  return all;
}
