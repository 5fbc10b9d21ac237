// One's own signed-in devices: sessions of the account, each with a name that the server cannot read. docs/protocol.md section 3.

import { lineOf } from "../../domain/foreign.js";
import { openLabel, sealLabel } from "../../protocol/devices.js";
import { b64Decode, b64Encode } from "../../wire/encoding.js";
import { ID } from "../../wire/limits.js";
import { toVaultError } from "../errors.js";

/** @import { Device } from "../../domain/devices.js" */
/** @import { Session } from "../device/session.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/**
 * @param {Unlocked} unlocked
 * @returns {Promise<Device[]>} this one first
 * @throws {VaultError} `offline`, or what the network says
 */
export async function listDevices({ network, session, syncing }) {
  const found = await network.sessions().catch((error) => {
    // The server takes this session no longer: sync finds that out, and says so.
    if (error?.kind === "signed-out") syncing.wake("focus");
    throw toVaultError(error);
  });
  const devices = found.map(async ({ label, ...device }) => {
    return { ...device, name: label === null ? null : await nameOf(session, device.id, label) };
  });
  return Promise.all(devices);
}

/**
 * The server takes that device's session no longer. Done before, it is as good.
 * @param {Unlocked} unlocked
 * @param {{id: string}} input
 * @throws {VaultError} `offline`, or what the network says
 */
export async function endDevice({ network, syncing }, { id }) {
  await network.endSession(b64Encode(b64Decode(id, ID))).catch((error) => {
    if (error?.problem !== "not-found") throw toVaultError(error);
  });
  // It was this device's own, if the server lied about which is which.
  syncing.wake("focus");
}

/**
 * Leaves this device's name with a session that has none.
 * @param {Unlocked} unlocked
 * @param {string} name
 */
export async function nameDevice({ network, session }, name) {
  const own = (await network.sessions()).find(({ isCurrent }) => isCurrent);
  if (!own || own.label !== null) return;
  const { accountKey, idPk } = session;
  await network.labelSession(own.id, await sealLabel(accountKey, idPk, b64Decode(own.id), name));
}

/** @param {Session} session @param {string} id @param {string} label @returns {Promise<string|null>} null for one that does not open, or says nothing */
async function nameOf({ accountKey, idPk }, id, label) {
  const opening = (async () => openLabel(accountKey, idPk, b64Decode(id), b64Decode(label)))();
  return lineOf(await opening.catch(() => null)) || null;
}
