// Requests on a link that is slow, falls silent or breaks (docs/api.md), in a time of its own.

import assert from "node:assert/strict";
import test from "node:test";
import { Network } from "../../../static/js/vault/network.js";
import { concat, u32be, utf8 } from "../../../static/js/wire/encoding.js";
import { buildPage } from "../../../static/js/wire/feed.js";

/** Time that passes when it is told to. */
class Time {
  now = 0;
  /** @type {{at: number, fire: () => void}[]} */
  #timers = [];

  after = (/** @type {number} */ ms, /** @type {() => void} */ fire) => {
    const timer = { at: this.now + ms, fire };
    this.#timers.push(timer);
    return () => this.#timers.splice(this.#timers.indexOf(timer), 1);
  };

  /** @param {number} ms */
  pass(ms) {
    this.now += ms;
    for (const timer of this.#timers.filter(({ at }) => at <= this.now)) timer.fire();
  }
}

/** Answers with the pieces of a body, each after some time; `silent` at the end: then nothing comes, until the request is given up. */
class Link {
  time = new Time();
  /** @type {{after: number, piece: Uint8Array<ArrayBuffer>}[]} */
  pieces = [];
  /** @type {"end"|"cut"|"silent"} */
  end = "end";
  /** How long the head is waited for. */
  head = 0;
  /** @type {string[]} */
  asked = [];
  /** @type {string | undefined} */
  type;
  /** Pieces that were read. */
  taken = 0;

  network = new Network(
    "https://journal.example",
    /** @type {any} */ (
      (/** @type {string} */ url, /** @type {RequestInit} */ init) =>
        this.#answer(url, /** @type {AbortSignal} */ (init.signal))
    ),
    () => this.time.now,
    this.time.after,
  );

  /** @param {string} url @param {AbortSignal} signal */
  async #answer(url, signal) {
    this.asked.push(url);
    this.time.pass(this.head);
    signal.throwIfAborted();
    const pieces = this.pieces.values();
    const { time, end, type } = this;
    const taken = () => this.taken++;
    return new Response(
      new ReadableStream(
        {
          pull(controller) {
            const next = pieces.next();
            time.pass(next.value?.after ?? (end === "silent" ? 30_000 : 0));
            if (signal.aborted) controller.error(signal.reason);
            else if (next.value) {
              controller.enqueue(next.value.piece);
              taken();
            } else if (end === "end") controller.close();
            else controller.error(new TypeError("network error"));
          },
        },
        { highWaterMark: 0 },
      ),
      type ? { headers: { "Content-Type": type } } : {},
    );
  }
}

/** @param {number} count @returns {Uint8Array<ArrayBuffer>} a page of so many shapeless frames */
function page(count) {
  const frames = Array.from({ length: count }, () =>
    concat(u32be(2), utf8("{}"), new Uint8Array(64), u32be(100), new Uint8Array(100)),
  );
  return buildPage(new Uint8Array(16), 5, 5 + count, false, frames);
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {number} size @param {number} after ms */
function inPieces(bytes, size, after) {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => {
    return { after, piece: bytes.slice(i * size, (i + 1) * size) };
  });
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {{after: number, next: number, more: boolean}} */
function place(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
}

test("a page may take as long as it does, if only something comes", async () => {
  const link = new Link();
  link.pieces = inPieces(page(40), 100, 29_000);
  assert.deepEqual(await link.network.feed(5, 65_536), page(40));
  assert.ok(link.time.now > 600_000);
  assert.match(link.asked[0] ?? "", /feed\?after=5&limit=65536$/);
});

for (const end of /** @type {const} */ (["cut", "silent"])) {
  test(`of a page that is ${end}, what came whole is kept, with more to come`, async () => {
    const link = new Link();
    link.pieces = inPieces(page(40).slice(0, 2_000), 100, 1_000);
    link.end = end;
    const { after, next, more } = place(new Uint8Array(await link.network.feed(5, 65_536)));
    assert.deepEqual([after, more], [5, true]);
    assert.ok(next > 5 && next < 45);
  });

  test(`a page that is ${end} before one frame is whole is a fault of the network`, async () => {
    const link = new Link();
    link.pieces = inPieces(page(1).slice(0, 150), 100, 1_000);
    link.end = end;
    await assert.rejects(link.network.feed(5, 65_536), { kind: "network" });
  });

  test(`of any other answer that is ${end} nothing is believed`, async () => {
    const link = new Link();
    link.pieces = inPieces(utf8('{"csrf":"x"}'), 5, 1_000).slice(0, 2);
    link.end = end;
    await assert.rejects(link.network.session(), { kind: "network" });
  });
}

test("no word for half a minute is the end of a request that sends nothing", async () => {
  const link = new Link();
  link.head = 30_000;
  await assert.rejects(link.network.session(), { kind: "network" });
});

test("what goes up goes unseen: a push is given the time it takes on the slowest link", async () => {
  const link = new Link();
  link.pieces = [{ after: 0, piece: utf8('{"csrf":"x","epoch":"e","results":[]}') }];
  await link.network.session();
  // 4 MiB at 0.1 Mbit/s.
  link.head = 336_000;
  const answer = await link.network.push([new Uint8Array(4_194_304)]);
  assert.deepEqual(answer, { epoch: "e", results: [] });
  await assert.rejects(link.network.push([new Uint8Array(1_000)]), { kind: "network" });
});

test("an answer without end does not fill the memory", async () => {
  const link = new Link();
  const piece = new Uint8Array(4_194_304);
  link.pieces = Array.from({ length: 6 }, () => ({ after: 0, piece }));
  await assert.rejects(link.network.feed(5, 65_536), { kind: "network" });
});

/**
 * @param {string[]} pieces
 * @param {{end?: Link["end"], after?: number}} [more]
 */
function stream(pieces, { end = "end", after = 0 } = {}) {
  const link = new Link();
  link.type = "text/event-stream";
  link.pieces = pieces.map((piece) => ({ after, piece: utf8(piece) }));
  link.end = end;
  /** @type {number[]} */
  const heard = [];
  const cut = new AbortController();
  const ended = link.network.positions((place) => heard.push(place), cut.signal);
  return { link, heard, cut, ended };
}

test("places are heard however they are cut into pieces, and comments are not", async () => {
  const { heard, ended, link } = stream(["data: 4\n", "\n:\n\nda", "ta: 12\n\ndata: 1", "3\n\n"]);
  await ended;
  assert.deepEqual(heard, [4, 12, 13]);
  assert.deepEqual(link.asked, ["https://journal.example/api/v1/position"]);
});

test("signs of life keep a stream, two minutes without one end it", async () => {
  const quick = stream(Array(100).fill(":\n\n"), { after: 45_000 });
  await quick.ended;
  const slow = stream(["data: 1\n\n", ":\n\n"], { after: 120_001 });
  await assert.rejects(slow.ended, { kind: "network" });
});

test("a stream is left when nobody listens any more", async () => {
  const { cut, ended, heard } = stream(["data: 1\n\n"], { end: "silent" });
  cut.abort();
  await assert.rejects(ended, { kind: "network" });
  assert.deepEqual(heard, []);
});

for (const [name, pieces] of Object.entries({
  words: ["data: soon\n\n"],
  "a place below nothing": ["data: -1\n\n"],
  "a place too large": [`data: ${"9".repeat(16)}\n\n`],
  "a line without an end": Array(100).fill("data: 99"),
  "another event": ["event: x\n\n"],
  "a page of somebody else": ["<!doctype html>\n"],
}))
  test(`${name} is no place, and ends the stream`, async () => {
    const { ended, heard } = stream(pieces);
    await assert.rejects(ended, { kind: "malformed" });
    assert.deepEqual(heard, []);
  });

test("a server that talks without end is left", async () => {
  const { link, ended } = stream(Array(10_000).fill(":\n\n".repeat(100)));
  await ended;
  assert.ok(link.taken < 1_000);
});

test("an answer of another kind is no stream", async () => {
  const link = new Link();
  link.pieces = [{ after: 0, piece: utf8("<html>") }];
  const ended = link.network.positions(() => assert.fail(), new AbortController().signal);
  await assert.rejects(ended, { kind: "server" });
  assert.equal(link.taken, 0);
});
