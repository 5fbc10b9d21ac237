/** The practical side of a dose day: the day before and the day, then what holds until the next morning. In the clinic's words; no number of ours. */

import { html, nothing } from "lit-html";
import { courseFor, coursesOf, practicalDay } from "../../domain/courses.js";
import { clockOf, dayOf, daysBetween, hereZone, timeWords, whenWords } from "../../ui/dates.js";
import { loadWords, t } from "../../ui/i18n.js";
import { chooseCountry, contacts, countryChoice } from "../shared/contacts.js";
import { explain } from "../shared/explain.js";

/** @import { Course } from "../../domain/courses.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Contacts } from "../shared/contacts.js" */
/** @import { App } from "../shared/types.js" */

/** @type {import("./today-cards.js").CardSource} */
export default async (app, { dosings, courses }, now) => {
  const day = practicalDay(dosings, now, { dayOf, daysBetween, hourOf });
  if (!day.coming && !day.after && !day.asked) return [];
  await loadWords(["course", "help"]);
  const all = coursesOf(courses);
  let found = await contacts(app);
  const choose = (/** @type {string} */ country) => {
    found = chooseCountry(found, country);
    app.draw();
  };
  const { coming, after, asked } = day;
  const there = coming && (await app.vault.dosing({ id: coming.id })).support;
  return [
    after && (() => restCard(courseFor(all, after), after, found, now)),
    asked && (() => askCard(app, asked)),
    coming && (() => dayCard(courseFor(all, coming), coming, there ?? "", found, choose, now)),
  ]
    .filter((render) => render !== null)
    .map((render) => ({ place: "top", render }));
};

/** @param {Instant} value */
function hourOf(value) {
  return Number(clockOf(value).slice(0, 2));
}

/**
 * @param {Course|undefined} course
 * @param {Dosing} dose
 * @param {string} there  who is there, as it was noted for this one
 * @param {Contacts} found
 * @param {(country: string) => void} choose
 * @param {Instant} now
 */
function dayCard(course, dose, there, found, choose, now) {
  const time = timeWords({ ...dose.happened, zone: hereZone() });
  const isToday = dayOf(dose.happened) === dayOf(now);
  return html`<li class="card practical" data-testid="practical-day">
    <h2>${t(isToday ? "practical.today" : "practical.tomorrow", { time })}</h2>
    <dl>
      <dt>${t("practical.escort")}</dt>
      <dd>${escort(course, there)}</dd>
      <dt>${t("practical.food")}</dt>
      <dd class="as-written">${course?.foodRule || t("practical.noFood")}</dd>
      <dt>${t("practical.medicines")}</dt>
      <dd>${t("practical.asPrescribed")}${course?.medicines ? html`<p class="as-written">${course.medicines}</p>` : nothing}</dd>
      ${course?.homeSession ? home(course, there, found, choose) : nothing}
      <dt>${t("practical.afterwards")}</dt>
      <dd>${t("practical.untilMorning")}</dd>
    </dl>
  </li>`;
}

/** @param {Course|undefined} course @param {string} there */
function escort(course, there) {
  const { name = "", phone = "" } = course?.support ?? {};
  if (!name && !phone && !there) {
    const path = course ? `#/course/${course.id}` : "#/course/new";
    return html`${t("practical.noEscort")} <a href=${path}>${t("practical.writeDown")}</a>`;
  }
  return html`${name || there}${phone ? html` ${call(phone, t("practical.call", { number: phone }))}` : nothing}`;
}

/** @param {Course} course @param {string} there @param {Contacts} found @param {(country: string) => void} choose */
function home(course, there, found, choose) {
  const name = there || course.support.name;
  const number = course.emergency || emergencyOf(found);
  return html`<dt>${t("practical.home")}</dt>
    <dd data-testid="practical-home">
      ${name ? t("practical.homeWith", { name }) : t("practical.homeNobody")}
      ${course.emergency ? nothing : countryChoice(found, choose)}
      ${number ? call(number, t("practical.emergency", { number })) : nothing}
    </dd>`;
}

/** @param {Contacts} found @returns {string} of the country that Help shows; none while that is not known */
function emergencyOf({ here }) {
  return here?.lines.find(({ kind }) => kind === "emergency")?.number ?? "";
}

/** @param {Course|undefined} course @param {Dosing} dose @param {Contacts} found @param {Instant} now */
function restCard(course, dose, { own }, now) {
  const isSameDay = dayOf(dose.happened) === dayOf(now);
  const { name = "", phone = "" } = course?.support ?? {};
  const clinic = own?.clinic;
  return html`<li class="card practical" data-testid="practical-rest">
    <h2>${t(isSameDay ? "practical.title" : "practical.titleMorning")}</h2>
    <ul class="plain">
      <li>${t("practical.driving")}</li>
      <li>${t("practical.contracts")}</li>
      <li>${t("practical.caring")}</li>
    </ul>
    ${course?.callIf ? html`<p><b>${t("practical.callIf")}</b> ${course.callIf}</p>` : nothing}
    <p class="line">
      ${phone ? call(phone, t("practical.callClinic", { name: name || phone })) : nothing}
      ${clinic?.phone ? call(clinic.phone, t("practical.callClinic", { name: clinic.name || clinic.phone })) : nothing}
    </p>
  </li>`;
}

/** @param {App} app @param {Dosing} dose planned, and its time has come */
function askCard(app, { id, number, happened, route }) {
  const note = async (/** @type {"done"|"cancelled"} */ state) => {
    try {
      await app.vault.saveDosing({ id, happened, route, state });
      app.say(t("practical.noted"));
    } catch (error) {
      app.say(explain(error));
    }
  };
  return html`<li class="card" data-testid="practical-asked">
    <h2>${t("practical.asked", { dose: number })}</h2>
    <p class="soft small">${t("practical.askedHint", { when: whenWords(happened) })}</p>
    <div class="line">
      <button class="btn second" @click=${() => note("done")} data-testid="took-place">${t("practical.yes")}</button>
      <button class="btn second" @click=${() => note("cancelled")} data-testid="was-cancelled">${t("practical.cancelled")}</button>
      <a class="btn quiet" href=${`#/dosing/${id}`}>${t("practical.moved")}</a>
    </div>
  </li>`;
}

/** @param {string} number @param {string} words */
function call(number, words) {
  return html`<a class="btn second" href=${`tel:${number.replace(/[^\d+*#]/g, "")}`}>${words}</a>`;
}
