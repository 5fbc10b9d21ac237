// Finds what a person would point at: by role and name, by label, or by CSS selector; the same in every engine.
// The drivers run this text in the page; see page.py.

/** @type {Record<string, string>} */
const SELECTORS = {
  button: "button, summary, input[type=submit], input[type=button]",
  link: "a[href]",
  textbox:
    "textarea, [contenteditable=true], input:not([type]), input:is([type=text], [type=password], [type=email], [type=search], [type=url], [type=tel])",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  combobox: "select",
  option: "option",
  slider: "input[type=range]",
  heading: "h1, h2, h3, h4, h5, h6",
  dialog: "dialog",
  img: "img, svg",
  list: "ul, ol",
  listitem: "li",
  main: "main",
  navigation: "nav",
};

/** @param {string} text */
function collapse(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** Of a screen that is being left (`aria-busy`) nothing is meant any more. @param {Element} element */
function isShown(element) {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest("[inert], [aria-hidden=true], [aria-busy=true]") &&
    isReached(element)
  );
}

/** What lies behind a modal dialog can be seen and not be clicked. @param {Element} element */
function isReached(element) {
  const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
  return !modal || modal.contains(element);
}

/** @param {Element} element */
function shownText(element) {
  return element instanceof HTMLElement ? element.innerText : (element.textContent ?? "");
}

/**
 * The name a screen reader would say, near enough: labels first, then text.
 * @param {Element} element
 * @returns {string}
 */
function nameOf(element) {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const labels = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const own = "labels" in element ? /** @type {HTMLInputElement} */ (element).labels : null;
  const said =
    labels || element.getAttribute("aria-label") || [...(own ?? [])].map(shownText).join(" ");
  const title =
    element.querySelector(":scope > title")?.textContent ?? element.getAttribute("title");
  const value = element.matches("input[type=submit], input[type=button]")
    ? element.getAttribute("value")
    : null;
  const rest = value || element.getAttribute("alt") || shownText(element) || title;
  return collapse(said || rest || element.getAttribute("placeholder") || "");
}

/**
 * @param {string} what  a role, or a CSS selector (starting with one of `#.[`)
 * @returns {Element[]} what is shown of it
 */
function candidates(what) {
  const selector = /^[#.[]/.test(what)
    ? what
    : `[role=${what}]${what in SELECTORS ? `, :is(${SELECTORS[what]}):not([role])` : ""}`;
  return [...document.querySelectorAll(selector)].filter(isShown);
}

/**
 * @param {string} what  a role, a CSS selector, or "field" for whatever carries a label
 * @param {string | null} name  exact name, or a part of it that only one has
 * @returns {Element | string} the one element meant, or a sentence that says why there is not exactly one
 */
export function find(what, name) {
  const all =
    what === "field"
      ? [...document.querySelectorAll("input, textarea, select, [contenteditable=true]")].filter(
          isShown,
        )
      : candidates(what);
  const exact = name === null ? all : all.filter((element) => nameOf(element) === collapse(name));
  const partly =
    name === null ? [] : all.filter((element) => nameOf(element).includes(collapse(name)));
  const found = exact.length > 0 ? exact : partly;
  const [only] = found;
  if (only && found.length === 1) {
    only.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    return only;
  }
  const names = all.map((element) => JSON.stringify(nameOf(element).slice(0, 60)));
  return `${found.length} of ${what} ${JSON.stringify(name)}; there are: ${names.join(", ") || "none"}`;
}
