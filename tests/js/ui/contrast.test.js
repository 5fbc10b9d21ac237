import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../../static/css/tokens.css", import.meta.url), "utf8");
/** @type {Record<string, [light: string, dark: string]>} */
const tokens = Object.fromEntries(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, [light, dark]],
  ),
);

/** @param {string} hex @returns {number} relative luminance (WCAG 2.2) */
function luminance(hex) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} one @param {string} other @param {0|1} theme */
function contrast(one, other, theme) {
  const [high = 0, low = 0] = [one, other]
    .map((name) => luminance(/** @type {[string, string]} */ (tokens[name])[theme]))
    .sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["paper", "raised", "sunken"];
const TEXTS = ["ink", "ink-soft", "accent", "preparation", "reflection", "integration", "care"];

for (const theme of /** @type {const} */ ([0, 1])) {
  const name = ["light", "dark"][theme];

  test(`every text on every ground has 4.5:1 in ${name}`, () => {
    for (const text of TEXTS) {
      for (const ground of GROUNDS) {
        const found = contrast(text, ground, theme);
        assert.ok(found >= 4.5, `${text} on ${ground}: ${found.toFixed(2)}`);
      }
    }
    assert.ok(contrast("on-accent", "accent", theme) >= 4.5);
    assert.ok(contrast("ink", "accent-soft", theme) >= 4.5);
  });

  test(`edges of fields, marks of phases and the ring of focus have 3:1 in ${name}`, () => {
    for (const mark of ["edge", "focus", "preparation", "reflection", "integration"]) {
      for (const ground of GROUNDS) {
        const found = contrast(mark, ground, theme);
        assert.ok(found >= 3, `${mark} on ${ground}: ${found.toFixed(2)}`);
      }
    }
  });
}
