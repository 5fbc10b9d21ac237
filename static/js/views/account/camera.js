/** The camera of a screen that reads a picture from another one: begun and ended by one button, and ended with the screen. */

import { t } from "../../ui/i18n.js";

/** @import { App } from "../shared/types.js" */

/**
 * Wants a hidden `<video>` on the screen.
 * @param {App} app
 * @param {(text: string) => unknown} found  what was read, once
 * @param {string} failed  said where the camera does not open
 */
export function camera(app, found, failed) {
  /** @type {(() => void)|null} */
  let stopScan = null;
  let isWanted = false;

  function stop() {
    isWanted = false;
    stopScan?.();
    stopScan = null;
  }

  async function turn() {
    if (isWanted) {
      stop();
      return app.draw();
    }
    isWanted = true;
    const { scanQr } = await import("../../components/qr-scanner.js");
    const video = /** @type {HTMLVideoElement} */ (document.querySelector("video"));
    video.hidden = false;
    try {
      stopScan = await scanQr(video, (text) => {
        stop();
        found(text);
      });
      // Whoever left while the camera was being opened is not looked at.
      if (!isWanted) stop();
    } catch {
      stop();
      video.hidden = true;
      app.say(t(failed));
    }
    app.draw();
  }

  return { turn, stop, isOn: () => stopScan !== null };
}
