// Devices, their tabs, and all that comes between a tab and its storage and server.

import { SyncRunner } from "../../static/js/sync/runner.js";
import { SimStorage } from "./storage.js";
import { SimVault } from "./vault.js";

const TIMEOUT_MS = 30_000;
/** Typical milliseconds of what a tab waits for. */
const DELAYS = { read: 5, link: 3, fork: 2, reframe: 1 };

/** Nothing goes wrong with a request. */
export const FAIR = { lose: 0, loseAnswer: 0, twice: 0, late: 0, cutAnswer: 0, error: 0 };

export class Device {
  /** @type {Tab[]} */
  tabs = [];
  isOnline = true;
  isSignedIn = true;
  throttledUntil = 0;
  weather = FAIR;
  requests = 0;
  pushes = 0;
  /** @type {{label: string, phase: string, spring: (tab: Tab) => void}[]} things that happen when a tab comes to a certain place */
  traps = [];
  /** @type {Tab[]} */
  #line = [];

  /**
   * @param {{world: import("./world.js").World, server: import("./server.js").Server, codec: object, coverage: Map<string, number>}} around
   * @param {string} name
   * @param {{id: string, name: string, secret: string}} account
   * @param {string[]} peers
   */
  constructor(around, name, account, peers) {
    this.around = around;
    this.name = name;
    this.account = account;
    this.peers = peers;
    this.storage = this.#newStorage();
  }

  get own() {
    return this.around.codec.logId(this.account.id, this.account.id);
  }

  /** @returns {Tab | undefined} */
  get tab() {
    return this.tabs.find((tab) => tab.isAlive);
  }

  openTab() {
    const tab = new Tab(this);
    this.tabs = [...this.tabs.filter((one) => one.isAlive), tab];
    tab.runner.start();
    this.around.onOpened(this);
    return tab;
  }

  wake(reason) {
    for (const tab of this.tabs) if (tab.isAlive) tab.runner.wake(reason);
  }

  /** @param {Tab} [tab] all of them when absent */
  kill(tab) {
    for (const one of tab ? [tab] : this.tabs) one.die();
  }

  /** Everything of the app on this device is gone. */
  wipe() {
    this.kill();
    this.storage = this.#newStorage();
  }

  /** One tab at a time, as with navigator.locks; a killed tab lets go. @param {Tab} tab @param {() => Promise<unknown>} hold */
  lock(tab, hold) {
    return new Promise((resolve) => {
      tab.enter = () => resolve(hold());
      this.#line.push(tab);
      if (this.#line[0] === tab) tab.enter();
    });
  }

  /** @param {Tab} tab */
  unlock(tab) {
    const wasFirst = this.#line[0] === tab;
    this.#line = this.#line.filter((one) => one !== tab);
    if (wasFirst) this.#line[0]?.enter();
  }

  /** @param {Tab} tab @param {string} label @param {"before" | "after"} phase */
  reach(tab, label, phase) {
    const hit = this.traps.filter((trap) => trap.phase === phase && label.startsWith(trap.label));
    this.traps = this.traps.filter((trap) => !hit.includes(trap));
    for (const trap of hit) trap.spring(tab);
  }

  /** @param {string} fault @param {string} [label] */
  cover(fault, label = this.#line[0]?.doing ?? "rest") {
    const pair = `${fault} @ ${label}`;
    this.around.coverage.set(pair, (this.around.coverage.get(pair) ?? 0) + 1);
    this.around.world.tell(`${this.name} ${pair}`);
  }

  /** @returns {Promise<() => void>} how to tell what came of it */
  async outcome(run, resolve, reject) {
    try {
      const value = await run();
      return () => resolve(value);
    } catch (problem) {
      if (problem instanceof Error && !("kind" in problem)) this.around.crashes.push(problem);
      return () => reject(problem);
    }
  }

  #newStorage() {
    const { logId } = this.around.codec;
    const backs = this.peers.map((peer) => [
      logId(this.account.id, peer),
      logId(peer, this.account.id),
    ]);
    return new SimStorage(this.own, new Map(backs));
  }
}

export class Tab {
  isAlive = true;
  doing = "rest";
  /** @type {{state: string, waiting: number, aside: number} | null} */
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
      vault: this.#lent(this.vault, { read: "read", link: "link", fork: "fork", frame: "reframe" }),
      clock: {
        now: () => world.now,
        after: (ms, fire) => world.after(ms, () => this.isAlive && fire()),
      },
      random: () => world.random.next(),
      lock: (_name, hold) => device.lock(this, hold),
      onStatus: (status) => this.#tell(status),
      onApplied: () => device.around.onApplied(device),
    });
  }

  die() {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.device.unlock(this);
  }

  /**
   * A wait at whose either end the tab may be gone.
   * @template T
   * @param {string} label
   * @param {() => T | Promise<T>} run
   * @returns {Promise<T>}
   */
  call(label, run) {
    const { world } = this.device.around;
    const ms = DELAYS[label] ?? 2;
    return new Promise((resolve, reject) => {
      this.device.reach(this, label, "before");
      world.after(world.random.between(0.2, 1) * ms, async () => {
        if (!this.isAlive) return;
        const settle = await this.device.outcome(run, resolve, reject);
        this.device.reach(this, label, "after");
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

  #lent(object, labels) {
    const entries = Object.entries(labels).map(([name, label]) => [
      name,
      (...args) => this.#work(label, () => object[name](...args)),
    ]);
    return Object.fromEntries(entries);
  }

  #storage() {
    const { storage } = this.device;
    const labels = {
      load: "load",
      counts: "load",
      hashes: "hashes",
      queue: "gather",
      orphans: "orphans",
      frames: "frames",
    };
    const commit = (change) => {
      this.device.around.world.note(() => `${this.device.name} ${brief(change)}`);
      return this.#work(`store ${kindOf(change)}`, () => storage.commit(change));
    };
    return { ...this.#lent(storage, labels), commit };
  }

  #network() {
    const { server } = this.device.around;
    const account = this.device.account.id;
    return {
      feed: (after) => this.#request("pull", () => server.feed(account, after)),
      push: (frames) => this.#request("push", () => server.push(account, join(frames))),
    };
  }

  #tell(status) {
    this.status = status;
    if (status.state !== "busy") this.doing = `rest ${status.state}`;
    this.device.around.world.tell(`${this.device.name} says ${JSON.stringify(status)}`);
  }

  /** @param {"pull" | "push"} label @param {() => unknown} handle */
  #request(label, handle) {
    const { device } = this;
    this.doing = label;
    device.requests++;
    device.around.world.tell(`${device.name} ${label}`);
    if (label === "push") device.pushes++;
    device.reach(this, label, "before");
    return new Promise((resolve, reject) => {
      new Request(this, label, handle, resolve, reject).send();
    });
  }
}

/** One request on its way there and back. */
class Request {
  #tab;
  #label;
  #handle;
  #resolve;
  #reject;
  #fate;
  #run;

  constructor(tab, label, handle, resolve, reject) {
    const { world, server } = tab.device.around;
    const { weather } = tab.device;
    const draw = ([fault, chance]) => [fault, world.random.chance(chance)];
    this.#tab = tab;
    this.#label = label;
    this.#handle = handle;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#run = server.run;
    this.#fate = Object.fromEntries(Object.entries(weather).map(draw));
  }

  send() {
    const { device } = this.#tab;
    const { world } = device.around;
    world.after(device.isOnline ? TIMEOUT_MS : 1, () => this.#fail({ kind: "network" }));
    if (!device.isOnline) return device.cover("offline", this.#label);
    for (const [fault, isDue] of Object.entries(this.#fate))
      if (isDue) device.cover(fault, this.#label);
    if (this.#fate.lose) return undefined;
    const late = this.#fate.late ? world.random.between(1_000, 90_000) : 0;
    world.after(world.random.between(10, 150) + late, () => this.#arrive());
    if (this.#fate.twice) world.after(world.random.between(10, 40_000), () => this.#again());
    return undefined;
  }

  async #arrive() {
    const { device } = this.#tab;
    const { world, server } = device.around;
    if (server.run !== this.#run) return;
    const refusal = this.#refusal();
    const answer = refusal
      ? () => this.#fail(refusal)
      : await device.outcome(
          this.#handle,
          (value) => this.#settle(value),
          (problem) => this.#fail(problem),
        );
    if (this.#tab.isAlive) device.reach(this.#tab, this.#label, "after");
    if (this.#fate.loseAnswer) return;
    world.after(
      world.random.between(10, 150),
      () => device.isOnline && server.run === this.#run && answer(),
    );
  }

  /** A doubled request, perhaps long after the first: whatever it does is done, its answer is heard by nobody. */
  async #again() {
    const { device } = this.#tab;
    if (device.around.server.run !== this.#run || this.#refusal()) return;
    await device.outcome(
      this.#handle,
      () => {},
      () => {},
    );
  }

  #refusal() {
    const { device } = this.#tab;
    const { server, world } = device.around;
    if (server.isDown || this.#fate.error) return { kind: "server" };
    if (!device.isSignedIn) return { kind: "signed-out" };
    const retryAfterMs = device.throttledUntil - world.now;
    return retryAfterMs > 0 ? { kind: "too-many", retryAfterMs } : null;
  }

  #settle(value) {
    if (!this.#tab.isAlive) return;
    const isCut = this.#fate.cutAnswer && value instanceof Uint8Array;
    this.#resolve(isCut ? cut(value) : value);
  }

  #fail(problem) {
    if (this.#tab.isAlive) this.#reject(problem);
  }
}

/** Half of an answer, never at the end of a record: that would be a page that says less than it should. */
function cut(bytes) {
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  return half.at(-1) === 10 ? half.slice(0, -1) : half;
}

function kindOf(change) {
  if (change.rewind) return "rewind";
  if (change.records?.length) return "page";
  if (change.forks) return "forks";
  if (change.sent) return "sent";
  if (change.acked?.length) return "acks";
  if (change.aside?.length) return "aside";
  if (change.done) return "done";
  if (change.cursor === 0) return "anew";
  return "other";
}

/** A change as a reader of stories wants it: records by type and rows, no bytes. */
function brief(change) {
  const short = (key, value) => {
    if (value instanceof Uint8Array || key === "body") return undefined;
    if (key === "records")
      return value.map(
        ({ log, seq, type, record }) =>
          `${log.slice(0, 4)}:${seq} ${type} ${JSON.stringify((record.rows ?? []).map(({ item, rev }) => `${item.slice(0, 4)}/${rev.slice(0, 4)}`))}${record.items ?? ""}`,
      );
    if (key === "sent")
      return value.map(
        ({ view, covers }) => `${view.log.slice(0, 4)}:${view.seq} ${view.type} of ${covers}`,
      );
    return value;
  };
  return JSON.stringify(change, short);
}

function join(frames) {
  const size = frames.reduce((sum, { length }) => sum + length, 0);
  const all = new Uint8Array(size);
  let at = 0;
  for (const frame of frames) {
    all.set(frame, at);
    at += frame.length;
  }
  return all;
}
