/** One therapist: how one is linked, how they read, exactly what they can see and have opened, and the end of each of it. */

import { html, nothing } from "lit-html";
import { each } from "../../components/rows.js";
import { t } from "../../ui/i18n.js";
import { awayNotice, boundaryShown } from "../shared/boundary.js";
import { empty } from "../shared/coming.js";
import { confirmStep } from "../shared/confirm.js";
import { endLink } from "../shared/end-link.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";
import { linkWords } from "../shared/person-words.js";
import { quietActs } from "../shared/quiet-person.js";
import { scoreName } from "../shared/score-names.js";
import { confirmStop } from "./confirm-stop.js";
import { seenRow } from "./seen-rows.js";

/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { Series } from "../../domain/sharing.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const id = rest[0] ?? "";
  const gather = () =>
    Promise.all([
      vault.people(),
      vault.entries(),
      vault.series(),
      vault.receipts({ person: id }).catch(() => []),
      vault.boundary({ person: id }).catch(() => null),
    ]);
  let [people, entries, series, receipts, boundary] = await gather();
  const person = () => people.find((one) => one.id === id);

  /** @param {() => Promise<unknown>} act @param {string} done */
  async function run(act, done) {
    try {
      await act();
      app.say(done);
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @param {EntrySummary} entry @param {string} name */
  async function stopOne(entry, name) {
    if (await confirmStop(name))
      await run(() => vault.unshare({ id: entry.id, person: id }), t("entry.stopped", { name }));
  }

  /** @param {string} name */
  async function stopAll(name) {
    const isSure = await confirmStep({
      title: t("person.stopAllTitle", { name }),
      honest: t("person.stopAllHonest", { name }),
      yes: t("person.stopAll"),
      testid: "confirm-stop-all",
    });
    if (isSure) await run(() => vault.unshareAll({ person: id }), t("person.stopped", { name }));
  }

  /** @param {boolean} dosing @param {string} name */
  async function showDosings(dosing, name) {
    const isSure = await confirmStep({
      title: t(dosing ? "person.dosingTitle" : "person.dosingStopTitle", { name }),
      honest: t(dosing ? "person.dosing" : "person.dosingStopHonest", { name }),
      yes: t(dosing ? "person.dosingShow" : "person.dosingStop"),
      testid: "confirm-dosing",
    });
    const done = t(dosing ? "person.dosingShown" : "person.noDosing", { name });
    if (isSure) await run(() => vault.showDosings({ person: id, dosing }), done);
  }

  /** @param {Series} one */
  function seriesRow({ id: which, instrument, name }) {
    const measure = scoreName(instrument);
    const end = () =>
      run(() => vault.endSeries({ id: which }), t("person.seriesEnded", { measure, name }));
    return html`<li class="line apart fill">
      <p data-testid="series">${t("person.series", { measure })}</p>
      <button class="btn quiet edge-end" @click=${end} data-testid="end-series">${t("person.seriesEnd")}</button>
    </li>`;
  }

  /** @param {Person} someone */
  function sees({ name, dosing, state }) {
    const shared = entries.filter(({ shares }) => shares.some((share) => share.person === id));
    const waiting = entries.filter(({ waits }) => waits.some((one) => one.person === id));
    const running = series.filter((one) => one.person === id);
    const isOn = state === "linked";
    return html`<section class="group stack">
      <h2>${t("person.sees", { name })}</h2>
      <p>${t(dosing ? "person.dosing" : "person.noDosing", { name })}</p>
      ${
        isOn || dosing
          ? html`<button class="btn quiet edge-start" @click=${() => showDosings(!dosing, name)} data-testid="dosings">${t(dosing ? "person.dosingStop" : "person.dosingShow")}</button>`
          : nothing
      }
      <ul class="rows lined">${each(running, seriesRow)}</ul>
      ${
        shared.length === 0
          ? empty(app, t("person.seesNothing"))
          : html`<p class="soft small">${t("person.count", { n: shared.length })}</p>`
      }
      <ul class="rows lined">
        ${each(shared, (entry) => html`<li>${seenRow(entry, id, receipts, () => stopOne(entry, name))}</li>`)}
      </ul>
      ${waiting.length ? html`<p class="soft" data-testid="held-back">${t("person.waits", { n: waiting.length })}</p>` : nothing}
      ${
        shared.length + running.length + waiting.length > 0
          ? html`<button class="btn care edge-start" @click=${() => stopAll(name)} data-testid="stop-all">${t("person.stopAll")}</button>`
          : nothing
      }
    </section>`;
  }

  /** @param {Person} someone */
  function ways(someone) {
    const others = people.filter(({ id: other, state }) => other !== id && state === "linked");
    return html`<section class="group stack">
      ${others.length && someone.sharedCount ? html`<a class="btn second" href=${`#/move/${id}`} data-testid="move">${t("person.move")}</a>` : nothing}
      <a class="btn quiet edge-start" href=${`#/ledger/${id}`} data-testid="ledger">${t("ledger.open")}</a>
      ${
        someone.state === "closed"
          ? nothing
          : html`<button class="btn care edge-start" @click=${() => endLink(app, someone)} data-testid="end-link">${t("person.end")}</button>`
      }
      ${quietActs(app, someone)}
    </section>`;
  }

  /** @param {Person} someone */
  const number = ({ state, verified }) =>
    state === "linked" || state === "changed"
      ? html`<a class=${state === "changed" || verified === "link" ? "btn" : "btn second"} href=${`#/number/${id}`} data-testid="safety-number-link">${t("number.open")}</a>`
      : nothing;

  function render() {
    const someone = person();
    if (!someone)
      return html`<main class="column" id="main">${headBack(app, "/people")}<h1>${t("error.not-found")}</h1></main>`;
    const { name, state, verified } = someone;
    return html`<main class="column" id="main">
      ${headBack(app, "/people")}
      <h1 dir="auto">${name}</h1>
      <p class="soft lead">${linkWords(someone)}</p>
      ${state === "changed" ? html`<p class="notice" role="alert" data-testid="changed">${t("person.changed", { name })}</p>` : nothing}
      ${state === "linked" && verified === "link" ? html`<p>${t("person.byLink", { name })}</p>` : nothing}
      ${number(someone)}
      ${state === "linked" ? awayNotice(boundary, name) : nothing}
      ${state === "closed" ? html`<p>${t("person.closed", { name })}</p>` : sees(someone)}
      ${state === "linked" ? html`<div class="group">${boundaryShown(app, boundary, name)}</div>` : nothing}
      ${ways(someone)}
    </main>`;
  }

  return {
    isNear: () => true,
    render,
    changed: async () => {
      [people, entries, series, receipts, boundary] = await gather();
      app.draw();
    },
  };
};
