// Nothing reads prose for its meaning. Two people do the same things and write words of the same length, one about bread and one about
// dying: whatever the app does, sends, tells, keeps or counts is the same.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Database } from "../../../static/js/store/database.js";
import { Device, link, PASSPHRASE, Server, signUp } from "./world.js";

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
});
after(() => server.stop());

const BREAD = [
  "I bake two loaves in the evening.",
  "We ate them warm, with salt and a tomato.",
  "Der Teig geht auf, langsam.",
];
const DYING = [
  "I want to kill myself this night.",
  "I have all the pills here, nobody stop me",
  "Ich will mich umbringen. Ja",
];

/** @param {string} text @param {number} length @returns {string} */
const fit = (text, length) => text.padEnd(length, "…").slice(0, length);

/**
 * @param {string} name
 * @param {string[]} words
 * @returns {Promise<object>} all that could be noticed of a day with these words, ids and times taken out
 */
async function day(name, words) {
  const device = new Device(server.origin);
  await signUp(device, name, "patient");
  const therapist = new Device(server.origin);
  await signUp(therapist, `${name}t`, "therapist");
  const { forInviter: person } = await link(device, therapist);
  await device.sync();
  device.wire.sent.length = 0;
  device.events.length = 0;
  const [one = "", two = "", three = ""] = words;
  // Each act is synced by itself: how many of them share a round would be the machine's doing, not the words'.
  const { vault } = device;
  const entry = await device.write(one);
  await device.sync();
  await vault.saveDraft({ ...draft(two), title: fit(three, 20) });
  await device.sync();
  const answers = [{ id: "a", question: "?", type: /** @type {const} */ ("text"), value: three }];
  await device.write(two, { title: three, answers });
  await device.sync();
  await vault.saveDocument({ kind: "safety", body: { plan: { signs: two } } });
  await device.sync();
  await vault.share({ id: entry.id, person });
  await device.sync();
  await vault.comment({ entry: entry.id, text: three });
  await device.sync();
  await therapist.sync();
  const people = await therapist.vault.people();
  const read = await therapist.vault.timeline({ person: people[0]?.id ?? "" });
  const rows = await new Database(device.databaseName).getAll("records");
  return {
    sent: device.wire.sent.map(({ method, path, body }) => [
      method,
      plain(path),
      near(body.length),
    ]),
    events: device.events.map(({ type, detail }) => [type, shape(detail)]),
    status: shape(await device.vault.syncStatus()),
    entries: shape(await device.vault.entries()),
    today: shape(await device.vault.timeline()),
    records: rows.map(({ type }) => type).sort(),
    therapist: [shape(people), shape(read), shape(await therapist.vault.syncStatus())],
  };
}

/** @param {string} text */
function draft(text) {
  return { title: "", text, prompt: null, phase: null, dosing: null, happened: null };
}

/** @param {string} path without ids */
const plain = (path) => path.replace(/[\w-]{22,}/g, "…");
/** @param {number} length Handles and their b64 differ by a few bytes. */
const near = (length) => Math.round(length / 64);

/** @param {any} value @returns {any} the same value, every text replaced by its length or, where it is an id or a name, by nothing */
function shape(value) {
  if (typeof value === "string")
    return /^[\w-]{22,43}$/.test(value) ? "id" : `text ${value.length}`;
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one)]));
}

test("the same acts with other words leave the same trace, in everything that is sent, told, listed and kept", async () => {
  const words = DYING.map((text, at) => fit(text, BREAD[at]?.length ?? 0));
  assert.deepEqual(await day("Olga", words), await day("Paul", BREAD));
});

test("the trace of another act is another one, so that the comparison can fail", async () => {
  const [one, ...others] = BREAD;
  const longer = `${one} `.repeat(60);
  assert.notDeepEqual(await day("Rosa", [longer, ...others]), await day("Sven", BREAD));
});

const JS = new URL("../../../static/js/", import.meta.url);

/** Where a text of the person's is looked into, and for what. Whatever else does so fails below. */
const LOOKS = {
  "vault/device/library.js": "search",
  "vault/device/word-index.js": "search",
  "domain/search.js": "how words are found",
  "domain/summaries.js": "the first words of a row, cut at a space",
  "views/shared/entry-rows.js": "whether a row would show its title twice",
  "components/chips.js": "which chips a person has made: those that are not in the list shown",
  "domain/caseload.js": "search for a person's name",
  "domain/ledger.js": "a cell that a spreadsheet would take for a formula",
  "domain/copy/text.js": "a cell that a spreadsheet would take for a formula",
  "views/account/safety-number.js": "whether what the camera read is a number",
  "views/account/kit-picture.js": "the groups of a kit code, for its picture",
};
const PROSE =
  /\b(?:text|title|preview|words|prose|value)\b(?:\(\)|\?\.|\.value|\s*\?\?\s*""|\)|\.trim\(\)|\.toLowerCase\(\))*\s*\??\.\s*(?:match|matchAll|search|includes|indexOf|startsWith|endsWith|split|normalize)\(|\/[a-z]*\.(?:test|exec)\(\s*(?:\w+\.)*(?:text|title|preview|words|prose)\b/;

test("only search and the cutting of first words look into a person's text", () => {
  const found = readdirSync(JS, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(?:model|vault|views|components|ui)\/.*\.js$/.test(name))
    .filter((name) => !name.includes("/words/"))
    .flatMap((name) =>
      readFileSync(new URL(name, JS), "utf8")
        .split("\n")
        .filter((line) => PROSE.test(line) && !line.trimStart().startsWith("*"))
        .map((line) => `${name}: ${line.trim()}`),
    );
  assert.deepEqual(
    found.filter((line) => !((line.split(":")[0] ?? "") in LOOKS)),
    [],
  );
});

test("what looks for danger words would be seen", () => {
  for (const line of [
    "if (entry.text.includes(danger)) alarm();",
    "const isDark = /suicid/i.test(text);",
    "draft.text.toLowerCase().split(sep).some((word) => RISK.has(word))",
    'const hit = (summary.preview ?? "").match(pattern);',
  ]) {
    assert.match(line, PROSE);
  }
});

test("no list of words of danger lies anywhere in the app but in Help", () => {
  const danger = /suicid|kill (?:my|your)self|self-harm|umbringen|suizid|selbstmord|matarme/i;
  const holds = readdirSync(new URL("../", JS), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:js|json)$/.test(name) && !name.startsWith("vendor/"))
    .filter((name) => danger.test(readFileSync(new URL(`../${name}`, JS), "utf8")));
  const known = /^content\/(?:(?:[a-z]+\/)?(?:help|help-texts)|instruments\/phq-9)\.json$/;
  assert.deepEqual(
    holds.filter((name) => !known.test(name)),
    [],
  );
});

test("a locked device that takes words does the same whatever they are", async () => {
  const { CaptureWriter } = await import("../../../static/js/vault/device/capture-writer.js");
  const trace = async (/** @type {string} */ name, /** @type {string} */ text) => {
    const device = new Device(server.origin);
    await signUp(device, name, "patient");
    await device.vault.lock();
    const happened = { at: "2026-11-22T03:12:00Z", zone: "Europe/Lisbon" };
    const writer = new CaptureWriter(device.databaseName);
    const kept = await writer.keep({ kept: null, text, happened, written: happened });
    const [stored] = await new Database(device.databaseName).getAll("captures");
    await device.vault.unlock({ passphrase: PASSPHRASE });
    await device.sync();
    return [kept.version, stored.sealed.byteLength, shape(await device.vault.syncStatus())];
  };
  const length = BREAD[0]?.length ?? 0;
  assert.deepEqual(
    await trace("Tove", fit(DYING[0] ?? "", length)),
    await trace("Udo", BREAD[0] ?? ""),
  );
});
