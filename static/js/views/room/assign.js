/** Something for one person: a question, a pack or a measure, for a day, near the next dose or whenever it suits; and what was given before. */

import { html, nothing } from "lit-html";
import { fault } from "../../components/controls.js";
import { each } from "../../components/rows.js";
import { placeOf } from "../../domain/assignments.js";
import { msOf } from "../../domain/phases.js";
import { Autosave } from "../../ui/autosave.js";
import { dayOf, instant, whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { dueWords } from "../shared/assigned-words.js";
import { empty } from "../shared/coming.js";
import { explain } from "../shared/explain.js";
import { headBack, watching } from "../shared/frame.js";
import { measures, packs } from "../shared/packs.js";
import { scoreName } from "../shared/score-names.js";
import { assignForm, BLANK, faultsIn, saidIn } from "./assign-form.js";

/** @import { Assignment } from "../../domain/assignments.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Timeline } from "../../domain/timelines.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const [person = ""] = rest;
  const form = `assign ${person}`;
  const known = (await vault.people()).find(({ id, state }) => id === person && state === "linked");
  if (!known) return { render: () => gone(app) };
  const { name } = known;
  const read = () => Promise.all([vault.assignments({ person }), vault.timeline({ person })]);
  const [all, instruments, begun] = await Promise.all([
    packs(vault),
    measures(vault),
    vault.form({ form }),
  ]);
  const values = { ...BLANK, ...(begun && Object.fromEntries(begun)) };
  let [given, timeline] = await read();
  /** By field, or `all`. @type {Record<string, string>} */
  let wrong = {};
  const autosave = new Autosave(
    () => vault.saveForm({ form, values: Object.entries(values) }),
    (now, error) => {
      if (now !== "failed") return;
      wrong = { all: explain(error) };
      app.draw();
    },
  );

  /** @param {Partial<typeof BLANK>} change */
  function set(change) {
    Object.assign(values, change);
    autosave.touch();
    app.draw();
  }

  /** @param {SubmitEvent} event */
  async function give(event) {
    event.preventDefault();
    wrong = faultsIn(values, dayOf(instant()));
    const said = saidIn(values, all);
    if (!said || Object.keys(wrong).length) return app.draw();
    try {
      // First what runs comes to its end: a draft must not arrive after what it became.
      await autosave.flush();
      await vault.assign({ person, ...said });
      await vault.discardForm({ form });
      Object.assign(values, BLANK);
      [given, timeline] = await read();
      app.say(t("assign.sent", { name }));
    } catch (error) {
      wrong = { all: explain(error) };
      app.draw();
    }
  }

  /** @param {string} id */
  async function takeBack(id) {
    try {
      await vault.takeBackAssignment({ id });
      app.say(t("assign.takenBack", { name }));
    } catch (error) {
      app.say(explain(error));
    }
  }

  return {
    leave: () => autosave.flush(),
    changed: async () => {
      [given, timeline] = await read();
      app.draw();
    },
    render: () => html`<main class="column" id="main">
      ${headBack(app, `/person/${person}`)}
      <h1>${t("assign.title", { name })}</h1>
      <p class="soft lead">${t("assign.lead", { name })}</p>
      <form autocomplete="off" class="stack group" @submit=${give} novalidate data-testid="assign">
        ${assignForm({ values, set, packs: all, measures: instruments, wrong })}
        ${fault(wrong.all)}
        <button class="btn" data-testid="give">${t("assign.give", { name })}</button>
      </form>
      <section class="group">
        <h2>${t("assign.list", { name })}</h2>
        ${given.length === 0 ? empty(app, t("assign.none")) : nothing}
        <ul class="rows lined">
          ${each(given, (one) => row(one, timeline, person, takeBack))}
        </ul>
      </section>
      ${watching("watching.reader")}
    </main>`,
  };
};

/** @param {import("../shared/types.js").App} app */
function gone(app) {
  return html`<main class="column" id="main">${headBack(app, "/")}<h1>${t("error.not-found")}</h1></main>`;
}

/** @param {Assignment} one @param {Timeline} timeline @param {string} person @param {(id: string) => void} takeBack */
function row(one, timeline, person, takeBack) {
  const { id, prompt, title, instrument, note, due, given, declined } = one;
  const answer = answerTo(one, timeline.entries);
  return html`<li class="row assigned" data-testid="given">
    <span class="grow">
      <b dir="auto">${prompt?.text ?? (instrument ? scoreName(instrument) : title)}</b>
      ${note ? html`<span class="soft small block" dir="auto">${note}</span>` : nothing}
      <span class="soft small block">${t("assign.givenAt", { due: dueWords(due), when: whenWords(given) })}</span>
      ${
        declined
          ? html`<span class="small block" data-testid="declined">${t("assign.declined", { when: whenWords(declined) })}</span>`
          : answer
            ? html`<a class="small block" href=${`#/person/${person}/${answer.id}`}>${t("assign.answered")}</a>`
            : html`<span class="soft small block">${stateWords(one, timeline)}</span>`
      }
    </span>
    <button class="btn quiet" @click=${() => takeBack(id)} data-testid="take-back">${t("assign.takeBack")}</button>
  </li>`;
}

/** @param {Assignment} one @param {EntrySummary[]} entries that are shared @returns {EntrySummary|undefined} */
function answerTo({ prompt, instrument, given }, entries) {
  return entries.find(
    (entry) =>
      msOf(entry.happened) >= msOf(given) &&
      (prompt ? entry.prompt === prompt.id : instrument && entry.instrument === instrument),
  );
}

/** Where dosing sessions are not shared, nobody here can tell when a dose is. @param {Assignment} one @param {Timeline} timeline */
function stateWords(one, { dosings }) {
  if (one.due && "dose" in one.due && dosings.length === 0) return nothing;
  const { state, day } = placeOf(one, dosings, instant());
  return t(`assign.state.${state}`, { day: day ? dueWords({ date: day }) : "" });
}
