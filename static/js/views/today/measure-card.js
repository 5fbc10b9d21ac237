/** On Today: one measure that was begun, or that is due. It can be passed over, and then it is. */

import { html, nothing } from "lit-html";
import { dueMeasures } from "../../domain/measure-due.js";
import { t } from "../../ui/i18n.js";
import { chosenMeasures, skipMeasure, skipsOf } from "../measures/measure-settings.js";
import { aboutMeasure } from "../measures/measure-words.js";
import { selfCheck } from "../shared/content.js";
import { measures } from "../shared/packs.js";
import { scoreName } from "../shared/score-names.js";
import { givenBy, notThisTime } from "./assigned-cards.js";

/** @import { Assignment } from "../../domain/assignments.js" */
/** @import { Measure } from "../shared/content.js" */
/** @import { App } from "../shared/types.js" */
/** @import { CardSource } from "./today-cards.js" */

/** @type {CardSource} */
export default async (app, { dosings, entries, skips, drafts, offered }, now) => {
  const [known, check, [settings]] = await Promise.all([
    measures(app.vault),
    selfCheck(),
    app.vault.documents({ kind: "settings" }),
  ]);
  const all = [...known, check];
  const begun = all.find(({ id }) => drafts.some(({ scored }) => scored?.instrument === id));
  if (begun) return [{ place: "due", render: () => begunCard(begun) }];
  const filled = entries.filter(({ kind }) => kind !== "entry");
  const chosen = chosenMeasures(all, settings);
  const assigned = offered.measures.map(({ instrument }) => instrument ?? "");
  const past = { dosings, filled, skips: skipsOf(skips), chosen, assigned };
  const [due] = dueMeasures(all, past, now);
  const from = offered.measures.find(({ instrument }) => instrument === due?.id);
  return due ? [{ place: "due", render: () => dueCard(app, due, from) }] : [];
};

/** @param {Measure} measure */
function nameOf({ id, name }) {
  return id === "self-check" ? scoreName(id) : name;
}

/** @param {Measure} measure */
function begunCard(measure) {
  return html`<li class="card stack" data-testid="measure-begun">
    <h2>${t("measure.begun", { name: nameOf(measure) })}</h2>
    <a class="btn second" href=${`#/fill/${measure.id}`}>${t("measure.goOn")}</a>
  </li>`;
}

/** @param {App} app @param {Measure} measure @param {Assignment|undefined} from a therapist who gave it */
function dueCard(app, measure, from) {
  const { id, minutes } = measure;
  return html`<li class="card stack" data-testid="measure-due">
    <div>
      ${from ? givenBy(from) : nothing}
      <h2>${nameOf(measure)}</h2>
      <p class="soft">${aboutMeasure(measure)}</p>
      <p class="soft small">${t("measure.minutes", { n: minutes })}</p>
    </div>
    <div class="line">
      <a class="btn second" href=${`#/fill/${id}`} data-testid="fill">${t("measure.fill")}</a>
      ${
        from
          ? notThisTime(app, from)
          : html`<button class="btn quiet" @click=${() => skipMeasure(app.vault, id)} data-testid="skip-measure">${t("today.pass")}</button>`
      }
    </div>
  </li>`;
}
