/**
 * Single keys in the reading room. They never work while one types or with a modifier, and can be turned off (WCAG 2.1.4); everything they
 * do is also a button or a link.
 */

import { html } from "lit-html";
import { openSheet } from "../../components/sheet.js";
import { t } from "../../ui/i18n.js";
import { look, setLook } from "../../ui/look.js";

/** @typedef {"next"|"previous"|"comment"|"pin"|"review"|"undo"|"note"|"back"} Act */

/** @type {Record<string, Act>} */
const KEYS = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  c: "comment",
  p: "pin",
  r: "review",
  u: "undo",
  n: "note",
  b: "back",
};
/** As the sheet lists them; Enter is the browser's own. @type {[string[], string][]} */
const LISTED = [
  [["j", "↓"], "keys.next"],
  [["k", "↑"], "keys.previous"],
  [["Enter"], "keys.enter"],
  [["r"], "keys.review"],
  [["u"], "keys.undo"],
  [["c"], "keys.comment"],
  [["n"], "keys.note"],
  [["p"], "keys.pin"],
  [["b", "Esc"], "keys.back"],
  [["?"], "keys.sheet"],
];
/** Where keys mean what is typed or chosen. */
const TYPING = "input, textarea, select, [contenteditable=true]";

/**
 * @param {(act: Act) => void} act
 * @returns {() => void} takes the keys away again
 */
export function listen(act) {
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const field = /** @type {Element} */ (event.target).closest?.(TYPING);
    if (event.key === "Escape") return field instanceof HTMLElement ? leave(field) : act("back");
    if (field || !look().keys) return;
    const named = event.key === "?" ? "sheet" : KEYS[event.key];
    // The arrows scroll what is being read: they choose only where one is among the rows.
    if (!named || (event.key.startsWith("Arrow") && !isAmongRows(event))) return;
    event.preventDefault();
    if (named === "sheet") openKeys();
    else act(named);
  };
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}

/** @param {KeyboardEvent} event */
function isAmongRows({ target }) {
  return (
    target instanceof Element &&
    (target === document.body || target.closest("[data-rows]") !== null)
  );
}

/** Out of a field, so that keys work again, and without losing one's place on the page. @param {HTMLElement} field */
function leave(field) {
  field.blur();
  const heading = document.querySelector("[data-arrive]");
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
}

/** The sheet of keys, where they can be turned off. */
export function openKeys() {
  return openSheet(
    (close, draw) => html`<div>
      <h2>${t("keys.title")}</h2>
      <label class="choice">
        <input
          type="checkbox"
          autocomplete="off"
          .checked=${look().keys}
          @change=${(/** @type {Event} */ event) => {
            setLook({ keys: /** @type {HTMLInputElement} */ (event.target).checked });
            draw();
          }}
          data-testid="keys-on"
        />
        <span>${t("keys.on")}<span class="hint">${t("keys.hint")}</span></span>
      </label>
      <dl class="keys">
        ${LISTED.map(
          ([keys, words]) => html`<div>
            <dt>${keyNames(keys)}</dt>
            <dd>${t(words)}</dd>
          </div>`,
        )}
      </dl>
      <div class="foot">
        <button class="btn second" @click=${() => close()}>${t("do.close")}</button>
      </div>
    </div>`,
    t("keys.title"),
  );
}

/** @param {string[]} keys */
function keyNames([one, other]) {
  if (!other) return html`<kbd>${one}</kbd>`;
  return html`<kbd>${one}</kbd> <kbd>${other}</kbd>`;
}
