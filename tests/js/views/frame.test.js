// The navigation says where one is, on every screen it stands around.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "./page.js";

const { PLACES } = await import("../../../static/js/views/shared/frame.js");
const APP = readFileSync(new URL("../../../static/js/app.js", import.meta.url), "utf8");

/** @param {string} role @returns {string[]} names of the screens that are theirs */
function routesOf(role) {
  const [, block = ""] = new RegExp(`^  ${role}: \\{\\n(.*?)^  \\}`, "ms").exec(APP) ?? [];
  return [...block.matchAll(/^ {4}(?:"([\w-]*)"|([\w-]+)): /gm)].map(([, a, b]) => a ?? b ?? "");
}

test("every screen of a role belongs to one place of its navigation, and every place leads to a screen", () => {
  for (const [role, places] of Object.entries(PLACES)) {
    const routes = routesOf(role);
    assert.ok(routes.length > 10, role);
    assert.deepEqual(places.flatMap(([, , screens]) => screens).toSorted(), routes.toSorted());
    for (const [, path, screens] of places) assert.ok(screens.includes(path.slice(1)), path);
  }
});
