// The sync engine: one pure state machine (docs/architecture.md, "Sync"; rules: docs/protocol.md section 5).
//
// A round: load → pull until the feed ends → push again what a restored server lost → push what was sent and not answered → gather, fork, link, store,
// push, settle until nothing is waiting → idle. Whatever fails ends the round; the next one begins with what storage says, so no step has to be undone.

import { followPage } from "./engine-feed.js";
import { PUSH_BYTES, PUSH_RECORDS, planQueue } from "./engine-plan.js";
import { deadLogs, headOf, missingRecords, nextPush, readAnswer, sentAt } from "./engine-push.js";

/** @import { Change, Draft, Effect, Event, Head, Place, Problem, State, SyncState, Work } from "./types.js" */

/** @typedef {[State, Effect[]]} Step */
/** @typedef {Extract<Event, {type: "failed"}>} Failed */
/** @template W @typedef {W extends unknown ? Omit<W, "id"> : never} Unnumbered */

const BACKOFF_MS = 1_000;
const BACKOFF_MOST_MS = 300_000;
const POLL_MS = 300_000;
/** Rounds of one kind without anything brought forward, before waiting. */
const TURNS = 12;
const ROWS = 1_024;
/** Sealed bytes gathered at once: with frames and headers they still fit one push. */
const GATHER_BYTES = PUSH_BYTES - 98_304;

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
    strict: false,
    heads: {},
    sent: [],
    stale: {},
    waiting: 0,
    aside: 0,
    attempt: 0,
    turns: 0,
    doubt: 0,
    rows: ROWS,
    records: PUSH_RECORDS,
    until: 0,
    fault: null,
    told: null,
  };
}

/**
 * @param {State} state
 * @param {Event} event
 * @returns {Step} the next state, and what is to be done; the state given is not changed
 */
export function step(state, event) {
  const [next, effects] = handle(state, event);
  const status = statusOf(next);
  const told = JSON.stringify(status);
  if (told === next.told) return [next, effects];
  return [{ ...next, told }, [...effects, { type: "status", ...status }]];
}

/** @param {State} state @param {Event} event @returns {Step} */
function handle(state, event) {
  if (event.type === "wake") return wake(state, event);
  if (event.type === "halt") return rest({ ...state, task: state.task + 1 }, "off", null);
  if (event.id !== state.task || RESTING.has(state.mode)) return [state, []];
  if (event.type === "loaded") return loaded(state, event);
  if (event.type === "page") return paged(state, event);
  if (event.type === "orphans") return orphaned(state, event);
  if (event.type === "committed") return committed(state, event);
  if (event.type === "queue") return gathered(state, event);
  if (event.type === "forked") return forked(state, event);
  if (event.type === "linked") return linked(state, event);
  if (event.type === "pushed") return pushed(state, event);
  return failed(state, event);
}

const RESTING = new Set(["off", "idle", "waiting", "signed-out", "stopped"]);

/** @param {State} state @returns {{state: SyncState, waiting: number, aside: number}} */
function statusOf({ mode, fault, waiting, aside }) {
  const counts = { waiting, aside };
  if (mode === "signed-out") return { state: "signed-out", ...counts };
  if (mode === "stopped") return { state: "attention", ...counts };
  if (mode === "waiting") {
    const isOurs = fault === "storage" || fault === "quota";
    return { state: isOurs ? "attention" : "offline", ...counts };
  }
  if (RESTING.has(mode)) return { state: aside > 0 ? "attention" : "idle", ...counts };
  return { state: "busy", ...counts };
}

/**
 * @param {State} state
 * @param {State["mode"]} mode
 * @param {Unnumbered<Work>} effect
 * @returns {Step}
 */
function work(state, mode, effect) {
  const id = state.task + 1;
  return [{ ...state, mode, task: id }, [/** @type {Work} */ ({ ...effect, id })]];
}

/**
 * @param {State} state what holds once the change is stored; a failure is followed by a load, so nothing is believed too early
 * @param {Change} change
 * @param {State["onward"]} then
 * @returns {Step}
 */
function commit(state, change, then) {
  return work({ ...state, onward: then }, "storing", { type: "commit", change });
}

/**
 * @param {State} state
 * @param {State["mode"]} mode
 * @param {number | null} at
 * @returns {Step}
 */
function rest(state, mode, at) {
  return [{ ...state, mode }, [{ type: "timer", at }]];
}

/** @param {State} state @param {Extract<Event, {type: "wake"}>} event @returns {Step} */
function wake(state, { reason, now }) {
  const retry = state.retry || reason === "person";
  const isAsked = reason === "start" || reason === "person" || reason === "signed-in";
  if (!RESTING.has(state.mode)) return [{ ...state, again: true, retry }, []];
  if (state.mode === "off" && reason !== "start") return [state, []];
  if ((state.mode === "signed-out" || state.mode === "stopped") && !isAsked) return [state, []];
  if (now < state.until) return [{ ...state, retry }, []];
  return begin({ ...state, retry });
}

/** @param {State} state @returns {Step} */
function begin(state) {
  return work({ ...state, again: false, turns: 0, stale: {} }, "loading", { type: "load" });
}

/** @param {State} state @param {Extract<Event, {type: "loaded"}>} event @returns {Step} */
function loaded(state, { meta }) {
  const { own, epoch, cursor, strict, heads, sent, waiting, aside } = meta;
  const next = { ...state, own, epoch, cursor, strict, heads, sent, waiting, aside, retry: false };
  if (state.retry && aside > 0) {
    return commit({ ...next, rows: ROWS }, { durability: "strict", retry: true }, "load");
  }
  const isWiped = Object.entries(heads).some(([log, head]) => (meta.stored[log] ?? 0) < head.shown);
  return isWiped ? pullAnew(next, { strict: true }) : pull(next);
}

/** @param {State} state @returns {Step} */
function pull(state) {
  return work(state, "pulling", { type: "pull", after: state.cursor });
}

/**
 * Everything again from the beginning: nothing counts as shown until the server has shown it.
 * @param {State} state
 * @param {Pick<Change, "strict" | "epoch" | "notices">} change
 * @returns {Step}
 */
function pullAnew(state, change) {
  const heads = Object.fromEntries(
    Object.entries(state.heads).map(([log, head]) => [log, { ...head, shown: 0 }]),
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
function restored(state, epoch) {
  // Without a new epoch nobody announced a restore: what the server lost is pushed again, but nothing that differs is taken.
  const strict = epoch === state.epoch;
  return pullAnew(state, { epoch, strict, notices: [{ type: "server-restored", item: null }] });
}

/** @param {State} state @param {Extract<Event, {type: "page"}>} event @returns {Step} */
function paged(state, event) {
  const { page, known } = event;
  if (state.epoch !== null && page.epoch !== state.epoch) return restored(state, page.epoch);
  if (page.more && page.next <= state.cursor) return fault(state, { kind: "malformed" }, event);
  const verdict = followPage(state, page, known);
  if (verdict.kind === "alarm") return alarm(state, "history-changed");
  if (verdict.kind === "broken") return mend(state, event);
  if (verdict.kind === "orphans") return rewind(state, verdict);
  const { change, changed } = verdict;
  const dead = new Set(change.unlink);
  const acked = new Set(change.acked?.map(({ hash }) => hash));
  const next = {
    ...state,
    epoch: page.epoch,
    cursor: page.next,
    heads: { ...state.heads, ...change.heads },
    sent: state.sent.filter(({ log, hash }) => !acked.has(hash) && !dead.has(log)),
  };
  const then = page.more ? "pull" : "advance";
  return changed ? commit(next, change, then) : advance(next, event);
}

/**
 * Records are missing between those that are here and those of the page: look for them from the beginning, once a round.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
function mend(state, event) {
  if (state.cursor === 0) return fault(state, { kind: "malformed" }, event);
  return commit({ ...state, cursor: 0 }, { durability: "strict", cursor: 0 }, "turn");
}

/** @param {State} state @param {{log: string, from: number}} place @returns {Step} */
function rewind(state, { log, from }) {
  return work(state, "rewinding", { type: "orphans", log, from });
}

/**
 * Another device wrote on what a restored server had left of the log: ours from there on are queued again.
 * @param {State} state
 * @param {Extract<Event, {type: "orphans"}>} event
 * @returns {Step}
 */
function orphaned(state, { log, from, ops, prev }) {
  const head = { ...headOf(state, {}, log), seq: from - 1, hash: prev, shown: from - 1 };
  const sent = state.sent.filter((frame) => frame.log !== log);
  /** @type {Change} */
  const change = {
    durability: "strict",
    rewind: [{ log, from }],
    heads: { [log]: head },
    front: ops,
  };
  return commit({ ...state, heads: { ...state.heads, [log]: head }, sent }, change, "turn");
}

/** @param {State} state @param {Extract<Event, {type: "committed"}>} event @returns {Step} */
function committed(state, event) {
  const next = { ...state, ...event.counts };
  if (state.onward === "load") return begin(next);
  if (state.onward === "pull") return pull(next);
  if (state.onward === "gather") return gather(next);
  if (state.onward === "rewind" && state.place) return rewind(next, state.place);
  if (state.onward === "advance") return advance(next, event);
  if (state.onward === "wait") return fault(next, { kind: "server" }, event);
  if (state.onward === "stop") return rest({ ...next, fault: "tampered" }, "stopped", null);
  return turn(next, event);
}

/**
 * Around once more, unless that has been tried often enough.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
function turn(state, event) {
  if (state.turns >= TURNS) return fault(state, { kind: "server" }, event);
  return pull({ ...state, turns: state.turns + 1 });
}

/**
 * The whole feed has been seen: what comes next?
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
function advance(state, event) {
  const dead = deadLogs(state);
  if (dead.length > 0) {
    const sent = state.sent.filter(({ log }) => !dead.includes(log));
    return commit({ ...state, sent }, { durability: "strict", unlink: dead }, "advance");
  }
  const again = missingRecords(state);
  if (hasNoNews(state)) return doubt(state, event);
  if (again.length > 0) return work(state, "pushing", pushWork(state, again, []));
  if (state.strict && Object.values(state.heads).every(({ seq, shown }) => seq === shown)) {
    const next = { ...state, strict: false };
    return commit(next, { durability: "strict", strict: false }, "advance");
  }
  if (state.sent.length > 0) return work(state, "pushing", pushWork(state, [], nextPush(state)));
  return state.waiting > 0 ? gather(state) : idle(state, event);
}

/**
 * @param {State} state
 * @param {{log: string, from: number, to: number}[]} again
 * @param {Place[]} sent
 * @returns {Omit<Extract<Work, {type: "push"}>, "id">}
 */
function pushWork({ records }, again, sent) {
  return { type: "push", again, most: records, sent };
}

/** @param {State} state @returns {boolean} a head was said to be elsewhere, and the feed does not say where */
function hasNoNews({ stale, heads, sent }) {
  return Object.entries(stale).some(([log, shown]) => {
    const head = heads[log];
    const isWaiting = sent.some((frame) => frame.log === log) || (head && head.shown < head.seq);
    return isWaiting && (head?.shown ?? 0) === shown;
  });
}

/**
 * The server contradicts itself. It may have been restored unannounced, so everything is compared once; if that does not help, it is an alarm.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
function doubt(state, event) {
  const next = { ...state, doubt: state.doubt + 1 };
  if (state.doubt === 0) return fault(next, { kind: "server" }, event);
  if (state.doubt === 1 && state.epoch !== null) return restored(next, state.epoch);
  return alarm({ ...next, doubt: 0 }, "history-changed");
}

/** @param {State} state @param {Event} event @returns {Step} */
function idle(state, { now, random }) {
  const next = { ...state, attempt: 0, until: 0, fault: null };
  if (state.again || state.retry) return begin(next);
  return rest(next, "idle", now + POLL_MS * (0.75 + random / 2));
}

/** @param {State} state @returns {Step} */
function gather(state) {
  return work(state, "gathering", { type: "gather", bytes: GATHER_BYTES });
}

/** @param {State} state @param {Extract<Event, {type: "queue"}>} event @returns {Step} */
function gathered(state, event) {
  const plan = planQueue(event.queue, state);
  const { done, aside, notices, forks, links } = plan;
  if (done.length > 0 || aside.length > 0) {
    /** @type {Change["notices"]} */
    const told = aside.map(() => ({ type: "set-aside", item: null }));
    const change = { done, aside, notices: [...notices, ...told] };
    return commit(state, { durability: "strict", ...change }, "gather");
  }
  if (forks.length > 0) return work(state, "forking", { type: "fork", ops: forks });
  if (links.length === 0) return idle(state, event);
  return work(state, "linking", { type: "link", drafts: draftLinks(state, links) });
}

/**
 * @param {State} state
 * @param {import("./engine-plan.js").Link[]} links
 * @returns {Draft[]} each with its place; `prev` is null where it is the hash of the draft before it
 */
function draftLinks(state, links) {
  /** @type {{[log: string]: number}} */
  const seqs = {};
  return links.map((link) => {
    const head = headOf(state, {}, link.log);
    const prev = link.log in seqs ? null : head.hash;
    const seq = (seqs[link.log] ?? head.seq) + 1;
    seqs[link.log] = seq;
    return { ...link, seq, prev };
  });
}

/** @param {State} state @param {Extract<Event, {type: "forked"}>} event @returns {Step} */
function forked(state, { forks }) {
  /** @type {NonNullable<Change["notices"]>} */
  const notices = forks.flatMap(({ copy }) =>
    copy ? [{ type: "conflict-copy", item: copy.item }] : [],
  );
  return commit(state, { durability: "strict", forks, notices }, "gather");
}

/**
 * Stored before they are sent: a retry after a lost answer sends the same bytes.
 * @param {State} state
 * @param {Extract<Event, {type: "linked"}>} event
 * @returns {Step}
 */
function linked(state, { frames }) {
  const sent = frames.map(({ bytes, covers, ops, ...place }) => ({
    ...place,
    size: bytes.length,
    count: ops.length,
    n: /** @type {number} */ (ops[0]),
  }));
  const next = { ...state, sent: [...state.sent, ...sent] };
  return commit(next, { durability: "strict", sent: frames }, "advance");
}

/** @param {State} state @param {Extract<Event, {type: "pushed"}>} event @returns {Step} */
function pushed(state, event) {
  if (event.answer.epoch !== state.epoch) return restored(state, event.answer.epoch);
  const word = readAnswer(state, event.answer, event.pushed);
  const acked = new Set(word.acked.map(({ hash }) => hash));
  const isForward = Object.keys(word.heads).length > 0;
  const next = {
    ...state,
    heads: { ...state.heads, ...word.heads },
    sent: state.sent.filter(({ hash }) => !acked.has(hash)),
    stale: word.stale,
    attempt: 0,
    turns: isForward ? 0 : state.turns + 1,
    doubt: isForward ? 0 : state.doubt,
    rows: isForward ? Math.min(ROWS, state.rows * 2) : state.rows,
    records: isForward ? Math.min(PUSH_RECORDS, state.records * 2) : state.records,
  };
  /** @type {Change} */
  const change = { durability: "strict", heads: word.heads, acked: word.acked };
  return refuse(next, change, word.refused, afterPush(next, word));
}

/** @param {State} state @param {import("./engine-push.js").Word} word @returns {State["onward"]} */
function afterPush(state, { stale, full }) {
  if (full || state.turns >= TURNS) return "wait";
  return Object.keys(stale).length > 0 ? "turn" : "advance";
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
function refuse(state, change, places, then) {
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
  const notices = alone.map(() => ({ type: "set-aside", item: null }));
  return commit(next, { ...change, unlink: logs, aside, notices }, then);
}

/** @param {State} state @param {Failed} event @returns {Step} */
function failed(state, event) {
  const { problem } = event;
  if (problem.kind === "signed-out") return rest(state, "signed-out", null);
  if (problem.kind === "locked") return rest(state, "off", null);
  if (problem.kind === "feed-ahead" && state.cursor > 0)
    return restored(state, problem.epoch ?? state.epoch ?? "");
  if (problem.kind === "tampered") return alarm(state, "history-changed");
  if (problem.kind === "unsupported") return alarm(state, "set-aside");
  if (problem.kind === "lost-frame" && problem.place) return rewind(state, problem.place);
  if (problem.kind === "unlinkable" && problem.ops?.length) return setAside(state, problem.ops);
  if (problem.kind === "refused" && state.mode === "pushing") return narrow(state, event);
  return fault(state, problem, event);
}

/**
 * The push as a whole was refused: one record at a time, until it is known which.
 * @param {State} state
 * @param {Failed} event
 * @returns {Step}
 */
function narrow(state, event) {
  const next = { ...state, turns: state.turns + 1 };
  if (next.turns > TURNS) return fault(next, event.problem, event);
  const [first] = missingRecords(state);
  if (state.records > 1) return advance({ ...next, records: 1 }, event);
  const place = first ? { log: first.log, seq: first.from, hash: "" } : nextPush(state)[0];
  return place
    ? refuse(next, { durability: "strict" }, [place], "advance")
    : fault(next, event.problem, event);
}

/** @param {State} state @param {number[]} ops @returns {Step} */
function setAside(state, ops) {
  const aside = ops.map((n) => ({ n, reason: "unlinkable" }));
  /** @type {Change["notices"]} */
  const notices = [{ type: "set-aside", item: null }];
  return commit(state, { durability: "strict", aside, notices }, "gather");
}

/** @param {State} state @param {"history-changed" | "set-aside"} type @returns {Step} */
function alarm(state, type) {
  return commit(state, { durability: "strict", notices: [{ type, item: null }] }, "stop");
}

/**
 * Try again later: exponential back-off with jitter, not before the server wants it.
 * @param {State} state
 * @param {Problem} problem
 * @param {Event} event
 * @returns {Step}
 */
function fault(state, problem, { now, random }) {
  const grown = Math.min(BACKOFF_MOST_MS, BACKOFF_MS * 2 ** state.attempt);
  const asked = problem.retryAfterMs ?? 0;
  const at = now + Math.max(grown * (0.5 + random / 2), asked);
  const next = { ...state, attempt: Math.min(state.attempt + 1, 16), fault: problem.kind };
  return rest({ ...next, until: asked > 0 ? now + asked : 0 }, "waiting", at);
}
