/** Help lines of the clinic's packs: public words, kept on this device so that they stand in Help before the lock does. */

import { packPlaces } from "../../domain/help-lines.js";

/** @import { Country } from "../../domain/help-lines.js" */

const KEY = "clinic-lines";

/** @param {readonly any[]} packs as they were read last; none: nothing is kept */
export function keepClinicLines(packs) {
  const said = packs.flatMap(({ helpLines }) => (helpLines ? [{ helpLines }] : []));
  try {
    if (said.length > 0) localStorage.setItem(KEY, JSON.stringify(said));
    else localStorage.removeItem(KEY);
  } catch {
    // storage is refused: they stand in Help once one has unlocked
  }
}

/** @returns {Country[]} none where what is kept is not what this app has put there */
export function clinicPlaces() {
  try {
    return packPlaces(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}
