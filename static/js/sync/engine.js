// The sync engine: one pure state machine (docs/architecture.md, "Sync"; rules: docs/protocol.md section 5).
//
// A round: load → pull until the feed ends → push again what a restored server lost → push what was sent and not answered → gather, fork, link, store,
// push, settle until nothing is waiting → idle. Whatever fails ends the round; the next one begins with what storage says, so no step has to be undone.

import { PAGE } from "../wire/limits.js";
import {
  alarm,
  doubt,
  fault,
  lost,
  mend,
  narrow,
  pullAnew,
  refuse,
  restored,
  setAside,
  TURNS,
  turn,
} from "./engine-faults.js";
import { fedUpTo, followPage, hasLost } from "./engine-feed.js";
import { PUSH_BYTES, PUSH_RECORDS, planQueue } from "./engine-plan.js";
import { deadLogs, headOf, missingRecords, readAnswer } from "./engine-push.js";
import {
  begin,
  commit,
  gather,
  pull,
  push,
  RESTING,
  ROWS,
  rest,
  rewind,
  statusOf,
  work,
} from "./engine-state.js";
import { paced } from "./pace.js";

/** @import { Step } from "./engine-state.js" */
/** @import { Change, Draft, Event, State } from "./types.js" */

/** @typedef {Extract<Event, {type: "failed"}>} Failed */

const POLL_MS = 300_000;

/**
 * @param {State} state
 * @param {Event} event
 * @returns {Step} the next state, and what is to be done; the state given is not changed
 */
export function step(state, event) {
  const [handled, effects] = handle(state, event);
  const next = handled.task === state.task ? handled : { ...handled, began: event.now };
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

/** @param {State} state @param {Extract<Event, {type: "wake"}>} event @returns {Step} */
function wake(state, { reason, now }) {
  const retry = state.retry || reason === "person";
  const isAsked = reason === "start" || reason === "person" || reason === "signed-in";
  if (!RESTING.has(state.mode)) return [{ ...state, again: true, retry }, []];
  if (state.mode === "off" && reason !== "start") return [state, []];
  if ((state.mode === "signed-out" || state.mode === "stopped") && !isAsked) return [state, []];
  // The timer is the server's own wish fulfilled, even where the clock was turned back meanwhile; a person's wish goes before it.
  if (state.until !== null && now < state.until && reason !== "timer" && reason !== "person")
    return [{ ...state, retry }, []];
  return begin({ ...state, retry });
}

/** @param {State} state @param {Extract<Event, {type: "loaded"}>} event @returns {Step} */
function loaded(state, { meta }) {
  const { own, epoch, cursor, strict, whole, heads, sent, waiting, aside } = meta;
  const stored = { own, epoch, cursor, strict, whole, heads, sent, waiting, aside };
  const next = { ...state, ...stored, retry: false };
  if (state.retry && aside > 0) {
    return commit({ ...next, rows: ROWS }, { durability: "strict", retry: true }, "load");
  }
  // What a server once withheld is asked for again when the person asks.
  if (state.retry && meta.gaps > 0 && cursor > 0) return pull({ ...next, cursor: 0 });
  const isWiped = Object.entries(heads).some(([log, head]) => (meta.stored[log] ?? 0) < head.shown);
  return isWiped ? pullAnew(next, { strict: true }) : pull(next);
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
  const isEnd = !page.more && !state.whole;
  const change = isEnd ? { ...verdict.change, whole: true } : verdict.change;
  const dead = new Set(change.unlink);
  const acked = new Set(change.acked?.map(({ hash }) => hash));
  const next = {
    ...state,
    epoch: page.epoch,
    cursor: page.next,
    passed: false,
    whole: state.whole || isEnd,
    page: paced(state.page, event.now - state.began, PAGE),
    // What was brought forward is not waited for longer because of what broke before.
    attempt: page.next > state.cursor ? 0 : state.attempt,
    heads: { ...state.heads, ...change.heads },
    sent: state.sent.filter(({ log, hash }) => !acked.has(hash) && !dead.has(log)),
  };
  if (!page.more && hasLost(next.heads)) return lost(state, page.epoch);
  const then = page.more ? "pull" : "advance";
  return verdict.changed || isEnd ? commit(next, change, then) : advance(next, event);
}

/**
 * Another device wrote on what a restored server had left of the log: ours from there on are queued again.
 * @param {State} state
 * @param {Extract<Event, {type: "orphans"}>} event
 * @returns {Step}
 */
function orphaned(state, { log, from, ops, prev }) {
  const place = { seq: from - 1, hash: prev, shown: from - 1 };
  const head = fedUpTo({ ...headOf(state, {}, log), ...place }, from - 1);
  const sent = state.sent.filter((frame) => frame.log !== log);
  /** @type {Change} */
  const change = {
    durability: "strict",
    rewind: [{ log, from }],
    heads: { [log]: head },
    front: ops,
    // What stands before it counts as shown and does not come again: a peer's `open` among it would have asked for this.
    retry: true,
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
  if (hasNoNews(state)) return doubt(state, event);
  if (missingRecords(state).length > 0) return push(state);
  if (state.strict && Object.values(state.heads).every(({ seq, shown }) => seq === shown)) {
    const next = { ...state, strict: false };
    return commit(next, { durability: "strict", strict: false }, "advance");
  }
  if (state.sent.length > 0) return push(state);
  return state.waiting > 0 ? gather(state) : idle(state, event);
}

/** @param {State} state @returns {boolean} a head was said to be elsewhere, and the feed does not say where */
function hasNoNews({ stale, heads, sent }) {
  return Object.entries(stale).some(([log, shown]) => {
    const head = heads[log];
    const isWaiting = sent.some((frame) => frame.log === log) || (head && head.shown < head.seq);
    return isWaiting && (head?.shown ?? 0) === shown;
  });
}

/** @param {State} state @param {Event} event @returns {Step} */
function idle(state, { now, random }) {
  const next = { ...state, attempt: 0, until: null, fault: null };
  if (state.again || state.retry) return begin(next);
  return rest(next, "idle", now + POLL_MS * (0.75 + random / 2));
}

/** @param {State} state @param {Extract<Event, {type: "queue"}>} event @returns {Step} */
function gathered(state, event) {
  const plan = planQueue(event.queue, state);
  const { done, aside, notices, forks, links } = plan;
  if (done.length > 0 || aside.length > 0) {
    /** @type {Change["notices"]} */
    const told = aside.map(() => ({ type: "not-sent", item: null }));
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
    cursor: word.cursor,
    passed: word.cursor > state.cursor || state.passed,
    stale: word.stale,
    attempt: isForward ? 0 : state.attempt,
    turns: isForward ? 0 : state.turns + 1,
    doubt: isForward ? 0 : state.doubt,
    rows: isForward ? Math.min(ROWS, state.rows * 2) : state.rows,
    records: isForward ? Math.min(PUSH_RECORDS, state.records * 2) : state.records,
    bytes: paced(state.bytes, event.now - state.began, PUSH_BYTES),
  };
  /** @type {Change} */
  const change = {
    durability: "strict",
    heads: word.heads,
    acked: word.acked,
    cursor: word.cursor,
  };
  return refuse(next, change, word.refused, afterPush(next, word));
}

/** @param {State} state @param {import("./engine-push.js").Word} word @returns {State["onward"]} */
function afterPush(state, { stale, full, ended }) {
  if (full || state.turns >= TURNS) return "wait";
  return ended || Object.keys(stale).length > 0 ? "turn" : "advance";
}

/** @param {State} state @param {Failed} event @returns {Step} */
function failed(state, event) {
  const { problem } = event;
  if (problem.kind === "signed-out") return rest(state, "signed-out", null);
  if (problem.kind === "locked") return rest(state, "off", null);
  if (problem.kind === "feed-ahead" && state.cursor > 0)
    return ahead(state, problem.epoch ?? state.epoch ?? "");
  if (problem.kind === "tampered" || problem.kind === "stale")
    return alarm(state, "history-changed");
  if (problem.kind === "unsupported") return alarm(state, "app-old");
  if (problem.kind === "lost-frame" && problem.place) return rewind(state, problem.place);
  if (problem.kind === "unlinkable" && problem.ops?.length) return setAside(state, problem.ops);
  if (problem.kind === "refused" && state.mode === "pushing") return narrow(state, event);
  // Where it is not the link, it may be something in between that ends what takes long.
  const isCut = problem.kind === "network" || problem.kind === "server";
  return fault(isCut ? slower(state) : state, problem, event);
}

/** The feed is shorter than it was. @param {State} state @param {string} epoch @returns {Step} */
function ahead(state, epoch) {
  const next = { ...state, passed: false };
  return state.passed && epoch === state.epoch ? lost(next, epoch) : restored(next, epoch);
}

/** @param {State} state @returns {State} that asks for less, or sends less, after this broke */
function slower(state) {
  const { mode, page, bytes } = state;
  if (mode === "pulling") return { ...state, page: paced(page, Infinity, PAGE) };
  return mode === "pushing" ? { ...state, bytes: paced(bytes, Infinity, PUSH_BYTES) } : state;
}

export { initialState } from "./engine-state.js";
