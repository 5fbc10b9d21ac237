/** Courses as rows of a list. */

import { html } from "lit-html";
import { icon } from "../../components/controls.js";
import { dayWordsOf, instant, msOf } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";

/** @import { Course } from "../../domain/courses.js" */
/** @import { Dosing } from "../../domain/dosings.js" */

/** @param {Course} course @param {Dosing[]} dosings all */
export function courseRow({ id, name, began, ended, plan }, dosings) {
  const sessions = dosings.filter(({ course, state }) => course === id && state !== "cancelled");
  const said = [t(`course.plan.${plan}`)];
  if (ended) said.push(t("course.until", { day: dayWordsOf(ended) }));
  else if (began)
    said.push(
      t(msOf(began) > msOf(instant()) ? "course.from" : "course.since", {
        day: dayWordsOf(began),
      }),
    );
  said.push(t("course.sessions", { n: sessions.length }));
  return html`<a class="row" href=${`#/course/${id}`} data-testid="course">
    <span class="grow">
      <b dir="auto">${name || t("course.untitled")}</b>
      <span class="soft small">${said.join(" · ")}</span>
    </span>
    ${icon("forward")}
  </a>`;
}
