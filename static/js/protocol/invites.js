// Invites (docs/protocol.md section 7). The secret s travels in a link's fragment and never to a server.

import { parseBundle } from "../wire/bundles.js";
import { b64Decode, b64Encode, h, isEqual, lbl } from "../wire/encoding.js";
import { Malformed, Tampered, Unsupported } from "../wire/errors.js";
import { buildJson, integer, members, parseJson, text } from "../wire/json.js";
import { BUNDLE, ID, PUBLIC_KEY, SIGNATURE } from "../wire/limits.js";
import { checkPublicKey, verify } from "../wire/signatures.js";
import { kdf } from "./kdf.js";
import { pad, unpad } from "./padding.js";
import { openSealed, seal } from "./seal.js";

/** @import { Bundle } from "../wire/bundles.js" */
/** @import { Bytes } from "../wire/encoding.js" */
/** @import { Identity } from "./keys.js" */

/** @typedef {"patient"|"therapist"} Role */

/**
 * What an invite link holds: the server's origin, the inviter's id_pk, the secret s.
 * @typedef {{origin: string, inviter: Bytes, secret: Bytes}} Link
 */

/**
 * What an invitee learns of the inviter; `expires` in seconds since 1970.
 * @typedef {{bundle: Bundle, name: string, role: Role, expires: number}} Offer
 */

/**
 * What an inviter learns of the invitee.
 * @typedef {{bundle: Bundle, name: string, role: Role}} Answer
 */

export const SECRET = 32;
const LINK = /^(https?:\/\/[^/?#\s]+)\/i#(\d+)\.([^.]+)\.([^.]+)$/;

/**
 * @param {Bytes} secret s
 * @returns {Bytes} 16 bytes
 */
export function inviteId(secret) {
  return h(lbl("invite", secret)).slice(0, ID);
}

/**
 * @param {string} origin
 * @param {Bytes} inviter id_pk
 * @param {Bytes} secret s
 * @returns {string} the link that an inviter shows or sends with their own app
 */
export function buildLink(origin, inviter, secret) {
  return `${origin}/i#1.${b64Encode(inviter)}.${b64Encode(secret)}`;
}

/**
 * @param {string} link
 * @returns {Link}
 * @throws {Malformed}
 * @throws {Unsupported} for another version
 */
export function parseLink(link) {
  const [, origin = "", version, inviter, secret] = LINK.exec(link.trim()) ?? [];
  if (version === undefined) throw new Malformed("not an invite link");
  if (version !== "1") throw new Unsupported(`an invite of version ${version}`);
  const idPk = checkPublicKey(b64Decode(inviter, PUBLIC_KEY));
  return { origin, inviter: idPk, secret: b64Decode(secret, SECRET) };
}

/**
 * @param {Bytes} secret s
 * @param {Bytes} bundle
 * @param {string} name
 * @param {Role} role
 * @param {number} expires seconds since 1970
 * @returns {Promise<Bytes>} the offer that an inviter leaves on the server
 */
export async function sealOffer(secret, bundle, name, role, expires) {
  const plaintext = pad(buildJson({ v: 1, bundle: b64Encode(bundle), name, role, expires }));
  return seal(await kdf(secret, "offer"), offerContext(secret), plaintext);
}

/**
 * @param {Bytes} secret s
 * @param {Bytes} inviter id_pk of the link
 * @param {Bytes} sealed
 * @returns {Promise<Offer>}
 * @throws {Tampered} for somebody else's bundle or a signature that does not hold
 */
export async function openOffer(secret, inviter, sealed) {
  const plaintext = await openSealed(await kdf(secret, "offer"), offerContext(secret), sealed);
  const value = inviteMembers(plaintext, "expires");
  const bundle = await parseBundle(b64Decode(value.bundle, BUNDLE));
  if (!isEqual(bundle.idPk, inviter))
    throw new Tampered("the offer is not by the person of the link");
  return {
    bundle,
    name: text(value.name),
    role: roleOf(value.role),
    expires: integer(value.expires),
  };
}

/**
 * @param {Bytes} secret s
 * @param {Bytes} inviter id_pk
 * @param {Identity} invitee
 * @param {Bytes} bundle of the invitee
 * @param {string} name
 * @param {Role} role
 * @returns {Promise<Bytes>}
 */
export async function sealAnswer(secret, inviter, invitee, bundle, name, role) {
  const signature = await invitee.sign("accept", inviter, invitee.public, inviteId(secret));
  const value = { v: 1, bundle: b64Encode(bundle), name, role, signature: b64Encode(signature) };
  return seal(await kdf(secret, "accept"), answerContext(secret, inviter), pad(buildJson(value)));
}

/**
 * @param {Bytes} secret s
 * @param {Bytes} inviter id_pk, one's own
 * @param {Bytes} sealed
 * @returns {Promise<Answer>} bundle and signature verified
 * @throws {Tampered} where one of them does not hold
 */
export async function openAnswer(secret, inviter, sealed) {
  const plaintext = await openSealed(
    await kdf(secret, "accept"),
    answerContext(secret, inviter),
    sealed,
  );
  const value = inviteMembers(plaintext, "signature");
  const bundle = await parseBundle(b64Decode(value.bundle, BUNDLE));
  const signature = b64Decode(value.signature, SIGNATURE);
  await verify(bundle.idPk, signature, "accept", inviter, bundle.idPk, inviteId(secret));
  return { bundle, name: text(value.name), role: roleOf(value.role) };
}

/** @param {Bytes} secret @returns {Bytes} */
function offerContext(secret) {
  return lbl("offer", inviteId(secret));
}

/** @param {Bytes} secret @param {Bytes} inviter @returns {Bytes} */
function answerContext(secret, inviter) {
  return lbl("accept", inviter, inviteId(secret));
}

/** @param {Bytes} plaintext padded @param {string} last */
function inviteMembers(plaintext, last) {
  const value = members(parseJson(unpad(plaintext)), ["v", "bundle", "name", "role", last]);
  if (value.v !== 1) throw new Unsupported("an invite of another version");
  return value;
}

/** @param {unknown} value @returns {Role} */
export function roleOf(value) {
  if (value !== "patient" && value !== "therapist") throw new Malformed("a role nobody has");
  return value;
}
