/**
 * Write: the whole screen, the prompt above, the words below. Every second of typing is kept on the device as a draft; nothing
 * that arrives ever changes what stands in the editor.
 */

import { html, nothing } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { icon, phaseLabel } from "../../components/controls.js";
import { grow } from "../../components/prose.js";
import { bytesOf, divide, PAGE_BYTES, roomFor } from "../../domain/pages.js";
import { placeByDate } from "../../domain/phases.js";
import { Autosave } from "../../ui/autosave.js";
import { instant } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { t } from "../../ui/i18n.js";
import { setDusk } from "../../ui/look.js";
import { holdReload, keepStorage } from "../../ui/offline.js";
import { answersShown } from "../shared/beside.js";
import { content } from "../shared/content.js";
import { explain } from "../shared/explain.js";
import { watching } from "../shared/frame.js";
import { placeWords } from "../shared/place.js";
import { badges } from "../shared/share-badge.js";
import { isTender } from "../shared/tender.js";
import { offerUpdate, rememberedReader, shareRemembered } from "../sharing/share-act.js";
import { chooseBody, chooseChips, chooseMore, chooseScales } from "./write-beside.js";
import { beginning, keepEntry } from "./write-draft.js";
import {
  audienceLine,
  choices,
  keptWords,
  notKept,
  saveAsText,
  titleField,
  tool,
  typed,
} from "./write-parts.js";
import { choosePlace, chooseWhen } from "./write-sheets.js";

/** @import { Answer, EntrySummary } from "../../domain/entries.js" */
/** @import { Phase } from "../../domain/phases.js" */
/** @import { OpenScreen } from "../shared/types.js" */
/** @import { Choice } from "./write-parts.js" */

/** Sheets in which something is set beside the words, by the type of answer that comes of it. */
const BESIDE = { chips: chooseChips, scale: chooseScales, body: chooseBody };

/** What is said as the page fills. */
const ROOM = { near: "write.nearlyFull", full: "write.full" };

/** @type {OpenScreen} */
export default async (app, place) => {
  const { vault } = app;
  const [begun, dosings, beside] = await Promise.all([
    beginning(vault, place.query),
    vault.dosings(),
    content("beside"),
  ]);
  const { draft, entry, prompt } = begun;
  // A prompt that is private by default stays so, also where answers to its set are shared.
  const isPrivate = entry !== null || prompt?.private === true;
  const usual = isPrivate
    ? null
    : await rememberedReader(vault, draft.prompt?.pack, draft.happened);
  let reader = usual;
  let titled = draft.title !== "";
  let state = begun.kept ? t("write.device") : keptWords(entry);
  let failed = false;
  /** Why it could not become an entry: said until something changes, whatever becomes of the draft meanwhile. */
  let refused = "";
  let room = roomFor(saidIn());
  let touched = begun.kept;
  let changedElsewhere = false;
  let isUsual = !isTender(dosings);
  setDusk(!isUsual);
  const release = holdReload();
  const autosave = new Autosave(keep, report);

  async function keep() {
    draft.happened ??= instant();
    const { id, seen, apart } = await vault.saveDraft({ ...draft, ...whereOne() });
    const isNew = draft.id !== id;
    Object.assign(draft, { id, seen });
    if (apart) {
      draft.rev = null;
      app.say(t("write.apart"));
    }
    if (!isNew) return;
    // So that the way back from Help leads to these words; while one leaves, the address is already the next screen's.
    if (location.hash === `#${place.path}`) {
      history.replaceState(history.state, "", `#/write?draft=${id}`);
    }
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  function report(now, error) {
    const was = state;
    failed = now === "failed" || refused !== "";
    if (now === "failed") state = notKept(error);
    else if (now === "kept") state = refused || t("write.device");
    if (state !== was) announce(state);
    app.draw();
  }

  /** @param {Partial<typeof draft>} change */
  function set(change) {
    touched = true;
    refused = "";
    Object.assign(draft, change);
    const before = room;
    room = roomFor(saidIn());
    if (room !== before && room !== "room") announce(t(ROOM[room]));
    autosave.touch();
  }

  /** What of the draft takes room. */
  function saidIn() {
    const { title, text, answers, prompt } = draft;
    return { title, text, answers, prompt };
  }

  function isEmpty() {
    return !draft.answers?.length && draft.text.trim() === "" && draft.title.trim() === "";
  }

  /** @param {keyof typeof BESIDE} type */
  function setBeside(type) {
    const read = () => draft.answers ?? [];
    return BESIDE[type](
      { read, write: (/** @type {Answer[]} */ answers) => set({ answers }) },
      beside,
    );
  }

  /** Where the cursor stands, to go on there. */
  function whereOne() {
    const area = /** @type {HTMLTextAreaElement|null} */ (document.getElementById("words"));
    return area && { caret: area.selectionEnd, scroll: Math.round(scrollY) };
  }

  /** @param {Element|undefined} area once, when it is there */
  function goOn(area) {
    const { caret, scroll } = draft;
    if (!(area instanceof HTMLTextAreaElement) || caret === undefined) return;
    area.setSelectionRange(caret, caret);
    // After the screen's arrival, which begins at the top.
    requestAnimationFrame(() => scrollTo(0, scroll ?? 0));
  }

  async function done() {
    try {
      if (isEmpty()) return await leaveEmpty();
      if (entry && !touched) return app.back(`/entry/${entry.summary.id}`);
      if (room === "full") return document.getElementById("divide")?.focus();
      // First what runs comes to its end: a draft must not arrive after the entry that it became.
      await autosave.flush();
      draft.happened ??= instant();
      const { saved, isAll } = await keepEntry(vault, draft);
      const { id } = saved;
      if (isAll) forget();
      keepStorage();
      app.say(t("write.kept"));
      await shared(saved);
      if (place.query.has("entry")) app.back(`/entry/${id}`);
      else app.go(`/entry/${id}`, true);
    } catch (error) {
      notDone(error);
    }
  }

  /** As a draft it may be kept all the same; what is said stays that it is no entry. @param {unknown} error */
  function notDone(error) {
    report("failed", error);
    refused = state;
    autosave.touch();
  }

  /** Every word, in as few entries as hold them. */
  async function divided() {
    try {
      await autosave.flush();
      const { id: _id, rev: _rev, answers: _answers, text: _text, ...alike } = draft;
      const [first = "", ...rest] = divide(
        draft.text,
        PAGE_BYTES - bytesOf({ ...saidIn(), text: "" }),
      );
      const happened = draft.happened ?? instant();
      const saved = [];
      // The draft goes with the first part, so that it is kept last: whatever comes between takes no word.
      for (const text of rest.reverse())
        saved.push(await vault.saveEntry({ ...alike, happened, text }));
      saved.push(await vault.saveEntry({ ...draft, happened, text: first }));
      forget();
      app.say(t("write.divided", { n: saved.length }));
      for (const one of saved) await shared(one);
      app.go("/journal", true);
    } catch (error) {
      notDone(error);
    }
  }

  /** The words are kept: whatever becomes of sharing them. @param {EntrySummary} saved */
  async function shared(saved) {
    try {
      if (reader) await shareRemembered(app, saved.id, reader);
      else if (entry) await offerUpdate(app, saved);
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** Who will see it, said before it is so, and left with one tap. */
  function audience() {
    if (entry || !usual)
      return audienceLine(entry ? badges(entry.summary).join(" · ") : t("badge.onlyMe"));
    const { name, held } = usual;
    const said = held ? t("sharing.willWait", { name, when: held }) : t("sharing.will", { name });
    return audienceLine(reader ? said : t("badge.onlyMe"), {
      label: reader ? t("badge.onlyMe") : t("sharing.afterAll", { name }),
      act: () => {
        reader = reader ? null : usual;
        app.draw();
      },
    });
  }

  /** What is on the page is kept elsewhere, or nothing: leaving makes no draft of it any more. */
  function forget() {
    autosave.stop();
    touched = false;
  }

  async function leaveEmpty() {
    forget();
    const { id, seen } = draft;
    if (id && !entry) await vault.discardDraft({ id, ...(seen && { seen }) });
    app.back("/");
  }

  /** @param {Choice} choice */
  async function choose(choice) {
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("words"));
    area.value = area.value ? `${area.value}\n${choice.text}` : choice.text;
    set({ text: area.value });
    if (choice.opens !== "help") return area.focus();
    await autosave.flush();
    app.say(t("write.helpNext"));
    app.go("/help");
  }

  async function when() {
    const moment = await chooseWhen(draft.happened ?? instant());
    if (moment) set({ happened: moment });
  }

  async function belongs() {
    const chosen = await choosePlace(draft, dosings, byDate());
    if (chosen) set(chosen);
  }

  function byDate() {
    return placeByDate(dosings, draft.happened ?? instant(), prompt?.phase ?? null);
  }

  function placed() {
    const phase = /** @type {Phase|null} */ (draft.phase ?? prompt?.phase ?? null);
    const happened = draft.happened ?? instant();
    const found = placeByDate(dosings, happened, phase);
    return { ...found, dosing: draft.dosing ?? found.dosing, happened };
  }

  async function more() {
    /** @type {[name: string, label: string, act: () => unknown][]} */
    const ways = [
      ["when", t("write.tool.when"), when],
      ["place", t("write.tool.phase"), belongs],
      ["title", t("write.tool.title"), showTitle],
    ];
    if (!isUsual) ways.push(...tools(), ["usual", t("write.tool.usual"), beUsual]);
    ways.push(["lock", t("do.lock"), app.lock]);
    const chosen = await chooseMore(ways.map(([name, label]) => [name, label, icon(name)]));
    ways.find(([name]) => name === chosen)?.[2]();
  }

  /** @returns {[name: string, label: string, act: () => unknown][]} what can be set beside the words */
  function tools() {
    return [
      ["feelings", t("write.tool.feelings"), () => setBeside("chips")],
      ["scales", t("write.tool.scales"), () => setBeside("scale")],
      ["body", t("write.tool.body"), () => setBeside("body")],
    ];
  }

  function beUsual() {
    isUsual = true;
    setDusk(false);
    app.draw();
  }

  function showTitle() {
    titled = true;
    app.draw();
    document.getElementById("entry-title")?.focus();
  }

  /** @param {Answer} answer */
  function edit({ type, question }) {
    if (!(type in BESIDE)) return nothing;
    const change = () => setBeside(/** @type {keyof typeof BESIDE} */ (type));
    return html`<button class="btn bare" @click=${change} aria-label=${t("beside.changeWhat", { question })}>
      ${t("beside.change")}
    </button>`;
  }

  // Browsers write what stands in fields into their own session files, in the clear, unless they are told not to: Firefox by
  // the field itself, Chromium by a text area's form. Hence `autocomplete="off"` on every field and form, and the form `page`.
  function render() {
    const where = placed();
    return html`<div class="editor">
      <header class="line apart" data-bar="head">
        <button
          class="btn bare edge-start"
          @click=${() => app.back("/")}
          aria-label=${t("write.close")}
          data-testid="close-editor"
        >
          ${icon("back")}
        </button>
        <p class=${failed ? "small wrong" : "soft small"} data-testid="state">${state}</p>
        <button class="btn quiet edge-end" @click=${done} data-testid="done">${t("write.done")}</button>
      </header>
      <main id="main">
        <h1 class="unseen">${t("today.write")}</h1>
        <form id="page" autocomplete="off"></form>
        ${
          room === "room"
            ? nothing
            : html`<div class="notice quiet" data-testid="room">
                <p>${t(ROOM[room])}</p>
                ${room === "full" ? html`<button id="divide" class="btn second" @click=${divided} data-testid="divide">${t("write.divide")}</button>` : nothing}
              </div>`
        }
        ${changedElsewhere ? html`<p class="notice quiet">${t("write.changed")}</p>` : nothing}
        ${
          failed
            ? html`<p><button class="btn second" @click=${() => saveAsText(draft)}>${t("write.saveText")}</button></p>`
            : nothing
        }
        <button class="place" @click=${belongs} data-testid="place">
          ${phaseLabel(where.phase, placeWords(where, dosings))}
        </button>
        ${audience()}
        ${draft.prompt ? html`<p class="question soft" id="prompt">${draft.prompt.text}</p>` : nothing}
        ${prompt?.choices ? choices(prompt.choices, choose) : nothing}
        ${titled ? titleField(draft.title, (title) => set({ title })) : nothing}
        <textarea
          id="words"
          form="page"
          autocomplete="off"
          class="words"
          data-testid="words"
          aria-label=${t("write.label")}
          aria-describedby=${draft.prompt ? "prompt" : nothing}
          placeholder=${prompt?.hint ?? t("write.begin")}
          autocapitalize="sentences"
          dir="auto"
          autofocus
          .value=${draft.text}
          @input=${(/** @type {InputEvent} */ event) => {
            grow(/** @type {HTMLTextAreaElement} */ (event.target));
            set({ text: typed(event) });
          }}
          ${ref(goOn)}
        ></textarea>
        ${answersShown(draft.answers ?? [], beside, edit)}
        ${watching()}
      </main>
      <footer data-bar="foot">
        <div class="tools">
          ${isUsual ? tools().map(([name, label, act]) => tool(name, label, act)) : nothing}
          ${tool("more", t("write.tool.more"), more)}
          <a class="tool" href="#/help" data-testid="help">${icon("help")}<span>${t("do.help")}</span></a>
        </div>
      </footer>
    </div>`;
  }

  return {
    full: true,
    render,
    leave: async () => {
      if (draft.id && touched) autosave.touch();
      const isKept = await autosave.flush();
      if (touched) vault.backUpDrafts().catch(() => {});
      return isKept;
    },
    close: release,
    changed: async (items) => {
      if (!entry || !items.includes(entry.summary.id)) return;
      const now = await vault.entry({ id: entry.summary.id });
      if (now.summary.rev === entry.summary.rev) return;
      changedElsewhere = true;
      announce(t("write.changed"));
      app.draw();
    },
  };
};
