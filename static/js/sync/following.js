// Hears how far the feed reaches (docs/api.md, "Position"), and has sync look where that is further than was read.
//
// A place is a hint. A false one costs a look and then a pause, so that a server which says nothing, too much or untrue things is asked about as often as
// one that is polled. While nobody sees the page there is no stream.

/** @import { Clock, Problem, Random } from "./types.js" */

const PAUSE_MS = 1_000;
const PAUSE_MOST_MS = 900_000;
/** A stream that stood so long was a good one. */
const GOOD_MS = 60_000;
/** Between two looks for the sake of hints: doubled while they come thick and fast. */
const SPACE_MS = 1_000;
const SPACE_MOST_MS = 16_000;

/**
 * @typedef {object} Ears
 * @property {(hear: (place: number) => void, signal: AbortSignal) => Promise<void>} positions  resolves when the stream ends; throws a Problem
 * @property {() => number} read   up to where the feed has been read
 * @property {() => boolean} isBusy
 * @property {() => void} look
 * @property {Clock} clock
 * @property {Random} random
 */

export class Following {
  #given;
  #place = 0;
  /** Place for whose sake sync looks now; 0: none. */
  #looking = 0;
  #attempt = 0;
  #space = SPACE_MS;
  #looked = -Infinity;
  #isOn = false;
  #stream = new AbortController();
  #cancelPause = () => {};
  #cancelLook = () => {};

  /** @param {Ears} given */
  constructor(given) {
    this.#given = given;
  }

  /** Listens from now on. */
  start() {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#open();
  }

  /** The network has come back: what stood before does not stand any more. */
  renew() {
    if (!this.#isOn) return;
    this.stop();
    this.#attempt = 0;
    this.start();
  }

  /** Listens no longer: nobody sees the page, or sync has ended. */
  stop() {
    this.#isOn = false;
    this.#cancelPause();
    this.#cancelLook();
    this.#looking = 0;
    this.#stream.abort();
  }

  /** Sync has come to rest. */
  rested() {
    if (!this.#isOn) return;
    const told = this.#looking;
    this.#looking = 0;
    // What was told is not there: whoever says so is not believed for a while.
    if (told > this.#given.read()) this.#stream.abort();
    else this.#consider();
  }

  async #open() {
    const { positions, clock } = this.#given;
    const stream = new AbortController();
    const began = clock.now();
    this.#stream = stream;
    this.#place = 0;
    /** @type {unknown} */
    let problem = null;
    const hear = (/** @type {number} */ place) => {
      if (this.#stream === stream && !stream.signal.aborted) this.#hear(place);
    };
    await positions(hear, stream.signal).catch((error) => {
      problem = error;
    });
    if (!this.#isOn || this.#stream !== stream) return;
    const isGood = !stream.signal.aborted && clock.now() - began >= GOOD_MS;
    this.#pause(/** @type {Problem | null} */ (problem), isGood);
  }

  /** @param {Problem | null} problem @param {boolean} isGood */
  #pause(problem, isGood) {
    const { clock, random, look } = this.#given;
    if (problem?.kind === "signed-out") {
      // Signing in again begins anew; until then a look finds out, and the person is told.
      this.stop();
      return look();
    }
    if (isGood) this.#attempt = 0;
    const grown = Math.min(PAUSE_MS * 2 ** this.#attempt, PAUSE_MOST_MS) * (0.5 + random() / 2);
    this.#attempt = Math.min(this.#attempt + 1, 16);
    const asked = Math.min(problem?.retryAfterMs ?? 0, PAUSE_MOST_MS);
    this.#cancelPause = clock.after(Math.max(grown, asked), () => this.#open());
  }

  /** @param {number} place */
  #hear(place) {
    this.#place = Math.max(this.#place, place);
    this.#consider();
  }

  /** Looks, where there is something to look for and it is time. */
  #consider() {
    const { read, isBusy, clock } = this.#given;
    this.#cancelLook();
    this.#cancelLook = () => {};
    if (this.#looking || isBusy() || this.#place <= read()) return;
    const since = clock.now() - this.#looked;
    if (since < this.#space && since >= 0) {
      this.#cancelLook = clock.after(this.#space - since, () => this.#consider());
      return;
    }
    this.#space = since < 2 * this.#space ? Math.min(2 * this.#space, SPACE_MOST_MS) : SPACE_MS;
    this.#looked = clock.now();
    this.#looking = this.#place;
    this.#given.look();
  }
}
