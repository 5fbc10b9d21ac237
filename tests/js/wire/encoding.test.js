import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { b64Decode, b64Encode, compareBytes, pae, utf8 } from "../../../static/js/wire/encoding.js";
import { Malformed } from "../../../static/js/wire/errors.js";
import { buildJson, parseJson, parsePayload } from "../../../static/js/wire/json.js";

test("b64 is what Node writes, and reads back to the same bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = b64Encode(bytes);
      assert.equal(text, Buffer.from(bytes).toString("base64url"));
      assert.deepEqual(b64Decode(text), new Uint8Array(bytes));
    }),
  );
});

test("two different lists of parts never have the same encoding", () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const isSame = JSON.stringify(one.map(b64Encode)) === JSON.stringify(other.map(b64Encode));
      assert.equal(compareBytes(pae(...one), pae(...other)) === 0, isSame);
    }),
  );
});

test("a payload reads back as it was written, whatever it holds", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      assert.deepEqual(parsePayload(buildJson(value)), plain);
    }),
  );
});

test("the strict reader agrees with JSON.parse on what both accept", () => {
  const value = fc.jsonValue({ noUnicodeString: false }).map((one) => JSON.stringify(one, null, 2));
  fc.assert(
    fc.property(value, (text) => {
      try {
        assert.deepEqual(parseJson(utf8(text)), JSON.parse(text));
      } catch (error) {
        assert.ok(error instanceof Malformed && /[.eE]|-0|\d{16}/.test(text));
      }
    }),
  );
});

test("JSON that nests without end is refused, not a crash", () => {
  assert.throws(() => parseJson(utf8("[".repeat(200_000))), Malformed);
});
