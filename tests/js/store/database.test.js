import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Database, logRange, StoreProblem, toBuffer } from "../../../static/js/store/database.js";

/** @type {Database} */
let db;
let number = 0;
beforeEach(() => {
  db = new Database(`database-${++number}`);
});
afterEach(() => db.erase());

/** @param {StoreProblem["kind"]} kind */
function problem(kind) {
  return (/** @type {unknown} */ error) => error instanceof StoreProblem && error.kind === kind;
}

/** Makes the next transactions break as a browser's would. @param {string} method @param {string} name @param {number} times */
function breakNext(method, name, times) {
  const original = /** @type {any} */ (IDBObjectStore.prototype)[method];
  let left = times;
  /** @type {any} */ (IDBObjectStore.prototype)[method] = function (/** @type {any[]} */ ...given) {
    if (left-- > 0) throw new DOMException("connection lost", name);
    return original.apply(this, given);
  };
  return () => {
    /** @type {any} */ (IDBObjectStore.prototype)[method] = original;
  };
}

test("what was applied is there under a new handle", async () => {
  await db.apply(
    [{ put: "drafts", value: { id: "a", sealed: toBuffer(new Uint8Array(3)) } }],
    "strict",
  );
  await db.close();
  assert.equal((await db.get("drafts", "a")).sealed.byteLength, 3);
});

test("a transaction is all or nothing: a taken key or another version undoes what stood before it", async () => {
  await db.apply([{ put: "meta", key: "ring", value: { version: 1 } }], "strict");
  await db.apply([{ add: "outbox", value: { n: 1 } }], "strict");
  const first = /** @type {const} */ ({ put: "drafts", value: { id: "a" } });
  const taken = db.apply([first, { add: "outbox", value: { n: 1 } }], "strict");
  await assert.rejects(taken, problem("changed"));
  const late = db.apply([first, { expect: "meta", key: "ring", version: 0 }], "strict");
  await assert.rejects(late, problem("changed"));
  assert.equal(await db.get("drafts", "a"), undefined);
  await db.apply([first, { expect: "meta", key: "ring", version: 1 }], "strict");
  assert.deepEqual(await db.get("drafts", "a"), { id: "a" });
});

test("a dead handle is replaced once and the write is done; one that stays dead is told", async () => {
  const write = () => db.apply([{ put: "drafts", value: { id: "a" } }], "strict");
  await write();
  let mend = breakNext("put", "UnknownError", 1);
  await write().finally(mend);
  mend = breakNext("put", "UnknownError", 2);
  await assert.rejects(write().finally(mend), problem("storage"));
  await write();
});

test("a full device is told as such, and nothing of the write stays", async () => {
  const mend = breakNext("put", "QuotaExceededError", 1);
  const write = db.apply([{ clear: "drafts" }, { put: "drafts", value: { id: "a" } }], "strict");
  await assert.rejects(write.finally(mend), problem("quota"));
  assert.deepEqual(await db.getAll("drafts"), []);
});

test("an abort that comes after the last request, as of a full disk, is heard", async () => {
  const original = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (/** @type {any[]} */ ...given) {
    const request = original.apply(this, /** @type {any} */ (given));
    request.addEventListener("success", () => this.transaction.abort());
    return request;
  };
  const write = db.apply([{ put: "drafts", value: { id: "a" } }], "strict");
  const mended = write.finally(() => {
    IDBObjectStore.prototype.put = original;
  });
  await assert.rejects(mended, problem("storage"));
  assert.deepEqual(await db.getAll("drafts"), []);
});

test("one log's records are found by range, in order, and no other's", async () => {
  const places = [
    ["b", 2],
    ["a", 10],
    ["a", 9],
    ["b", 1],
  ];
  await db.apply(
    places.map(([log, seq]) => ({ put: "records", value: { log, seq } })),
    "relaxed",
  );
  assert.deepEqual(
    (await db.getAll("records", logRange("a"))).map(({ seq }) => seq),
    [9, 10],
  );
  assert.deepEqual(
    await db.count("records", [logRange("b"), logRange("b", 2), logRange("c")]),
    [2, 1, 0],
  );
  assert.deepEqual((await db.getMany([{ store: "records", key: ["b", 1] }]))[0], {
    log: "b",
    seq: 1,
  });
});

test("every write asks for the durability it was given", async () => {
  await db.getAll("drafts");
  const asked = /** @type {any[]} */ ([]);
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (/** @type {any[]} */ ...given) {
    asked.push(given[2]?.durability);
    return original.apply(this, /** @type {any} */ (given));
  };
  try {
    await db.apply([{ clear: "drafts" }], "strict");
    await db.apply([{ clear: "drafts" }], "relaxed");
  } finally {
    IDBDatabase.prototype.transaction = original;
  }
  assert.deepEqual(asked, ["strict", "relaxed"]);
});
