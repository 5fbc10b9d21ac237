/** How the app looks, speaks and locks on this device. Nothing of it is worth sealing: it is known before anybody unlocks. */

/**
 * @typedef {object} Look
 * @property {"system"|"light"|"dark"} theme
 * @property {"normal"|"large"|"larger"} text
 * @property {0|1|5|15|30} lockMinutes  of being away; 0: as soon as the page is hidden
 * @property {boolean} keys  whether single keys work in the reading room
 * @property {string} language  one of LANGUAGES of i18n.js; empty: as the device
 */

const STORED = "look";
/** @type {Look} */
const USUAL = { theme: "system", text: "normal", lockMinutes: 5, keys: true, language: "" };

/** @returns {Look} */
export function look() {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(STORED) ?? "{}") };
  } catch {
    return USUAL; // storage is refused or holds something else: the usual look does no harm
  }
}

/** @param {Partial<Look>} change */
export function setLook(change) {
  const next = { ...look(), ...change };
  try {
    localStorage.setItem(STORED, JSON.stringify(next));
  } catch {
    // it holds for this page only
  }
  showLook(next);
}

/**
 * From a dose until the next morning dark is the default, unless the person chose, and the editor is one large field.
 * @param {boolean} value
 */
export function setDusk(value) {
  document.documentElement.toggleAttribute("data-dusk", value);
  showLook();
}

/** A page that is dark whatever the theme stands, or no longer. @param {boolean} value */
export function setNight(value) {
  document.documentElement.toggleAttribute("data-night", value);
  showLook();
}

/** @param {Look} [wanted] */
export function showLook(wanted = look()) {
  const { dataset } = document.documentElement;
  const theme = wanted.theme === "system" && "dusk" in dataset ? "dark" : wanted.theme;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  dataset.text = wanted.text;
  colourBars("night" in dataset ? "dark" : theme);
}

/**
 * What the system draws around the page, its bars, takes the page's colour: that of a theme which the device has not, too.
 * @param {Look["theme"]} theme
 */
function colourBars(theme) {
  const bars = [...document.querySelectorAll("meta[name=theme-color]")].map(
    (one) => /** @type {HTMLMetaElement} */ (one),
  );
  for (const bar of bars) bar.dataset.own ??= bar.content;
  for (const bar of bars) {
    const same = bars.find(({ media }) => media.includes(theme)) ?? bar;
    bar.content = same.dataset.own ?? bar.content;
  }
}
