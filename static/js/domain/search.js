/** How words are found: as they are remembered and typed, whatever their case, accents, quotation marks, spaces and order. */

import { characterStart } from "./foreign.js";

/** @typedef {{text: string, found: boolean}} Piece  a stretch of an entry's words; `found`: it is what was looked for */

/** What NFKD leaves apart though people type one for the other. @type {Record<string, string>} */
const ALIKE = {
  ß: "ss",
  ς: "σ",
  ı: "i",
  ø: "o",
  đ: "d",
  ł: "l",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
};
/** Accents; apostrophes; what is not seen; the stroke that only draws an Arabic word out. */
const NOT_TYPED = /[\p{M}\p{Cf}'’‘ʼʹ`´ـ]/gu;
/** Hyphens and dashes: who looks for *well being* means *well-being* too. */
const DASHES = /\p{Pd}/gu;
const QUOTED = /["“”„«»「『]([^"“”„«»」』]+)["“”«»」』]/gu;
/** Characters of a found place that are shown, and of what stands before its first word. */
const AROUND = { whole: 150, before: 45 };

/** @param {string} text @returns {string} letter by letter what is compared: the same for a whole text as for its letters one by one */
function plain(text) {
  return text
    .normalize("NFKD")
    .replace(NOT_TYPED, "")
    .replace(DASHES, " ")
    .toLowerCase()
    .replace(NOT_TYPED, "")
    .replace(/[ßςıøđłæœþð]/g, (letter) => ALIKE[letter] ?? letter);
}

/** @param {string} text @returns {string} on one line, without what people leave out or type otherwise */
export function fold(text) {
  return plain(text).replace(/\s+/g, " ").trim();
}

/**
 * @param {string} text  as it was typed into the search field
 * @returns {string[]} folded words that an entry must all have, in any order; what stands in quotation marks is one of them
 */
export function wantedWords(text) {
  const quoted = [...text.matchAll(QUOTED)].map(([, words = ""]) => fold(words));
  const single = text
    .replace(QUOTED, " ")
    .split(/\s+/)
    .flatMap((word) => fold(word).split(" "));
  return [...new Set([...quoted, ...single.map(bare)])].filter(Boolean);
}

/** @param {string} word @returns {string} without the marks at its ends, unless it is nothing else */
function bare(word) {
  return word.replace(/^\p{P}+|\p{P}+$/gu, "") || word;
}

/** @param {string} words folded @param {readonly string[]} wanted @returns {boolean} */
export function hasAll(words, wanted) {
  return wanted.every((word) => words.includes(word));
}

/**
 * @param {string} text  words of an entry, as they are written
 * @param {readonly string[]} wanted  of `wantedWords`
 * @returns {Piece[]} a line around the first place where one of them stands, with all of them marked; empty where none does
 */
export function placeFound(text, wanted) {
  const line = text.replace(/\s+/gu, " ").trim();
  const { folded, starts, ends } = foldedWithPlaces(line);
  const spans = wanted
    .flatMap((word) => spansOf(folded, word))
    .map(([from, to]) => [starts[from] ?? 0, ends[to - 1] ?? line.length])
    .sort(([a = 0], [b = 0]) => a - b);
  const first = spans[0]?.[0];
  if (first === undefined) return [];
  const start = first <= AROUND.before ? 0 : wordStart(line, first - AROUND.before, first);
  const end = Math.min(wordEnd(line, start + AROUND.whole), line.length);
  return cutInto(line, start, end, spans);
}

/** @param {string} line @returns {{folded: string, starts: number[], ends: number[]}} by place in `folded`: where its letter begins and ends in the line */
function foldedWithPlaces(line) {
  let folded = "";
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let place = 0;
  for (const letter of line) {
    const piece = plain(letter).replace(/\s+/g, " ");
    const isSpaceAgain = piece === " " && (folded === "" || folded.endsWith(" "));
    if (!isSpaceAgain) {
      for (let index = 0; index < piece.length; index += 1) {
        starts.push(place);
        ends.push(place + letter.length);
      }
      folded += piece;
    }
    place += letter.length;
  }
  return { folded, starts, ends };
}

/** @param {string} folded @param {string} word @returns {[number, number][]} */
function spansOf(folded, word) {
  /** @type {[number, number][]} */
  const spans = [];
  for (
    let from = folded.indexOf(word);
    from !== -1;
    from = folded.indexOf(word, from + word.length)
  )
    spans.push([from, from + word.length]);
  return spans;
}

/** @param {string} line @param {number} from @param {number} most @returns {number} the beginning of a word there, before `most` */
function wordStart(line, from, most) {
  const space = line.indexOf(" ", from);
  if (space !== -1 && space < most) return space + 1;
  return characterStart(line, from);
}

/** @param {string} line @param {number} to */
function wordEnd(line, to) {
  if (to >= line.length) return line.length;
  const space = line.lastIndexOf(" ", to);
  if (space > to - 30) return space;
  const cut = characterStart(line, to);
  // A character longer than that is no one's: something has to be shown.
  return cut > to - 100 ? cut : to;
}

/** @param {string} line @param {number} start @param {number} end @param {number[][]} spans by place @returns {Piece[]} */
function cutInto(line, start, end, spans) {
  /** @type {Piece[]} */
  const pieces = [];
  const push = (
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {boolean} */ found,
  ) => {
    if (to > from) pieces.push({ text: line.slice(from, to), found });
  };
  let at = start;
  for (const [from = 0, to = 0] of spans) {
    if (to <= at || from >= end) continue;
    push(at, Math.max(from, at), false);
    push(Math.max(from, at), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  push(at, end, false);
  if (start > 0) pieces.unshift({ text: "…", found: false });
  if (end < line.length) pieces.push({ text: "…", found: false });
  return pieces;
}
