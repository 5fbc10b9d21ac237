// What a template of a screen says, without a page to draw it on.

/**
 * @param {unknown} drawn a template of lit-html, a directive's, a list of them, or a word
 * @returns {string} its markup with the words in their places, about as the page has it
 */
export function markupOf(drawn) {
  if (Array.isArray(drawn)) return drawn.map(markupOf).join("");
  const { strings, values } = /** @type {any} */ (drawn ?? {});
  // What a directive was given, a template among it, lies in its values.
  if (!strings) return Array.isArray(values) ? markupOf(values) : wordOf(drawn);
  return strings
    .map((/** @type {string} */ text, /** @type {number} */ i) => text + markupOf(values[i]))
    .join("");
}

/** @param {unknown} drawn */
function wordOf(drawn) {
  return typeof drawn === "string" || typeof drawn === "number" ? String(drawn) : "";
}
