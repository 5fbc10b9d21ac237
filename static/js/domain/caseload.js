// What a therapist's list says of the people who share: what is to be read, which measures stand out; its order and its filters. Pure.

import { msOf } from "./phases.js";

/** @import { DoseAt } from "./dosings.js" */
/** @import { EntrySummary } from "./entries.js" */
/** @import { Instant } from "./instants.js" */
/** @import { Instrument } from "./measures.js" */
/** @import { Person } from "./people.js" */
/** @import { Phase } from "./phases.js" */
/** @import { Part } from "./sharing.js" */

/**
 * @typedef {object} CaseRow  a person who shares, as a therapist's list has them
 * @property {Person} person
 * @property {DoseAt|null} last     dose that was
 * @property {DoseAt|null} next     dose that is planned
 * @property {number} toRead        rows of the queue
 * @property {Instant|null} oldest  when the oldest of what is to be read was written
 * @property {Instant|null} met     when one last met, as one has noted it
 * @property {{instrument: string, times: number, last: Instant}[]} measures  that were shared
 *
 * @typedef {object} QueueRow  what is to be read: an entry, or all results of one measure or rating of a person together. No words
 * @property {string} id          the newest of them
 * @property {string[]} ids       by date; reviewing ticks off all
 * @property {string} person      contact id
 * @property {string} name
 * @property {EntrySummary["kind"]} kind
 * @property {Phase} phase
 * @property {DoseAt|null} dose
 * @property {string|null} prompt  prompt id
 * @property {string|null} instrument
 * @property {Part|null} part
 * @property {Instant} happened
 * @property {Instant} written    of the oldest of them
 *
 * @typedef {{total: number, rows: QueueRow[]}} Queue  `total`: with those that were not asked for
 */

const DAY_MS = 86_400_000;
/** Days without a new share after which a person is called quiet. */
export const QUIET_DAYS = 7;
/** Days in which a dose is one of this week. */
const WEEK_DAYS = 7;
/** Where a measure has not come for so many times its spacing, the series is taken to have ended. */
const SERIES_ENDS = 4;

/** @typedef {"next-dose"|"oldest"|"last-share"|"name"} Order */
/** @typedef {"all"|"to-read"|"dose"|"quiet"} Filter */
/** @type {readonly Order[]} */
export const ORDERS = ["next-dose", "oldest", "last-share", "name"];
/** @type {readonly Filter[]} */
export const FILTERS = ["all", "to-read", "dose", "quiet"];

/**
 * What is to be read of one person: every entry for itself, the results of one measure or rating together.
 * @param {readonly EntrySummary[]} unreviewed
 * @param {Pick<Person, "id"|"name">} person
 * @param {ReadonlyMap<string, {number: number, happened: Instant}>} doses by id
 * @returns {QueueRow[]} the oldest first
 */
export function queueOf(unreviewed, { id: person, name }, doses) {
  /** @type {Map<string, EntrySummary[]>} */
  const groups = new Map();
  for (const one of unreviewed) {
    const key = one.kind === "entry" ? one.id : `${one.kind} ${one.instrument}`;
    const group = groups.get(key) ?? [];
    group.push(one);
    groups.set(key, group);
  }
  return [...groups.values()].map(rowOf).sort(oldestFirst);

  /** @param {EntrySummary[]} group @returns {QueueRow} */
  function rowOf(group) {
    const inOrder = group.toSorted((a, b) => msOf(a.happened) - msOf(b.happened));
    const last = /** @type {EntrySummary} */ (inOrder.at(-1));
    const { id, kind, phase, dosing, happened, prompt, instrument, part } = last;
    const written = inOrder.map((one) => one.written).reduce((a, b) => (a.at < b.at ? a : b));
    const ids = inOrder.map((one) => one.id);
    const dose = (dosing && doses.get(dosing)) || null;
    const about = { kind, phase, dose, prompt, instrument, part };
    return { id, ids, person, name, ...about, happened, written };
  }
}

/** @param {QueueRow} a @param {QueueRow} b */
export function oldestFirst(a, b) {
  return msOf(a.written) - msOf(b.written) || (a.id < b.id ? -1 : 1);
}

/**
 * @param {readonly Pick<EntrySummary, "kind"|"instrument"|"happened">[]} entries
 * @returns {CaseRow["measures"]} instruments that were shared, how often, and when last
 */
export function sharedMeasures(entries) {
  /** @type {Map<string, {instrument: string, times: number, last: Instant}>} */
  const found = new Map();
  for (const { kind, instrument, happened } of entries) {
    if (kind !== "measure" || instrument === null) continue;
    const { times = 0, last = happened } = found.get(instrument) ?? {};
    const later = msOf(happened) > msOf(last) ? happened : last;
    found.set(instrument, { instrument, times: times + 1, last: later });
  }
  return [...found.values()];
}

/**
 * Measures that came more than once, by the spacing of their form. What a person has agreed with themselves is not known here.
 * @param {Pick<CaseRow, "measures">} row
 * @param {readonly Pick<Instrument, "id"|"everyDays">[]} instruments
 * @param {Instant} now
 * @returns {{instrument: string, state: "due"|"missed", days: number}[]} due: its time has come; missed: it has come twice
 */
export function measuresOut({ measures }, instruments, now) {
  return measures.flatMap(({ instrument, times, last }) => {
    const every = instruments.find(({ id }) => id === instrument)?.everyDays;
    const days = Math.floor((msOf(now) - msOf(last)) / DAY_MS);
    if (!every || times < 2 || days < every || days >= SERIES_ENDS * every) return [];
    return [{ instrument, state: days < 2 * every ? "due" : "missed", days }];
  });
}

/** @param {Pick<CaseRow, "person">} row @param {Instant} now @returns {number|null} whole days since something was shared; null: never */
export function quietDays({ person: { lastShareAt } }, now) {
  return lastShareAt === null ? null : Math.floor((msOf(now) - msOf({ at: lastShareAt })) / DAY_MS);
}

/** @type {Record<Filter, (row: CaseRow, now: Instant) => boolean>} */
const HOLDS = {
  all: () => true,
  "to-read": ({ toRead }) => toRead > 0,
  dose: ({ next }, now) => next !== null && msOf(next.happened) - msOf(now) < WEEK_DAYS * DAY_MS,
  quiet: (row, now) =>
    row.person.state === "linked" && (quietDays(row, now) ?? Infinity) >= QUIET_DAYS,
};

/** A person without what the order goes by stands behind the others. @type {Record<Order, (row: CaseRow) => number>} */
const PLACE = {
  "next-dose": ({ next }) => (next ? msOf(next.happened) : Infinity),
  oldest: ({ oldest }) => (oldest ? msOf(oldest) : Infinity),
  "last-share": ({ person }) => (person.lastShareAt ? -msOf({ at: person.lastShareAt }) : Infinity),
  name: () => 0,
};

/**
 * @param {readonly CaseRow[]} rows
 * @param {{order: Order, filter: Filter, name: string}} asked  `name`: part of it, "" for everybody
 * @param {Instant} now
 * @param {Intl.Collator} collator
 * @returns {CaseRow[]}
 */
export function casesShown(rows, { order, filter, name }, now, collator) {
  const wanted = plain(name);
  const byName = (/** @type {CaseRow} */ a, /** @type {CaseRow} */ b) =>
    collator.compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1);
  return rows
    .filter((row) => HOLDS[filter](row, now) && plain(row.person.name).includes(wanted))
    .map((row) => ({ row, place: PLACE[order](row) }))
    .sort((a, b) => (a.place === b.place ? byName(a.row, b.row) : a.place - b.place))
    .map(({ row }) => row);
}

/** @param {string} text @returns {string} without case and accents, as one looks for a name */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
