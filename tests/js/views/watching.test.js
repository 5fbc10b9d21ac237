// Who reads what others share is told about others: the notice for whoever writes about themselves stands on no screen of a therapist's.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { Device, link, Server, signUp } from "../vault/world.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const AREAS =
  "first frame entries people boundary therapist room beside assign assigned setup timeline";
const OWN = "Nobody is watching what you write.";
const READER = "Nobody is watching what people share with you.";
const LATE = "you may be reading it late";

/** @type {Server} */
let server;
/** @type {any} */
let vault;
before(async () => {
  await loadWords(AREAS.split(" "));
  server = await Server.shared();
  const [bo, ana] = [new Device(server.origin), new Device(server.origin)];
  await signUp(bo, "Bo", "therapist");
  await signUp(ana, "Ana", "patient");
  const { forInvitee: person } = await link(bo, ana);
  const { id } = await ana.write("Rain.");
  await ana.vault.share({ id, person });
  await ana.sync();
  await bo.sync();
  ({ vault } = bo);
});
after(() => server.stop());

/** @param {string} file @param {string[]} rest @returns {Promise<string>} */
async function screen(file, rest) {
  const app = appWith(vault, { status: { state: "unlocked", role: "therapist" } });
  const { default: open } = await import(`../../../static/js/views/room/${file}.js`);
  const place = { rest, query: new URLSearchParams() };
  return markupOf((await open(app, place)).render());
}

test("a therapist is told of what others write, each time in words of their own", async () => {
  const [row] = (await vault.queue({ limit: 1 })).rows;
  assert.ok(t("watching.short", { help: "" }).startsWith(OWN));
  /** @type {[string, string[], string][]} */
  const screens = [
    ["setup", [], READER],
    ["assign", [row.person], READER],
    ["brief", [row.person], LATE],
    ["queue", [], LATE],
    ["people", [], LATE],
    ["person", [row.person], LATE],
    ["person", [row.person, row.id], LATE],
  ];
  for (const [file, rest, said] of screens) {
    const markup = await screen(file, rest);
    assert.ok(!markup.includes(OWN), file);
    assert.equal(markup.split(said).length, 2, `${file} ${rest} says it once`);
  }
});
