/** Everybody who shares, in words: days since a dose, how much is to read, how long it has been quiet. No ranking, no words of entries. */

import { dayOf, daysBetween, instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { linkWords } from "../person-words.js";
import { dosesAround } from "../place.js";

/** @import { VaultClient } from "../types.js" */
/** @import { EntrySummary, Instant, Person, Timeline } from "../../vault/types.js" */
/** @typedef {{person: Person, timeline: Timeline}} Case */

/** Days without a new share after which a person is called quiet. */
const QUIET_DAYS = 7;

/** @param {VaultClient} vault @returns {Promise<Case[]>} */
export async function caseload(vault) {
  const people = (await vault.people()).filter(
    ({ role, state }) => role === "patient" && state !== "closed",
  );
  return Promise.all(
    people.map(async (person) => ({
      person,
      timeline:
        person.state === "linked"
          ? await vault.timeline({ person: person.id })
          : { person, dosings: [], entries: [] },
    })),
  );
}

/** @param {Case} one @param {Instant} [now] @returns {string} "2 days since dose 3 · 4 to read" */
export function caseWords({ person, timeline }, now = instant()) {
  if (person.state !== "linked") return linkWords(person);
  const said = [
    doseWords(timeline, now),
    person.unread ? t("caseload.unread", { n: person.unread }) : quietWords(person, now),
  ];
  return said.filter(Boolean).join(" · ");
}

/** @param {Timeline} timeline @param {Instant} now */
function doseWords({ dosings }, now) {
  const { last, next } = dosesAround(dosings, now);
  const today = dayOf(now);
  const until = next && daysBetween(today, dayOf(next.happened));
  if (next && until !== undefined && until < 3) {
    const values = { n: until, dose: next.number };
    return t(["caseload.today", "caseload.tomorrow"][until] ?? "caseload.until", values);
  }
  if (!last) return "";
  const since = daysBetween(dayOf(last.happened), today);
  return t(since ? "caseload.since" : "caseload.today", { n: since, dose: last.number });
}

/** @param {Person} person @param {Instant} now */
function quietWords({ lastShareAt }, now) {
  if (!lastShareAt) return t("caseload.noShares");
  const n = daysBetween(dayOf({ at: lastShareAt, zone: now.zone }), dayOf(now));
  return n >= QUIET_DAYS ? t("caseload.quiet", { n }) : "";
}

/** @param {Timeline} timeline @returns {EntrySummary[]} by date */
export function unread({ entries }) {
  return entries.filter(({ kind, reviewed }) => kind === "entry" && !reviewed);
}
