/** Reads a QR code from the camera; pictures stay in memory and are forgotten one by one. */

import { decodeQR } from "qr/decode.js";

const EVERY_MS = 200;

/**
 * @param {HTMLVideoElement} video  shows what the camera sees
 * @param {(text: string) => void} found  called once
 * @returns {Promise<() => void>} stops the camera
 * @throws {DOMException} no camera, or the person refused it
 */
export async function scanQr(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement("canvas");
  const stop = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    video.hidden = true;
  };
  const timer = setInterval(() => {
    const text = read(video, canvas);
    if (text === null) return;
    stop();
    found(text);
  }, EVERY_MS);
  return stop;
}

/** @param {HTMLVideoElement} video @param {HTMLCanvasElement} canvas @returns {string|null} */
function read(video, canvas) {
  const { videoWidth: width, videoHeight: height } = video;
  if (!width) return null;
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return null;
  pen.drawImage(video, 0, 0);
  try {
    return decodeQR(pen.getImageData(0, 0, width, height));
  } catch {
    return null; // no code in this picture
  }
}
