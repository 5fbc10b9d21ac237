/**
 * Focus, scrolling, spoken words and presses when a screen, or a part of it, takes the place of another. What a press begins it begins once, and
 * only where the finger meant it: a control whose act is still running takes no other press, and what has just come under the finger takes none
 * for a moment.
 */

import { _$LH } from "lit-html";

/** Where the next step can be; a field of text is none, for it would open a keyboard. */
const STEPS = "button:not(:disabled), a[href], summary, h1, h2, h3";

/** How long what is new under a finger is only looked at, after its first frame. */
const LOOK_MS = 350;
/** How long after a press something that comes is taken to have come under the finger. */
const PRESS_MS = 2000;
const PRESSABLE = "button, a[href], input, select, textarea, summary, label";
/** A control says what it is by its words and by the row it stands in: one row's button looks like the next one's. */
const ROW = "li, .card, .notice";

const SHIELD = "just-come";
/** From the middle of a shield to its edge, in pixels. */
const REACH = 48;
/** From the middle of a finger to its edges, in pixels. */
const FINGER = [0, -24, 24];

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
 * @param {string} [said] what is still read on it; all else that was announced belongs to the screen before
 */
export function arrive(path, back, said = "") {
  if (live.textContent !== said) announce("");
  scrollTo(0, back ? (scrolled.get(path) ?? 0) : 0);
  const start = ["[data-arrive]", "[autofocus]", "main h1", "main"]
    .map((selector) => document.querySelector(selector))
    .find(Boolean);
  if (start instanceof HTMLElement) {
    if (start.tabIndex < 0) start.tabIndex = -1;
    start.focus({ preventScroll: true });
  }
  if (pressed) pressed.scroll = scrollY;
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
  // Who has scrolled has another place under the finger by their own hand, not by what is drawn.
  if (pressed && pressed.scroll !== scrollY) pressed = null;
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

/** Controls whose act is running. @type {WeakSet<EventTarget>} */
const running = new WeakSet();
/**
 * The last press, until it is over that it could be a double one: `isDown` until its click, `isSecond` in the place of the one before.
 * @type {{x: number, y: number, at: number, under: Under, scroll: number, isDown: boolean, isSecond: boolean}|null}
 */
let pressed = null;
/** @typedef {{control: Element|null, own: string, words: string}} Under */

/** Lit's own listener, which every `@click` and `@submit` of every template goes through (exported for Lit's own packages). */
const { U: EventPart } = /** @type {any} */ (_$LH);

/** @param {Event} event */
EventPart.prototype.handleEvent = function (event) {
  const { element, _$AH: listener } = this;
  const isAct = event.type === "click" || event.type === "submit";
  if (isAct && running.has(element)) return event.preventDefault();
  const act = listener.call(element, event);
  if (!isAct) return;
  if (act instanceof Promise) running.add(element);
  Promise.resolve(act)
    .finally(() => ended(element, event.type))
    .catch(() => {});
};

/**
 * The first field that cannot be taken as it is has the focus then, and with it what to do about it is read out.
 * @param {Element} element @param {string} type
 */
function ended(element, type) {
  running.delete(element);
  if (type !== "submit") return;
  /** @type {HTMLElement|null} */ (element.querySelector("[aria-invalid=true]"))?.focus();
}

const EARLY = { capture: true, passive: true };

addEventListener(
  "pointerdown",
  ({ clientX: x, clientY: y }) => {
    // When it is dealt with, which on a slow device is much later than it was made.
    const at = performance.now();
    const isSecond = isNear(x, y) && at - (pressed?.at ?? 0) <= PRESS_MS;
    pressed = { x, y, at, under: underAt(x, y), scroll: scrollY, isDown: true, isSecond };
  },
  EARLY,
);
// The click of a touch comes a little after its end; where none comes, the press is over all the same.
addEventListener("pointerup", () => requestAnimationFrame(() => setTimeout(release)), EARLY);
addEventListener("click", release, EARLY);
// Who types or scrolls after a press taps nothing twice.
for (const type of ["keydown", "beforeinput", "wheel", "pointercancel"]) {
  addEventListener(type, () => (pressed = null), EARLY);
}

function release() {
  if (pressed) pressed.isDown = false;
}

/** @returns {boolean} whether a finger is on the page, or its click still to come: nothing may move away from it */
export function isPressing() {
  return pressed?.isDown === true;
}

/** @param {number} x @param {number} y @returns {boolean} whether a shield over the last press would lie there */
function isNear(x, y) {
  return pressed !== null && Math.max(Math.abs(x - pressed.x), Math.abs(y - pressed.y)) <= REACH;
}

/** @param {number} x @param {number} y @returns {Under} the control there, or else beside it: browsers let a finger press what it only just misses */
function underAt(x, y) {
  const near = FINGER.flatMap((dy) => FINGER.map((dx) => controlAt(x + dx, y + dy)));
  const control = near.find(Boolean) ?? null;
  const own = `${control?.ariaLabel ?? ""}\n${control?.textContent ?? ""}`;
  return { control, own, words: `${own}\n${control?.closest(ROW)?.textContent ?? ""}` };
}

/** @param {number} x @param {number} y @returns {Element|null} */
function controlAt(x, y) {
  const [top] = document.elementsFromPoint(x, y).filter((one) => one.className !== SHIELD);
  return top?.closest(PRESSABLE) ?? null;
}

/**
 * Words beside a control change by themselves, too: they take no first press from it, between finger and click.
 * @param {Under} now @returns {boolean}
 */
function isMeant(now) {
  if (!pressed || now.control !== pressed.under.control) return false;
  const { under, isDown, isSecond } = pressed;
  return now.words === under.words || (isDown && !isSecond && now.own === under.own);
}

/** Something has been drawn, opened or closed: what is now under the finger waits where it is another than what was pressed. */
export function settle() {
  if (!pressed || performance.now() - pressed.at > PRESS_MS) return;
  const { x, y } = pressed;
  const now = underAt(x, y);
  const isLeft = !now.control || isMeant(now);
  pressed.scroll = scrollY;
  if (now.control) pressed.under = now;
  if (isLeft) return;
  const shield = document.createElement("div");
  shield.className = SHIELD;
  Object.assign(shield.style, { top: `${y}px`, left: `${x}px` });
  ([...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body).append(shield);
  requestAnimationFrame(() => setTimeout(() => shield.remove(), LOOK_MS));
}

/** Where the focus was moved on to, and when. @type {{to: Element|null, at: number}} */
let moved = { to: null, at: 0 };

/** So that a second Enter, meant for what is gone, does not press what has the focus now. @param {Element} to */
function focusMovedOn(to) {
  moved = { to, at: performance.now() };
}

/** A part of a screen has put the focus where the next step is by itself: what is pressed now is meant for that. */
export function focusPlaced() {
  moved = { to: null, at: 0 };
}

addEventListener(
  "click",
  (event) => {
    // A key's click comes from no place: `detail` counts presses of a pointer.
    if (!event.isTrusted || event.detail > 0 || event.target !== moved.to) return;
    if (performance.now() - moved.at > LOOK_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);
