/** A line of the ledger, in words. */

import { timeWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { scoreName } from "../shared/score-names.js";

/** @import { LedgerLine, Receipt } from "../../domain/ledger.js" */

/** @param {Receipt} receipt @returns {string} what it is about */
export function titleOf({ kind, title, instrument }) {
  if (kind === "dosing") return t("ledger.dosing");
  if (kind === "entry") return title || t("ledger.gone");
  return scoreName(instrument);
}

/** @param {LedgerLine} line @returns {string[]} */
export function lineWords({ what, name, part, when, delivered }) {
  return [
    ...(when ? [timeWords(when)] : []),
    t(`ledger.${what}`, { name }),
    ...(part && (what === "shared" || what === "updated") ? [t("ledger.part", part)] : []),
    ...(delivered ? [t("ledger.there")] : []),
  ];
}
