// What lets a person in, and how it is replaced: the kit, a new passphrase, a new kit. docs/protocol.md section 3, docs/recovery.md.
//
// The server comes first and the device after it: where that is cut, the new passphrase is typed at the lock and fetched (renewDevice).

import {
  kitSecret,
  makeCredential,
  openAccountKey,
  parsePasswordParameters,
  passwordSecret,
} from "../../protocol/credentials.js";
import { KIT, kitToText, textToKit } from "../../protocol/kit.js";
import { generateSecret } from "../../protocol/random.js";
import { b64Encode, isEqual } from "../../wire/encoding.js";
import { normaliseHandle } from "../../wire/handles.js";
import { ID } from "../../wire/limits.js";
import { toVaultError } from "../errors.js";
import { VaultError } from "../vault-error.js";
import {
  askedOf,
  credentialJson,
  login,
  newPassword,
  notOurs,
  openAnswer,
  orFail,
  prove,
  secretOf,
} from "./accounts.js";

/** @import { Credential } from "../../protocol/credentials.js" */
/** @import { Place } from "../../sync/types.js" */
/** @import { Bytes } from "../../wire/encoding.js" */
/** @import { Device } from "../device/device.js" */
/** @import { Session } from "../device/session.js" */
/** @import { Network } from "../network.js" */
/** @import { LoginKey } from "./accounts.js" */

/** A credential and its secret. @typedef {{credential: Credential, x: Bytes}} Made */
/** An account that its kit R has opened and that waits for a new passphrase. @typedef {{handle: string, kit: Bytes, key: LoginKey, session: Session, promised: Place[]}} ByKit */
/** A kit that was shown and stands nowhere yet: R, both credentials under it, and the key that proves the change. @typedef {{kit: Bytes, kitCode: string, ask: number[], key: LoginKey, made: Made[], pepper: Bytes}} NewKit */

/**
 * @param {{handle: string, kitCode: string}} input
 * @param {string} origin
 * @param {Network} network
 * @returns {Promise<ByKit>} nothing is stored
 * @throws {VaultError} `handle-invalid`, `wrong-kit-code`, `sign-in-failed` whichever of both does not fit
 */
export async function openByKit(input, origin, network) {
  const handle = orFail("handle-invalid", () => normaliseHandle(input.handle.trim()));
  const kit = orFail("wrong-kit-code", () => textToKit(input.kitCode));
  const x = await kitSecret(kit);
  const answer = await login(network, origin, { handle, kind: "kit" }, async () => x);
  return { handle, kit, key: { id: answer.id, x }, ...(await openAnswer("kit", x, answer)) };
}

/**
 * A new kit for somebody who has just proved the passphrase.
 * @param {Session} session
 * @param {Device} device
 * @param {string} passphrase
 * @returns {Promise<NewKit>} nothing is sent or stored
 */
export async function makeKit({ idPk, accountKey }, device, passphrase) {
  const kit = generateSecret(KIT);
  const x = await kitSecret(kit);
  const credential = await makeCredential(
    "kit",
    x,
    generateSecret(ID),
    new Uint8Array(0),
    idPk,
    accountKey,
  );
  const { pepper, ...password } = await newPassword(passphrase, kit, device.handle, {
    idPk,
    accountKey,
  });
  const kitCode = kitToText(kit);
  const key = { id: device.credential.id, x: await secretOf(device, passphrase) };
  return { kit, kitCode, ask: askedOf(kitCode), key, made: [password, { credential, x }], pepper };
}

/**
 * Returns once the server has been seen to take the new credentials: each has signed in, and has brought the very `wrapped` that was sent.
 * @param {LoginKey} key of a present credential
 * @param {Made[]} made
 * @param {Pick<Device, "origin"|"idPk">} device
 * @param {Network} network
 * @throws {VaultError} `access-unsure` where the connection broke off and either may stand
 */
export async function replaceCredentials(key, made, device, network) {
  const body = { credentials: made.map(({ credential }) => credentialJson(credential)) };
  const request = { method: "PUT", path: "credentials", body };
  // Whatever was answered: an answer can be lost, a request can come twice, and a server can lie.
  const refused = await prove(key, device.origin, network, request).then(
    () => null,
    (error) => error,
  );
  for (const one of made) {
    try {
      await seeTaken(one, device, network);
    } catch (error) {
      const { reason } = toVaultError(error);
      if (reason !== "sign-in-failed") throw new VaultError("access-unsure", error);
      throw refused ? toVaultError(refused) : new VaultError("server", error);
    }
  }
}

/** @param {Made} made @param {Pick<Device, "origin"|"idPk">} device @param {Network} network */
async function seeTaken({ credential, x }, { origin, idPk }, network) {
  const asking = { credential: b64Encode(credential.id) };
  const answer = await login(network, origin, asking, async () => x);
  const isSent = isEqual(answer.wrapped, credential.wrapped) && isEqual(answer.idPk, idPk);
  if (!isSent) throw new VaultError("sign-in-failed");
}

/**
 * The passphrase or the kit was replaced elsewhere, or here where the device was cut off before it could keep it: what the server has now.
 * @param {Device} device
 * @param {Bytes} pepper K
 * @param {string} passphrase
 * @param {Network} network
 * @returns {Promise<{device: Device, accountKey: Bytes}>} signed in; not stored yet
 * @throws {VaultError} `sign-in-failed` where these do not fit together, or nothing has been replaced
 */
export async function renewDevice(device, pepper, passphrase, network) {
  const { handle, origin, idPk } = device;
  let x = new Uint8Array(0);
  const answer = await login(network, origin, { handle, kind: "password" }, async (parameters) => {
    const salt = parsePasswordParameters(parameters);
    if (isEqual(parameters, device.credential.parameters)) throw new VaultError("sign-in-failed");
    x = await passwordSecret(passphrase, pepper, salt, handle);
    return x;
  });
  const { id, parameters, wrapped } = answer;
  if (!isEqual(answer.idPk, idPk)) throw new VaultError("sign-in-failed");
  const accountKey = await openAccountKey("password", x, id, parameters, idPk, wrapped).catch(
    notOurs,
  );
  return { device: { ...device, pepper, credential: { id, parameters, wrapped } }, accountKey };
}
