/** A long list is drawn a piece at a time: more of it whenever one scrolls near its end. */

/**
 * @param {number} step  rows at first, and with every piece
 * @param {() => void} draw
 * @returns {{shown: () => number, restart: () => void, stop: () => void}} how many rows to draw now
 */
export function growing(step, draw) {
  let shown = step;
  let bottom = 0;
  const more = () => {
    const { scrollHeight } = document.documentElement;
    // The same height again: there was nothing more to draw.
    if (scrollY + 3 * innerHeight < scrollHeight || scrollHeight === bottom) return;
    bottom = scrollHeight;
    shown += step;
    draw();
  };
  addEventListener("scroll", more, { passive: true });
  return {
    shown: () => shown,
    restart: () => {
      shown = step;
      bottom = 0;
    },
    stop: () => removeEventListener("scroll", more),
  };
}
