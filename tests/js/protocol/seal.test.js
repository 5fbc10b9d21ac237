import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { openSealed, seal, sealedLength } from "../../../static/js/protocol/seal.js";
import { ProtocolError } from "../../../static/js/wire/errors.js";

const PUBLISHED = "../../vectors/c2sp_chunked_encryption_aes_256_gcm_test.json";

/** @param {string} hex */
function fromHex(hex) {
  return new Uint8Array(Buffer.from(hex, "hex"));
}

test("every published Cobblestone-256 case opens or is refused as its publishers say", async (t) => {
  const { testGroups } = JSON.parse(readFileSync(new URL(PUBLISHED, import.meta.url), "utf8"));
  for (const one of testGroups.flatMap((/** @type {any} */ group) => group.tests)) {
    await t.test(`${one.tcId} ${one.comment}`, async () => {
      const sealed = new Uint8Array(inflateSync(fromHex(one.ct)));
      const opened = openSealed(fromHex(one.key), fromHex(one.ctx), sealed);
      if (one.result === "invalid") return assert.rejects(opened, ProtocolError);
      const digest = await crypto.subtle.digest("SHA-512", await opened);
      assert.equal(Buffer.from(digest).toString("hex"), one.msgSha512);
    });
  }
});

test("what is sealed opens again, and its size is the one foretold", async () => {
  const bytes = fc.uint8Array({ maxLength: 40_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      bytes,
      bytes,
      async (...parts) => {
        const [key, context, plaintext] = parts.map((part) => new Uint8Array(part));
        const sealed = await seal(
          /** @type {any} */ (key),
          /** @type {any} */ (context),
          /** @type {any} */ (plaintext),
        );
        assert.equal(sealed.length, sealedLength(plaintext?.length ?? 0));
        assert.deepEqual(
          await openSealed(/** @type {any} */ (key), /** @type {any} */ (context), sealed),
          plaintext,
        );
      },
    ),
    { numRuns: 50 },
  );
});

test("any changed bit and any cut of a sealed message is refused", async () => {
  const [key, context] = [new Uint8Array(32).fill(7), new Uint8Array(3)];
  const sealed = await seal(key, context, new Uint8Array(40).fill(65));
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = sealed.slice();
    changed[bit >> 3] = /** @type {number} */ (changed[bit >> 3]) ^ (1 << (bit & 7));
    await assert.rejects(openSealed(key, context, changed), ProtocolError);
  }
  for (let length = 0; length < sealed.length; length++) {
    await assert.rejects(openSealed(key, context, sealed.slice(0, length)), ProtocolError);
  }
});

test("two sealings of the same words share no byte of salt or text", async () => {
  const [key, context, words] = [new Uint8Array(32), new Uint8Array(0), new Uint8Array(100)];
  const [one, other] = await Promise.all([seal(key, context, words), seal(key, context, words)]);
  assert.notDeepEqual(one.subarray(0, 24), other.subarray(0, 24));
  assert.notDeepEqual(one.subarray(56), other.subarray(56));
});
