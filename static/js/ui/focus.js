/** Focus, scrolling and spoken words when a screen, or a part of it, takes the place of another. */

import { focusMovedOn } from "./press.js";

/** Where the next step can be; a field of text is none, for it would open a keyboard. */
const STEPS = "button:not(:disabled), a[href], summary, h1, h2, h3";

/** @type {Map<string, number>} */
const scrolled = new Map();

/** @param {string} path of the screen that is left */
export function rememberScroll(path) {
  scrolled.set(path, scrollY);
}

/** Where one was before the lock is no place to come back to. */
export function forgetScroll() {
  scrolled.clear();
}

/**
 * Puts the focus on the new screen's heading, so that it is read out and the next Tab begins there.
 * @param {string} path
 * @param {boolean} back whether the person came back to it
 */
export function arrive(path, back) {
  scrollTo(0, back ? (scrolled.get(path) ?? 0) : 0);
  const start = ["[data-arrive]", "[autofocus]", "main h1", "main"]
    .map((selector) => document.querySelector(selector))
    .find(Boolean);
  if (start instanceof HTMLElement) {
    if (start.tabIndex < 0) start.tabIndex = -1;
    start.focus({ preventScroll: true });
  }
}

const live = document.createElement("div");
live.className = "unseen";
live.setAttribute("role", "status");
document.body.append(live);

/** @param {string} text read out by screen readers, shown nowhere */
export function announce(text) {
  if (live.textContent !== text) live.textContent = text;
}

/**
 * Before something is drawn; what is given back is called after it: where the control with the focus is gone, its place, or what follows it,
 * has the focus then, at the latest the heading of it all.
 * @param {Element} container of what is drawn
 * @returns {() => void}
 */
export function keepFocus(container) {
  const { activeElement: active } = document;
  const places = active && container.contains(active) ? placesOf(active) : [];
  const main = active?.closest("main");
  return () => {
    if (places.length === 0 || active?.isConnected || document.activeElement !== document.body)
      return;
    const next = nextStep(places);
    if (!next) return;
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus({ preventScroll: true });
    // Another screen stands: there one arrives, and begins anew.
    if (main?.isConnected !== false) focusMovedOn(next);
  };
}

/** @param {Element} element @returns {[parent: Element, index: number][]} where it stands, from the inside out */
function placesOf(element) {
  /** @type {[Element, number][]} */
  const places = [];
  for (let one = element; one.parentElement && one.localName !== "main"; one = one.parentElement) {
    places.push([one.parentElement, [...one.parentElement.children].indexOf(one)]);
  }
  return places;
}

/** @param {[Element, number][]} places @returns {HTMLElement|undefined} */
function nextStep(places) {
  for (const [parent, index] of places) {
    if (!parent.isConnected) continue;
    const following = [...parent.children].slice(index);
    for (const one of following) {
      const step = [one, ...one.querySelectorAll(STEPS)].find(isStep);
      if (step) return /** @type {HTMLElement} */ (step);
    }
    if (parent.matches("main, dialog")) break;
  }
  const top = [...document.querySelectorAll("dialog:modal, main")].at(-1);
  return /** @type {HTMLElement|undefined} */ (top?.querySelector("h1, h2") ?? top);
}

/** @param {Element} one */
function isStep(one) {
  return one.matches(STEPS) && one.checkVisibility();
}
