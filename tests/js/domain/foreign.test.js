import assert from "node:assert/strict";
import { test } from "node:test";
import { cutTo, lineOf, plain } from "../../../static/js/domain/foreign.js";
import { instantOf, isDay, msOf } from "../../../static/js/domain/instants.js";
import { answersOf, entryPayload, scoredOf } from "../../../static/js/domain/payloads.js";
import { firstWords, summarise } from "../../../static/js/domain/summaries.js";

const NOW = { at: "2026-11-20T10:00:00.000Z", zone: "Europe/Lisbon" };

test("a moment outside the years anybody here can have lived in is none", () => {
  for (const at of [
    "+275760-09-13T00:00:00Z",
    "-271821-04-19T00:00:00Z",
    "1899-12-31T23:59:59Z",
    "2200-01-02T00:00:00Z",
    "5",
    "Nov 5 2020",
    "2026",
    // What some engines take for another day, and others for none.
    "2026-02-30T10:00:00Z",
    "2026-02-29T10:00:00Z",
    "2026-04-31T10:00Z",
    "2026-13-01T10:00:00Z",
    "2026-02-03T24:00:00Z",
    "2026-02-03T10:60:00Z",
    "2026-02-03T10:00:60Z",
    "2026-02-03T10:00:00+24:00",
  ]) {
    assert.equal(instantOf({ at, zone: "UTC" }, null), null, at);
    assert.ok(Number.isFinite(msOf({ at })), at);
  }
  assert.equal(
    msOf({ at: "+275760-09-13T00:00:00Z" }),
    Date.UTC(2200, 0),
    "also in a line that an older version left",
  );
  assert.deepEqual(
    instantOf({ at: NOW.at, zone: "America/Coyhaique2" }, null)?.zone,
    "America/Coyhaique2",
  );
  assert.equal(instantOf({ at: NOW.at, zone: "\u202eevil" }, null)?.zone, "UTC");
  assert.ok(instantOf({ at: "2024-02-29T23:59:59.9999999-23:59", zone: "UTC" }, null));
  assert.ok(!isDay("2026-02-30") && !isDay("2026-00-10"));
  assert.ok(isDay("2026-02-28") && !isDay("9999-99-99") && !isDay("9999-01-01") && !isDay(5));
});

test("an entry whose own date is none stands where it was written", () => {
  const line = summarise({
    v: 1,
    kind: "entry",
    written: NOW,
    text: "ok",
    happened: { at: "+275760-09-13T00:00:00Z", zone: "UTC" },
  });
  assert.deepEqual("happened" in line && line.happened, NOW);
});

test("members that an engine or a template takes for its own are not shown", () => {
  const odd = JSON.parse(
    '{"a":{"toString":1,"valueOf":2,"then":3,"__proto__":{"x":1},"_$litType$":1,"b":[{"constructor":1,"c":2}]}}',
  );
  assert.deepEqual(plain(odd), { a: { b: [{ c: 2 }] } });
  assert.doesNotThrow(() => `${plain(odd).a}`);
});

test("what is normalised to be shown is carried through an edit as it came", () => {
  const before = {
    v: 1,
    kind: "measure",
    written: NOW,
    happened: NOW,
    scale: { min: 5, max: -1 },
    form: 7,
    answers: [{ id: "a", type: "scale", value: "no number" }],
    extra: { toString: 1 },
  };
  const scored = scoredOf({ ...before, instrument: "phq-9" });
  const after = entryPayload(
    {
      title: "",
      text: "ok",
      prompt: null,
      phase: null,
      dosing: null,
      happened: null,
      answers: answersOf(before.answers),
      scored,
    },
    { before, prev: null, now: NOW, promptPhase: null },
  );
  assert.equal(scored?.scale, undefined);
  assert.deepEqual(
    [after.scale, after.form, after.answers, after.extra],
    [before.scale, before.form, before.answers, before.extra],
  );
});

test("a title is cut between what a person sees as characters", () => {
  const [flag, family, hand, accent, syllable] = [
    "🇩🇪",
    "👨‍👩‍👧",
    "👋🏽",
    "e\u0301",
    "\u1112\u1161\u11ab",
  ];
  for (const one of [flag, family, hand, accent, syllable]) {
    for (let before = 50; before <= 60; before += 1) {
      const cut = firstWords(`${"x".repeat(before)}${one}${"y".repeat(20)}`, 60).replace("…", "");
      const left = cut.replace(/^x+/, "").replace(/y+$/, "");
      assert.ok(left === "" || left === one, `${before} ${one} ${left}`);
    }
  }
  assert.ok(cutTo("e\u0301".repeat(400), 60).length <= 60);
  assert.ok(cutTo(`e${"\u0301".repeat(800)}`, 60).length <= 60);
});

test("a line holds no control character and nothing that turns the words after it", () => {
  assert.equal(lineOf("Ada\u202e\u0000\u001b[8m\n B\u2066\u0085"), "Ada[8m B");
  assert.equal(lineOf(5), "");
});
