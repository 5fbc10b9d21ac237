/** Focus, scrolling and spoken words when a screen takes the place of another. */

/** @type {Map<string, number>} */
const scrolled = new Map();

/** @param {string} path of the screen that is left */
export function rememberScroll(path) {
  scrolled.set(path, scrollY);
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
