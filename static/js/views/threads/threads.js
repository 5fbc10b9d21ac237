/** All threads, across doses and courses: each line with what became of it. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { textOf } from "../../domain/payloads.js";
import { threadsOf } from "../../domain/threads.js";
import { dayWords, dayWordsOf } from "../../ui/dates.js";
import { isolated, t } from "../../ui/i18n.js";
import { ifEmpty } from "../shared/coming.js";
import { headBack } from "../shared/frame.js";

/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Thread } from "../../domain/threads.js" */
/** @import { App, OpenScreen, Screen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, place) => {
  if (place.rest[0]) return (await import("./thread.js")).default(app, place);
  return list(app);
};

/** @param {App} app @returns {Promise<Screen>} */
async function list(app) {
  const gather = () =>
    Promise.all([
      app.vault.documents({ kind: "thread" }),
      app.vault.documents({ kind: "course" }),
      app.vault.dosings(),
    ]);
  let [documents, courses, dosings] = await gather();
  const courseName = (/** @type {string|null} */ id) =>
    textOf(courses.find((one) => one.id === id)?.body.name);
  return {
    render() {
      const threads = threadsOf(documents, dosings);
      return html`<main class="column" id="main">
        ${headBack(app, "/dosing")}
        <h1>${t("thread.title")}</h1>
        <p class="soft lead">${threads.length ? t("thread.lead") : ifEmpty(app, t("thread.empty"))}</p>
        <a class="btn" href="#/thread/new" data-testid="new-thread">${t("thread.begin")}</a>
        <ol class="threads" reversed>
          ${each(threads, (thread) => html`<li>${row(thread, dosings, courseName(thread.course))}</li>`)}
        </ol>
      </main>`;
    },
    changed: async () => {
      [documents, courses, dosings] = await gather();
      app.draw();
    },
  };
}

/** @param {Thread} thread @param {Dosing[]} dosings @param {string} course */
function row({ id, intention, dosing, fragments, insight, act, next }, dosings, course) {
  const dose = dosings.find((one) => one.id === dosing);
  const over = dose
    ? t("write.doseOption", { n: dose.number, day: dayWordsOf(dose.happened) })
    : "";
  const day = act.when ? t("thread.actOn", { what: act.what, day: dayWords(act.when) }) : act.what;
  return html`<a class="row thread" href=${`#/thread/${id}`} data-testid="thread">
    <span class="grow">
      <span class="soft small">${[isolated(course), over].filter(Boolean).join(" · ")}</span>
      <span class="question" dir="auto">${intention || t("thread.untitled")}</span>
      ${fragments.length ? html`<span class="step small soft">${t("thread.steps", { n: fragments.length })}</span>` : nothing}
      ${insight ? html`<span class="step asked" dir="auto">${insight}</span>` : nothing}
      ${act.what ? html`<span class="step" dir="auto">${day}</span>` : nothing}
      ${act.outcome ? html`<span class="step small soft">${t(`thread.outcome.${act.outcome}`)}${act.said ? html`: ${act.said}` : nothing}</span>` : nothing}
      ${next ? html`<span class="step asked" dir="auto">${next}</span>` : nothing}
    </span>
  </a>`;
}
