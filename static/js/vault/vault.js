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
import { deviceWrite, readDevice } from "./device.js";
import { Dosings } from "./dosings.js";
import { Entries } from "./entries.js";
import { toVaultError } from "./errors.js";
import { Holdings } from "./holdings.js";
import { Library } from "./library.js";
import { openLocalRing, sealLocalRing } from "./local-ring.js";
import { LocalSeal } from "./local-seal.js";
import { Network } from "./network.js";
import { openRecord } from "./opening.js";
import { People } from "./people.js";
import { Session } from "./session.js";
import { Sharing } from "./sharing.js";
import { SyncStorage } from "./sync-storage.js";
import { Syncing } from "./syncing.js";
import { Unlocked } from "./unlocked.js";
import { VaultError } from "./vault-error.js";

/** @import { EntryDraft, Person, Status, Vault } from "./types.js" */
/** @import { Entered, NewAccount } from "./accounts.js" */
/** @import { Device } from "./device.js" */
/** @import { Lent, TabMessage } from "./lent.js" */
/** @import { NewOp } from "./outbox-change.js" */

/** @typedef {(type: "status"|"sync"|"changed", detail: any) => void} Emit */

/** What an unlocked vault can do, by noun. @typedef {{unlocked: Unlocked, entries: Entries, dosings: Dosings, people: People, sharing: Sharing}} Open */

export class LocalVault {
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
    this.#network = new Network(lent.origin, lent.fetch, lent.now);
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
      };
    const { name, role } = this.#open.unlocked.session.ring;
    return { state: "unlocked", handle: device?.handle ?? null, name, role };
  }

  /** @returns {Promise<string>} */
  async generatePassphrase() {
    const { words } = await this.#lent.content("words");
    return generatePassphrase(words);
  }

  /** @type {Vault["startSignUp"]} */
  async startSignUp(input) {
    this.#new = await prepareAccount(input, this.#lent.origin);
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
    await signInAgain(await this.#knownDevice(), passphrase, this.#network);
    if (!this.#open) return this.unlock({ passphrase });
    this.#open.unlocked.syncing.wake("signed-in");
    return this.status();
  }

  /** Drops the keys; whoever runs the vault then ends the worker. @returns {Promise<Status>} */
  async lock() {
    this.#open?.unlocked.syncing.stop();
    this.#open = null;
    this.#new = null;
    return this.#tellStatus();
  }

  /** @returns {Promise<{waiting: number}>} */
  async beforeRemoval() {
    const batches = await this.#db.getAll("outbox");
    const drafts = await this.#db.getAllKeys("drafts");
    return { waiting: batches.reduce((count, { ops }) => count + ops.length, 0) + drafts.length };
  }

  /** @returns {Promise<Status>} */
  async removeFromDevice() {
    this.#open?.unlocked.syncing.stop();
    this.#open = null;
    await this.#db.erase().catch(throwVaultError);
    this.#device = null;
    this.#lent.tell({ type: "removed" });
    // The words are gone from here whether or not the server hears of it.
    await this.#network.signOut().catch(() => {});
    return this.#tellStatus();
  }

  /** @type {Vault["entries"]} */
  async entries(input = {}) {
    return this.#opened().entries.list(input);
  }

  /** @type {Vault["find"]} */
  async find({ text }) {
    return this.#opened().unlocked.library.find(text);
  }

  /** @type {Vault["entry"]} */
  async entry(input) {
    return this.#opened().entries.open(input);
  }

  /** @type {Vault["saveDraft"]} */
  async saveDraft(draft) {
    return this.#opened().entries.saveDraft(draft);
  }

  /** @type {Vault["drafts"]} */
  async drafts() {
    return this.#opened().entries.drafts();
  }

  /** @type {Vault["discardDraft"]} */
  async discardDraft(input) {
    return this.#opened().entries.discardDraft(input);
  }

  /** @type {Vault["saveEntry"]} */
  async saveEntry(draft) {
    return this.#opened().entries.save(draft);
  }

  /**
   * Many new entries at once. Not for the page: benchmarks call it, and what reads an archive will.
   * @param {{drafts: EntryDraft[]}} input
   */
  async importMany({ drafts }) {
    return this.#opened().entries.importMany(drafts);
  }

  /** @type {Vault["deleteEntry"]} */
  async deleteEntry(input) {
    return this.#opened().entries.delete(input);
  }

  /** @type {Vault["restoreEntry"]} */
  async restoreEntry(input) {
    return this.#opened().entries.restore(input);
  }

  /** @type {Vault["dosings"]} */
  async dosings() {
    return this.#opened().unlocked.library.dosings();
  }

  /** @type {Vault["saveDosing"]} */
  async saveDosing(input) {
    return this.#opened().dosings.save(input);
  }

  /** @type {Vault["deleteDosing"]} */
  async deleteDosing(input) {
    return this.#opened().dosings.delete(input);
  }

  /** @type {Vault["timeline"]} */
  async timeline({ person } = {}) {
    const { unlocked } = this.#opened();
    const peer = person === undefined ? undefined : unlocked.peer(person);
    return {
      person: peer ? unlocked.library.person(peer) : null,
      ...unlocked.library.timeline(peer),
    };
  }

  /** @returns {Promise<Person[]>} */
  async people() {
    return this.#opened().people.list();
  }

  /** @type {Vault["createInvite"]} */
  async createInvite() {
    return this.#opened().people.createInvite();
  }

  /** @type {Vault["openInvite"]} */
  async openInvite(input) {
    return this.#opened().people.openInvite(input);
  }

  /** @type {Vault["acceptInvite"]} */
  async acceptInvite(input) {
    return this.#opened().people.acceptInvite(input);
  }

  /** @type {Vault["answers"]} */
  async answers() {
    return this.#opened().people.answers();
  }

  /** @type {Vault["confirmAnswer"]} */
  async confirmAnswer(input) {
    return this.#opened().people.confirmAnswer(input);
  }

  /** @type {Vault["safetyNumber"]} */
  async safetyNumber(input) {
    return this.#opened().people.safetyNumber(input);
  }

  /** @type {Vault["markCompared"]} */
  async markCompared(input) {
    return this.#opened().people.markCompared(input);
  }

  /** @type {Vault["share"]} */
  async share(input) {
    return this.#opened().sharing.share(input);
  }

  /** @type {Vault["unshare"]} */
  async unshare(input) {
    return this.#opened().sharing.unshare(input);
  }

  /** @type {Vault["closeLink"]} */
  async closeLink(input) {
    return this.#opened().sharing.closeLink(input);
  }

  /** @type {Vault["comment"]} */
  async comment(input) {
    return this.#opened().sharing.comment(input);
  }

  /** @type {Vault["review"]} */
  async review(input) {
    return this.#opened().sharing.review(input);
  }

  /** @type {Vault["syncStatus"]} */
  async syncStatus() {
    return this.#opened().unlocked.syncing.status();
  }

  /** @type {Vault["syncNow"]} */
  async syncNow() {
    const { syncing } = this.#opened().unlocked;
    await syncing.round();
    return syncing.status();
  }

  /** @type {Vault["dismissNotice"]} */
  async dismissNotice({ id }) {
    return this.#opened().unlocked.syncing.dismiss(id);
  }

  /** @type {Vault["serverKnows"]} */
  async serverKnows() {
    this.#opened();
    return this.#network.account();
  }

  /** The page has come to the front, or the network has come back. @param {"online"|"focus"} reason */
  wake(reason) {
    this.#open?.unlocked.syncing.wake(reason);
  }

  /** @param {TabMessage} message of another tab */
  async heard(message) {
    if (message.type === "removed") {
      this.#device = undefined;
      await this.#db.close();
      await this.lock();
    }
    if (!this.#open) return;
    const { holdings, library, syncing } = this.#open.unlocked;
    if (message.type === "wake") syncing.wake("op");
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
  async #settleIn({ session, device }, ops) {
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
    this.#open = {
      unlocked,
      entries,
      dosings: new Dosings(unlocked),
      people: new People(unlocked),
      sharing: new Sharing(unlocked, entries),
    };
    syncing.start();
    return this.#tellStatus();
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

/** @param {Holdings} holdings @param {NewAccount} account @param {number} now */
async function storeFirstRecords(holdings, { records }, now) {
  const opened = [];
  for (const record of records) opened.push(await openRecord(holdings, record, now));
  const last = /** @type {typeof opened[number]} */ (opened.at(-1));
  const { log, seq, hash } = last;
  const heads = { [log]: { seq, hash, shown: seq, mine: true } };
  const storage = new SyncStorage(holdings, () => {});
  await storage.commit({ durability: "strict", records: opened, heads }).catch(throwVaultError);
}

/** @param {unknown} error @returns {never} */
function throwVaultError(error) {
  throw toVaultError(error);
}
