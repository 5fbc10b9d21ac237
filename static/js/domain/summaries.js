// What lists and the timeline need of a payload, so that they open without opening every entry.

import { cutTo, lineOf, numberOf, plain, scoreOf } from "./foreign.js";
import {
  answersOf,
  answerWords,
  besideWords,
  ENTRY_KINDS,
  instantOf,
  parentOf,
  phaseOf,
  routeOf,
  stateOf,
  textOf,
} from "./payloads.js";
import { partOf, termsOf } from "./sharing.js";

/** @import { Route, Dosing } from "./dosings.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Parent, Payload } from "./payloads.js" */
/** @import { Phase } from "./phases.js" */
/** @import { Part, Terms } from "./sharing.js" */

/**
 * @typedef {object} EntryLine
 * @property {"entry"|"measure"|"rating"} kind
 * @property {Instant} happened
 * @property {Instant} written
 * @property {string} title
 * @property {string} preview
 * @property {Phase|null} phase    chosen or given by the prompt
 * @property {string|null} dosing  chosen
 * @property {string|null} prompt
 * @property {string|null} instrument
 * @property {number|null} total
 * @property {boolean} conflict
 *
 * @typedef {EntryLine & {part: Part, parent: Parent}} ExcerptLine  some parts of an entry, as whoever is shown them reads them; `parent` is the entry
 * @typedef {Pick<Terms, "person"|"item"|"rev"|"excerpt"|"parts"|"until"|"waits">} ShareLine
 *
 * @typedef {{kind: "dosing", happened: Instant, written: Instant, route: Route, number: number, state: Dosing["state"], note: string, course?: string|null}} DosingLine  course: absent in lines made before there were courses
 * @typedef {{kind: "comment", written: Instant, parent: Parent}} CommentLine
 * @typedef {{kind: "review", parent: Parent, reviewed: boolean, written?: Instant}} ReviewLine  written: absent in lines made before it was noted
 * @typedef {{kind: "receipt", parent: Parent, what: string, written?: Instant}} ReceiptLine  so it is here
 * @typedef {{kind: "document", of: string, written: Instant, dosing?: string, parent?: Parent, person?: string, at?: Instant, pinned?: boolean, share?: ShareLine, quiet?: string}} DocumentLine  of every other kind, known here or not: kept, and shown by its own screens
 *
 * @typedef {EntryLine|ExcerptLine|DosingLine|CommentLine|ReviewLine|ReceiptLine|DocumentLine} Summary
 */

export const TITLE_LENGTH = 60;
export const PREVIEW_LENGTH = 140;
/** @type {Instant} where a payload has no date that can be read */
const NO_DATE = { at: "1970-01-01T00:00:00Z", zone: "UTC" };

/**
 * @param {Payload} payload
 * @returns {Summary}
 */
export function summarise(payload) {
  return summaryOf(plain(payload));
}

/** @param {Payload} payload @returns {Summary} */
function summaryOf(payload) {
  if (ENTRY_KINDS.includes(payload.kind)) return entryLine(payload);
  if (payload.kind === "dosing") return dosingLine(payload);
  const parent = parentOf(payload.parent);
  if (!parent) return documentLine(payload);
  if (payload.kind === "excerpt") return excerptLine(payload, parent);
  const written = instantOf(payload.written, NO_DATE);
  if (payload.kind === "comment") return { kind: "comment", written, parent };
  if (payload.kind === "review")
    return { kind: "review", parent, reviewed: payload.reviewed === true, written };
  if (payload.kind === "receipt")
    return { kind: "receipt", parent, what: textOf(payload.what), written };
  return documentLine(payload);
}

/** @param {Payload} payload @returns {DocumentLine} with what it hangs on, and whom and when it means, where it says so */
function documentLine(payload) {
  const { kind, written, dosing, parent, person, at, pinned } = payload;
  const share = kind === "share" && shareLine(payload);
  const [hangsOn, moment] = [parentOf(parent), instantOf(at, null)];
  return {
    kind: "document",
    of: textOf(kind),
    written: instantOf(written, NO_DATE),
    ...(typeof dosing === "string" && { dosing }),
    ...(hangsOn && { parent: hangsOn }),
    ...(typeof person === "string" && { person }),
    ...(moment && { at: moment }),
    ...(typeof pinned === "boolean" && { pinned }),
    ...(share && { share }),
    ...(kind === "quiet" && { quiet: textOf(payload.what) }),
  };
}

/** @param {Payload} payload of a share document @returns {ShareLine|null} */
function shareLine(payload) {
  const terms = termsOf(payload);
  if (!terms) return null;
  const { reason: _reason, events: _events, ...line } = terms;
  return line;
}

/** @param {Payload} payload @param {Parent} parent @returns {ExcerptLine|DocumentLine} */
function excerptLine(payload, parent) {
  const part = partOf(payload);
  if (!part) return documentLine(payload);
  const kind = typeof payload.instrument === "string" ? "measure" : "entry";
  return { ...entryLine({ ...payload, kind }), part, parent };
}

/** @param {Payload} payload @returns {EntryLine} */
function entryLine(payload) {
  const written = instantOf(payload.written, NO_DATE);
  const said = payload.kind === "entry" ? besideWords : answerWords;
  const words = [payload.text, ...answersOf(payload.answers).map(said)]
    .map(textOf)
    .filter(Boolean)
    .join(" · ");
  return {
    kind: payload.kind,
    happened: instantOf(payload.happened, written),
    written,
    title: firstWords(textOf(payload.title) || words, TITLE_LENGTH),
    preview: firstWords(words, PREVIEW_LENGTH),
    phase: phaseOf(payload.phase),
    dosing: textOf(payload.dosing) || null,
    prompt: textOf(payload.prompt?.id) || null,
    instrument: textOf(payload.instrument) || null,
    total: scoreOf(payload.total),
    conflict: payload.conflict_of !== undefined,
  };
}

/** @param {Payload} payload @returns {DosingLine} */
function dosingLine(payload) {
  const written = instantOf(payload.written, NO_DATE);
  return {
    kind: "dosing",
    happened: instantOf(payload.happened, written),
    written,
    route: routeOf(payload.route),
    number: numberOf(payload.number),
    state: stateOf(payload.state),
    note: textOf(payload.note),
    course: textOf(payload.course) || null,
  };
}

/**
 * @param {string} text
 * @param {number} length in characters, about
 * @returns {string} the first words on one line, cut between words where that is near
 */
export function firstWords(text, length) {
  const line = lineOf(text.slice(0, 2 * length));
  if (line.length <= length) return line;
  const cut = cutTo(line, length);
  const space = cut.lastIndexOf(" ");
  const words = space > length / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[.,;:\s]+$/, "")}…`;
}
