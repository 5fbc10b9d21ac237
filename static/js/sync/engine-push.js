// What the server's answer to a push means, and what to push: docs/api.md, "Pushing".

import { fedOf, fedUpTo, ZERO } from "./engine-feed.js";

/** @import { Head, Place, PushAnswer, Sent, State } from "./types.js" */

/** The disk, or the account: what waits goes on once there is room. */
const FULL = ["out-of-space", "too-large"];

/**
 * @typedef {object} Word      the server's word on a push
 * @property {{[log: string]: Head}} heads
 * @property {Place[]} acked   sent frames that are stored now
 * @property {{[log: string]: number}} stale  logs whose head is elsewhere, with what was shown of them
 * @property {Place[]} refused one a log
 * @property {boolean} full    the server has no room now
 * @property {boolean} ended   somebody has ended a link, and the feed says who
 * @property {number} cursor   where the feed is read on: behind one's own records, where these follow what was read
 */

/**
 * @param {State} state
 * @param {PushAnswer} answer
 * @param {Place[]} pushed in the order sent
 * @returns {Word}
 */
export function readAnswer(state, answer, pushed) {
  /** @type {Word} */
  const word = {
    heads: {},
    acked: [],
    stale: {},
    refused: [],
    full: false,
    ended: false,
    cursor: state.cursor,
  };
  const unknown = [];
  for (const { log, accepted, problem } of answer.results) {
    const places = pushed.filter((place) => place.log === log);
    for (const place of places.slice(0, accepted)) accept(state, word, place);
    const next = places[accepted];
    if (!problem || !next) continue;
    if (problem.type === "stale") word.stale[log] = headOf(state, word.heads, log).shown;
    else if (FULL.includes(problem.type)) word.full = true;
    else if (problem.type === "unknown-revision") unknown.push(next);
    else word.refused.push(next);
    if (problem.type === "not-linked") word.ended = true;
  }
  passOwn(word, answer, pushed);
  // A grant is refused for a missing revision while the private log is behind: its turn comes later.
  if (word.refused.length === 0 && Object.keys(word.stale).length === 0) word.refused = unknown;
  return word;
}

/**
 * @param {State} state
 * @param {Word} word
 * @param {Place} place
 */
function accept(state, word, place) {
  const { log, seq, hash } = place;
  const head = headOf(state, word.heads, log);
  if (seq > head.seq) {
    word.heads[log] = fedUpTo({ ...head, seq, hash, shown: seq }, fedOf(head));
    word.acked.push(place);
  } else word.heads[log] = fedUpTo({ ...head, shown: Math.max(head.shown, seq) }, fedOf(head));
}

/**
 * What was just sent is not fetched back. Whether the server keeps it where it says, the next page shows.
 * @param {Word} word
 * @param {PushAnswer} answer
 * @param {Place[]} pushed
 */
function passOwn(word, { results }, pushed) {
  const added = results.flatMap(({ log, added }) => (added ? [{ log, ...added }] : []));
  for (const { log, after, next } of added.sort((a, b) => a.after - b.after)) {
    const most = pushed.filter((place) => place.log === log).length;
    if (after !== word.cursor || !Number.isSafeInteger(next)) continue;
    if (next <= after || next - after > most) continue;
    word.cursor = next;
    const head = word.heads[log];
    if (head) word.heads[log] = fedUpTo(head, head.shown);
  }
}

/**
 * @param {State} state
 * @param {{[log: string]: Head}} heads newer ones
 * @param {string} log own
 * @returns {Head}
 */
export function headOf(state, heads, log) {
  return heads[log] ?? state.heads[log] ?? { seq: 0, hash: ZERO, shown: 0, mine: true };
}

/**
 * @param {State} state
 * @returns {{log: string, from: number, to: number}[]} own records that the server lost, private log first
 */
export function missingRecords(state) {
  return Object.entries(state.heads)
    .filter(([, head]) => head.mine && head.shown < head.seq)
    .map(([log, head]) => ({ log, from: head.shown + 1, to: head.seq }))
    .sort((a, b) => Number(b.log === state.own) - Number(a.log === state.own));
}

/**
 * @param {State} state
 * @returns {string[]} logs whose sent frames no longer follow the head
 */
export function deadLogs(state) {
  const first = new Map(state.sent.toReversed().map((frame) => [frame.log, frame]));
  return [...first.values()]
    .filter(({ log, seq, prev }) => {
      const head = headOf(state, {}, log);
      return seq !== head.seq + 1 || prev !== head.hash;
    })
    .map(({ log }) => log);
}

/**
 * @param {State} state
 * @returns {Place[]} sent frames of one push
 */
export function nextPush(state) {
  let bytes = 0;
  const fitting = state.sent.slice(0, state.records).filter((frame, i) => {
    bytes += frame.size;
    return i === 0 || bytes <= state.bytes;
  });
  return fitting.map(({ log, seq, hash }) => ({ log, seq, hash }));
}

/**
 * @param {State} state
 * @param {Place} place
 * @returns {Sent | undefined}
 */
export function sentAt(state, { log, seq }) {
  return state.sent.find((frame) => frame.log === log && frame.seq === seq);
}
