/** Who reads an entry, in words: on its row, on its page, in the editor. */

import { dayOf, daysBetween, instant, msOf, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";

/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { HeldBack, Share } from "../../domain/sharing.js" */

/** @param {Pick<EntrySummary, "shares"|"waits">} entry @param {Instant} [now] @returns {string[]} one sentence for each person, or that there is none */
export function badges({ shares, waits }, now = instant()) {
  const said = [...shares.map(shareBadge), ...waits.map((one) => waitBadge(one, now))];
  return said.length > 0 ? said : [t("badge.onlyMe")];
}

/** @param {Share} share */
function shareBadge({ name, state, part }) {
  if (state === "waiting") return t("badge.sending", { name });
  if (state === "older") return t("badge.older", { name });
  if (!part) return t("badge.whole", { name });
  return t("badge.part", { name, n: part.shown, of: part.of });
}

/** @param {HeldBack} wait @param {Instant} now */
function waitBadge({ until, name }, now) {
  if (msOf(until) <= msOf(now)) return t("badge.asks", { name });
  const isTomorrow = daysBetween(dayOf(now), dayOf(until)) === 1;
  return isTomorrow ? t("badge.tomorrow") : t("badge.waits", { when: whenWords(until) });
}
