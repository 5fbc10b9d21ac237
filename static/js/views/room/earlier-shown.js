/** What of an entry was shown before it was changed and shared anew, as far as its words are on this device. */

import { html, nothing } from "lit-html";
import { prose } from "../../components/prose.js";
import { each, inCard } from "../../components/rows.js";
import { whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { answersShown } from "../shared/beside.js";
import { content } from "../shared/content.js";

/** @import { Version } from "../../domain/entries.js" */
/** @import { App } from "../shared/types.js" */

/** @param {App} app @param {string} id of the entry */
export async function earlierShown({ vault, draw }, id) {
  const [all, beside] = await Promise.all([vault.versions({ id }), content("beside")]);
  const earlier = all.filter(({ current }) => !current);
  /** @type {Version[]} */
  let opened = [];

  /** Only when one looks for them. @param {Event} event */
  async function toggle({ target }) {
    if (!(/** @type {HTMLDetailsElement} */ (target).open) || opened.length) return;
    opened = await Promise.all(earlier.map(({ rev }) => vault.version({ id, rev })));
    draw();
  }

  /** @param {Version} version */
  const shown = ({ written, title, text, answers }) => html`<section class="stack">
    <h3>${t("pane.version", { when: whenWords(written) })}</h3>
    ${title ? html`<p dir="auto"><b>${title}</b></p>` : nothing}${text ? prose(text) : nothing}${answersShown(answers, beside)}
  </section>`;

  return {
    render: () =>
      earlier.length === 0
        ? nothing
        : html`<details class="as-table earlier" @toggle=${toggle} data-testid="earlier">
            <summary>${t("pane.versions")}</summary>
            ${each(opened, shown, inCard)}
          </details>`,
  };
}
