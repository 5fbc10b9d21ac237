// Courses and what of a day belongs to them: pure. The bodies are those of docs/protocol.md section 9.

import { textsOf } from "./foreign.js";
import { instantOf, textOf } from "./payloads.js";
import { msOf } from "./phases.js";

/** @import { Document } from "./documents.js" */
/** @import { Dosing } from "./dosings.js" */
/** @import { Instant } from "./instants.js" */

/**
 * A course as far as it can be shown; the document's other members stay in `document.body`.
 * @typedef {object} Course
 * @property {string} id
 * @property {string} name
 * @property {Instant|null} began
 * @property {Instant|null} ended
 * @property {"acute"|"maintenance"} plan
 * @property {string} foodRule
 * @property {string} medicines
 * @property {string} callIf
 * @property {{name: string, phone: string}} support
 * @property {boolean} homeSession
 * @property {string} emergency
 * @property {string[]} packs  ids of those it is asked from
 * @property {Document} document
 */

/** @param {Document} document of kind `course` @returns {Course} */
export function courseOf(document) {
  const { body, id } = document;
  const { support } = body;
  return {
    id,
    name: textOf(body.name),
    began: instantOf(body.began, null),
    ended: instantOf(body.ended, null),
    plan: body.plan === "maintenance" ? "maintenance" : "acute",
    foodRule: textOf(body.foodRule),
    medicines: textOf(body.medicines),
    callIf: textOf(body.callIf),
    support: { name: textOf(support?.name), phone: textOf(support?.phone) },
    homeSession: body.homeSession === true,
    emergency: textOf(body.emergency),
    packs: textsOf(body.packs),
    document,
  };
}

/** @param {Document[]} documents of kind `course` @returns {Course[]} those that go on first, then by their beginning, the latest first */
export function coursesOf(documents) {
  const began = (/** @type {Course} */ { began }) => (began ? msOf(began) : 0);
  return documents
    .map(courseOf)
    .sort((a, b) => Number(a.ended !== null) - Number(b.ended !== null) || began(b) - began(a));
}

/** @param {Course[]} courses as `coursesOf` @param {Pick<Dosing, "course">} [dosing] @returns {Course|undefined} its own, else the latest that goes on */
export function courseFor(courses, dosing) {
  return (
    courses.find(({ id }) => id === dosing?.course) ?? courses.find(({ ended }) => ended === null)
  );
}

const HOUR_MS = 3_600_000;
/** The morning after a dose lasts until this hour: nobody has to have slept less than the clinic asked for. */
const MORNING = 9;
/** Days for which a planned session whose time has come is asked after. */
const ASK_DAYS = 7;

/**
 * @typedef {object} PracticalDay  what of the dosing sessions concerns a day
 * @property {Dosing|null} coming  the next one, where it is today or tomorrow
 * @property {Dosing|null} after   the last one, until the next morning
 * @property {Dosing|null} asked   planned, and its time has come: nobody has said what became of it
 */

/**
 * @param {Dosing[]} dosings
 * @param {Instant} now
 * @param {{dayOf: (instant: Instant) => string, daysBetween: (from: string, to: string) => number, hourOf: (instant: Instant) => number}} calendar
 * @returns {PracticalDay}
 */
export function practicalDay(dosings, now, { dayOf, daysBetween, hourOf }) {
  const counted = dosings
    .filter(({ state }) => state !== "cancelled")
    .sort((a, b) => msOf(a.happened) - msOf(b.happened));
  const today = dayOf(now);
  const since = (/** @type {Dosing} */ { happened }) => daysBetween(dayOf(happened), today);
  const next = counted.find(({ happened }) => msOf(happened) > msOf(now));
  const past = counted.filter(({ happened }) => msOf(happened) <= msOf(now));
  const last = past.at(-1);
  const isNight = last && (since(last) <= 0 || (since(last) === 1 && hourOf(now) < MORNING));
  const asked = past.findLast(
    (dose) =>
      dose.state === "planned" &&
      msOf(now) - msOf(dose.happened) >= 2 * HOUR_MS &&
      since(dose) <= ASK_DAYS,
  );
  return {
    coming: next && since(next) >= -1 ? next : null,
    after: last && isNight ? last : null,
    asked: asked ?? null,
  };
}
