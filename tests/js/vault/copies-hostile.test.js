// Accounts into which others wrote anything at all: the app's copy is whole, and it is the terminal's, byte for byte.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { filesOf } from "../domain/copy/files.js";
import { fits } from "../domain/copy/schema.js";
import { Device, python, root, Server } from "./world.js";

// The other client stretches passphrases as they are stretched.
await import(new URL("../../../static/vendor/argon2.js?whole", import.meta.url).href);

/** @type {Server} */
let server;
/** @type {string} */
let folder;
before(async () => {
  server = await Server.start();
  folder = mkdtempSync(join(tmpdir(), "afterglow-"));
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {"make"|"copy"} what @returns {{[handle: string]: string}} what tests/hostile/accounts.py says */
function ask(what) {
  const args = ["-m", "tests.hostile.accounts", what, folder, server.origin];
  return JSON.parse(execFileSync(python, args, { cwd: root, encoding: "utf8" }));
}

/** @param {string} handle @param {string} kitCode @returns {Promise<Device>} that has done whatever the account asks of it */
async function signedIn(handle, kitCode) {
  const device = new Device(server.origin);
  await device.signIn({ handle, kitCode });
  for (let state = "busy"; state !== "idle"; ) ({ state } = await device.sync());
  return device;
}

/** @param {string} files @returns {Map<string, string>} as the app names them */
function filesIn(files) {
  const found = readdirSync(files, { recursive: true, withFileTypes: true });
  const paths = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const nameOf = (/** @type {string} */ path) => relative(files, path).replace(/^[mt]\//, "");
  return new Map(paths.map((path) => [nameOf(path), readFileSync(path, "utf8")]));
}

test("everything is in it or named, in both roles, and both clients wrote the same", async () => {
  /** @type {[string, Device][]} */
  const devices = [];
  for (const [handle, kit] of Object.entries(ask("make")))
    devices.push([handle, await signedIn(handle, kit)]);
  const copies = ask("copy");
  for (const [handle, device] of devices) {
    await device.sync();
    const theirs = filesIn(copies[handle] ?? "");
    const { made, items } = JSON.parse(theirs.get("data.json") ?? "");
    device.now = Date.parse(made.at);
    device.zone = made.zone;
    const ours = await filesOf(device.vault);
    const read = JSON.parse(ours.get("data.json") ?? "");
    assert.ok(fits(read), JSON.stringify(fits.errors));
    assert.ok(items.length > 600, `${items.length} items`);
    assert.deepEqual([...ours.keys()].sort(), [...theirs.keys()].sort());
    for (const [name, text] of theirs) assert.equal(ours.get(name), text, `${name} of ${handle}`);
  }
});
