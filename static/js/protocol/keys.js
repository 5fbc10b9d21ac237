// Secret keys of an account (docs/protocol.md section 2).

import { XWing } from "../../vendor/hpke.js";
import { b64Decode, concat, h, lbl } from "../wire/encoding.js";
import { Malformed } from "../wire/errors.js";

/** @import { Bytes } from "../wire/encoding.js" */

export const SECRET = 32;

/** PKCS#8 of an Ed25519 key (RFC 8410) up to its seed. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** An Ed25519 identity. A person *is* `public` (id_pk, 32 bytes). */
export class Identity {
  #key;

  /** @param {CryptoKey} key @param {Bytes} publicKey */
  constructor(key, publicKey) {
    this.#key = key;
    this.public = publicKey;
  }

  /**
   * @param {Bytes} seed 32 bytes
   * @returns {Promise<Identity>}
   * @throws {Malformed} for another length
   */
  static async fromSeed(seed) {
    if (seed.length !== SECRET) throw new Malformed(`a seed has ${SECRET} bytes`);
    const key = await crypto.subtle.importKey("pkcs8", concat(PKCS8, seed), "Ed25519", true, [
      "sign",
    ]);
    const { x } = await crypto.subtle.exportKey("jwk", key);
    return new Identity(key, b64Decode(x, 32));
  }

  /**
   * SIGN(id, name, a…)
   * @param {string} name
   * @param {...Uint8Array} parts
   * @returns {Promise<Bytes>} 64 bytes over LBL(name, a…)
   */
  async sign(name, ...parts) {
    return new Uint8Array(await crypto.subtle.sign("Ed25519", this.#key, lbl(name, ...parts)));
  }
}

/** An X-Wing key (ML-KEM-768 with X25519); `public` has 1216 bytes, `digest` is its hash. */
export class KemKey {
  /** @param {Bytes} seed @param {Bytes} publicKey */
  constructor(seed, publicKey) {
    this.seed = seed;
    this.public = publicKey;
    this.digest = h(publicKey);
  }

  /**
   * @param {Bytes} seed 32 bytes
   * @returns {Promise<KemKey>}
   * @throws {Malformed} for another length
   */
  static async fromSeed(seed) {
    if (seed.length !== SECRET) throw new Malformed(`a seed has ${SECRET} bytes`);
    const kem = new XWing();
    // The library reads the whole buffer under a view, so it gets arrays of their own.
    const { publicKey } = await kem.generateKeyPairDerand(seed.slice());
    return new KemKey(seed, new Uint8Array(await kem.serializePublicKey(publicKey)));
  }
}
