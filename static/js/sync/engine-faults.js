// What the sync engine does when something is wrong: waits, looks again from the beginning, narrows down, sets aside, raises the alarm.

import { fedUpTo } from "./engine-feed.js";
import { missingRecords, nextPush, sentAt } from "./engine-push.js";
import { commit, pull, push, ROWS, rest } from "./engine-state.js";

/** @import { Step } from "./engine-state.js" */
/** @import { Change, Event, Place, Problem, State } from "./types.js" */

const BACKOFF_MS = 1_000;
const BACKOFF_MOST_MS = 300_000;
/** However long a server wishes not to be asked. */
const RETRY_MOST_MS = 900_000;
/** Rounds of one kind without anything brought forward, before waiting. */
export const TURNS = 12;

/**
 * Try again later: exponential back-off with jitter, not before the server wants it.
 * @param {State} state
 * @param {Problem} problem
 * @param {Event} event
 * @returns {Step}
 */
export function fault(state, problem, { now, random }) {
  const grown = Math.min(BACKOFF_MOST_MS, BACKOFF_MS * 2 ** state.attempt);
  const asked = Math.min(problem.retryAfterMs ?? 0, RETRY_MOST_MS);
  const at = now + Math.max(grown * (0.5 + random / 2), asked);
  const next = { ...state, attempt: Math.min(state.attempt + 1, 16), fault: problem.kind };
  return rest({ ...next, until: asked > 0 ? now + asked : null }, "waiting", at);
}

/**
 * Around once more, unless that has been tried often enough.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
export function turn(state, event) {
  if (state.turns >= TURNS) return fault(state, { kind: "server" }, event);
  return pull({ ...state, turns: state.turns + 1 });
}

/**
 * Everything again from the beginning: nothing counts as shown until the server has shown it.
 * @param {State} state
 * @param {Pick<Change, "strict" | "epoch" | "notices">} change
 * @returns {Step}
 */
export function pullAnew(state, change) {
  const heads = Object.fromEntries(
    Object.entries(state.heads).map(([log, head]) => [log, fedUpTo({ ...head, shown: 0 }, 0)]),
  );
  const next = { ...state, cursor: 0, heads, stale: {}, strict: change.strict ?? state.strict };
  next.epoch = change.epoch ?? state.epoch;
  return commit(next, { durability: "strict", cursor: 0, heads, ...change }, "turn");
}

/**
 * @param {State} state
 * @param {string} epoch
 * @returns {Step}
 */
export function restored(state, epoch) {
  // Without a new epoch nobody announced a restore: what the server lost is pushed again, but nothing that differs is taken.
  const strict = epoch === state.epoch;
  return pullAnew(state, { epoch, strict, notices: [{ type: "server-restored", item: null }] });
}

/**
 * The server has lost what it had taken: as at a restore that nobody announced. Where that happens again at once, it only says that it keeps things.
 * @param {State} state
 * @param {string} epoch
 * @returns {Step}
 */
export function lost(state, epoch) {
  const next = { ...state, losses: state.losses + 1 };
  if (state.losses > 1) return alarm({ ...next, losses: 0 }, "history-changed");
  return restored(next, epoch);
}

/**
 * Records are missing between those that are here and those of the page: look for them from the beginning, once a round.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
export function mend(state, event) {
  if (state.cursor === 0) return fault(state, { kind: "malformed" }, event);
  return commit({ ...state, cursor: 0 }, { durability: "strict", cursor: 0 }, "turn");
}

/**
 * The server contradicts itself. It may have been restored unannounced, so everything is compared once; if that does not help, it is an alarm.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
export function doubt(state, event) {
  const next = { ...state, doubt: state.doubt + 1 };
  if (state.doubt === 0) return fault(next, { kind: "server" }, event);
  if (state.doubt === 1 && state.epoch !== null) return restored(next, state.epoch);
  return alarm({ ...next, doubt: 0 }, "history-changed");
}

/**
 * The push as a whole was refused: one record at a time, until it is known which.
 * @param {State} state
 * @param {Extract<Event, {type: "failed"}>} event
 * @returns {Step}
 */
export function narrow(state, event) {
  const next = { ...state, turns: state.turns + 1 };
  if (next.turns > TURNS) return fault(next, event.problem, event);
  if (state.records > 1) return push({ ...next, records: 1 });
  const [first] = missingRecords(state);
  const place = first ? { log: first.log, seq: first.from, hash: "" } : nextPush(state)[0];
  return refuse(next, { durability: "strict" }, place ? [place] : [], "advance");
}

/**
 * Records that the server will never take. One of many operations is linked again in smaller records until the operation at fault stands alone; that
 * one is set aside, so that the others pass. An old record that a restored server refuses is queued again as operations.
 * @param {State} state
 * @param {Change} change
 * @param {Place[]} places
 * @param {State["onward"]} then
 * @returns {Step}
 */
export function refuse(state, change, places, then) {
  const frames = places.flatMap((place) => sentAt(state, place) ?? []);
  const old = places.find((place) => !sentAt(state, place));
  if (old) {
    const place = { log: old.log, from: old.seq };
    return commit({ ...state, place }, change, "rewind");
  }
  if (frames.length === 0) return commit(state, change, then);
  const logs = frames.map(({ log }) => log);
  const alone = state.rows === 1 ? frames.filter(({ count }) => count === 1) : [];
  const most = Math.max(...frames.map(({ count }) => count));
  const next = {
    ...state,
    sent: state.sent.filter(({ log }) => !logs.includes(log)),
    rows: alone.length > 0 ? ROWS : Math.max(1, Math.min(state.rows, most) >> 1),
  };
  const aside = alone.map(({ n }) => ({ n, reason: "refused" }));
  /** @type {Change["notices"]} */
  const notices = alone.map(() => ({ type: "not-sent", item: null }));
  return commit(next, { ...change, unlink: logs, aside, notices }, then);
}

/** @param {State} state @param {number[]} ops @returns {Step} */
export function setAside(state, ops) {
  const aside = ops.map((n) => ({ n, reason: "unlinkable" }));
  /** @type {Change["notices"]} */
  const notices = [{ type: "not-sent", item: null }];
  return commit(state, { durability: "strict", aside, notices }, "gather");
}

/** @param {State} state @param {"history-changed" | "app-old"} type @returns {Step} */
export function alarm(state, type) {
  return commit(state, { durability: "strict", notices: [{ type, item: null }] }, "stop");
}
