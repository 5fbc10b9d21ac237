/**
 * What stands over the page from the moment it is to lock until it has: meanwhile nothing of the page is seen, read out, found or translated.
 * Words that can't be stored yet stay below it, and the passphrase leads back to them.
 */

import { html, nothing } from "lit-html";
import { formValues, mark } from "../../components/controls.js";
import { passphraseField } from "../../components/passphrase.js";
import { draw } from "../../ui/drawing.js";
import { t } from "../../ui/i18n.js";
import { explain } from "../shared/explain.js";

/** @import { App } from "../shared/types.js" */

/** As long as storing may take before it is said that the page isn't locked. */
const SLOW_MS = 1500;
/** How often storing is tried again. */
const AGAIN_MS = 5000;
/** Of the document while the page is covered (css/base.css). */
const UNDER = "under-cover";

export class Cover {
  #app;
  #page;
  #lock;
  /** Where one was on the page. @type {{title: string, scroll: number, focus: Element|null}|null} */
  #left = null;
  /** Whether something below it is stored nowhere. */
  #holds = false;
  /** @type {HTMLElement|null} */
  #sheet = null;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #again;
  /** @type {string|undefined} */
  #wrong;
  #isTrying = false;
  #isBusy = false;
  #isShown = false;

  /**
   * @param {App} app
   * @param {HTMLElement} page what is covered
   * @param {() => Promise<boolean>} lock  stores what was typed and locks; false: it couldn't be stored
   */
  constructor(app, page, lock) {
    this.#app = app;
    this.#page = page;
    this.#lock = lock;
  }

  /** Whether words below it may be stored nowhere, so that no other screen may take the page's place. */
  get holds() {
    return this.#holds;
  }

  /** Covers the page at once, and locks it as soon as all that was typed is stored. */
  async raise() {
    if (this.#left) return;
    this.#left = { title: document.title, scroll: scrollY, focus: document.activeElement };
    this.#holds = true;
    document.documentElement.classList.add(UNDER);
    document.title = this.#app.name;
    this.#page.inert = true;
    this.#page.translate = false;
    addEventListener("keydown", stopKeys, { capture: true });
    this.#again = setInterval(() => this.#try(), AGAIN_MS);
    const slow = setTimeout(() => this.#say(), SLOW_MS);
    await this.#try();
    clearTimeout(slow);
    this.#say();
  }

  /** All is stored: the page may end. */
  release() {
    this.#holds = false;
    clearInterval(this.#again);
    removeEventListener("beforeunload", warn);
  }

  /** The page, or the screen that has taken its place, is seen again. */
  lower() {
    if (!this.#left) return;
    this.release();
    this.#sheet?.remove();
    this.#sheet = null;
    removeEventListener("keydown", stopKeys, { capture: true });
    this.#page.inert = false;
    this.#page.translate = true;
    document.documentElement.classList.remove(UNDER);
    const { title, scroll, focus } = this.#left;
    this.#left = null;
    document.title = title;
    scrollTo(0, scroll);
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
  }

  async #try() {
    if (this.#isTrying) return;
    this.#isTrying = true;
    // One may have opened meanwhile; what was typed into it is there when it opens again.
    for (const sheet of document.querySelectorAll("dialog")) sheet.close();
    await this.#lock().finally(() => {
      this.#isTrying = false;
    });
  }

  /** Why it isn't locked, and the way back. */
  #say() {
    if (!this.#holds || this.#sheet) return;
    addEventListener("beforeunload", warn);
    this.#wrong = undefined;
    this.#sheet = document.createElement("div");
    this.#sheet.className = "cover";
    document.body.append(this.#sheet);
    this.#draw();
    this.#sheet.querySelector("h1")?.focus();
  }

  /** @param {SubmitEvent} event */
  #open = async (event) => {
    const { cover: passphrase = "" } = formValues(event);
    this.#isBusy = true;
    this.#draw();
    try {
      const status = await this.#app.vault.unlock({ passphrase });
      this.lower();
      await this.#app.enter(status);
    } catch (error) {
      this.#wrong = explain(error);
    } finally {
      this.#isBusy = false;
      this.#draw();
    }
  };

  #turn = (/** @type {boolean} */ isShown) => {
    this.#isShown = isShown;
    this.#draw();
  };

  #draw() {
    if (!this.#sheet) return;
    const options = { name: "cover", label: t("lock.passphrase"), wrong: this.#wrong };
    draw(
      html`<div class="hearth">
        <main class="column" data-testid="cover">
          <div class="stack">
            ${mark()}
            <h1 tabindex="-1">${t("cover.title")}</h1>
            <p>${t("cover.kept")}</p>
            <p>${t("cover.why")}</p>
          </div>
          <form autocomplete="off" class="stack" @submit=${this.#open} novalidate>
            ${passphraseField(options, this.#isShown, this.#turn)}
            <button class="btn fill" aria-disabled=${this.#isBusy ? "true" : nothing} data-testid="uncover">${t("cover.back")}</button>
          </form>
        </main>
        <footer><a class="btn bare" href="#/help" target="_blank" rel="noopener">${t("cover.help")}</a></footer>
      </div>`,
      this.#sheet,
    );
  }
}

/** @param {Event} event  the browser asks before the page, and with it the words, ends */
function warn(event) {
  event.preventDefault();
}

/** The screen below hears no key that is pressed over it. @param {Event} event */
function stopKeys(event) {
  event.stopPropagation();
}
