import assert from "node:assert/strict";
import { test } from "node:test";
import { lacking } from "../../../static/js/ui/lacking.js";

const WHOLE = {
  isSecure: () => true,
  works: () => true,
  signs: async () => /** @type {any} */ ({}),
  opens: async () => {},
};
const refused = () => Promise.reject(new DOMException("refused", "SecurityError"));
const missing = () => /** @type {any} */ (undefined).open();
const silent = () => new Promise(() => {});

test("a browser that has everything lacks nothing", async () => {
  assert.equal(await lacking(WHOLE), null);
});

for (const [name, opens] of Object.entries({ refused, missing, silent })) {
  test(`storage that is ${name} is told as that, and signing as another`, async () => {
    assert.equal(await lacking({ ...WHOLE, opens: /** @type {any} */ (opens) }, 5), "storage");
    assert.equal(await lacking({ ...WHOLE, signs: /** @type {any} */ (opens) }, 5), "sealing");
  });
}

test("an address that browsers do not trust is the cause of all that is missing there", async () => {
  const nothing = { isSecure: () => false, works: () => false, signs: missing, opens: missing };
  assert.equal(await lacking(nothing), "address");
  assert.equal(await lacking({ ...WHOLE, works: () => false }), "workers");
});
