// What stands on the page before a meeting: what was shared since the last one, what was pinned and noted, the measures, what was said and asked.

import { plain } from "../../domain/foreign.js";
import { answersOf } from "../../domain/payloads.js";
import { msOf } from "../../domain/phases.js";
import { dayIn } from "../../domain/programme/days.js";

/** @import { Brief } from "../../domain/brief.js" */
/** @import { Comment, EntrySummary } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Unlocked } from "../device/unlocked.js" */
/** @import { Assignments } from "./assignments.js" */
/** @import { Entries } from "./entries.js" */
/** @import { Notes } from "./notes.js" */
/** @import { Requests } from "./requests.js" */

/** @typedef {(when: Instant|null) => boolean} IsNew */

/**
 * @param {{unlocked: Unlocked, entries: Entries, notes: Notes, requests: Requests, assignments: Assignments}} parts
 * @param {{person: string}} input
 * @returns {Promise<Brief>}
 */
export async function brief(parts, { person: id }) {
  const { unlocked, entries, notes, requests, assignments } = parts;
  const { library } = unlocked;
  const peer = unlocked.peer(id);
  const { dosings, entries: all } = library.timeline(peer);
  const since = lastMeeting(notes, id, unlocked.now());
  /** @type {IsNew} */
  const isNew = (when) => since === null || (when !== null && msOf(when) > msOf(since));
  const shares = all.filter((one) => isNew(one.written) || isNewlyRead(one, isNew));
  const pins = new Set(notes.pinned(id));
  const noted = await notes.about(id);
  const given = await assignments.list({ person: id });
  const measured = shares.filter(({ kind }) => kind === "measure");
  return {
    person: library.person(peer),
    since,
    dosings,
    shares: shares.filter(({ kind }) => kind === "entry"),
    pinned: all.filter((one) => pins.has(one.id)),
    notes: noted.filter(({ written, item }) => isNew(written) || pins.has(item)),
    results: all.filter(({ kind }) => kind === "measure"),
    answers: await Promise.all(measured.map((one) => answersTo(one))),
    said: (await Promise.all(all.map(saidOf))).filter(({ comments }) => comments.length > 0),
    asked: requests.list().filter(({ person, written }) => person === id && isNew(written)),
    given: given.filter((one) => isNew(one.given) || (one.declined && isNew(one.declined))),
  };

  /** An entry of before that was shared only now, or not read yet. @param {EntrySummary} one @param {IsNew} isNew */
  function isNewlyRead(one, isNew) {
    return !one.opened || isNew(library.openedAt(one.id));
  }

  /** Read without being opened: what stands on the page is not ticked off by it. @param {EntrySummary} one */
  async function answersTo({ id: item }) {
    const { fact } = unlocked.holdings.shown(item) ?? {};
    const { answers } = fact ? plain(await entries.payload(fact)) : {};
    return { item, answers: answersOf(answers) };
  }

  /** @param {EntrySummary} one @returns {Promise<{item: string, comments: Comment[]}>} */
  async function saidOf({ id: item, comments }) {
    const hanging = comments ? library.comments(item) : [];
    const said = await Promise.all(hanging.map((one) => entries.comment(one)));
    const isNewly = (/** @type {Comment} */ { written, answer }) =>
      isNew(written) || (answer !== null && isNew(answer.written));
    return { item, comments: said.filter(isNewly) };
  }
}

/** @param {Notes} notes @param {string} person @param {Instant} now @returns {Instant|null} before today: the page of a day stays as it is once one has met */
function lastMeeting(notes, person, now) {
  const before = notes.meetings({ person }).find(({ at }) => !isSameDay(at, now));
  return before?.at ?? null;
}

/** @param {Instant} at @param {Instant} now @returns {boolean} on the calendar of whoever reads */
function isSameDay(at, now) {
  return dayIn(msOf(at), now.zone) === dayIn(msOf(now), now.zone);
}
