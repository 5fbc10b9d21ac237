// A person's own signed-in devices, as the server lists their sessions. Whatever it says, what comes of it can be shown.

import { LAST_MS } from "./instants.js";

/**
 * `name`: null where there is none that opens; `created`, `seen`: RFC 3339 instants, null for what is no time.
 * @typedef {{id: string, name: string|null, created: string|null, seen: string|null, isCurrent: boolean}} Device
 * @typedef {Omit<Device, "name"> & {label: string|null}} Session  as it is listed, its name still sealed
 */

/** More than anybody has, and few enough for whatever a server says. */
export const MOST_DEVICES = 100;
/** 16 bytes as b64. */
const ID = /^[\w-]{21}[AQgw]$/;

/**
 * @param {any} answer of `GET sessions`
 * @returns {Session[]} this device's first, then what was seen last; each id once, and no row without one
 * @throws {TypeError} for what is no list
 */
export function sessionsOf({ sessions }) {
  const rows = new Map();
  for (const row of sessions) if (isRow(row) && !rows.has(row.id)) rows.set(row.id, row);
  const sorted = [...rows.values()].sort(
    (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || msOf(b.seen) - msOf(a.seen),
  );
  return sorted.slice(0, MOST_DEVICES).map((row, at) => ({
    id: row.id,
    label: typeof row.label === "string" ? row.label : null,
    created: timeOf(row.created),
    seen: timeOf(row.seen),
    // A second one that calls itself this device is not.
    isCurrent: at === 0 && isOwn(row),
  }));
}

const isRow = (/** @type {any} */ row) => typeof row?.id === "string" && ID.test(row.id);
const isOwn = (/** @type {any} */ row) => row.current === true;

/** @param {unknown} seconds @returns {number} milliseconds since 1970; 0 for what is no time */
function msOf(seconds) {
  const ms = Number.isSafeInteger(seconds) ? Number(seconds) * 1000 : 0;
  return ms > 0 && ms <= LAST_MS ? ms : 0;
}

/** @param {unknown} seconds */
function timeOf(seconds) {
  const ms = msOf(seconds);
  return ms ? new Date(ms).toISOString() : null;
}
