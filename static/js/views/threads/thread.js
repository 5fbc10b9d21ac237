/** One thread: the line chosen before a dose, what came up, what was seen in it, one small act, how it went, what is taken to the next. */

import { html, nothing } from "lit-html";
import { field } from "../../components/controls.js";
import { fieldsForm, formFoot, select, textArea } from "../../components/fields.js";
import { each } from "../../components/rows.js";
import { linesOf, OUTCOMES, threadBody, threadOf } from "../../domain/threads.js";
import { dayOf, instant, msOf, shortDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { entryRow } from "../shared/entry-rows.js";
import { headBack, watching } from "../shared/frame.js";
import { KeptForm, leftOf, said } from "../shared/kept-form.js";
import { dosesAround, dosesByDate } from "../shared/place.js";

/** @import { Document } from "../../domain/documents.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Act, Outcome, Thread } from "../../domain/threads.js" */
/** @import { App, OpenScreen, Screen } from "../shared/types.js" */

/** The prompt that asks for a direction and a phrase. */
const DIRECTION = "P10";

/** @type {OpenScreen} */
export default async (app, { rest, query }) => {
  const name = `thread ${rest[0] ?? ""}`;
  const [documents, dosings, entries, left] = await Promise.all([
    app.vault.documents({ kind: "thread" }),
    app.vault.dosings(),
    app.vault.entries(),
    leftOf(app.vault, name),
  ]);
  const found = documents.find(({ id }) => id === rest[0]);
  const offered = found ? [] : await linesWritten(app, entries);
  const kept = threadOf(found ?? fresh(dosings, query));
  const thread = left ? { ...kept, ...read(left, kept, dosings) } : kept;
  return screen(app, { name, left, thread, documents, dosings, entries, offered });
};

/** @param {Dosing[]} dosings @param {URLSearchParams} query @returns {Document} not kept yet */
function fresh(dosings, query) {
  const now = instant();
  const next = dosesAround(dosings, now).next;
  const dosing = dosings.find(({ id }) => id === query.get("dosing")) ?? next;
  const body = { dosing: dosing?.id, course: dosing?.course, began: now, from: query.get("from") };
  return { id: "", kind: "thread", rev: "", written: now, kept: "device", body };
}

/** @param {App} app @param {EntrySummary[]} entries @returns {Promise<string[]>} lines of the newest answer to the prompt for a direction */
async function linesWritten({ vault }, entries) {
  const answer = entries.find(({ prompt }) => prompt === DIRECTION);
  return answer ? linesOf((await vault.entry({ id: answer.id })).text) : [];
}

/** @typedef {{name: string, left: FormData|null, thread: Thread, documents: Document[], dosings: Dosing[], entries: EntrySummary[], offered: string[]}} Given */

/** @param {App} app @param {Given} given @returns {Screen} */
function screen(app, { name, left, thread, documents, dosings, entries, offered }) {
  const form = new KeptForm(app, { name, left, save });

  /** @param {FormData} values */
  async function save(values) {
    const now = { ...thread, ...read(values, thread, dosings) };
    const { id, rev } = thread.document;
    const body = threadBody(now);
    thread = threadOf(
      await app.vault.saveDocument({ ...(id && { id, rev }), kind: "thread", body }),
    );
  }

  /** @param {Event} event */
  async function keep(event) {
    if (!(await form.submit(event))) return;
    app.say(t("thread.kept"));
    app.back("/thread");
  }

  async function remove() {
    await form.forget();
    await app.vault.deleteDocument({ id: thread.id });
    app.say(t("thread.deleted"));
    app.back("/thread");
  }

  /** @param {string} line */
  function take(line) {
    const input = /** @type {HTMLInputElement} */ (document.getElementById("field-intention"));
    input.value = line;
    form.touch();
    input.focus();
  }

  /** @param {string} entry */
  async function untie(entry) {
    thread = { ...thread, fragments: thread.fragments.filter((id) => id !== entry) };
    form.touch();
    if (await form.keep()) app.say(t("thread.untied"));
    app.draw();
  }

  return {
    leave: () => form.leave(t("thread.kept")),
    render: () => html`<main class="column" id="main">
      ${headBack(app, "/thread")}
      <h1>${t("thread.one")}</h1>
      ${linked(thread.from, documents, "thread.cameFrom")}
      ${fieldsForm(
        { submit: keep, touch: form.touch },
        html`${field({ name: "intention", label: t("thread.intention"), hint: t("thread.intentionHint"), value: thread.intention, optional: true, focus: thread.id === "" })}
        ${offered.length ? offers(offered, take) : nothing} ${doseField(dosings, thread.dosing)}
        ${thread.id ? steps(thread, entries, untie) : nothing}
        ${formFoot(form, html`<button class="btn" data-testid="save-thread">${t("thread.keep")}</button>`)}`,
      )}
      ${watching()} ${thread.id ? ends(thread, documents, remove) : nothing}
    </main>`,
  };
}

/** @param {string[]} lines @param {(line: string) => void} take */
function offers(lines, take) {
  return html`<div class="stack">
    <p class="soft small" id="offered">${t("thread.fromAnswer")}</p>
    <div class="chips" role="group" aria-labelledby="offered">
      ${lines.map((line) => html`<button type="button" class="chip" dir="auto" @click=${() => take(line)} data-testid="offered-line">${line}</button>`)}
    </div>
  </div>`;
}

/** @param {Dosing[]} dosings @param {string|null} chosen */
function doseField(dosings, chosen) {
  const doses = dosesByDate(dosings);
  const words = (/** @type {string} */ id) => {
    const dose = doses.find((one) => one.id === id);
    if (!dose) return t("thread.noDose");
    return t("write.doseOption", { n: dose.number, day: shortDay(dayOf(dose.happened)) });
  };
  const values = ["", ...doses.map(({ id }) => id)];
  return select({ name: "dosing", label: t("thread.dose"), values, chosen: chosen ?? "", words });
}

/** @param {Thread} thread @param {EntrySummary[]} entries @param {(entry: string) => void} untie */
function steps({ fragments, insight, act, next }, entries, untie) {
  const tied = entries
    .filter(({ id }) => fragments.includes(id))
    .sort((a, b) => msOf(a.happened) - msOf(b.happened));
  return html`<section class="stack fill">
      <h2>${t("thread.fragments")}</h2>
      ${tied.length ? nothing : html`<p class="soft small">${t("thread.noFragments")}</p>`}
      <ul class="rows lined">
        ${each(
          tied,
          (entry) => html`<li class="line">
            ${entryRow(entry)}
            <button type="button" class="btn quiet edge-end" @click=${() => untie(entry.id)}>${t("thread.untie")}</button>
          </li>`,
        )}
      </ul>
    </section>
    ${textArea({ name: "insight", label: t("thread.insight"), hint: t("thread.insightHint"), value: insight })}
    ${textArea({ name: "act", label: t("thread.act"), hint: t("thread.actHint"), value: act.what })}
    <div class="pair">
      ${field({ name: "when", label: t("thread.when"), type: "date", value: act.when ?? "", optional: true })}
      ${field({ name: "with", label: t("thread.with"), value: act.with, optional: true })}
    </div>
    ${select({ name: "outcome", label: t("thread.outcome"), values: ["open", ...OUTCOMES], chosen: act.outcome ?? "open", words: (value) => t(`thread.outcome.${value}`) })}
    ${textArea({ name: "said", label: t("thread.said"), value: act.said })}
    ${textArea({ name: "next", label: t("thread.next"), value: next })}`;
}

/** @param {Thread} thread @param {Document[]} documents @param {() => void} remove */
function ends({ id }, documents, remove) {
  const later = documents.find(({ body }) => body.from === id);
  return html`<div class="stack after">
    ${
      later
        ? linked(later.id, documents, "thread.goneOn")
        : html`<a class="btn second" href=${`#/thread/new?from=${id}`} data-testid="go-on">${t("thread.goOn")}</a>`
    }
    <button class="btn care edge-start" @click=${remove} data-testid="delete-thread">${t("thread.delete")}</button>
  </div>`;
}

/** @param {string|null} id @param {Document[]} documents @param {string} words */
function linked(id, documents, words) {
  const other = documents.find((one) => one.id === id);
  if (!other) return nothing;
  return html`<p class="soft small">${t(words)} <a href=${`#/thread/${other.id}`}>${threadOf(other).intention || t("thread.untitled")}</a></p>`;
}

/** @param {FormData} values @param {Thread} before @param {Dosing[]} dosings @returns {Partial<Thread>} */
function read(values, before, dosings) {
  const dose = dosings.find(({ id }) => id === said(values, "dosing"));
  const chosen = {
    intention: said(values, "intention"),
    dosing: dose?.id ?? null,
    course: dose ? dose.course : before.course,
  };
  if (!values.has("insight")) return chosen;
  const outcome = said(values, "outcome");
  /** @type {Act} */
  const act = {
    what: said(values, "act"),
    when: said(values, "when") || null,
    with: said(values, "with"),
    outcome: outcome === "open" ? null : /** @type {Outcome} */ (outcome),
    said: said(values, "said"),
  };
  return { ...chosen, insight: said(values, "insight"), act, next: said(values, "next") };
}
