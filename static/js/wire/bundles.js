// Bundles (docs/protocol.md section 2): an identity and the KEM key it has in one epoch.

import { Cursor, concat, u32be } from "./encoding.js";
import { Malformed } from "./errors.js";
import { integer } from "./json.js";
import { BUNDLE, KEM_PUBLIC_KEY, PUBLIC_KEY, SIGNATURE, U32 } from "./limits.js";
import { verify } from "./signatures.js";

/** @import { Bytes } from "./encoding.js" */
/** @import { Sign } from "./signatures.js" */

/**
 * A verified bundle; `data` are its 1316 bytes.
 * @typedef {{idPk: Bytes, epoch: number, kemPk: Bytes, data: Bytes}} Bundle
 */

/**
 * @param {Sign} sign
 * @param {Bytes} idPk 32 bytes
 * @param {number} epoch from 1
 * @param {Bytes} kemPk 1216 bytes
 * @returns {Promise<Bytes>} 1316 bytes
 */
export async function buildBundle(sign, idPk, epoch, kemPk) {
  return concat(idPk, u32be(epoch), kemPk, await sign("bundle", idPk, u32be(epoch), kemPk));
}

/**
 * @param {Bytes} data
 * @returns {Promise<Bundle>} the bundle, its signature verified
 * @throws {Malformed} for another length, epoch 0 or a refused key
 * @throws {import("./errors.js").Tampered} where the signature does not hold
 */
export async function parseBundle(data) {
  if (data.length !== BUNDLE) throw new Malformed(`a bundle has ${BUNDLE} bytes`);
  const cursor = new Cursor(data);
  const idPk = cursor.take(PUBLIC_KEY);
  const epoch = integer(cursor.u32be(), 1, U32);
  const kemPk = cursor.take(KEM_PUBLIC_KEY);
  await verify(idPk, cursor.take(SIGNATURE), "bundle", idPk, u32be(epoch), kemPk);
  return { idPk, epoch, kemPk, data };
}
