// The ring as it lies on this device: the newest one known here, published or not.

import { ringFromJson, ringToJson } from "../protocol/ring.js";
import { buildJson, parseJson } from "../wire/json.js";

/** @import { Ring } from "../protocol/ring.js" */
/** @import { LocalSeal } from "./local-seal.js" */

/**
 * @param {LocalSeal} local
 * @param {Ring} ring
 * @returns {Promise<ArrayBuffer>}
 */
export function sealLocalRing(local, ring) {
  return local.seal("ring", "ring", buildJson(ringToJson(ring)));
}

/**
 * @param {LocalSeal} local
 * @param {ArrayBuffer} sealed
 * @returns {Promise<Ring>}
 */
export async function openLocalRing(local, sealed) {
  return ringFromJson(parseJson(await local.open("ring", "ring", sealed)));
}
