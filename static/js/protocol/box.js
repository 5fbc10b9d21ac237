// BOX (docs/protocol.md section 1): single-shot HPKE base mode with X-Wing (RFC 9180, draft-ietf-hpke-pq).

import { Aes256Gcm, CipherSuite, HkdfSha256, XWing } from "../../vendor/hpke.js";
import { concat } from "../wire/encoding.js";
import { Malformed, Tampered } from "../wire/errors.js";
import { BOX_ENC, KEM_PUBLIC_KEY, TAG } from "../wire/limits.js";

/** @import { Bytes } from "../wire/encoding.js" */
/** @import { KemKey } from "./keys.js" */

const suite = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** @param {Uint8Array} bytes @returns {ArrayBuffer} exactly these bytes: the library reads the whole buffer under a view */
function exact(bytes) {
  return /** @type {ArrayBuffer} */ (bytes.slice().buffer);
}

/**
 * @param {Bytes} kemPk 1216 bytes
 * @param {Bytes} info
 * @param {Bytes} plaintext
 * @returns {Promise<Bytes>} BOX(pk, i, m): enc (1120) ‖ ciphertext
 * @throws {Malformed} for what is not a KEM public key
 */
export async function box(kemPk, info, plaintext) {
  if (kemPk.length !== KEM_PUBLIC_KEY)
    throw new Malformed(`a KEM public key has ${KEM_PUBLIC_KEY} bytes`);
  const recipientPublicKey = await suite.kem.deserializePublicKey(exact(kemPk));
  const sealed = suite.seal({ recipientPublicKey, info: exact(info) }, exact(plaintext));
  const { enc, ct } = await sealed.catch(() => {
    throw new Malformed("not a KEM public key");
  });
  return concat(new Uint8Array(enc), new Uint8Array(ct));
}

/**
 * @param {KemKey} key
 * @param {Bytes} info
 * @param {Bytes} data
 * @returns {Promise<Bytes>} the plaintext of BOX
 * @throws {Malformed} when it is cut short
 * @throws {Tampered} where key, info or bytes differ
 */
export async function openBox(key, info, data) {
  if (data.length < BOX_ENC + TAG) throw new Malformed("a box is cut short");
  const recipientKey = await suite.kem.deserializePrivateKey(exact(key.seed));
  const opened = suite.open(
    { recipientKey, enc: exact(data.subarray(0, BOX_ENC)), info: exact(info) },
    exact(data.subarray(BOX_ENC)),
  );
  return new Uint8Array(
    await opened.catch(() => {
      throw new Tampered("a box does not open");
    }),
  );
}
