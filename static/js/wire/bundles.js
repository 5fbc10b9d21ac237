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
 * @returns {Promise<Bundle>} the bundle, its signature verified and its KEM key one that can be sealed to
 * @throws {Malformed} for another length, epoch 0 or a refused key
 * @throws {import("./errors.js").Tampered} where the signature does not hold
 */
export async function parseBundle(data) {
  const bundle = await readBundle(data);
  checkKemKey(bundle.kemPk);
  return bundle;
}

/**
 * As `parseBundle`, without a look at the KEM key: for rings and logs, which hold what was let in before keys were looked at.
 * @param {Bytes} data
 * @returns {Promise<Bundle>}
 * @throws {Malformed}
 * @throws {import("./errors.js").Tampered}
 */
export async function readBundle(data) {
  if (data.length !== BUNDLE) throw new Malformed(`a bundle has ${BUNDLE} bytes`);
  const cursor = new Cursor(data);
  const idPk = cursor.take(PUBLIC_KEY);
  const epoch = integer(cursor.u32be(), 1, U32);
  const kemPk = cursor.take(KEM_PUBLIC_KEY);
  await verify(idPk, cursor.take(SIGNATURE), "bundle", idPk, u32be(epoch), kemPk);
  return { idPk, epoch, kemPk, data };
}

const CURVE = 32;
/** Bytes of 768 numbers of 12 bits; 32 bytes of a seed follow. */
const VECTOR = KEM_PUBLIC_KEY - CURVE - 32;
const Q = 3329;
const P = 2n ** 255n - 19n;
const ORDER_8 = [
  0x00b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0n,
  0x57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5fn,
];
/** u coordinates with which X25519 gives zeros for every secret (RFC 7748 section 6.1). */
const SMALL_ORDER = new Set([0n, 1n, P - 1n, ...ORDER_8]);

/**
 * @param {Bytes} key 1216 bytes
 * @returns {Bytes} the key, if something can be sealed to it
 * @throws {Malformed} where a number of the ML-KEM half is not below q (FIPS 203 section 7.2), or the X25519 half is of small order
 */
export function checkKemKey(key) {
  for (let at = 0; at < VECTOR; at += 3) {
    const [low = 0, middle = 0, high = 0] = key.subarray(at, at + 3);
    if ((low | ((middle & 15) << 8)) >= Q || ((middle >> 4) | (high << 4)) >= Q)
      throw new Malformed("not an ML-KEM public key");
  }
  if (SMALL_ORDER.has(curvePoint(key) % P)) throw new Malformed("an X25519 key of small order");
  return key;
}

/** @param {Bytes} key @returns {bigint} its u coordinate, as X25519 reads it */
function curvePoint(key) {
  const bytes = key.subarray(-CURVE);
  const u = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return u & (2n ** 255n - 1n);
}
