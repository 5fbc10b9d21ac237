// Secret keys of an account (docs/protocol.md section 2).

import { sha512 } from "../../vendor/hashes.js";
import { HkdfSha256, X25519, XWing } from "../../vendor/hpke.js";
import { b64Decode, b64Encode, concat, h, lbl, utf8 } from "../wire/encoding.js";
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
    const document = concat(PKCS8, seed);
    const key = await crypto.subtle
      .importKey("pkcs8", document, "Ed25519", true, ["sign"])
      .catch(() => null);
    if (key === null) return identityOfPair(seed);
    const { x } = await crypto.subtle.exportKey("jwk", key);
    return new Identity(key, b64Decode(x, SECRET));
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

/** Prime of Curve25519 and Ed25519 (RFC 7748 section 4.1). */
const PRIME = 2n ** 255n - 19n;
/** The bit that tells the two points of one y apart (RFC 8032 section 5.1.2). */
const SIGN = 0x80;

/**
 * WebKitGTK refuses in PKCS#8 a seed that begins with a zero byte, which is one in 256. As a JWK it takes it, and that holds the public
 * half besides. Of the two points with the right y, the signature tells which one it is.
 * @param {Bytes} seed
 * @returns {Promise<Identity>}
 */
async function identityOfPair(seed) {
  const y = await yOf(seed);
  for (const sign of [0, SIGN]) {
    const x = Uint8Array.of(...y.subarray(0, 31), /** @type {number} */ (y[31]) | sign);
    const jwk = { kty: "OKP", crv: "Ed25519", d: b64Encode(seed), x: b64Encode(x) };
    const key = await crypto.subtle
      .importKey("jwk", jwk, "Ed25519", false, ["sign"])
      .catch(() => null);
    if (key && (await belongs(key, x))) return new Identity(key, x);
  }
  throw new Error("this engine takes no Ed25519 key of this seed");
}

/**
 * The public half without its sign: u of the same point on Curve25519 (RFC 7748 section 5), then y = (u - 1) / (u + 1) (section 4.1).
 * @param {Bytes} seed
 * @returns {Promise<Bytes>} 32 bytes, little-endian
 */
async function yOf(seed) {
  const curve = new X25519(new HkdfSha256());
  const scalar = await curve.deserializePrivateKey(sha512(seed).slice(0, SECRET).buffer);
  const u = numberOf(
    new Uint8Array(await curve.serializePublicKey(await curve.derivePublicKey(scalar))),
  );
  return bytesOf(modulo((u - 1n) * inverse(u + 1n)));
}

/** @param {CryptoKey} key @param {Bytes} publicKey @returns {Promise<boolean>} whether what the one signs is of the other */
async function belongs(key, publicKey) {
  const text = utf8("pair");
  const signature = await crypto.subtle.sign("Ed25519", key, text);
  const verifier = await crypto.subtle
    .importKey("raw", publicKey, "Ed25519", false, ["verify"])
    .catch(() => null);
  return verifier !== null && crypto.subtle.verify("Ed25519", verifier, signature, text);
}

/** @param {bigint} n @returns {bigint} */
function modulo(n) {
  return ((n % PRIME) + PRIME) % PRIME;
}

/** @param {bigint} n @returns {bigint} n^(p - 2): Fermat's inverse */
function inverse(n) {
  let power = 1n;
  let base = modulo(n);
  for (let left = PRIME - 2n; left > 0n; left >>= 1n) {
    if (left & 1n) power = modulo(power * base);
    base = modulo(base * base);
  }
  return power;
}

/** @param {Bytes} bytes little-endian @returns {bigint} */
function numberOf(bytes) {
  return bytes.reduceRight((n, byte) => (n << 8n) | BigInt(byte), 0n);
}

/** @param {bigint} n @returns {Bytes} 32 bytes, little-endian */
function bytesOf(n) {
  return Uint8Array.from({ length: SECRET }, (_, i) => Number((n >> BigInt(8 * i)) & 255n));
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
