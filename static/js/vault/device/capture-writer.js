// Keeps words while the device is locked. Nothing here opens anything: it knows the device's public record and writes.

import { capturePayload } from "../../domain/payloads.js";
import { sealCapture } from "../../protocol/captures.js";
import { generateSecret } from "../../protocol/random.js";
import { Database, toBuffer } from "../../store/database.js";
import { b64Decode, b64Encode, h } from "../../wire/encoding.js";
import { ProtocolError } from "../../wire/errors.js";
import { buildJson } from "../../wire/json.js";
import { ID } from "../../wire/limits.js";
import { toVaultError, wasChanged } from "../errors.js";
import { VaultError } from "../vault-error.js";
import { readDevice } from "./device.js";

/** @import { CaptureKept, Keeping } from "../types.js" */

/** As it lies on the device. @typedef {{id: string, version: number, kem: string, sealed: ArrayBuffer}} StoredCapture */

export class CaptureWriter {
  #db;

  /** @param {string} databaseName */
  constructor(databaseName) {
    this.#db = new Database(databaseName);
  }

  /**
   * Resolves once the words lie on the device for good.
   * @param {Keeping} keeping all the words of this capture so far
   * @returns {Promise<CaptureKept>} another id than before where the earlier words were filed meanwhile
   * @throws {VaultError} `not-found`: nobody is signed in here; `too-long`; `storage-full`, `storage-failed`
   */
  async keep(keeping) {
    try {
      return await this.#write(keeping).catch((error) => {
        if (!wasChanged(error)) throw error;
        return this.#write({ ...keeping, kept: null });
      });
    } catch (error) {
      if (error instanceof ProtocolError) throw new VaultError("too-long", error);
      throw wasChanged(error) ? new VaultError("not-found", error) : toVaultError(error);
    }
  }

  /** @param {Keeping} keeping @returns {Promise<CaptureKept>} */
  async #write({ kept, text, happened, written }) {
    const device = await readDevice(this.#db);
    if (!device?.capture) throw new VaultError("not-found");
    const { epoch, kemPk } = device.capture;
    const { id, version } = kept ?? { id: b64Encode(generateSecret(ID)), version: 0 };
    const payload = buildJson(capturePayload(text, happened, written));
    const sealed = toBuffer(await sealCapture(kemPk, device.idPk, b64Decode(id, ID), payload));
    const value = { id, version: version + 1, kem: b64Encode(h(kemPk)), sealed };
    await this.#db.apply(
      [
        // An account that was removed meanwhile leaves nothing behind, and a filed capture does not come again.
        { expect: "device", key: "account", version: epoch },
        { expect: "captures", key: id, version },
        { put: "captures", value },
      ],
      "strict",
    );
    return { id, version: value.version };
  }
}
