/**
 * Keeps what is being typed: a save begins at most `delayMs` after the first change that is not kept, never later because
 * typing goes on, and never beside another.
 */
export class Autosave {
  #save;
  #delayMs;
  #report;
  #dirty = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  /** @type {Promise<void>|undefined} */
  #running;

  /**
   * @param {() => Promise<void>} save  keeps the newest state
   * @param {(state: "typing"|"kept"|"failed", error?: unknown) => void} report
   * @param {number} [delayMs]
   */
  constructor(save, report, delayMs = 700) {
    this.#save = save;
    this.#report = report;
    this.#delayMs = delayMs;
  }

  /** Something changed. */
  touch() {
    this.#dirty = true;
    this.#report("typing");
    this.#timer ??= setTimeout(() => this.flush(), this.#delayMs);
  }

  /** Whether something is not kept yet. */
  get dirty() {
    return this.#dirty || this.#running !== undefined;
  }

  /**
   * Keeps what is not kept, now.
   * @returns {Promise<boolean>} whether everything is kept; the words stay on the page in any case
   */
  async flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#running) await this.#running;
    if (!this.#dirty) return true;
    this.#running ??= this.#run();
    await this.#running;
    return !this.#dirty;
  }

  async #run() {
    this.#dirty = false;
    try {
      await this.#save();
      if (!this.#dirty) this.#report("kept");
    } catch (error) {
      this.#dirty = true;
      this.#report("failed", error);
    } finally {
      this.#running = undefined;
    }
  }

  /**
   * Forgets what is not kept: the words were saved or thrown away elsewhere.
   * @returns {Promise<void>} when no save runs any more
   */
  async stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirty = false;
    await this.#running;
  }
}
