/** The safety number: twelve groups of five digits that both see, compared in the room. */

import { html, nothing } from "lit-html";
import { t } from "../../ui/i18n.js";
import { headBack } from "../frame.js";

/** @import { OpenScreen } from "../types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const id = rest[0] ?? "";
  const [groups, people] = await Promise.all([
    app.vault.safetyNumber({ person: id }),
    app.vault.people(),
  ]);
  const person = people.find((one) => one.id === id);
  const name = person?.name ?? "";
  let different = false;

  async function same() {
    await app.vault.markCompared({ person: id });
    app.say(t("number.marked"));
    app.back(`/person/${id}`);
  }

  function warn() {
    different = true;
    app.draw();
  }

  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, `/person/${id}`)}
      <h1>${t("number.title")}</h1>
      <p class="lead">${t("number.lead", { name })}</p>
      <ol class="card number code" data-testid="safety-number">
        ${groups.map((group) => html`<li>${group}</li>`)}
      </ol>
      ${person?.verified === "in_person" ? html`<p class="soft">${t("number.already")}</p>` : nothing}
      <div class="line after">
        <button class="btn" @click=${same} data-testid="number-same">${t("number.same")}</button>
        <button class="btn quiet" @click=${warn} data-testid="number-different">${t("number.different")}</button>
      </div>
      ${different ? html`<p class="notice" role="alert">${t("number.warn")}</p>` : nothing}
    </main>`,
  };
};
