// What must be true when everything has healed and every device has had three rounds. Judged by the book, and by a new phone that knows nothing.

import { tokenOf } from "./typist.js";

/**
 * @param {object} around with the book, the server, the devices by account and a new phone for each account
 * @returns {string[]} what is wrong; empty when nothing is
 */
export function judge(around) {
  const faults = [...around.book.lies, ...around.crashes.map((error) => `crash: ${error.stack}`)];
  for (const account of around.accounts) faults.push(...judgeAccount(around, account));
  faults.push(...judgeServer(around));
  return faults;
}

function judgeAccount(around, account) {
  const phone = around.phones.get(account.name);
  const devices = around.devices.filter((device) => device.account === account);
  const truth = textsOf(phone);
  return [
    ...devices.flatMap((device) => judgeDevice(around, device, phone)),
    ...judgeKept(around, account, truth),
    ...judgeEntries(around, account, truth, phone),
    ...judgeDeletes(around, account, truth),
    ...judgeRings(around, account, phone),
    ...judgeShares(around, account, devices, phone),
  ];
}

/** @param {import("./device.js").Device} device @returns {Map<string, string | null>} item → text */
function textsOf(device) {
  const items = [...device.storage.shown()];
  return new Map(items.map(([item, rev]) => [item, device.tab.vault.text(item, rev)]));
}

/** 2, 5, 7: the same set everywhere, all of it readable, nothing stuck. */
function judgeDevice(around, device, phone) {
  const faults = [];
  const { storage, tab } = device;
  const poisoned = storage.ops().filter((op) => op.aside || isHeldByPoison(op, storage));
  const stuck = storage.ops().filter((op) => !poisoned.includes(op));
  if (stuck.length > 0)
    faults.push(`${device.name}: stuck with ${JSON.stringify(stuck.slice(0, 3))}`);
  if (storage.sent.length > 0) faults.push(`${device.name}: frames without an answer`);
  if (poisoned.some((op) => op.aside && op.kind === "put" && !around.server.poison.has(op.rev)))
    faults.push(`${device.name}: set aside without a reason`);
  const state = tab.status?.state;
  if (state !== (poisoned.length > 0 ? "attention" : "idle"))
    faults.push(`${device.name}: ends ${state}`);
  if (storage.quarantine.length > 0)
    faults.push(`${device.name}: quarantine of ${storage.quarantine.length}`);
  const local = new Set(storage.ops().map(({ item }) => item));
  const mine = without(textsOf(device), local);
  const theirs = without(textsOf(phone), local);
  if (JSON.stringify(mine) !== JSON.stringify(theirs))
    faults.push(
      `${device.name}: diverged: ${JSON.stringify(mine)} against ${JSON.stringify(theirs)}`,
    );
  if ([...mine.values()].some(([, text]) => text === null))
    faults.push(`${device.name}: an entry without its text`);
  for (const [log, head] of Object.entries(storage.heads)) {
    if (storage.isClosed(log) || isOverWith(around, log)) continue;
    const there = around.server.records(log).at(-1);
    const isSame = head.hash === there?.hash && head.shown === head.seq;
    // What a restored server lost of somebody else's log, and its author did not write again, stays here until that log goes on.
    const isAhead = !head.mine && head.shown === (there?.seq ?? 0) && head.seq > head.shown;
    if (!isSame && !isAhead) faults.push(`${device.name}: another head of ${log}`);
  }
  return faults;
}

/** A log to somebody who closed the other direction: what a restored server lost of it cannot come back. */
function isOverWith({ accounts, server, codec }, log) {
  return accounts.some((from) =>
    accounts.some(
      (to) =>
        from !== to &&
        codec.logId(from.id, to.id) === log &&
        server.records(codec.logId(to.id, from.id)).at(-1)?.type === "close",
    ),
  );
}

function isHeldByPoison(op, storage) {
  const aside = storage.ops().filter((one) => one.aside && one.kind === "put");
  return op.kind === "grant" && op.revs.some(({ rev }) => aside.some((one) => one.rev === rev));
}

function without(texts, items) {
  return [...texts].filter(([item]) => !items.has(item)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** 1: every word that was told to be saved is there, or somebody had it on the screen and went on from it. */
function judgeKept({ book, devices }, account, truth) {
  const present = new Set([...truth.values()].map(tokenOf));
  for (const device of devices.filter((one) => one.account === account)) {
    for (const text of textsOf(device).values()) present.add(tokenOf(text));
  }
  const saves = book.saves.filter((save) => save.account === account.name);
  const kept = new Map();
  const isKept = (token) => {
    if (present.has(token)) return true;
    if (!kept.has(token)) {
      kept.set(token, false);
      const isFollowed = saves.some((save) => save.on === token && isKept(save.token));
      const isDeleted = book.acts.some((act) => act.kind === "delete" && act.on === token);
      kept.set(token, isFollowed || isDeleted);
    }
    return kept.get(token);
  };
  return saves
    .filter((save) => save.told && !save.gone && !isKept(save.token))
    .map((save) => `lost: ${JSON.stringify(save)}`);
}

/** 3: no entry that nobody wrote, none twice, no conflict copy without two writers. */
function judgeEntries(around, account, truth) {
  const { book, codec } = around;
  const faults = [];
  const counted = new Map();
  for (const [item, text] of truth) {
    const token = tokenOf(text);
    const save = book.save(token);
    counted.set(token, (counted.get(token) ?? 0) + 1);
    if (!save) faults.push(`nobody wrote ${text}`);
    else if (item !== save.item) faults.push(...judgeCopy(book, codec, account, item, token));
  }
  const typed = (token) => book.saves.filter((save) => save.token === token).length;
  for (const [token, count] of counted)
    if (count > Math.max(1, typed(token))) faults.push(`doubled: ${token}`);
  return faults;
}

function judgeCopy(book, codec, account, item, token) {
  const saves = book.saves.filter((save) => save.account === account.name);
  const lineage = saves.filter((save) => book.seenBy(token).has(save.token));
  const origin = lineage.find((save) => codec.conflictItem(save.item, save.rev) === item);
  if (!origin) return [`no conflict copy, no item of its writer: ${token}`];
  // Words typed twice are one revision to the book and two to the log: whose turn it was cannot be told.
  if (saves.some((save) => save.isTwin && save.item === origin.item)) return [];
  const isSeen = (a, b) => book.seenBy(a.token).has(b.token);
  const isRival = (save) =>
    save.item === origin.item && !isSeen(origin, save) && !isSeen(save, origin);
  return saves.some(isRival) ? [] : [`a conflict copy without a conflict: ${token}`];
}

/** 4: what was deleted with nobody else writing on it stays deleted. */
function judgeDeletes({ book }, account, truth) {
  const deletes = book.acts.filter(
    (act) => act.kind === "delete" && act.account === account.name && act.told && !act.gone,
  );
  return deletes
    .filter(({ item, on }) => {
      const seen = book.seenBy(on);
      const unseen = book.saves.some(
        (save) => save.item === item && (save.isTwin || !seen.has(save.token)),
      );
      return truth.has(item) && !unseen;
    })
    .map((act) => `came back: ${JSON.stringify(act)}`);
}

/** The ring grows only: of every entry that was changed, one of the latest changes is there, the same on every device. */
function judgeRings({ book, devices }, account, phone) {
  const ring = phone.storage.meta.ring;
  const faults = [];
  const told = book.rings.filter(
    (entry) => entry.account === account.name && entry.told && !entry.gone,
  );
  for (const { key } of told) {
    const values = book.rings
      .filter((entry) => entry.account === account.name && entry.key === key)
      .map(({ value }) => value);
    if (!values.includes(ring[key])) faults.push(`ring: ${key} is lost`);
  }
  for (const device of devices.filter((one) => one.account === account)) {
    const sorted = (entries) => JSON.stringify(Object.entries(entries).sort());
    if (sorted(device.storage.meta.ring) !== sorted(ring))
      faults.push(`${device.name}: another ring`);
  }
  return faults;
}

/** 2, for the one it was shared with: what was granted and not taken back, and nothing else. */
function judgeShares(around, account, devices, phone) {
  const { book, codec } = around;
  const faults = [];
  for (const peer of around.accounts.filter((one) => one !== account)) {
    const log = codec.logId(peer.id, account.id);
    const deleted = deletedItems(around, peer);
    const seen = new Map(
      devices.map((device) => [device.name, without(plain(device.storage.shared(log)), deleted)]),
    );
    const truth = without(plain(phone.storage.shared(log)), deleted);
    for (const [name, mine] of seen) {
      if (JSON.stringify(mine) !== JSON.stringify(truth))
        faults.push(
          `${name}: sees ${JSON.stringify(mine)} where ${JSON.stringify(truth)} is shared`,
        );
    }
    for (const [item, text] of truth) {
      if (text === null) faults.push(`missing at the reader: ${item}`);
      else if (
        !book.acts.some(
          (act) => act.kind === "share" && act.account === peer.name && act.on === tokenOf(text),
        )
      )
        faults.push(`never shared: ${text}`);
    }
    faults.push(...judgeShareActs(around, peer, account, new Map(truth), deleted));
  }
  return faults;
}

function plain(shared) {
  return new Map([...shared].map(([item, { text }]) => [item, text]));
}

function deletedItems({ server, codec }, { id }) {
  return new Set(
    server.records(codec.logId(id, id)).flatMap(({ type, items }) => (type === "del" ? items : [])),
  );
}

/** Every share arrived or was taken back; everything taken back last is gone. */
function judgeShareActs(around, from, to, truth, deleted) {
  const { book, server, codec } = around;
  const log = codec.logId(from.id, to.id);
  const records = server.records(log);
  if (records.some(({ type }) => type === "close") || isOverWith(around, log)) return [];
  const phone = around.phones.get(to.name);
  const granted = new Set(
    [...phone.storage.records.values()]
      .filter((view) => view.log === log)
      .flatMap(({ opened = [] }) => opened.map(({ text }) => tokenOf(text))),
  );
  const grantedRevs = new Set(
    records.flatMap(({ type, rows }) => (type === "grant" ? rows.map(({ rev }) => rev) : [])),
  );
  const acts = book.acts.filter((act) => act.account === from.name && !act.gone);
  const ends = (item) =>
    acts.some((act) => (act.kind === "unshare" || act.kind === "delete") && act.item === item);
  const faults = [];
  for (const act of acts.filter(
    ({ kind, told, ops }) => kind === "share" && told && ops.length > 0,
  )) {
    const save = book.saves.filter(({ token }) => token === act.on);
    const isThere =
      granted.has(act.on) ||
      save.some(
        ({ rev, item }) => grantedRevs.has(rev) || grantedRevs.has(codec.conflictRev(item, rev)),
      );
    const isPoison = save.some(
      ({ item, rev }) => server.poison.has(rev) || server.poison.has(codec.conflictRev(item, rev)),
    );
    const isGone = save.some(({ gone }) => gone) || deleted.has(act.item);
    if (!isThere && !isPoison && !isGone && !ends(act.item))
      faults.push(`a share that never arrived: ${JSON.stringify(act)}`);
  }
  for (const act of acts.filter(({ kind, told }) => kind === "unshare" && told)) {
    const isSharedAgain = book.acts.some(
      (one) =>
        one.kind === "share" &&
        one.account === from.name &&
        one.item === act.item &&
        (one.order > act.order || one.device !== act.device),
    );
    if (truth.has(act.item) && !isSharedAgain) faults.push(`still shared: ${JSON.stringify(act)}`);
  }
  return faults;
}

/** 6: no word in anything the server keeps. */
function judgeServer({ server, accounts, codec }) {
  const logs = accounts.flatMap((a) => accounts.map((b) => codec.logId(a.id, b.id)));
  const kept = logs.flatMap((log) =>
    server.records(log).map((record) => new TextDecoder().decode(codec.frame(record))),
  );
  return kept.some((text) => /word-\d/.test(text)) ? ["a word lies on the server"] : [];
}
