// What the person must be told, as it lies on the device: a type and an id, no words.

/** @import { Write } from "../store/database.js" */
/** @import { Notice } from "./types.js" */

/**
 * @param {{type: Notice["type"], item: string | null}} notice
 * @returns {Write}
 */
export function noticeWrite({ type, item }) {
  return { put: "notices", value: { id: item ? `${type} ${item}` : type, type, item } };
}
