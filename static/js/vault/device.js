// The device's own record of who has signed in here: enough to unlock offline, and nothing that opens without the passphrase.

import { toBuffer } from "../store/database.js";

/** @import { Credential } from "../protocol/credentials.js" */
/** @import { Database, Write } from "../store/database.js" */
/** @import { Bytes } from "../wire/encoding.js" */

/**
 * `pepper` is K (docs/protocol.md section 3); the credential is of the kind `password`.
 * @typedef {{handle: string, origin: string, idPk: Bytes, pepper: Bytes, credential: Pick<Credential, "id"|"parameters"|"wrapped">}} Device
 */

/**
 * @param {Database} db
 * @returns {Promise<Device | null>} null: nobody has signed in here
 */
export async function readDevice(db) {
  const stored = await db.get("device", "account");
  if (!stored) return null;
  const [idPk, pepper, id, parameters, wrapped] = [
    "idPk",
    "pepper",
    "id",
    "parameters",
    "wrapped",
  ].map((name) => new Uint8Array(stored[name]));
  const { handle, origin } = stored;
  return /** @type {Device} */ ({
    handle,
    origin,
    idPk,
    pepper,
    credential: { id, parameters, wrapped },
  });
}

/**
 * @param {Device} device
 * @returns {Write}
 */
export function deviceWrite({ handle, origin, idPk, pepper, credential }) {
  const { id, parameters, wrapped } = credential;
  const bytes = Object.entries({ idPk, pepper, id, parameters, wrapped });
  const buffers = Object.fromEntries(bytes.map(([name, value]) => [name, toBuffer(value)]));
  return { put: "device", key: "account", value: { handle, origin, ...buffers } };
}
