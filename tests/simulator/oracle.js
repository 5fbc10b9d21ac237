// What must be true when everything has healed and every device has had three rounds. Judged by the book, and by a new phone that knows nothing.

import { tokenOf } from "./book.js";
import { foldItems } from "./shown.js";

/** @import { Head } from "../../static/js/sync/types.js" */
/** @import { Act, Book, Save } from "./book.js" */
/** @import { Device } from "./device.js" */
/** @import { SimStorage } from "./storage.js" */
/** @import { Account, Around, Codec, Op, OpenedRow } from "./types.js" */

/** @typedef {[string, string | null][]} Texts  item and text, by item */

/**
 * @param {Around} around
 * @returns {string[]} what is wrong; empty when nothing is
 */
export function judge(around) {
  const { book, crashes, accounts, coverage } = around;
  const mistakes = crashes.map((error) => `crash: ${error.stack}`);
  const always = [...book.lies, ...mistakes, ...judgeServer(around)];
  const wasRewritten = [...coverage.keys()].some((pair) => pair.startsWith("unannounced restore"));
  // A server that shows another past under the same epoch may not be followed, and need not be found out before something is written: but no word is lost.
  if (wasRewritten) return [...always, ...accounts.flatMap((one) => judgeKept(around, one))];
  return [...always, ...accounts.flatMap((account) => judgeAccount(around, account))];
}

/** @param {Around} around @param {Account} account */
function judgeAccount(around, account) {
  const phone = /** @type {Device} */ (around.phones.get(account.name));
  const devices = around.devices.filter((device) => device.account === account);
  const truth = textsOf(phone);
  return [
    ...devices.flatMap((device) => judgeDevice(around, device, truth)),
    ...judgeKept(around, account),
    ...judgeEntries(around, account, truth),
    ...judgeDeletes(around, account, truth),
    ...judgeRings(around, devices, phone),
    ...judgeShares(around, account, devices, phone),
  ];
}

/** @param {Device} device @returns {Texts} */
function textsOf({ storage, tab }) {
  const texts = [...storage.shown()].map(([item, rev]) => {
    return /** @type {[string, string | null]} */ ([item, tab?.vault.text(item, rev) ?? null]);
  });
  return sorted(texts);
}

/**
 * What waits, and what it hides of the log: two edits of one revision are one on the screen until they are told apart, which an alarm puts off.
 * @param {Device} device
 * @returns {Texts}
 */
function heldTexts({ storage, tab }) {
  const puts = storage.ops().flatMap((op) => (op.kind === "put" ? [op] : []));
  const items = [...foldItems(storage.log(storage.own))].filter(([, { deleted }]) => !deleted);
  const current = items.map(([item, { rev }]) => ({ item, rev }));
  return [...puts, ...current].map(({ item, rev }) => [item, tab?.vault.text(item, rev) ?? null]);
}

/** @param {Texts} texts @returns {Texts} */
function sorted(texts) {
  return texts.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @param {Texts} texts @param {Set<string>} items */
function without(texts, items) {
  return texts.filter(([item]) => !items.has(item));
}

/** The same set everywhere, all of it readable, nothing stuck. @param {Around} around @param {Device} device @param {Texts} truth */
function judgeDevice(around, device, truth) {
  const { storage, tab, name } = device;
  const ops = storage.ops();
  const held = ops.filter((op) => op.aside || isHeldByPoison(op, ops));
  const stuck = ops.filter((op) => !held.includes(op));
  const faults = [];
  if (stuck.length > 0) faults.push(`stuck with ${JSON.stringify(stuck.slice(0, 3))}`);
  if (storage.sent.length > 0) faults.push("frames without an answer");
  const isHarmless = (/** @type {Op} */ op) =>
    op.aside && op.kind === "put" && !around.server.poison.has(op.rev);
  if (held.some(isHarmless)) faults.push("set aside without a reason");
  const state = tab?.status?.state;
  if (state !== (held.length > 0 ? "aside" : "idle")) faults.push(`ends ${state}`);
  if (storage.quarantine.length > 0) faults.push(`quarantine of ${storage.quarantine.length}`);
  const local = new Set(ops.flatMap((op) => ("item" in op ? [op.item] : [])));
  const [mine, theirs] = [textsOf(device), truth].map((texts) =>
    JSON.stringify(without(texts, local)),
  );
  if (mine !== theirs) faults.push(`diverged: ${mine} against ${theirs}`);
  if (textsOf(device).some(([, text]) => text === null)) faults.push("an entry without its text");
  for (const [log, head] of Object.entries(storage.heads)) {
    if (!isRightHead(around, storage, log, head)) faults.push(`another head of ${log}`);
  }
  return faults.map((fault) => `${name}: ${fault}`);
}

/** @param {Op} op @param {Op[]} ops */
function isHeldByPoison(op, ops) {
  const aside = new Set(ops.map((one) => (one.aside && one.kind === "put" ? one.rev : null)));
  return op.kind === "grant" && op.revs.some(({ rev }) => aside.has(rev));
}

/** @param {Around} around @param {SimStorage} storage @param {string} log @param {Head} head */
function isRightHead(around, storage, log, head) {
  if (storage.isClosed(log) || isOverWith(around, log)) return true;
  const there = around.server.records(log).at(-1);
  const isSame = head.hash === there?.hash && head.shown === head.seq;
  // What a restored server lost of somebody else's log, and its author did not write again, stays here until that log goes on.
  return isSame || (!head.mine && head.shown === (there?.seq ?? 0) && head.seq > head.shown);
}

/**
 * A log to somebody who closed the other direction: what a restored server lost of it cannot come back.
 * @param {Around} around
 * @param {string} log
 */
function isOverWith({ accounts, server, codec }, log) {
  const pairs = accounts.flatMap((from) => accounts.map((to) => ({ from, to })));
  const pair = pairs.find(({ from, to }) => from !== to && codec.logId(from.id, to.id) === log);
  const back = pair && server.records(codec.logId(pair.to.id, pair.from.id));
  return back?.at(-1)?.type === "close";
}

/**
 * Every word that was told to be saved is there, or somebody had it on the screen and went on from it.
 * @param {Around} around
 * @param {Account} account
 */
function judgeKept({ book, devices, phones }, account) {
  const all = [...devices, ...phones.values()].filter((device) => device.account === account);
  const texts = all.flatMap((device) => [...textsOf(device), ...heldTexts(device)]);
  const present = new Set(texts.map(([, text]) => tokenOf(text)));
  const saves = book.saves.filter((save) => save.account === account.name);
  /** @type {Map<string, boolean>} */
  const kept = new Map();
  const isKept = (/** @type {string} */ token) => {
    if (present.has(token)) return true;
    if (!kept.has(token)) {
      kept.set(token, false);
      const isFollowed = saves.some((save) => save.on === token && isKept(save.token));
      const isDeleted = book.acts.some((act) => act.kind === "delete" && act.on === token);
      kept.set(token, isFollowed || isDeleted);
    }
    return kept.get(token) ?? false;
  };
  const lost = saves.filter((save) => save.told && !save.gone && !isKept(save.token));
  return lost.map((save) => `lost: ${JSON.stringify(save)}`);
}

/** No entry that nobody wrote, none twice, no conflict copy without two writers. @param {Around} around @param {Account} account @param {Texts} truth */
function judgeEntries({ book, codec }, account, truth) {
  const faults = [];
  for (const [item, text] of truth) {
    const token = tokenOf(text);
    const save = book.save(token);
    if (!save || !token) faults.push(`nobody wrote ${text}`);
    else if (item !== save.item) faults.push(...judgeCopy(book, codec, account, item, token));
  }
  const byToken = Map.groupBy(truth, ([, text]) => tokenOf(text));
  for (const [token, copies] of byToken) {
    const typed = book.saves.filter((save) => save.token === token).length;
    if (copies.length > Math.max(1, typed)) faults.push(`doubled: ${token}`);
  }
  return faults;
}

/**
 * @param {Book} book
 * @param {Codec} codec
 * @param {Account} account
 * @param {string} item
 * @param {string} token
 */
function judgeCopy(book, codec, account, item, token) {
  const saves = book.saves.filter((save) => save.account === account.name);
  const lineage = saves.filter((save) => book.seenBy(token).has(save.token));
  const origin = lineage.find((save) => codec.conflictItem(save.item, save.rev) === item);
  if (!origin) return [`no conflict copy, no item of its writer: ${token}`];
  const others = saves.filter((save) => save.item === origin.item);
  // Words typed twice are one revision to the book and two to the log: whose turn it was cannot be told.
  if (others.some(({ isTwin }) => isTwin)) return [];
  const isSeen = (/** @type {Save} */ a, /** @type {Save} */ b) =>
    book.seenBy(a.token).has(b.token);
  const hasRival = others.some((save) => !isSeen(origin, save) && !isSeen(save, origin));
  return hasRival ? [] : [`a conflict copy without a conflict: ${token}`];
}

/** What was deleted with nobody else writing on it stays deleted. @param {Around} around @param {Account} account @param {Texts} truth */
function judgeDeletes({ book }, account, truth) {
  const there = new Set(truth.map(([item]) => item));
  const isMeant = (/** @type {Act} */ { kind, told, gone, ...act }) =>
    kind === "delete" && act.account === account.name && told && !gone;
  const isBack = (/** @type {Act} */ { item, on }) => {
    const seen = book.seenBy(on);
    const isUnseen = (/** @type {Save} */ save) => save.isTwin || !seen.has(save.token);
    return there.has(item) && !book.saves.some((save) => save.item === item && isUnseen(save));
  };
  return book.acts
    .filter((act) => isMeant(act) && isBack(act))
    .map((act) => `came back: ${JSON.stringify(act)}`);
}

/** The ring grows only: of every entry that was changed one of the changes is there, the same on every device. @param {Around} around @param {Device[]} devices @param {Device} phone */
function judgeRings({ book }, devices, phone) {
  const { ring } = phone.storage.meta;
  const changes = book.rings.filter(({ account }) => account === phone.account.name);
  const isThere = (/** @type {string} */ key) =>
    changes.some((change) => change.key === key && change.value === ring[key]);
  const lost = changes.filter(({ told, gone, key }) => told && !gone && !isThere(key));
  const asText = (/** @type {Device} */ { storage }) =>
    JSON.stringify(Object.entries(storage.meta.ring).sort());
  const other = devices.filter((device) => asText(device) !== asText(phone));
  return [
    ...lost.map(({ key }) => `ring: ${key} is lost`),
    ...other.map(({ name }) => `${name}: another ring`),
  ];
}

/**
 * The other side sees what was granted and not taken back, and nothing else.
 * @param {Around} around
 * @param {Account} account that reads
 * @param {Device[]} devices
 * @param {Device} phone
 */
function judgeShares(around, account, devices, phone) {
  const { book, codec } = around;
  return around.accounts
    .filter((peer) => peer !== account)
    .flatMap((peer) => {
      const log = codec.logId(peer.id, account.id);
      const deleted = deletedItems(around, peer);
      const seen = (/** @type {Device} */ { storage }) =>
        without(plain(storage.shared(log)), deleted);
      const truth = seen(phone);
      const wanted = JSON.stringify(truth);
      const shared = new Set(
        book.acts.map((act) => (act.kind === "share" && act.account === peer.name ? act.on : null)),
      );
      const isOver = isOverWith(around, log);
      const diverged = devices.filter(
        (device) => JSON.stringify(seen(device)) !== wanted && !isOver,
      );
      const unshared = truth.filter(([, text]) => text !== null && !shared.has(tokenOf(text)));
      return [
        ...diverged.map(
          (one) => `${one.name}: sees ${JSON.stringify(seen(one))}, shared is ${wanted}`,
        ),
        ...truth
          .filter(([, text]) => text === null)
          .map(([item]) => `missing at the reader: ${item}`),
        ...unshared.map(([, text]) => `never shared: ${text}`),
        ...judgeShareActs(around, peer, account, truth, deleted),
      ];
    });
}

/** @param {Map<string, OpenedRow>} shared @returns {Texts} */
function plain(shared) {
  return sorted([...shared].map(([item, { text }]) => [item, text]));
}

/** A reader that pulled in time still has what was deleted since. @param {Around} around @param {Account} account */
function deletedItems({ server, codec }, { id }) {
  const records = server.records(codec.logId(id, id));
  return new Set(records.flatMap(({ type, items = [] }) => (type === "del" ? items : [])));
}

/**
 * Every share arrived or was taken back; everything taken back last is gone.
 * @param {Around} around
 * @param {Account} from
 * @param {Account} to
 * @param {Texts} truth
 * @param {Set<string>} deleted
 */
function judgeShareActs(around, from, to, truth, deleted) {
  const log = around.codec.logId(from.id, to.id);
  const isClosed = around.server.records(log).some(({ type }) => type === "close");
  if (isClosed || isOverWith(around, log)) return [];
  const acts = around.book.acts.filter((act) => act.account === from.name);
  const there = new Set(truth.map(([item]) => item));
  const meant = acts.filter(
    ({ told, gone, ops, kind }) => told && !gone && (ops.length > 0 || kind === "unshare"),
  );
  const lost = meant.filter((act) => {
    const homes = homesOf(around, act);
    const isEnded = acts.some(
      ({ kind, item, gone }) => kind !== "share" && homes.has(item) && !gone,
    );
    return (
      act.kind === "share" &&
      !isEnded &&
      !deleted.has(act.item) &&
      !hasArrived(around, to, log, act)
    );
  });
  const left = meant.filter((act) => {
    const isAgain = (/** @type {Act} */ one) =>
      one.kind === "share" &&
      one.item === act.item &&
      (one.order > act.order || one.device !== act.device);
    if (act.kind !== "unshare" || acts.some(isAgain)) return false;
    return there.has(act.item) || isLeftInCopy(around, act, acts, there);
  });
  return [
    ...lost.map((act) => `a share that never arrived: ${JSON.stringify(act)}`),
    ...left.map((act) => `still shared: ${JSON.stringify(act)}`),
  ];
}

/** How often words can move on: a copy that meets another device's edit becomes a copy again. */
const MOVES = 3;

/**
 * Words that lost against another device's go on in a conflict copy, and their share with them: whoever takes the copy back, or deletes it, ends it.
 * @param {Around} around
 * @param {Act} share
 * @returns {Set<string>} items in which what was shared may stand
 */
function homesOf({ book, codec }, { item, on }) {
  const homes = new Set([item]);
  let places = book.saves.filter(({ token }) => token === on);
  for (let move = 0; move < MOVES; move++) {
    places = places.map((place) => ({
      ...place,
      item: codec.conflictItem(place.item, place.rev),
      rev: codec.conflictRev(place.item, place.rev),
    }));
    for (const place of places) homes.add(place.item);
  }
  return homes;
}

/**
 * What was shared and taken back on one device is not handed out in a conflict copy either, unless the copy was on the screen and left shared.
 * @param {Around} around
 * @param {Act} unshare
 * @param {Act[]} acts
 * @param {Set<string>} there items that the other side sees
 */
function isLeftInCopy(around, unshare, acts, there) {
  const shares = acts.filter((act) => act.kind === "share");
  const before = shares.filter(
    ({ item, device, order }) =>
      item === unshare.item && device === unshare.device && order < unshare.order,
  );
  const copies = before.flatMap((act) => [...homesOf(around, act)]);
  const isMeant = (/** @type {string} */ item) =>
    unshare.seen?.includes(item) || shares.some((act) => act.item === item);
  return copies.some((item) => there.has(item) && !isMeant(item));
}

/** @param {Around} around @param {Account} to @param {string} log @param {Act} act a share */
function hasArrived({ book, server, codec, phones }, to, log, act) {
  const views = phones.get(to.name)?.storage.log(log) ?? [];
  const texts = views.flatMap(({ opened = [] }) => opened.map(({ text }) => tokenOf(text)));
  const revs = new Set(views.flatMap(({ record }) => (record.rows ?? []).map(({ rev }) => rev)));
  const saves = book.saves.filter(({ token }) => token === act.on);
  const isFine = (/** @type {Save} */ { item, rev, gone }) => {
    const copy = codec.conflictRev(item, rev);
    return gone || [rev, copy].some((one) => revs.has(one) || server.poison.has(one));
  };
  return texts.includes(act.on) || saves.some(isFine);
}

/** No word in anything the server keeps. @param {Around} around */
function judgeServer({ server, accounts, codec }) {
  const logs = accounts.flatMap((a) => accounts.map((b) => codec.logId(a.id, b.id)));
  const decoder = new TextDecoder();
  const kept = logs.flatMap((log) =>
    server.records(log).map((record) => decoder.decode(codec.frame(record))),
  );
  return kept.some((text) => /word-\d/.test(text)) ? ["a word lies on the server"] : [];
}
