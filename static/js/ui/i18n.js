/**
 * Words by id in the person's language. A sentence is one message with places in it; none is put together from pieces.
 *
 * Places: `{name}` as given, `{n}` a number in the locale's digits, `{n:words}` ("two"), `{n:Words}` ("Two"), `{n:nth}` ("third").
 * A message with plural forms is chosen by its value `n`.
 */

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Plural */
/** @typedef {Record<string, string | Plural | string[]>} Catalogue */

/** The languages this app speaks. The first one stands in for a sentence of another that is not on this device. */
export const LANGUAGES = ["en", "es", "de"];
/** For looking at the layout only, made of English as it is loaded: accented and longer; the same from right to left. */
export const PSEUDO = ["en-XA", "en-XB"];

/** @type {Map<string, string | Plural | string[]>} */
const messages = new Map();
/** Catalogues that were asked for, to be loaded again in another language. @type {Set<string>} */
const areasLoaded = new Set();

/** Language of the words on the screen: one of LANGUAGES or PSEUDO. */
export let language = "en";
/** Locale for dates and digits: the person's own variety of the language where they have one. */
export let locale = "en";
/** @type {Intl.PluralRules} */
let cardinal;
/** @type {Intl.PluralRules} */
let ordinal;
/** @type {Intl.NumberFormat} */
let digits;
/** @type {Intl.ListFormat} */
let conjunction;

const wishedHere = globalThis.navigator?.languages ?? [];
setLanguage("en");

/**
 * @param {string} chosen  by the person: one of LANGUAGES or PSEUDO; anything else leaves it to the device
 * @param {readonly string[]} [wished]  what the device asks for, best first
 * @returns {string} one of LANGUAGES or PSEUDO
 */
export function pickLanguage(chosen, wished = wishedHere) {
  if ([...LANGUAGES, ...PSEUDO].includes(chosen)) return chosen;
  const spoken = wished.map((tag) => tag.split("-")[0] ?? "");
  return spoken.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}

/**
 * From now on words, digits and dates are of this language; its words are still to be loaded.
 * @param {string} next one of LANGUAGES or PSEUDO
 * @param {readonly string[]} [wished]
 */
export function setLanguage(next, wished = wishedHere) {
  language = next;
  const spoken = source();
  locale = wished.find((tag) => tag === spoken || tag.startsWith(`${spoken}-`)) ?? spoken;
  cardinal = new Intl.PluralRules(spoken);
  ordinal = new Intl.PluralRules(spoken, { type: "ordinal" });
  digits = new Intl.NumberFormat(locale);
  conjunction = new Intl.ListFormat(locale, { type: "conjunction" });
  const root = globalThis.document?.documentElement;
  if (!root) return;
  root.lang = language;
  root.dir = isMirrored() ? "rtl" : "ltr";
}

/** @returns {boolean} whether the words run from right to left */
export function isMirrored() {
  return language === "en-XB";
}

/** @returns {string} the language whose files are read */
export function source() {
  return PSEUDO.includes(language) ? "en" : language;
}

/** @param {string[]} areas catalogues by name */
export async function loadWords(areas) {
  for (const area of areas) areasLoaded.add(area);
  const catalogues = await Promise.all(areas.map(readCatalogue));
  for (const catalogue of catalogues) addWords(catalogue);
}

/** What was loaded so far, once more in the language that is set. */
export const reloadWords = () => loadWords([...areasLoaded]);

/** @param {string} area @returns {Promise<Catalogue>} */
async function readCatalogue(area) {
  const load = (/** @type {string} */ from) => import(`./words/${from}/${area}.js`);
  const { default: catalogue } = await load(source()).catch(() => load("en"));
  if (!PSEUDO.includes(language)) return catalogue;
  const { pseudoWords } = await import("./pseudo.js");
  return pseudoWords(catalogue, isMirrored());
}

/** Takes words that came along with the app itself. @param {string} area the catalogue's name @param {Catalogue} catalogue */
export function addArea(area, catalogue) {
  areasLoaded.add(area);
  addWords(catalogue);
}

/** @param {Catalogue} catalogue */
export function addWords(catalogue) {
  for (const [id, message] of Object.entries(catalogue)) messages.set(id, message);
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 * @throws {Error} no such message: a mistake of ours, found by tests/js/ui/words.test.js
 */
export function t(id, values = {}) {
  return parts(id, values).join("");
}

/** @param {string} id @returns {boolean} whether there is such a message here */
export function hasWords(id) {
  return messages.has(id);
}

/**
 * The message as a list of texts and of the values that stand in its places, for values that are templates.
 * @param {string} id
 * @param {Record<string, unknown>} values
 * @returns {unknown[]}
 */
export function parts(id, values) {
  const pieces = choose(id, values.n).split(/\{([^}]+)\}/);
  return pieces.map((piece, index) => (index % 2 ? place(piece, values) : piece));
}

/** @param {string} id @param {unknown} n @returns {string} */
function choose(id, n) {
  const message = messages.get(id);
  if (message === undefined || Array.isArray(message)) throw new Error(`no words for ${id}`);
  if (typeof message === "string") return message;
  return message[cardinal.select(Number(n))] ?? message.other;
}

/** Hebrew, Arabic and the other scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud802|\ud803|\ud83a|\ud83b/;
/** Marks that would turn the direction of whatever follows them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * @param {string} text of somebody's, as it stands in a sentence of ours
 * @returns {string} the same, kept apart where it could turn the sentence round (UAX #9, first strong isolate)
 */
export function isolated(text) {
  const plain = text.replace(TURNING, "");
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** @param {string} piece @param {Record<string, unknown>} values */
function place(piece, values) {
  const [name = "", form] = piece.split(":");
  const value = values[name];
  if (typeof value === "string") return isolated(value);
  if (typeof value !== "number") return value;
  if (form === "nth") return nth(value);
  if (form === "words") return inWords(value);
  if (form === "Words") return capital(inWords(value));
  return digits.format(value);
}

/** @param {number} n @returns {string} small whole numbers as words, others in digits */
export function inWords(n) {
  return list("numbers.words")[n] ?? digits.format(n);
}

/** @param {number} n @returns {string} */
function nth(n) {
  const word = list("numbers.nth")[n];
  if (word) return word;
  const message = /** @type {Plural} */ (messages.get("numbers.ordinal"));
  return (message[ordinal.select(n)] ?? message.other).replace("{n}", digits.format(n));
}

/** @param {string} id @returns {string[]} */
function list(id) {
  return /** @type {string[]} */ (messages.get(id));
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** @param {string[]} names @returns {string} "A, B and C" */
export function joined(names) {
  return conjunction.format(names.map(isolated));
}
