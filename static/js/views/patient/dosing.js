/** Dosing sessions: when, by which route, which in the course, a few words. Never judged, never advised on. */

import { html, nothing } from "lit-html";
import { field, formValues } from "../../components/controls.js";
import { clockOf, dayOf, dayWords, fromWall, instant, msOf, timeWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";

import { explain } from "../explain.js";
import { headBack, watching } from "../frame.js";
import { dosesByDate } from "../place.js";

/** @import { App, OpenScreen, Screen } from "../types.js" */
/** @import { Dosing, Route } from "../../vault/types.js" */

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
const STATES = /** @type {Dosing["state"][]} */ (["planned", "done", "cancelled"]);

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const dosings = await app.vault.dosings();
  const [id] = rest;
  if (!id) return list(app, dosings);
  const dose = dosings.find((one) => one.id === id);
  return form(app, dosings, dose);
};

/** @param {App} app @param {Dosing[]} first @returns {Screen} */
function list(app, first) {
  let dosings = first;
  /** @param {string} title @param {Dosing[]} rows */
  const group = (title, rows) =>
    rows.length === 0
      ? nothing
      : html`<section class="group">
          <h2>${title}</h2>
          <ul class="rows lined">
            ${rows.map((dose) => html`<li>${doseRow(dose)}</li>`)}
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
        <p class="soft lead">${t(dosings.length ? "dosing.lead" : "dosing.empty")}</p>
        <a class="btn" href="#/dosing/new" data-testid="add-dosing">${t("dosing.add")}</a>
        ${group(t("dosing.planned"), coming)} ${group(t("dosing.past"), past)}
      </main>`;
    },
    changed: async () => {
      dosings = await app.vault.dosings();
      app.draw();
    },
  };
}

/** @param {Dosing} dose */
function doseRow({ id, number, route, happened, state, note }) {
  const said = [t(`route.${route}`), timeWords(happened)];
  if (state !== "done") said.push(t(`dose.${state}`));
  return html`<a class="row" href=${`#/dosing/${id}`} data-testid="dose">
    <span class="dose-mark" aria-hidden="true">${number}</span>
    <span class="grow">
      <b>${capital(dayWords(dayOf(happened)))}</b>
      <span class="soft small">${said.join(" · ")}</span>
      ${note ? html`<span class="asked">${note}</span>` : nothing}
    </span>
  </a>`;
}

/** @param {App} app @param {Dosing[]} dosings @param {Dosing|undefined} dose @returns {Screen} */
function form(app, dosings, dose) {
  const happened = dose?.happened ?? instant();
  /** @type {string|undefined} */
  let wrong;

  /** @param {SubmitEvent} event */
  async function save(event) {
    const { day = "", time = "", route, number, state, note = "" } = formValues(event);
    try {
      await app.vault.saveDosing({
        ...(dose ? { id: dose.id } : {}),
        happened: fromWall(day, time, happened.zone),
        route: /** @type {Route} */ (route),
        number: Number(number) || 1,
        ...(state ? { state: /** @type {Dosing["state"]} */ (state) } : stateByDate(day, time)),
        note,
      });
      app.say(t("dosing.saved"));
      app.back("/dosing");
    } catch (error) {
      wrong = explain(error);
      app.draw();
    }
  }

  async function remove() {
    await app.vault.deleteDosing({ id: dose?.id ?? "" });
    app.say(t("dosing.deleted"));
    app.back("/dosing");
  }

  const number = dose?.number ?? dosesByDate(dosings).length + 1;
  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/dosing")}
      <h1>${dose ? t("dosing.edit", { n: dose.number }) : t("dosing.new")}</h1>
      <form autocomplete="off" class="stack group" @submit=${save}>
        <div class="pair">
          ${field({ name: "day", label: t("dosing.day"), type: "date", value: dayOf(happened) })}
          ${field({ name: "time", label: t("dosing.time"), type: "time", value: clockOf(happened) })}
        </div>
        <div class="pair">
          ${select("route", t("dosing.route"), ROUTES, dose?.route ?? lastRoute(dosings), (value) => t(`route.${value}`))}
          ${field({ name: "number", label: t("dosing.number"), type: "number", value: String(number) })}
        </div>
        ${dose ? select("state", t("dosing.state"), STATES, dose.state, (value) => t(`dosing.state.${value}`)) : nothing}
        <div class="field">
          <label for="field-note">${t("dosing.note")}</label>
          <p class="hint" id="field-note-hint">${t("dosing.noteHint")}</p>
          <textarea autocomplete="off" id="field-note" name="note" rows="3" class="words" dir="auto" data-testid="note" aria-describedby="field-note-hint" .value=${dose?.note ?? ""}></textarea>
        </div>
        ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
        <button class="btn" data-testid="save-dosing">${t("dosing.save")}</button>
      </form>
      ${watching()}
      ${dose ? html`<button class="btn care edge-start after" @click=${remove} data-testid="delete-dosing">${t("dosing.delete")}</button>` : nothing}
    </main>`,
  };
}

/** @param {string} day @param {string} time @returns {{state: Dosing["state"]}} of a new one */
function stateByDate(day, time) {
  return { state: new Date(`${day}T${time}`) > new Date() ? "planned" : "done" };
}

/** @param {Dosing[]} dosings */
function lastRoute(dosings) {
  return dosings.at(-1)?.route ?? "iv";
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string[]} values
 * @param {string} chosen
 * @param {(value: string) => string} words
 */
function select(name, label, values, chosen, words) {
  return html`<div class="field">
    <label for=${`field-${name}`}>${label}</label>
    <select autocomplete="off" id=${`field-${name}`} name=${name} data-testid=${name}>
      ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${words(value)}</option>`)}
    </select>
  </div>`;
}
