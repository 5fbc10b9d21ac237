/** One dosing session: its date and route, what others may see of it, and what stays with the person. Moving its date moves what is asked around it. */

import { html, nothing } from "lit-html";
import { field } from "../../components/controls.js";
import { FORM, fieldsForm, formFoot, select, textArea } from "../../components/fields.js";
import { courseFor } from "../../domain/courses.js";
import { clockOf, dayOf, fromWall, instant } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { t } from "../../ui/i18n.js";
import { headBack, watching } from "../shared/frame.js";
import { KeptForm, said } from "../shared/kept-form.js";
import { dosesByDate } from "../shared/place.js";
import { detailFields, detailsFrom, readingOf } from "./dosing-details.js";

/** @import { Course } from "../../domain/courses.js" */
/** @import { Dosing, DosingWhole, Route } from "../../domain/dosings.js" */
/** @import { App, Screen } from "../shared/types.js" */

const ROUTES = /** @type {Route[]} */ ([
  "iv",
  "im",
  "sc",
  "nasal",
  "lozenge",
  "oral",
  "rectal",
  "other",
]);
/** Of a session whose time nobody has said. */
const NOON = "12:00";
const STATES = /** @type {Dosing["state"][]} */ (["planned", "done", "cancelled"]);

/** @typedef {{dosings: Dosing[], courses: Course[], dose: DosingWhole|undefined, within: string|null, name: string, left: FormData|null}} Given within: course of a new one */

/** @param {App} app @param {Given} given @returns {Screen} */
export function dosingForm(app, { dosings, courses, dose: kept, within, name, left }) {
  const dose = left ? { ...kept, ...read(left, readingsIn(left)) } : kept;
  const began = kept
    ? { day: dayOf(kept.happened), time: clockOf(kept.happened), zone: kept.happened.zone }
    : { day: "", time: "", zone: instant().zone };
  const day = left ? said(left, "day") : began.day;
  const time = left ? said(left, "time") : began.time;
  const course = dose ? (dose.course ?? "") : courseOf(courses, within);
  let { id, rev } = kept ?? {};
  let readings = dose?.details?.vitals ?? [];
  let number = String(dose?.number ?? numberIn(dosings, course));
  let isChanged = false;
  const isWhole = (/** @type {FormData} */ values) => dayIn(values) !== "";
  const form = new KeptForm(app, { name, left, save, isWhole });

  /** @param {FormData} values */
  async function save(values) {
    const [day, time] = [dayIn(values), said(values, "time") || began.time || NOON];
    const given = read(values, readings.length);
    const saved = await app.vault.saveDosing({
      ...(id && { id, rev }),
      happened: fromWall(day, time, began.zone),
      ...(values.has("state") ? {} : stateByDate(day, time)),
      ...given,
      route: given.route || "other",
    });
    const isApart = id !== undefined && saved.id !== id;
    ({ id, rev } = saved);
    return isApart;
  }

  /** @param {FormData} values @returns {string} empty: nobody has said one yet */
  function dayIn(values) {
    return said(values, "day") || began.day;
  }

  /** @param {FormData} values @param {number} count readings in it */
  function read(values, count) {
    return {
      route: /** @type {Route|""} */ (said(values, "route")),
      number:
        Number(said(values, "number")) || kept?.number || numberIn(dosings, said(values, "course")),
      ...(values.has("state")
        ? { state: /** @type {Dosing["state"]} */ (said(values, "state")) }
        : {}),
      note: said(values, "note"),
      course: said(values, "course") || null,
      setting: said(values, "setting"),
      support: said(values, "support"),
      details: detailsFrom(values, count, kept?.details?.effects ?? []),
    };
  }

  /** @param {Event} event */
  async function keep(event) {
    if (!(await form.submit(event)) || form.isWaiting) return;
    form.said(t("dosing.saved"));
    app.back("/dosing");
  }

  async function remove() {
    await form.forget();
    await app.vault.deleteDosing({ id: id ?? "" });
    app.say(t("dosing.deleted"));
    app.back("/dosing");
  }

  /** @param {number} [gone] index of a reading that goes; absent: one comes */
  function changeReadings(gone) {
    const values = new FormData(/** @type {HTMLFormElement} */ (document.getElementById(FORM)));
    const now = readings.map((_, index) => readingOf(values, index));
    const fresh = { what: "pressure", value: "", at: clockOf(instant()) };
    readings = gone === undefined ? [...now, fresh] : now.filter((_, index) => index !== gone);
    form.touch();
    app.draw();
  }

  /** What sync or another window has brought is seen before one saves over it. */
  async function changed() {
    if (!id) return renumber();
    const now = await app.vault.dosing({ id }).catch(() => null);
    if (!now || now.rev === rev) return;
    if (!form.isTouched) return app.reopen();
    isChanged = true;
    announce(t("form.changed"));
    app.draw();
  }

  /** Of a new one: another one has come, and nobody has said another number. */
  async function renumber() {
    const next = String(numberIn(await app.vault.dosings(), course));
    const stands = /** @type {HTMLInputElement|null} */ (document.getElementById("field-number"));
    if (stands?.value !== number) return;
    number = next;
    app.draw();
  }

  const route = dose?.route ?? "";
  return {
    leave: () => form.leave(t("dosing.saved")),
    changed,
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/dosing")}
      <h1>${kept ? t("dosing.edit", { n: kept.number }) : t("dosing.new")}</h1>
      ${isChanged ? html`<p class="notice quiet" data-testid="form-changed">${t("form.changed")}</p>` : nothing}
      ${fieldsForm(
        { submit: keep, touch: form.touch },
        html`<div class="pair">
          ${field({ name: "day", label: t("dosing.day"), type: "date", value: day })}
          ${field({ name: "time", label: t("dosing.time"), type: "time", value: time, optional: true })}
        </div>
        <p class="soft small">${t("dosing.needed")}</p>
        <div class="pair">
          ${select({ name: "route", label: t("dosing.route"), values: route ? ROUTES : ["", ...ROUTES], chosen: route, words: (value) => (value ? t(`route.${value}`) : t("dosing.routeChoose")) })}
          ${field({ name: "number", label: t("dosing.number"), type: "number", value: number, optional: true })}
        </div>
        ${kept ? select({ name: "state", label: t("dosing.state"), values: STATES, chosen: dose?.state ?? kept.state, words: (value) => t(`dosing.state.${value}`) }) : nothing}
        ${courses.length ? courseField(courses, course) : nothing}
        ${field({ name: "setting", label: t("details.setting"), hint: t("details.settingHint"), value: dose?.setting ?? "", optional: true })}
        ${field({ name: "support", label: t("details.support"), value: dose?.support ?? "", optional: true })}
        ${textArea({ name: "note", label: t("dosing.note"), hint: t("dosing.noteHint"), value: dose?.note ?? "", rows: 3 })}
        ${detailFields({ details: dose?.details ?? null, readings, change: changeReadings })}
        ${formFoot(form, html`<button class="btn" data-testid="save-dosing">${t("dosing.save")}</button>`)}`,
      )}
      ${watching()}
      ${kept ? html`<button class="btn care edge-start after" @click=${remove} data-testid="delete-dosing">${t("dosing.delete")}</button>` : nothing}
    </main>`,
  };
}

/** @param {Course[]} courses @param {string} chosen */
function courseField(courses, chosen) {
  const name = (/** @type {string} */ id) => courses.find((one) => one.id === id)?.name;
  return select({
    name: "course",
    label: t("course.of"),
    values: ["", ...courses.map(({ id }) => id)],
    chosen,
    words: (id) => (id === "" ? t("course.none") : name(id) || t("course.untitled")),
  });
}

/** @param {Course[]} courses @param {string|null} within @returns {string} id of a new one's, or empty */
function courseOf(courses, within) {
  return courses.find(({ id }) => id === within)?.id ?? courseFor(courses)?.id ?? "";
}

/** @param {Dosing[]} dosings @param {string} course @returns {number} of the next one in it */
function numberIn(dosings, course) {
  return dosesByDate(dosings.filter((one) => (one.course ?? "") === course)).length + 1;
}

/** @param {FormData} values @returns {number} */
function readingsIn(values) {
  return [...values.keys()].filter((one) => /^what-\d+$/.test(one)).length;
}

/** @param {string} day @param {string} time @returns {{state: Dosing["state"]}} of a new one */
function stateByDate(day, time) {
  return { state: new Date(`${day}T${time}`) > new Date() ? "planned" : "done" };
}
