/** Today: what this day asks, and a blank page in one tap. A list of what is due that needs no notification. */

import { html, nothing } from "lit-html";
import { icon } from "../../components/controls.js";
import { offeredOn } from "../../domain/assignments.js";
import { coursesOf } from "../../domain/courses.js";
import { isSafety } from "../../domain/programme/pack.js";
import { asks, PROMPTS_A_DAY } from "../../domain/programme/schedule.js";
import { firstWords } from "../../domain/summaries.js";
import { dayOf, instant, longDay } from "../../ui/dates.js";
import { capital, t } from "../../ui/i18n.js";
import { setDusk } from "../../ui/look.js";
import { ifEmpty, isWhole } from "../shared/coming.js";
import { head, watching } from "../shared/frame.js";
import { packs } from "../shared/packs.js";
import { isTender } from "../shared/tender.js";
import { askedCard } from "./asked.js";
import { heading, isReflecting } from "./day.js";
import { cards, cardsAt } from "./today-cards.js";

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { EntrySummary } from "../../domain/entries.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { OpenScreen } from "../shared/types.js" */

/** Entries among which an answer or the last of a measure is looked for: a month of more than thirty a day. */
const LOOKED_AT = 1000;

/** @type {OpenScreen} */
export default async (app) => {
  const { vault } = app;
  let seen = await gather();

  async function gather() {
    const [all, entries, dosings, courses, skips, drafts, people, answers, given] =
      await Promise.all([
        packs(vault),
        vault.entries({ limit: LOOKED_AT }),
        vault.dosings(),
        vault.documents({ kind: "course" }),
        vault.documents({ kind: "skip" }),
        vault.drafts(),
        vault.people(),
        vault.answers(),
        vault.assignments(),
      ]);
    const course = coursesOf(courses).find(({ ended }) => ended === null);
    const facts = { dosings, entries, packs: course?.packs ?? [] };
    const offered = offeredOn(given, facts, instant());
    const seen = { entries, dosings, courses, skips, drafts, people, answers, offered };
    return { ...seen, all, cards: await cards(app, seen, instant()) };
  }

  function render() {
    const now = instant();
    const { all, entries, dosings, courses, skips, drafts, people, answers, offered } = seen;
    // What a day asks is known when all that was written is here.
    const isHere = isWhole(app);
    const cards = isHere ? seen.cards : [];
    const title = heading(dosings, now);
    const given = offered.prompts.slice(0, PROMPTS_A_DAY);
    const due = isHere ? asks({ packs: all, courses, dosings, entries, skips, now }) : [];
    const others = due
      .filter((one) => !isSafety(one))
      .filter(({ prompt: { id } }) => !given.some(({ prompt }) => prompt?.id === id))
      .slice(0, PROMPTS_A_DAY - given.length);
    const asked = [...due.filter(isSafety), ...others];
    const [first, ...rest] = asked.map((one, index) =>
      askedCard(app, one, index === 0 && (given.length === 0 || isSafety(one))),
    );
    setDusk(isTender(dosings));
    return html`<main class="column today" id="main">
      ${head(app, capital(longDay(dayOf(now))), t(title.id, title.values))}
      ${isHere && dosings.length && !first && given.length === 0 ? html`<p class="soft lead">${t("today.quiet")}</p>` : nothing}
      <ul class="rows cards">
        ${cardsAt(cards, "top")} ${first ?? nothing}
        ${dosings.length === 0 ? ifEmpty(app, firstDoseCard()) : nothing} ${blankPage()}
        ${cardsAt(cards, "due")}
        ${answers.map(({ name }) =>
          wayIn("#/people", t("today.answer", { name }), t("today.answerHint")),
        )}
        ${noteRows(entries, people)} ${draftRow(drafts)}
        ${rest} ${cardsAt(cards, "foot")}
      </ul>
      <p class="all-prompts">
        ${isReflecting(dosings, now) ? html`<a href="#/prompts?phase=reflection" data-testid="more-now">${t("today.moreNow")}</a>` : nothing}
        <a href="#/prompts" data-testid="all-prompts">${t("today.allPrompts")}</a>
      </p>
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

/** Near the top on every day: whoever wants to write has nothing to read first. */
function blankPage() {
  return html`<li>
    <a class="row card" href="#/write" data-testid="blank-page">
      ${icon("pen")}
      <span class="grow"><b>${t("today.blank")}</b><span class="soft small">${t("today.blankHint")}</span></span>
    </a>
  </li>`;
}

function firstDoseCard() {
  return html`<li class="card stack">
    <h2>${t("today.first")}</h2>
    <p class="soft">${t("today.firstHint")}</p>
    <a class="btn second" href="#/dosing/new" data-testid="add-dosing">${t("today.firstAdd")}</a>
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
      // Where several read it, the entry itself says whose it is.
      const name = shares.length > 1 ? undefined : (shares[0]?.name ?? someone?.name);
      const said = name ? t("today.note", { name }) : capital(t("entry.newComment"));
      return wayIn(`#/entry/${id}`, said, t("today.noteOn", { title }));
    });
}

/** @param {(EntryDraft & {savedAt: string})[]} drafts */
export function draftRow(drafts) {
  const draft = drafts.find(({ kind = "entry" }) => kind === "entry");
  if (!draft) return nothing;
  const words = draft.title || draft.text || draft.prompt?.text || "";
  return wayIn(`#/write?draft=${draft.id}`, t("today.draft"), firstWords(words, 80));
}
