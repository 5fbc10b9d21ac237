// Which faults must have met which state of the engine in the histories of one test run. A pair that is never reached is a failing test.

import { LABELS, RECOVERY } from "./generate.js";

const RESTING = ["rest idle", "rest offline", "rest aside"];
const STORES = LABELS.filter((label) => label.startsWith("store"));

/** @type {[string[], string[]][]} faults × states */
const DECLARED = [
  [
    ["kill", "power"],
    [...LABELS, ...RECOVERY, "rest idle", "rest offline", "rest aside"],
  ],
  [["write"], [...LABELS, ...RECOVERY]],
  [["delete"], LABELS],
  [
    ["lose", "loseAnswer", "twice", "late", "cutAnswer", "error", "offline"],
    ["pull", "push"],
  ],
  [
    ["signed-out", "too-many", "down", "no room"],
    ["pull", "push", "gather", "link", ...STORES, "rest idle", "rest offline"],
  ],
  [
    ["quota", "storage"],
    ["load", "gather", "link", ...STORES, ...RESTING],
  ],
  [
    ["restore"],
    [
      "pull",
      "push",
      "read",
      "store page",
      "store sent",
      "store acks",
      "store anew",
      "orphans",
      "reframe",
      "rest idle",
      "rest offline",
    ],
  ],
  [["unannounced restore"], ["pull", "push", "rest idle", "rest offline"]],
  [
    ["wipe", "lost records"],
    [
      "load",
      "pull",
      "push",
      "link",
      "gather",
      "store page",
      "store sent",
      "store acks",
      "rest idle",
    ],
  ],
  [["clock"], ["load", "pull", "push", "gather", "rest idle", "rest offline"]],
  [["poison"], ["pull", "push", "rest idle", "rest offline", "rest aside"]],
];

/**
 * @param {Map<string, number>} coverage (fault @ state) → times
 * @returns {string[]} declared pairs that were never reached
 */
export function missingPairs(coverage) {
  const pairs = DECLARED.flatMap(([faults, states]) =>
    faults.flatMap((fault) => states.map((state) => `${fault} @ ${state}`)),
  );
  return pairs.filter((pair) => !coverage.has(pair));
}
