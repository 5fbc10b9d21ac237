/** Today: what this day asks, and a blank page in one tap. A list of what is due that needs no notification. */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { dayOf, instant, longDay } from "../../ui/dates.js";
import { t } from "../../ui/i18n.js";
import { setDusk } from "../../ui/look.js";
import { promptPack } from "../content.js";
import { head, watching } from "../frame.js";
import { dosesAround } from "../place.js";
import { heading, promptsFor } from "./day.js";
import { cards, cardsAt } from "./today-cards.js";

/** @import { OpenScreen, App } from "../types.js" */
/** @import { Dosing, EntryDraft, EntrySummary, Person } from "../../vault/types.js" */
/** @import { Prompt } from "../content.js" */

/** Prompts passed over on a day; they come again by themselves on no other. @type {Set<string>} */
const passed = new Set();

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  const pack = await promptPack();
  let seen = await gather();

  async function gather() {
    const [entries, dosings, courses, skips, drafts, people, answers] = await Promise.all([
      vault.entries({ limit: 200 }),
      vault.dosings(),
      vault.documents({ kind: "course" }),
      vault.documents({ kind: "skip" }),
      vault.drafts(),
      vault.people(),
      vault.answers(),
    ]);
    const seen = { entries, dosings, courses, skips, drafts, people, answers };
    return { ...seen, cards: await cards(app, seen, instant()) };
  }

  /** @param {Prompt} prompt */
  function pass(prompt) {
    passed.add(prompt.id);
    app.draw();
  }

  function render() {
    const now = instant();
    const { entries, dosings, drafts, people, answers, cards } = seen;
    const title = heading(dosings, now);
    const [first, ...others] = promptsFor(pack, dosings, entries, now, passed);
    setDusk(isTender(dosings));
    return html`<main class="column today" id="main">
      ${head(app, longDay(dayOf(now)), t(title.id, title.values))}
      ${dosings.length && !first ? html`<p class="soft lead">${t("today.quiet")}</p>` : nothing}
      <ul class="rows cards">
        ${cardsAt(cards, "top")}
        ${first ? promptCard(first, () => pass(first)) : nothing}
        ${cardsAt(cards, "due")} ${dosings.length === 0 ? firstDoseCard() : nothing}
        ${answers.map(({ name }) =>
          wayIn("#/people", t("today.answer", { name }), t("today.answerHint")),
        )}
        ${noteRows(entries, people)} ${draftRow(drafts)}
        ${others.map((prompt) => promptRow(prompt))} ${cardsAt(cards, "foot")}
        <li>
          <a class="row card" href="#/write" data-testid="blank-page">
            ${icon("pen")}
            <span class="grow"
              ><b>${t("today.blank")}</b><span class="soft small">${t("today.blankHint")}</span></span
            >
          </a>
        </li>
      </ul>
      <p class="all-prompts"><a href="#/prompts" data-testid="all-prompts">${t("today.allPrompts")}</a></p>
      ${watching()}
    </main>`;
  }

  return {
    title: t("nav.today"),
    render,
    changed: async () => {
      seen = await gather();
      app.draw();
    },
  };
};

/** From a dose until the next morning: dark is then the default. @param {Dosing[]} dosings */
function isTender(dosings) {
  const now = instant();
  const { last } = dosesAround(dosings, now);
  if (!last || last.state === "planned") return false;
  const today = dayOf(now);
  const nextMorning = dayOf(last.happened) < today && new Date().getHours() >= 6;
  return Date.now() - Date.parse(last.happened.at) < 24 * 3_600_000 && !nextMorning;
}

/** @param {Prompt} prompt @param {() => void} pass */
function promptCard(prompt, pass) {
  return html`<li class="card" data-testid=${`prompt-${prompt.id}`}>
    ${phaseLabel(prompt.phase, t(`phase.${prompt.phase}`))}
    <p class="question">${prompt.text}</p>
    <p class="soft small">${prompt.hint}</p>
    <div class="line">
      <a class="btn" href=${`#/write?prompt=${prompt.id}`} data-testid="write">${t("today.write")}</a>
      <button class="btn quiet" @click=${pass} data-testid="not-today">${t("today.pass")}</button>
    </div>
  </li>`;
}

/** @param {Prompt} prompt */
function promptRow(prompt) {
  return html`<li>
    <a class="row card" href=${`#/write?prompt=${prompt.id}`} data-testid=${`prompt-${prompt.id}`}>
      <span class="grow">
        ${phaseLabel(prompt.phase, t(`phase.${prompt.phase}`))}
        <span class="asked">${prompt.text}</span>
      </span>
      ${icon("forward")}
    </a>
  </li>`;
}

function firstDoseCard() {
  return html`<li class="card stack">
    <h2>${t("today.first")}</h2>
    <p class="soft">${t("today.firstHint")}</p>
    <a class="btn" href="#/dosing/new" data-testid="add-dosing">${t("today.firstAdd")}</a>
  </li>`;
}

/** @param {string} href @param {string} title @param {string} about */
function wayIn(href, title, about) {
  return html`<li>
    <a class="row card" href=${href}>
      <span class="grow"><b>${title}</b><span class="soft small">${about}</span></span>
      ${icon("forward")}
    </a>
  </li>`;
}

/** @param {EntrySummary[]} entries @param {Person[]} people */
function noteRows(entries, people) {
  const someone = people.find(({ unread }) => unread > 0) ?? people[0];
  return entries
    .filter(({ unreadComment }) => unreadComment)
    .map(({ id, title, shares }) => {
      const name = shares[0]?.name ?? someone?.name ?? "";
      return wayIn(`#/entry/${id}`, t("today.note", { name }), t("today.noteOn", { title }));
    });
}

/** @param {(EntryDraft & {savedAt: string})[]} drafts */
function draftRow(drafts) {
  const draft = drafts[0];
  if (!draft) return nothing;
  const words = draft.title || draft.text || draft.prompt?.text || "";
  return wayIn(`#/write?draft=${draft.id}`, t("today.draft"), words.slice(0, 80));
}
