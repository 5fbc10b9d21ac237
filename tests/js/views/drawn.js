// What a template of a screen says, without a page to draw it on.

/**
 * @param {unknown} drawn a template of lit-html, a directive's, a list of them, or a word
 * @param {(act: () => unknown) => string} [acting] what stands in the place of a listener
 * @returns {string} its markup with the words in their places, about as the page has it
 */
export function markupOf(drawn, acting = () => "") {
  if (Array.isArray(drawn)) return drawn.map((one) => markupOf(one, acting)).join("");
  const { strings, values } = /** @type {any} */ (drawn ?? {});
  // What a directive was given, a template among it, lies in its values.
  if (!strings) return Array.isArray(values) ? markupOf(values, acting) : wordOf(drawn, acting);
  return strings
    .map(
      (/** @type {string} */ text, /** @type {number} */ i) => text + markupOf(values[i], acting),
    )
    .join("");
}

/** @param {unknown} drawn @param {(act: () => unknown) => string} acting */
function wordOf(drawn, acting) {
  if (typeof drawn === "function") return acting(/** @type {() => unknown} */ (drawn));
  return typeof drawn === "string" || typeof drawn === "number" ? String(drawn) : "";
}
