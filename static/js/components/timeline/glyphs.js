/** The ways a dose is given, as line drawings in a square of 16. The words stand beside them or in their name. */

import { svg } from "lit-html";

/** @type {Record<string, string>} */
const PATHS = {
  iv: "M5 3h6v5.500a3 3 0 0 1-6 0zM8 11.500V15M8 3V1M5 6h6",
  im: "M8 15v-4M5.500 4.500h5V11h-5zM8 4.500V2M6 1.500h4M5.500 7.500h2",
  sc: "M2 12.500h12M6 12.500 9.500 9M8 6l3-3 3 3-3 3zM6.500 12l1.500 2.500",
  nasal:
    "M5.500 15V9.500L8 7.500l2.500 2V15zM8 7.500V5.500M8 3.500V1.500M5.500 4 4 2.500M10.500 4 12 2.500",
  lozenge: "M8 3.500 13.500 8 8 12.500 2.500 8z",
  oral: "M5 5h6a3 3 0 0 1 0 6H5a3 3 0 0 1 0-6zM8 5v6",
  rectal: "M5.500 14.500V7C5.500 4 7 1.500 8 1.500S10.500 4 10.500 7v7.500z",
  other: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3M8 7v2",
};

/** The routes there are drawings of. */
export const ROUTES = Object.keys(PATHS);

/** @param {string} route @param {number} x of the middle @param {number} y of the middle */
export function routeGlyph(route, x, y) {
  return svg`<path class="glyph" aria-hidden="true" transform=${`translate(${x - 8} ${y - 8})`} d=${PATHS[route] ?? PATHS.other ?? ""} />`;
}
