// Writing at the lock: a page with a way back and one to Help.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const { default: open } = await import("../../../static/js/views/account/capture.js");

before(async () => {
  await loadWords(["first"]);
  Object.assign(globalThis, { Worker: QuietWorker });
});

class QuietWorker {
  terminate() {}
}

test("the lock and Help are one press away each, whether words can be taken or not", async () => {
  for (const captures of [true, false]) {
    const app = appWith(null, { status: { state: "locked", role: null, captures } });
    const screen = await open(app, /** @type {any} */ ({}));
    const ways = [...markupOf(screen.render()).matchAll(/href="(#[^"]*)"/g)].map(([, way]) => way);
    assert.deepEqual(ways.toSorted(), ["#/", "#/help"]);
    screen.close?.();
  }
});
