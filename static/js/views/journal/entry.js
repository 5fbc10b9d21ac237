/** One's own entry: to read, to change, to share deliberately and to stop sharing, to delete with a way back. */

import { html, nothing } from "lit-html";
import { phaseLabel } from "../../components/controls.js";
import { prose } from "../../components/prose.js";
import { each, inCard } from "../../components/rows.js";
import { addDays, dayOf, dayWords, msOf, whenWords } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { scoreShown } from "../measures/score-shown.js";
import { answersShown } from "../shared/beside.js";
import { ifEmpty } from "../shared/coming.js";
import { comments } from "../shared/comments.js";
import { content } from "../shared/content.js";
import { headBack } from "../shared/frame.js";
import { placeWords } from "../shared/place.js";
import { scoreName } from "../shared/score-names.js";
import { badges } from "../shared/share-badge.js";
import { confirmStop } from "../sharing/confirm-stop.js";
import { readersOf, shareEntry } from "../sharing/share-act.js";
import { AnswerOnce } from "./answer-once.js";

/** @import { Entry } from "../../domain/entries.js" */
/** @import { HeldBack, Share } from "../../domain/sharing.js" */
/** @import { OpenScreen, App } from "../shared/types.js" */

/** @type {OpenScreen} */
export default async (app, { rest, query }) => {
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

  const answering = new AnswerOnce(app, refresh);
  await answering.begin(entry.comments);

  async function remove() {
    await vault.deleteEntry({ id });
    app.back("/journal");
    const run = async (/** @type {App} */ { go }) => {
      await vault.restoreEntry({ id });
      go(`/entry/${id}`);
    };
    app.say({ text: t("entry.deleted"), action: t("do.undo"), run });
  }

  const isLinked = (/** @type {string|null} */ who) =>
    people.some((one) => one.id === who && one.state === "linked");

  const readers = () => readersOf(people).length;

  /** @param {string} [wanted] contact id: it was held back for this person, and is asked again */
  async function share(wanted) {
    const showing = { dosings, beside, ...(score && { give: score.give }) };
    if (await shareEntry(app, entry, people, showing, wanted)) await refresh();
  }

  /** @param {HeldBack} held */
  async function leave({ person }) {
    await vault.unshare({ id, person });
    app.say(t("sharing.left"));
    await refresh();
  }

  async function tie() {
    const { tieSheet } = await import("../threads/thread-sheet.js");
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
        ${prompt ? html`<p class="question soft" dir="auto">${prompt.text}</p>` : nothing}
        <p class="soft small">${times(entry)}</p>
        <p class="soft small" data-testid="badge">${badges(summary).join(" · ")}</p>
        ${
          summary.kind === "entry"
            ? html`${text ? prose(text) : nothing}${answersShown(answers, beside)}`
            : score?.shown
        }
      </article>
      ${sharing(app, entry, readers(), { share, stop, leave })} ${comments(entry.comments, (comment) => answering.below(comment, isLinked(comment.author)))}
      <div class="line after">
        <button class="btn quiet edge-start" @click=${tie} data-testid="tie">${t("entry.tie")}</button>
        <a class="btn quiet" href=${`#/versions/${id}`} data-testid="versions">${t("entry.versions")}</a>
      </div>
      <div class="line apart after">
        <button class="btn care edge-start" @click=${remove} data-testid="delete">${t("entry.delete")}</button>
      </div>
    </main>`;
  }

  // The sheet stands over this screen once it is there.
  if (query.has("share")) setTimeout(() => share(query.get("share") ?? undefined));

  return {
    isNear: () => entry.summary.shares.length > 0,
    render,
    leave: () => answering.leave(),
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
 * @param {App} app
 * @param {Entry} entry
 * @param {number} readers
 * @param {{share: (wanted?: string) => void, stop: (share: Share) => void, leave: (held: HeldBack) => void}} acts
 */
function sharing(app, { summary: { shares, waits, kept } }, readers, { share, stop, leave }) {
  const older = shares.some(({ state }) => state === "older");
  const more = readers > shares.length ? "entry.shareMore" : "entry.shareOther";
  const label = older ? "entry.shareNew" : shares.length ? more : "entry.share";
  const button = html`<button class=${shares.length && !older ? "btn second" : "btn"} @click=${() => share()} data-testid="share">
    ${t(label)}
  </button>`;
  return html`<section class="sharing stack">
    ${shares.length + waits.length === 0 ? ifEmpty(app, html`<p>${t("entry.onlyYou")}</p>`) : nothing}
    ${each(
      shares,
      (reader) => html`<div class="line apart fill">
        <p data-testid="shared-with">${shareWords(reader)}</p>
        <button class="btn quiet edge-end" @click=${() => stop(reader)} data-testid="stop-sharing">${t("entry.stop")}</button>
      </div>`,
      inCard,
    )}
    ${each(waits, (held) => waiting(held, share, leave), inCard)}
    ${readers === 0 ? ifEmpty(app, html`<p class="soft small">${t("entry.nobody")}</p>`) : button}
    <p class="soft small" data-testid="kept">${t(kept === "device" ? "write.device" : "write.backedUp")}</p>
  </section>`;
}

/** @param {Share} share */
function shareWords({ name, state, part, until }) {
  const isPart = part !== null && state === "current";
  const said = isPart
    ? t("entry.part", { name, n: part.shown, of: part.of })
    : t(`entry.${state}`, { name });
  if (!until) return said;
  return html`${said} <span class="soft">${t("entry.until", { day: dayWords(addDays(dayOf(until), -1)) })}</span>`;
}

/** @param {HeldBack} held @param {(wanted: string) => void} share @param {(held: HeldBack) => void} leave */
function waiting(held, share, leave) {
  const { name, person, until } = held;
  const isAsked = msOf(until) <= Date.now();
  return html`<div class="stack fill" data-testid="held-back">
    <p>${isAsked ? t("entry.asks", { name }) : t("entry.waits", { name, when: whenWords(until) })}</p>
    <div class="line">
      ${isAsked ? html`<button class="btn second" @click=${() => share(person)} data-testid="look-again">${t("sharing.lookAgain")}</button>` : nothing}
      <button class=${isAsked ? "btn quiet" : "btn quiet edge-start"} @click=${() => leave(held)} data-testid="leave-private">${t("sharing.leave")}</button>
    </div>
  </div>`;
}
