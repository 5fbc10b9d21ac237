/** The kit as a picture to be kept or printed, without the handle: ink on white, whatever the theme. */

import { encodeQR } from "qr";

const WIDTH = 1080;
const MARGIN = 90;
const LINE = 74;

/**
 * @param {[label: string, value: string][]} lines
 * @param {string} code  drawn below them to be scanned
 * @returns {Promise<Blob>} PNG
 */
export async function kitPicture(lines, code) {
  const qr = encodeQR(code, "raw", { border: 1 });
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  const rows = lines.flatMap(([label, value]) => [
    [label],
    ...broken(value).map((row) => [row, true]),
  ]);
  const cell = Math.floor(420 / qr.length);
  canvas.height = 2 * MARGIN + rows.length * LINE + lines.length * 34 + cell * qr.length;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000000";
  let y = MARGIN;
  for (const [text, isValue] of rows) {
    pen.font = isValue ? "46px ui-monospace, monospace" : "30px system-ui, sans-serif";
    y += isValue ? LINE : LINE + 34;
    pen.fillText(String(text), MARGIN, y - 40);
  }
  drawQr(pen, qr, MARGIN, y, cell);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** @param {string} value @returns {string[]} a kit code in rows of three groups, other values whole */
function broken(value) {
  const groups = value.split("-");
  if (groups.length !== 9) return value.match(/.{1,32}(?:\s|$)|.{1,32}/g) ?? [value];
  return [0, 3, 6].map((from) => groups.slice(from, from + 3).join("-"));
}

/** @param {CanvasRenderingContext2D} pen @param {boolean[][]} qr @param {number} left @param {number} top @param {number} cell */
function drawQr(pen, qr, left, top, cell) {
  qr.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + x * cell, top + y * cell, cell, cell);
    });
  });
}
