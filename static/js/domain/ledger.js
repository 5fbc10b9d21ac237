// What was shared with whom, as it is read and taken along: by day, what has arrived beside what was sent. Pure.

/** @import { Instant } from "./instants.js" */
/** @import { Part } from "./sharing.js" */

/**
 * @typedef {object} Receipt  one line of what was shared with whom, and what became of it
 * @property {Instant|null} when  null: that it was so is known, not when
 * @property {"shared"|"updated"|"waits"|"asked"|"ended"|"delivered"|"opened"|"commented"|"answered"} what
 *   waits: held back by the next-day guard; asked: not shared after all; opened: where the other lets one know
 * @property {string} person   contact id
 * @property {string} name
 * @property {string} item     entry or dosing session
 * @property {"entry"|"measure"|"rating"|"dosing"} kind
 * @property {string} title    "" for dosing sessions, and for what is no longer here
 * @property {string|null} instrument
 * @property {Part|null} part
 */

/** @typedef {Receipt & {delivered: boolean}} LedgerLine  delivered: what was sent last has arrived */
/** @typedef {{day: string|null, lines: LedgerLine[]}} LedgerDay  null: nobody noted the time */

const SENT = ["shared", "updated"];

/**
 * @param {readonly Receipt[]} receipts  the last first
 * @param {(when: Instant) => string} dayOf
 * @returns {LedgerDay[]} the last first
 */
export function ledgerDays(receipts, dayOf) {
  const arrived = new Set(receipts.filter(({ what }) => what === "delivered").map(pairOf));
  /** @type {LedgerDay[]} */
  const days = [];
  for (const receipt of receipts) {
    const isSent = SENT.includes(receipt.what);
    if (receipt.what === "delivered" && !arrived.has(pairOf(receipt))) continue;
    // Only the newest of what was sent is known to be the one that has arrived.
    const line = { ...receipt, delivered: isSent && arrived.delete(pairOf(receipt)) };
    const day = receipt.when && dayOf(receipt.when);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** @param {Receipt} receipt */
function pairOf({ person, item }) {
  return `${person} ${item}`;
}

/**
 * @param {readonly (readonly string[])[]} rows  the names of the columns first
 * @returns {string} as spreadsheets read it (RFC 4180)
 */
export function csvOf(rows) {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {string} text */
function cell(text) {
  // A spreadsheet would take it for a formula.
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
