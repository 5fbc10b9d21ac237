// The vault as the worker runs it: every method of `Vault` (types.js), and the events. Keys and words live here and nowhere else.

import { generatePassphrase } from "../protocol/passphrase.js";
import { openRing } from "../protocol/ring.js";
import { Database } from "../store/database.js";
import { parseHeader } from "../wire/headers.js";
import {
  checkCharacters,
  makeAccount,
  prepareAccount,
  signIn,
  signInAgain,
  unlockDevice,
} from "./accounts.js";
import { Assignments } from "./assignments.js";
import { Boundaries } from "./boundaries.js";
import { CALLS } from "./calls.js";
import { Captures } from "./captures.js";
import { Caseload } from "./caseload.js";
import { CommentAnswers } from "./comment-answers.js";
import { Copies } from "./copies.js";
import { deviceWrite, readDevice } from "./device.js";
import { Documents } from "./documents.js";
import { Dosings } from "./dosings.js";
import { Drafts } from "./drafts.js";
import { Earlier } from "./earlier.js";
import { Entries } from "./entries.js";
import { askErasure, eraseNow, isErased, readErasure, takeBackErasure } from "./erasure.js";
import { toVaultError } from "./errors.js";
import { Holdings } from "./holdings.js";
import { Library } from "./library.js";
import { openLocalRing, sealLocalRing } from "./local-ring.js";
import { LocalSeal } from "./local-seal.js";
import { Network } from "./network.js";
import { Notes } from "./notes.js";
import { openRecord } from "./opening.js";
import { Packs } from "./packs.js";
import { People } from "./people.js";
import { Quiet } from "./quiet.js";
import { Receipts } from "./receipts.js";
import { Requests } from "./requests.js";
import { SeriesBook } from "./series.js";
import { Session } from "./session.js";
import { Sharing } from "./sharing.js";
import { SyncStorage } from "./sync-storage.js";
import { Syncing } from "./syncing.js";
import { Unlocked } from "./unlocked.js";
import { VaultError } from "./vault-error.js";
import { countWaiting } from "./waiting.js";

/** @import { EntryDraft, Status, Vault } from "./types.js" */
/** @import { Entered, NewAccount } from "./accounts.js" */
/** @import { Open } from "./calls.js" */
/** @import { Device } from "./device.js" */
/** @import { Lent, TabMessage } from "./lent.js" */
/** @import { NewOp } from "./outbox-change.js" */

/** @typedef {(type: "status"|"sync"|"changed"|"lock", detail: any) => void} Emit  lock: another tab was locked, and this one is to follow */

class LocalVault {
  #lent;
  #emit;
  #db;
  #network;
  /** @type {Device | null | undefined} undefined: not read yet */
  #device;
  /** @type {Open | null} */
  #open = null;
  /** @type {NewAccount | null} */
  #new = null;

  /**
   * @param {Lent} lent
   * @param {Emit} emit
   */
  constructor(lent, emit) {
    this.#lent = lent;
    this.#emit = emit;
    this.#db = new Database(lent.databaseName);
    this.#network = new Network(lent.origin, lent.fetch, lent.now, (ms, fire) =>
      lent.clock.after(ms, fire),
    );
  }

  static {
    /** @type {[string, (open: Open, input: any) => unknown][]} */
    const calls = Object.entries(CALLS);
    for (const [name, call] of calls) {
      /** @this {LocalVault} @param {any} input */
      async function method(input) {
        return call(this.#opened(), input);
      }
      Object.defineProperty(LocalVault.prototype, name, { value: method });
    }
  }

  /** @returns {Promise<Status>} */
  async status() {
    const device = await this.#readDevice();
    if (!this.#open)
      return {
        state: device ? "locked" : "empty",
        handle: device?.handle ?? null,
        name: null,
        role: null,
        captures: Boolean(device?.capture),
      };
    const { name, role } = this.#open.unlocked.session.ring;
    const captures = Boolean(device?.capture);
    return { state: "unlocked", handle: device?.handle ?? null, name, role, captures };
  }

  /** @returns {Promise<string>} */
  async generatePassphrase() {
    const { words } = await this.#lent.content("words");
    return generatePassphrase(words);
  }

  /** @type {Vault["startSignUp"]} */
  async startSignUp(input) {
    const { words } = await this.#lent.content("guessable");
    this.#new = await prepareAccount(input, this.#lent.origin, words);
    const { kitCode, ask } = this.#new;
    return { kitCode, ask };
  }

  /** @type {Vault["finishSignUp"]} */
  async finishSignUp({ characters, code }) {
    const account = this.#new;
    if (!account) throw new VaultError("not-found");
    checkCharacters(account, characters);
    if (!account.isMade) await makeAccount(account, this.#network, code);
    account.isMade = true;
    const holdings = await this.#settleIn(account.entered, []);
    await storeFirstRecords(holdings, account, this.#lent.now());
    this.#new = null;
    return this.#enter(holdings);
  }

  /** @type {Vault["signIn"]} */
  async signIn(input) {
    if (await this.#readDevice()) throw new VaultError("locked");
    const entered = await signIn(input, this.#lent.origin, this.#network);
    const { own } = entered.session;
    return this.#enter(await this.#settleIn(entered, [{ kind: "device", log: own }]));
  }

  /** @type {Vault["unlock"]} */
  async unlock({ passphrase }) {
    if (this.#open) return this.status();
    const device = await this.#knownDevice();
    const accountKey = await unlockDevice(device, passphrase);
    const stored = await this.#db.get("meta", "ring").catch(throwVaultError);
    const local = new LocalSeal(accountKey, device.idPk);
    const ring = stored && (await openLocalRing(local, stored.sealed).catch(() => null));
    const session = await Session.of(
      accountKey,
      ring ?? (await this.#ringOfRecords(accountKey, device)),
    );
    const holdings = new Holdings(this.#db, session);
    await holdings.load();
    return this.#enter(holdings);
  }

  /** @type {Vault["signInAgain"]} */
  async signInAgain({ passphrase }) {
    const device = await this.#knownDevice();
    await signInAgain(device, passphrase, this.#network).catch(async (error) => {
      const isRefused = error instanceof VaultError && error.reason === "sign-in-failed";
      if (isRefused && (await isErased(this.#network, device.idPk)))
        throw new VaultError("erased", error);
      throw error;
    });
    if (!this.#open) return this.unlock({ passphrase });
    this.#open.unlocked.syncing.wake("signed-in");
    return this.status();
  }

  /** Drops the keys, and has the other tabs follow; whoever runs the vault then ends the worker. @returns {Promise<Status>} */
  async lock() {
    if (this.#open) this.#lent.tell({ type: "locked" });
    this.#open?.unlocked.syncing.stop();
    this.#open = null;
    this.#new = null;
    return this.#tellStatus();
  }

  /** @returns {Promise<{waiting: number}>} */
  async beforeRemoval() {
    return { waiting: await countWaiting(this.#db).catch(throwVaultError) };
  }

  /** @returns {Promise<Status>} */
  async removeFromDevice() {
    this.#open?.unlocked.syncing.stop();
    this.#open = null;
    await this.#db.erase().catch(throwVaultError);
    this.#device = null;
    this.#lent.tell({ type: "removed" });
    // The words are gone from here whether or not the server hears of it.
    await this.endSession();
    return this.#tellStatus();
  }

  /** @returns {Promise<boolean>} the server takes this device's session no longer; false: it could not be asked */
  async endSession() {
    const ended = this.#network.signOut().then(() => true);
    return ended.catch(({ kind }) => kind === "signed-out");
  }

  /**
   * Many new entries at once. Not for the page: benchmarks call it, and what reads an archive will.
   * @param {{drafts: EntryDraft[]}} input
   */
  async importMany({ drafts }) {
    return this.#opened().entries.importMany(drafts);
  }

  /** @type {Vault["erasure"]} */
  async erasure() {
    return readErasure(this.#opened().unlocked);
  }

  /** @type {Vault["askErasure"]} */
  async askErasure({ passphrase }) {
    const { unlocked } = this.#opened();
    await askErasure(unlocked, await this.#knownDevice(), passphrase);
    await this.#tellErasing();
  }

  /** @type {Vault["takeBackErasure"]} */
  async takeBackErasure() {
    const { unlocked } = this.#opened();
    await takeBackErasure(unlocked);
    await unlocked.syncing.dismiss("erasing");
  }

  /** @type {Vault["eraseNow"]} */
  async eraseNow({ kitCode }) {
    const { unlocked } = this.#opened();
    const receipt = await eraseNow(unlocked, await this.#knownDevice(), kitCode);
    await this.#passErased(unlocked);
    return receipt;
  }

  /** Whichever device has asked for it, each says so once it is unlocked and has seen the server. */
  async #tellErasing() {
    if (!this.#open) return;
    const { unlocked } = this.#open;
    const state = await readErasure(unlocked).catch(() => null);
    if (!state || state.due === null) return;
    unlocked.syncing.pass({ id: "erasing", type: "erasing", item: null });
    await unlocked.syncing.tell();
  }

  /** The server takes this session no longer: perhaps because there is no account. @param {Unlocked} unlocked */
  async #tellErased(unlocked) {
    const { network, session } = unlocked;
    if (await isErased(network, session.idPk)) await this.#passErased(unlocked);
  }

  /** @param {Unlocked} unlocked */
  async #passErased({ syncing }) {
    syncing.pass({ id: "erased", type: "erased", item: null });
    await syncing.dismiss("erasing");
  }

  /** @returns {Promise<object>} */
  async serverKnows() {
    this.#opened();
    return this.#network.account();
  }

  /**
   * The page has come to the front, the network has come back, or what stands on the screen may have been changed by somebody.
   * @param {"online"|"focus"|"look"} reason
   */
  async wake(reason) {
    if (!this.#open) return;
    this.#open.unlocked.syncing.wake(reason === "look" ? "focus" : reason);
    if (reason === "look") await this.#open.people.look();
  }

  /** @param {TabMessage} message of another tab */
  async heard(message) {
    if (message.type === "removed") {
      this.#device = undefined;
      await this.#db.close();
      await this.lock();
    }
    if (!this.#open) return;
    // The page keeps what is being typed before it locks.
    if (message.type === "locked") return this.#emit("lock", null);
    const { holdings, library, syncing } = this.#open.unlocked;
    if (message.type === "wake") syncing.roused();
    if (message.type === "sync") await syncing.heard(message.state);
    if (message.type !== "changed") return;
    await holdings.refresh();
    library.reset();
    this.#emit("changed", { items: message.items });
    await syncing.tell();
  }

  /** @returns {Open} @throws {VaultError} `locked` */
  #opened() {
    if (!this.#open) throw new VaultError("locked");
    return this.#open;
  }

  /**
   * Everything a newly signed-in device keeps, in one transaction.
   * @param {Entered} entered
   * @param {NewOp[]} ops
   * @returns {Promise<Holdings>}
   */
  async #settleIn({ session, device, promised }, ops) {
    const sealed = await sealLocalRing(session.local, session.ring);
    const batch = {
      n: 1,
      length: ops.length,
      ops: ops.map((op, i) => ({ ...op, n: 1 + i })),
      pack: null,
      lines: null,
    };
    await this.#db
      .apply(
        [
          deviceWrite(device),
          { put: "meta", key: "ring", value: { version: 1, sealed } },
          ...(promised
            ? [{ put: /** @type {const} */ ("meta"), key: "promised", value: { places: promised } }]
            : []),
          ...(ops.length > 0 ? [{ put: /** @type {const} */ ("outbox"), value: batch }] : []),
        ],
        "strict",
      )
      .catch(throwVaultError);
    this.#device = device;
    const holdings = new Holdings(this.#db, session);
    await holdings.load();
    return holdings;
  }

  /** @param {Holdings} holdings @returns {Promise<Status>} */
  async #enter(holdings) {
    const library = new Library(holdings);
    const syncing = new Syncing(this.#lent, holdings, this.#network, library, this.#emit);
    const unlocked = new Unlocked(this.#lent, holdings, this.#network, library, syncing);
    const entries = new Entries(unlocked);
    const sharing = new Sharing(unlocked, entries);
    const series = new SeriesBook(unlocked, sharing);
    const people = new People(unlocked);
    const earlier = new Earlier(unlocked, entries);
    const drafts = new Drafts(unlocked);
    syncing.onForeignKey = (log) => people.distrust(log);
    this.#open = {
      unlocked,
      entries,
      assignments: new Assignments(unlocked),
      boundaries: new Boundaries(unlocked),
      caseload: new Caseload(unlocked),
      copies: new Copies(unlocked, { entries, earlier, drafts }),
      earlier,
      drafts,
      dosings: new Dosings(unlocked),
      documents: new Documents(unlocked),
      notes: new Notes(unlocked),
      quiet: new Quiet(unlocked, sharing),
      packs: new Packs(unlocked),
      people,
      answers: new CommentAnswers(unlocked, entries),
      receipts: new Receipts(unlocked, sharing),
      requests: new Requests(unlocked),
      series,
      sharing,
    };
    let isTold = false;
    syncing.onSettled = async () => {
      await series.upkeep();
      if (isTold) return;
      isTold = true;
      await this.#tellErasing();
    };
    syncing.onSignedOut = () => this.#tellErased(unlocked);
    syncing.start();
    // A full device opens all the same.
    await this.#allowCapture(holdings.session).catch(() => {});
    await new Captures(unlocked).file();
    await this.#open.drafts.backUp().catch(() => {});
    await this.#open.boundaries.tellAll().catch(() => {});
    return this.#tellStatus();
  }

  /** So that words can be taken while this device is locked, under the newest key. @param {Session} session */
  async #allowCapture(session) {
    const { ring } = session;
    const device = await this.#knownDevice();
    const epoch = Math.max(...ring.kem.map((one) => one.epoch));
    if (ring.role !== "patient" || device.capture?.epoch === epoch) return;
    const [newest] = await session.kems();
    const capture = newest ? { epoch, kemPk: newest.public } : null;
    const next = { ...device, capture };
    await this.#db.apply([deviceWrite(next)], "strict");
    this.#device = next;
  }

  /**
   * The local ring is gone or broken: the newest one of the log does, and what it lacks comes with the next sync.
   * @param {import("../wire/encoding.js").Bytes} accountKey
   * @param {Device} device
   */
  async #ringOfRecords(accountKey, { idPk }) {
    const records = await this.#db.getAll("records");
    const ring = records.findLast(({ type }) => type === "ring");
    if (!ring) throw new VaultError("storage-failed");
    const { generation } = parseHeader(new Uint8Array(ring.header));
    return openRing(accountKey, idPk, generation, new Uint8Array(ring.payload));
  }

  async #readDevice() {
    if (this.#device === undefined)
      this.#device = await readDevice(this.#db).catch(throwVaultError);
    return this.#device;
  }

  /** @returns {Promise<Device>} */
  async #knownDevice() {
    const device = await this.#readDevice();
    if (!device) throw new VaultError("not-found");
    return device;
  }

  /** @returns {Promise<Status>} */
  async #tellStatus() {
    const status = await this.status();
    this.#emit("status", status);
    return status;
  }
}

/**
 * @param {Lent} lent
 * @param {Emit} emit
 * @returns {LocalVault & Vault}
 */
export function createVault(lent, emit) {
  return /** @type {LocalVault & Vault} */ (new LocalVault(lent, emit));
}

/** @param {Holdings} holdings @param {NewAccount} account @param {number} now */
async function storeFirstRecords(holdings, { records }, now) {
  const opened = [];
  for (const record of records) opened.push(await openRecord(holdings, record, now));
  const last = /** @type {typeof opened[number]} */ (opened.at(-1));
  const { log, seq, hash } = last;
  const heads = { [log]: { seq, hash, shown: seq, mine: true } };
  const storage = new SyncStorage(holdings, () => {});
  await storage
    .commit({ durability: "strict", records: opened, heads, whole: true })
    .catch(throwVaultError);
}

/** @param {unknown} error @returns {never} */
function throwVaultError(error) {
  throw toVaultError(error);
}
