// The list of one's devices: what stands before and without an answer, signing one out, and what a lost phone asks for.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { VaultError } from "../../../static/js/vault/vault-error.js";
import { markupOf } from "./drawn.js";
import { actOf, appWith } from "./page.js";

const { devices, lostPhone } = await import("../../../static/js/views/account/devices.js");
const AT = "2026-11-20T10:00:00.000Z";
const OWN = { id: "own", name: "Safari on iPhone", created: AT, seen: AT, isCurrent: true };
const OTHER = { id: "other", name: "Chrome on Android", created: AT, seen: AT, isCurrent: false };
const BARE = { id: "bare", name: null, created: null, seen: null, isCurrent: false };

before(() => loadWords(["first", "frame", "account"]));

/** A vault with these devices, and what was ended. @param {any[]} list @param {object} [more] */
function vaultOf(list, more = {}) {
  /** @type {string[]} */
  const ended = [];
  const vault = {
    ended,
    devices: async () => list.filter(({ id }) => !ended.includes(id)),
    endDevice: async (/** @type {{id: string}} */ { id }) => ended.push(id),
  };
  return { ...vault, ...more };
}

/** Until what was asked for has been answered and drawn. */
async function answered() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** @param {any} vault @param {object} [more] */
async function opened(vault, more) {
  const app = appWith(vault, more);
  /** @type {any} */
  const screen = devices(app);
  const markup = () => markupOf(screen.render());
  const first = markup();
  await answered();
  return { app, screen, first, markup };
}

test("the title and the way to a lost phone stand before the server has answered", async () => {
  const never = () => new Promise(() => {});
  const { first, markup } = await opened(vaultOf([], { devices: never }));
  for (const drawn of [first, markup()]) {
    assert.ok(drawn.includes(t("devices.title")) && drawn.includes(t("devices.asking")));
    assert.ok(drawn.includes("#/me/devices/lost"));
    assert.ok(!drawn.includes(t("devices.lead")));
  }
});

test("each device has its name and times, this one no button, and a nameless one says so", async () => {
  const { markup } = await opened(vaultOf([OWN, OTHER, BARE]));
  const rows = markup().split('data-testid="device"').slice(1);
  assert.equal(rows.length, 3);
  const [own = "", other = "", bare = ""] = rows;
  assert.ok(own.includes("Safari on iPhone") && own.includes(t("devices.this")));
  assert.ok(!own.includes("end-device") && other.includes("end-device"));
  assert.ok(other.includes("Chrome on Android") && other.includes("November"));
  assert.ok(bare.includes(t("devices.unnamed")) && bare.includes("end-device"));
  assert.ok(!bare.includes("null") && !bare.includes("Invalid"));
  assert.ok(markup().includes(t("devices.honest")));
});

test("without a network a sentence stands in the place of the list, and it can be tried again", async () => {
  let isDown = true;
  const vault = vaultOf([OWN]);
  const { devices: list } = vault;
  vault.devices = async () => {
    if (isDown) throw new VaultError("offline");
    return list();
  };
  const { screen, markup } = await opened(vault);
  assert.ok(markup().includes(t("devices.offline")));
  assert.ok(!markup().includes('data-testid="devices"'));
  isDown = false;
  actOf(screen.render(), "again")();
  await answered();
  assert.ok(markup().includes("Safari on iPhone") && !markup().includes(t("devices.offline")));
});

test("whoever was signed out meanwhile is told so, and where to sign in again", async () => {
  const failing = async () => {
    throw new VaultError("sign-in-failed");
  };
  const { markup } = await opened(vaultOf([], { devices: failing }), {
    sync: { state: "signed-out", coming: null, notices: [] },
  });
  assert.ok(markup().includes(t("devices.signedOut")) && markup().includes(t("me.again")));
});

test("a list as long as any says that there may be more", async () => {
  const many = Array.from({ length: 100 }, (_, n) => ({ ...OTHER, id: `d${n}` }));
  assert.ok((await opened(vaultOf(many))).markup().includes(t("devices.many")));
  const few = many.slice(1);
  assert.ok(!(await opened(vaultOf(few))).markup().includes(t("devices.many")));
});

test("a lost phone has three steps, in order, each with its way", () => {
  const markup = markupOf(/** @type {any} */ (lostPhone(appWith({}))).render());
  const places = ['"#/me/devices"', '"#/me/passphrase"', '"#/me/kit"'].map((href) =>
    markup.lastIndexOf(href.slice(1, -1)),
  );
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  for (const part of ["locked", "open", "known", "withKit", "gone"])
    assert.ok(markup.includes(t(`phone.${part}`)));
});
