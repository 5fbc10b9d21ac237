import assert from "node:assert/strict";
import { test } from "node:test";
import { element } from "../views/page.js";

/** @type {any} */
let live;
document.body.append = (/** @type {any} */ one) => (live ??= one);
document.createElement = () => element({ textContent: "" });
const { announce, arrive } = await import("../../../static/js/ui/focus.js");

test("what was announced on one screen isn't read on the next, but for what is still said there", () => {
  announce("On this device");
  assert.equal(live.textContent, "On this device");
  arrive("/journal", false, "Deleted.");
  assert.equal(live.textContent, "");
  announce("Deleted.");
  arrive("/", false, "Deleted.");
  assert.equal(live.textContent, "Deleted.");
  arrive("/me", false);
  assert.equal(live.textContent, "");
});
