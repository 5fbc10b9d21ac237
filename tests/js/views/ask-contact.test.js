// "Ask my therapist to contact me": that they are away and who covers stands beside it, and when not to wait any longer.

import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import { loadWords, t } from "../../../static/js/ui/i18n.js";
import { markupOf } from "./drawn.js";
import { appWith } from "./page.js";

const { askCards, askedNow } = await import("../../../static/js/views/help/ask-contact.js");
const NOW = Date.UTC(2026, 10, 20, 12);
const HOLM = { id: "holm", name: "Dr. Holm", state: "linked" };
const SAID = { rhythm: "", record: "", danger: "", absence: "Dr. Berg, +353 1 555 0100" };

before(async () => {
  await loadWords(["first", "help", "boundary"]);
  mock.timers.enable({ apis: ["Date"], now: NOW });
});

/** @param {string} from @param {string} until */
const away = (from, until) => ({ from, until, text: "On leave." });

/**
 * What the card says, as words.
 * @param {{boundary?: any, requests?: any[], status?: any, people?: any[]}} given
 * @returns {Promise<string>}
 */
async function card({
  boundary = { ...SAID, away: null },
  requests = [],
  status = {},
  people = [HOLM],
}) {
  const vault = {
    people: async () => people,
    contactRequests: async () => requests,
    boundary: async () => {
      if (boundary instanceof Error) throw boundary;
      return boundary;
    },
  };
  const app = appWith(vault, { status: { state: "unlocked", role: "patient", ...status } });
  const markup = markupOf(askCards(app, await askedNow(app)));
  return markup.replace(/<[^>]*>|\s+/g, " ").replace(/ +/g, " ");
}

/** @param {number} days ago @param {"sent"|"waiting"} state */
const asked = (days, state = "sent") => ({
  id: "request",
  person: "holm",
  name: "Dr. Holm",
  state,
  written: { at: new Date(NOW - days * 86_400_000).toISOString(), zone: "UTC" },
});

test("while they are away it says so, with their words on who covers, before one asks and after", async () => {
  const boundary = { ...SAID, away: away("2026-11-18", "2026-11-20") };
  for (const requests of [[], [asked(0)], [asked(0, "waiting")]]) {
    const words = await card({ boundary, requests });
    assert.match(words, /Dr\. Holm is away until .*On leave\. .*Dr\. Berg, \+353 1 555 0100/);
  }
});

test("an absence that has ended or not begun is none, and neither is one that cannot be read", async () => {
  const absences = [away("2026-11-10", "2026-11-19"), away("2026-11-21", "2026-11-30"), null];
  for (const one of absences) {
    assert.doesNotMatch(await card({ boundary: { ...SAID, away: one } }), /away|Berg/);
  }
  assert.doesNotMatch(await card({ boundary: new Error("sealed otherwise") }), /away|Berg/);
  assert.doesNotMatch(await card({ boundary: null }), /away|Berg/);
});

test("from the second day on it says not to wait", async () => {
  const long = t("ask.long", { n: 2, name: "Dr. Holm" }).slice(-60);
  assert.ok(!(await card({ requests: [asked(1)] })).includes(long));
  for (const days of [2, 3, 40]) {
    const words = await card({ requests: [asked(days)] });
    assert.ok(words.includes(t("ask.long", { n: days, name: "Dr. Holm" })), words);
  }
});

test("what has not been sent is said as such, however old, and never as seen", async () => {
  const words = await card({ requests: [asked(3, "waiting")] });
  assert.ok(words.includes(t("ask.notGone")));
  assert.ok(!words.includes(t("ask.long", { n: 3, name: "Dr. Holm" })));
});

test("whoever is locked, treats people, or is linked with nobody has nobody to ask here", async () => {
  for (const given of [
    { status: { state: "locked" } },
    { status: { role: "therapist" } },
    { people: [] },
  ]) {
    assert.equal(await card(given), "");
  }
});
