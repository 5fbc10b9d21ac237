/** Locks when nobody has been here, in this tab or another one of the app, for a while. */

/** What counts as being here. */
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart", "input"];
/** The channel on which tabs tell each other that somebody is here, and the least time between two tellings. */
const CHANNEL = "here";
const TELL_MS = 2_000;

/**
 * Calls `away` when there was no sign of a person for `minutes`, also while the device slept, or at once when the page is
 * hidden and `minutes` is 0.
 * @param {() => number} minutes asked each time, so that a changed choice holds at once
 * @param {() => void} away
 * @returns {() => void} stops watching
 */
export function watchAway(minutes, away) {
  let seen = Date.now();
  let told = 0;
  const tabs = new BroadcastChannel(CHANNEL);
  const stir = () => {
    // Timers do not run while a device sleeps: the first touch afterwards must find it locked, not wake it.
    check();
    seen = Date.now();
  };
  const here = () => {
    stir();
    if (seen - told < TELL_MS) return;
    told = seen;
    tabs.postMessage(null);
  };
  tabs.onmessage = stir;
  const tooLong = () => minutes() > 0 && Date.now() - seen >= minutes() * 60_000;
  const check = () => {
    if (!tooLong()) return;
    // Counted anew from here: whoever unlocks afterwards is here again.
    seen = Date.now();
    away();
  };
  const hidden = () => (document.hidden && minutes() === 0 ? away() : check());
  const timer = setInterval(check, 5_000);
  for (const sign of SIGNS) addEventListener(sign, here, { capture: true, passive: true });
  document.addEventListener("visibilitychange", hidden);
  return () => {
    clearInterval(timer);
    tabs.close();
    for (const sign of SIGNS) removeEventListener(sign, here, { capture: true });
    document.removeEventListener("visibilitychange", hidden);
  };
}

/** Covers the page while it is not looked at, so that a task switcher's picture shows no words. As early as the web allows. */
export function coverWhenHidden() {
  const { classList } = document.documentElement;
  const touch = matchMedia("(hover: none)");
  const cover = () => classList.add("covered");
  const uncover = () => document.hidden || classList.remove("covered");
  document.addEventListener("visibilitychange", () => (document.hidden ? cover() : uncover()));
  // With a mouse another window may have the focus while this one is read; on a phone it means leaving.
  addEventListener("blur", () => touch.matches && cover());
  addEventListener("pagehide", cover);
  addEventListener("focus", uncover);
  addEventListener("pageshow", uncover);
}
