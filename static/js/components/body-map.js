/**
 * A body, from the front or from behind, whose areas are shaded by a tap or by drawing over them. It is not read out: whoever shows
 * it puts a list of the same areas beside it.
 */

import { html, svg } from "lit-html";

/** @typedef {"front"|"back"} Side */

/** Outlines in a field of 200 by 410: those of the middle, then those of the right half of the drawing, which is mirrored. */
const MIDDLE = {
  head: "M100 6C115 6 124 18 123 34C122 50 112 61 100 61C88 61 78 50 77 34C76 18 85 6 100 6Z",
  neck: "M90 64Q100 68 110 64L112 79Q100 85 88 79Z",
  chest: "M86 82Q100 88 114 82L130 88Q137 94 136 104L132 142Q100 151 68 142L64 104Q63 94 70 88Z",
  belly: "M68 146Q100 155 132 146L130 190Q100 198 70 190Z",
  hips: "M70 194Q100 202 130 194L137 219Q134 231 104 235L100 230L96 235Q66 231 63 219Z",
};
const HALF = {
  shoulder: "M134 88Q152 90 157 110L157 122L140 125L140 103Q140 94 134 88Z",
  "upper-arm": "M140 129L158 126L163 174L146 178Z",
  forearm: "M146 182L163 178L171 228L156 232Z",
  hand: "M156 236L171 232Q179 246 176 259Q170 272 161 264Q155 254 156 236Z",
  thigh: "M104 239Q133 235 138 226L135 304L108 306Z",
  shin: "M108 310L135 308L129 376L112 376Z",
  foot: "M112 380L129 380L137 397Q136 405 124 405L113 403Z",
};

/**
 * @typedef {object} BodyOptions
 * @property {Side} side
 * @property {string[]} shaded  ids of areas, `front.chest`
 * @property {(area: string, shaded: boolean) => void} [paint]  absent: it is only looked at
 */

/** @param {BodyOptions} options */
export function bodyMap({ side, shaded, paint }) {
  const area = (/** @type {string} */ name, /** @type {string} */ path, mirrored = false) => {
    const id = `${side}.${name}`;
    const turned = mirrored ? "translate(200 0) scale(-1 1)" : "";
    return svg`<path data-area=${id} class=${shaded.includes(id) ? "area shaded" : "area"} d=${path} transform=${turned} />`;
  };
  // From the front the left hand is on the right of the drawing, from behind on the left.
  const [here, there] = side === "front" ? ["left", "right"] : ["right", "left"];
  const brush = paint && brushOf(shaded, paint);
  return html`<svg
    class=${paint ? "body-map painted" : "body-map"}
    viewBox="16 0 168 410"
    aria-hidden="true"
    @pointerdown=${brush?.down}
    @pointermove=${brush?.move}
  >
    ${Object.entries(MIDDLE).map(([name, path]) => area(name, path))}
    ${Object.entries(HALF).map(([name, path]) => [
      area(`${here}-${name}`, path),
      area(`${there}-${name}`, path, true),
    ])}
  </svg>`;
}

/** Whether the finger that is down shades or clears, by the area it came down on. */
let shading = true;

/** @param {string[]} shaded @param {(area: string, shaded: boolean) => void} paint */
function brushOf(shaded, paint) {
  return {
    down: (/** @type {PointerEvent} */ event) => {
      const id = areaAt(event);
      if (!id) return;
      shading = !shaded.includes(id);
      paint(id, shading);
    },
    move: (/** @type {PointerEvent} */ event) => {
      const id = event.buttons ? areaAt(event) : null;
      if (id && shaded.includes(id) !== shading) paint(id, shading);
    },
  };
}

/** A finger stays captured by the area it came down on: what lies below it is asked of the page. @param {PointerEvent} event */
function areaAt({ clientX, clientY }) {
  const below = document.elementFromPoint(clientX, clientY);
  return below?.closest("[data-area]")?.getAttribute("data-area") ?? null;
}
