// How much fits the link.

import assert from "node:assert/strict";
import test from "node:test";
import { FIRST_BYTES, paced } from "../../../static/js/sync/pace.js";

const MOST = 8_388_608;

/** @param {number} rate bytes a second @param {number} times @returns {number} bytes at once, after so many that went through */
function settled(rate, times = 20) {
  let bytes = FIRST_BYTES;
  for (let i = 0; i < times; i++) bytes = paced(bytes, (bytes / rate) * 1000, MOST);
  return bytes;
}

test("what moves at once takes some seconds on any link, and never more than a fast one is given", () => {
  for (const rate of [2_000, 12_500, 100_000, 1_000_000]) {
    const seconds = settled(rate) / rate;
    assert.ok(seconds >= 4 || settled(rate) === MOST, `${rate}: ${seconds} s`);
    assert.ok(seconds <= 20, `${rate}: ${seconds} s`);
  }
  assert.equal(settled(20_000_000), MOST);
});

test("a link that only breaks is asked for little, and for no less than 16 KiB", () => {
  let bytes = MOST;
  for (let i = 0; i < 30; i++) bytes = paced(bytes, Infinity, MOST);
  assert.equal(bytes, 16_384);
});

test("a clock that was turned back makes nothing smaller", () => {
  assert.equal(paced(FIRST_BYTES, -3_600_000, MOST), FIRST_BYTES * 2);
});
