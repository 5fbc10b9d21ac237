// What stands inside sealed bodies: docs/protocol.md section 9. Members that are not known here are carried through every edit.

/** @import { Dosing, DosingDetails, Route } from "./dosings.js" */
/** @import { EntryDraft } from "./drafts.js" */
/** @import { Answer, Scored } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Phase } from "./phases.js" */

import { plain, scoreOf, textsOf } from "./foreign.js";

export { instantOf } from "./instants.js";

/** @typedef {{[member: string]: any}} Payload */
/** @typedef {{author: string, item: string, rev: string}} Parent b64 each */

export const ENTRY_KINDS = ["entry", "measure", "rating"];
/** What stands beside the entries and is shown whole, by its own screens. */
export const DOCUMENT_KINDS = [
  "course",
  "thread",
  "details",
  "settings",
  "safety",
  "consent",
  "skip",
  "share",
  "series",
];
const ANSWER_TYPES = ["text", "scale", "choice", "chips", "body"];
const ROUTES = ["iv", "im", "sc", "nasal", "lozenge", "oral", "rectal", "other"];
const PHASES = ["preparation", "reflection", "integration"];
const STATES = ["planned", "done", "cancelled"];

/**
 * @param {Payload} payload
 * @returns {Payload} without the members that are undefined
 */
function compact(payload) {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
}

/**
 * @param {EntryDraft} draft
 * @param {object} written
 * @param {Payload|null} written.before  payload of the revision that is edited
 * @param {string|null} written.prev     that revision
 * @param {Instant} written.now
 * @param {Phase|null} written.promptPhase
 * @returns {Payload} of an entry
 */
export function entryPayload(draft, { before, prev, now, promptPhase }) {
  return compact({
    ...(before ?? { v: 1, kind: draft.kind ?? "entry" }),
    prev,
    written: now,
    happened: draft.happened ?? before?.happened ?? now,
    title: draft.title === "" ? undefined : draft.title,
    text: draft.text,
    prompt: draft.prompt ?? undefined,
    phase: draft.phase ?? promptPhase ?? undefined,
    dosing: draft.dosing ?? undefined,
    ...(draft.answers && { answers: mergedAnswers(draft.answers, before?.answers) }),
    ...compact(draft.scored ?? {}),
  });
}

/** @param {readonly Answer[]} answers @param {unknown} before @returns {unknown[] | undefined} with those that this reader could not show */
function mergedAnswers(answers, before) {
  const unknown = Array.isArray(before) ? before.filter((one) => !isAnswer(one)) : [];
  const merged = [...answers, ...unknown];
  return merged.length > 0 ? merged : undefined;
}

/**
 * @param {string} kind one of DOCUMENT_KINDS
 * @param {Payload} body its own members, all of them
 * @param {{prev: string|null, now: Instant}} written
 * @returns {Payload}
 */
export function documentPayload(kind, body, { prev, now }) {
  return compact({ ...body, v: 1, kind, prev, written: now });
}

/** @param {Payload} payload of a document @returns {Payload} its own members, as they may be shown */
export function bodyOf(payload) {
  const { v: _v, kind: _kind, prev: _prev, written: _written, ...body } = plain(payload);
  return body;
}

/**
 * @typedef {object} DosingSaid
 * @property {Instant} happened
 * @property {Route} route
 * @property {number} number
 * @property {Dosing["state"]} state
 * @property {string} note
 * @property {string|null} course
 * @property {string} [setting]  absent: as it was
 * @property {string} [support]  absent: as it was
 */

/**
 * @param {DosingSaid} dosing
 * @param {{before: Payload|null, prev: string|null, now: Instant}} written
 * @returns {Payload} of a dosing session
 */
export function dosingPayload(dosing, { before, prev, now }) {
  const { happened, route, number, state, note, course } = dosing;
  const { setting = textOf(before?.setting), support = textOf(before?.support) } = dosing;
  return compact({
    ...(before ?? { v: 1, kind: "dosing" }),
    prev,
    written: now,
    happened,
    route,
    number,
    state,
    note,
    course: course ?? undefined,
    setting: setting || undefined,
    support: support || undefined,
  });
}

/** @param {Payload} payload of the details of a dosing session @returns {DosingDetails} as far as it can be shown */
export function detailsOf({ amount, vitals, effects }) {
  const rows = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);
  return {
    amount: textOf(amount),
    vitals: rows(vitals)
      .filter((one) => typeof one?.what === "string")
      .map(({ what, value, at }) => ({ what, value: textOf(value), at: textOf(at) })),
    effects: rows(effects)
      .filter((one) => typeof one?.what === "string" && [0, 1, 2, 3].includes(one.intensity))
      .map(({ what, intensity, duration }) => ({ what, intensity, duration: textOf(duration) })),
  };
}

/**
 * @param {Parent} parent
 * @param {string} text
 * @param {Instant} now
 * @returns {Payload} of a comment
 */
export function commentPayload(parent, text, now) {
  return { v: 1, kind: "comment", prev: null, written: now, parent, text };
}

/**
 * @param {Parent} parent
 * @param {boolean} reviewed
 * @param {{before: Payload|null, prev: string|null, now: Instant}} written
 * @returns {Payload} of a review, private to its author
 */
export function reviewPayload(parent, reviewed, { before, prev, now }) {
  return { ...(before ?? { v: 1, kind: "review" }), prev, written: now, parent, reviewed };
}

/**
 * @param {Parent} parent
 * @param {Instant} now
 * @returns {Payload} of the receipt that says this has been opened
 */
export function openedPayload(parent, now) {
  return { v: 1, kind: "receipt", prev: null, written: now, parent, what: "opened" };
}

/**
 * @param {string} text
 * @param {Instant} happened
 * @param {Instant} written when its words were last kept
 * @returns {Payload} of an entry that was written on a locked device: nobody had to prove who they are
 */
export function capturePayload(text, happened, written) {
  return { v: 1, kind: "entry", prev: null, written, happened, text, captured: true };
}

/**
 * @param {Instant} now
 * @returns {Payload} of a request to be contacted: that it was made, and no words
 */
export function requestPayload(now) {
  return { v: 1, kind: "request", prev: null, written: now, what: "contact" };
}

/**
 * @param {Payload} payload of a revision that lost against another
 * @param {string} item
 * @param {string} rev
 * @returns {Payload} of its conflict copy
 */
export function conflictPayload(payload, item, rev) {
  return { ...payload, prev: null, conflict_of: { item, rev } };
}

/**
 * @param {Payload} one
 * @param {Payload} other
 * @returns {boolean} whether both say the same, whenever and on whatever they were written
 */
export function saySame(one, other) {
  return words(one) === words(other);
}

/** What two windows have made of one document; of two texts both. @type {(was: any, mine: any, theirs: any) => any} */
export const merged = (was, mine, theirs) => {
  if (isIn([was], mine)) return theirs;
  if (isIn([was, mine], theirs)) return mine;
  if (Array.isArray(mine))
    return [...theirs, ...mine.filter((row) => !isIn(theirs, row))].filter(
      (row) => !isIn(was, row) || (isIn(mine, row) && isIn(theirs, row)),
    );
  if (typeof mine === "string") {
    const [old, here, there] = [was, mine, theirs].map((one) => String(one ?? "").split(" / "));
    return merged(old, here, there).filter(Boolean).join(" / ");
  }
  const names = Object.keys({ ...theirs, ...mine });
  return Object.fromEntries(
    names.map((name) => [name, merged(was?.[name], mine[name], theirs?.[name])]),
  );
};

/** @param {any[]} rows @param {any} one */
const isIn = (rows, one) => rows.some((row) => saySame({ row }, { row: one }));

/** @param {Payload} payload @returns {string} */
function words(payload) {
  const { prev: _prev, written: _written, ...said } = payload;
  return JSON.stringify(sorted(said));
}

/** @param {any} value @returns {any} the same value, the members of every object in one order */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([name, one]) => [name, sorted(one)]),
  );
}

/** @param {unknown} value @returns {string} */
export function textOf(value) {
  return typeof value === "string" ? value : "";
}

/** @param {unknown} value @returns {Answer[]} those that can be shown */
export function answersOf(value) {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isAnswer)
    .map(({ id, question, type, value }) => ({ id, question: textOf(question), type, value }));
}

/** @param {any} one @returns {boolean} */
function isAnswer(one) {
  const isKnown = typeof one?.id === "string" && ANSWER_TYPES.includes(one.type);
  return isKnown && (one.value === null || fits(one));
}

/** @param {{type: unknown, value: any}} answer @returns {boolean} whether its value is one of its type */
function fits({ type, value }) {
  if (type === "text") return typeof value === "string";
  if (type === "scale" || type === "choice") return scoreOf(value) !== null;
  return Array.isArray(value) && textsOf(value).length === value.length;
}

/**
 * @param {Payload} payload of a measure or a rating
 * @returns {Scored|null}
 */
export function scoredOf({ instrument, form, total, scale }) {
  if (typeof instrument !== "string") return null;
  return {
    instrument,
    form: typeof form === "object" && form ? form : undefined,
    total: scoreOf(total),
    scale: isScale(scale) ? scale : undefined,
  };
}

/** @param {any} value @returns {value is {min: number, max: number}} */
function isScale(value) {
  const [min, max] = [scoreOf(value?.min), scoreOf(value?.max)];
  return min !== null && max !== null && min < max;
}

/** @param {Answer} answer @returns {string} what was answered in words, "" for numbers */
export function answerWords({ type, question, value }) {
  // Places in the body are ids: their names are the screen's.
  if (type === "body") return question;
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(", ");
  return textOf(value);
}

/** @param {Answer} answer set beside the words of an entry @returns {string} the same, and sliders with their question */
export function besideWords(answer) {
  const { type, question, value } = answer;
  return type === "scale" ? `${question} ${value}` : answerWords(answer);
}

/** @param {unknown} value @returns {Phase|null} */
export function phaseOf(value) {
  return PHASES.includes(/** @type {string} */ (value)) ? /** @type {Phase} */ (value) : null;
}

/** @param {unknown} value @returns {Route} */
export function routeOf(value) {
  return ROUTES.includes(/** @type {string} */ (value)) ? /** @type {Route} */ (value) : "other";
}

/** @param {unknown} value @returns {Dosing["state"]} */
export function stateOf(value) {
  return STATES.includes(/** @type {string} */ (value))
    ? /** @type {Dosing["state"]} */ (value)
    : "done";
}

/** @param {unknown} value @returns {Parent|null} */
export function parentOf(value) {
  const { author, item, rev } = /** @type {any} */ (value ?? {});
  const isParent = [author, item, rev].every((part) => typeof part === "string");
  return isParent ? { author, item, rev } : null;
}
