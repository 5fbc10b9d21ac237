// A link of 0.1 Mbit/s on which every fifth connection is cut, in a time of its own: a journal of 4,000 entries arrives.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Device, Server, signUp } from "./world.js";

/** @import { EntryDraft } from "../../../static/js/domain/drafts.js" */

const ENTRIES = 4_000;
/** Bytes a millisecond. */
const RATE = 12.5;
const PIECE = 4_096;

/** Time passes as bytes move; whoever waits for a time is told when it has come. */
class ThinLink {
  now = Date.UTC(2026, 10, 22, 9, 0, 0);
  moved = 0;
  cuts = 0;
  #seed;
  /** @type {{at: number, fire: () => void}[]} */
  #timers = [];

  /** @param {number} seed */
  constructor(seed) {
    this.#seed = seed;
  }

  /** @param {Device} device that has nothing else */
  carry(device) {
    device.clock = { now: () => this.now, after: this.#after };
    device.wire.between = (request, send) => this.#carry(request, send);
  }

  #after = (/** @type {number} */ ms, /** @type {() => void} */ fire) => {
    const timer = { at: this.now + ms, fire };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** @param {number} bytes @param {AbortSignal} signal */
  #move(bytes, signal) {
    this.moved += bytes;
    this.now += bytes / RATE;
    for (const timer of this.#timers.filter(({ at }) => at <= this.now)) timer.fire();
    signal.throwIfAborted();
  }

  /** @returns {number} between 0 and 1, from the seed (mulberry32) */
  #random() {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @returns {TypeError} as a browser has it */
  #cut() {
    this.cuts++;
    return new TypeError("network error");
  }

  /** @param {Request} request @param {() => Promise<Response>} send @returns {Promise<Response>} */
  async #carry(request, send) {
    const up = (await request.clone().arrayBuffer()).byteLength;
    const isCut = this.#random() < 0.2;
    // Where it is cut: on the way up, before an answer that is lost then, or within the answer.
    const where = this.#random();
    this.#move(isCut && where < 0.2 ? up / 2 : up, request.signal);
    if (isCut && where < 0.2) throw this.#cut();
    const answer = await send();
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const end = isCut ? Math.floor((bytes.length * (where - 0.2)) / 0.8) : bytes.length;
    const { status, headers } = answer;
    if (status === 204 && !isCut) return new Response(null, { status, headers });
    return new Response(this.#body(bytes, end, request.signal), {
      status: status === 204 ? 200 : status,
      headers,
    });
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {number} end @param {AbortSignal} signal @returns {ReadableStream} */
  #body(bytes, end, signal) {
    let at = 0;
    const pull = (/** @type {ReadableStreamDefaultController} */ controller) => {
      const next = Math.min(end, at + PIECE);
      try {
        this.#move(next - at, signal);
      } catch (error) {
        return controller.error(error);
      }
      if (next > at) controller.enqueue(bytes.slice(at, next));
      at = next;
      if (at < end) return;
      if (end < bytes.length) controller.error(this.#cut());
      else controller.close();
    };
    return new ReadableStream({ pull }, { highWaterMark: 0 });
  }
}

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
});
after(() => server.stop());

/** @param {number} n @returns {EntryDraft} of some hundred words */
function entry(n) {
  const text = `entry ${n} ${"of a quiet day by the sea ".repeat(60)}`;
  return { title: "", text, prompt: null, phase: null, dosing: null, happened: null };
}

/** Until nothing is to be done any more; the link is tried again each time it broke. @param {Device} device @param {() => Promise<boolean>} isDone */
async function goesOn(device, isDone) {
  for (let tries = 0; !(await isDone()); tries++) {
    assert.ok(tries < 400, "it never ends");
    await device.sync();
  }
}

test("4,000 entries go up over a thin link and come down on a new device", async () => {
  const phone = new Device(server.origin);
  const kit = await signUp(phone, "Ana", "patient");
  const up = new ThinLink(1);
  up.carry(phone);
  const drafts = Array.from({ length: ENTRIES }, (_, n) => entry(n));
  await phone.vault.importMany({ drafts });
  await goesOn(phone, async () => (await phone.vault.syncStatus()).waiting === 0);
  phone.wire.between = null;
  const { bytes } = /** @type {{bytes: number}} */ (await phone.vault.serverKnows());
  assert.ok(bytes > 16_000_000, `${bytes} bytes`);

  const laptop = new Device(server.origin);
  await laptop.signIn(kit);
  const down = new ThinLink(2);
  const begun = down.now;
  down.carry(laptop);
  /** @type {number[]} */
  const seen = [];
  await goesOn(laptop, async () => {
    const { coming } = await laptop.vault.syncStatus();
    seen.push(coming?.here ?? ENTRIES);
    return coming === null;
  });
  assert.equal((await laptop.vault.entries()).length, ENTRIES);
  assert.ok(down.cuts > 5 && up.cuts > 5, "the link was cut");
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
    "what has come is never asked for again",
  );
  // Whoever pushes is shown their own records once as well.
  assert.ok(up.moved < 2.35 * bytes, `${up.moved} bytes were moved to push ${bytes}`);
  assert.ok(down.moved < 1.35 * bytes, `${down.moved} bytes were moved to pull ${bytes}`);
  const minutes = (down.now - begun) / 60_000;
  assert.ok(minutes < 28, `${minutes} minutes`);
});
