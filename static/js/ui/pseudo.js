/** A language for looking at layouts: English with accents, about 40 % longer, in brackets that show where a sentence is cut. */

const ACCENTED = Object.fromEntries(
  [..."aeiouycnstAEIOUYCNST"].map((letter, index) => [letter, [..."áéíöüýçñšţÁÉÍÖÜÝÇÑŠŢ"][index]]),
);
/** Members of content files that people read. */
const READ =
  /^(?:text|hint|topic|title|name|note|sentences|steps|short|long|after|question|low|high|front|back|label|about|instruction|notice)$/;

/**
 * @param {string} text with places in braces, which stay as they are
 * @param {boolean} mirrored
 * @returns {string}
 */
export function pseudo(text, mirrored) {
  const longer = text
    .split(/(\{[^}]*\})/)
    .map((part, index) => (index % 2 ? part : part.replace(/[a-z]/gi, stretch)))
    .join("");
  // From right to left by the letters themselves: U+202E turns them, U+202C ends it.
  return mirrored ? `\u202e${longer}\u202c` : `[${longer}]`;
}

/** @param {string} letter */
function stretch(letter) {
  const accented = ACCENTED[letter] ?? letter;
  return /[aeiouy]/i.test(letter) ? accented + accented.toLowerCase() : accented;
}

/** @param {any} catalogue of words @param {boolean} mirrored @returns {any} the same in the pseudo-locale */
export function pseudoWords(catalogue, mirrored) {
  return mapTexts(catalogue, () => true, mirrored);
}

/** @param {any} content of a content file @param {boolean} mirrored @returns {any} the same, with what people read in the pseudo-locale */
export function pseudoContent(content, mirrored) {
  return mapTexts(content, (name) => READ.test(name), mirrored);
}

/**
 * @param {any} value
 * @param {(name: string) => boolean} isRead whether texts of a member are read by people
 * @param {boolean} mirrored
 * @param {boolean} [read] whether this value is
 * @returns {any}
 */
function mapTexts(value, isRead, mirrored, read = false) {
  if (typeof value === "string") return read ? pseudo(value, mirrored) : value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, isRead, mirrored, read));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, one]) => [name, mapTexts(one, isRead, mirrored, isRead(name))]),
  );
}
