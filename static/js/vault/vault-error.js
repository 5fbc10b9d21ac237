/** @import { Reason } from "./types.js" */

/** How the vault's methods fail. */
export class VaultError extends Error {
  /**
   * @param {Reason} reason
   * @param {unknown} [cause]
   */
  constructor(reason, cause) {
    super(reason, { cause });
    this.name = "VaultError";
    this.reason = reason;
  }
}
