/** How wide words of a drawing become, in the font that this device draws with. */

/** A letter's width where nothing draws, as in a test without a document: an average of what phones have. */
const LETTER = 6.7;
/** The type of a drawing's words (`.chart text`); the bolder of its two weights, in which a name may stand. */
const TYPE = "600 12.5px";

/** @type {CanvasRenderingContext2D|null|undefined} */
const pen = globalThis.document?.createElement("canvas").getContext("2d");

/** @param {string} text @returns {number} pixels of a drawing, before it grows with the text of the page */
export function textWidth(text) {
  if (!pen) return text.length * LETTER;
  pen.font = `${TYPE} ${getComputedStyle(document.documentElement).fontFamily}`;
  return pen.measureText(text).width;
}
