import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answersOf,
  conflictPayload,
  entryPayload,
  saySame,
  scoredOf,
} from "../../../static/js/domain/payloads.js";
import { firstWords, summarise } from "../../../static/js/domain/summaries.js";

const now = { at: "2026-11-22T10:00:00.000Z", zone: "Europe/Lisbon" };
const draft = {
  title: "",
  text: "Stille.",
  prompt: null,
  phase: null,
  dosing: null,
  happened: null,
};
const empty = { ...draft, text: "" };
const fresh = { before: null, prev: null, now, promptPhase: null };

test("a first save happened at the moment it was written, and absent members stay absent", () => {
  const payload = entryPayload(draft, fresh);
  assert.deepEqual(payload, {
    v: 1,
    kind: "entry",
    prev: null,
    written: now,
    happened: now,
    text: "Stille.",
  });
});

test("an edit carries members nobody knows, and its kind, through", () => {
  const before = {
    v: 1,
    kind: "measure",
    happened: now,
    text: "",
    title: "Old",
    total: 7,
    later: { deep: [1] },
  };
  const payload = entryPayload({ ...draft, text: "New" }, { ...fresh, before, prev: "rev" });
  assert.deepEqual([payload.kind, payload.total, payload.later], ["measure", 7, { deep: [1] }]);
  assert.deepEqual([payload.prev, payload.title, payload.text], ["rev", undefined, "New"]);
});

test("the phase chosen wins over the prompt's, which wins over none", () => {
  const asked = /** @type {const} */ ({ ...fresh, promptPhase: "reflection" });
  assert.equal(entryPayload(draft, asked).phase, "reflection");
  assert.equal(entryPayload({ ...draft, phase: "integration" }, asked).phase, "integration");
});

test("two revisions say the same whatever they were written on, and whatever the order of their members", () => {
  const one = { v: 1, kind: "entry", prev: "a", written: now, text: "x", happened: now };
  const other = {
    text: "x",
    happened: { zone: now.zone, at: now.at },
    kind: "entry",
    v: 1,
    prev: null,
  };
  assert.ok(saySame(one, other));
  assert.ok(!saySame(one, conflictPayload(one, "item", "rev")));
  assert.ok(!saySame(one, { ...one, text: "y" }));
});

test("a summary has the title or the first words, and says what is wrong with nothing", () => {
  const line = summarise({
    v: 1,
    kind: "entry",
    text: `${"word ".repeat(60)}`,
    happened: "nonsense",
  });
  assert.ok(line.kind === "entry" && line.title.endsWith("…") && line.title.length <= 61);
  assert.equal(line.happened.at, "1970-01-01T00:00:00Z");
  const noDate = { at: "1970-01-01T00:00:00Z", zone: "UTC" };
  assert.deepEqual(summarise({ v: 1, kind: "comment" }), {
    kind: "document",
    of: "comment",
    written: noDate,
  });
  assert.deepEqual(summarise({ v: 1, kind: "from-the-future" }), {
    kind: "document",
    of: "from-the-future",
    written: noDate,
  });
});

test("what was chosen beside the words is found in the summary, and answers that one cannot show are kept", () => {
  const chips = {
    id: "feelings",
    question: "What is here?",
    type: "chips",
    value: ["tender", "calm"],
  };
  const later = { id: "x", type: "hologram", value: 7 };
  const before = { v: 1, kind: "entry", text: "", answers: [later] };
  const changes = { before, prev: "r", now, promptPhase: null };
  const payload = entryPayload({ ...empty, answers: [/** @type {any} */ (chips)] }, changes);
  assert.deepEqual(payload.answers, [chips, later]);
  assert.deepEqual(answersOf(payload.answers), [chips]);
  const line = summarise(payload);
  assert.ok(line.kind === "entry" && line.preview === "tender, calm");
  assert.deepEqual(entryPayload(empty, changes).answers, [later]);
  assert.equal(
    entryPayload({ ...empty, answers: [] }, { ...changes, before: null }).answers,
    undefined,
  );
});

test("a measure keeps its form, its raw answers and a total that may be missing", () => {
  const form = { version: "1", language: "en", windowDays: 14 };
  const scored = { instrument: "PHQ-2", form, total: null, scale: { min: 0, max: 6 } };
  const answers = [{ id: "1", question: "…", type: /** @type {const} */ ("choice"), value: null }];
  const written = { before: null, prev: null, now, promptPhase: null };
  const payload = entryPayload({ ...empty, kind: "measure", answers, scored }, written);
  assert.equal(payload.kind, "measure");
  assert.deepEqual([answersOf(payload.answers), scoredOf(payload)], [answers, scored]);
});

test("the first words are never cut inside an emoji", () => {
  for (let length = 5; length < 12; length++)
    assert.ok(firstWords("🌿🌿🌿🌿🌿🌿🌿🌿", length).isWellFormed());
});

test("where words are left out, three dots stand in the place of a full stop or a comma", () => {
  assert.equal(
    firstWords("I asked for less and got it. Then I slept.", 29),
    "I asked for less and got it…",
  );
  assert.equal(firstWords("I asked for less.", 29), "I asked for less.");
});

test("an entry of nothing but chips, a slider or places in the body has words for the list", () => {
  const written = { at: "2026-01-10T14:00:00Z", zone: "UTC" };
  /** @param {any} answer */
  const preview = (answer) =>
    /** @type {any} */ (summarise({ v: 1, kind: "entry", written, text: "", answers: [answer] }))
      .preview;
  assert.equal(
    preview({ id: "feelings", question: "Feelings", type: "chips", value: ["calm", "tired"] }),
    "calm, tired",
  );
  assert.equal(preview({ id: "mood", question: "Mood", type: "scale", value: 4 }), "Mood 4");
  assert.equal(
    preview({ id: "body", question: "In the body", type: "body", value: ["front.chest"] }),
    "In the body",
  );
});
