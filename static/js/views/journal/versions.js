/** Earlier versions of an entry: to be read, and to be made the newest again. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { each } from "../../components/rows.js";
import { whenWords } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";
import { headBack } from "../shared/frame.js";

/** @import { Version, VersionSummary } from "../../domain/entries.js" */
/** @import { App, OpenScreen, Screen } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const [id = "", rev] = rest;
  const versions = await app.vault.versions({ id });
  const chosen = versions.find((one) => one.rev === rev);
  if (!chosen) return list(app, id, versions);
  return reading(app, id, chosen, await app.vault.version({ id, rev: chosen.rev }));
};

/** @param {App} app @param {string} id @param {VersionSummary[]} first @returns {Screen} */
function list(app, id, first) {
  let versions = first;
  return {
    changed: async (items) => {
      if (!items.includes(id)) return;
      versions = await app.vault.versions({ id });
      app.draw();
    },
    render: () => html`<main class="column" id="main">
      ${headBack(app, `/entry/${id}`)}
      <h1>${t("versions.title")}</h1>
      <p class="soft lead">${t(versions.length > 1 ? "versions.lead" : "versions.only")}</p>
      <ol class="rows lined" reversed>
        ${each(
          versions,
          ({ rev, written, preview, title, current }) => html`<li>
            <a class="row" href=${current ? `#/entry/${id}` : `#/versions/${id}/${encodeURIComponent(rev)}`} data-testid="version">
              <span class="grow">
                <span class="preview" dir="auto">${preview || title || t("entry.untitled")}</span>
                <span class="soft small">${t("versions.written", { when: whenWords(written) })}${current ? html` · ${t("versions.now")}` : nothing}</span>
              </span>
              ${icon("forward")}
            </a>
          </li>`,
        )}
      </ol>
    </main>`,
  };
}

/** @param {App} app @param {string} id @param {VersionSummary} chosen @param {Version} version @returns {Promise<Screen>} */
async function reading(app, id, { current, rev }, version) {
  let { kept } = (await app.vault.entry({ id })).summary;

  async function restore() {
    try {
      await app.vault.restoreVersion({ id, rev });
      app.say(t("versions.restored"));
      app.go(`/entry/${id}`, true);
    } catch (error) {
      app.say(explain(error));
    }
  }

  return {
    changed: async (items) => {
      if (!items.includes(id)) return;
      ({ kept } = (await app.vault.entry({ id })).summary);
      app.draw();
    },
    render: () => html`<main class="column reading" id="main">
      ${headBack(app, `/versions/${id}`)}
      <article>
        <h1 dir="auto" class=${version.title ? "" : "unseen"}>${version.title || t("versions.title")}</h1>
        <p class="soft small">${t("versions.written", { when: whenWords(version.written) })}</p>
        ${version.prompt ? html`<p class="question soft" dir="auto">${version.prompt.text}</p>` : nothing}
        ${prose(version.text)}
      </article>
      ${current ? nothing : restoring(kept === "device", restore)}
    </main>`,
  };
}

/** @param {boolean} waits @param {() => void} restore */
function restoring(waits, restore) {
  return html`<div class="stack after">
    ${waits ? html`<p class="soft small">${t("versions.wait")}</p>` : nothing}
    <button class="btn" ?disabled=${waits} @click=${restore} data-testid="restore-version">${t("versions.restore")}</button>
  </div>`;
}
