// The page's side of capturing: one small worker that seals and keeps, and nothing that could be asked to read.

import { captureWorkerUrl } from "../../ui/trusted.js";
import { VaultError } from "../vault-error.js";

/** @import { CaptureKept, Keeping } from "../types.js" */
/** @import { Reason } from "../types.js" */
/** @import { Told } from "./host.js" */

export class CaptureClient {
  #worker = new Worker(captureWorkerUrl(), { type: "module", name: "capture" });
  /** @type {{resolve: (kept: CaptureKept) => void, reject: (error: VaultError) => void} | null} one call at a time */
  #waiting = null;

  constructor() {
    this.#worker.onmessage = ({ data }) => this.#heard(data);
    this.#worker.onerror = () => this.#heard({ id: 0, reason: "unsupported-browser" });
  }

  /**
   * @param {Keeping} input
   * @returns {Promise<CaptureKept>}
   */
  keep(input) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage({ id: 0, method: "keep", input });
    });
  }

  /** Nothing is kept from here on. */
  end() {
    this.#worker.terminate();
  }

  /** @param {Told} told */
  #heard(told) {
    const waiting = this.#waiting;
    this.#waiting = null;
    if ("result" in told) waiting?.resolve(/** @type {CaptureKept} */ (told.result));
    else if ("reason" in told) waiting?.reject(new VaultError(/** @type {Reason} */ (told.reason)));
  }
}
