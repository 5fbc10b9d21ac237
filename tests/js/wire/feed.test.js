// Pages of the feed (docs/api.md), and what is left of one that broke off.

import assert from "node:assert/strict";
import test from "node:test";
import { concat, u32be, utf8 } from "../../../static/js/wire/encoding.js";
import { buildPage, wholeFrames } from "../../../static/js/wire/feed.js";

const EPOCH = new Uint8Array(16).fill(7);

/** @param {number} payload @returns {Uint8Array<ArrayBuffer>} shaped like a frame */
function frame(payload) {
  const header = utf8("{}");
  const signature = new Uint8Array(64);
  return concat(u32be(2), header, signature, u32be(payload), new Uint8Array(payload).fill(payload));
}

test("of a page that broke off anywhere, the frames that came whole are kept, and nothing else", () => {
  const frames = [frame(3), frame(0), frame(40)];
  const page = buildPage(EPOCH, 12, 90, false, frames);
  const ends = frames.map((_, i) => page.length - concat(...frames.slice(i + 1)).length);
  for (let cut = 0; cut <= page.length; cut++) {
    const count = ends.filter((end) => end <= cut).length;
    const kept = wholeFrames(page.subarray(0, cut));
    const wanted = count && buildPage(EPOCH, 12, 12 + count, true, frames.slice(0, count));
    assert.deepEqual(kept, wanted || null, `cut after ${cut}`);
  }
});

test("of what is no page nothing is kept", () => {
  assert.equal(wholeFrames(concat(u32be(3), utf8("<ht"), frame(3))), null);
  assert.equal(wholeFrames(new Uint8Array(0)), null);
});
