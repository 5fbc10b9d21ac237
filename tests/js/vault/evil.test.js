// A server that lies. Each lie is refused or told, and none of them shows words to anybody or takes words from anybody.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Identity } from "../../../static/js/protocol/keys.js";
import { b64Decode, b64Encode, isEqual } from "../../../static/js/wire/encoding.js";
import { buildPage, parsePage } from "../../../static/js/wire/feed.js";
import { START } from "../../../static/js/wire/headers.js";
import {
  buildFrame,
  buildRecord,
  parseContent,
  putContent,
} from "../../../static/js/wire/records.js";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @import { SealedRecord } from "../../../static/js/wire/records.js" */
/** @import { Between } from "./world.js" */

/** @type {Server} */
let server;
/** @type {Device} */
let patient;
/** @type {Device} */
let therapist;
/** @type {{handle: string, kitCode: string}} */
let kit;
/** @type {string} */
let bo;
/** @type {string} */
let ana;

before(async () => {
  server = await Server.start();
  patient = new Device(server.origin);
  therapist = new Device(server.origin);
  kit = await signUp(patient, "Ana", "patient");
  await signUp(therapist, "Bo", "therapist");
  const contacts = await link(patient, therapist);
  [bo, ana] = [contacts.forInviter, contacts.forInvitee];
});
after(() => server.stop());

/** @param {(records: SealedRecord[]) => Promise<SealedRecord[]>} change @returns {Between} */
function inFeed(change) {
  return async (request, send) => {
    const answer = await send();
    if (!new URL(request.url).pathname.endsWith("/feed") || !answer.ok) return answer;
    const page = parsePage(new Uint8Array(await answer.arrayBuffer()));
    const frames = (await change(page.records)).map(buildFrame);
    return new Response(buildPage(page.epoch, page.after, page.next, page.more, frames), answer);
  };
}

/** @param {string} path @param {(answer: any) => object} change @returns {Between} */
function inAnswer(path, change) {
  return async (request, send) => {
    const answer = await send();
    if (!new URL(request.url).pathname.endsWith(path) || !answer.ok) return answer;
    return Response.json(change(await answer.json()), { status: answer.status });
  };
}

/** @param {Device} device @returns {Promise<string[]>} */
async function noticeTypes(device) {
  return (await device.vault.syncStatus()).notices.map(({ type }) => type);
}

/** A new device of the patient's, before its first sync has ended well. @param {Between | null} between */
async function newDevice(between) {
  const device = new Device(server.origin);
  device.wire.between = between;
  await device.signIn(kit);
  return device;
}

test("a body that is withheld is told as missing, and everything else can be read", async () => {
  await patient.write("Sichtbar.");
  const hidden = await patient.write("Vorenthalten.");
  await patient.sync();
  const withhold = async (/** @type {SealedRecord[]} */ records) =>
    Promise.all(
      records.map(async (record) => {
        if (record.header.type !== "put") return record;
        const { rows } = await parseContent(record);
        const cut = rows.map((row) =>
          b64Encode(row.item) === hidden.id ? { ...row, body: null } : row,
        );
        return { ...record, payload: putContent(cut).payload };
      }),
    );
  const device = await newDevice(inFeed(withhold));
  const { state, notices } = await device.sync();
  assert.equal(state, "idle");
  assert.deepEqual(
    notices.filter(({ type }) => type === "missing").map(({ item }) => item),
    [hidden.id],
  );
  assert.deepEqual(await device.texts(), ["Sichtbar."]);
});

test("a changed body, or the body of another entry, stops sync and shows nothing", async () => {
  const change =
    (/** @type {(rows: any[]) => any[]} */ mix) => async (/** @type {SealedRecord[]} */ records) =>
      Promise.all(
        records.map(async (record) => {
          if (record.header.type !== "put") return record;
          const { rows } = await parseContent(record);
          return { ...record, payload: putContent(mix(rows)).payload };
        }),
      );
  const flip = change((rows) =>
    rows.map((row) => ({
      ...row,
      body: row.body.map((/** @type {number} */ byte, /** @type {number} */ i) =>
        i === 80 ? byte ^ 1 : byte,
      ),
    })),
  );
  const device = await newDevice(inFeed(flip));
  assert.equal((await device.sync()).state, "attention");
  assert.deepEqual(await device.vault.entries(), []);
  device.wire.between = null;
  assert.equal((await device.sync()).state, "idle");
  assert.equal((await device.vault.entries()).length, 2);
});

test("a record planted in one's own log, without the key or under another, stops sync", async () => {
  const stranger = await Identity.fromSeed(new Uint8Array(32).fill(3));
  const plant = async (/** @type {SealedRecord[]} */ records) => {
    const [first] = records;
    if (!first) return records;
    const { author } = first.header;
    const sign = stranger.sign.bind(stranger);
    return [
      ...records,
      await buildRecord(sign, author, author, { ...START, seq: 90 }, "del", undefined, {
        items: [new Uint8Array(16)],
        revs: [new Uint8Array(16)],
      }),
    ];
  };
  const device = await newDevice(inFeed(plant));
  assert.equal((await device.sync()).state, "attention");
  assert.deepEqual(await device.vault.entries(), []);
});

test("words granted by somebody who is not linked are put aside and never shown", async () => {
  const stranger = await Identity.fromSeed(new Uint8Array(32).fill(4));
  const grant = async (/** @type {SealedRecord[]} */ records) => {
    const audience = b64Decode(/** @type {any} */ (await patient.vault.serverKnows()).id_pk);
    const sign = stranger.sign.bind(stranger);
    const open = await buildRecord(sign, stranger.public, audience, START, "open");
    return [...records, open];
  };
  const device = await newDevice(inFeed(grant));
  assert.equal((await device.sync()).state, "idle");
  assert.equal((await device.vault.people()).length, 1);
});

test("a grant meant for another reader, or claimed by another author, is refused", async () => {
  await therapist.sync();
  const entry = await patient.write("Nur für Bo.");
  await patient.vault.share({ id: entry.id, person: bo });
  await patient.sync();
  const other = new Device(server.origin);
  await signUp(other, "Mallory", "therapist");
  /** @type {SealedRecord[]} */
  const stolen = [];
  therapist.wire.between = inFeed(async (records) => {
    stolen.push(...records.filter(({ header }) => header.type === "grant"));
    return records;
  });
  await therapist.sync();
  assert.equal(stolen.length, 1);
  other.wire.between = inFeed(async (records) => [...records, ...stolen]);
  assert.equal((await other.sync()).state, "attention");
  assert.deepEqual(await other.vault.people(), []);
  therapist.wire.between = null;
});

test("a grant played again after it was revoked shows nothing", async () => {
  const entry = await patient.write("Einmal gezeigt.");
  await patient.vault.share({ id: entry.id, person: bo });
  await patient.sync();
  /** @type {SealedRecord[]} */
  const grants = [];
  therapist.wire.between = inFeed(async (records) => {
    grants.push(...records.filter(({ header }) => header.type === "grant"));
    return records;
  });
  await therapist.sync();
  await patient.vault.unshare({ id: entry.id, person: bo });
  await patient.sync();
  therapist.wire.between = inFeed(async (records) => [...records, ...grants]);
  await therapist.sync();
  await assert.rejects(therapist.vault.entry({ id: entry.id }), { reason: "not-found" });
  therapist.wire.between = null;
  await therapist.sync();
});

test("an offer or an answer that was exchanged is refused, and nobody is linked", async () => {
  const cy = new Device(server.origin);
  await signUp(cy, "Cy", "patient");
  const [one, other] = [await therapist.vault.createInvite(), await therapist.vault.createInvite()];
  let swapped = "";
  cy.wire.between = inAnswer(`/invites/${other.id}`, (answer) => {
    swapped = answer.offer;
    return answer;
  });
  await cy.vault.openInvite({ link: other.link });
  cy.wire.between = inAnswer(`/invites/${one.id}`, (answer) => ({ ...answer, offer: swapped }));
  await assert.rejects(cy.vault.openInvite({ link: one.link }), { reason: "invite-invalid" });
  cy.wire.between = null;
  const { id } = await cy.vault.openInvite({ link: one.link });
  await cy.vault.acceptInvite({ id });
  therapist.wire.between = inAnswer("/invites", ({ invites }) => ({
    invites: invites.map((/** @type {any} */ invite) => ({
      ...invite,
      id: invite.id === one.id ? other.id : invite.id,
    })),
  }));
  assert.deepEqual(await therapist.vault.answers(), []);
  assert.ok((await noticeTypes(therapist)).includes("invite-contested"));
  therapist.wire.between = null;
  assert.deepEqual(
    (await therapist.vault.answers()).map(({ name }) => name),
    ["Cy"],
  );
});

test("a second answer to an invite marks it contested for its maker, and is refused to its giver", async () => {
  const { link: text } = await therapist.vault.createInvite();
  const [eve, fay] = [new Device(server.origin), new Device(server.origin)];
  await signUp(eve, "Eve", "patient");
  await signUp(fay, "Fay", "patient");
  const opened = await Promise.all(
    [eve, fay].map((device) => device.vault.openInvite({ link: text })),
  );
  await eve.vault.acceptInvite({ id: opened[0]?.id ?? "" });
  await assert.rejects(fay.vault.acceptInvite({ id: opened[1]?.id ?? "" }), {
    reason: "invite-spent",
  });
  const answer = (await therapist.vault.answers()).find(({ name }) => name === "Eve");
  assert.equal(answer?.contested, true);
});

test("a weaker or unknown way to stretch the passphrase is refused before anything is stretched or sent", async () => {
  for (const profile of [0, 2]) {
    const device = new Device(server.origin);
    device.wire.between = inAnswer("/challenges", (answer) => {
      const parameters = b64Decode(answer.parameters);
      parameters[0] = profile;
      return { ...answer, parameters: b64Encode(parameters) };
    });
    const signing = device.vault.signIn({
      handle: kit.handle,
      passphrase: PASSPHRASE,
      kitCode: kit.kitCode,
    });
    await assert.rejects(signing, { reason: "server" });
    assert.ok(!device.wire.sent.some(({ path }) => path.endsWith("/sessions")));
    assert.equal((await device.vault.status()).state, "empty");
  }
});

test("a ring, a wrapped key or an identity of somebody else is refused at signing in, and nothing is kept", async () => {
  const swaps = [
    (/** @type {any} */ answer) => ({ ...answer, wrapped: flipped(answer.wrapped) }),
    (/** @type {any} */ answer) => ({ ...answer, id_pk: b64Encode(new Uint8Array(32).fill(9)) }),
    (/** @type {any} */ answer) => ({
      ...answer,
      ring: { ...answer.ring, body: flipped(answer.ring.body) },
    }),
    (/** @type {any} */ answer) => ({
      ...answer,
      ring: { ...answer.ring, generation: answer.ring.generation + 1 },
    }),
  ];
  for (const swap of swaps) {
    const device = new Device(server.origin);
    device.wire.between = inAnswer("/sessions", swap);
    const signing = device.vault.signIn({
      handle: kit.handle,
      passphrase: PASSPHRASE,
      kitCode: kit.kitCode,
    });
    await assert.rejects(signing, { reason: "sign-in-failed" });
    assert.equal((await device.vault.status()).state, "empty");
  }
});

/** @param {string} text b64 @returns {string} with one bit changed */
function flipped(text) {
  return b64Encode(b64Decode(text).map((byte, i) => (i === 70 ? byte ^ 4 : byte)));
}

test("a login that is played again is refused", async () => {
  await patient.vault.signInAgain({ passphrase: PASSPHRASE });
  const login = patient.wire.sent.findLast(
    ({ method, path }) => method === "POST" && path.endsWith("/sessions"),
  );
  const session = await fetch(`${server.origin}/api/v1/session`);
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { csrf } = await session.json();
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf, Cookie: cookie };
  const again = await fetch(`${server.origin}/api/v1/sessions`, {
    method: "POST",
    headers,
    body: Buffer.from(login?.body ?? []),
  });
  assert.equal(again.status, 401);
});

test("a server that claims to have less than it had is told, and loses nothing of what this device has", async () => {
  const device = await newDevice(null);
  await device.sync();
  const count = (await device.vault.entries()).length;
  device.wire.between = async (request, send) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.endsWith("/feed") || searchParams.get("after") === "0") return send();
    return Response.json(
      { type: "/problems/feed-ahead" },
      { status: 409, headers: { "Content-Type": "application/problem+json" } },
    );
  };
  await device.sync();
  assert.ok((await noticeTypes(device)).includes("server-restored"));
  assert.equal((await device.vault.entries()).length, count);
  device.wire.between = null;
  assert.equal((await device.sync()).state, "idle");
});

test("two histories shown to two devices are told at the first record after they meet", async () => {
  const [first, second] = [await newDevice(null), await newDevice(null)];
  for (const device of [first, second, first, patient]) await device.sync();
  const fork = await Server.start({}, server);
  try {
    second.wire.redirect(server, fork);
    await first.write("Auf dem einen.");
    await second.write("Auf dem anderen.");
    await Promise.all([first.sync(), second.sync()]);
    second.wire.redirect(server, null);
    await first.write("Noch eins.");
    await first.sync();
    const { state, notices } = await second.sync();
    assert.equal(state, "attention");
    assert.ok(notices.some(({ type }) => type === "history-changed"));
    assert.ok((await second.texts()).includes("Auf dem anderen."));
  } finally {
    await fork.stop();
  }
});

test("nobody's id is somebody else's", async () => {
  const [person] = await therapist.vault.people();
  assert.equal(person?.id, ana);
  assert.ok(!isEqual(b64Decode(ana), b64Decode(bo)));
});
