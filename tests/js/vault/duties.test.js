// The duties of a client (docs/protocol.md section 5), each against a server, or a contact, that breaks what it guards.
// tests/client/test_duties.py plays the same against the Python client.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Identity, KemKey } from "../../../static/js/protocol/keys.js";
import { generateSecret } from "../../../static/js/protocol/random.js";
import { sealRing } from "../../../static/js/protocol/ring.js";
import { signIn } from "../../../static/js/vault/keys/accounts.js";
import { Network } from "../../../static/js/vault/network.js";
import { buildBundle } from "../../../static/js/wire/bundles.js";
import { b64Encode } from "../../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../../static/js/wire/feed.js";
import { START } from "../../../static/js/wire/headers.js";
import { logId } from "../../../static/js/wire/ids.js";
import { PAGE } from "../../../static/js/wire/limits.js";
import {
  buildFrame,
  buildRecord,
  EMPTY,
  parseContent,
  plainContent,
  putContent,
  recordHash,
} from "../../../static/js/wire/records.js";
import { Device, link, PASSPHRASE, Server, signUp, Wire } from "./world.js";

/** @import { Ring } from "../../../static/js/protocol/ring.js" */
/** @import { Session } from "../../../static/js/vault/device/session.js" */
/** @import { Head, RecordType, TypeMembers } from "../../../static/js/wire/headers.js" */
/** @import { Content, SealedRecord } from "../../../static/js/wire/records.js" */
/** @import { Sign } from "../../../static/js/wire/signatures.js" */

/** @type {Server} */
let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());

/**
 * @typedef {{kit: {handle: string, kitCode: string}, session: Session, network: Network}} Person  who can speak in an account's name, beside its devices
 */

/** A patient with a therapist and one entry, all of it backed up, and the server between them. */
class World {
  /** @param {Device} ana @param {string} bo as the patient knows them @param {Person} me @param {Session} them */
  constructor(ana, bo, me, them) {
    this.ana = ana;
    this.bo = bo;
    this.me = me;
    this.them = them;
  }

  static async make() {
    const [ana, bo] = [new Device(server.origin), new Device(server.origin)];
    const kit = await signUp(ana, "Ana", "patient");
    const theirs = await signUp(bo, "Bo", "therapist");
    const { forInviter } = await link(ana, bo);
    await ana.write("Vorher.");
    await ana.sync();
    await ana.sync();
    return new World(ana, forInviter, await enter(kit), (await enter(theirs)).session);
  }

  /** From now on every page of a device's feed is as `change` makes it. @param {(records: SealedRecord[]) => SealedRecord[] | Promise<SealedRecord[]>} change */
  shows(change, device = this.ana) {
    device.wire.between = async (request, send) => {
      const answer = await send();
      if (!new URL(request.url).pathname.endsWith("/feed") || !answer.ok) return answer;
      const page = parsePage(new Uint8Array(await answer.arrayBuffer()));
      const frames = (await change(page.records)).map(buildFrame);
      return new Response(buildPage(page.epoch, page.after, page.next, page.more, frames), answer);
    };
  }

  /** @param {SealedRecord[]} records that every page ends with */
  adds(...records) {
    this.shows((page) => [...page, ...records]);
  }

  /** The patient's new device, which signs in. @param {(records: SealedRecord[]) => SealedRecord[] | Promise<SealedRecord[]>} [change] of its feed */
  async fresh(change) {
    const device = new Device(server.origin);
    if (change) this.shows(change, device);
    await device.signIn(this.me.kit);
    return device;
  }

  /** @param {Session} by @param {Session} to @returns {Promise<Head>} of that log, as the patient may see it */
  async head(by, to) {
    const page = parsePage(await this.me.network.feed(0, PAGE));
    const log = b64Encode(logId(by.idPk, to.idPk));
    const records = page.records.filter(({ header }) => b64Encode(header.log) === log);
    const generation = Math.max(0, ...records.map(({ header }) => header.generation));
    return records.reduce((_, record) => headAfter(record, generation), START);
  }

  /** A ring of the patient's that their other device would have written. @param {number} ahead of the last generation @param {Ring["heads"]} heads */
  async ring(ahead, heads) {
    const { session } = this.me;
    const head = await this.head(session, session);
    const generation = head.generation + ahead;
    const ring = { ...session.ring, heads };
    const sealed = await sealRing(session.accountKey, session.idPk, generation, ring);
    return next(session, session, head, "ring", plainContent(sealed), { generation });
  }

  /** Sync stops and says why; nothing that was here is gone. */
  async alarms(device = this.ana) {
    const { state, notices } = await device.sync();
    assert.equal(state, "attention");
    assert.ok(notices.some(({ type }) => type === "history-changed"));
    assert.ok((await device.texts()).includes("Vorher."));
  }
}

/** @param {SealedRecord} record @param {number} generation @returns {Head} */
function headAfter(record, generation) {
  return { ...START, seq: record.header.seq, hash: recordHash(record), generation };
}

/** @param {{handle: string, kitCode: string}} kit @returns {Promise<Person>} */
async function enter(kit) {
  const fetch = /** @type {any} */ (new Wire().fetch);
  const network = new Network(server.origin, fetch, Date.now, () => () => {});
  const { session } = await signIn({ ...kit, passphrase: PASSPHRASE }, server.origin, network);
  return { kit, session, network };
}

/**
 * What follows `head` in the log, truly signed unless `sign` is another's.
 * @param {Session} by
 * @param {Session} to
 * @param {Head} head
 * @param {RecordType} type
 * @param {Content} [content]
 * @param {TypeMembers} [more]
 * @param {Sign} [sign]
 */
function next(by, to, head, type, content = EMPTY, more = {}, sign = by.sign) {
  return buildRecord(sign, by.idPk, to.idPk, head, type, content, more);
}

/** @param {Identity} identity @returns {Promise<Content>} of a key record: theirs, of epoch 2 */
async function keyOf(identity) {
  const kem = await KemKey.fromSeed(generateSecret());
  const sign = identity.sign.bind(identity);
  return plainContent(await buildBundle(sign, identity.public, 2, kem.public));
}

/** @param {string} name @param {(world: World) => Promise<void>} play */
function duty(name, play) {
  test(name, async () => play(await World.make()));
}

// The feed ends before the head that was named at sign-in.
duty("sign-in-head", async (world) => {
  const device = await world.fresh((records) => records.filter(({ header }) => header.seq < 3));
  const { state, notices } = await device.sync();
  assert.equal(state, "attention");
  assert.ok(notices.some(({ type }) => type === "history-changed"));
  device.wire.between = null;
  assert.equal((await device.sync()).state, "idle");
  assert.deepEqual(await device.texts(), ["Vorher."]);
});

// Another device's ring names another record than was shown here.
duty("ring-heads", async (world) => {
  const log = logId(world.me.session.idPk, world.them.idPk);
  world.adds(await world.ring(1, [{ log, seq: 1, hash: new Uint8Array(32) }]));
  await world.alarms();
});

// A ring that skips a generation.
duty("ring-generation", async (world) => {
  world.adds(await world.ring(2, []));
  await world.alarms();
});

// A contact's key of an epoch that is not above their last.
duty("key-epoch", async (world) => {
  const { them, me } = world;
  const content = await keyOf(them.identity);
  const first = await next(them, me.session, await world.head(them, me.session), "key", content);
  const second = await next(them, me.session, headAfter(first, 0), "key", content);
  world.adds(first, second);
  await world.alarms();
});

// Two devices were shown two pasts, and are to be brought together again.
duty("forked-log", async (world) => {
  const { session } = world.me;
  const device = await world.fresh();
  await device.sync();
  await world.ana.sync();
  const items = { items: [new Uint8Array(16)], revs: [new Uint8Array(16)] };
  const head = await world.head(session, session);
  const other = await next(session, session, head, "del", EMPTY, items);
  await world.ana.write("Auf der einen Seite.");
  await world.ana.sync();
  world.shows(() => [other], device);
  await device.sync();
  device.wire.between = null;
  await device.write("Auf der anderen.");
  // First it may be the network, then a restore that nobody announced.
  await device.sync();
  await world.alarms(device);
});

// Words that are withheld count as missing, and are filled in when they come after all.
duty("withheld-body", async (world) => {
  const without = async (/** @type {SealedRecord} */ record) => {
    if (record.header.type !== "put") return record;
    const { rows } = await parseContent(record);
    return { ...record, payload: putContent(rows.map((row) => ({ ...row, body: null }))).payload };
  };
  const device = await world.fresh((records) => Promise.all(records.map(without)));
  assert.deepEqual(
    (await device.sync()).notices.map(({ type }) => type),
    ["missing"],
  );
  device.wire.between = null;
  assert.deepEqual((await device.sync()).notices, []);
  assert.deepEqual(await device.texts(), ["Vorher."]);
});

// A restore that nobody announced is seen and mended though nothing new is written.
duty("lost-records", async (world) => {
  const { ana } = world;
  const copy = await Server.start({}, server);
  await ana.write("Nach der Kopie.");
  await ana.sync();
  ana.wire.redirect(server, copy);
  const pushes = () => ana.wire.sent.filter(({ path }) => path.endsWith("/records")).length;
  const before = pushes();
  const { state, notices } = await ana.sync();
  assert.equal(state, "idle");
  assert.deepEqual(
    notices.map(({ type }) => type),
    ["server-restored"],
  );
  assert.equal(pushes(), before + 1);
  assert.equal((await ana.sync()).state, "idle");
  assert.equal(pushes(), before + 1);
  assert.equal((await ana.texts()).length, 2);
  await copy.stop();
});

// A contact acknowledges what was never sent: that is told of them, and sync goes on.
duty("false-ack", async (world) => {
  const { ana, them, me } = world;
  const ack = { peerSeq: 1, peerHash: new Uint8Array(32) };
  world.adds(await next(them, me.session, await world.head(them, me.session), "ack", EMPTY, ack));
  await ana.write("Während gelogen wird.");
  const { state, waiting, notices } = await ana.sync();
  assert.deepEqual([state, waiting], ["idle", 0]);
  assert.deepEqual(
    notices.map(({ type, item }) => [type, item]),
    [["ack-differs", world.bo]],
  );
});

// Another device that signs in is told of on every device that was there before, once, and on no new one.
duty("new-device", async (world) => {
  const { ana } = world;
  const told = async (/** @type {Device} */ device) =>
    (await device.sync()).notices.filter(({ type }) => type === "device-new").length;
  await ana.sync();
  const device = await world.fresh();
  assert.deepEqual([await told(device), await told(ana)], [0, 1]);
  await ana.vault.dismissNotice({ id: "device-new" });
  assert.deepEqual([await told(ana), await told(device)], [0, 0]);
});

// A key that only the server has made up in the contact's name stops sync, and ends nothing between the two.
duty("foreign-key", async (world) => {
  const { ana, them, me } = world;
  const other = await Identity.fromSeed(generateSecret());
  const head = await world.head(them, me.session);
  const sign = other.sign.bind(other);
  world.adds(await next(them, me.session, head, "key", await keyOf(other), {}, sign));
  await world.alarms();
  ana.wire.between = null;
  assert.equal((await ana.sync()).state, "idle");
  assert.equal((await ana.vault.people())[0]?.state, "linked");
});
