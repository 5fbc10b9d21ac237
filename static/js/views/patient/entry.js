/** One's own entry: to read, to change, to share deliberately and to stop sharing, to delete with a way back. */

import { html, nothing } from "lit-html";
import { phaseLabel } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { dayOf, msOf, whenWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { answersShown } from "../beside.js";
import { comments } from "../comments.js";
import { content } from "../content.js";
import { explain } from "../explain.js";
import { headBack, lockAndHelp } from "../frame.js";
import { placeWords } from "../place.js";
import { scoreName } from "../score-names.js";
import { scoreShown } from "../score-shown.js";
import { confirmStop, shareSheet } from "./share-sheet.js";

/** @import { OpenScreen, App } from "../types.js" */
/** @import { Entry, Share } from "../../vault/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const id = rest[0] ?? "";
  let [entry, dosings, people, beside] = await Promise.all([
    vault.entry({ id }),
    vault.dosings(),
    vault.people(),
    content("beside"),
  ]);

  const score = entry.summary.kind === "entry" ? null : await scoreShown(vault, entry);

  async function refresh() {
    [entry, people] = await Promise.all([vault.entry({ id }), vault.people()]);
    app.draw();
  }

  async function remove() {
    await vault.deleteEntry({ id });
    app.back("/journal");
    const run = async () => {
      await vault.restoreEntry({ id });
      app.go(`/entry/${id}`);
    };
    app.say({ text: t("entry.deleted"), action: t("do.undo"), run });
  }

  const readers = () =>
    people.filter(({ state, role }) => state === "linked" && role === "therapist");

  async function share() {
    const given = await shareSheet(entry, readers(), dosings, beside, score?.given);
    if (!given) return;
    try {
      await vault.share({ id, ...given });
      app.say(t("share.done", { name: people.find((one) => one.id === given.person)?.name }));
      await refresh();
    } catch (error) {
      app.say(explain(error));
    }
  }

  async function tie() {
    const { tieSheet } = await import("./thread-sheet.js");
    await tieSheet(app, id, dosings);
  }

  /** @param {Share} reader */
  async function stop({ person, name }) {
    if (!(await confirmStop(name))) return;
    await vault.unshare({ id, person });
    app.say(t("entry.stopped", { name }));
    await refresh();
  }

  function render() {
    const { summary, title, text, prompt, answers } = entry;
    const edit = html`<a class="btn quiet edge-end" href=${`#/write?entry=${id}`} data-testid="edit">${t("entry.edit")}</a>`;
    return html`<main class="column reading" id="main">
      ${headBack(app, "/journal", summary.kind === "entry" ? edit : nothing)}
      <article>
        ${phaseLabel(summary.phase, placeWords(summary, dosings))}
        ${summary.conflictCopy ? html`<p class="notice quiet">${t("entry.copyNotice")}</p>` : nothing}
        <h1 dir="auto" class=${title || score ? "" : "unseen"}>${title || (score ? scoreName(summary.instrument) : summary.title)}</h1>
        ${prompt ? html`<p class="question soft">${prompt.text}</p>` : nothing}
        <p class="soft small">${times(entry)}</p>
        ${
          summary.kind === "entry"
            ? html`${text ? prose(text) : nothing}${answersShown(answers, beside)}`
            : score?.shown
        }
      </article>
      ${sharing(entry, readers().length, share, stop)} ${comments(entry.comments)}
      <div class="line after">
        <button class="btn quiet edge-start" @click=${tie} data-testid="tie">${t("entry.tie")}</button>
        <a class="btn quiet" href=${`#/versions/${id}`} data-testid="versions">${t("entry.versions")}</a>
      </div>
      <div class="line apart after">
        <button class="btn care edge-start" @click=${remove} data-testid="delete">${t("entry.delete")}</button>
        ${lockAndHelp(app)}
      </div>
    </main>`;
  }

  return {
    render,
    changed: async (items) => {
      if (items.includes(id)) await refresh().catch(() => {});
    },
  };
};

/** @param {Entry} entry */
function times({ summary: { happened, written } }) {
  const said = capital(whenWords(happened));
  const later =
    dayOf(written) !== dayOf(happened) || Math.abs(msOf(written) - msOf(happened)) > 3_600_000;
  return later ? `${said}. ${t("entry.writtenLater", { when: whenWords(written) })}` : said;
}

/**
 * @param {Entry} entry
 * @param {number} readers
 * @param {() => void} share
 * @param {(share: Share) => void} stop
 */
function sharing({ summary: { shares, kept } }, readers, share, stop) {
  const older = shares.some(({ state }) => state === "older");
  const label = older ? "entry.shareNew" : shares.length ? "entry.shareMore" : "entry.share";
  const button = html`<button class=${shares.length && !older ? "btn second" : "btn"} @click=${share} data-testid="share">
    ${t(label)}
  </button>`;
  return html`<section class="sharing stack">
    ${shares.length === 0 ? html`<p>${t("entry.onlyYou")}</p>` : nothing}
    ${shares.map(
      (reader) => html`<div class="line apart fill">
        <p data-testid="shared-with">${t(`entry.${reader.state}`, { name: reader.name })}</p>
        <button class="btn quiet edge-end" @click=${() => stop(reader)} data-testid="stop-sharing">${t("entry.stop")}</button>
      </div>`,
    )}
    ${readers === 0 ? html`<p class="soft small">${t("entry.nobody")}</p>` : readers > shares.length || older ? button : nothing}
    <p class="soft small" data-testid="kept">${t(kept === "device" ? "write.device" : "write.backedUp")}</p>
  </section>`;
}
