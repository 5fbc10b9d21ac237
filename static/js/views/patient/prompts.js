/** All prompts, by phase: any of them can be taken at any time. */

import { html } from "lit-html";
import { icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { promptPack } from "../content.js";
import { headBack, watching } from "../frame.js";
import { phaseChips } from "../phase-chips.js";

/** @import { OpenScreen } from "../types.js" */
/** @import { Phase } from "../../vault/types.js" */

const PHASES = /** @type {Phase[]} */ (["preparation", "reflection", "integration"]);

/** @type {OpenScreen} */
export default async (app) => {
  const { prompts } = await promptPack();
  /** @type {Phase|null} */
  let chosen = null;
  /** @param {Phase|null} phase */
  const choose = (phase) => {
    chosen = phase;
    app.draw();
  };

  return {
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/")}
      <h1>${t("prompts.title")}</h1>
      <p class="soft lead">${t("prompts.lead")}</p>
      ${phaseChips(t("prompts.all"), chosen, choose)}
      ${PHASES.filter((phase) => !chosen || phase === chosen).map(
        (phase) => html`<section class="group">
          <h2 class="phase" data-phase=${phase}>${t(`phase.${phase}`)}</h2>
          <ul class="rows lined">
            ${prompts
              .filter((prompt) => prompt.phase === phase)
              .map(
                ({ id, topic, text }) => html`<li>
                  <a class="row" href=${`#/write?prompt=${id}`} data-testid=${`prompt-${id}`}>
                    <span class="grow"
                      ><span class="soft small">${topic}</span><span class="asked">${text}</span></span
                    >
                    ${icon("forward")}
                  </a>
                </li>`,
              )}
          </ul>
        </section>`,
      )}
      ${watching()}
    </main>`,
  };
};
