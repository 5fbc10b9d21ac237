/** The ledger as a file, made on this device. */

import { csvOf, ledgerDays } from "../../domain/ledger.js";
import { clockOf, dayOf, dayWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { saveFile } from "../../ui/save-file.js";
import { lineWords, titleOf } from "./ledger-words.js";

/** @import { Receipt } from "../../domain/ledger.js" */

/** @param {readonly Receipt[]} receipts @param {"text"|"csv"} kind */
export function saveLedger(receipts, kind) {
  const text = kind === "csv" ? asTable(receipts) : asText(receipts);
  const type = kind === "csv" ? "text/csv" : "text/plain";
  saveFile(new Blob([text], { type }), t(`ledger.file.${kind}`));
}

/** @param {readonly Receipt[]} receipts @returns {string} */
function asText(receipts) {
  const days = ledgerDays(receipts, dayOf).map(({ day, lines }) => {
    const said = lines.map((line) => `  ${titleOf(line)}\n    ${lineWords(line).join(" · ")}`);
    return [day ? capital(dayWords(day)) : t("ledger.noDay"), ...said].join("\n");
  });
  return `${[t("ledger.title"), ...days].join("\n\n")}\n`;
}

/** @param {readonly Receipt[]} receipts @returns {string} one line each, as it happened */
function asTable(receipts) {
  const columns = ["day", "time", "what", "person", "entry", "part"].map((name) =>
    t(`ledger.column.${name}`),
  );
  const rows = receipts.map((one) => [
    one.when ? dayOf(one.when) : "",
    one.when ? clockOf(one.when) : "",
    t(`ledger.${one.what}`, { name: one.name }),
    one.name,
    titleOf(one),
    one.part ? t("ledger.part", one.part) : "",
  ]);
  return csvOf([columns, ...rows]);
}
