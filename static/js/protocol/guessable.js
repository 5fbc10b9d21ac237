// Passphrases that are easily guessed (docs/protocol.md section 2).

const MOST = 256;
const LEAST_LEFT = 8;
/** Steps that one finger after the other makes. */
const ROWS = [
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "1234567890",
];
/** Characters of a run that count as one. */
const RUN = 4;

/**
 * @param {string} passphrase
 * @param {readonly string[]} own  handle and name of its owner
 * @param {readonly string[]} common  letters and digits of what people choose first, longest first (static/content/guessable.json)
 * @returns {boolean} whether fewer than eight characters are left of it without those words, runs along a keyboard or the alphabet, and repetitions
 */
export function isGuessable(passphrase, own, common) {
  let left = [...lettersOf(passphrase)].slice(0, MOST).join("");
  for (const word of [...ownWords(own), ...common]) left = left.replaceAll(word, "");
  left = withoutRuns([...left]);
  return [...withoutRepeats(left)].length < LEAST_LEFT;
}

/** @param {string} text @returns {string} its letters and digits, small */
function lettersOf(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** @param {readonly string[]} own @returns {string[]} words of three letters and more, longest first */
function ownWords(own) {
  const words = own.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).map(lettersOf);
  return words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

/** @param {string[]} letters @returns {string} each run as its first letter */
function withoutRuns(letters) {
  let found = "";
  for (let at = 0; at < letters.length; ) {
    let end = at + 1;
    while (end < letters.length && isStep(letters[end - 1] ?? "", letters[end] ?? "")) end += 1;
    const isRun = end - at >= RUN;
    found += isRun ? letters[at] : letters.slice(at, end).join("");
    at = end;
  }
  return found;
}

/** @param {string} one @param {string} next */
function isStep(one, next) {
  const apart = Math.abs((next.codePointAt(0) ?? 0) - (one.codePointAt(0) ?? 0));
  return apart <= 1 || ROWS.some((row) => row.includes(one + next) || row.includes(next + one));
}

/** @param {string} text @returns {string} what stands several times in a row, once */
function withoutRepeats(text) {
  let before;
  do {
    before = text;
    text = text.replace(/(.+?)\1+/gu, "$1");
  } while (text !== before);
  return text;
}
