// What this device keeps of an account lies sealed under keys derived from A, by purpose. These formats never leave the device:
// key KDF(A, "local", purpose), context LBL("local-record", purpose, id_pk, name).

import { derive, prepare } from "../../protocol/kdf.js";
import { openSealed, seal } from "../../protocol/seal.js";
import { lbl, utf8 } from "../../wire/encoding.js";

/** @import { Bytes } from "../../wire/encoding.js" */

/** @typedef {"pack"|"lines"|"draft"|"ring"|"kit"} Purpose */

export class LocalSeal {
  #prepared;
  #idPk;
  /** @type {Map<Purpose, Promise<Bytes>>} */
  #keys = new Map();

  /**
   * @param {Bytes} accountKey A
   * @param {Bytes} idPk
   */
  constructor(accountKey, idPk) {
    this.#prepared = prepare(accountKey);
    this.#idPk = idPk;
  }

  /**
   * @param {Purpose} purpose
   * @param {string} name  where it lies, so that two records cannot be exchanged
   * @param {Bytes} plaintext
   * @returns {Promise<ArrayBuffer>}
   */
  async seal(purpose, name, plaintext) {
    const sealed = await seal(await this.#key(purpose), this.#context(purpose, name), plaintext);
    return sealed.buffer;
  }

  /**
   * @param {Purpose} purpose
   * @param {string} name
   * @param {ArrayBuffer} sealed
   * @returns {Promise<Bytes>}
   * @throws {import("../../wire/errors.js").ProtocolError}
   */
  async open(purpose, name, sealed) {
    const context = this.#context(purpose, name);
    return openSealed(await this.#key(purpose), context, new Uint8Array(sealed));
  }

  /** @param {Purpose} purpose @returns {Promise<Bytes>} */
  #key(purpose) {
    const known = this.#keys.get(purpose);
    if (known) return known;
    const key = this.#prepared.then((prepared) => derive(prepared, "local", utf8(purpose)));
    this.#keys.set(purpose, key);
    return key;
  }

  /** @param {Purpose} purpose @param {string} name */
  #context(purpose, name) {
    return lbl("local-record", utf8(purpose), this.#idPk, utf8(name));
  }
}
