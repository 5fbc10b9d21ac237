/**
 * Words by id in the person's language. A sentence is one message with places in it; none is put together from pieces.
 *
 * Places: `{name}` as given, `{n}` a number in the locale's digits, `{n:words}` ("two"), `{n:Words}` ("Two"), `{n:nth}` ("third").
 * A message with plural forms is chosen by its value `n`.
 */

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Plural */
/** @typedef {Record<string, string | Plural | string[]>} Catalogue */

/** @type {Map<string, string | Plural | string[]>} */
const messages = new Map();

/** Language of the catalogues that are loaded. */
export const language = "en";
/** Locale for dates and digits: the person's own variety of the language where they have one. */
export const locale = pickLocale(globalThis.navigator?.languages ?? []);

const cardinal = new Intl.PluralRules(language);
const ordinal = new Intl.PluralRules(language, { type: "ordinal" });
const digits = new Intl.NumberFormat(locale);

/** @param {readonly string[]} wished */
function pickLocale(wished) {
  return wished.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
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

/** @param {string} piece @param {Record<string, unknown>} values */
function place(piece, values) {
  const [name = "", form] = piece.split(":");
  const value = values[name];
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

const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });

/** @param {string[]} names @returns {string} "A, B and C" */
export function joined(names) {
  return conjunction.format(names);
}
