/**
 * Write: the whole screen, the prompt above, the words below. Every second of typing is kept on the device as a draft; nothing
 * that arrives ever changes what stands in the editor.
 */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { grow } from "../../components/prose.js";
import { placeByDate } from "../../model/phases.js";
import { Autosave } from "../../ui/autosave.js";
import { instant } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { joined, t } from "../../ui/i18n.js";
import { holdReload, keepStorage } from "../../ui/offline.js";
import { explain } from "../explain.js";
import { watching } from "../frame.js";
import { placeWords } from "../place.js";
import { beginning } from "./write-draft.js";
import { choosePlace, chooseWhen } from "./write-sheets.js";

/** @import { OpenScreen } from "../types.js" */
/** @import { Phase } from "../../vault/types.js" */

/** @type {OpenScreen} */
export default async (app, place) => {
  const { vault } = app;
  const [begun, dosings] = await Promise.all([beginning(vault, place.query), vault.dosings()]);
  const { draft, entry, prompt } = begun;
  let titled = draft.title !== "";
  let state = begun.kept ? t("write.device") : keptWords(entry);
  let failed = false;
  let touched = begun.kept;
  let changedElsewhere = false;
  const release = holdReload();
  const autosave = new Autosave(keep, report);

  async function keep() {
    draft.happened ??= instant();
    const { id } = await vault.saveDraft({ ...draft });
    if (draft.id) return;
    draft.id = id;
    // So that the way back from Help leads to these words; while one leaves, the address is already the next screen's.
    if (location.hash === `#${place.path}`) {
      history.replaceState(history.state, "", `#/write?draft=${id}`);
    }
  }

  /** @param {"typing"|"kept"|"failed"} now @param {unknown} [error] */
  function report(now, error) {
    const was = state;
    failed = now === "failed";
    if (now !== "typing") state = failed ? notKept(error) : t("write.device");
    if (state !== was) announce(state);
    app.draw();
  }

  /** @param {Partial<typeof draft>} change */
  function set(change) {
    touched = true;
    Object.assign(draft, change);
    autosave.touch();
  }

  function isEmpty() {
    return draft.text.trim() === "" && draft.title.trim() === "";
  }

  async function done() {
    try {
      if (isEmpty()) return await leaveEmpty();
      if (entry && !touched) return app.back(`/entry/${entry.summary.id}`);
      // First what runs comes to its end: a draft must not arrive after the entry that it became.
      await autosave.flush();
      draft.happened ??= instant();
      const { text } = draft;
      const { id } = await vault.saveEntry({ ...draft });
      if (draft.text === text) autosave.stop();
      keepStorage();
      app.say(t("write.kept"));
      if (place.query.has("entry")) app.back(`/entry/${id}`);
      else app.go(`/entry/${id}`, true);
    } catch (error) {
      autosave.touch();
      report("failed", error);
    }
  }

  async function leaveEmpty() {
    autosave.stop();
    if (draft.id && !entry) await vault.discardDraft({ id: draft.id });
    app.back("/");
  }

  /** @param {{text: string, opens?: "help"}} choice */
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

  function showTitle() {
    titled = true;
    app.draw();
    document.getElementById("entry-title")?.focus();
  }

  // Browsers write what stands in fields into their own session files, in the clear, unless they are told not to: Firefox by
  // the field itself, Chromium by a text area's form. Hence `autocomplete="off"` on every field and form, and the form `page`.
  function render() {
    const where = placed();
    return html`<div class="editor">
      <header class="line apart">
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
        ${changedElsewhere ? html`<p class="notice quiet">${t("write.changed")}</p>` : nothing}
        ${
          failed
            ? html`<p><button class="btn second" @click=${() => saveAsText(draft)}>${t("write.saveText")}</button></p>`
            : nothing
        }
        <button class="place" @click=${belongs} data-testid="place">
          ${phaseLabel(where.phase, placeWords(where, dosings))}
        </button>
        ${draft.prompt ? html`<p class="question soft" id="prompt">${draft.prompt.text}</p>` : nothing}
        ${prompt?.choices ? choices(prompt.choices, choose) : nothing}
        ${
          titled
            ? html`<input
              id="entry-title"
              class="entry-title"
              autocomplete="off"
              data-testid="title"
              aria-label=${t("write.titleLabel")}
              placeholder=${t("write.titleHint")}
              dir="auto"
              .value=${draft.title}
              @input=${(/** @type {InputEvent} */ event) => set({ title: typed(event) })}
            />`
            : nothing
        }
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
        ></textarea>
        ${watching()}
      </main>
      <footer>
        <div class="tools">
          ${tool("when", t("write.tool.when"), when)} ${tool("place", t("write.tool.phase"), belongs)}
          ${tool("title", t("write.tool.title"), showTitle)}
          <a class="tool" href="#/help" data-testid="help">${icon("help")}${t("do.help")}</a>
        </div>
      </footer>
    </div>`;
  }

  return {
    full: true,
    render,
    leave: () => autosave.flush(),
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

/** @param {import("../../vault/types.js").Entry|null} entry */
function keptWords(entry) {
  if (!entry) return "";
  const { shares } = entry.summary;
  const names = joined(shares.map(({ name }) => name));
  const older = shares.some(({ state }) => state === "older");
  if (shares.length > 0) return t(older ? "write.olderShared" : "write.shared", { names });
  return t(entry.summary.kept === "device" ? "write.device" : "write.backedUp");
}

/** @param {unknown} error @returns {string} where the words are now, and why */
function notKept(error) {
  const { reason = "" } = /** @type {{reason?: string}} */ (error ?? {});
  return reason.startsWith("storage-") ? explain(error) : t("write.onPage");
}

/** @param {Event} event */
function typed(event) {
  return /** @type {HTMLInputElement|HTMLTextAreaElement} */ (event.target).value;
}

/** @param {{text: string, opens?: "help"}[]} offered @param {(choice: {text: string, opens?: "help"}) => void} choose */
function choices(offered, choose) {
  return html`<div class="chips">
    ${offered.map(
      (choice) => html`<button class="chip" @click=${() => choose(choice)}>${choice.text}</button>`,
    )}
  </div>`;
}

/** @param {string} name @param {string} label @param {() => void} act */
function tool(name, label, act) {
  return html`<button class="tool" @click=${act} data-testid=${`tool-${name}`}>
    ${icon(name)}${label}
  </button>`;
}

/** Out of the app, for when the device keeps nothing. @param {{title: string, text: string}} draft */
function saveAsText({ title, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${title}\n\n${text}\n`], { type: "text/plain" }));
  link.download = t("write.fileName");
  link.click();
  URL.revokeObjectURL(link.href);
}
