// What sync stores while other tabs of the device store too (static/js/sync/types.js, `Storage`).

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { KIT } from "../../../static/js/protocol/kit.js";
import { generateSecret } from "../../../static/js/protocol/random.js";
import { Database } from "../../../static/js/store/database.js";
import { newId, newRevision } from "../../../static/js/vault/device/contents.js";
import { Holdings } from "../../../static/js/vault/device/holdings.js";
import { Session } from "../../../static/js/vault/device/session.js";
import { SyncStorage } from "../../../static/js/vault/sync/sync-storage.js";

/** @import { Ring } from "../../../static/js/protocol/ring.js" */

const accountKey = generateSecret();
/** @type {Ring} */
const ring = {
  sign: generateSecret(),
  kem: [{ epoch: 1, secret: generateSecret() }],
  journal: [{ epoch: 1, secret: generateSecret() }],
  kit: generateSecret(KIT),
  name: "Ana",
  role: "patient",
  contacts: [],
  invites: [],
  heads: [],
};
let name = "";
let stores = 0;
beforeEach(() => {
  name = `sync-storage-${++stores}`;
});

/** @returns {Promise<Holdings>} of one more tab */
async function tab() {
  const holdings = new Holdings(new Database(name), await Session.of(accountKey, ring));
  await holdings.load();
  return holdings;
}

test("what sync has to store is stored though another tab was first", async () => {
  const [first, second] = [await tab(), await tab()];
  const storage = new SyncStorage(first, () => {});
  const { own } = first.session;
  const head = { seq: 2, hash: "hash", shown: 2, mine: true };
  await new SyncStorage(second, () => {}).commit({ durability: "strict", epoch: "epoch" });
  const counts = await storage.commit({
    durability: "strict",
    cursor: 5,
    heads: { [own]: head },
    acks: [{ log: "pair", kind: "ack" }],
  });
  assert.deepEqual(counts, { waiting: 1, aside: 0 });
  const { meta, outbox } = await tab();
  assert.deepEqual([meta.version, meta.epoch, meta.cursor], [2, "epoch", 5]);
  assert.deepEqual(meta.heads, { [own]: head });
  assert.deepEqual(
    outbox.ops.map(({ kind }) => kind),
    ["ack"],
  );
  assert.deepEqual(first.meta, meta);
});

test("of what tabs store that have not heard of each other, nothing is lost", async () => {
  const tabs = await Promise.all([tab(), tab(), tab()]);
  const heads = tabs.map((_, i) => ({ [`log ${i}`]: { seq: i, hash: "", shown: i, mine: true } }));
  for (const [i, holdings] of tabs.entries())
    await new SyncStorage(holdings, () => {}).commit({ durability: "strict", heads: heads[i] });
  assert.deepEqual((await tab()).meta.heads, Object.assign({}, ...heads));
});

test("words that were shared and taken back are not shown in the conflict copy that they become", async () => {
  const holdings = await tab();
  const { own } = holdings.session;
  const lost = { item: newId(), rev: newId() };
  const other = { item: newId(), rev: newId() };
  const put = /** @type {const} */ ({ n: 1, log: own, kind: "put", ...lost, base: "x", size: 300 });
  const ops = [
    put,
    { n: 2, log: "pair", kind: "grant", revs: [lost, other] },
    { n: 3, log: "other pair", kind: "grant", revs: [lost] },
    { n: 4, log: "pair", kind: "revoke", items: [lost.item] },
  ];
  await holdings.db.apply(
    [{ put: "outbox", value: { n: 1, length: 4, ops, pack: null, lines: null } }],
    "strict",
  );
  await holdings.refresh();
  const { content } = newRevision(own, newId(), { v: 1, kind: "entry", text: "Worte." });
  const copy = { item: content.item, rev: content.rev, size: 300 };
  await new SyncStorage(holdings, () => {}).commit({
    durability: "strict",
    forks: [{ op: put, covers: [1], copy, body: { content } }],
  });
  const grants = (await tab()).outbox.ops.filter(({ kind }) => kind === "grant");
  assert.deepEqual(
    grants.map((op) => op.kind === "grant" && op.revs),
    [[other], [{ item: copy.item, rev: copy.rev }]],
  );
});
