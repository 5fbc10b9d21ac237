// Drafts (docs/protocol.md section 9): what is being written and not kept yet, as an item of its own.

import { h, lbl, utf8 } from "../wire/encoding.js";
import { ID } from "../wire/limits.js";

/** @import { Bytes } from "../wire/encoding.js" */

/**
 * @param {Bytes} idPk
 * @param {string} of b64 item of the entry that it is to be or changes, or `form ` and the name of a form
 * @returns {Bytes} the item it is backed up as, 16 bytes: the same on all devices of an account
 */
export function draftItem(idPk, of) {
  return h(lbl("draft-item", idPk, utf8(of))).slice(0, ID);
}
