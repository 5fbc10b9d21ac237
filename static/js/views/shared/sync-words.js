/** Where the words stand, in words: the three states are never colours alone. */

import { msOf, timeWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { comingWords, isWhole } from "./coming.js";

/** @import { Instant } from "../../domain/instants.js" */
/** @import { SyncStatus } from "../../vault/types.js" */
/** @import { App } from "./types.js" */

/**
 * @param {Pick<App, "sync"|"status">} app
 * @param {Instant} now
 * @returns {string} one line
 */
export function syncWords(app, now) {
  const { sync } = app;
  if (!isWhole(app) && sync.state !== "signed-out") return comingWords(app);
  if (sync.state === "idle") return sync.waiting ? waitingWords(sync) : backedUpWords(sync, now);
  if (sync.state === "busy") return t("sync.busy");
  if (sync.state === "attention") return attentionWords(sync);
  return t(`sync.${sync.state}`);
}

/** @param {SyncStatus} sync where a person can do something, there is a notice of it */
function attentionWords({ notices }) {
  const types = new Set(notices.map(({ type }) => type));
  if (types.has("storage-full")) return t("sync.full");
  const isStopped = types.has("history-changed") || types.has("app-old");
  return t(isStopped ? "sync.attention" : "sync.retrying");
}

/** @param {SyncStatus} sync */
function waitingWords({ waiting }) {
  return t("sync.waiting", { n: waiting });
}

/** @param {SyncStatus} sync @param {Instant} now */
function backedUpWords({ backedUpAt }, now) {
  const today = backedUpAt && msOf(now) - Date.parse(backedUpAt) < 20 * 3_600_000;
  if (!today) return t("sync.idle");
  return t("sync.idleAt", { when: timeWords({ at: backedUpAt, zone: now.zone }) });
}
