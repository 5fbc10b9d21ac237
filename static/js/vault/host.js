// The worker's side of the conversation with the page: calls come in, answers and events go out.

import { toVaultError } from "./errors.js";
import { METHODS } from "./methods.js";

/** @import { createVault } from "./vault.js" */

/**
 * @typedef {{id: number, method: string, input: unknown}} Call
 * @typedef {{id: number, result: unknown} | {id: number, reason: string} | {event: string, detail: unknown}} Told
 */

/**
 * @param {ReturnType<typeof createVault>} vault
 * @param {(told: Told) => void} post
 * @param {readonly string[]} [callable] a name that is not here is no method, whatever the object has
 * @returns {(call: Call | {wake: "online"|"focus"}) => Promise<void>} takes what the page sends
 */
export function hostVault(vault, post, callable = METHODS) {
  return async (call) => {
    if ("wake" in call) return vault.wake(call.wake);
    const { id, method, input } = call;
    try {
      if (!callable.includes(method)) throw new TypeError("no such method");
      const result = await /** @type {any} */ (vault)[method](input);
      post({ id, result });
    } catch (error) {
      post({ id, reason: toVaultError(error).reason });
    }
  };
}
