/** How much one entry holds, known before it is kept: docs/protocol.md section 4. */

/** Bytes of words in one entry, as JSON writes them: a sealed body has 262,144, of which padding and the other members take a part. */
export const PAGE_BYTES = 250_000;
/** Of words that are taken at the lock, whose payload has at most 131,072. */
export const CAPTURE_BYTES = 130_000;

const utf8 = new TextEncoder();

/** @param {unknown} said text, or text with what stands beside it @returns {number} bytes as JSON writes it */
export function bytesOf(said) {
  return utf8.encode(JSON.stringify(said)).length;
}

/** @param {unknown} said @returns {"room"|"near"|"full"} */
export function roomFor(said) {
  const bytes = bytesOf(said);
  if (bytes > PAGE_BYTES) return "full";
  return bytes > 0.9 * PAGE_BYTES ? "near" : "room";
}

/**
 * @param {string} text
 * @param {number} most bytes of one part
 * @returns {string[]} parts between paragraphs, lines or words where that can be; joined, they are the text
 */
export function divide(text, most) {
  const parts = [];
  let rest = text;
  while (bytesOf(rest) > most) {
    const end = cut(rest, most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** @param {string} text @param {number} most @returns {number} length of the first part */
function cut(text, most) {
  let [fits, past] = [0, Math.min(text.length, most) + 1];
  while (past - fits > 1) {
    const middle = (fits + past) >> 1;
    if (bytesOf(text.slice(0, middle)) <= most) fits = middle;
    else past = middle;
  }
  const half = text.slice(0, fits);
  for (const mark of ["\n\n", "\n", ". ", " "]) {
    const found = half.lastIndexOf(mark);
    if (found >= fits / 2) return found + mark.length;
  }
  // Never between the halves of one character.
  return half.isWellFormed() || !text.isWellFormed() ? fits : fits - 1;
}
