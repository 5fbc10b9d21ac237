// Making an account, signing in and unlocking: docs/protocol.md sections 2 and 3. Signing in never makes keys.

import {
  kitSecret,
  loginSignature,
  makeCredential,
  openAccountKey,
  parsePasswordParameters,
  passwordParameters,
  passwordSecret,
  pepper,
  proofSignature,
  SALT,
} from "../../protocol/credentials.js";
import { isGuessable } from "../../protocol/guessable.js";
import { KemKey } from "../../protocol/keys.js";
import { KIT, kitCharacters, kitToText, textToKit } from "../../protocol/kit.js";
import { normalisePassphrase } from "../../protocol/passphrase.js";
import { generateSecret, randomBelow } from "../../protocol/random.js";
import { openRing, sealRing } from "../../protocol/ring.js";
import { buildBundle } from "../../wire/bundles.js";
import { b64Decode, b64Encode, concat, isEqual } from "../../wire/encoding.js";
import { ProtocolError, WrongKey } from "../../wire/errors.js";
import { normaliseHandle } from "../../wire/handles.js";
import { START } from "../../wire/headers.js";
import { ID } from "../../wire/limits.js";
import { buildFrame, buildRecord, plainContent, verifyRecord } from "../../wire/records.js";
import { headsOf } from "../device/local-ring.js";
import { Session } from "../device/session.js";
import { toVaultError } from "../errors.js";
import { NetworkProblem } from "../network.js";
import { VaultError } from "../vault-error.js";

/** @import { Role } from "../../domain/people.js" */
/** @import { Credential } from "../../protocol/credentials.js" */
/** @import { Ring } from "../../protocol/ring.js" */
/** @import { Place } from "../../sync/types.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { SealedRecord } from "../../wire/records.js" */
/** @import { Device } from "../device/device.js" */
/** @import { Reason } from "../types.js" */
/** @import { Network } from "../network.js" */

/**
 * Somebody who is signed in and unlocked, and the device's record of it. `promised`: heads that the server and the ring named then.
 * @typedef {{session: Session, device: Device, promised?: Place[]}} Entered
 */

/**
 * An account that exists on this device only, until its kit has been proved.
 * @typedef {object} NewAccount
 * @property {Entered} entered
 * @property {string} kitCode
 * @property {number[]} ask          positions of the characters to be typed back
 * @property {Credential[]} credentials
 * @property {Bytes} x               of the passphrase, to sign in where an answer was lost
 * @property {SealedRecord[]} records
 * @property {boolean} perhapsMade   a request was sent and its answer did not come
 * @property {boolean} isMade        the server has it
 */

/** @typedef {import("../network.js").SignedIn & {id: Bytes}} Answered */
/** Id of a credential and its secret x. @typedef {{id: Bytes, x: Bytes}} LoginKey */

const ASKED = 4;

/**
 * Everything about a new account that does not do, at once.
 * @param {{handle: string, passphrase: string, name: string}} input
 * @param {readonly string[]} common  what people choose first (content/guessable.json)
 * @returns {{handle?: Reason, passphrase?: Reason}} `handle-invalid`; `passphrase-short` or `passphrase-guessable`
 */
export function signUpFaults({ handle, passphrase, name }, common) {
  const names = [handle.trim().toLowerCase(), name];
  return {
    ...faultOf("handle", () => checkedHandle(handle)),
    ...faultOf("passphrase", () => checkNewPassphrase(passphrase, names, common)),
  };
}

/** @param {string} field @param {() => unknown} check */
function faultOf(field, check) {
  try {
    check();
    return {};
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return { [field]: error.reason };
  }
}

/** @param {string} handle */
function checkedHandle(handle) {
  return orFail("handle-invalid", () => normaliseHandle(handle.trim()));
}

/**
 * @param {{handle: string, passphrase: string, name: string, role: Role}} input
 * @param {string} origin
 * @param {readonly string[]} common
 * @returns {Promise<NewAccount>} nothing is sent or stored
 * @throws {VaultError} `handle-invalid`, `passphrase-short` or `passphrase-guessable`
 */
export async function prepareAccount(input, origin, common) {
  const handle = checkedHandle(input.handle);
  checkNewPassphrase(input.passphrase, [handle, input.name], common);
  const accountKey = generateSecret();
  const ring = newRing(input);
  const session = await Session.of(accountKey, ring);
  const made = await newPassword(input.passphrase, ring.kit, handle, session);
  const { credential: password, x } = made;
  const kitX = await kitSecret(ring.kit);
  const kit = await makeCredential(
    "kit",
    kitX,
    generateSecret(ID),
    new Uint8Array(0),
    session.idPk,
    accountKey,
  );
  const { idPk } = session;
  const device = { handle, origin, idPk, pepper: made.pepper, credential: password, capture: null };
  const kitCode = kitToText(ring.kit);
  return {
    entered: { session, device },
    kitCode,
    ask: askedOf(kitCode),
    credentials: [password, kit],
    x,
    records: await firstRecords(session),
    perhapsMade: false,
    isMade: false,
  };
}

/**
 * @param {string} passphrase
 * @param {string[]} names the handle and the name
 * @param {readonly string[]} common
 * @throws {VaultError} `passphrase-short` or `passphrase-guessable`
 */
export function checkNewPassphrase(passphrase, names, common) {
  orFail("passphrase-short", () => normalisePassphrase(passphrase));
  if (isGuessable(passphrase, names, common)) throw new VaultError("passphrase-guessable");
}

/**
 * @param {string} passphrase
 * @param {Bytes} kit R
 * @param {string} handle
 * @param {Pick<Session, "idPk"|"accountKey">} session
 * @returns {Promise<{credential: Credential, x: Bytes, pepper: Bytes}>} a new `password` credential, its secret, and K
 */
export async function newPassword(passphrase, kit, handle, { idPk, accountKey }) {
  const salt = generateSecret(SALT);
  const k = await pepper(kit);
  const x = await passwordSecret(passphrase, k, salt, handle);
  const parameters = passwordParameters(salt);
  const id = generateSecret(ID);
  const credential = await makeCredential("password", x, id, parameters, idPk, accountKey);
  return { credential, x, pepper: k };
}

/**
 * @param {Pick<NewAccount, "kitCode"|"ask">} shown
 * @param {string} characters
 * @throws {VaultError} `wrong-characters`
 */
export function checkCharacters({ kitCode, ask }, characters) {
  const code = kitCharacters(kitCode);
  const wanted = ask.map((position) => code[position]).join("");
  if (kitCharacters(characters) !== wanted) throw new VaultError("wrong-characters");
}

/**
 * @param {NewAccount} account
 * @param {Network} network
 * @param {string} [code] where registration asks for one
 * @throws {VaultError}
 */
export async function makeAccount(account, network, code) {
  const { device } = account.entered;
  try {
    await network.createAccount({
      handle: device.handle,
      credentials: account.credentials.map(credentialJson),
      records: b64Encode(concat(...account.records.map(buildFrame))),
      ...(code !== undefined && { code }),
    });
  } catch (error) {
    if (!(error instanceof NetworkProblem)) throw error;
    if (error.kind === "network") account.perhapsMade = true;
    if (error.problem === "handle-taken" && account.perhapsMade) return signInTo(account, network);
    throw await signUpError(error, network);
  }
}

/**
 * The handle is taken, perhaps by this very account, whose making was answered to nobody.
 * @param {NewAccount} account
 * @param {Network} network
 */
async function signInTo({ entered: { device }, x }, network) {
  const answer = await login(
    network,
    device.origin,
    { credential: b64Encode(device.credential.id) },
    async () => x,
  ).catch(() => null);
  if (!answer || !isEqual(answer.idPk, device.idPk)) throw new VaultError("handle-taken");
}

/** @param {NetworkProblem} error @param {Network} network @returns {Promise<VaultError>} */
async function signUpError(error, network) {
  if (error.problem === "handle-taken") return new VaultError("handle-taken", error);
  if (error.problem === "invalid") return new VaultError("handle-invalid", error);
  if (error.problem !== "registration") return toVaultError(error);
  const { registration } = await network.session();
  return new VaultError(
    registration === "closed" ? "registration-closed" : "registration-code",
    error,
  );
}

/**
 * @param {{handle: string, passphrase: string, kitCode: string}} input
 * @param {string} origin
 * @param {Network} network
 * @returns {Promise<Entered>}
 * @throws {VaultError}
 */
export async function signIn(input, origin, network) {
  const handle = checkedHandle(input.handle);
  const kit = orFail("wrong-kit-code", () => textToKit(input.kitCode));
  orFail("sign-in-failed", () => normalisePassphrase(input.passphrase));
  const k = await pepper(kit);
  let x = new Uint8Array(0);
  const answer = await login(network, origin, { handle, kind: "password" }, async (parameters) => {
    x = await passwordSecret(input.passphrase, k, parsePasswordParameters(parameters), handle);
    return x;
  });
  const { idPk, parameters, wrapped, id } = answer;
  const credential = { id, parameters, wrapped };
  const device = { handle, origin, idPk, pepper: k, credential, capture: null };
  return { device, ...(await openAnswer("password", x, answer)) };
}

/**
 * @param {"password"|"kit"} kind
 * @param {Bytes} x
 * @param {Answered} answer of the server to a login
 * @returns {Promise<{session: Session, promised: Place[]}>}
 * @throws {VaultError} `sign-in-failed`
 */
export async function openAnswer(kind, x, answer) {
  const { idPk, parameters, wrapped, id, generation } = answer;
  const accountKey = await openAccountKey(kind, x, id, parameters, idPk, wrapped).catch(notOurs);
  const ring = await openRing(accountKey, idPk, generation, answer.ring).catch(notOurs);
  const session = await Session.of(accountKey, ring);
  return { session, promised: [{ log: session.own, ...answer.head }, ...headsOf(ring)] };
}

/**
 * @param {Device} device
 * @param {string} passphrase
 * @returns {Promise<Bytes>} A; works offline
 * @throws {VaultError} `wrong-passphrase`
 */
export async function unlockDevice(device, passphrase) {
  return unwrap(device, await secretOf(device, passphrase));
}

/**
 * Only the server's session is made anew.
 * @param {Device} device
 * @param {string} passphrase
 * @param {Network} network
 * @throws {VaultError} `wrong-passphrase`, or what the network says
 */
export async function signInAgain(device, passphrase, network) {
  const x = await secretOf(device, passphrase);
  // A wrong passphrase is told before anything is sent.
  await unwrap(device, x);
  const credential = b64Encode(device.credential.id);
  const answer = await login(network, device.origin, { credential }, async () => x);
  if (!isEqual(answer.idPk, device.idPk)) throw new VaultError("sign-in-failed");
}

/**
 * A request that a session alone does not open (docs/protocol.md section 3): the passphrase is asked for, and its login key signs it.
 * @param {Device} device
 * @param {string} passphrase
 * @param {Network} network
 * @param {{method: string, path: string, body?: object}} request path below `/api/v1/`
 * @throws {VaultError} `wrong-passphrase` before anything is sent
 * @throws {NetworkProblem} what the server says; `proof-needed` also where the request was sent twice on the way and has been done
 */
export async function proveByPassphrase(device, passphrase, network, request) {
  const x = await secretOf(device, passphrase);
  await unwrap(device, x);
  return prove({ id: device.credential.id, x }, device.origin, network, request);
}

/**
 * As `proveByPassphrase`, by the kit code, which stands on paper.
 * @param {Device} device
 * @param {string} kitCode
 * @param {Network} network
 * @param {{method: string, path: string, body?: object}} request
 * @throws {VaultError} `wrong-kit-code` for what is no kit code
 * @throws {NetworkProblem} `proof-needed` for that of another account
 */
export async function proveByKit({ handle, origin }, kitCode, network, request) {
  const x = await kitSecret(orFail("wrong-kit-code", () => textToKit(kitCode)));
  const { id } = await network.challenge({ handle, kind: "kit" });
  return prove({ id: b64Decode(id, ID), x }, origin, network, request);
}

/**
 * @param {LoginKey} key of a credential of this account
 * @param {string} origin
 * @param {Network} network
 * @param {{method: string, path: string, body?: object}} request
 */
export async function prove({ id, x }, origin, network, { method, path, body }) {
  const { challenge } = await network.challenge({ credential: b64Encode(id) });
  return network.proved(method, path, body, async (act, bytes) => {
    const signature = await proofSignature(x, id, origin, challenge, act, bytes);
    return [id, challenge, signature].map(b64Encode).join(".");
  });
}

/** @param {Device} device @param {Bytes} x @returns {Promise<Bytes>} A */
function unwrap({ idPk, credential }, x) {
  const { id, parameters, wrapped } = credential;
  return openAccountKey("password", x, id, parameters, idPk, wrapped).catch((error) => {
    throw error instanceof WrongKey ? new VaultError("wrong-passphrase", error) : error;
  });
}

/** @param {Device} device @param {string} passphrase @returns {Promise<Bytes>} x */
export async function secretOf({ handle, pepper, credential }, passphrase) {
  orFail("wrong-passphrase", () => normalisePassphrase(passphrase));
  return passwordSecret(passphrase, pepper, parsePasswordParameters(credential.parameters), handle);
}

/**
 * @param {Network} network
 * @param {string} origin
 * @param {{handle: string, kind: "password"|"kit"} | {credential: string}} asking
 * @param {(parameters: Bytes) => Promise<Bytes>} secret x for these parameters; refuses those it does not know before it stretches
 * @returns {Promise<Answered>}
 * @throws {VaultError}
 */
export async function login(network, origin, asking, secret) {
  try {
    const challenge = await network.challenge(asking);
    const id = b64Decode(challenge.id, ID);
    const x = await secret(challenge.parameters);
    const signature = await loginSignature(x, id, origin, challenge.challenge);
    return { ...(await network.signIn(challenge.id, challenge.challenge, signature)), id };
  } catch (error) {
    if (error instanceof ProtocolError) throw new VaultError("server", error);
    if (/** @type {NetworkProblem} */ (error).problem === "sign-in-failed")
      throw new VaultError("sign-in-failed", error);
    throw toVaultError(error);
  }
}

/** @param {unknown} error @returns {never} the server answered with secrets that are not this person's */
export function notOurs(error) {
  throw new VaultError("sign-in-failed", error);
}

/** @param {{name: string, role: Role}} input @returns {Ring} */
function newRing({ name, role }) {
  return {
    sign: generateSecret(),
    kem: [{ epoch: 1, secret: generateSecret() }],
    journal: [{ epoch: 1, secret: generateSecret() }],
    kit: generateSecret(KIT),
    name: name.trim().toWellFormed(),
    role,
    contacts: [],
    invites: [],
    heads: [],
  };
}

/** @param {Session} session @returns {Promise<SealedRecord[]>} `key`, and `ring` of generation 1 */
async function firstRecords({ accountKey, idPk, sign, ring }) {
  const kem = await KemKey.fromSeed(/** @type {{secret: Bytes}} */ (ring.kem[0]).secret);
  const bundle = await buildBundle(sign, idPk, 1, kem.public);
  const key = await buildRecord(sign, idPk, idPk, START, "key", plainContent(bundle));
  const { head } = await verifyRecord(key, START);
  const sealed = await sealRing(accountKey, idPk, 1, ring);
  return [
    key,
    await buildRecord(sign, idPk, idPk, head, "ring", plainContent(sealed), { generation: 1 }),
  ];
}

/** @param {Credential} credential */
export function credentialJson({ id, kind, verifier, wrapped, parameters }) {
  const [idText, verifierText, wrappedText, parametersText] = [
    id,
    verifier,
    wrapped,
    parameters,
  ].map(b64Encode);
  return {
    id: idText,
    kind,
    verifier: verifierText,
    wrapped: wrappedText,
    parameters: parametersText,
  };
}

/** @param {string} kitCode @returns {number[]} a few different positions in it, in order */
export function askedOf(kitCode) {
  const { length } = kitCharacters(kitCode);
  const chosen = new Set();
  while (chosen.size < ASKED) chosen.add(randomBelow(length));
  return [...chosen].sort((a, b) => a - b);
}

/**
 * @template T
 * @param {import("../types.js").Reason} reason
 * @param {() => T} read
 * @returns {T}
 */
export function orFail(reason, read) {
  try {
    return read();
  } catch (error) {
    throw new VaultError(reason, error);
  }
}
