// The ring (docs/protocol.md section 2): every secret of an account but A, sealed under A.

import { readBundle } from "../wire/bundles.js";
import { b64Decode, b64Encode, isEqual, lbl, u32be } from "../wire/encoding.js";
import { Malformed, Tampered, Unsupported } from "../wire/errors.js";
import { boolean, buildJson, integer, list, members, parseJson, text } from "../wire/json.js";
import { BUNDLE, DIGEST, ID, PUBLIC_KEY, RING, U32 } from "../wire/limits.js";
import { roleOf } from "./invites.js";
import { kdf } from "./kdf.js";
import { Identity } from "./keys.js";
import { KIT } from "./kit.js";
import { pad, paddedLength, unpad } from "./padding.js";
import { openSealed, seal, sealedLength } from "./seal.js";

/** @import { Bytes } from "../wire/encoding.js" */
/** @import { Role } from "./invites.js" */

/** @typedef {"link"|"in_person"} HowVerified */
/** @typedef {"waiting"|"linked"|"closed"} ContactState */

/** Bytes that stay free for whoever is linked last: a contact with the heads of both logs takes some 2,100. */
const RESERVE = 16_384;

/**
 * A KEM seed or a journal key (32 bytes) and the epoch it belongs to, from 1.
 * @typedef {{epoch: number, secret: Bytes}} Epoch
 */

/**
 * A pinned person. `dosing`: they may see dosing sessions; `since` in seconds since 1970.
 * @typedef {{idPk: Bytes, bundle: Bytes, name: string, role: Role, verified: HowVerified, state: ContactState, dosing: boolean, since: number}} Contact
 */

/**
 * An invite of one's own that may still be answered; `expires` in seconds since 1970.
 * @typedef {{id: Bytes, secret: Bytes, expires: number}} OpenInvite
 */

/**
 * The head of a log as this account knew it.
 * @typedef {{log: Bytes, seq: number, hash: Bytes}} LogHead
 */

/**
 * @typedef {{sign: Bytes, kem: Epoch[], journal: Epoch[], kit: Bytes, name: string, role: Role, contacts: Contact[],
 *   invites: OpenInvite[], heads: LogHead[]}} Ring
 */

/**
 * @param {Bytes} accountKey A
 * @param {Bytes} idPk
 * @param {number} generation from 1
 * @param {Ring} ring
 * @returns {Promise<Bytes>} body of the `ring` record
 * @throws {Malformed} past 1,048,576 bytes
 */
export async function sealRing(accountKey, idPk, generation, ring) {
  const context = lbl("ring", idPk, u32be(generation));
  const sealed = await seal(
    await kdf(accountKey, "ring"),
    context,
    pad(buildJson(ringToJson(ring))),
  );
  if (sealed.length > RING) throw new Malformed("a ring too long to be stored");
  return sealed;
}

/**
 * @param {Bytes} accountKey A
 * @param {Bytes} idPk
 * @param {number} generation
 * @param {Bytes} sealed
 * @returns {Promise<Ring>}
 * @throws {Tampered} when its sign seed is not the identity `idPk`
 * @throws {Unsupported} for another version
 */
export async function openRing(accountKey, idPk, generation, sealed) {
  const context = lbl("ring", idPk, u32be(generation));
  const ring = await ringFromJson(
    parseJson(unpad(await openSealed(await kdf(accountKey, "ring"), context, sealed))),
  );
  const identity = await Identity.fromSeed(ring.sign);
  if (!isEqual(identity.public, idPk)) throw new Tampered("a ring of somebody else");
  return ring;
}

/**
 * @param {Ring} ring
 * @returns {boolean} whether one more person may be invited, answered or confirmed: what two devices add at once is still stored then
 */
export function hasRoom(ring) {
  const length = buildJson(ringToJson(ring)).length + RESERVE;
  return sealedLength(paddedLength(length)) <= RING;
}

/**
 * Both rings' epochs, contacts and invites; where both have an element, the later writer's stands. Of a log's heads the higher stands.
 * @param {Ring} earlier
 * @param {Ring} later
 * @returns {Ring}
 * @throws {Tampered} when they are rings of two people
 */
export function mergeRings(earlier, later) {
  if (!isEqual(earlier.sign, later.sign)) throw new Tampered("rings of two people");
  const heads = [...earlier.heads, ...later.heads].sort((a, b) => a.seq - b.seq);
  return {
    ...later,
    kem: union(earlier.kem, later.kem, byEpoch).sort((a, b) => a.epoch - b.epoch),
    journal: union(earlier.journal, later.journal, byEpoch).sort((a, b) => a.epoch - b.epoch),
    contacts: union(earlier.contacts, later.contacts, (one) => b64Encode(one.idPk)),
    invites: union(earlier.invites, later.invites, (one) => b64Encode(one.id)),
    heads: union([], heads, (one) => b64Encode(one.log)),
  };
}

/**
 * What changed from `base` to `mine`, done to `theirs` instead: neither device undoes what the other changed.
 * @param {Ring} base   the published ring that `mine` grew from
 * @param {Ring} mine
 * @param {Ring} theirs
 * @returns {Ring}
 * @throws {Tampered} when they are rings of two people
 */
export function rebaseRing(base, mine, theirs) {
  const before = ringToJson(base);
  const now = ringToJson(mine);
  const isNew = (/** @type {"contacts"|"invites"} */ name) => {
    const known = new Set(before[name].map((/** @type {object} */ one) => JSON.stringify(one)));
    return (/** @type {unknown} */ _one, /** @type {number} */ i) =>
      !known.has(JSON.stringify(now[name][i]));
  };
  const changed = {
    ...mine,
    name: mine.name === base.name ? theirs.name : mine.name,
    kit: isEqual(mine.kit, base.kit) ? theirs.kit : mine.kit,
    contacts: mine.contacts.filter(isNew("contacts")),
    invites: mine.invites.filter(isNew("invites")),
  };
  const merged = mergeRings(theirs, changed);
  const kept = new Set(mine.invites.map(({ id }) => b64Encode(id)));
  const spent = new Set(base.invites.map(({ id }) => b64Encode(id)).filter((id) => !kept.has(id)));
  return { ...merged, invites: merged.invites.filter(({ id }) => !spent.has(b64Encode(id))) };
}

/**
 * @param {Ring} ring
 * @param {Contact} contact
 * @returns {Ring} with one element of `contacts` added or replaced as a whole
 */
export function withContact(ring, contact) {
  return { ...ring, contacts: union(ring.contacts, [contact], (one) => b64Encode(one.idPk)) };
}

/**
 * @template T
 * @param {T[]} earlier
 * @param {T[]} later
 * @param {(element: T) => string | number} keyOf
 * @returns {T[]}
 */
function union(earlier, later, keyOf) {
  return [...new Map([...earlier, ...later].map((one) => [keyOf(one), one])).values()];
}

/** @param {Epoch} one */
function byEpoch(one) {
  return one.epoch;
}

/**
 * @param {Ring} ring
 * @returns {import("../wire/json.js").JsonObject} the JSON value that is sealed
 */
export function ringToJson(ring) {
  return {
    v: 1,
    sign: b64Encode(ring.sign),
    kem: ring.kem.map(({ epoch, secret }) => ({ epoch, seed: b64Encode(secret) })),
    journal: ring.journal.map(({ epoch, secret }) => ({ epoch, key: b64Encode(secret) })),
    kit: b64Encode(ring.kit),
    name: ring.name,
    role: ring.role,
    contacts: ring.contacts.map(({ idPk, bundle, name, role, verified, state, dosing, since }) => {
      return {
        id_pk: b64Encode(idPk),
        bundle: b64Encode(bundle),
        name,
        role,
        verified,
        state,
        dosing,
        since,
      };
    }),
    invites: ring.invites.map(({ id, secret, expires }) => ({
      id: b64Encode(id),
      s: b64Encode(secret),
      expires,
    })),
    heads: ring.heads.map(({ log, seq, hash }) => ({
      log: b64Encode(log),
      seq,
      hash: b64Encode(hash),
    })),
  };
}

const MEMBERS = [
  "v",
  "sign",
  "kem",
  "journal",
  "kit",
  "name",
  "role",
  "contacts",
  "invites",
  "heads",
];

/**
 * @param {any} value
 * @returns {Promise<Ring>} every member checked and every contact's bundle verified
 */
export async function ringFromJson(value) {
  if (typeof value !== "object" || value === null || !("v" in value))
    throw new Malformed("not a ring");
  if (value.v !== 1) throw new Unsupported("a ring of another version");
  members(value, MEMBERS);
  return {
    sign: b64Decode(value.sign, 32),
    kem: epochs(value.kem, "seed"),
    journal: epochs(value.journal, "key"),
    kit: b64Decode(value.kit, KIT),
    name: text(value.name),
    role: roleOf(value.role),
    contacts: distinct(await Promise.all(list(value.contacts).map(contactOf)), (one) =>
      b64Encode(one.idPk),
    ),
    invites: distinct(list(value.invites).map(inviteOf), (one) => b64Encode(one.id)),
    heads: distinct(list(value.heads).map(headOf), (one) => b64Encode(one.log)),
  };
}

/** @param {unknown} value @param {string} secret @returns {Epoch[]} */
function epochs(value, secret) {
  const found = list(value).map((element) => {
    const one = members(element, ["epoch", secret]);
    return { epoch: integer(one.epoch, 1, U32), secret: b64Decode(one[secret], 32) };
  });
  if (found.length === 0) throw new Malformed("a ring without its first epoch");
  return distinct(found, byEpoch);
}

const CONTACT = ["id_pk", "bundle", "name", "role", "verified", "state", "dosing", "since"];

/** @param {unknown} value @returns {Promise<Contact>} */
async function contactOf(value) {
  const one = members(value, CONTACT);
  const bundle = await readBundle(b64Decode(one.bundle, BUNDLE));
  if (!isEqual(bundle.idPk, b64Decode(one.id_pk, PUBLIC_KEY))) {
    throw new Tampered("a contact with somebody else's bundle");
  }
  return {
    idPk: bundle.idPk,
    bundle: bundle.data,
    name: text(one.name),
    role: roleOf(one.role),
    verified: oneOf(one.verified, /** @type {const} */ (["link", "in_person"])),
    state: oneOf(one.state, /** @type {const} */ (["waiting", "linked", "closed"])),
    dosing: boolean(one.dosing),
    since: integer(one.since),
  };
}

/** @param {unknown} value @returns {OpenInvite} */
function inviteOf(value) {
  const one = members(value, ["id", "s", "expires"]);
  return { id: b64Decode(one.id, ID), secret: b64Decode(one.s, 32), expires: integer(one.expires) };
}

/** @param {unknown} value @returns {LogHead} */
function headOf(value) {
  const one = members(value, ["log", "seq", "hash"]);
  return {
    log: b64Decode(one.log, ID),
    seq: integer(one.seq, 1),
    hash: b64Decode(one.hash, DIGEST),
  };
}

/**
 * @template T
 * @param {T[]} elements
 * @param {(element: T) => string | number} keyOf
 * @returns {T[]}
 */
function distinct(elements, keyOf) {
  if (new Set(elements.map(keyOf)).size !== elements.length)
    throw new Malformed("an element stands twice");
  return elements;
}

/**
 * @template {string} T
 * @param {unknown} value
 * @param {readonly T[]} allowed
 * @returns {T}
 */
function oneOf(value, allowed) {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Malformed(`not one of ${allowed.join(", ")}`);
  return found;
}
