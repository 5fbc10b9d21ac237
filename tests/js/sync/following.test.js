// Hearing what is new: a look for each true hint, and never more than polling for whatever else a server says.

import assert from "node:assert/strict";
import test from "node:test";
import { Following } from "../../../static/js/sync/following.js";

/** A clock that only moves when told. */
class Clock {
  time = 0;
  /** @type {{at: number, fire: () => void}[]} */
  timers = [];
  now = () => this.time;
  /** @param {number} ms @param {() => void} fire */
  after = (ms, fire) => {
    const timer = { at: this.time + ms, fire };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };

  /** @param {number} ms */
  async pass(ms) {
    const end = this.time + ms;
    for (;;) {
      const [due] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!due) break;
      this.timers = this.timers.filter((one) => one !== due);
      this.time = due.at;
      due.fire();
      await settle();
    }
    this.time = end;
    await settle();
  }
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await null;
};

/** A server that tells what a test says, and a sync that reads what is there. */
class World {
  clock = new Clock();
  /** @type {{hear: (place: number) => void, signal: AbortSignal, end: () => void, fail: (problem: object) => void}[]} */
  streams = [];
  read = 10;
  there = 10;
  looks = 0;
  isBusy = false;
  /** Whether a look reads at once. */
  isQuick = true;
  following = new Following({
    positions: (hear, signal) =>
      new Promise((resolve, reject) => {
        this.streams.push({ hear, signal, end: () => resolve(undefined), fail: reject });
        signal.addEventListener("abort", () => reject(new Error("aborted")));
      }),
    read: () => this.read,
    isBusy: () => this.isBusy,
    look: () => {
      this.looks++;
      this.isBusy = true;
      if (this.isQuick) queueMicrotask(() => this.rest());
    },
    clock: this.clock,
    random: () => 1,
  });

  get stream() {
    const last = this.streams.at(-1);
    assert.ok(last);
    return last;
  }

  rest() {
    this.read = this.there;
    this.isBusy = false;
    this.following.rested();
  }

  /** @param {number} place */
  async tell(place) {
    this.stream.hear(place);
    await settle();
  }
}

/** @param {Partial<World>} [more] */
function begun(more = {}) {
  const world = Object.assign(new World(), more);
  world.following.start();
  return world;
}

test("something further than what was read is looked for at once, and nothing else is", async () => {
  const world = begun();
  await world.tell(10);
  assert.equal(world.looks, 0);
  world.there = 11;
  await world.tell(11);
  assert.equal(world.looks, 1);
  await world.tell(11);
  await world.tell(3);
  await world.clock.pass(3_600_000);
  assert.equal(world.looks, 1);
  assert.equal(world.streams.length, 1);
});

test("what is heard while sync is busy is looked for when it rests, if it has not been read by then", async () => {
  const world = begun({ isBusy: true });
  world.there = 12;
  await world.tell(11);
  world.rest();
  await settle();
  assert.equal(world.looks, 0);
  world.isBusy = true;
  await world.tell(13);
  world.there = 13;
  world.read = 12;
  world.isBusy = false;
  world.following.rested();
  await settle();
  assert.equal(world.looks, 1);
});

test("what comes while it is looked for is looked for next", async () => {
  const world = begun({ isQuick: false });
  world.there = 11;
  await world.tell(11);
  await world.tell(12);
  world.rest();
  world.there = 12;
  await world.clock.pass(2_000);
  assert.equal(world.looks, 2);
});

test("a false place costs a look and ends the stream, and the pauses grow to a quarter of an hour", async () => {
  const world = begun();
  for (let hour = 0; hour < 4; hour++) {
    for (let minute = 0; minute < 60; minute++) {
      if (!world.stream.signal.aborted) await world.tell(99);
      await world.clock.pass(60_000);
    }
  }
  assert.ok(world.looks <= 12 + 4 * 4, String(world.looks));
  assert.ok(world.looks >= 10);
});

test("a server that says something new all the time is looked at every 16 seconds", async () => {
  const world = begun();
  for (let second = 0; second < 800; second++) {
    world.there++;
    await world.tell(world.there);
    await world.clock.pass(1_000);
  }
  assert.ok(world.looks < 800 / 16 + 10, String(world.looks));
  await world.clock.pass(16_000);
  assert.equal(world.read, world.there);
});

test("after a quiet time a hint is looked for at once again", async () => {
  const world = begun();
  for (let i = 0; i < 20; i++) {
    world.there++;
    await world.tell(world.there);
    await world.clock.pass(100);
  }
  await world.clock.pass(60_000);
  const before = world.looks;
  world.there++;
  await world.tell(world.there);
  assert.equal(world.looks, before + 1);
});

test("a stream that ends at once, again and again, is opened ever more rarely", async () => {
  const world = begun();
  let opened = 0;
  for (let step = 0; step < 1_440; step++) {
    if (world.streams.length > opened) {
      opened = world.streams.length;
      world.stream.end();
    }
    await world.clock.pass(5_000);
  }
  assert.ok(opened <= 20, String(opened));
});

test("a stream that stood for a while is opened again soon", async () => {
  const world = begun();
  for (let i = 1; i < 5; i++) {
    await world.clock.pass(600_000);
    assert.equal(world.streams.length, i);
    world.stream.end();
    await settle();
    await world.clock.pass(1_000);
    assert.equal(world.streams.length, i + 1);
  }
});

test("a server that wants to be left alone is left alone, a quarter of an hour at most", async () => {
  const world = begun();
  world.stream.fail({ kind: "too-many", retryAfterMs: 300_000 });
  await settle();
  await world.clock.pass(299_000);
  assert.equal(world.streams.length, 1);
  await world.clock.pass(2_000);
  assert.equal(world.streams.length, 2);
  world.stream.fail({ kind: "too-many", retryAfterMs: 10 ** 12 });
  await settle();
  await world.clock.pass(901_000);
  assert.equal(world.streams.length, 3);
});

test("signed out, sync looks once, and it waits until it is started again", async () => {
  const world = begun();
  world.stream.fail({ kind: "signed-out" });
  await world.clock.pass(7_200_000);
  assert.deepEqual([world.looks, world.streams.length], [1, 1]);
  world.following.start();
  assert.equal(world.streams.length, 2);
});

test("stopped, nothing is open, waited for or listened to; started twice, one stream stands", async () => {
  const world = begun();
  const first = world.stream;
  world.following.stop();
  assert.ok(first.signal.aborted);
  await settle();
  world.there = 50;
  first.hear(50);
  world.following.rested();
  await world.clock.pass(7_200_000);
  assert.deepEqual([world.looks, world.streams.length, world.clock.timers.length], [0, 1, 0]);
  world.following.start();
  world.following.start();
  assert.equal(world.streams.length, 2);
  first.hear(60);
  assert.equal(world.looks, 0);
  await world.tell(50);
  assert.equal(world.looks, 1);
});

test("when the network has come back it listens again at once, if it listened before", async () => {
  const world = begun();
  world.stream.fail({ kind: "network" });
  await settle();
  world.following.renew();
  assert.equal(world.streams.length, 2);
  await world.clock.pass(7_200_000);
  assert.equal(world.streams.length, 2);
  world.following.stop();
  world.following.renew();
  assert.equal(world.streams.length, 2);
});

test("a clock that was turned back holds nothing up", async () => {
  const world = begun();
  world.there = 11;
  await world.tell(11);
  world.clock.time -= 10_000_000;
  world.there = 12;
  await world.tell(12);
  assert.equal(world.looks, 2);
});
