// What this person has set: one document, under the members of docs/protocol.md section 9.

import { bodyOf } from "../../domain/payloads.js";
import { readPayload } from "../../protocol/items.js";

/** @import { Payload } from "../../domain/payloads.js" */
/** @import { Unlocked } from "../device/unlocked.js" */

/** @param {Unlocked} unlocked @returns {Promise<Payload>} its members; none where nothing has been set */
export async function settingsOf({ holdings, library }) {
  const [shown] = library.documents("settings");
  const row = shown && (await holdings.content(shown.fact));
  return row ? bodyOf(readPayload(row.json)) : {};
}
