// Bodies as version 0.1 padded them: they are opened, and can be made again byte for byte.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Device, PASSPHRASE, python, root, Server, signUp } from "./world.js";

// The other client stretches passphrases as they are stretched.
await import(new URL("../../../static/vendor/argon2.js?whole", import.meta.url).href);

/** The terminal as version 0.1 had it: every body is padded to 1,024 bytes at least. */
const EARLY = `import journal.protocol.items as items
items.ITEM_FLOOR = items.FLOOR
from journal.client.cli import main
main()`;

test("what version 0.1 sealed is opened, and pushed again byte for byte", async () => {
  const first = await Server.start();
  const profile = mkdtempSync(join(tmpdir(), "afterglow-"));
  const early = (/** @type {string[]} */ ...said) =>
    execFileSync(python, ["-c", EARLY, ...said, "--profile", profile, "--json"], {
      cwd: root,
      env: { ...process.env, AFTERGLOW_PASSPHRASE: PASSPHRASE },
    });
  const [ana, other] = [new Device(first.origin), new Device(first.origin)];
  const { handle, kitCode } = await signUp(ana, "Ana", "patient");
  await other.signIn({ handle, kitCode });
  const backup = await Server.start({}, first, "restored");
  try {
    early("login", "--server", first.origin, "--handle", handle, "--kit", kitCode);
    early("write", "--text", "Kurz.");
    early("sync");
    await ana.sync();
    await ana.write("Auch kurz.");
    await ana.sync();
    for (const device of [ana, other]) device.wire.redirect(first, backup);
    assert.equal((await ana.sync()).waiting, 0);
    await other.sync();
    assert.deepEqual((await other.texts()).sort(), ["Auch kurz.", "Kurz."]);
    assert.deepEqual(
      (await other.vault.entries()).filter(({ kept }) => kept !== "backed-up"),
      [],
    );
  } finally {
    rmSync(profile, { recursive: true });
    await Promise.all([first.stop(), backup.stop()]);
  }
});
