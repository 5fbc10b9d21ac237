/** While a new device is being filled: what has come, and that nothing is called empty before all of it has been here once. */

import { html, nothing } from "lit-html";
import { t } from "../../ui/i18n.js";

/** @import { App } from "./types.js" */

/** @param {Pick<App, "sync">} app @returns {boolean} all that the server has was here once: what is not here does not exist */
export function isWhole({ sync }) {
  return sync.coming === null;
}

/** @param {App} app @param {unknown} words that nothing is here @returns {unknown} they, once that is known */
export function ifEmpty(app, words) {
  return isWhole(app) ? words : nothing;
}

/** @param {App} app @param {string} words @returns {unknown} in the place of a list */
export function empty(app, words) {
  return ifEmpty(app, html`<p class="empty">${words}</p>`);
}

/** @param {Pick<App, "sync"|"status">} app @returns {string} how much has come, while it is coming */
export function comingWords({ sync, status }) {
  const { coming, state } = sync;
  const counts = { here: coming?.here ?? 0, all: coming?.of ?? 0 };
  const whose = status.role ?? "patient";
  const said = t(coming?.of ? `coming.${whose}.count` : `coming.${whose}`, counts);
  if (state === "idle" || state === "busy") return said;
  return `${said} ${t(state === "offline" ? "coming.offline" : "coming.stopped")}`;
}
