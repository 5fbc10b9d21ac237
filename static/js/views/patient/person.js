/** One therapist: how one is linked, exactly what they can read, and the end of it. */

import { html, nothing } from "lit-html";
import { openSheet } from "../../components/sheet.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../explain.js";
import { headBack } from "../frame.js";
import { linkWords } from "../person-words.js";
import { entryRow } from "./entry-rows.js";

/** @import { OpenScreen } from "../types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const id = rest[0] ?? "";
  const gather = () => Promise.all([app.vault.people(), app.vault.entries()]);
  let [people, entries] = await gather();
  const person = () => people.find((one) => one.id === id);

  async function stopAll() {
    const { name = "" } = person() ?? {};
    if (!(await confirmStopAll(name))) return;
    try {
      await app.vault.closeLink({ person: id });
      app.say(t("person.stopped", { name }));
    } catch (error) {
      app.say(explain(error));
    }
  }

  function render() {
    const someone = person();
    if (!someone)
      return html`<main class="column" id="main">${headBack(app, "/people")}<h1>${t("error.not-found")}</h1></main>`;
    const { name, state, dosing } = someone;
    const shared = entries.filter(({ shares }) => shares.some((share) => share.person === id));
    return html`<main class="column" id="main">
      ${headBack(app, "/people")}
      <h1>${name}</h1>
      <p class="soft lead">${linkWords(someone)}</p>
      ${state === "linked" ? html`<a class="btn second" href=${`#/number/${id}`} data-testid="safety-number-link">${t("number.open")}</a>` : nothing}
      ${
        state === "closed"
          ? nothing
          : html`<section class="group">
            <h2>${t("person.sees", { name })}</h2>
            <p>${t(dosing ? "person.dosing" : "person.noDosing", { name })}</p>
            ${shared.length === 0 ? html`<p class="empty">${t("person.seesNothing")}</p>` : nothing}
            <ul class="rows lined">
              ${shared.map((entry) => html`<li>${entryRow(entry)}</li>`)}
            </ul>
            <button class="btn care edge-start after" @click=${stopAll} data-testid="stop-all">${t("person.stopAll")}</button>
          </section>`
      }
    </main>`;
  }

  return {
    render,
    changed: async () => {
      [people, entries] = await gather();
      app.draw();
    },
  };
};

/** @param {string} name @returns {Promise<boolean|undefined>} */
function confirmStopAll(name) {
  return openSheet(
    (/** @type {(answer?: boolean) => void} */ close) => html`<div>
      <h2>${t("person.stopAllTitle", { name })}</h2>
      <p>${t("person.stopAllHonest", { name })}</p>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn" @click=${() => close(true)} data-testid="confirm-stop-all">${t("person.stopAll")}</button>
      </div>
    </div>`,
    t("person.stopAllTitle", { name }),
  );
}
