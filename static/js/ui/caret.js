/**
 * The line one types on stays in sight: below the bar at the head of the page, above the bars at its foot and the keyboard. Bars carry
 * `data-bar`: "head" or "foot". Browsers scroll a line into the window and know nothing of what lies over it.
 */

import { isPressing } from "./focus.js";

/** Between the line and a bar, in pixels. */
const AIR = 8;
/** From so many characters on a cursor at the end is taken to be in the last line of the field, which need not be measured then. */
const LONG = 4000;
/** Bars that would take more than this part of what is seen scroll away with the page. */
const MOST = 0.4;
/** What decides where a line of a text area breaks. @type {(keyof CSSStyleDeclaration & string)[]} */
const LAID_OUT = [
  "font",
  "letterSpacing",
  "wordSpacing",
  "lineHeight",
  "tabSize",
  "textTransform",
  "textIndent",
  "textAlign",
  "direction",
  "overflowWrap",
  "wordBreak",
  "padding",
  "border",
  "boxSizing",
];

const root = document.documentElement;
let waits = false;
/** How far the page was scrolled when one last typed, came to a field, or the window changed. */
let scrolledTo = 0;

/** From now on, for whatever field has the cursor. */
export function keepCaretInSight() {
  for (const type of ["input", "focusin", "selectionchange"]) {
    document.addEventListener(type, soon, { capture: true });
  }
  addEventListener("resize", soon);
  for (const type of ["resize", "scroll"]) visualViewport?.addEventListener(type, measure);
  measure();
}

/** Before the next frame: after the browser has scrolled by itself. @param {Event} event */
function soon({ type }) {
  // Engines tell of a selection late, when one may have scrolled on.
  if (type !== "selectionchange") scrolledTo = scrollY;
  if (waits) return;
  waits = true;
  requestAnimationFrame(settle);
}

/** A button on its way from a finger would not be pressed: the page stands still until it is. */
function settle() {
  if (isPressing()) return void requestAnimationFrame(settle);
  waits = false;
  measure();
  show();
}

/** Where a keyboard lies over the page instead of making it shorter (iOS), the bars at the foot stand on it. */
function measure() {
  const { height, offsetTop, scale } = visualViewport ?? {
    height: innerHeight,
    offsetTop: 0,
    scale: 1,
  };
  // Who has enlarged the page with two fingers sees a part of it, and no keyboard.
  const hidden = scale > 1.01 ? 0 : Math.max(0, Math.round(innerHeight - height - offsetTop));
  root.style.setProperty("--keyboard", `${hidden}px`);
  const taken = bars().reduce((sum, [bar]) => sum + bar.clientHeight, 0);
  root.toggleAttribute("data-low", taken > MOST * (innerHeight - hidden));
  // What the browser scrolls to by itself, by Tab or a link, does not end up behind a bar either.
  const heights = { head: 0, foot: hidden };
  for (const [bar, where] of bars()) {
    if (getComputedStyle(bar).position !== "static") heights[where] += bar.clientHeight;
  }
  root.style.scrollPaddingBlock = `${heights.head}px ${heights.foot}px`;
}

/**
 * What is modal lies over the page's bars, and has its own.
 * @param {Element|null} [dialog]
 * @returns {[Element, "head"|"foot"][]} those that lie across the page: on a desk the navigation stands beside it
 */
function bars(dialog = null) {
  return [...document.querySelectorAll("[data-bar]")]
    .filter((bar) => bar.closest("dialog") === dialog && bar.clientHeight < innerHeight / 2)
    .map((bar) => [bar, bar.getAttribute("data-bar") === "head" ? "head" : "foot"]);
}

/** Scrolls by as much as is missing. */
function show() {
  const field = document.activeElement;
  const line = field && lineOf(field);
  if (!field || !line) return;
  const scroller = scrollerOf(field);
  // The browser scrolls to the line: who has scrolled away from it since wants to see something else.
  if (scrollY !== scrolledTo && (line.bottom <= 0 || line.top >= innerHeight)) return;
  const { from, to } = sight(field, scroller);
  const below = line.bottom + AIR - to;
  const above = from - (line.top - AIR);
  const by = below > 0 ? Math.min(below, line.top - AIR - from) : -above;
  if (below > 0 || above > 0) (scroller ?? window).scrollBy({ top: by, behavior: "instant" });
}

/** @param {Element} field @param {Element|null} scroller @returns {{from: number, to: number}} what is not covered */
function sight(field, scroller) {
  const seen = visualViewport ?? { offsetTop: 0, height: innerHeight };
  let [from, to] = [seen.offsetTop, seen.offsetTop + seen.height];
  if (scroller) {
    const { top, bottom } = scroller.getBoundingClientRect();
    [from, to] = [Math.max(from, top), Math.min(to, bottom)];
  }
  for (const [bar, where] of bars(field.closest("dialog"))) {
    const { top, bottom } = bar.getBoundingClientRect();
    if (where === "head") from = Math.max(from, bottom);
    else to = Math.min(to, top);
  }
  return { from, to };
}

/** @param {Element} field @returns {Element|null} what scrolls it, other than the page */
function scrollerOf(field) {
  for (let one = field.parentElement; one && one !== document.body; one = one.parentElement) {
    if (
      /auto|scroll/.test(getComputedStyle(one).overflowY) &&
      one.scrollHeight > one.clientHeight
    ) {
      return one;
    }
  }
  return null;
}

/** @param {Element} field @returns {{top: number, bottom: number}|null} of the line with the cursor, in the window */
function lineOf(field) {
  if (field instanceof HTMLInputElement) return field.getBoundingClientRect();
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const high = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
  const end = endOfLine(field);
  // First within the field itself, where it is not as high as its words.
  if (end > field.scrollTop + field.clientHeight) field.scrollTop = end - field.clientHeight;
  if (end - high < field.scrollTop) field.scrollTop = end - high;
  const bottom = field.getBoundingClientRect().top + field.clientTop + end - field.scrollTop;
  return { top: bottom - high, bottom };
}

/** @param {HTMLTextAreaElement} field @returns {number} where the line with the cursor ends, from the field's first edge, in pixels */
function endOfLine(field) {
  const { value, selectionEnd: at } = field;
  const style = getComputedStyle(field);
  const below = Number.parseFloat(style.paddingBottom);
  if (at === value.length && at > LONG) return field.scrollHeight - below;
  const copy = document.createElement("textarea");
  for (const name of LAID_OUT) Object.assign(copy.style, { [name]: style[name] });
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", minBlockSize: "0" });
  copy.style.inlineSize = `${field.offsetWidth}px`;
  copy.rows = 1;
  // With the rest of the word at the cursor, so that it breaks where it does in the field.
  copy.value = value.slice(0, at) + (/^\S{0,40}/.exec(value.slice(at, at + 40)) ?? "");
  document.body.append(copy);
  const { scrollHeight } = copy;
  copy.remove();
  return scrollHeight - below;
}
