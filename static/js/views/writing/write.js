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
import { Screen } from "../shared/screen.js";
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

/** @import { EntryDraft } from "../../domain/drafts.js" */
/** @import { Answer, EntrySummary } from "../../domain/entries.js" */
/** @import { Phase } from "../../domain/phases.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Beside } from "../shared/beside.js" */
/** @import { App, OpenScreen, VaultClient } from "../shared/types.js" */
/** @import { Place } from "../../ui/router.js" */
/** @import { Beginning } from "./write-draft.js" */
/** @import { Choice } from "./write-parts.js" */
/** @typedef {NonNullable<Awaited<ReturnType<typeof rememberedReader>>>} Reader */
/** @typedef {{begun: Beginning, dosings: Dosing[], beside: Beside, usual: Reader|null}} Gathered usual: who reads answers to this set */
/** @typedef {[name: string, label: string, act: () => unknown]} Way */

/** Sheets in which something is set beside the words, by the type of answer that comes of it. */
const BESIDE = { chips: chooseChips, scale: chooseScales, body: chooseBody };

/** What is said as the page fills. */
const ROOM = { near: "write.nearlyFull", full: "write.full" };

export class WriteScreen extends Screen {
  full = true;
  #place;
  #draft;
  #entry;
  #prompt;
  #dosings;
  #beside;
  #usual;
  #reader;
  #titled;
  #state;
  #failed = false;
  /** Why it could not become an entry: said until something changes, whatever becomes of the draft meanwhile. */
  #refused = "";
  #room;
  #touched;
  #changedElsewhere = false;
  #isUsual;
  #release = holdReload();
  #autosave = new Autosave(
    () => this.#keep(),
    (now, error) => this.#report(now, error),
  );

  /** @param {App} app @param {Place} place */
  static async open(app, place) {
    return new WriteScreen(app, place, await gathered(app.vault, place.query));
  }

  /** @param {App} app @param {Place} place @param {Gathered} gathered */
  constructor(app, place, { begun, dosings, beside, usual }) {
    super(app);
    this.#place = place;
    this.#draft = begun.draft;
    this.#entry = begun.entry;
    this.#prompt = begun.prompt;
    this.#dosings = dosings;
    this.#beside = beside;
    this.#usual = usual;
    this.#reader = usual;
    this.#titled = begun.draft.title !== "";
    this.#state = begun.kept ? t("write.device") : keptWords(begun.entry);
    this.#room = roomFor(this.#saidIn());
    this.#touched = begun.kept;
    this.#isUsual = !isTender(dosings);
    setDusk(!this.#isUsual);
  }

  async #keep() {
    const draft = this.#draft;
    draft.happened ??= instant();
    const { id, seen, apart } = await this.vault.saveDraft({ ...draft, ...caret() });
    const isNew = draft.id !== id;
    Object.assign(draft, { id, seen });
    if (apart) {
      draft.rev = null;
      this.say(t("write.apart"));
    }
    if (isNew) this.#leadBack(id);
  }

  /** So that the way back from Help leads to these words; while one leaves, the address is already the next screen's. @param {string} id */
  #leadBack(id) {
    if (location.hash !== `#${this.#place.path}`) return;
    history.replaceState(history.state, "", `#/write?draft=${id}`);
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  #report(now, error) {
    const was = this.#state;
    this.#failed = now === "failed" || this.#refused !== "";
    if (now === "failed") this.#state = notKept(error);
    else if (now === "kept") this.#state = this.#refused || t("write.device");
    if (this.#state !== was) announce(this.#state);
    this.draw();
  }

  /** Something was typed or chosen. @param {Partial<EntryDraft>} change */
  set(change) {
    this.#touched = true;
    this.#refused = "";
    Object.assign(this.#draft, change);
    const before = this.#room;
    this.#room = roomFor(this.#saidIn());
    if (this.#room !== before && this.#room !== "room") announce(t(ROOM[this.#room]));
    this.#autosave.touch();
  }

  /** What of the draft takes room. */
  #saidIn() {
    const { title, text, answers, prompt } = this.#draft;
    return { title, text, answers, prompt };
  }

  #isEmpty() {
    const { answers, text, title } = this.#draft;
    return !answers?.length && text.trim() === "" && title.trim() === "";
  }

  /** @param {keyof typeof BESIDE} type */
  #setBeside(type) {
    const read = () => this.#draft.answers ?? [];
    const write = (/** @type {Answer[]} */ answers) => this.set({ answers });
    return BESIDE[type]({ read, write }, this.#beside);
  }

  /** @param {Element|undefined} area once, when it is there */
  #goOn = (area) => {
    const { caret, scroll } = this.#draft;
    if (!(area instanceof HTMLTextAreaElement) || caret === undefined) return;
    area.setSelectionRange(caret, caret);
    // After the screen's arrival, which begins at the top.
    requestAnimationFrame(() => scrollTo(0, scroll ?? 0));
  };

  /** The words become an entry, and one leaves for it. */
  async done() {
    try {
      const entry = this.#entry;
      if (this.#isEmpty()) return await this.#leaveEmpty();
      if (entry && !this.#touched) return this.app.back(`/entry/${entry.summary.id}`);
      if (this.#room === "full") return document.getElementById("divide")?.focus();
      await this.#become();
    } catch (error) {
      this.#notDone(error);
    }
  }

  async #become() {
    // First what runs comes to its end: a draft must not arrive after the entry that it became.
    await this.#autosave.flush();
    this.#draft.happened ??= instant();
    const { saved, isAll } = await keepEntry(this.vault, this.#draft);
    if (isAll) this.#forget();
    keepStorage();
    this.say(t("write.kept"));
    await this.#share(saved);
    if (this.#place.query.has("entry")) this.app.back(`/entry/${saved.id}`);
    else this.app.go(`/entry/${saved.id}`, true);
  }

  /** As a draft it may be kept all the same; what is said stays that it is no entry. @param {unknown} error */
  #notDone(error) {
    this.#report("failed", error);
    this.#refused = this.#state;
    this.#autosave.touch();
  }

  /** Every word, in as few entries as hold them. */
  async divide() {
    try {
      await this.#autosave.flush();
      const saved = await this.#saveDivided();
      this.#forget();
      this.say(t("write.divided", { n: saved.length }));
      for (const one of saved) await this.#share(one);
      this.app.go("/journal", true);
    } catch (error) {
      this.#notDone(error);
    }
  }

  /** @returns {Promise<EntrySummary[]>} */
  async #saveDivided() {
    const { id: _id, rev: _rev, answers: _answers, text, ...alike } = this.#draft;
    const room = PAGE_BYTES - bytesOf({ ...this.#saidIn(), text: "" });
    const [first = "", ...rest] = divide(text, room);
    const happened = this.#draft.happened ?? instant();
    const saved = [];
    // The draft goes with the first part, so that it is kept last: whatever comes between takes no word.
    for (const part of rest.reverse())
      saved.push(await this.vault.saveEntry({ ...alike, happened, text: part }));
    saved.push(await this.vault.saveEntry({ ...this.#draft, happened, text: first }));
    return saved;
  }

  /** The words are kept: whatever becomes of sharing them. @param {EntrySummary} saved */
  async #share(saved) {
    try {
      if (this.#reader) await shareRemembered(this.app, saved.id, this.#reader);
      else if (this.#entry) await offerUpdate(this.app, saved);
    } catch (error) {
      this.say(explain(error));
    }
  }

  /** Who will see it, said before it is so, and left with one tap. */
  #audience() {
    const [entry, usual] = [this.#entry, this.#usual];
    if (entry || !usual)
      return audienceLine(entry ? badges(entry.summary).join(" · ") : t("badge.onlyMe"));
    const { name, held } = usual;
    const said = held ? t("sharing.willWait", { name, when: held }) : t("sharing.will", { name });
    return audienceLine(this.#reader ? said : t("badge.onlyMe"), {
      label: this.#reader ? t("badge.onlyMe") : t("sharing.afterAll", { name }),
      act: () => {
        this.#reader = this.#reader ? null : usual;
        this.draw();
      },
    });
  }

  /** What is on the page is kept elsewhere, or nothing: leaving makes no draft of it any more. */
  #forget() {
    this.#touched = false;
    return this.#autosave.stop();
  }

  async #leaveEmpty() {
    await this.#forget();
    const { id, seen } = this.#draft;
    if (id && !this.#entry) await this.vault.discardDraft({ id, ...(seen && { seen }) });
    this.app.back("/");
  }

  /** @param {Choice} choice */
  #choose = async (choice) => {
    const area = wordsField();
    if (!area) return;
    area.value = area.value ? `${area.value}\n${choice.text}` : choice.text;
    this.set({ text: area.value });
    if (choice.opens !== "help") return area.focus();
    await this.#autosave.flush();
    this.say(t("write.helpNext"));
    this.app.go("/help");
  };

  #chooseMoment = async () => {
    const moment = await chooseWhen(this.#draft.happened ?? instant());
    if (moment) this.set({ happened: moment });
  };

  #choosePlace = async () => {
    const { happened } = this.#draft;
    const byDate = placeByDate(this.#dosings, happened ?? instant(), this.#prompt?.phase ?? null);
    const chosen = await choosePlace(this.#draft, this.#dosings, byDate);
    if (chosen) this.set(chosen);
  };

  #placed() {
    const draft = this.#draft;
    const phase = /** @type {Phase|null} */ (draft.phase ?? this.#prompt?.phase ?? null);
    const happened = draft.happened ?? instant();
    const found = placeByDate(this.#dosings, happened, phase);
    return { ...found, dosing: draft.dosing ?? found.dosing, happened };
  }

  #more = async () => {
    /** @type {Way[]} */
    const ways = [
      ["when", t("write.tool.when"), this.#chooseMoment],
      ["place", t("write.tool.phase"), this.#choosePlace],
      ["title", t("write.tool.title"), this.#showTitle],
    ];
    if (!this.#isUsual)
      ways.push(...this.#tools(), ["usual", t("write.tool.usual"), this.#beUsual]);
    ways.push(["lock", t("do.lock"), this.app.lock]);
    const chosen = await chooseMore(ways.map(([name, label]) => [name, label, icon(name)]));
    ways.find(([name]) => name === chosen)?.[2]();
  };

  /** @returns {Way[]} what can be set beside the words */
  #tools() {
    return [
      ["feelings", t("write.tool.feelings"), () => this.#setBeside("chips")],
      ["scales", t("write.tool.scales"), () => this.#setBeside("scale")],
      ["body", t("write.tool.body"), () => this.#setBeside("body")],
    ];
  }

  #beUsual = () => {
    this.#isUsual = true;
    setDusk(false);
    this.draw();
  };

  #showTitle = () => {
    this.#titled = true;
    this.draw();
    document.getElementById("entry-title")?.focus();
  };

  /** @param {Answer} answer */
  #edit = ({ type, question }) => {
    if (!(type in BESIDE)) return nothing;
    const change = () => this.#setBeside(/** @type {keyof typeof BESIDE} */ (type));
    return html`<button class="btn bare" @click=${change} aria-label=${t("beside.changeWhat", { question })}>
      ${t("beside.change")}
    </button>`;
  };

  // Browsers write what stands in fields into their own session files, in the clear, unless they are told not to: Firefox by
  // the field itself, Chromium by a text area's form. Hence `autocomplete="off"` on every field and form, and the form `page`.
  render() {
    const where = this.#placed();
    const { prompt, title, answers = [] } = this.#draft;
    return html`<div class="editor">
      ${this.#header()}
      <main id="main">
        <h1 class="unseen">${t("today.write")}</h1>
        <form id="page" autocomplete="off"></form>
        ${this.#notices()}
        <button class="place" @click=${this.#choosePlace} data-testid="place">
          ${phaseLabel(where.phase, placeWords(where, this.#dosings))}
        </button>
        ${this.#audience()}
        ${prompt ? html`<p class="question soft" id="prompt">${prompt.text}</p>` : nothing}
        ${this.#prompt?.choices ? choices(this.#prompt.choices, this.#choose) : nothing}
        ${this.#titled ? titleField(title, (title) => this.set({ title })) : nothing}
        ${this.#words()}
        ${answersShown(answers, this.#beside, this.#edit)}
        ${watching()}
      </main>
      ${this.#foot()}
    </div>`;
  }

  #header() {
    return html`<header class="line apart" data-bar="head">
      <button
        class="btn bare edge-start"
        @click=${() => this.app.back("/")}
        aria-label=${t("write.close")}
        data-testid="close-editor"
      >
        ${icon("back")}
      </button>
      <p class=${this.#failed ? "small wrong" : "soft small"} data-testid="state">${this.#state}</p>
      <button class="btn quiet edge-end" @click=${() => this.done()} data-testid="done">${t("write.done")}</button>
    </header>`;
  }

  #notices() {
    const saves = () => saveAsText(this.#draft);
    return html`${this.#room === "room" ? nothing : this.#nearlyFull(this.#room)}
      ${this.#changedElsewhere ? html`<p class="notice quiet">${t("write.changed")}</p>` : nothing}
      ${this.#failed ? html`<p><button class="btn second" @click=${saves}>${t("write.saveText")}</button></p>` : nothing}`;
  }

  /** @param {keyof typeof ROOM} room */
  #nearlyFull(room) {
    return html`<div class="notice quiet" data-testid="room">
      <p>${t(ROOM[room])}</p>
      ${room === "full" ? html`<button id="divide" class="btn second" @click=${() => this.divide()} data-testid="divide">${t("write.divide")}</button>` : nothing}
    </div>`;
  }

  #words() {
    return html`<textarea
      id="words"
      form="page"
      autocomplete="off"
      class="words"
      data-testid="words"
      aria-label=${t("write.label")}
      aria-describedby=${this.#draft.prompt ? "prompt" : nothing}
      placeholder=${this.#prompt?.hint ?? t("write.begin")}
      autocapitalize="sentences"
      dir="auto"
      autofocus
      .value=${this.#draft.text}
      @input=${(/** @type {InputEvent} */ event) => {
        grow(/** @type {HTMLTextAreaElement} */ (event.target));
        this.set({ text: typed(event) });
      }}
      ${ref(this.#goOn)}
    ></textarea>`;
  }

  #foot() {
    return html`<footer data-bar="foot">
      <div class="tools">
        ${this.#isUsual ? this.#tools().map(([name, label, act]) => tool(name, label, act)) : nothing}
        ${tool("more", t("write.tool.more"), this.#more)}
        <a class="tool" href="#/help" data-testid="help">${icon("help")}<span>${t("do.help")}</span></a>
      </div>
    </footer>`;
  }

  async leave() {
    if (this.#draft.id && this.#touched) this.#autosave.touch();
    const isKept = await this.#autosave.flush();
    if (this.#touched) this.vault.backUpDrafts().catch(() => {});
    return isKept;
  }

  close() {
    this.#release();
  }

  /** @param {string[]} items */
  async changed(items) {
    const before = this.#entry?.summary;
    if (!before || !items.includes(before.id)) return;
    const now = await this.vault.entry({ id: before.id });
    if (now.summary.rev === before.rev) return;
    this.#changedElsewhere = true;
    announce(t("write.changed"));
    this.draw();
  }
}

/** @type {OpenScreen} */
export default (app, place) => WriteScreen.open(app, place);

/** @param {VaultClient} vault @param {URLSearchParams} query @returns {Promise<Gathered>} */
async function gathered(vault, query) {
  const [begun, dosings, beside] = await Promise.all([
    beginning(vault, query),
    vault.dosings(),
    content("beside"),
  ]);
  const { draft, entry, prompt } = begun;
  // A prompt that is private by default stays so, also where answers to its set are shared.
  const isPrivate = entry !== null || prompt?.private === true;
  const usual = isPrivate
    ? null
    : await rememberedReader(vault, draft.prompt?.pack, draft.happened);
  return { begun, dosings, beside, usual };
}

/** @returns {HTMLTextAreaElement|null} */
function wordsField() {
  return /** @type {HTMLTextAreaElement|null} */ (document.getElementById("words"));
}

/** Where the cursor stands, to go on there. */
function caret() {
  const area = wordsField();
  return area && { caret: area.selectionEnd, scroll: Math.round(scrollY) };
}
