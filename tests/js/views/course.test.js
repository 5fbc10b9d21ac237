// A whole course, day by day: six dosing sessions in four weeks, from signing up to the letter at the end, on the real vault. What Today
// asks stands in `course.md`, beside this file, a line for every time the app is opened; where it is something else, the failure shows it.

process.env.TZ = "Europe/Lisbon";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, mock, test } from "node:test";
import { fromWall } from "../../../static/js/ui/dates.js";
import { loadWords } from "../../../static/js/ui/i18n.js";
import { findPrompt, shownPrompt } from "../../../static/js/views/shared/packs.js";
import { skip } from "../../../static/js/views/today/asked.js";
import today from "../../../static/js/views/today/today.js";
import { Device, Server, signUp } from "../vault/world.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const DAY_MS = 86_400_000;
const ZONE = "Europe/Lisbon";
/** The clock has gone back by then: days of the course have 24 hours. */
const BEGIN = Date.UTC(2026, 10, 1);
/** Days of the dosing sessions, counted from signing up; the fifth is put off by a day when its week has come. */
const DOSES = [8, 12, 17, 22, 28, 36];
const [MOVED, MOVED_ON, MOVED_TO] = [28, 25, 29];
/** When the app is opened on the day of a dose, which is given at 10; on others once in the morning. */
const DOSE_HOURS = [9, 12, 16, 21];
/** Days on which the first question is passed over. */
const PASSED_OVER = [3, 24];
const [ENDED, LAST] = [51, 52];
const WORDS = ["first", "frame", "patient", "measures", "thread", "sharing", "entries"];

/** @type {Server} */
let server;
before(async () => {
  server = await Server.shared();
  mock.timers.enable({ apis: ["Date"], now: BEGIN });
});
after(() => server.stop());

/** Asked besides the two. */
const SAFETY = ["P15", "R4", "I8", "I17"];

/** @param {number} day @param {string} time @returns {import("../../../static/js/domain/instants.js").Instant} */
function at(day, time) {
  const date = new Date(BEGIN + day * DAY_MS).toISOString().slice(0, 10);
  return fromWall(date, time, ZONE);
}

/** @param {Device} device @param {any} app @param {number} day @param {number} hour */
async function opens(device, app, day, hour) {
  const time = `${String(hour).padStart(2, "0")}:30`;
  device.now = Date.parse(at(day, time).at);
  mock.timers.setTime(device.now);
  const markup = markupOf((await today(app, /** @type {any} */ ({}))).render());
  const ids = [...markup.matchAll(/<li[^>]*data-testid="?([\w.-]+)/g)].map(([, id = ""]) => id);
  const asked = ids.filter((id) => id.startsWith("prompt-")).map((id) => id.slice(7));
  const beside = ids.filter((id) => !id.startsWith("prompt-"));
  const heading = markup.match(/<h1[^>]*>([^<]*)/)?.[1]?.trim();
  const cells = [day, `${hour}:30`, heading, listed(asked), listed(beside)];
  return { asked, row: `| ${cells.join(" | ")} |` };
}

/** @param {string[]} names */
function listed(names) {
  return names.join(", ") || "–";
}

/** Writes a line to a question. @param {Device} device @param {any} app @param {string} id */
async function answers(device, { vault }, id) {
  const found = await findPrompt(vault, id);
  assert.ok(found, id);
  await device.write(`A line about ${id}.`, { prompt: shownPrompt(found) });
}

/** @param {any} app @param {string} id not today */
async function passesOver(app, id) {
  const found = await findPrompt(app.vault, id);
  await skip(app, /** @type {any} */ ({ ...found, occasion: "" }));
}

/** @param {Device} device @returns {Promise<(day: number) => Promise<unknown>>} puts the fifth dosing session off */
async function plans({ vault }) {
  const body = { name: "Autumn", began: at(0, "08:00") };
  const course = await vault.saveDocument({ kind: "course", body });
  /** @type {any} */
  let fifth = null;
  for (const [index, day] of DOSES.entries()) {
    const dose = { route: "iv", number: index + 1, state: "planned", course: course.id };
    const happened = at(day, "10:00");
    const { id } = await vault.saveDosing(/** @type {any} */ ({ ...dose, happened }));
    if (day === MOVED) fifth = { ...dose, id };
  }
  return (day) => vault.saveDosing({ ...fifth, happened: at(day, "10:00") });
}

/** @param {Device} device @param {number} day */
async function endsTheCourse({ vault }, day) {
  const [course] = await vault.documents({ kind: "course" });
  assert.ok(course);
  const { id, rev, body } = course;
  const ended = at(day, "09:40");
  await vault.saveDocument({ id, rev, kind: "course", body: { ...body, ended } });
}

test("never more than two questions at once beside those about safety, none late, the plan follows a moved date, the letter comes last", async () => {
  await loadWords(WORDS);
  const device = new Device(server.origin);
  device.now = BEGIN;
  await signUp(device, "Ada", "patient");
  device.wire.isDown = true;
  const app = appWith(device.vault);
  const putsOff = await plans(device);
  const doses = DOSES.map((day) => (day === MOVED ? MOVED_TO : day));
  const rows = ["| day | opened | heading | asked | beside |", "| --- | --- | --- | --- | --- |"];
  /** @type {string[][]} */
  const askedOn = [];
  for (let day = 0; day <= LAST; day++) {
    askedOn[day] = [];
    for (const hour of doses.includes(day) ? DOSE_HOURS : DOSE_HOURS.slice(0, 1)) {
      const { asked, row } = await opens(device, app, day, hour);
      rows.push(row);
      askedOn[day]?.push(...asked);
      assert.ok(asked.filter((id) => !SAFETY.includes(id)).length <= 2, row);
      const [question] = asked;
      if (question && PASSED_OVER.includes(day)) await passesOver(app, question);
      else if (question) await answers(device, app, question);
    }
    if (day === MOVED_ON) await putsOff(MOVED_TO);
    if (day === ENDED) await endsTheCourse(device, day);
  }
  assert.ok(askedOn[LAST]?.includes("I20"));
  assert.ok(askedOn[MOVED_TO - 1]?.includes("P12"));
  assert.ok(!askedOn[MOVED - 1]?.includes("P12"));
  const table = readFileSync(new URL("course.md", import.meta.url), "utf8");
  assert.equal(`${rows.join("\n")}\n`, table);
});
