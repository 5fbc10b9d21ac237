/** In the room: while two people have their screens open beside each other, what one does appears at the other's within three seconds. */

/** What counts as being here. */
const SIGNS = ["pointerdown", "keydown", "hashchange"];

const TICK_MS = 2_000;
/** So long after the last sign of a person every tick looks; then one of five does, and in the end none. */
const OFTEN_MS = 5 * 60_000;
const ENOUGH_MS = 30 * 60_000;

/**
 * @param {object} options
 * @param {() => boolean} options.isNear  whether the screen shows what somebody else may change at any moment
 * @param {() => void} options.look
 * @param {() => void} options.draw
 * @returns {() => void} stops it
 */
export function lookAround({ isNear, look, draw }) {
  let seen = Date.now();
  let tick = 0;
  const stir = () => {
    seen = Date.now();
  };
  const timer = setInterval(() => {
    const away = Date.now() - seen;
    tick++;
    if (document.hidden || away > ENOUGH_MS || !isNear()) return;
    if (away < OFTEN_MS || tick % 5 === 0) look();
    else draw();
  }, TICK_MS);
  for (const sign of SIGNS) addEventListener(sign, stir, { capture: true, passive: true });
  document.addEventListener("visibilitychange", stir);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) removeEventListener(sign, stir, { capture: true });
    document.removeEventListener("visibilitychange", stir);
  };
}
