import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Autosave } from "../../../static/js/ui/autosave.js";

/** @param {(text: string) => Promise<void>} keep */
function typing(keep) {
  const page = { text: "" };
  /** @type {string[]} */
  const said = [];
  const autosave = new Autosave(
    () => keep(page.text),
    (state) => said.push(state),
    700,
  );
  const type = (/** @type {string} */ text) => {
    page.text = text;
    autosave.touch();
  };
  return { autosave, type, said };
}

test("words are kept within a second of the first that is not, however long one goes on typing", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const kept = [];
  const { type } = typing(async (text) => void kept.push(text));
  for (let n = 1; n <= 20; n += 1) {
    type("x".repeat(n));
    mock.timers.tick(100);
    await settled();
  }
  mock.timers.reset();
  assert.equal(kept.length, 2, "every 700 ms, and not once a keystroke");
  assert.equal(kept[0]?.length, 7);
});

test("saves never run beside one another, and the last words are the last ones kept", async () => {
  /** @type {string[]} */
  const kept = [];
  let running = 0;
  /** @type {(() => void)[]} */
  const waiting = [];
  const { autosave, type } = typing(async (text) => {
    running += 1;
    assert.equal(running, 1);
    await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    kept.push(text);
    running -= 1;
  });
  type("one");
  const first = autosave.flush();
  type("two");
  const second = autosave.flush();
  waiting.shift()?.();
  await first;
  await settled();
  waiting.shift()?.();
  assert.equal(await second, true);
  assert.deepEqual(kept, ["one", "two"]);
});

test("who stops is told when no save runs any more", async () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  const { autosave, type } = typing(
    () => new Promise((resolve) => waiting.push(() => resolve(undefined))),
  );
  type("one");
  autosave.flush();
  let isOver = false;
  const stopped = autosave.stop().then(() => {
    isOver = true;
  });
  await settled();
  assert.equal(isOver, false);
  waiting.shift()?.();
  await stopped;
  assert.equal(autosave.dirty, false);
});

test("a save that fails leaves the words unsaved, and says so", async () => {
  let full = true;
  const { autosave, type, said } = typing(async () => {
    if (full) throw new Error("full");
  });
  type("words");
  assert.equal(await autosave.flush(), false);
  assert.equal(said.at(-1), "failed");
  assert.equal(autosave.dirty, true);
  full = false;
  assert.equal(await autosave.flush(), true);
  assert.equal(said.at(-1), "kept");
});

async function settled() {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}
