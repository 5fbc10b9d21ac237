// The device's own record of who has signed in here: enough to unlock offline, and nothing that opens without the passphrase.

import { toBuffer } from "../../store/database.js";

/** @import { Credential } from "../../protocol/credentials.js" */
/** @import { Database, Write } from "../../store/database.js" */
/** @import { Bytes } from "../../wire/encoding.js" */

/**
 * `pepper` is K (docs/protocol.md section 3); the credential is of the kind `password`. `capture` is the account's own public KEM key and its
 * epoch: with it words can be taken while the device is locked; a therapist's device has none.
 * @typedef {{handle: string, origin: string, idPk: Bytes, pepper: Bytes, credential: Pick<Credential, "id"|"parameters"|"wrapped">,
 *   capture: {epoch: number, kemPk: Bytes} | null}} Device
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
  const { handle, origin, version, kemPk } = stored;
  return /** @type {Device} */ ({
    handle,
    origin,
    idPk,
    pepper,
    credential: { id, parameters, wrapped },
    capture: kemPk ? { epoch: version, kemPk: new Uint8Array(kemPk) } : null,
  });
}

/**
 * @param {Device} device
 * @returns {Write}
 */
export function deviceWrite({ handle, origin, idPk, pepper, credential, capture }) {
  const { id, parameters, wrapped } = credential;
  const bytes = Object.entries({ idPk, pepper, id, parameters, wrapped });
  const buffers = Object.fromEntries(bytes.map(([name, value]) => [name, toBuffer(value)]));
  const taken = capture && { version: capture.epoch, kemPk: toBuffer(capture.kemPk) };
  return { put: "device", key: "account", value: { handle, origin, ...buffers, ...taken } };
}
