/** All prompts: the sets of every course by phase, then those for some. Any of them can be taken at any time. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { t } from "../../ui/i18n.js";
import { headBack, watching } from "../shared/frame.js";
import { packs } from "../shared/packs.js";
import { phaseChips } from "../shared/phase-chips.js";

/** @import { Phase } from "../../domain/phases.js" */
/** @import { Pack, Prompt } from "../../domain/programme/pack.js" */
/** @import { OpenScreen } from "../shared/types.js" */

const PHASES = /** @type {Phase[]} */ (["preparation", "reflection", "integration"]);

/** @type {OpenScreen} */
export default async (app, { query }) => {
  const read = () => Promise.all([packs(app.vault), app.vault.packs()]);
  let [all, { refused }] = await read();
  /** @type {Phase|null} */
  let chosen = PHASES.find((phase) => phase === query.get("phase")) ?? null;
  /** @param {Phase|null} phase */
  const choose = (phase) => {
    chosen = phase;
    app.draw();
  };
  /** @param {Prompt[]|undefined} prompts @param {Phase} phase */
  const inPhase = (prompts = [], phase) => prompts.filter((prompt) => prompt.phase === phase);

  return {
    changed: async () => {
      [all, { refused }] = await read();
      app.draw();
    },
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/")}
      <h1>${t("prompts.title")}</h1>
      <p class="soft lead">${t("prompts.lead")}</p>
      ${refused.map(({ name, reason }) => html`<p class="notice" data-testid="refused">${t(`prompts.refused.${reason}`, { name })}</p>`)}
      ${phaseChips(t("prompts.all"), chosen, choose)}
      ${PHASES.filter((phase) => !chosen || phase === chosen).map(
        (phase) => html`<section class="group">
          <h2 class="phase" data-phase=${phase}>${t(`phase.${phase}`)}</h2>
          ${rows(inPhase(all[0]?.prompts, phase))}
        </section>`,
      )}
      ${chosen ? nothing : all.slice(1).map(packSection)} ${watching()}
    </main>`,
  };
};

/** @param {Pack} pack */
function packSection({ id, title, about, prompts }) {
  return html`<details class="group pack" data-testid=${`pack-${id}`}>
    <summary>
      <h2>${title}</h2>
      <span class="soft small">${about}</span>
    </summary>
    ${rows(prompts)}
  </details>`;
}

/** @param {Prompt[]} prompts */
function rows(prompts) {
  return html`<ul class="rows lined">
    ${prompts.map(
      ({ id, topic, text }) => html`<li>
        <a class="row" href=${`#/write?prompt=${id}`} data-testid=${`prompt-${id}`}>
          <span class="grow"
            ><span class="soft small">${topic}</span><span class="asked">${text}</span></span
          >
          ${icon("forward")}
        </a>
      </li>`,
    )}
  </ul>`;
}
