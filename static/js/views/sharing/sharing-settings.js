/** How sharing goes by itself, and how long it waits after a dose (catalogue `sharing`). */

import { html, nothing } from "lit-html";
import { each, inCard } from "../../components/rows.js";
import { guardHours } from "../../domain/sharing.js";
import { addDays, dayOf, dayWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { headBack } from "../shared/frame.js";
import { packs } from "../shared/packs.js";
import { scoreName } from "../shared/score-names.js";
import { changeSettings, readSettings } from "../shared/settings.js";
import { readersOf, readFirst } from "./share-act.js";

/** @import { Series } from "../../domain/sharing.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** Hours that can be chosen. */
const HOURS = [0, 12, 24, 48, 72];

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  const sets = await packs(vault);
  let seen = await gather();

  async function gather() {
    const [settings, series, people] = await Promise.all([
      readSettings(vault),
      vault.series(),
      vault.people(),
    ]);
    return { settings, series, readers: readersOf(people) };
  }

  async function refresh() {
    seen = await gather();
    app.draw();
  }

  /** @param {number} hours */
  async function wait(hours) {
    await changeSettings(vault, () => ({ guardHours: hours }));
    await refresh();
  }

  /** @param {string} set @param {HTMLSelectElement} select of a contact id, or "me" */
  async function remember(set, select) {
    const reader = select.value;
    const person = seen.readers.find(({ id }) => id === reader);
    if (person && !(await readFirst(app, person))) {
      select.value = seen.settings.shareWith?.[set] ?? "me";
      return;
    }
    await changeSettings(vault, ({ shareWith }) => ({
      shareWith: { ...shareWith, [set]: reader },
    }));
    await refresh();
  }

  /** @param {Series} series */
  async function end({ id, name, instrument }) {
    await vault.endSeries({ id });
    app.say(t("sharing.seriesEnded", { name, measure: scoreName(instrument) }));
    await refresh();
  }

  function guard() {
    const chosen = guardHours(seen.settings);
    return html`<fieldset class="fill">
      <legend class="unseen">${t("sharing.guard")}</legend>
      ${[...new Set([...HOURS, chosen])].map(
        (hours) => html`<label class="choice">
          <input type="radio" autocomplete="off" name="guard" data-testid=${`guard-${hours}`} .checked=${hours === chosen} @change=${() => wait(hours)} />
          ${hours === 0 ? t("sharing.guardNone") : t("sharing.guardHours", { n: hours })}
        </label>`,
      )}
    </fieldset>`;
  }

  /** @param {{id: string, title: string}} set */
  function usual({ id, title }) {
    const chosen = seen.settings.shareWith?.[id] ?? "me";
    const change = (/** @type {Event} */ event) =>
      remember(id, /** @type {HTMLSelectElement} */ (event.target));
    return html`<div class="field">
      <label for=${`usual-${id}`}>${title}</label>
      <select autocomplete="off" id=${`usual-${id}`} data-testid=${`usual-${id}`} @change=${change}>
        <option value="me" ?selected=${chosen === "me"}>${t("badge.onlyMe")}</option>
        ${seen.readers.map((reader) => html`<option value=${reader.id} ?selected=${chosen === reader.id}>${reader.name}</option>`)}
      </select>
    </div>`;
  }

  /** @param {Series} series */
  function running(series) {
    const { name, instrument, until } = series;
    const said = t("sharing.seriesOn", { name, measure: scoreName(instrument) });
    return html`<div class="line apart fill">
      <p>${said} ${until ? html`<span class="soft">${t("entry.until", { day: dayWords(addDays(dayOf(until), -1)) })}</span>` : nothing}</p>
      <button class="btn quiet edge-end" @click=${() => end(series)} data-testid="end-series">${t("sharing.seriesEnd")}</button>
    </div>`;
  }

  return {
    render: () => html`<main class="column me" id="main">
      ${headBack(app, "/me")}
      <h1>${t("sharing.title")}</h1>
      <section class="card stack">
        <h2>${t("sharing.guard")}</h2>
        <p class="soft">${t("sharing.guardAbout")}</p>
        ${guard()}
      </section>
      ${
        seen.readers.length
          ? html`<section class="card stack">
            <h2>${t("sharing.usual")}</h2>
            <p class="soft">${t("sharing.usualAbout")}</p>
            ${sets.map(usual)}
          </section>`
          : nothing
      }
      ${seen.series.length ? html`<section class="card stack"><h2>${t("sharing.seriesTitle")}</h2>${each(seen.series, running, inCard)}</section>` : nothing}
    </main>`,
    changed: refresh,
  };
};
