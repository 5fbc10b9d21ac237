// Identifiers that anybody can compute (docs/protocol.md sections 2 to 5). 16 bytes each where nothing else is said.

import { h, lbl } from "./encoding.js";
import { ID } from "./limits.js";

/** @import { Bytes } from "./encoding.js" */

/**
 * @param {Uint8Array} idPk
 * @returns {Bytes} id of the account with this identity
 */
export function accountId(idPk) {
  return h(lbl("id", idPk)).slice(0, ID);
}

/**
 * @param {Uint8Array} idPk
 * @returns {Bytes} 32 bytes that stand for an erased account: only who knows its id_pk can compute them
 */
export function erasedMark(idPk) {
  return h(lbl("erased", idPk));
}

/**
 * @param {Uint8Array} author id_pk
 * @param {Uint8Array} audience id_pk; the author's own for the private log
 * @returns {Bytes} id of the log that runs from one to the other
 */
export function logId(author, audience) {
  return h(lbl("log", author, audience)).slice(0, ID);
}

/**
 * @param {Uint8Array} item
 * @param {Uint8Array} rev
 * @returns {Bytes} item of the conflict copy of a revision: the same wherever the copy is made
 */
export function conflictItem(item, rev) {
  return h(lbl("conflict-item", item, rev)).slice(0, ID);
}

/**
 * @param {Uint8Array} item
 * @param {Uint8Array} rev
 * @returns {Bytes} revision of the conflict copy of a revision
 */
export function conflictRev(item, rev) {
  return h(lbl("conflict-rev", item, rev)).slice(0, ID);
}
