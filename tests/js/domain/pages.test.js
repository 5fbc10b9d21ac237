import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  bytesOf,
  CAPTURE_BYTES,
  divide,
  PAGE_BYTES,
  roomFor,
} from "../../../static/js/domain/pages.js";
import { buildPayload, itemSize } from "../../../static/js/protocol/items.js";
import { newRevision } from "../../../static/js/vault/device/contents.js";
import { CAPTURE, SEALED_BODY } from "../../../static/js/wire/limits.js";

const NOW = { at: "2026-11-29T20:00:00.000Z", zone: "America/Argentina/ComodRivadavia" };
const LONGEST = {
  v: 1,
  kind: "measure",
  prev: "A".repeat(22),
  written: NOW,
  happened: NOW,
  phase: "preparation",
  dosing: "A".repeat(22),
};

test("parts are as small as asked, and joined they are the text, whatever it says", () => {
  const units = ["a", "é", "緑", "🌿", "\u0001", '"', "\n\n", "word ", "\ud83c"];
  const texts = fc.array(fc.constantFrom(...units), { maxLength: 400 }).map((all) => all.join(""));
  fc.assert(
    fc.property(texts, fc.integer({ min: 20, max: 300 }), (text, most) => {
      const parts = divide(text, most);
      assert.equal(parts.join(""), text);
      for (const part of parts) assert.ok(bytesOf(part) <= most && (part || text === ""));
      if (text.isWellFormed()) assert.ok(parts.every((part) => part.isWellFormed()));
    }),
  );
});

test("a page that is not full can be kept and backed up as an entry, and as a draft of one", () => {
  const text = "x".repeat(PAGE_BYTES - bytesOf({ title: "", text: "" }));
  assert.equal(roomFor({ title: "", text }), "near");
  assert.equal(roomFor({ title: "", text: `${text}x` }), "full");
  const entry = { ...LONGEST, title: "", text };
  const draft = {
    v: 1,
    kind: "draft",
    prev: LONGEST.prev,
    written: NOW,
    draft_of: LONGEST.prev,
    body: entry,
  };
  for (const payload of [entry, draft]) {
    assert.ok(itemSize(buildPayload(payload)) <= SEALED_BODY);
    assert.ok(newRevision("log", "item", payload));
  }
});

test("words at the lock that fit are a capture that fits", () => {
  const text = "x".repeat(CAPTURE_BYTES - 2);
  const payload = { ...LONGEST, kind: "entry", text, captured: true };
  assert.ok(buildPayload(payload).length <= CAPTURE);
});
