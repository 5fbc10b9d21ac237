/** A QR code, always dark on light so that every camera reads it. */

import { html } from "lit-html";
import { encodeQR } from "qr";

/**
 * @param {string} text
 * @param {string} label  what it holds, for those who do not see it
 */
export function qrCode(text, label) {
  const rows = encodeQR(text, "raw", { border: 4 });
  const path = rows.flatMap((row, y) =>
    runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  return html`<svg class="qr" role="img" aria-label=${label} viewBox=${`0 0 ${rows.length} ${rows.length}`}>
    <rect width=${rows.length} height=${rows.length} fill="#fff" rx="1.5" />
    <path d=${path.join("")} fill="#000" shape-rendering="crispEdges" />
  </svg>`;
}

/** @param {boolean[]} row @returns {[from: number, width: number][]} */
function runs(row) {
  /** @type {[number, number][]} */
  const found = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1] += 1;
    else if (dark) found.push([x, 1]);
  });
  return found;
}
