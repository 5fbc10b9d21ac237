// The worker's side of the conversation with the page: calls come in, answers and events go out.

import { toVaultError } from "../errors.js";
import { METHODS } from "./methods.js";

/** @import { createVault } from "./vault.js" */

/**
 * @typedef {{id: number, method: string, input: unknown}} Call
 * @typedef {{id: number, result: unknown} | {id: number, reason: string, where?: string} | {event: string, detail: unknown}} Told
 */

/**
 * @param {ReturnType<typeof createVault>} vault
 * @param {(told: Told) => void} post
 * @param {readonly string[]} [callable] a name that is not here is no method, whatever the object has
 * @returns {(call: Call | {wake: "online"|"focus"|"look"} | {seen: boolean}) => Promise<void>} takes what the page sends
 */
export function hostVault(vault, post, callable = METHODS) {
  const take = hostCalls(vault, post, callable);
  return async (call) => {
    if ("seen" in call) return vault.seen(call.seen);
    return "wake" in call ? vault.wake(call.wake) : take(call);
  };
}

/**
 * @param {any} host
 * @param {(told: Told) => void} post
 * @param {readonly string[]} callable
 * @returns {(call: Call) => Promise<void>}
 */
export function hostCalls(host, post, callable) {
  return async ({ id, method, input }) => {
    try {
      if (!callable.includes(method)) throw new TypeError("no such method");
      post({ id, result: await host[method](input) });
    } catch (error) {
      const { reason } = toVaultError(error);
      post({ id, reason, ...(reason === "failed" && { where: whereOf(error) }) });
    }
  };
}

/**
 * @param {unknown} error that nobody expected
 * @returns {string} its kind, and the places in our files where it arose: never its message, which may hold anybody's words
 */
function whereOf(error) {
  const {
    name = "",
    stack = "",
    message = "",
  } = /** @type {{name?: string, stack?: string, message?: string}} */ (error ?? {});
  const places = stack.replace(message, "").match(/[\w-]+\.js:\d+:\d+/g) ?? [];
  return [name, ...places.slice(0, 4)].join(" ");
}
