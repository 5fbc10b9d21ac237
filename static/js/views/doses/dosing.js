/** Courses and their dosing sessions: when, by which route, which in the course. Never judged, never advised on. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { coursesOf } from "../../domain/courses.js";
import { msOf } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { ifEmpty } from "../shared/coming.js";
import { doseRow } from "../shared/dose-rows.js";
import { headBack } from "../shared/frame.js";
import { leftOf } from "../shared/kept-form.js";
import { courseRow } from "./course-rows.js";
import { dosingForm } from "./dosing-form.js";

/** @import { Document } from "../../domain/documents.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { App, OpenScreen, Screen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest, query }) => {
  const [dosings, documents] = await gather(app);
  const [id] = rest;
  if (!id) return list(app, dosings, documents);
  const known = dosings.some((one) => one.id === id);
  const dose = known ? await app.vault.dosing({ id }) : undefined;
  const name = `dosing ${id}`;
  return dosingForm(app, {
    dosings,
    courses: coursesOf(documents),
    dose,
    within: query.get("course"),
    name,
    left: await leftOf(app.vault, name),
  });
};

/** @param {App} app */
function gather({ vault }) {
  return Promise.all([vault.dosings(), vault.documents({ kind: "course" })]);
}

/** @param {App} app @param {Dosing[]} dosings @param {Document[]} documents @returns {Screen} */
function list(app, dosings, documents) {
  /** @param {string} title @param {Dosing[]} rows */
  const group = (title, rows) =>
    rows.length === 0
      ? nothing
      : html`<section class="group">
          <h2>${title}</h2>
          <ul class="rows lined">
            ${each(rows, (dose) => html`<li>${doseRow(dose)}</li>`)}
          </ul>
        </section>`;
  return {
    render() {
      const now = Date.now();
      const coming = dosings.filter(({ happened }) => msOf(happened) > now);
      const past = dosings.filter(({ happened }) => msOf(happened) <= now).reverse();
      return html`<main class="column" id="main">
        ${headBack(app, "/timeline")}
        <h1>${t("dosing.title")}</h1>
        <p class="soft lead">${dosings.length ? t("dosing.lead") : ifEmpty(app, t("dosing.empty"))}</p>
        <a class="btn" href="#/dosing/new" data-testid="add-dosing">${t("dosing.add")}</a>
        ${courses(documents, dosings)}
        ${group(t("dosing.planned"), coming)} ${group(t("dosing.past"), past)}
      </main>`;
    },
    changed: async () => {
      [dosings, documents] = await gather(app);
      app.draw();
    },
  };
}

/** @param {Document[]} documents @param {Dosing[]} dosings */
function courses(documents, dosings) {
  return html`<section class="group">
    <h2>${t("course.title")}</h2>
    <ul class="rows lined">
      ${each(coursesOf(documents), (course) => html`<li>${courseRow(course, dosings)}</li>`)}
    </ul>
    <div class="line">
      <a class="btn quiet edge-start" href="#/course/new" data-testid="add-course">${t("course.add")}</a>
      <a class="btn quiet edge-start" href="#/thread" data-testid="threads">${t("dosing.threads")}</a>
    </div>
  </section>`;
}
