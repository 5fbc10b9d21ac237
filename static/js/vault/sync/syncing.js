// Runs sync while unlocked, and knows what the person is told about it: how it stands, and notices.

import { Following } from "../../sync/following.js";
import { SyncRunner } from "../../sync/runner.js";
import { isDocument } from "../device/books.js";
import { emptyTrash, forgetDrafts } from "../device/filing.js";
import { noticeWrite } from "../device/notices.js";
import { countWaiting } from "../device/waiting.js";
import { SyncStorage } from "./sync-storage.js";
import { SyncVault } from "./sync-vault.js";

/** @import { Notice } from "../../domain/notices.js" */
/** @import { Reason, SyncState } from "../../sync/types.js" */
/** @import { Holdings } from "../device/holdings.js" */
/** @import { Library } from "../device/library.js" */
/** @import { Lent } from "../lent.js" */
/** @import { Network } from "../network.js" */
/** @import { SyncStatus } from "../types.js" */
/** @import { OnLinked } from "./commit.js" */

/** @typedef {(type: "sync"|"changed", detail: unknown) => void} Emit */

/** Never stored, since there is no room. @type {Notice} */
const FULL = { id: "storage-full", type: "storage-full", item: null };

/** How long another tab's round is waited for. */
const ELSEWHERE_MS = 20_000;

export class Syncing {
  #lent;
  #holdings;
  #network;
  #library;
  #emit;
  #storage;
  #runner;
  #following;
  #isSeen = false;
  /** @type {SyncState} */
  #state = "idle";
  /** @type {Notice[]} told until the next lock, and stored nowhere */
  #passing = [];
  /** @type {(() => void)[]} who waits for the round to end */
  #resting = [];
  #isRunning = false;
  #isStopped = false;
  /** @type {string | null} instant at which the server was last asked and answered */
  #lookedAt = null;
  /** @type {number | null} pieces that the server has, as long as they have not all come */
  #all = null;
  /** Whether the trash was looked through since unlocking. */
  #isSwept = false;
  /** @type {OnLinked} what somebody who is linked just now is told besides */
  onLinked = () => [];
  /** @type {() => Promise<void>} what else is looked after when all has been seen */
  onSettled = async () => {};
  /** @type {() => Promise<void>} hears that the server takes this session no longer */
  onSignedOut = async () => {};
  /** @type {(log: string) => Promise<void>} hears of a contact's log in which a key is not theirs */
  onForeignKey = async () => {};

  /**
   * @param {Lent} lent
   * @param {Holdings} holdings
   * @param {Network} network
   * @param {Library} library
   * @param {Emit} emit
   */
  constructor(lent, holdings, network, library, emit) {
    this.#lent = lent;
    this.#holdings = holdings;
    this.#network = network;
    this.#library = library;
    this.#emit = emit;
    const { clock, random } = lent;
    this.#storage = new SyncStorage(
      holdings,
      (items) => this.#stored(items),
      (log) => this.onLinked(log),
    );
    this.#runner = new SyncRunner({
      network,
      storage: this.#storage,
      vault: new SyncVault(holdings, lent.now, lent.deviceName, (log) => this.onForeignKey(log)),
      clock,
      random,
      lock: (name, hold) => lent.lock(name, () => this.#hold(hold)),
      onStatus: (status) => this.#told(status.state),
    });
    this.#following = new Following({
      positions: (hear, signal) => network.positions(hear, signal),
      read: () => this.#runner.cursor,
      isBusy: () => this.#state === "busy",
      look: () => this.#runner.wake("told"),
      clock,
      random,
    });
  }

  /** Begins as soon as no other tab does it. */
  start() {
    this.#runner.start().catch(() => this.#told("attention"));
  }

  stop() {
    this.#isStopped = true;
    this.#following.stop();
    this.#runner.stop();
  }

  /** Whether somebody sees the page: only then it is heard at once what comes. @param {boolean} isSeen */
  listen(isSeen) {
    this.#isSeen = isSeen;
    if (isSeen && this.#isRunning) this.#following.start();
    else this.#following.stop();
  }

  /** @param {Reason} reason */
  wake(reason) {
    if (reason === "online") this.#following.renew();
    if (reason === "signed-in") this.listen(this.#isSeen);
    if (this.#isRunning) this.#runner.wake(reason);
    else this.#lent.tell({ type: "wake" });
  }

  /** Another tab asks. Whoever syncs does so; the others keep still, or two of them would pass it on to each other for ever. */
  roused() {
    this.#runner.wake("op");
  }

  /** @returns {Promise<void>} resolves when a round that was asked for by the person has ended */
  async round() {
    const rested = new Promise((resolve) => this.#resting.push(() => resolve(undefined)));
    if (!this.#isRunning) return this.#roundElsewhere(rested);
    this.#runner.wake("person");
    // Where nothing begins, because the server has asked to be left alone for a while, nothing ends either.
    if (this.#state !== "busy") for (const resolve of this.#resting.splice(0)) resolve();
    await rested;
  }

  /** Another tab syncs: it says when it rests, unless it ends meanwhile. @param {Promise<unknown>} rested */
  async #roundElsewhere(rested) {
    this.wake("person");
    /** @type {() => void} */
    let cancel = () => {};
    const waited = new Promise((resolve) => {
      cancel = this.#lent.clock.after(ELSEWHERE_MS, () => resolve(undefined));
    });
    await Promise.race([rested, waited]);
    cancel();
  }

  /** @param {string[]} items changed here: tells this page and the other tabs */
  changed(items) {
    const all = this.#holdings.withParents(items);
    this.#emit("changed", { items: all });
    this.#lent.tell({ type: "changed", items: all });
  }

  /** @returns {Promise<SyncStatus>} as storage has it, whichever tab wrote or sent last */
  async status() {
    const { db } = this.#holdings;
    const [notices, waiting, backedUp] = await Promise.all([
      this.#notices(),
      countWaiting(db),
      db.get("meta", "backed-up"),
    ]);
    const backedUpAt = backedUp?.at ?? null;
    const looked = { lookedAt: this.#lookedAt, coming: this.#coming() };
    return { state: this.#state, waiting, backedUpAt, ...looked, notices };
  }

  /** @returns {SyncStatus["coming"]} */
  #coming() {
    if (this.#holdings.isWhole) return null;
    const here = this.#holdings.pieces;
    return { here, of: this.#all === null ? null : Math.max(this.#all, here) };
  }

  /** How much there is to come, while it is coming: where that cannot be asked, nobody waits for it. */
  #count() {
    if (this.#all !== null || this.#holdings.isWhole) return;
    const asked = this.#network.account();
    asked
      .then((/** @type {any} */ { readable }) => {
        this.#all = Number.isSafeInteger(readable) ? readable : null;
        return this.tell();
      })
      .catch(() => {});
  }

  /** @param {SyncState} state of the tab that syncs, as it tells the others */
  async heard(state) {
    if (this.#isRunning) return;
    this.#state = state;
    if (state !== "busy") for (const resolve of this.#resting.splice(0)) resolve();
    await this.tell();
  }

  /** @param {Pick<Notice, "type"|"item">} notice */
  async notify(notice) {
    await this.#holdings.db.apply([noticeWrite(notice)], "relaxed");
    await this.tell();
  }

  /** As `notify`, but what was dismissed once does not come again. @param {Pick<Notice, "type"|"item">} notice */
  async notifyOnce(notice) {
    const write = noticeWrite(notice);
    const known = await this.#holdings.db.get("notices", write.value.id);
    if (!known)
      await this.#holdings.db.apply([write], "relaxed").catch(() => this.pass(write.value));
  }

  /** @param {Notice} notice that needs no room on a full device */
  pass(notice) {
    this.#passing = [notice, ...this.#passing.filter(({ id }) => id !== notice.id)];
  }

  /** @param {string} id */
  async dismiss(id) {
    this.#passing = this.#passing.filter((notice) => notice.id !== id);
    const notice = await this.#holdings.db.get("notices", id);
    if (notice)
      await this.#holdings.db.apply(
        [{ put: "notices", value: { ...notice, dismissed: true } }],
        "relaxed",
      );
    await this.tell();
  }

  /** Tells the page how sync stands; nothing is read once it has stopped, since the store may be gone. */
  async tell() {
    if (this.#isStopped) return;
    this.#emit("sync", await this.status());
  }

  /** @returns {Promise<Notice[]>} */
  async #notices() {
    const stored = await this.#holdings.db.getAll("notices");
    // Two versions of a draft stand side by side in the list of drafts.
    const told = stored
      .filter(({ dismissed, item }) => !dismissed && !this.#isDraft(item))
      .map(({ id, type, item }) => ({ id, type, item }));
    return [...told, ...this.#passing, ...(this.#storage.isFull ? [FULL] : [])];
  }

  /** @param {string|null} item @returns {boolean} */
  #isDraft(item) {
    const shown = item === null ? null : this.#holdings.shown(item);
    return Boolean(shown && isDocument(shown, "draft"));
  }

  /** @template T @param {() => Promise<T>} hold @returns {Promise<T>} */
  async #hold(hold) {
    this.#isRunning = true;
    this.listen(this.#isSeen);
    try {
      return await hold();
    } finally {
      this.#isRunning = false;
      this.#following.stop();
    }
  }

  /** @param {string[]} items */
  #stored(items) {
    this.#library.reset();
    this.changed(items);
    this.tellLater();
  }

  /** @param {SyncState} state */
  async #told(state) {
    this.#state = state;
    if (state === "idle") this.#lookedAt = new Date(this.#lent.now()).toISOString();
    this.tellLater();
    if (state === "busy") return this.#count();
    this.#following.rested();
    const rested = this.#resting.splice(0);
    // The device may be locked meanwhile, or full: what was to be noted is noted the next time.
    if (state === "idle") await this.#settled().catch(() => {});
    if (state === "signed-out") await this.onSignedOut().catch(() => {});
    for (const resolve of rested) resolve();
  }

  /** Tells the page and the other tabs, when it can. */
  tellLater() {
    this.#lent.tell({ type: "sync", state: this.#state });
    // The device may be locked before the store has answered: then there is nobody to tell.
    this.tell().catch(() => {});
  }

  /** All has been seen: what did not come is missing, and what nobody waits for is backed up. */
  async #settled() {
    if (this.#isStopped) return;
    const { db } = this.#holdings;
    if ((await countWaiting(db)) === 0) {
      const at = new Date(this.#lent.now()).toISOString();
      await db.apply([{ put: "meta", key: "backed-up", value: { at } }], "relaxed");
    }
    if (!this.#isSwept)
      await this.#holdings.exclusive(async () => {
        await emptyTrash(this.#holdings, this.#lent.now());
        await forgetDrafts(this.#holdings);
      });
    this.#isSwept = true;
    await this.#tellGaps();
    await this.onSettled();
    await this.tell();
  }

  /** What was not handed out: of one's own each item, of a contact that there is something. What has come since is told no longer. */
  async #tellGaps() {
    const { db, session } = this.#holdings;
    const gaps = this.#holdings.gaps();
    const notices = gaps.map(({ id, log, foreign }) =>
      foreign
        ? noticeWrite({ type: "missing-theirs", item: session.peerByLog(log)?.id ?? null })
        : noticeWrite({ type: "missing", item: id }),
    );
    const due = new Map(notices.map((notice) => [notice.value.id, notice]));
    const told = await db.getAll("notices");
    for (const { id } of told) due.delete(id);
    const isOver = (/** @type {Notice} */ { type, item }) =>
      type === "missing" && !gaps.some(({ id }) => id === item);
    const over = told
      .filter(isOver)
      .map(({ id }) => ({ remove: /** @type {const} */ ("notices"), key: id }));
    if (due.size + over.length > 0) await db.apply([...due.values(), ...over], "relaxed");
  }
}
