// What the person must be told, as it lies on the device: a type and an id, no words.

/** @import { Notice } from "../../domain/notices.js" */

/**
 * @param {{type: Notice["type"], item: string | null}} notice
 * @returns {{put: "notices", value: Notice}}
 */
export function noticeWrite({ type, item }) {
  return { put: "notices", value: { id: item ? `${type} ${item}` : type, type, item } };
}
