// A copy for programs: docs/export-format.md, which has its schema. One item a line, so that it is written as it is read.

import { json } from "./text.js";

/** @import { Instant } from "../instants.js" */
/** @import { Role } from "../people.js" */

/**
 * Where an item stands: `kept`; deleted, and its words still here; taken at the lock and not filed yet.
 * @typedef {"kept"|"trash"|"capture"} Standing
 * @typedef {"entries"|"measures"|"dosings"|"drafts"|"comments"|"trash"|"captures"|"other"} Sort
 * @typedef {{rev: string|null, payload: any}} TakenRevision  rev: null where only this device has it
 */

/**
 * One item with everything that is here of it.
 * @typedef {object} Taken
 * @property {string} id
 * @property {string|null} author   b64 id_pk of the other person; null: one's own
 * @property {Standing} state
 * @property {TakenRevision[]} revisions  at least one; the last one stands
 *
 * @typedef {{id: string, why: string}} Unread  what could not be read, and the kind of failure
 * @typedef {{id: string, name: string, role: string, state: string, dosing: boolean, sees: string[]}} TakenPerson  id: b64 id_pk; sees: ids of what they are shown
 *
 * @typedef {object} CopyHead
 * @property {Instant} made
 * @property {{id: string, name: string, role: Role}} owner  id: b64 id_pk
 * @property {TakenPerson[]} people
 */

/** @type {readonly Sort[]} */
export const SORTS = [
  "entries",
  "measures",
  "dosings",
  "drafts",
  "comments",
  "trash",
  "captures",
  "other",
];
/** @type {{[kind: string]: Sort}} */
const SORT = {
  entry: "entries",
  measure: "measures",
  rating: "measures",
  dosing: "dosings",
  draft: "drafts",
  comment: "comments",
};

/** @param {unknown} kind of payload @param {Standing} state @returns {Sort} under which it is counted */
export function sortOf(kind, state) {
  if (state === "trash") return "trash";
  if (state === "capture") return "captures";
  return Object.hasOwn(SORT, String(kind)) ? (SORT[String(kind)] ?? "other") : "other";
}

/** @param {Taken} item @returns {any} the payload that stands */
export function payloadOf({ revisions }) {
  return revisions.at(-1)?.payload ?? {};
}

/** @param {CopyHead} head @returns {string} the file's beginning */
export function dataHead({ made, owner, people }) {
  const lines = [
    `"format":"afterglow-data"`,
    `"v":1`,
    `"made":${json(made)}`,
    `"owner":${json(owner)}`,
    `"people":[${people.map((one) => `\n${json(one)}`).join(",")}]`,
  ];
  return `{${lines.join(",\n")},\n"items":[\n`;
}

/** @param {Taken} item @param {boolean} isFirst @returns {string} */
export function dataItem(item, isFirst) {
  return `${isFirst ? "" : ",\n"}${json(item)}`;
}

/** @param {{[sort: string]: number}} counts @param {readonly Unread[]} unread @returns {string} the file's end */
export function dataEnd(counts, unread) {
  const rows = unread.map((one) => `\n${json(one)}`).join(",");
  return `\n],\n"unread":[${rows}],\n"counts":${json(counts)}}\n`;
}
