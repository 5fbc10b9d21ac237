// The vault as the worker runs it: every method of `Vault` (types.js), and the events. Keys and words live here and nowhere else.

import { pepper } from "../../protocol/credentials.js";
import { kitToText, textToKit } from "../../protocol/kit.js";
import { generatePassphrase } from "../../protocol/passphrase.js";
import { openRing } from "../../protocol/ring.js";
import { Database } from "../../store/database.js";
import { isEqual } from "../../wire/encoding.js";
import { parseHeader } from "../../wire/headers.js";
import { deviceWrite, readDevice } from "../device/device.js";
import { Holdings } from "../device/holdings.js";
import { Library } from "../device/library.js";
import { openLocalRing, sealLocalRing } from "../device/local-ring.js";
import { LocalSeal } from "../device/local-seal.js";
import { Session } from "../device/session.js";
import { Unlocked } from "../device/unlocked.js";
import { countWaiting } from "../device/waiting.js";
import { toVaultError } from "../errors.js";
import { SetAside } from "../journal/aside.js";
import { Assignments } from "../journal/assignments.js";
import { Boundaries, boundaryGrants } from "../journal/boundaries.js";
import { Captures } from "../journal/captures.js";
import { Caseload } from "../journal/caseload.js";
import { CommentAnswers } from "../journal/comment-answers.js";
import { Copies } from "../journal/copies.js";
import { Documents } from "../journal/documents.js";
import { Dosings } from "../journal/dosings.js";
import { Drafts } from "../journal/drafts.js";
import { Earlier } from "../journal/earlier.js";
import { Entries } from "../journal/entries.js";
import { Notes } from "../journal/notes.js";
import { Packs } from "../journal/packs.js";
import { People } from "../journal/people.js";
import { Quiet } from "../journal/quiet.js";
import { Receipts } from "../journal/receipts.js";
import { Requests } from "../journal/requests.js";
import { SeriesBook } from "../journal/series.js";
import { Sharing } from "../journal/sharing.js";
import { makeKit, openByKit, renewDevice, replaceCredentials } from "../keys/access.js";
import {
  checkCharacters,
  checkNewPassphrase,
  makeAccount,
  newPassword,
  prepareAccount,
  secretOf,
  signIn,
  signInAgain,
  signUpFaults,
  unlockDevice,
} from "../keys/accounts.js";
import { nameDevice } from "../keys/devices.js";
import { askErasure, eraseNow, isErased, readErasure, takeBackErasure } from "../keys/erasure.js";
import { Network } from "../network.js";
import { openRecord } from "../sync/opening.js";
import { SyncStorage } from "../sync/sync-storage.js";
import { Syncing } from "../sync/syncing.js";
import { VaultError } from "../vault-error.js";
import { CALLS } from "./calls.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { Device } from "../device/device.js" */
/** @import { NewOp } from "../device/outbox-change.js" */
/** @import { ByKit, NewKit } from "../keys/access.js" */
/** @import { Entered, NewAccount } from "../keys/accounts.js" */
/** @import { Lent, TabMessage } from "../lent.js" */
/** @import { Status, Vault } from "../types.js" */
/** @import { Open } from "./calls.js" */

/** @typedef {(type: "status"|"sync"|"changed"|"lock", detail: any) => void} Emit  lock: another tab was locked, and this one is to follow */

/** A kit that was made and may hold: sealed, in `meta`. */
const NEW_KIT = "new-kit";
/** So long a wrong passphrase waits for the server at the lock. */
const RENEW_MS = 5_000;

class LocalVault {
  #lent;
  #emit;
  #db;
  #network;
  /** @type {Device | null | undefined} undefined: not read yet */
  #device;
  /** @type {Open | null} */
  #open = null;
  #isSeen = false;
  /** @type {NewAccount | null} */
  #new = null;
  /** @type {ByKit | null} */
  #byKit = null;
  /** @type {NewKit | null} */
  #newKit = null;

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

  /** @type {Vault["checkSignUp"]} */
  async checkSignUp(input) {
    const { words } = await this.#lent.content("guessable");
    return signUpFaults(input, words);
  }

  /** @type {Vault["startSignUp"]} */
  async startSignUp(input) {
    const { words } = await this.#lent.content("guessable");
    this.#new = await prepareAccount(input, this.#lent.origin, words);
    const { kitCode, ask } = this.#new;
    return { kitCode, ask };
  }

  /** @type {Vault["finishSignUp"]} */
  async finishSignUp({ characters, code, consent }) {
    const account = this.#new;
    if (!account) throw new VaultError("not-found");
    checkCharacters(account, characters);
    if (!account.isMade) await makeAccount(account, this.#network, code);
    account.isMade = true;
    const holdings = await this.#settleIn(account.entered, []);
    await storeFirstRecords(holdings, account, this.#lent.now());
    this.#new = null;
    return this.#enter(holdings, consent);
  }

  /** @type {Vault["signIn"]} */
  async signIn(input) {
    if (await this.#readDevice()) throw new VaultError("locked");
    const entered = await signIn(input, this.#lent.origin, this.#network);
    const { own } = entered.session;
    await this.#enter(await this.#settleIn(entered, [{ kind: "device", log: own }]));
    return this.#followKit(textToKit(input.kitCode));
  }

  /** @type {Vault["startRecovery"]} */
  async startRecovery({ handle, kitCode }) {
    const device = await this.#readDeviceAnew();
    const asked = { handle: device?.handle ?? handle, kitCode };
    const opened = await openByKit(asked, this.#lent.origin, this.#network);
    if (device && !isEqual(device.idPk, opened.session.idPk))
      throw new VaultError("sign-in-failed");
    this.#byKit = opened;
    return { handle: opened.handle, name: opened.session.ring.name };
  }

  /** @type {Vault["finishRecovery"]} */
  async finishRecovery({ passphrase }) {
    const opened = this.#byKit;
    if (!opened) throw new VaultError("not-found");
    const { handle, kit, key, session, promised } = opened;
    await this.#checkNew(passphrase, [handle, session.ring.name]);
    const made = await newPassword(passphrase, kit, handle, session);
    const { origin } = this.#lent;
    const { idPk, own } = session;
    await replaceCredentials(key, [made], { origin, idPk }, this.#network);
    const { credential, pepper } = made;
    const known = await this.#readDeviceAnew();
    if (known) await this.#keepDevice({ ...known, credential, pepper });
    const device = { handle, origin, idPk, pepper, credential, capture: null };
    const holdings = known
      ? await this.#holdingsOf(session.accountKey, known)
      : await this.#settleIn({ session, device, promised }, [{ kind: "device", log: own }]);
    this.#byKit = null;
    await this.#enter(holdings);
    return this.#followKit(kit);
  }

  /** @type {Vault["changePassphrase"]} */
  async changePassphrase({ passphrase, next }) {
    const { session } = this.#opened().unlocked;
    const device = await this.#provenDevice(passphrase);
    await this.#checkNew(next, [device.handle, session.ring.name]);
    try {
      await signInAgain(device, passphrase, this.#network);
    } catch (error) {
      if (toVaultError(error).reason !== "sign-in-failed") throw error;
      // Done before, perhaps, when the answer was lost; else it was changed elsewhere.
      await this.#renew(device, device.pepper, next).catch(() => changedElsewhere(error));
      this.#nameDevice();
      return;
    }
    const made = await newPassword(next, session.ring.kit, device.handle, session);
    const key = { id: device.credential.id, x: await secretOf(device, passphrase) };
    await replaceCredentials(key, [made], device, this.#network);
    this.#nameDevice();
    const { credential, pepper } = made;
    await this.#keepDevice({ ...device, credential, pepper });
  }

  /** @type {Vault["showKit"]} */
  async showKit({ passphrase }) {
    const { session } = this.#opened().unlocked;
    const { handle } = await this.#provenDevice(passphrase);
    return { kitCode: kitToText(session.ring.kit), handle };
  }

  /** @type {Vault["startNewKit"]} */
  async startNewKit({ passphrase }) {
    const { session } = this.#opened().unlocked;
    const device = await this.#provenDevice(passphrase);
    await signInAgain(device, passphrase, this.#network).catch((error) => {
      if (toVaultError(error).reason === "sign-in-failed") changedElsewhere(error);
      throw error;
    });
    this.#newKit = await makeKit(session, device, passphrase);
    const { kitCode, ask } = this.#newKit;
    return { kitCode, ask, handle: device.handle };
  }

  /** @type {Vault["finishNewKit"]} */
  async finishNewKit({ characters }) {
    const { session } = this.#opened().unlocked;
    const shown = this.#newKit;
    if (!shown) throw new VaultError("not-found");
    checkCharacters(shown, characters);
    const device = await this.#knownDevice();
    const { kit, key, made, pepper } = shown;
    // First of all: cut off from here on, the device finds out at the next unlocking which of the two kits holds.
    const sealed = await session.local.seal("kit", "new", kit);
    await this.#db.apply([{ put: "meta", key: NEW_KIT, value: { sealed } }], "strict");
    await replaceCredentials(key, made, device, this.#network);
    this.#nameDevice();
    const [password] = made;
    const credential = /** @type {typeof made[number]} */ (password).credential;
    await this.#keepKit(kit, { ...device, credential, pepper });
    this.#newKit = null;
  }

  /** @type {Vault["unlock"]} */
  async unlock({ passphrase }) {
    const known = this.#open && this.#device;
    // Nobody is kept from words that are open by a store that cannot be read.
    await this.#readDeviceAnew().catch((error) => {
      if (!known) throw error;
      this.#device = known;
    });
    const device = await this.#knownDevice();
    const accountKey = await unlockDevice(device, passphrase).catch((error) =>
      this.#unlockRenewed(device, passphrase, error),
    );
    if (this.#open) return this.status();
    await this.#enter(await this.#holdingsOf(accountKey, device));
    await this.#settleKit(passphrase).catch(() => {});
    return this.status();
  }

  /**
   * @param {Bytes} accountKey
   * @param {Device} device
   */
  async #holdingsOf(accountKey, device) {
    const stored = await this.#db.get("meta", "ring").catch(throwVaultError);
    const local = new LocalSeal(accountKey, device.idPk);
    const ring = stored && (await openLocalRing(local, stored.sealed).catch(() => null));
    const session = await Session.of(
      accountKey,
      ring ?? (await this.#ringOfRecords(accountKey, device)),
    );
    const holdings = new Holdings(this.#db, session);
    await holdings.load();
    return holdings;
  }

  /** @type {Vault["signInAgain"]} */
  async signInAgain({ passphrase }) {
    await this.#readDeviceAnew();
    const device = await this.#knownDevice();
    await signInAgain(device, passphrase, this.#network).catch((error) =>
      this.#signInRenewed(device, passphrase, error),
    );
    if (!this.#open) return this.unlock({ passphrase });
    this.#open.unlocked.syncing.wake("signed-in");
    this.#nameDevice();
    return this.status();
  }

  /** Drops the keys, and has the other tabs follow; whoever runs the vault then ends the worker. @returns {Promise<Status>} */
  async lock() {
    if (this.#open) this.#lent.tell({ type: "locked" });
    this.#open?.unlocked.syncing.stop();
    this.#open = null;
    this.#new = null;
    this.#byKit = null;
    this.#newKit = null;
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
    const erased = await eraseNow(unlocked, await this.#knownDevice(), kitCode);
    await this.#passErased(unlocked);
    return erased;
  }

  /** For the list on one's other devices, with a session that has no name yet. Nobody waits for it. @returns {Promise<boolean>} whether that was not in vain */
  async #nameDevice() {
    if (!this.#open) return false;
    const named = nameDevice(this.#open.unlocked, this.#lent.deviceName);
    return named.then(
      () => true,
      () => false,
    );
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

  /** @param {boolean} isSeen whether somebody sees the page */
  async seen(isSeen) {
    this.#isSeen = isSeen;
    this.#open?.unlocked.syncing.listen(isSeen);
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

  /** @param {Holdings} holdings @param {{[member: string]: any}} [consent] that was given with the sign-up @returns {Promise<Status>} */
  async #enter(holdings, consent) {
    const library = new Library(holdings);
    const syncing = new Syncing(this.#lent, holdings, this.#network, library, this.#emit);
    const unlocked = new Unlocked(this.#lent, holdings, this.#network, library, syncing);
    const entries = new Entries(unlocked);
    const sharing = new Sharing(unlocked, entries);
    const series = new SeriesBook(unlocked, sharing);
    const people = new People(unlocked);
    const earlier = new Earlier(unlocked, entries);
    const drafts = new Drafts(unlocked);
    const aside = new SetAside(unlocked, drafts);
    syncing.onLinked = (log) => boundaryGrants(holdings, log);
    syncing.onForeignKey = (log) => people.distrust(log);
    this.#open = {
      unlocked,
      entries,
      aside,
      assignments: new Assignments(unlocked),
      boundaries: new Boundaries(unlocked),
      caseload: new Caseload(unlocked),
      copies: new Copies(unlocked, { aside, entries, earlier, drafts }),
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
    let isNamed = false;
    const name = async () => {
      isNamed = true;
      isNamed = await this.#nameDevice();
    };
    syncing.onSettled = async () => {
      if (!isNamed) name();
      await series.upkeep();
      if (isTold) return;
      isTold = true;
      await this.#tellErasing();
    };
    syncing.onSignedOut = () => this.#tellErased(unlocked);
    syncing.listen(this.#isSeen);
    syncing.start();
    // A full device opens all the same.
    await this.#allowCapture(holdings.session).catch(() => {});
    await new Captures(unlocked).file();
    await this.#open.drafts.backUp().catch(() => {});
    await this.#open.boundaries.tellAll().catch(() => {});
    // What could not be kept is asked for once more.
    const { documents } = this.#open;
    if (consent) await documents.save({ kind: "consent", body: consent }).catch(() => {});
    return this.#tellStatus();
  }

  /** So that words can be taken while this device is locked, under the newest key. @param {Session} session */
  async #allowCapture(session) {
    const { ring } = session;
    await this.#readDeviceAnew();
    const device = await this.#knownDevice();
    const epoch = Math.max(...ring.kem.map((one) => one.epoch));
    if (ring.role !== "patient" || device.capture?.epoch === epoch) return;
    const [newest] = await session.kems();
    const capture = newest ? { epoch, kemPk: newest.public } : null;
    await this.#keepDevice({ ...device, capture });
  }

  /** @param {Device} device */
  async #keepDevice(device) {
    await this.#db.apply([deviceWrite(device)], "strict").catch(throwVaultError);
    this.#device = device;
  }

  /** @param {string} passphrase @param {string[]} names */
  async #checkNew(passphrase, names) {
    const { words } = await this.#lent.content("guessable");
    checkNewPassphrase(passphrase, names, words);
  }

  /** This device, whose passphrase this is, with what was cut off settled. @param {string} passphrase @returns {Promise<Device>} */
  async #provenDevice(passphrase) {
    await this.#readDeviceAnew();
    await unlockDevice(await this.#knownDevice(), passphrase);
    await this.#settleKit(passphrase);
    return this.#knownDevice();
  }

  /** What the server has in the place of this device's credential, kept here. @param {Device} device @param {Bytes} pepper K @param {string} passphrase */
  async #renew(device, pepper, passphrase) {
    const renewed = await renewDevice(device, pepper, passphrase, this.#network);
    await this.#keepDevice(renewed.device);
    return renewed;
  }

  /**
   * Typed at the lock and not this device's passphrase: perhaps the one that was chosen elsewhere meanwhile.
   * @param {Device} device
   * @param {string} passphrase
   * @param {unknown} error why it did not open
   * @returns {Promise<Bytes>} A
   */
  async #unlockRenewed(device, passphrase, error) {
    if (toVaultError(error).reason !== "wrong-passphrase") throw error;
    const late = new Promise((_, reject) => this.#lent.clock.after(RENEW_MS, () => reject(error)));
    const renewed = this.#renew(device, device.pepper, passphrase).catch(() => {
      throw error;
    });
    return (await Promise.race([renewed, late])).accountKey;
  }

  /**
   * The server does not take this device's credential any more, or this is not its passphrase.
   * @param {Device} device
   * @param {string} passphrase
   * @param {unknown} error
   */
  async #signInRenewed(device, passphrase, error) {
    const { reason } = toVaultError(error);
    if (reason !== "sign-in-failed" && reason !== "wrong-passphrase") throw error;
    const kit = this.#open?.unlocked.session.ring.kit;
    const peppers = [device.pepper, ...(kit ? [await pepper(kit)] : [])];
    for (const one of peppers) {
      const renewed = await this.#renew(device, one, passphrase).catch(() => null);
      if (renewed) return;
    }
    if (reason !== "sign-in-failed") throw error;
    if (await isErased(this.#network, device.idPk)) throw new VaultError("erased", error);
    changedElsewhere(error);
  }

  /** A new kit that was cut off between the server's yes and this device: now one knows. @param {string} passphrase */
  async #settleKit(passphrase) {
    const { local } = this.#opened().unlocked.session;
    const waits = await this.#db.get("meta", NEW_KIT).catch(throwVaultError);
    if (!waits) return;
    const kit = await local.open("kit", "new", waits.sealed);
    const device = await this.#knownDevice();
    try {
      const renewed = await renewDevice(device, await pepper(kit), passphrase, this.#network);
      await this.#keepKit(kit, renewed.device);
    } catch (error) {
      if (toVaultError(error).reason !== "sign-in-failed") throw error;
      await this.#db.apply([{ remove: "meta", key: NEW_KIT }], "strict").catch(throwVaultError);
    }
  }

  /** The kit that the server has taken, in the ring and under this device's passphrase. @param {Bytes} kit R @param {Device} device */
  async #keepKit(kit, device) {
    await this.#opened().unlocked.save({
      ops: [],
      ring: (ring) => ({ ...ring, kit }),
      writes: async () => [deviceWrite(device), { remove: "meta", key: NEW_KIT }],
    });
    this.#device = device;
  }

  /** The kit that has just let somebody in is the one that holds, whatever the ring says: it was cut off before it was told. @param {Bytes} kit R */
  async #followKit(kit) {
    const { unlocked } = this.#opened();
    if (!isEqual(unlocked.session.ring.kit, kit))
      await unlocked.save({ ops: [], ring: (ring) => ({ ...ring, kit }) });
    return this.status();
  }

  /**
   * The local ring is gone or broken: the newest one of the log does, and what it lacks comes with the next sync.
   * @param {import("../../wire/encoding.js").Bytes} accountKey
   * @param {Device} device
   */
  async #ringOfRecords(accountKey, { idPk }) {
    const records = await this.#db.getAll("records");
    const ring = records.findLast(({ type }) => type === "ring");
    if (!ring) throw new VaultError("storage-failed");
    const { generation } = parseHeader(new Uint8Array(ring.header));
    return openRing(accountKey, idPk, generation, new Uint8Array(ring.payload));
  }

  /** Another tab may have written it. */
  async #readDeviceAnew() {
    this.#device = undefined;
    return this.#readDevice();
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
function changedElsewhere(error) {
  throw new VaultError("passphrase-changed", error);
}

/** @param {unknown} error @returns {never} */
function throwVaultError(error) {
  throw toVaultError(error);
}
