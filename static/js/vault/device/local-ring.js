// The ring as it lies on this device: the newest one known here, published or not.

import { ringFromJson, ringToJson } from "../../protocol/ring.js";
import { b64Encode } from "../../wire/encoding.js";
import { buildJson, parseJson } from "../../wire/json.js";

/** @import { Ring } from "../../protocol/ring.js" */
/** @import { Write } from "../../store/database.js" */
/** @import { Place } from "../../sync/types.js" */
/** @import { Holdings } from "./holdings.js" */
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

/**
 * @param {Holdings} holdings
 * @param {Ring} ring
 * @returns {Promise<Write[]>} fails as `changed` where another tab has written a ring meanwhile
 */
export async function ringWrites({ session, ringVersion }, ring) {
  const sealed = await sealLocalRing(session.local, ring);
  return [
    { expect: "meta", key: "ring", version: ringVersion },
    { put: "meta", key: "ring", value: { version: ringVersion + 1, sealed } },
  ];
}

/** @param {Ring} ring @returns {Place[]} heads that its writer knew */
export function headsOf({ heads }) {
  return heads.map(({ log, seq, hash }) => ({ log: b64Encode(log), seq, hash: b64Encode(hash) }));
}
