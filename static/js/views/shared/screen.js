/** What every screen is lent and does alike. A screen keeps its state in itself, so that it goes with the screen. */

/** @import { App, Toast } from "./types.js" */

export class Screen {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
  }

  /** Only behind the lock. */
  get vault() {
    return this.app.vault;
  }

  /** After its own state changed. */
  draw() {
    this.app.draw();
  }

  /** @param {Toast|string|null} toast */
  say(toast) {
    this.app.say(toast);
  }
}

/**
 * How a screen was left, for when one comes back to it: until the lock or the account's removal, and never for somebody else.
 * @template {object} T
 * @param {App} app
 * @param {string} name  of the screen
 * @param {() => T} begin  how it is at first
 * @returns {T} the same object every time, to be changed in place
 */
export function recall({ remembered }, name, begin) {
  if (!remembered.has(name)) remembered.set(name, begin());
  return /** @type {T} */ (remembered.get(name));
}
