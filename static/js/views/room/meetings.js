/** When one has met: a day one notes for oneself. What is new since then stands in the brief. */

import { html, nothing } from "lit-html";
import { fieldsForm } from "../../components/fields.js";
import { openSheet } from "../../components/sheet.js";
import { dayOf, dayWordsOf, fromWall, hereZone, instant } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { ifEmpty } from "../shared/coming.js";
import { explain } from "../shared/explain.js";

/** @import { Meeting } from "../../domain/brief.js" */
/** @import { App } from "../shared/types.js" */

/** A meeting whose hour nobody noted lies in the middle of its day. */
const NOON = "12:00";

/** @param {App} app @param {string} person contact id */
export async function meetings(app, person) {
  const { vault } = app;
  let all = await vault.meetings({ person });

  async function refresh() {
    all = await vault.meetings({ person });
    app.draw();
  }

  /** @param {Meeting["at"]} at */
  async function note(at) {
    try {
      const { id } = await vault.meet({ person, at });
      const run = () => remove(id);
      app.say({ text: t("meeting.noted"), action: t("meeting.undo"), run });
      await refresh();
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @param {string} id */
  async function remove(id) {
    try {
      await vault.unmeet({ id });
      app.say(t("meeting.removed"));
      await refresh();
    } catch (error) {
      app.say(explain(error));
    }
  }

  async function another() {
    const day = await askDay();
    if (day) await note(fromWall(day, NOON, hereZone()));
  }

  const metToday = () =>
    html`<button class="btn second" @click=${() => note(instant())} data-testid="met-today">${t("meeting.today")}</button>`;

  return {
    refresh,
    /** On the page before a meeting: what can be noted, and taken out. */
    render() {
      const [last] = all;
      return html`<div class="line screen-only meetings">
        ${isToday(last) ? nothing : metToday()}
        <button class="btn quiet" @click=${another} data-testid="met-another">${t("meeting.other")}</button>
        ${last ? html`<button class="btn quiet" @click=${() => remove(last.id)} data-testid="unmeet">${t("meeting.remove")}</button>` : nothing}
      </div>`;
    },
    /** On a person's page: when it was. @param {unknown} before @param {unknown} after  what else can be done, on either side of the button */
    short(before, after) {
      const [last] = all;
      return html`<section class="meetings">
        <p class="soft small" data-testid="met">${last ? t("meeting.last", { when: dayWordsOf(last.at) }) : ifEmpty(app, t("meeting.none"))}</p>
        <div class="line screen-only">${before} ${isToday(last) ? nothing : metToday()} ${after}</div>
      </section>`;
    },
  };
}

/** @param {Meeting|undefined} meeting */
function isToday(meeting) {
  return meeting !== undefined && dayOf(meeting.at) === dayOf(instant());
}

/** @returns {Promise<string|undefined>} `YYYY-MM-DD` */
function askDay() {
  return openSheet((/** @type {(day?: string) => void} */ close) => {
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      close(String(new FormData(form).get("day")));
    };
    const today = dayOf(instant());
    return html`<div>
      <h2>${t("meeting.other")}</h2>
      ${fieldsForm(
        { submit, touch: () => {} },
        html`<div class="field">
            <label for="met-day">${t("meeting.day")}</label>
            <input id="met-day" type="date" name="day" required max=${today} .value=${today} autocomplete="off" />
          </div>
          <div class="foot">
            <button type="button" class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
            <button class="btn" data-testid="met-keep">${t("meeting.keep")}</button>
          </div>`,
      )}
    </div>`;
  }, t("meeting.other"));
}
