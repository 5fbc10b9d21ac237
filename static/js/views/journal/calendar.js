/** A month of the journal: dose days marked, a dot for each phase that was written in, and what belongs to the chosen day. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { each } from "../../components/rows.js";
import { addDays, dayOf, longDay, monthOf, weekdays } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { doseRow } from "../shared/dose-rows.js";
import { entryRow } from "../shared/entry-rows.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { App } from "../shared/types.js" */

/**
 * @typedef {object} Chosen
 * @property {string} month  `YYYY-MM`
 * @property {string|null} day  `YYYY-MM-DD`
 * @typedef {{entries: EntrySummary[], doses: Dosing[]}} Day
 */

/**
 * @param {App} app
 * @param {EntrySummary[]} entries  those that the filters leave
 * @param {Dosing[]} dosings
 * @param {Chosen} chosen
 * @param {(chosen: Chosen) => void} choose
 */
export function calendar(app, entries, dosings, chosen, choose) {
  const { first, names } = weekdays();
  const { month, day } = chosen;
  const days = byDay(entries.filter(near(month)), dosings.filter(near(month)));
  const step = (/** @type {number} */ by) => choose({ month: monthAway(month, by), day: null });
  return html`<section class="group calendar" data-testid="calendar">
      <div class="line apart">
        <button class="btn bare edge-start" @click=${() => step(-1)} aria-label=${t("calendar.earlier")} data-testid="month-before">${icon("back")}</button>
        <h2 aria-live="polite">${capital(monthOf(`${month}-01`))}</h2>
        <button class="btn bare edge-end" @click=${() => step(1)} aria-label=${t("calendar.later")} data-testid="month-after">${icon("forward")}</button>
      </div>
      <table>
        <thead>
          <tr>${names.map(({ short, long }) => html`<th scope="col" abbr=${long} class="soft small">${short}</th>`)}</tr>
        </thead>
        <tbody>
          ${weeksOf(month, first).map((week) => html`<tr>${week.map((date) => cell(date, month, days.get(date), day, choose))}</tr>`)}
        </tbody>
      </table>
    </section>
    ${ofDay(app, day, days)}`;
}

/** @param {string} month @returns {(one: {happened: Instant}) => boolean} so that only few are placed on a day of their own zone, which takes time */
function near(month) {
  const [from, to] = [addDays(`${month}-01`, -1), addDays(`${monthAway(month, 1)}-01`, 1)];
  return ({ happened: { at } }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to;
}

/** @param {EntrySummary[]} entries @param {Dosing[]} dosings @returns {Map<string, Day>} */
function byDay(entries, dosings) {
  /** @type {Map<string, Day>} */
  const days = new Map();
  const at = (/** @type {Instant} */ instant) => {
    const day = dayOf(instant);
    const found = days.get(day) ?? { entries: [], doses: [] };
    days.set(day, found);
    return found;
  };
  for (const entry of entries) at(entry.happened).entries.push(entry);
  for (const dose of dosings) if (dose.state !== "cancelled") at(dose.happened).doses.push(dose);
  return days;
}

/**
 * @param {string} date
 * @param {string} month
 * @param {Day|undefined} found
 * @param {string|null} chosen
 * @param {(chosen: Chosen) => void} choose
 */
function cell(date, month, found, chosen, choose) {
  if (!date.startsWith(month)) return html`<td></td>`;
  const number = Number(date.slice(8));
  if (!found) return html`<td><span class="day soft">${number}</span></td>`;
  const { entries, doses } = found;
  const phases = [...new Set(entries.map(({ phase }) => phase))];
  return html`<td>
    <button
      class=${doses.length ? "day dosed" : "day"}
      aria-pressed=${String(date === chosen)}
      aria-label=${dayLabel(date, found)}
      data-testid=${`day-${date}`}
      @click=${() => choose({ month, day: date })}
    >
      ${number}
      <span class="dots">${phases.map((phase) => html`<span class="dot" data-phase=${phase}></span>`)}</span>
    </button>
  </td>`;
}

/** @param {string} date @param {Day} found */
function dayLabel(date, { entries, doses }) {
  const [day, n, dose] = [longDay(date), entries.length, doses[0]?.number];
  if (dose === undefined) return t("calendar.day", { day, n });
  return t(n === 0 ? "calendar.dose" : "calendar.both", { day, n, dose });
}

/** @param {App} app @param {string|null} day @param {Map<string, Day>} days */
function ofDay(app, day, days) {
  if (!day) return html`<p class="empty">${t("calendar.choose")}</p>`;
  const { entries, doses } = days.get(day) ?? { entries: [], doses: [] };
  return html`<section class="group" aria-live="polite">
    <h2>${capital(longDay(day))}</h2>
    ${entries.length + doses.length === 0 ? empty(app, t("calendar.nothing")) : nothing}
    <ul class="rows lined">
      ${each(doses, (dose) => html`<li>${doseRow(dose)}</li>`)}
      ${each(entries.toReversed(), (entry) => html`<li>${entryRow(entry)}</li>`)}
    </ul>
  </section>`;
}

/**
 * @param {string} month `YYYY-MM`
 * @param {number} first day of the week, 1 Monday to 7 Sunday
 * @returns {string[][]} its weeks, with the days of the months beside it
 */
export function weeksOf(month, first) {
  const start = `${month}-01`;
  const weekday = new Date(start).getUTCDay() || 7;
  const before = (weekday - first + 7) % 7;
  const after = monthAway(month, 1);
  const weeks = [];
  for (let day = addDays(start, -before); day.slice(0, 7) < after; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  }
  return weeks;
}

/** @param {string} month `YYYY-MM` @param {number} by @returns {string} */
export function monthAway(month, by) {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
