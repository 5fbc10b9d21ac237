// Other failures in the words of the screens.

import { StoreProblem } from "../store/database.js";
import { VaultError } from "./vault-error.js";

/** @import { Reason } from "./types.js" */

/** @type {{[kind: string]: Reason}} by kind of a problem of the network or of storage */
const REASONS = {
  network: "offline",
  "signed-out": "sign-in-failed",
  "too-many": "too-many",
  quota: "storage-full",
  storage: "storage-failed",
  changed: "storage-failed",
  locked: "locked",
};

/**
 * @param {unknown} error
 * @returns {VaultError} the same failure in the words of the screens
 */
export function toVaultError(error) {
  if (error instanceof VaultError) return error;
  const { kind } = /** @type {{kind?: string}} */ (error ?? {});
  // What has no kind came from neither the network nor storage: it is a fault of this app, and no server is blamed for it.
  return new VaultError(kind ? (REASONS[kind] ?? "server") : "failed", error);
}

/**
 * @param {unknown} error
 * @returns {boolean} whether another tab was first and the same can be tried again
 */
export function wasChanged(error) {
  return error instanceof StoreProblem && error.kind === "changed";
}

/** @param {unknown} error @returns {never} */
export function throwVaultError(error) {
  throw toVaultError(error);
}
