/** On Today: what a linked therapist gave, marked by whom. Each is left out by one tap, which can be taken back; doing it sends nothing. */

import { html, nothing } from "lit-html";
import { phaseLabel } from "../../components/controls.js";
import { OWN_PACK } from "../../domain/assignments.js";
import { coursesOf } from "../../domain/courses.js";
import { textsOf } from "../../domain/foreign.js";
import { PROMPTS_A_DAY } from "../../domain/programme/schedule.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { packs } from "../shared/packs.js";

/** @import { Assignment } from "../../domain/assignments.js" */
/** @import { Document } from "../../domain/documents.js" */
/** @import { Pack } from "../../domain/programme/pack.js" */
/** @import { App } from "../shared/types.js" */
/** @import { CardSource } from "./today-cards.js" */

/** Measures that were given stand where a due one stands (measure-card.js). @type {CardSource} */
export default async (app, { offered, courses }) => {
  const all = await packs(app.vault);
  const course = coursesOf(courses).find(({ ended }) => ended === null)?.document;
  const [suggested] = offered.packs;
  return [
    ...offered.prompts.slice(0, PROMPTS_A_DAY).map((one, index) => ({
      place: /** @type {const} */ ("top"),
      render: () => promptCard(app, one, textOf(one, all), index === 0),
    })),
    ...(suggested
      ? [
          {
            place: /** @type {const} */ ("foot"),
            render: () => packCard(app, suggested, titleOf(suggested, all), course),
          },
        ]
      : []),
  ];
};

/** @param {Assignment} one */
export function givenBy({ name, note }) {
  return html`<p class="soft small" data-testid="given-by">${t("assigned.from", { name })}</p>
    ${note ? html`<p class="words given-note" dir="auto">${note}</p>` : nothing}`;
}

/** @param {App} app @param {Assignment} one */
export function notThisTime(app, one) {
  return html`<button class="btn quiet" @click=${() => decline(app, one)} data-testid="decline">${t("assigned.no")}</button>`;
}

/** @param {App} app @param {Assignment} one */
async function decline({ vault, say }, { id, name }) {
  try {
    await vault.declineAssignment({ id, declined: true });
    const run = () => void vault.declineAssignment({ id, declined: false });
    say({ text: t("assigned.declined", { name }), action: t("do.undo"), run });
  } catch (error) {
    say(explain(error));
  }
}

/** @param {Assignment} one @param {Pack[]} all @returns {string} in the person's own language where it stands in a pack */
function textOf({ prompt }, all) {
  if (prompt?.pack === OWN_PACK) return prompt.text;
  const prompts = all.flatMap((pack) => pack.prompts);
  return (prompts.find(({ id }) => id === prompt?.id) ?? prompt)?.text ?? "";
}

/** @param {Assignment} one @param {Pack[]} all @returns {string} */
function titleOf({ pack, title }, all) {
  return all.find(({ id }) => id === pack)?.title ?? title;
}

/** @param {App} app @param {Assignment} one @param {string} text @param {boolean} first one filled button a screen */
function promptCard(app, one, text, first) {
  const phase = one.prompt?.phase;
  return html`<li class="card" data-testid="assigned-prompt">
    ${phase ? phaseLabel(phase, t(`phase.${phase}`)) : nothing} ${givenBy(one)}
    <p class=${first ? "question" : "asked"} dir="auto">${text}</p>
    <div class="line">
      <a class=${first ? "btn" : "btn second"} href=${`#/write?given=${one.id}`} data-testid="write-assigned">${t("today.write")}</a>
      ${notThisTime(app, one)}
    </div>
  </li>`;
}

/** @param {App} app @param {Assignment} one @param {string} title @param {Document|undefined} course that goes on */
function packCard(app, one, title, course) {
  return html`<li class="card stack" data-testid="assigned-pack">
    <div>
      ${givenBy(one)}
      <h2>${t("assigned.pack", { title })}</h2>
      <p class="soft">${t("assigned.packHint")}</p>
    </div>
    <div class="line">
      ${
        course
          ? html`<button class="btn second" @click=${() => add(app, one, title, course)} data-testid="add-pack">${t("assigned.packAdd")}</button>`
          : html`<a class="btn second" href="#/course/new">${t("assigned.packCourse")}</a>`
      }
      ${notThisTime(app, one)}
    </div>
  </li>`;
}

/** @param {App} app @param {Assignment} one @param {string} title @param {Document} course */
async function add({ vault, say }, { pack }, title, { id, rev, body }) {
  try {
    const packs = [...textsOf(body.packs), pack];
    await vault.saveDocument({ id, rev, kind: "course", body: { ...body, packs } });
    say(t("assigned.packAdded", { title }));
  } catch (error) {
    say(explain(error));
  }
}
