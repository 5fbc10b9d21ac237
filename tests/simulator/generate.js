// Makes histories from seeds. Each history draws its own mixture of what may go wrong, so that rare things also meet each other;
// what people do is crowded on a few items and into the moments between sending and hearing back.

import { Random } from "./random.js";

/** @import { Action, History } from "./history.js" */

/** Where a tab can be (tab.js), and where it can be only after a restore. */
export const LABELS = [
  "load",
  "pull",
  "read",
  "hashes",
  "store page",
  "gather",
  "fork",
  "store forks",
  "link",
  "store sent",
  "frames",
  "push",
  "store acks",
  "store done",
];
export const RECOVERY = ["store anew", "orphans", "store rewind", "reframe"];
const WAITS = [0, 0, 5, 40, 150, 400, 2_000, 2_000, 20_000, 20_000, 70_000, 600_000];
const [HOUR, YEAR] = [3_600_000, 31_557_600_000];
const CLOCKS = [0, -10 * YEAR, 10 * YEAR, -25 * HOUR, 25 * HOUR];
const SIZES = [60, 1_200, 2_500, 200_000];

/** Faults that a history may have; each is in about a third of them. Those of one row exclude each other: what two of them lose together is nobody's promise. */
const FAULTS = [
  ["restore", "restore", "restore", "unannounced", "wipe", "wipe", "lostRecords"],
  ["kill"],
  ["power"],
  ["offline"],
  ["weather"],
  ["signOut"],
  ["throttle"],
  ["full"],
  ["broken"],
  ["poison"],
  ["down"],
  ["noRoom"],
  ["tab"],
  ["clock"],
];

/**
 * @param {string} seed
 * @returns {History}
 */
export function generate(seed) {
  const random = new Random(`history ${seed}`);
  const patients = random.chance(0.7) ? 2 : 3;
  const therapists = random.chance(0.7) ? 1 : 2;
  const faults = FAULTS.filter((_, i) => random.chance(i === 0 ? 0.5 : 0.33)).map((row) =>
    random.pick(row),
  );
  const maker = new Maker(random, patients, therapists, faults);
  const count = 12 + random.below(40);
  const actions = Array.from({ length: count }, () => maker.next());
  const restore = faults.find(isRestore);
  if (restore) {
    const late = { wait: 2_000, device: 0, do: restore, pick: 0 };
    actions.splice(random.below(count / 2), 0, { wait: 0, device: 0, do: "backup" });
    actions.splice(count - random.below(count / 3), 0, late);
  }
  const pageRecords = random.chance(0.3) ? 1 + random.below(4) : 1_000;
  return { seed, patients, therapists, pageRecords, actions };
}

/** @param {string} name */
function isRestore(name) {
  return name === "restore" || name === "unannounced";
}

class Maker {
  #random;
  #patients;
  #devices;
  #faults;

  /**
   * @param {Random} random
   * @param {number} patients
   * @param {number} therapists
   * @param {string[]} faults
   */
  constructor(random, patients, therapists, faults) {
    this.#random = random;
    this.#patients = patients;
    this.#devices = patients + therapists;
    this.#faults = faults;
  }

  /** @returns {Action} */
  next() {
    const random = this.#random;
    const wait = random.pick(WAITS);
    const device = random.chance(0.8) ? random.below(this.#patients) : random.below(this.#devices);
    const isFault = this.#faults.length > 0 && random.chance(0.35);
    return { wait, device, ...(isFault ? this.#fault(random.pick(this.#faults)) : this.#deed()) };
  }

  /** @returns {Omit<Action, "wait">} */
  #deed() {
    const random = this.#random;
    const pick = random.below(3);
    const when = random.chance(0.25) ? this.#when() : {};
    const size = random.pick(SIZES);
    const isPoisoned = this.#faults.includes("poison");
    /** @type {[number, () => Omit<Action, "wait">][]} */
    const deeds = [
      [0.16, () => ({ do: "write", size, ...when })],
      [0.38, () => ({ do: "write", pick, ms: random.pick([0, 3, 200, 30_000]), size, ...when })],
      [0.04, () => ({ do: "twin", pick })],
      [0.08, () => ({ do: "delete", pick, ...when })],
      [0.12, () => ({ do: "share", pick })],
      [0.07, () => ({ do: "unshare", pick })],
      [0.06, () => ({ do: "ring", pick: random.below(9) })],
      [0.005, () => ({ do: "close" })],
      [isPoisoned ? 0 : 0.005, () => ({ do: "many", pick: 20 + random.below(20), size: 250_000 })],
    ];
    let drawn = random.next();
    for (const [share, make] of deeds) {
      drawn -= share;
      if (drawn < 0) return make();
    }
    return { do: "wake" };
  }

  /** @param {string} name @returns {Omit<Action, "wait">} */
  #fault(name) {
    const random = this.#random;
    const when = random.chance(0.7) ? this.#when() : {};
    const ms = random.pick([0, 300, 10_000, 100_000]);
    if (name === "weather") return { do: "weather", weather: this.#weather() };
    if (name === "clock") return { do: "clock", ms: random.pick(CLOCKS), ...when };
    if (name === "offline")
      return { do: random.pick(["offline", "online"]), ...(random.chance(0.3) ? when : {}) };
    if (isRestore(name))
      return random.chance(0.5) ? { do: "backup" } : { do: name, pick: random.below(4), ...when };
    if (name === "wipe" || name === "lostRecords")
      return { do: name, pick: random.below(2), ...when };
    return { do: name, ms, ...when };
  }

  /** @returns {Pick<Action, "when">} */
  #when() {
    const random = this.#random;
    const isRecovering = this.#faults.some(isRestore) && random.chance(0.5);
    const label = random.pick(isRecovering ? RECOVERY : LABELS);
    return { when: { label, phase: random.pick(["before", "after"]) } };
  }

  #weather() {
    const names = ["lose", "loseAnswer", "twice", "late", "cutAnswer", "error"];
    const bad = names.filter(() => this.#random.chance(0.4));
    return Object.fromEntries(bad.map((name) => [name, this.#random.pick([0.1, 0.3, 0.6])]));
  }
}
