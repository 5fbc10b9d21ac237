/** One course: its name, what the clinic said, who comes along, its dosing sessions. */

import { html, nothing } from "lit-html";
import { field } from "../../components/controls.js";
import { fieldsForm, formFoot, select, textArea, tick } from "../../components/fields.js";
import { each } from "../../components/rows.js";
import { courseOf } from "../../domain/courses.js";
import { textsOf } from "../../domain/foreign.js";
import { clockOf, dayOf, dayWordsOf, fromWall, instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { doseRow } from "../shared/dose-rows.js";
import { headBack, watching } from "../shared/frame.js";
import { KeptForm, leftOf, said } from "../shared/kept-form.js";
import { packs } from "../shared/packs.js";

/** @import { Course } from "../../domain/courses.js" */
/** @import { Document } from "../../domain/documents.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Instant } from "../../domain/instants.js" */
/** @import { Pack } from "../../domain/programme/pack.js" */
/** @import { App, OpenScreen, Screen } from "../shared/types.js" */

const PLANS = /** @type {const} */ (["acute", "maintenance"]);
/** @type {Document} not kept yet */
const NEW = {
  id: "",
  kind: "course",
  rev: "",
  written: instant(),
  kept: "device",
  body: {},
};

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const name = `course ${rest[0] ?? ""}`;
  const [all, documents, dosings, left] = await Promise.all([
    packs(app.vault),
    app.vault.documents({ kind: "course" }),
    app.vault.dosings(),
    leftOf(app.vault, name),
  ]);
  const found = documents.find(({ id }) => id === rest[0]);
  const offered = all.filter(({ asked }) => asked === "chosen");
  return screen(app, { name, left, found, dosings, offered });
};

/** @typedef {{name: string, left: FormData|null, found: Document|undefined, dosings: Dosing[], offered: Pack[]}} Given offered: packs that are asked from when a course chose them */

/** @param {App} app @param {Given} given @returns {Screen} */
function screen(app, { name, left, found, dosings, offered }) {
  let document = found;
  const form = new KeptForm(app, { name, left, save });

  /** @param {FormData} values @returns {Document["body"]} as the form says it */
  function bodyOf(values) {
    const { body } = document ?? NEW;
    const { began } = courseOf(document ?? NEW);
    const chosen = { packs: chosenPacks(values, offered, packsOf(body)) };
    return { ...body, ...read(values, began), ...chosen };
  }

  /** @param {FormData} values */
  async function save(values) {
    const { id, rev } = document ?? NEW;
    const saved = { ...(id && { id, rev }), kind: "course", body: bodyOf(values) };
    document = await app.vault.saveDocument(saved);
    left = null;
  }

  /** @param {Event} event */
  async function keep(event) {
    if (!(await form.submit(event))) return;
    app.say(t("course.kept"));
    app.back("/dosing");
  }

  /** @param {boolean} ended */
  async function end(ended) {
    if (!document || !(await form.keep())) return;
    const { ended: _ended, ...body } = document.body;
    const { id, rev } = document;
    document = await app.vault.saveDocument({
      id,
      rev,
      kind: "course",
      body: ended ? { ...body, ended: instant() } : body,
    });
    if (ended) app.say(t("course.ended"));
    app.draw();
  }

  async function remove() {
    await form.forget();
    await app.vault.deleteDocument({ id: document?.id ?? "" });
    app.say(t("course.deleted"));
    app.back("/dosing");
  }

  return {
    leave: () => form.leave(t("course.kept")),
    render() {
      const kept = document ?? NEW;
      const course = courseOf(left ? { ...kept, body: bodyOf(left) } : kept);
      const sessions = dosings.filter(({ course: of }) => of === document?.id);
      return html`<main class="column" id="main">
        ${headBack(app, "/dosing")}
        <h1 dir="auto">${course.name || t("course.new")}</h1>
        <p class="soft lead">${course.ended ? t("course.until", { day: dayWordsOf(course.ended) }) : t("course.lead")}</p>
        ${fieldsForm(
          { submit: keep, touch: form.touch },
          html`${fields(course)} ${packFields(offered, packsOf(course.document.body))}
          ${formFoot(form, html`<button class="btn" data-testid="save-course">${t("course.keep")}</button>`)}`,
        )}
        <p class="soft small">${t("course.people")} <a href="#/safety">${t("course.peopleLink")}</a>.</p>
        ${watching()} ${document ? sessionsOf(document, sessions) : nothing}
        ${document ? ends(course, end, remove) : nothing}
      </main>`;
    },
  };
}

/** @param {FormData} values @param {Instant|null} began before @returns {Document["body"]} */
function read(values, began) {
  const day = said(values, "began");
  const { zone } = began ?? instant();
  return {
    name: said(values, "name"),
    began: day ? fromWall(day, began ? clockOf(began) : "00:00", zone) : (began ?? instant()),
    plan: said(values, "plan"),
    foodRule: said(values, "foodRule"),
    medicines: said(values, "medicines"),
    callIf: said(values, "callIf"),
    support: { name: said(values, "supportName"), phone: said(values, "supportPhone") },
    homeSession: values.has("homeSession"),
    emergency: said(values, "emergency"),
  };
}

/** @param {Course} course */
function fields({
  name,
  began,
  plan,
  foodRule,
  medicines,
  callIf,
  support,
  homeSession,
  emergency,
}) {
  return html`${field({ name: "name", label: t("course.name"), hint: t("course.nameHint"), value: name, optional: true })}
    <div class="pair">
      ${field({ name: "began", label: t("course.began"), type: "date", value: dayOf(began ?? instant()) })}
      ${select({ name: "plan", label: t("course.plan"), values: PLANS, chosen: plan, words: (value) => t(`course.plan.${value}`) })}
    </div>
    <h2>${t("course.clinicRules")}</h2>
    <p class="soft small">${t("course.clinicRulesHint")}</p>
    ${textArea({ name: "foodRule", label: t("course.foodRule"), value: foodRule })}
    ${textArea({ name: "medicines", label: t("course.medicines"), hint: t("course.medicinesHint"), value: medicines })}
    ${textArea({ name: "callIf", label: t("course.callIf"), value: callIf })}
    <h2>${t("course.day")}</h2>
    ${field({ name: "supportName", label: t("course.supportName"), value: support.name, optional: true })}
    ${field({ name: "supportPhone", label: t("course.supportPhone"), type: "tel", value: support.phone, optional: true, plain: true })}
    ${tick({ name: "homeSession", label: t("course.home"), hint: t("course.homeHint"), checked: homeSession })}
    ${field({ name: "emergency", label: t("course.emergency"), type: "tel", value: emergency, optional: true, plain: true })}`;
}

/** @param {Document["body"]} body @returns {string[]} */
function packsOf({ packs }) {
  return textsOf(packs);
}

/** @param {FormData} values @param {Pack[]} offered @param {string[]} before @returns {string[]} those that were chosen, and those that are not known here */
function chosenPacks(values, offered, before) {
  const unknown = before.filter((id) => !offered.some((pack) => pack.id === id));
  const ticked = offered.filter(({ id }) => values.has(`pack-${id}`));
  return [...unknown, ...ticked.map(({ id }) => id)];
}

/** @param {Pack[]} offered @param {string[]} chosen */
function packFields(offered, chosen) {
  return html`<fieldset>
    <legend>${t("course.packs")}</legend>
    <p class="soft small">${t("course.packsHint")}</p>
    ${offered.map(({ id, title, about }) => tick({ name: `pack-${id}`, label: title, hint: about, checked: chosen.includes(id) }))}
  </fieldset>`;
}

/** @param {Document} document @param {Dosing[]} sessions */
function sessionsOf({ id }, sessions) {
  return html`<section class="group">
    <h2>${t("course.sessions", { n: sessions.length })}</h2>
    <ul class="rows lined">${each(sessions, (dose) => html`<li>${doseRow(dose)}</li>`)}</ul>
    <a class="btn second" href=${`#/dosing/new?course=${id}`} data-testid="add-to-course">${t("course.addDose")}</a>
  </section>`;
}

/** @param {Course} course @param {(ended: boolean) => void} end @param {() => void} remove */
function ends({ ended }, end, remove) {
  return html`<div class="stack after">
    <button class="btn quiet edge-start" @click=${() => end(!ended)} data-testid="end-course">${t(ended ? "course.again" : "course.end")}</button>
    <button class="btn care edge-start" @click=${remove} data-testid="delete-course">${t("course.delete")}</button>
  </div>`;
}
