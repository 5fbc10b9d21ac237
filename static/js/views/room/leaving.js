/** Leaving a practice: what to do first, in which order, and then the end of all links, by a second deliberate step. */

import { html, nothing } from "lit-html";
import { openSheet } from "../../components/sheet.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";

/** @import { OpenScreen } from "../shared/types.js" */

const STEPS = ["tell", "away", "move", "keep", "end"];

/** @type {OpenScreen} */
export default async (app) => {
  const linked = async () =>
    (await app.vault.people()).filter(
      ({ role, state }) => role === "patient" && state !== "closed",
    );
  let people = await linked();

  async function endAll() {
    if (!(await confirmEnd(people.length))) return;
    try {
      // One by one: what has ended stays ended where the device is full in between.
      for (const { id } of people) await app.vault.closeLink({ person: id });
      app.say(t("leaving.ended"));
    } catch (error) {
      app.say(explain(error));
    }
    people = await linked();
    app.draw();
  }

  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/setup")}
      <h1>${t("leaving.title")}</h1>
      <p class="lead">${t("leaving.lead")}</p>
      <ol class="notes">
        ${STEPS.map((step) => html`<li><b>${t(`leaving.${step}`)}</b><span class="soft block">${t(`leaving.${step}Hint`)}</span></li>`)}
      </ol>
      <section class="group stack">
        <p data-testid="links-left">${t("leaving.links", { n: people.length })}</p>
        ${
          people.length
            ? html`<button class="btn care edge-start" @click=${endAll} data-testid="end-all">${t("leaving.do")}</button>`
            : nothing
        }
      </section>
    </main>`,
    changed: async () => {
      people = await linked();
      app.draw();
    },
  };
};

/** @param {number} n @returns {Promise<boolean|undefined>} the second step: a tick, and only then the button */
function confirmEnd(n) {
  let isSure = false;
  return openSheet(
    (/** @type {(answer?: boolean) => void} */ close, draw) => html`<div class="stack">
      <h2>${t("leaving.sure")}</h2>
      <p>${t("leaving.honest", { n })}</p>
      <label class="choice">
        <input
          type="checkbox"
          autocomplete="off"
          data-testid="told-all"
          @change=${(/** @type {Event} */ { target }) => {
            isSure = /** @type {HTMLInputElement} */ (target).checked;
            draw();
          }}
        />
        <span>${t("leaving.told")}</span>
      </label>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.cancel")}</button>
        <button class="btn care" ?disabled=${!isSure} @click=${() => close(true)} data-testid="confirm-end-all">${t("leaving.do")}</button>
      </div>
    </div>`,
    t("leaving.sure"),
  );
}
