/** When a copy was last saved from this device. It is no secret that one was, and is forgotten with everything else here. */

import { t } from "./i18n.js";

const STORED = "last-copy";
const DAY_MS = 86_400_000;

/** @param {number} [now] ms @returns {number|null} whole days ago; null: never, or nobody knows */
export function daysSinceCopy(now = Date.now()) {
  try {
    const ms = Date.parse(localStorage.getItem(STORED) ?? "");
    // A clock that was put back has not made it any older.
    return Number.isNaN(ms) ? null : Math.max(0, Math.floor((now - ms) / DAY_MS));
  } catch {
    return null;
  }
}

/** @param {string|null} at RFC 3339; null: forget it */
export function noteCopy(at) {
  try {
    if (at === null) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, at);
  } catch {
    // it is then not known when the last one was
  }
}

/** @returns {string} */
export function lastCopyWords() {
  const days = daysSinceCopy();
  if (days === null) return t("copy.last.unknown");
  return days === 0 ? t("copy.last.today") : t("copy.last.days", { n: days });
}
