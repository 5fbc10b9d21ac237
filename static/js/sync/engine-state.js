// The state of the sync engine, and the few ways it moves on (docs/architecture.md, "Sync").

import { PUSH_BYTES, PUSH_RECORDS } from "./engine-plan.js";
import { missingRecords, nextPush } from "./engine-push.js";
import { FIRST_BYTES } from "./pace.js";

/** @import { Change, Effect, State, SyncState, Work } from "./types.js" */

/** @typedef {[State, Effect[]]} Step  the next state, and what is to be done */
/** @template W @typedef {W extends unknown ? Omit<W, "id"> : never} Unnumbered */

/** Operations in the largest record. */
export const ROWS = 1_024;

/** Sealed bytes gathered at once: with frames and headers they still fit one push. */
const GATHER_BYTES = PUSH_BYTES - 98_304;

/** Nothing is under way. */
export const RESTING = new Set(["off", "idle", "waiting", "signed-out", "stopped"]);

/** @returns {State} before the first `wake` */
export function initialState() {
  return {
    mode: "off",
    onward: "load",
    place: null,
    task: 0,
    again: false,
    retry: false,
    own: "",
    epoch: null,
    cursor: 0,
    passed: false,
    strict: false,
    whole: false,
    heads: {},
    sent: [],
    stale: {},
    waiting: 0,
    aside: 0,
    attempt: 0,
    turns: 0,
    doubt: 0,
    losses: 0,
    rows: ROWS,
    records: PUSH_RECORDS,
    page: FIRST_BYTES,
    bytes: FIRST_BYTES,
    began: 0,
    until: null,
    fault: null,
    told: null,
  };
}

/** @param {State} state @returns {{state: SyncState, waiting: number, aside: number}} */
export function statusOf({ mode, fault, waiting, aside }) {
  const counts = { waiting, aside };
  if (mode === "signed-out") return { state: "signed-out", ...counts };
  if (mode === "stopped") return { state: "attention", ...counts };
  if (mode === "waiting") {
    const isOurs = fault === "storage" || fault === "quota";
    return { state: isOurs ? "attention" : "offline", ...counts };
  }
  if (RESTING.has(mode)) return { state: aside > 0 ? "aside" : "idle", ...counts };
  return { state: "busy", ...counts };
}

/**
 * @param {State} state
 * @param {State["mode"]} mode
 * @param {Unnumbered<Work>} effect
 * @returns {Step}
 */
export function work(state, mode, effect) {
  const id = state.task + 1;
  return [{ ...state, mode, task: id }, [/** @type {Work} */ ({ ...effect, id })]];
}

/**
 * @param {State} state what holds once the change is stored; a failure is followed by a load, so nothing is believed too early
 * @param {Change} change
 * @param {State["onward"]} then
 * @returns {Step}
 */
export function commit(state, change, then) {
  return work({ ...state, onward: then }, "storing", { type: "commit", change });
}

/**
 * @param {State} state
 * @param {State["mode"]} mode
 * @param {number | null} at
 * @returns {Step}
 */
export function rest(state, mode, at) {
  return [{ ...state, mode }, [{ type: "timer", at }]];
}

/**
 * What the server wished to be waited for is over: it must not be held against a clock that is turned back later.
 * @param {State} state
 * @returns {Step}
 */
export function begin(state) {
  const next = { ...state, again: false, turns: 0, stale: {}, until: null };
  return work(next, "loading", { type: "load" });
}

/** @param {State} state @returns {Step} */
export function pull(state) {
  return work(state, "pulling", { type: "pull", after: state.cursor, limit: state.page });
}

/**
 * What a restored server lost first, then what was sent and not answered.
 * @param {State} state with one or the other
 * @returns {Step}
 */
export function push(state) {
  const again = missingRecords(state);
  const sent = again.length > 0 ? [] : nextPush(state);
  return work(state, "pushing", {
    type: "push",
    again,
    most: state.records,
    bytes: state.bytes,
    sent,
  });
}

/** @param {State} state @returns {Step} */
export function gather(state) {
  return work(state, "gathering", { type: "gather", bytes: GATHER_BYTES });
}

/** @param {State} state @param {{log: string, from: number}} place @returns {Step} */
export function rewind(state, { log, from }) {
  return work(state, "rewinding", { type: "orphans", log, from });
}
