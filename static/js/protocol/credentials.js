// Credentials and login (docs/protocol.md section 3).

import { concat, h, lbl, utf8 } from "../wire/encoding.js";
import { Malformed, Unsupported } from "../wire/errors.js";
import { ID } from "../wire/limits.js";
import { kdf } from "./kdf.js";
import { Identity } from "./keys.js";
import { normalisePassphrase } from "./passphrase.js";
import { openSealed, seal } from "./seal.js";

/** @import { Bytes } from "../wire/encoding.js" */

/** @typedef {"password"|"kit"|"passkey"|"link"} CredentialKind */

/**
 * One row on the server: id (16), verifier (32), wrapped (104).
 * @typedef {{id: Bytes, kind: CredentialKind, verifier: Bytes, wrapped: Bytes, parameters: Bytes}} Credential
 */

export const PROFILE = 1;
export const SALT = 16;
const KINDS = ["password", "kit", "passkey", "link"];

/**
 * STRETCH(P, S, K): Argon2id v1.3, profile 1 (64 MiB, 3 passes, 1 lane), 32 bytes (RFC 9106).
 * @param {Bytes} passphrase P
 * @param {Bytes} salt S, 16 bytes
 * @param {Bytes} secret K
 * @returns {Promise<Bytes>}
 */
export async function stretch(passphrase, salt, secret) {
  // Loaded when first needed: most starts of the app do not stretch.
  await import("../../vendor/argon2.js");
  const stretched = await globalThis.hashwasm.argon2id({
    password: passphrase,
    salt,
    secret,
    memorySize: 65_536,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(stretched);
}

/**
 * @param {Bytes} kit R
 * @returns {Promise<Bytes>} K = KDF(R, "pepper"): what a device keeps so that the passphrase alone unlocks it
 */
export function pepper(kit) {
  return kdf(kit, "pepper");
}

/**
 * @param {string} passphrase
 * @param {Bytes} pepper K
 * @param {Bytes} salt of the credential, 16 bytes
 * @param {string} handle normalised
 * @returns {Promise<Bytes>} the x of a `password` credential
 * @throws {Malformed} for a short passphrase
 */
export async function passwordSecret(passphrase, pepper, salt, handle) {
  const stretchSalt = h(lbl("salt", salt, utf8(handle))).slice(0, SALT);
  return stretch(normalisePassphrase(passphrase), stretchSalt, pepper);
}

/**
 * @param {Bytes} kit R
 * @returns {Promise<Bytes>} the x of a `kit` credential
 */
export function kitSecret(kit) {
  return kdf(kit, "kit");
}

/** @returns {Bytes} the constant PRF input of every passkey; its 32-byte output is x */
export function passkeyInput() {
  return h(lbl("prf"));
}

/**
 * @param {Bytes} rawId
 * @returns {Bytes} id of the credential that belongs to this passkey
 */
export function passkeyId(rawId) {
  return h(lbl("passkey", rawId)).slice(0, ID);
}

/**
 * @param {Bytes} salt 16 bytes
 * @returns {Bytes} `u8 profile ‖ salt`
 */
export function passwordParameters(salt) {
  return concat(Uint8Array.of(PROFILE), salt);
}

/**
 * @param {Bytes} parameters
 * @returns {Bytes} the salt, 16 bytes
 * @throws {Unsupported} for any profile but 1
 * @throws {Malformed} for another length
 */
export function parsePasswordParameters(parameters) {
  if (parameters.length !== 1 + SALT) throw new Malformed("password parameters of another length");
  if (parameters[0] !== PROFILE)
    throw new Unsupported(`a passphrase profile of number ${parameters[0]}`);
  return parameters.slice(1);
}

/**
 * @param {CredentialKind} kind
 * @param {Bytes} x
 * @param {Bytes} id
 * @param {Bytes} parameters
 * @param {Bytes} idPk
 * @param {Bytes} accountKey A
 * @returns {Promise<Credential>} lets x sign in and open A
 */
export async function makeCredential(kind, x, id, parameters, idPk, accountKey) {
  const context = wrapContext(kind, idPk, id, parameters);
  const wrapped = await seal(await kdf(x, "wrap", id), context, accountKey);
  const { public: verifier } = await loginKey(x, id);
  return { id, kind, verifier, wrapped, parameters };
}

/**
 * @param {CredentialKind} kind
 * @param {Bytes} x
 * @param {Bytes} id
 * @param {Bytes} parameters
 * @param {Bytes} idPk
 * @param {Bytes} wrapped
 * @returns {Promise<Bytes>} A
 * @throws {import("../wire/errors.js").WrongKey} for another x, account or row
 */
export async function openAccountKey(kind, x, id, parameters, idPk, wrapped) {
  const accountKey = await openSealed(
    await kdf(x, "wrap", id),
    wrapContext(kind, idPk, id, parameters),
    wrapped,
  );
  if (accountKey.length !== 32) throw new Malformed("an account key has 32 bytes");
  return accountKey;
}

/**
 * @param {Bytes} x
 * @param {Bytes} id
 * @param {string} origin as a browser writes it
 * @param {Bytes} challenge 32 bytes
 * @returns {Promise<Bytes>} SIGN(login key, "login", origin, id, challenge)
 */
export async function loginSignature(x, id, origin, challenge) {
  return (await loginKey(x, id)).sign("login", utf8(origin), id, challenge);
}

/**
 * @param {Bytes} x
 * @param {Bytes} id
 * @param {string} origin as a browser writes it
 * @param {Bytes} challenge 32 bytes
 * @param {string} act method, space and path
 * @param {Bytes} body of the request, empty where it has none
 * @returns {Promise<Bytes>} SIGN(login key, "prove", origin, id, challenge, act, H(body))
 */
export async function proofSignature(x, id, origin, challenge, act, body) {
  const key = await loginKey(x, id);
  return key.sign("prove", utf8(origin), id, challenge, utf8(act), h(body));
}

/** @param {Bytes} x @param {Bytes} id @returns {Promise<Identity>} */
async function loginKey(x, id) {
  return Identity.fromSeed(await kdf(x, "login", id));
}

/** @param {string} kind @param {Bytes} idPk @param {Bytes} id @param {Bytes} parameters */
function wrapContext(kind, idPk, id, parameters) {
  if (!KINDS.includes(kind)) throw new Unsupported(`a credential of kind "${kind}"`);
  return lbl("wrap", utf8(kind), idPk, id, parameters);
}
