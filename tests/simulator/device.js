// Devices: a storage that outlives its tabs, and the tabs, one of which at a time may sync.

import { FAIR } from "./request.js";
import { SimStorage } from "./storage.js";
import { Tab } from "./tab.js";

/** @import { Reason } from "../../static/js/sync/types.js" */
/** @import { Account, Around } from "./types.js" */

/** @typedef {{label: string, phase: "before" | "after", spring: (tab: Tab) => void}} Trap */

export class Device {
  /** @type {Tab[]} */
  tabs = [];
  isOnline = true;
  isSignedIn = true;
  throttledUntil = 0;
  /** How wrong its clock is. */
  clockMs = 0;
  weather = FAIR;
  requests = 0;
  pushes = 0;
  /** Things that happen when a tab comes to a certain place. @type {Trap[]} */
  traps = [];
  /** @type {Tab[]} waiting for the lock, the first one holding it */
  #line = [];

  /**
   * @param {Around} around
   * @param {string} name
   * @param {Account} account
   * @param {string[]} peers
   */
  constructor(around, name, account, peers) {
    this.around = around;
    this.name = name;
    this.account = account;
    this.peers = peers;
    this.storage = this.#newStorage();
  }

  /** @returns {string} the private log */
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
    return tab;
  }

  /** @param {Reason} reason */
  wake(reason) {
    for (const tab of this.tabs) if (tab.isAlive) tab.runner.wake(reason);
  }

  /** @param {Tab} [tab] all of them when absent */
  kill(tab) {
    const dying = tab ? [tab] : this.tabs;
    // All of them before any lets go of the lock: none wakes up to find the others dead.
    for (const one of dying) one.isAlive = false;
    for (const one of dying) this.unlock(one);
  }

  /** Everything of the app on this device is gone. */
  wipe() {
    this.kill();
    this.storage = this.#newStorage();
  }

  /**
   * One tab at a time, as with navigator.locks; a killed tab lets go.
   * @template T
   * @param {Tab} tab
   * @param {() => Promise<T>} hold
   * @returns {Promise<T>}
   */
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
    this.#line = this.#line.filter((one) => one !== tab && one.isAlive);
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

  /**
   * What is thrown by mistake is kept, and fails the history.
   * @template T
   * @param {() => T | Promise<T>} run
   * @param {(value: T) => void} resolve
   * @param {(problem: unknown) => void} reject
   * @returns {Promise<() => void>} how to tell what came of it
   */
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
    const backs = this.peers.map((peer) => {
      return /** @type {const} */ ([logId(this.account.id, peer), logId(peer, this.account.id)]);
    });
    return new SimStorage(this.own, new Map(backs));
  }
}
