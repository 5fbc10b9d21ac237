/**
 * The one way in which anything is drawn: lit-html, and what has to be so around every drawing. A translator's text is lifted off before and laid
 * back after it; people's words stay out of a translator's hands; the focus does not fall off the page; a second tap hits nothing that is new.
 *
 * A browser that translates a page puts its own nodes in place of the text nodes that lit-html goes on to write to: what changes then is shown
 * nowhere, or lands in the wrong place. So whatever took the place of a text is taken out before we draw, and put back where the text below it
 * is still the same.
 */

import { render } from "lit-html";
import { keepFocus, settle } from "./focus.js";

/** @import { TemplateResult, nothing } from "lit-html" */

/** The words of people, in whatever script they write: nobody translates them unasked. */
const PEOPLES_WORDS = "[dir=auto]:not([translate]), textarea:not([translate])";

/** Whether a part of what is being drawn draws itself. */
let isDrawing = false;

/** @param {TemplateResult | typeof nothing} template @param {HTMLElement} container */
export function draw(template, container) {
  if (isDrawing) return void render(template, container);
  watchText(container);
  const refocus = keepFocus(container);
  const lifted = liftOff();
  isDrawing = true;
  try {
    render(template, container);
  } finally {
    isDrawing = false;
    layBack(lifted);
  }
  for (const words of container.querySelectorAll(PEOPLES_WORDS)) {
    /** @type {HTMLElement} */ (words).translate = false;
  }
  refocus();
  settle();
}

/** @typedef {{target: Node, removed: Node[], added: Node[], before: Node|null, after: Node|null}} Replaced */

/** What others did to our text since it was drawn, in their order. @type {Replaced[]} */
let replaced = [];
/** @type {WeakSet<Node>} */
const watched = new WeakSet();
const observer = new MutationObserver(note);

/** @param {HTMLElement} container of what we draw: all changes in it between two drawings are somebody else's */
function watchText(container) {
  if (watched.has(container)) return;
  watched.add(container);
  observer.observe(container, { childList: true, subtree: true });
}

/** @param {MutationRecord[]} records */
function note(records) {
  for (const { target, removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    const [removed, added] = [[...removedNodes], [...addedNodes]];
    if (!(removed.some(isText) || added.some(isTheirs)) || isWithinTheirs(target)) continue;
    replaced.push({ target, removed, added, before: previousSibling, after: nextSibling });
  }
}

/** @param {Node} node */
const isText = (node) => node.nodeType === Node.TEXT_NODE;

/** What Chromium's translator wraps text in; no template of ours has one. @param {Node} node */
const isTheirs = (node) => node.nodeName === "FONT";

/** @param {Node} target */
function isWithinTheirs(target) {
  return (target instanceof Element ? target : target.parentElement)?.closest("font") != null;
}

/** Our own text stands again everywhere. @returns {{change: Replaced, text: string}[]} what was taken out */
function liftOff() {
  note(observer.takeRecords());
  const changes = replaced;
  replaced = [];
  for (const { target, removed, added, before, after } of changes.toReversed()) {
    for (const node of added) if (node.parentNode === target) target.removeChild(node);
    const next = after?.parentNode === target ? after : nextOf(target, before);
    for (const node of removed) target.insertBefore(node, next);
  }
  return changes.map((change) => ({ change, text: textOf(change.removed) }));
}

/** @param {Node} target @param {Node|null} before */
function nextOf(target, before) {
  return before?.parentNode === target ? before.nextSibling : null;
}

/** @param {Node[]} nodes @returns {string} */
function textOf(nodes) {
  return nodes.map(({ textContent }) => textContent).join("");
}

/** What says the same as before stays translated; the rest is there to be translated anew. @param {{change: Replaced, text: string}[]} lifted */
function layBack(lifted) {
  for (const { change, text } of lifted) {
    const { target, removed, added } = change;
    const [first] = removed;
    const isSame = removed.every((node) => node.parentNode === target) && textOf(removed) === text;
    if (!first || added.length === 0 || !isSame) continue;
    for (const node of added) target.insertBefore(node, first);
    for (const node of removed) target.removeChild(node);
    replaced.push({
      ...change,
      before: added[0]?.previousSibling ?? null,
      after: added.at(-1)?.nextSibling ?? null,
    });
  }
  observer.takeRecords();
}
